"""What kind of file somebody hands in, by what it holds: its name may say anything."""

import io
import re
import zipfile
from collections.abc import Mapping
from enum import Enum
from fnmatch import filter as matching

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.package import LARGEST_FILE, OLE, OPEN_DOCUMENT


class FileKind(Enum):
    """Those that are read; ``TEXT`` is whatever begins as none of the others."""

    WORD = "docx"
    EXCEL = "xlsx"
    PDF = "pdf"
    OPEN_TEXT = "odt"
    OLD_WORD = "doc"
    RICH_TEXT = "rtf"
    TEXT = "txt"


_RICH_TEXT = b"{\\rtf"
_PDF = b"%PDF-"
"""Within the first kilobyte: programs take whatever stands before it."""
_STRANGERS = {
    FileFault.PICTURE: (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
    FileFault.ARCHIVE: (b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b"),
    FileFault.NOT_CONVERTED: (b"<?xml", b"\xef\xbb\xbf<?xml"),
}
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_MAIL = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_IN_OLE = {
    "EncryptedPackage": FileFault.PROTECTED,
    "Workbook": FileFault.OLD_SHEET,
    "Book": FileFault.OLD_SHEET,
    "PowerPoint Document": FileFault.SLIDES,
    "__properties_version1.0": FileFault.MAIL,
}
_IN_ZIP = {"word/document*.xml": FileKind.WORD, "xl/workbook.xml": FileKind.EXCEL}
_STRANGE_ZIP = {"ppt/*": FileFault.SLIDES, "xl/*": FileFault.NOT_EXCEL, "*.iwa": FileFault.NOT_CONVERTED}
_ENTRY = 128
"""Bytes: each entry of the directory in an OLE file, and where each begins."""


def kind_of(name: str, data: bytes) -> FileKind:
    """Raises UnreadableUpload, with what it seems to be, for a file of a kind that is not read."""
    if len(data) > LARGEST_FILE:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    if data.startswith(OLE):
        return _kind_of_ole(name, data)
    if data.startswith(b"PK"):
        return _kind_of_zip(name, data)
    start = data[:4096].lstrip()
    if _PDF in data[:1024]:
        return FileKind.PDF
    if start.startswith(_RICH_TEXT):
        return FileKind.RICH_TEXT
    strange = next((fault for fault, begins in _STRANGERS.items() if start.startswith(begins)), None)
    if _WEB_PAGE.match(start):
        strange = FileFault.WEB_PAGE
    elif _MAIL.search(start):
        strange = FileFault.MAIL
    if strange:
        raise UnreadableUpload(name, strange)
    return FileKind.TEXT


def _kind_of_ole(name: str, data: bytes) -> FileKind:
    entries = ole_entries(data)
    if "WordDocument" in entries:
        return FileKind.OLD_WORD
    fault = next((fault for entry, fault in _IN_OLE.items() if entry in entries), FileFault.OLD_OR_PROTECTED)
    raise UnreadableUpload(name, fault)


def ole_entries(data: bytes) -> Mapping[str, int]:
    """What lies in an OLE file, and in which of its sectors each begins."""
    found: dict[str, int] = {}
    for at in range(_ENTRY, len(data) - _ENTRY + 1, _ENTRY):
        size, kind = data[at + 64], data[at + 66]
        if kind in {1, 2, 5} and 2 < size <= 64 and size % 2 == 0:
            written = data[at : at + size - 2].decode("utf-16-le", errors="replace")
            found.setdefault(written, int.from_bytes(data[at + 116 : at + 120], "little"))
    return found


def _kind_of_zip(name: str, data: bytes) -> FileKind:
    if OPEN_DOCUMENT in data[:100]:
        if data[:100].partition(OPEN_DOCUMENT)[2].startswith(b"text"):
            return FileKind.OPEN_TEXT
        is_shown = data[:100].partition(OPEN_DOCUMENT)[2].startswith(b"presentation")
        raise UnreadableUpload(name, FileFault.SLIDES if is_shown else FileFault.OPEN_DOCUMENT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [part.lower() for part in package.namelist()]
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableUpload(name, FileFault.DAMAGED) from error
    for pattern, kind in _IN_ZIP.items():
        if matching(parts, pattern):
            return kind
    fault = next((fault for pattern, fault in _STRANGE_ZIP.items() if matching(parts, pattern)), FileFault.ARCHIVE)
    raise UnreadableUpload(name, fault)
