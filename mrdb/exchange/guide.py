"""The sheet *Leeswijzer*: from what the file was made, what may be filled in, what the colours mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mrdb.domain.response import ManagementResponse
from mrdb.domain.status import Urgency
from mrdb.exchange.cell_text import cell_text
from mrdb.exchange.column import Made
from mrdb.exchange.columns import MILESTONES, OVERVIEW
from mrdb.exchange.row_height import row_height
from mrdb.exchange.sheets import GrowingSheet, Page, protect, set_up_print, write_cell
from mrdb.exchange.styles import ACCENT, FILL_IN, LATE, Style, Styles
from mrdb.text import excel
from mrdb.text import excel_guide as words
from mrdb.text.colours import STATUS_LOOK, Look
from mrdb.text.labels import URGENCY
from mrdb.text.statuses import STATUSES

_LABEL_WIDTH, _PROSE_WIDTH = 26, 110
_SECTION_HEIGHT, _GAP = 32, 5


@dataclass(frozen=True, slots=True)
class Source:
    """What the file was made from; the four counts are actions, recommendations, milestones and reports."""

    responses: Sequence[ManagementResponse]
    counts: tuple[int, int, int, int]


class _Writer:
    """Puts one line below the other, and knows where it is."""

    def __init__(self, sheet: Any, styles: Styles) -> None:
        self.sheet, self.styles, self.row = sheet, styles, 0

    def heading(self, text: str, style: Style, height: float) -> None:
        self.sheet.set_row(self.row, height)
        write_cell(self.sheet, self.styles, (self.row, 0), text, style)
        self.row += 1

    def section(self, text: str) -> None:
        self.heading(text, Style.SECTION, _SECTION_HEIGHT)
        self.heading("", Style.SUBTITLE, _GAP)

    def line(self, label: str, text: str, *, look: Look | None = None, link: str = "") -> None:
        """``look`` colours the label; ``link`` makes it one, or the text where that is an address."""
        label, text = cell_text(label) or "", cell_text(text) or ""
        height = row_height([(label, _LABEL_WIDTH), (text, _PROSE_WIDTH)])
        self.sheet.set_row(self.row, height + 3)
        write_cell(self.sheet, self.styles, (self.row, 1), text, Style.PROSE)
        if look is not None:
            self.sheet.write_string(self.row, 0, label, self.styles.sample(look))
        else:
            write_cell(self.sheet, self.styles, (self.row, 0), label, Style.LABEL)
        if link.startswith("internal:"):
            self.sheet.write_url(self.row, 0, link, self.styles(Style.LABEL_LINK), label)
        elif link:
            self.sheet.write_url(self.row, 1, link, self.styles(Style.PROSE_LINK), text)
        self.row += 1


def write_guide(book: Any, styles: Styles, made: Made, source: Source, page: Page) -> None:
    sheet = book.add_worksheet(excel.GUIDE_SHEET, worksheet_class=GrowingSheet)
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _PROSE_WIDTH)
    sheet.hide_gridlines(2)
    sheet.set_tab_color(ACCENT)
    writer = _Writer(sheet, styles)
    writer.heading(excel.TITLE, Style.TITLE, 36)
    writer.heading(page.state, Style.SUBTITLE, 22)
    _tell_source(writer, made, source)
    _tell_sheets(writer)
    if made.is_fillable:
        _tell_what_to_fill_in(writer)
    _tell_colours(writer, made)
    set_up_print(sheet, page, "")
    sheet.fit_to_pages(1, 1)
    protect(sheet)


def _tell_source(writer: _Writer, made: Made, source: Source) -> None:
    writer.section(words.MADE_FROM)
    for response in source.responses:
        writer.line(made.documents.get(response.id, excel.DOCUMENT), words.document_words(response))
    writer.line(words.CONTENT, words.counted(*source.counts))
    if made.basis is not None:
        writer.line(words.JOURNAL, words.journal_line(made.basis.line_id))
    if made.address:
        writer.line(words.ADDRESS, made.address, link=made.address)
    writer.line(words.INTERNAL, words.INTERNAL_IN if made.with_internal else words.INTERNAL_OUT)


def _tell_sheets(writer: _Writer) -> None:
    writer.section(words.SHEETS)
    for name, about in words.ABOUT_SHEET.items():
        writer.line(name, about, link=f"internal:'{name}'!A1")


def _tell_what_to_fill_in(writer: _Writer) -> None:
    writer.section(words.TO_FILL_IN)
    writer.line(words.FILL_IN_LOOK, words.FILL_IN, look=FILL_IN)
    of_actions = [column.heading for column in OVERVIEW if column.field]
    of_milestones = [column.heading for column in MILESTONES if column.field]
    writer.line(*words.fields_of(excel.SHEET, of_actions))
    writer.line(*words.fields_of(excel.MILESTONES_SHEET, of_milestones))
    writer.line(words.NEW, words.NEW_HOW)
    writer.line(words.RULES, words.RULES_SAID)
    writer.line(words.BACK, words.BACK_HOW)
    writer.line(words.PROTECTED, words.PROTECTED_HOW)


def _tell_colours(writer: _Writer, made: Made) -> None:
    writer.section(words.COLOURS)
    for status, said in STATUSES.items():
        writer.line(said.label, said.about, look=STATUS_LOOK[status])
    writer.line(words.NO_REPORT, words.ABOUT_NO_REPORT)
    writer.line(f"{URGENCY[Urgency.OVERDUE]} {LATE.icon}", words.about_late(made.today), look=LATE)
