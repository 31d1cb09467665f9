"""Everything that names one person, as an Excel file that this person can read."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from mrdb.domain.naming import Mention
from mrdb.exchange.cell_text import cell_text
from mrdb.exchange.column import Made
from mrdb.exchange.row_height import parts_that_fit, row_height
from mrdb.exchange.sheets import Book, write_cell
from mrdb.exchange.styles import ACCENT, Styles
from mrdb.text import excel
from mrdb.text import privacy as words


def mentions_workbook(found: Iterable[Mention], names: Sequence[str], today: date) -> bytes:
    """One sheet, a row for each place; a text that no row can show whole goes on in the next ones."""
    buffer = BytesIO()
    file = Workbook(buffer, {"in_memory": True})
    title = f"{words.TITLE} – {excel.header_subject(', '.join(names))}"
    made = Made(today, None, "", with_internal=True, documents={}, places={}, moves={})
    book = Book(file, Styles(file), made, title, excel.situation_on(today))
    sheet = book.add_sheet(words.SHEET, ACCENT)
    for position, (heading, width) in enumerate(words.HEADINGS.items()):
        sheet.set_column(position, position, width)
        write_cell(sheet, (0, position), heading, book.styles.heading)
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    rows = [row for one in found for row in _rows(one)]
    for number, row in enumerate(rows, 1):
        for position, text in enumerate(row):
            write_cell(sheet, (number, position), cell_text(text), book.styles.text)
        sheet.set_row(number, row_height(zip(row, words.HEADINGS.values(), strict=True)))
    sheet.autofilter(0, 0, max(len(rows), 1), len(words.HEADINGS) - 1)
    file.close()
    return buffer.getvalue()


def _rows(one: Mention) -> Iterable[list[str]]:
    cells = words.mention_words(one)
    for part in parts_that_fit(cells[words.SAID], list(words.HEADINGS.values())[words.SAID]):
        yield [*cells[: words.SAID], part, *cells[words.SAID + 1 :]]
