"""The Word room: the bytes of a ``.docx`` go in, its paragraphs and tables come out as they stand on paper."""

from mrdb.reading.word.document import word_source

__all__ = ["word_source"]
