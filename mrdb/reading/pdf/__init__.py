"""The PDF room: the bytes of a ``.pdf`` go in, its paragraphs and tables come out as they stand on paper."""

from mrdb.reading.pdf.document import pdf_source

__all__ = ["pdf_source"]
