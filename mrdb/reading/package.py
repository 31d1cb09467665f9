"""Looking into an Office file before any library opens it: what it holds, how large it grows, what it must not hold."""

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase

from mrdb.domain.errors import FileFault, UnreadableUpload

LARGEST_FILE = 25 * 2**20
"""In bytes, packed: an overview of 10,000 actions takes 2 MB."""
MOST_PARTS = 2_000
MOST_ROWS, MOST_CELLS = 60_000, 600_000
"""Over all sheets together: that overview has 30,000 and 250,000."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old ``.xls`` begins, and every Office file that is protected by a password."""
_BLANK = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the first tag."""
_ZIP = b"PK\x03\x04"
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
"""What stands at the beginning of every ``.ods`` and ``.odt``, by their standard; no Office file holds it there."""
_ENTITIES = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T|E\x00?N\x00?T\x00?I)", re.IGNORECASE)
"""No Office file declares a document type: it is the way in for entities that grow or fetch. Also in UTF-16."""
_TAG = re.compile(rb"<(?:[^\s<>/!?:]*:)?([^\s<>/!?:]+)")
"""An opening tag and its name, without what says which namespace it is of."""
_LETTERS = re.compile(
    rb"<\?xml[^<>]*?\bencoding\s*=\s*[\"'](?!(?:utf-8|(?:us-)?ascii|iso-8859-\d+)[\"'])", re.IGNORECASE
)
"""Programs write UTF-8. In other letters a tag may look otherwise than what is looked for here."""
_OVERLONG = re.compile(rb"formatCode\s*=\s*[\"'][^\"'<>]{512}")
"""A number format beyond what Excel takes keeps a library busy for hours."""
_LONGEST = 2**18
"""Bytes between two tags: more than one cell of Excel can hold."""
_REPEATED = re.compile(rb"(?:-repeated|-spanned|:c)\s*=\s*[\"']\s*0*[1-9]\d{3}")
"""A cell that stands there a thousand times, or as many spaces: in an OpenDocument file a few letters say so."""
_LOCKED = b"encryption-data"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_CHUNK, _OVERLAP = 2**20, 2**14


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of Office file: the part that makes it one, the fault of any other file, how large it may grow.

    ``largest`` is in bytes, unpacked. ``most`` counts elements of all parts together by their name, the rest under
    "": they say how much time and memory a library takes for them.
    """

    part: str
    otherwise: FileFault
    largest: int
    most: Mapping[bytes, int]


_OF_CELLS = dict.fromkeys((b"c", b"v", b"f", b"is", b"t"), MOST_CELLS)
EXCEL = Kind(
    "xl/workbook.xml",
    FileFault.NOT_EXCEL,
    100 * 2**20,
    {b"row": MOST_ROWS, **_OF_CELLS, b"si": 150_000, b"xf": 20_000, b"sheet": 250, b"": 150_000},
)
"""An overview of 10,000 actions takes some 20 MB and 30,000 elements that belong to no cell."""
WORD = Kind("word/document*.xml", FileFault.DAMAGED, 150 * 2**20, {b"": 2_000_000})
"""Word on the web calls the part document2.xml. A report of 10,000 actions has 450,000 elements."""
OPEN_TEXT = Kind("content.xml", FileFault.DAMAGED, 150 * 2**20, {b"": 2_000_000})
"""The ``.odt`` of LibreOffice."""


@contextmanager
def told(name: str) -> Iterator[None]:
    """Whatever a broken file makes of a reader that trusts it, it is a broken file."""
    try:
        yield
    except UnreadableUpload:
        raise
    except Exception as error:
        raise UnreadableUpload(name, FileFault.DAMAGED) from error


def check_package(name: str, data: bytes, kind: Kind) -> None:
    """Raises UnreadableUpload unless this is an Office file of that kind that may be opened.

    Every part is unpacked once, piece by piece, to see how large it really is.
    """
    if not data:
        raise UnreadableUpload(name, FileFault.EMPTY)
    if len(data) > LARGEST_FILE:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    if data.startswith(OLE):
        raise UnreadableUpload(name, FileFault.OLD_OR_PROTECTED)
    if OPEN_DOCUMENT in data[:100] and kind != OPEN_TEXT:
        raise UnreadableUpload(name, FileFault.OPEN_DOCUMENT)
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
    if any("vbaproject" in part or part.startswith(("basic/", "scripts/")) for part in names):
        raise UnreadableUpload(name, FileFault.MACROS)
    if len(parts) > MOST_PARTS:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    left = kind.largest
    found: Counter[bytes] = Counter()
    for part in parts:
        before = b""
        is_picture = False
        with package.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                is_picture = is_picture or (not before and chunk.startswith(_PICTURES))
                left -= len(chunk)
                if left < 0:
                    raise UnreadableUpload(name, FileFault.TOO_LARGE)
                _check_letters(name, part.filename.lower(), before, chunk)
                if kind == OPEN_TEXT:
                    _check_open_text(name, before + chunk)
                if not is_picture:
                    found.update(tag if tag in kind.most else b"" for tag in _TAG.findall(chunk))
                    _check_size(name, kind, found)
                before = chunk[-_OVERLAP:]


def _check_letters(name: str, part: str, before: bytes, chunk: bytes) -> None:
    """Raises for what no program writes in XML; a part that is none may hold anything but a document type."""
    if _ENTITIES.search(before + chunk):
        raise UnreadableUpload(name, FileFault.ENTITIES)
    if not before and _LETTERS.match(chunk.lstrip(_BLANK)):
        raise UnreadableUpload(name, FileFault.DAMAGED)
    if part.endswith((".xml", ".rels")):
        if b"\0" in chunk or (not before and not chunk.lstrip(_BLANK).startswith(b"<")):
            raise UnreadableUpload(name, FileFault.DAMAGED)
        is_overlong = _OVERLONG.search(before + chunk) or max(map(len, chunk.split(b"<"))) > _LONGEST
        if is_overlong and part.startswith(("xl/", "word/")):
            raise UnreadableUpload(name, FileFault.TOO_LARGE)


def _check_open_text(name: str, chunk: bytes) -> None:
    if _LOCKED in chunk:
        raise UnreadableUpload(name, FileFault.PROTECTED)
    if _REPEATED.search(chunk):
        raise UnreadableUpload(name, FileFault.TOO_LARGE)


def _check_size(name: str, kind: Kind, found: Mapping[bytes, int]) -> None:
    for tag, most in kind.most.items():
        if found[tag] > most:
            raise UnreadableUpload(name, FileFault.TOO_MANY_ROWS if tag == b"row" else FileFault.TOO_LARGE)
