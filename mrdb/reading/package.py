"""Looking into an Office file before any library opens it: what it holds, how large it grows, what it must not hold."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from fnmatch import fnmatchcase

from mrdb.domain.errors import FileFault, UnreadableUpload

LARGEST_FILE = 25 * 2**20
"""In bytes, packed: an overview of 10,000 actions takes 2 MB."""
MOST_PARTS = 2_000
MOST_ROWS, MOST_CELLS = 60_000, 1_000_000
"""Over all sheets together."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old ``.xls`` begins, and every Office file that is protected by a password."""
_ZIP = b"PK\x03\x04"
_ENTITIES = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T|E\x00?N\x00?T\x00?I)", re.IGNORECASE)
"""No Office file declares a document type: it is the way in for entities that grow or fetch. Also in UTF-16."""
_CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of Office file: the part that makes it one, the fault of any other file, how large it may grow.

    ``largest`` is in bytes, unpacked; ``most_tags`` are the opening and closing ones of all parts together, which say
    how much memory a library takes for them.
    """

    part: str
    otherwise: FileFault
    largest: int
    most_tags: int


EXCEL = Kind("xl/workbook.xml", FileFault.NOT_EXCEL, 250 * 2**20, 12_000_000)
WORD = Kind("word/document*.xml", FileFault.NOT_WORD, 150 * 2**20, 8_000_000)
"""Word on the web calls the part document2.xml."""


def check_package(name: str, data: bytes, kind: Kind) -> None:
    """Raises UnreadableUpload unless this is an Office file of that kind that may be opened.

    Every part is unpacked once, piece by piece, to see how large it really is.
    """
    if not data:
        raise UnreadableUpload(name, FileFault.EMPTY)
    if len(data) > LARGEST_FILE:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    if data.startswith(_OLE):
        raise UnreadableUpload(name, FileFault.OLD_OR_PROTECTED)
    if _ZIP not in data:
        raise UnreadableUpload(name, kind.otherwise)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(name, package, kind)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UnreadableUpload(name, FileFault.DAMAGED) from error


def _check_parts(name: str, package: zipfile.ZipFile, kind: Kind) -> None:
    parts = package.infolist()
    names = [part.filename.lower() for part in parts]
    if not any(fnmatchcase(part, kind.part) for part in names):
        raise UnreadableUpload(name, kind.otherwise)
    if any("vbaproject" in part for part in names):
        raise UnreadableUpload(name, FileFault.MACROS)
    if len(parts) > MOST_PARTS:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    left, tags, rows, cells = kind.largest, kind.most_tags, 0, 0
    for part in parts:
        before = b""
        with package.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                left, tags = left - len(chunk), tags - chunk.count(b"<")
                rows, cells = rows + chunk.count(b"<row"), cells + chunk.count(b"<c ")
                if left < 0 or tags < 0 or cells > MOST_CELLS:
                    raise UnreadableUpload(name, FileFault.TOO_LARGE)
                if rows > MOST_ROWS:
                    raise UnreadableUpload(name, FileFault.TOO_MANY_ROWS)
                if _ENTITIES.search(before + chunk):
                    raise UnreadableUpload(name, FileFault.ENTITIES)
                before = chunk[-16:]
