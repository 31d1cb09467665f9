"""A document of any kind that is read here: which reader takes it is decided by what it holds, not by its name."""

from datetime import date
from pathlib import Path

from mrdb.domain.draft import ReadDocument
from mrdb.reading.text import read_text
from mrdb.reading.word import read_word

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a Word file begins, and an old or a protected one."""


def read_document(data: bytes, *, name: str, stated_date: date | None = None) -> ReadDocument:
    """Reads a Word file or a text. ``stated_date`` is the date that somebody gave to a document without one.

    Raises UnreadableFile or UnreadableUpload.
    """
    if data.startswith(_OFFICE):
        return read_word(data, name=name, stated_date=stated_date)
    return read_text(data, path=Path(name), stated_date=stated_date)
