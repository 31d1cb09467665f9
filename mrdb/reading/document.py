"""A document of any kind that is read here: which reader takes it is decided by what it holds, not by its name."""

from datetime import date
from pathlib import Path

from mrdb.domain.draft import ReadDocument
from mrdb.reading.text import read_text

ZIP = b"PK\x03\x04"
"""How a Word file begins."""


def read_document(data: bytes, *, name: str, stated_date: date | None = None) -> ReadDocument:
    """Reads a Word file or a text. ``stated_date`` is the date that somebody gave to a document without one.

    Raises UnreadableFile or UnreadableUpload.
    """
    return read_text(data, path=Path(name), stated_date=stated_date)
