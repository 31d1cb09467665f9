"""The room of text as OCR leaves it: bytes go in, lines and grids come out, with the use of every word."""

from mrdb.reading.ocr.corrections import Corrections, read_corrections
from mrdb.reading.ocr.document import ocr_source
from mrdb.reading.ocr.paragraphs import Ledger
from mrdb.reading.ocr.source import Use

__all__ = ["Corrections", "Ledger", "Use", "ocr_source", "read_corrections"]
