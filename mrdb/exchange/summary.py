"""The sheet *Samenvatting*, for who reads no further: the counts, which actions are late, which are due soon."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from mrdb.domain.facts import Fact
from mrdb.domain.response import ManagementResponse
from mrdb.domain.status import Urgency
from mrdb.domain.summary import Pressing, Summary
from mrdb.exchange.cell_text import cell_text
from mrdb.exchange.column import Cell
from mrdb.exchange.row_height import row_height
from mrdb.exchange.sheets import Book, write_cell
from mrdb.exchange.styles import ACCENT, HEADING, LATE, Style
from mrdb.text import excel, nl
from mrdb.text import summary as words
from mrdb.text.colours import STATUS_LOOK, URGENCY_LOOK, Look
from mrdb.text.excel_guide import document_words
from mrdb.text.labels import HEADING as NAME
from mrdb.text.labels import URGENCY

MOST = 25
"""Actions in a list: all of them stand on the next sheet."""
_NUMBER, _TEXT, _RESPONSIBLE, _DUE, _DAYS = 9, 74, 36, 14, 20
_DOCUMENT = 30
_COUNT_HEIGHT = 20


@dataclass(slots=True)
class _Page:
    """The sheet while it is written from top to bottom, ``row`` by row."""

    sheet: Any
    book: Book
    widths: Sequence[int]
    row: int = field(default=0)

    def write(self, cells: Iterable[tuple[Cell, Style]], *, link: str = "") -> None:
        """One row; ``link`` is where a click on its first cell leads."""
        told = [(cell_text(value) if isinstance(value, str) else value, style) for value, style in cells]
        texts = [(value, width) for (value, _), width in zip(told, self.widths, strict=False) if isinstance(value, str)]
        self.sheet.set_row(self.row, row_height(texts))
        for column, (value, style) in enumerate(told):
            write_cell(self.sheet, (self.row, column), value, style, link="" if column else link)
        self.row += 1

    def write_across(self, text: str, style: Style, height: float = 0) -> None:
        """A text over the whole width, as high as it takes."""
        said = cell_text(text) or ""
        self.sheet.set_row(self.row, height or row_height([(said, sum(self.widths))]))
        self.sheet.merge_range(self.row, 0, self.row, len(self.widths) - 1, "", style.plain)
        write_cell(self.sheet, (self.row, 0), said, style)
        self.row += 1

    def write_count(self, n: int, look: Look, label: str) -> None:
        self.sheet.set_row(self.row, _COUNT_HEIGHT)
        self.sheet.write_number(self.row, 0, n, self.book.styles.count(look).plain)
        write_cell(self.sheet, (self.row, 1), label, self.book.styles.count_label)
        self.row += 1


def write_summary(book: Book, responses: Sequence[ManagementResponse], found: Summary) -> None:
    has_documents, styles = bool(book.made.documents), book.styles
    widths = (_NUMBER, *([_DOCUMENT] if has_documents else ()), _TEXT, _RESPONSIBLE, _DUE, _DAYS)
    page = _Page(book.add_sheet(excel.SUMMARY_SHEET, ACCENT, excel.late_mark(LATE.icon)), book, widths)
    for column, width in enumerate(widths):
        page.sheet.set_column(column, column, width)
    page.write_across(nl.WHERE_WE_STAND, styles.title, 36)
    page.write_across(book.state, styles.subtitle, 22)
    for response in responses:
        page.write_across(document_words(response), styles.label)
    page.row += 1
    page.write_count(found.counts.total, HEADING, nl.TOTAL)
    for urgency, n in ((Urgency.OVERDUE, found.counts.overdue), (Urgency.SOON, found.counts.soon)):
        page.write_count(n, URGENCY_LOOK[urgency], URGENCY[urgency])
    for status, n in found.counts.by_status.items():
        page.write_count(n, STATUS_LOOK[status], STATUS_LOOK[status].label)
    _write_list(page, URGENCY[Urgency.OVERDUE], found.late, words.NONE_LATE)
    _write_list(page, words.SOON_TITLE, found.soon, words.NONE_SOON)


def _write_list(page: _Page, title: str, found: Sequence[Pressing], nothing: str) -> None:
    styles, made = page.book.styles, page.book.made
    page.write_across(title, styles.section, 32)
    if not found:
        page.write_across(nothing, styles.subtitle)
        return
    document = (NAME[Fact.DOCUMENT],) if made.documents else ()
    names = (NAME[Fact.NUMBER], *document, NAME[Fact.ACTION_TEXT], NAME[Fact.RESPONSIBLE], excel.DUE, words.DAYS)
    page.write((name, styles.heading) for name in names)
    for one in found[:MOST]:
        action, left = one.action, nl.days_left(one.day, made.today)
        document = (made.documents[action.recommendation.response.id],) if made.documents else ()
        texts = (action.number, *document, action.text, action.responsible)
        looks = (styles.link, *[styles.text] * (len(texts) - 1))
        due = (one.day, styles.date_late if one.day < made.today else styles.date)
        page.write([*zip(texts, looks, strict=True), due, (left, styles.text)], link=made.link(excel.SHEET, action.id))
    if len(found) > MOST:
        page.write_across(words.more(len(found) - MOST), styles.subtitle)
