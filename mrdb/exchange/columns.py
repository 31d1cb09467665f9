"""The columns of the Excel overview: one list a sheet, in their order, for writing and for reading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from mrdb.domain.facts import Fact
from mrdb.domain.followup import current_status, is_closed, last_comment, last_report, next_milestone
from mrdb.domain.period import Period, PeriodKind
from mrdb.domain.response import Action, Milestone, Recommendation, StatusReport
from mrdb.domain.status import Urgency
from mrdb.exchange.cell_text import cell_text
from mrdb.exchange.column import Cell, CellKind, Column, Made
from mrdb.exchange.row_height import parts_that_fit
from mrdb.exchange.row_key import RowKey
from mrdb.text import excel, labels
from mrdb.text.dates import BRUSSELS
from mrdb.text.history import realisation_words
from mrdb.text.ics import ACTION_ADDRESS
from mrdb.text.periods import period_phrase

ActionMilestone = tuple[Action, Milestone]
ActionReport = tuple[Action, StatusReport]


@dataclass(frozen=True, slots=True)
class Answered:
    """A recommendation with those of its actions that are in the file, and as much of its text as one row can show.

    What is left stands in rows that are a ``sequel``.
    """

    recommendation: Recommendation
    actions: Sequence[Action]
    text: str
    answer: str
    is_sequel: bool = False


def due_cell(action: Action) -> Cell:
    """The next deadline; else what is known instead of a date: a start that lies ahead, or that it goes on."""
    milestone = next_milestone(action)
    if milestone is not None and milestone.period is not None:
        return milestone.period.due or period_phrase(milestone.period)
    if any(m.period is not None and m.period.kind == PeriodKind.CONTINUOUS for m in action.milestones):
        return labels.URGENCY[Urgency.CONTINUOUS]
    return None


def _name(recommendation: Recommendation) -> str | None:
    return cell_text(f"{recommendation.number}. {recommendation.title}")


def _status(action: Action) -> str | None:
    status = current_status(action)
    return labels.STATUS[status] if status is not None else None


def _internal(report: StatusReport | None) -> str | None:
    return cell_text(report.internal) if report else None


def _document(recommendation: Recommendation, made: Made) -> str | None:
    return cell_text(made.documents[recommendation.response.id])


def _has_documents(made: Made) -> bool:
    return bool(made.documents)


def _has_internal(made: Made) -> bool:
    return made.with_internal


def _is_fillable(made: Made) -> bool:
    return made.is_fillable


def _key(action: Action, made: Made, milestone_id: int | None = None) -> str | None:
    return None if made.basis is None else RowKey.of(action, made.basis, milestone_id).code()


def _address(action: Action, made: Made) -> str:
    return f"{made.address.rstrip('/')}/{ACTION_ADDRESS.format(id=action.id)}"


OVERVIEW: tuple[Column[Action], ...] = (
    Column(
        excel.NUMBER,
        lambda action, _: cell_text(action.number),
        7,
        typed=Fact.NUMBER,
        link=lambda action, made: made.link(excel.RECOMMENDATIONS_SHEET, action.recommendation.id),
    ),
    Column(
        excel.DOCUMENT,
        lambda action, made: _document(action.recommendation, made),
        20,
        typed=Fact.DOCUMENT,
        is_wanted=_has_documents,
    ),
    Column(excel.RECOMMENDATION, lambda action, _: _name(action.recommendation), 24, typed=Fact.RECOMMENDATION),
    Column(excel.ACTION, lambda action, _: cell_text(action.text), 37, typed=Fact.ACTION_TEXT),
    Column(excel.CALENDAR, lambda action, _: cell_text(action.calendar), 29, typed=Fact.CALENDAR),
    Column(excel.DUE, lambda action, _: due_cell(action), 14, CellKind.DUE),
    Column(
        excel.RESPONSIBLE,
        lambda action, _: cell_text(action.responsible),
        23,
        field=Fact.RESPONSIBLE,
        typed=Fact.RESPONSIBLE,
    ),
    Column(excel.STATUS, lambda action, _: _status(action), 13, CellKind.STATUS, field=Fact.STATUS, typed=Fact.STATUS),
    Column(
        excel.COMMENT, lambda action, _: cell_text(last_comment(action)), 36, field=Fact.COMMENT, typed=Fact.COMMENT
    ),
    Column(excel.INTERNAL, lambda action, _: _internal(last_report(action)), 32, is_wanted=_has_internal),
    Column(
        excel.MILESTONES,
        lambda action, _: excel.milestones(len(action.milestones)) if action.milestones else None,
        13,
        CellKind.LINK,
        link=lambda action, made: made.link(excel.MILESTONES_SHEET, action.id),
    ),
    Column(
        excel.LINK,
        lambda *_: excel.OPEN,
        13,
        CellKind.LINK,
        link=_address,
        is_wanted=lambda made: bool(made.address),
    ),
    Column(excel.KEY, _key, 18, CellKind.KEY, is_wanted=_is_fillable),
)


def _period_cell(period: Period | None) -> Cell:
    return (period.due or period_phrase(period)) if period else None


def _is_movable(row: ActionMilestone) -> bool:
    """A deadline moves until it is reached, and may be agreed on where none could be read."""
    _, milestone = row
    kind = milestone.period.kind if milestone.period else PeriodKind.DEADLINE
    return kind == PeriodKind.DEADLINE and milestone.reached_on is None


def _is_milestone_late(row: ActionMilestone, made: Made) -> bool:
    action, milestone = row
    if milestone.reached_on or is_closed(action):
        return False
    due = milestone.period.due if milestone.period else None
    return due is not None and due < made.today


MILESTONES: tuple[Column[ActionMilestone], ...] = (
    Column(
        excel.NUMBER,
        lambda row, _: cell_text(row[0].number),
        7,
        typed=Fact.NUMBER,
        link=lambda row, made: made.link(excel.SHEET, row[0].id),
    ),
    Column(
        excel.DOCUMENT,
        lambda row, made: _document(row[0].recommendation, made),
        20,
        typed=Fact.DOCUMENT,
        is_wanted=_has_documents,
    ),
    Column(excel.ACTION, lambda row, _: cell_text(row[0].text), 46),
    Column(excel.MILESTONE, lambda row, _: cell_text(row[1].label), 40, typed=Fact.LABEL),
    Column(excel.FIRST_DUE, lambda row, _: _period_cell(row[1].first_period), 16, CellKind.DUE, may_lack=True),
    Column(excel.DUE, lambda row, _: _period_cell(row[1].period), 20, CellKind.DUE, is_late=_is_milestone_late),
    Column(
        excel.NEW_DUE,
        lambda *_: None,
        15,
        CellKind.DUE,
        field=Fact.PERIOD,
        is_open=_is_movable,
        typed=Fact.PERIOD,
        is_wanted=_is_fillable,
    ),
    Column(
        excel.MOVE_REASON,
        lambda *_: None,
        36,
        field=Fact.MOVE_REASON,
        is_open=_is_movable,
        is_wanted=_is_fillable,
    ),
    Column(
        excel.REACHED_ON,
        lambda row, _: row[1].reached_on,
        15,
        CellKind.DUE,
        field=Fact.REACHED,
        typed=Fact.REACHED,
    ),
    Column(
        excel.KEY,
        lambda row, made: _key(row[0], made, row[1].id),
        18,
        CellKind.KEY,
        is_wanted=_is_fillable,
    ),
)


def _acceptance(recommendation: Recommendation) -> str | None:
    if recommendation.acceptance is None:
        return None
    label = labels.ACCEPTANCE[recommendation.acceptance]
    return cell_text("\n".join(filter(None, (label, recommendation.acceptance_reason))))


def _realised(recommendation: Recommendation) -> str | None:
    return cell_text(realisation_words(recommendation.realisation)) if recommendation.realisation else None


def answered(recommendation: Recommendation, actions: Sequence[Action]) -> Iterator[Answered]:
    """The rows of one recommendation: more than one where Excel cannot show all of its text in one."""
    texts = parts_that_fit(cell_text(recommendation.text) or "", _TEXT_WIDTH)
    answers = parts_that_fit(cell_text(recommendation.answer) or "", _ANSWER_WIDTH)
    for number, (text, answer) in enumerate(zip_longest(texts, answers, fillvalue="")):
        yield Answered(recommendation, actions, text, answer, is_sequel=number > 0)


def _title(row: Answered) -> str | None:
    title = row.recommendation.title
    return cell_text(excel.sequel(title) if row.is_sequel else title)


_TEXT_WIDTH, _ANSWER_WIDTH = 60, 82
RECOMMENDATIONS: tuple[Column[Answered], ...] = (
    Column(
        excel.NUMBER,
        lambda row, _: str(row.recommendation.number),
        7,
        link=lambda row, made: made.link(excel.SHEET, row.actions[0].id),
    ),
    Column(excel.DOCUMENT, lambda row, made: _document(row.recommendation, made), 20, is_wanted=_has_documents),
    Column(excel.RECOMMENDATION, lambda row, _: _title(row), 28),
    Column(excel.RECOMMENDATION_TEXT, lambda row, _: row.text or None, _TEXT_WIDTH),
    Column(excel.ACCEPTANCE, lambda row, _: _acceptance(row.recommendation), 15, may_lack=True),
    Column(excel.ANSWER, lambda row, _: row.answer or None, _ANSWER_WIDTH),
    Column(excel.ACTIONS, lambda row, _: cell_text(", ".join(action.number for action in row.actions)), 10),
    Column(excel.REALISED, lambda row, _: _realised(row.recommendation), 20, may_lack=True),
)

HISTORY: tuple[Column[ActionReport], ...] = (
    Column(
        excel.NUMBER,
        lambda row, _: cell_text(row[0].number),
        7,
        link=lambda row, made: made.link(excel.SHEET, row[0].id),
    ),
    Column(excel.DOCUMENT, lambda row, made: _document(row[0].recommendation, made), 20, is_wanted=_has_documents),
    Column(excel.ACTION, lambda row, _: cell_text(row[0].text), 42),
    Column(excel.MOMENT_DATE, lambda row, _: row[1].moment.date, 13, CellKind.DUE),
    Column(excel.MOMENT, lambda row, _: cell_text(row[1].moment.title), 24, may_lack=True),
    Column(excel.STATUS, lambda row, _: labels.STATUS[row[1].status], 13, CellKind.STATUS),
    Column(excel.COMMENT, lambda row, _: cell_text(row[1].comment), 56),
    Column(excel.INTERNAL, lambda row, _: _internal(row[1]), 36, is_wanted=_has_internal),
    Column(excel.AUTHOR, lambda row, _: cell_text(row[1].author), 22),
    Column(excel.SAID_ON, lambda row, _: row[1].at.astimezone(BRUSSELS).date(), 14, CellKind.DUE),
)
