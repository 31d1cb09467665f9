"""The Word room: the bytes of a ``.docx`` go in, a draft with its doubts comes out."""

from mrdb.reading.word.document import read_word

__all__ = ["read_word"]
