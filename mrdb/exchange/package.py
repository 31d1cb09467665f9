"""Looking into an Office file before any library opens it: what it holds, how large it grows, what it must not hold."""

import io
import re
import zipfile
import zlib

from mrdb.domain.errors import FileFault, UnreadableUpload

LARGEST_FILE = 25 * 2**20
LARGEST_CONTENT = 250 * 2**20
"""In bytes, packed and unpacked: an overview of 10,000 actions takes 2 and 20 MB."""
MOST_PARTS = 2_000
MOST_ROWS, MOST_CELLS = 60_000, 1_000_000
"""Over all sheets together."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old ``.xls`` begins, and every Office file that is protected by a password."""
_ENTITIES = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T|E\x00?N\x00?T\x00?I)", re.IGNORECASE)
"""No Office file declares a document type: it is the way in for entities that grow or fetch. Also in UTF-16."""
_CHUNK = 2**20


def check_package(name: str, data: bytes, part: str) -> None:
    """Raises UnreadableUpload unless this is an Office file with such a part (``xl/workbook.xml``) that may be opened.

    Every part is unpacked once, piece by piece, to see how large it really is.
    """
    if not data:
        raise UnreadableUpload(name, FileFault.EMPTY)
    if len(data) > LARGEST_FILE:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    if data.startswith(_OLE):
        raise UnreadableUpload(name, FileFault.OLD_OR_PROTECTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_parts(name, package, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UnreadableUpload(name, FileFault.DAMAGED) from error


def _check_parts(name: str, package: zipfile.ZipFile, wanted: str) -> None:
    parts = package.infolist()
    names = [part.filename.lower() for part in parts]
    if wanted not in names:
        raise UnreadableUpload(name, FileFault.NOT_THIS_KIND)
    if any("vbaproject" in part for part in names):
        raise UnreadableUpload(name, FileFault.MACROS)
    if len(parts) > MOST_PARTS:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    left, rows, cells = LARGEST_CONTENT, 0, 0
    for part in parts:
        before = b""
        with package.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                rows, cells = rows + chunk.count(b"<row"), cells + chunk.count(b"<c ")
                if left < 0 or cells > MOST_CELLS:
                    raise UnreadableUpload(name, FileFault.TOO_LARGE)
                if rows > MOST_ROWS:
                    raise UnreadableUpload(name, FileFault.TOO_MANY_ROWS)
                if _ENTITIES.search(before + chunk):
                    raise UnreadableUpload(name, FileFault.ENTITIES)
                before = chunk[-16:]
