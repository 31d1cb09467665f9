"""The access log as an Excel file."""

from collections.abc import Sequence
from io import BytesIO

import pandas as pd


def visits_workbook(columns: Sequence[str], lines: Sequence[Sequence[str]]) -> bytes:
    """One sheet; every cell is text, also where somebody's name begins with "="."""
    file = BytesIO()
    options = {"options": {"strings_to_formulas": False, "strings_to_urls": False}}
    with pd.ExcelWriter(file, engine="xlsxwriter", engine_kwargs=options) as writer:
        pd.DataFrame(lines, columns=list(columns)).to_excel(writer, index=False)
        writer.book.worksheets()[0].autofit()
    return file.getvalue()
