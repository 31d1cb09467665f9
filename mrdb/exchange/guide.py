"""The sheet *Leeswijzer*: from what the file was made, what may be filled in, what the colours mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mrdb.domain.facts import Fact
from mrdb.domain.response import ManagementResponse
from mrdb.domain.status import Urgency
from mrdb.exchange.cell_text import cell_text
from mrdb.exchange.column import Made
from mrdb.exchange.columns import MILESTONES, OVERVIEW
from mrdb.exchange.row_height import row_height
from mrdb.exchange.sheets import Book, write_cell
from mrdb.exchange.styles import ACCENT, FILL_IN, LATE, Styles
from mrdb.text import excel, nl
from mrdb.text import excel_guide as words
from mrdb.text.colours import STATUS_LOOK, Look
from mrdb.text.dates import short_time
from mrdb.text.labels import HEADING, URGENCY
from mrdb.text.statuses import STATUSES

_LABEL_WIDTH, _PROSE_WIDTH = 26, 110
_SECTION_HEIGHT, _GAP = 32, 5


@dataclass(frozen=True, slots=True)
class Source:
    """What the file was made from; the four counts are actions, recommendations, milestones and reports."""

    responses: Sequence[ManagementResponse]
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Line:
    """A label and a text, which is "" under the title of a section.

    ``look`` colours the label; ``link`` makes it one, or the text where that is an address.
    """

    label: str
    text: str = ""
    look: Look | None = None
    link: str = ""


def write_guide(book: Book, source: Source) -> None:
    sheet = book.add_sheet(excel.GUIDE_SHEET, ACCENT)
    sheet.set_column(0, 0, _LABEL_WIDTH)
    sheet.set_column(1, 1, _PROSE_WIDTH)
    sheet.fit_to_pages(1, 1)
    sheet.set_row(0, 36)
    write_cell(sheet, (0, 0), nl.APP, book.styles.title)
    sheet.set_row(1, 22)
    write_cell(sheet, (1, 0), book.state, book.styles.subtitle)
    row = 2
    for line in _lines(book.made, source):
        if line.text:
            _write_line(sheet, book.styles, row, line)
        else:
            sheet.set_row(row, _SECTION_HEIGHT)
            write_cell(sheet, (row, 0), line.label, book.styles.section)
            row += 1
            sheet.set_row(row, _GAP)
        row += 1


def _write_line(sheet: Any, styles: Styles, row: int, line: _Line) -> None:
    label, text = cell_text(line.label) or "", cell_text(line.text) or ""
    sheet.set_row(row, row_height([(label, _LABEL_WIDTH), (text, _PROSE_WIDTH)]) + 3)
    inside, outside = (line.link, "") if line.link.startswith("internal:") else ("", line.link)
    style = styles.sample(line.look) if line.look else styles.label_link if inside else styles.label
    write_cell(sheet, (row, 0), label, style, link=inside)
    write_cell(sheet, (row, 1), text, styles.prose_link if outside else styles.prose, link=outside)


def _lines(made: Made, source: Source) -> Iterator[_Line]:
    yield _Line(words.MADE_FROM)
    for response in source.responses:
        yield _Line(made.documents.get(response.id, HEADING[Fact.DOCUMENT]), words.document_words(response))
    yield _Line(words.CONTENT, words.counted(*source.counts))
    if made.basis is not None and made.basis.at is not None:
        yield _Line(words.JOURNAL, short_time(made.basis.at))
    if made.address:
        yield _Line(words.ADDRESS, made.address, link=made.address)
    yield _Line(words.INTERNAL, words.INTERNAL_IN if made.with_internal else words.INTERNAL_OUT)
    yield _Line(words.SHEETS)
    for name, about in words.ABOUT_SHEET.items():
        yield _Line(name, about, link=f"internal:'{name}'!A1")
    if made.is_fillable:
        yield from _to_fill_in()
    yield _Line(words.COLOURS)
    for status, said in STATUSES.items():
        yield _Line(said.label, said.about, look=STATUS_LOOK[status])
    yield _Line(words.NO_REPORT, nl.NO_REPORTS)
    yield _Line(f"{URGENCY[Urgency.OVERDUE]} {LATE.icon}", words.about_late(made.today), look=LATE)


def _to_fill_in() -> Iterator[_Line]:
    yield _Line(words.TO_FILL_IN)
    yield _Line(words.FILL_IN_LOOK, words.FILL_IN, look=FILL_IN)
    yield _Line(*words.fields_of(excel.SHEET, [column.heading for column in OVERVIEW if column.field]))
    yield _Line(*words.fields_of(excel.MILESTONES_SHEET, [column.heading for column in MILESTONES if column.field]))
    for label, text in words.HOW.items():
        yield _Line(label, text)
