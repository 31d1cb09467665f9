"""The Excel room: the bytes of an ``.xlsx`` go in, its sheets come out as blocks, or as rows for a list."""

from mrdb.reading.excel.book import MOST_COLUMNS, Book, Sheet, formula_of, merged_in, rows_of
from mrdb.reading.excel.notes import notes_on
from mrdb.reading.excel.source import excel_source

__all__ = ["MOST_COLUMNS", "Book", "Sheet", "excel_source", "formula_of", "merged_in", "notes_on", "rows_of"]
