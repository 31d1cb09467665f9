"""The overview as an Excel workbook: to be read on screen, printed for a board, filled in and sent back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from mrdb.domain.basis import Basis
from mrdb.domain.response import Action, ManagementResponse, Recommendation
from mrdb.exchange.cell_text import cell_text
from mrdb.exchange.column import Made, Row
from mrdb.exchange.columns import HISTORY, MILESTONES, OVERVIEW, RECOMMENDATIONS, answered
from mrdb.exchange.guide import Source, write_guide
from mrdb.exchange.sheets import Page, Table, write_table
from mrdb.exchange.styles import Styles
from mrdb.text import excel
from mrdb.text.documents import document_names

FIRST_ROW = 2
"""Below the headings."""


def overview_workbook(
    actions: Sequence[Action], today: date, *, basis: Basis | None, with_internal: bool = False, address: str = ""
) -> bytes:
    """The bytes of an ``.xlsx`` with five sheets about these actions, in the order given.

    ``basis`` is the newest line of the journal that the actions were read with: the hidden keys carry it, so that
    a copy that comes back filled in tells what stood in it. None is for actions as they stood on an earlier day: that
    file has no keys and no cells to fill in. ``address`` is where the program runs; without it no link leads there.
    """
    answers = [row for one, own in _by_recommendation(actions).items() for row in answered(one, own)]
    pairs = [(action, milestone) for action in actions for milestone in action.milestones]
    reports = [(action, report) for action in actions for report in action.reports]
    responses = tuple(dict.fromkeys(action.recommendation.response for action in actions))
    places = {
        excel.SHEET: _first_rows(action.id for action in actions),
        excel.RECOMMENDATIONS_SHEET: _first_rows(row.recommendation.id for row in answers),
        excel.MILESTONES_SHEET: _first_rows(action.id for action, _ in pairs),
    }
    made = Made(today, basis, address, with_internal, document_names(responses), places)
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties(_properties(responses, made))
    writer = _BookWriter(book, Styles(book), made, _page(responses, made))
    writer.table(Table(excel.SHEET, OVERVIEW, actions, excel.NO_ACTIONS, excel.NEW_ACTION))
    writer.table(Table(excel.RECOMMENDATIONS_SHEET, RECOMMENDATIONS, answers, excel.NO_RECOMMENDATIONS))
    writer.table(Table(excel.MILESTONES_SHEET, MILESTONES, pairs, excel.NO_MILESTONES, excel.NEW_MILESTONE))
    writer.table(Table(excel.HISTORY_SHEET, HISTORY, reports, excel.NO_REPORTS))
    writer.guide(Source(responses, (len(actions), len(places[excel.RECOMMENDATIONS_SHEET]), len(pairs), len(reports))))
    book.close()
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _BookWriter:
    """What every sheet of one workbook shares."""

    book: Any
    styles: Styles
    made: Made
    page: Page

    def table(self, table: Table[Row]) -> None:
        write_table(self.book, self.styles, table, self.made, self.page)

    def guide(self, source: Source) -> None:
        write_guide(self.book, self.styles, self.made, source, self.page)


def _by_recommendation(actions: Iterable[Action]) -> dict[Recommendation, list[Action]]:
    """Each recommendation once, where its first action stands."""
    found: dict[Recommendation, list[Action]] = {}
    for action in actions:
        found.setdefault(action.recommendation, []).append(action)
    return found


def _first_rows(ids: Iterable[int]) -> dict[int, int]:
    """In which row each id comes up first."""
    rows: dict[int, int] = {}
    for row, id_ in enumerate(ids, start=FIRST_ROW):
        rows.setdefault(id_, row)
    return rows


def _page(responses: Sequence[ManagementResponse], made: Made) -> Page:
    title = f"&B{excel.TITLE}&B"
    if subject := _subject(responses):
        title = f"{title} – {excel.header_subject(subject)}"
    if made.with_internal:
        title = f"&B{excel.INTERNAL_FILE}&B – {title}"
    return Page(title, excel.situation_on(made.today))


def _subject(responses: Sequence[ManagementResponse]) -> str:
    """The subject of the management response, where all rows belong to one."""
    return cell_text(responses[0].subject) or "" if len(responses) == 1 else ""


def _properties(responses: Sequence[ManagementResponse], made: Made) -> dict[str, Any]:
    return {
        "title": excel.TITLE,
        "subject": _subject(responses),
        "author": excel.TITLE,
        "comments": excel.situation_on(made.today),
        "created": datetime.combine(made.today, time()),
    }
