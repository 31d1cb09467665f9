"""The columns of the overview in Excel: one list, in the order in which they stand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mrdb.domain.followup import current_status, last_comment, last_report, next_milestone
from mrdb.domain.period import PeriodKind
from mrdb.domain.response import Action
from mrdb.domain.status import Urgency
from mrdb.exchange.cell_text import cell_text
from mrdb.text import excel, labels
from mrdb.text.documents import action_documents
from mrdb.text.periods import period_phrase


class CellKind(Enum):
    """What stands in a column; a due cell holds a date, or text where there is no date to give."""

    TEXT = "text"
    DUE = "due"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Column:
    """``cell`` reads what stands in the cell: text fit for a sheet, a date, or None for an empty cell.

    ``width`` is in Excel's unit, the width of one digit.
    """

    heading: str
    cell: Callable[[Action], str | date | None]
    width: float
    kind: CellKind = CellKind.TEXT


def due_cell(action: Action) -> str | date | None:
    """The next deadline; else what is known instead of a date: a start that lies ahead, or that it goes on."""
    milestone = next_milestone(action)
    if milestone is not None and milestone.period is not None:
        return milestone.period.due or period_phrase(milestone.period)
    if any(m.period is not None and m.period.kind == PeriodKind.CONTINUOUS for m in action.milestones):
        return labels.URGENCY[Urgency.CONTINUOUS]
    return None


def _recommendation(action: Action) -> str | None:
    return cell_text(f"{action.recommendation.number}. {action.recommendation.title}")


def _status(action: Action) -> str | None:
    status = current_status(action)
    return labels.STATUS[status] if status is not None else None


def _comment(action: Action) -> str | None:
    return cell_text(last_comment(action)) or None


def _internal(action: Action) -> str | None:
    report = last_report(action)
    return cell_text(report.internal) or None if report else None


COLUMNS: tuple[Column, ...] = (
    Column(excel.NUMBER, lambda action: cell_text(action.number), 6),
    Column(excel.RECOMMENDATION, _recommendation, 24),
    Column(excel.ACTION, lambda action: cell_text(action.text), 37),
    Column(excel.CALENDAR, lambda action: cell_text(action.calendar), 29),
    Column(excel.DUE, due_cell, 13, CellKind.DUE),
    Column(excel.RESPONSIBLE, lambda action: cell_text(action.responsible), 20),
    Column(excel.STATUS, _status, 12, CellKind.STATUS),
    Column(excel.COMMENT, _comment, 32),
)


INTERNAL = Column(excel.INTERNAL, _internal, 32)
"""For a sheet that stays inside only."""


def columns_for(actions: Sequence[Action], *, with_internal: bool) -> tuple[Column, ...]:
    """The agreed columns; where the actions come from several documents, which one stands beside the number."""
    documents = action_documents(actions)
    number, *others = (*COLUMNS, INTERNAL) if with_internal else COLUMNS
    if not documents:
        return (number, *others)
    return (number, Column(excel.DOCUMENT, lambda action: cell_text(documents[action.id]), 20), *others)
