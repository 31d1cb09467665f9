"""The columns of the Excel overview: one list a sheet, in their order, for writing and for reading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from mrdb.domain.agreements import AgreedOn
from mrdb.domain.codes import code_of
from mrdb.domain.days import day_of
from mrdb.domain.facts import Fact
from mrdb.domain.followup import current_status, is_closed, last_comment, last_report, next_milestone
from mrdb.domain.period import Period, PeriodKind
from mrdb.domain.response import Action, Agreed, Milestone, Recommendation, StatusReport
from mrdb.domain.status import Urgency
from mrdb.exchange.cell_text import cell_text
from mrdb.exchange.column import Cell, CellKind, Column, Line, Made
from mrdb.exchange.row_height import parts_that_fit
from mrdb.exchange.row_key import RowKey
from mrdb.text import excel, labels, nl
from mrdb.text.agreements import done_by
from mrdb.text.decisions import capital
from mrdb.text.history import realisation_words
from mrdb.text.ics import ACTION_ADDRESS
from mrdb.text.periods import period_phrase
from mrdb.text.report import calendar_notes


@dataclass(frozen=True, slots=True)
class MilestoneLine(Line):
    milestone: Milestone


@dataclass(frozen=True, slots=True)
class AgreementLine(Line):
    agreed: Agreed


@dataclass(frozen=True, slots=True)
class ReportLine(Line):
    report: StatusReport


@dataclass(frozen=True, slots=True)
class AnswerLine(Line):
    """A recommendation with those of its actions that are in the file, and as much of its text as one row can show.

    What is left stands in rows that are a ``sequel``.
    """

    actions: Sequence[Action]
    text: str
    answer: str
    is_sequel: bool = False

    @property
    def recommendation(self) -> Recommendation:
        return self.action.recommendation


def _due(line: Line, _: Made) -> Cell:
    """The next deadline; else what is known instead of a date: a start that lies ahead, or that it goes on."""
    milestone = next_milestone(line.action)
    if milestone is not None:
        return _period_cell(milestone.period)
    if any(m.period is not None and m.period.kind == PeriodKind.CONTINUOUS for m in line.action.milestones):
        return labels.URGENCY[Urgency.CONTINUOUS]
    return None


def _due_notes(line: Line, made: Made) -> Cell:
    return "\n".join(map(capital, calendar_notes(line.action, made.moves.get(line.action.id, ()))))


def _status(line: Line, _: Made) -> Cell:
    status = current_status(line.action)
    return labels.STATUS[status] if status is not None else None


def _internal(line: Line, _: Made) -> Cell:
    report = last_report(line.action)
    return report.internal if report else None


def _to_action(line: Line, made: Made) -> str:
    return made.link(excel.SHEET, line.action.id)


def _is_fillable(made: Made) -> bool:
    return made.is_fillable


def _has_internal(made: Made) -> bool:
    return made.with_internal


def _key(line: Line, made: Made) -> Cell:
    milestone_id = line.milestone.id if isinstance(line, MilestoneLine) else None
    return None if made.basis is None else RowKey.of(line.action, made.basis, milestone_id).code()


def _text(fact: Fact, width: float, *, is_asked_anew: bool = True) -> Column[Line]:
    """A text of the action itself."""
    return Column(fact, lambda line, _: code_of(line.action, fact), width, is_asked_anew=is_asked_anew)


_NUMBER: Column[Line] = Column(Fact.NUMBER, lambda line, _: line.action.number, 7, link=_to_action)
_DOCUMENT: Column[Line] = Column(
    Fact.DOCUMENT,
    lambda line, made: made.documents[line.action.recommendation.response.id],
    20,
    is_wanted=lambda made: bool(made.documents),
)
_KEY: Column[Line] = Column(excel.KEY, _key, 18, CellKind.KEY, is_wanted=_is_fillable)

OVERVIEW: tuple[Column[Line], ...] = (
    replace(_NUMBER, link=lambda line, made: made.link(excel.RECOMMENDATIONS_SHEET, line.action.recommendation.id)),
    _DOCUMENT,
    Column(
        Fact.RECOMMENDATION,
        lambda line, _: f"{line.action.recommendation.number}. {line.action.recommendation.title}",
        24,
    ),
    _text(Fact.ACTION_TEXT, 37),
    _text(Fact.CALENDAR, 29),
    Column(excel.DUE, _due, 14, CellKind.DUE),
    Column(excel.DUE_NOTES, _due_notes, 30, may_lack=True),
    _text(Fact.RESPONSIBLE, 23),
    Column(Fact.STATUS, _status, 13, CellKind.STATUS),
    Column(Fact.COMMENT, lambda line, _: last_comment(line.action), 36),
    Column(nl.INTERNAL, _internal, 32, is_wanted=_has_internal),
    Column(
        excel.MILESTONES_SHEET,
        lambda line, _: excel.milestones(len(line.action.milestones)) if line.action.milestones else None,
        13,
        CellKind.LINK,
        link=lambda line, made: made.link(excel.MILESTONES_SHEET, line.action.id),
    ),
    Column(
        excel.LINK,
        lambda *_: excel.OPEN,
        13,
        CellKind.LINK,
        link=lambda line, made: f"{made.address.rstrip('/')}/{ACTION_ADDRESS.format(id=line.action.id)}",
        is_wanted=lambda made: bool(made.address),
    ),
    _KEY,
)


def _period_cell(period: Period | None) -> Cell:
    return (period.due or period_phrase(period)) if period else None


def _is_movable(line: MilestoneLine) -> bool:
    return line.milestone.is_movable


def _is_milestone_late(line: MilestoneLine, made: Made) -> bool:
    if line.milestone.reached_on or is_closed(line.action):
        return False
    due = line.milestone.period.due if line.milestone.period else None
    return due is not None and due < made.today


MILESTONES: tuple[Column[MilestoneLine], ...] = (
    _NUMBER,
    _DOCUMENT,
    _text(Fact.ACTION_TEXT, 46, is_asked_anew=False),
    Column(Fact.LABEL, lambda line, _: line.milestone.label, 40),
    Column(excel.FIRST_DUE, lambda line, _: _period_cell(line.milestone.first_period), 16, CellKind.DUE, may_lack=True),
    Column(
        excel.DUE, lambda line, _: _period_cell(line.milestone.period), 20, CellKind.DUE, is_late=_is_milestone_late
    ),
    Column(Fact.PERIOD, lambda *_: None, 15, CellKind.DUE, is_open=_is_movable, is_wanted=_is_fillable),
    Column(Fact.MOVE_REASON, lambda *_: None, 36, is_open=_is_movable, is_asked_anew=False, is_wanted=_is_fillable),
    Column(Fact.REACHED, lambda line, _: line.milestone.reached_on, 15, CellKind.DUE),
    _KEY,
)


def _acceptance(line: AnswerLine, _: Made) -> Cell:
    part = line.recommendation
    return f"{labels.ACCEPTANCE[part.acceptance]}\n{part.acceptance_reason}".strip() if part.acceptance else None


def _realised(line: AnswerLine, _: Made) -> Cell:
    realisation = line.recommendation.realisation
    return realisation_words(realisation) if realisation else None


def answer_lines(recommendation: Recommendation, actions: Sequence[Action]) -> Iterator[AnswerLine]:
    """The rows of one recommendation: more than one where Excel cannot show all of its text in one."""
    texts = parts_that_fit(cell_text(recommendation.text) or "", _TEXT_WIDTH)
    answers = parts_that_fit(cell_text(recommendation.answer) or "", _ANSWER_WIDTH)
    for number, (text, answer) in enumerate(zip_longest(texts, answers, fillvalue="")):
        yield AnswerLine(actions[0], actions, text, answer, is_sequel=number > 0)


def _title(line: AnswerLine, _: Made) -> Cell:
    title = line.recommendation.title
    return excel.sequel(title) if line.is_sequel else title


_TEXT_WIDTH, _ANSWER_WIDTH = 60, 82
RECOMMENDATIONS: tuple[Column[AnswerLine], ...] = (
    Column(Fact.NUMBER, lambda line, _: line.recommendation.number, 7, link=_to_action),
    _DOCUMENT,
    Column(Fact.RECOMMENDATION, _title, 28),
    Column(excel.RECOMMENDATION_TEXT, lambda line, _: line.text, _TEXT_WIDTH),
    Column(excel.ACCEPTANCE, _acceptance, 15, may_lack=True),
    Column(Fact.ANSWER, lambda line, _: line.answer, _ANSWER_WIDTH),
    Column(excel.ACTIONS, lambda line, _: ", ".join(action.number for action in line.actions), 10),
    Column(excel.REALISED, _realised, 20, may_lack=True),
)


def _done(line: AgreementLine, _: Made) -> Cell:
    return done_by(line.agreed.done) if line.agreed.done else None


def _is_agreement_late(line: AgreementLine, made: Made) -> bool:
    return line.agreed.done is None and AgreedOn(line.action, line.agreed).is_late(made.today)


AGREEMENTS: tuple[Column[AgreementLine], ...] = (
    _NUMBER,
    _DOCUMENT,
    _text(Fact.ACTION_TEXT, 42),
    Column(excel.AGREED, lambda line, _: line.agreed.agreement.text, 50),
    Column(nl.AGREEMENT_WHO, lambda line, _: line.agreed.agreement.who, 26),
    Column(nl.AGREEMENT_DUE, lambda line, _: line.agreed.agreement.due, 14, CellKind.DUE, is_late=_is_agreement_late),
    Column(Fact.MOMENT, lambda line, _: nl.moment_name(line.agreed.moment), 30),
    Column(excel.DONE, _done, 30, may_lack=True),
)

HISTORY: tuple[Column[ReportLine], ...] = (
    _NUMBER,
    _DOCUMENT,
    _text(Fact.ACTION_TEXT, 42),
    Column(excel.MOMENT_DATE, lambda line, _: line.report.moment.date, 13, CellKind.DUE),
    Column(Fact.MOMENT, lambda line, _: line.report.moment.title, 24, may_lack=True),
    Column(labels.HEADING[Fact.STATUS], lambda line, _: labels.STATUS[line.report.status], 13, CellKind.STATUS),
    Column(labels.HEADING[Fact.COMMENT], lambda line, _: line.report.comment, 56),
    Column(nl.INTERNAL, lambda line, _: line.report.internal, 36, is_wanted=_has_internal),
    Column(excel.AUTHOR, lambda line, _: line.report.author, 22),
    Column(excel.SAID_ON, lambda line, _: day_of(line.report.at), 14, CellKind.DUE),
)
