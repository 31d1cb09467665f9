"""The overview as an Excel workbook: to be read on screen, printed for a board, filled in and sent back."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from mrdb.domain.agreements import done_agreements, open_agreements
from mrdb.domain.basis import Basis
from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, Change, ManagementResponse, Recommendation
from mrdb.domain.rewind import by_action, standing
from mrdb.domain.summary import summary
from mrdb.exchange.cell_text import cell_text
from mrdb.exchange.collector import collecting_nothing
from mrdb.exchange.column import Line, Made
from mrdb.exchange.columns import (
    AGREEMENTS,
    HISTORY,
    MILESTONES,
    OVERVIEW,
    RECOMMENDATIONS,
    AgreementLine,
    MilestoneLine,
    ReportLine,
    answer_lines,
)
from mrdb.exchange.guide import Source, write_guide
from mrdb.exchange.sheets import Book, Table, write_table
from mrdb.exchange.styles import Styles
from mrdb.exchange.summary import write_summary
from mrdb.text import excel, nl
from mrdb.text.documents import document_names

FIRST_ROW = 2
"""Below the headings."""


@collecting_nothing()
def overview_workbook(
    actions: Sequence[Action],
    today: date,
    *,
    basis: Basis | None,
    journal: Sequence[Change] = (),
    with_internal: bool = False,
    address: str = "",
) -> bytes:
    """The bytes of an ``.xlsx`` with seven sheets about these actions, in the order given.

    ``basis`` is the newest line of the journal that the actions were read with: the hidden keys carry it, so that
    a copy that comes back filled in tells what stood in it. None is for actions as they stood on an earlier day: that
    file has no keys and no cells to fill in. ``journal``, the newest line first, tells why deadlines moved.
    ``address`` is where others find the program; without it no link leads there.
    """
    lines = [Line(action) for action in actions]
    answers = [line for one, own in _by_recommendation(actions).items() for line in answer_lines(one, own)]
    steps = [MilestoneLine(action, milestone) for action in actions for milestone in action.milestones]
    reports = [ReportLine(action, report) for action in actions for report in action.reports]
    agreed = (*open_agreements(actions), *done_agreements(actions))
    agreements = [AgreementLine(one.action, one.agreed) for one in agreed]
    responses = tuple(dict.fromkeys(action.recommendation.response for action in actions))
    places = {
        excel.SHEET: _first_rows(action.id for action in actions),
        excel.RECOMMENDATIONS_SHEET: _first_rows(line.recommendation.id for line in answers),
        excel.MILESTONES_SHEET: _first_rows(step.action.id for step in steps),
    }
    moves = by_action(line for line in standing(journal) if line.fact == Fact.PERIOD)
    made = Made(today, basis, address, with_internal, document_names(responses), places, moves)
    buffer = BytesIO()
    file = Workbook(buffer, {"in_memory": True})
    file.set_properties(_properties(responses, made))
    book = Book(file, Styles(file), made, _page_title(responses, made), excel.situation_on(today))
    write_summary(book, responses, summary(actions, today))
    write_table(book, Table(excel.SHEET, OVERVIEW, lines, excel.NO_ACTIONS, excel.NEW_ACTION))
    write_table(book, Table(excel.RECOMMENDATIONS_SHEET, RECOMMENDATIONS, answers, excel.NO_RECOMMENDATIONS))
    write_table(book, Table(excel.MILESTONES_SHEET, MILESTONES, steps, excel.NO_MILESTONES, excel.NEW_MILESTONE))
    write_table(book, Table(excel.AGREEMENTS_SHEET, AGREEMENTS, agreements, excel.NO_AGREEMENTS))
    write_table(book, Table(excel.HISTORY_SHEET, HISTORY, reports, excel.NO_REPORTS))
    counts = (len(actions), len(places[excel.RECOMMENDATIONS_SHEET]), len(steps), len(reports))
    write_guide(book, Source(responses, counts))
    file.close()
    return buffer.getvalue()


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


def _page_title(responses: Sequence[ManagementResponse], made: Made) -> str:
    title = f"&B{nl.APP}&B"
    if subject := _subject(responses):
        title = f"{title} – {excel.header_subject(subject)}"
    return f"&B{excel.INTERNAL_FILE}&B – {title}" if made.with_internal else title


def _subject(responses: Sequence[ManagementResponse]) -> str:
    """The subject of the management response, where all rows belong to one."""
    return cell_text(responses[0].subject) or "" if len(responses) == 1 else ""


def _properties(responses: Sequence[ManagementResponse], made: Made) -> dict[str, Any]:
    return {
        "title": nl.APP,
        "subject": _subject(responses),
        "author": nl.APP,
        "comments": excel.situation_on(made.today),
        "created": datetime.combine(made.today, time()),
    }
