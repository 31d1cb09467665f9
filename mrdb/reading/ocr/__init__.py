"""The room of text as OCR leaves it: lines go in, a draft with its doubts and the use of every word comes out."""

from mrdb.reading.ocr.corrections import Corrections, read_corrections
from mrdb.reading.ocr.document import Reading, read_text

__all__ = ["Corrections", "Reading", "read_corrections", "read_text"]
