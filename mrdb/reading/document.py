"""A document of any kind that is read here: which reader takes it is decided by what it holds, not by its name."""

from datetime import date
from pathlib import Path

from mrdb.domain.draft import ReadDocument
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.ocr import read_corrections, read_text
from mrdb.reading.package import LARGEST_FILE
from mrdb.reading.word import read_word

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a Word file begins, and an old or a protected one."""


def read_document(
    data: bytes, *, name: str, corrections: Path | None = None, stated_date: date | None = None
) -> ReadDocument:
    """Reads a Word file, or a text with the corrections that were reviewed for it.

    ``stated_date`` is the date that somebody gave to a document without one. Raises UnreadableUpload,
    and BrokenCorrections when the corrections themselves cannot be read.
    """
    if data.startswith(_OFFICE):
        return read_word(data, name=name, stated_date=stated_date)
    reviewed = read_corrections(corrections) if corrections else None
    return read_text(data, reviewed, name=name, stated_date=stated_date)


def read_file(path: Path, corrections: Path | None = None, *, stated_date: date | None = None) -> ReadDocument:
    """As ``read_document``; without ``corrections`` with those that stand beside the file, if there are any."""
    beside = path.with_suffix(".corrections.toml")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableUpload(path.name, FileFault.TOO_LARGE)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        reviewed = corrections or (beside if beside.is_file() else None)
    except (OSError, ValueError) as error:
        raise UnreadableUpload(path.name, FileFault.MISSING) from error
    return read_document(data, name=path.name, corrections=reviewed, stated_date=stated_date)
