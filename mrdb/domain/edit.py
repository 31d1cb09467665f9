"""The one change set: what is entered for one action, by whichever way, and what it still wants before it counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mrdb.domain.days import wrong_day
from mrdb.domain.draft import DraftMilestone
from mrdb.domain.errors import Lack
from mrdb.domain.facts import Fact
from mrdb.domain.period import Period
from mrdb.domain.response import Agreement, Day
from mrdb.domain.status import Status


@dataclass(frozen=True, slots=True)
class Move:
    """A deadline that shifts to ``period``; the reason is asked for every time."""

    milestone_id: int
    period: Period | None
    reason: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What changes in one action. What is not mentioned stays as it is.

    ``status`` None says nothing of where the action stands: no report is written. ``internal`` None leaves the
    internal remark as it is; it belongs to a report, so it wants a status. ``reached`` maps the milestones whose state
    changes to the day they were reached, or to None when that is taken back. ``texts`` holds the new words of the
    action's own facts, ``responsibles`` the names in the phrase of who answers for it. ``added`` are milestones that
    the action did not have.
    """

    status: Status | None = None
    comment: str = ""
    reached: Mapping[int, Day | None] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    internal: str | None = None
    agreement: Agreement | None = None
    texts: Mapping[Fact, str] = field(default_factory=dict)
    responsibles: tuple[str, ...] | None = None
    added: tuple[DraftMilestone, ...] = ()

    @property
    def is_empty(self) -> bool:
        return replace(self, comment=self.comment.strip()) == Edit()


def closing_lack(status: Status | None, words: str) -> Lack | None:
    """What is closed wants words of its own: what was reached, or why it does not go on.

    The rule of the form, of an overview that comes back, of a list and of a new document alike.
    """
    if status is None or not status.is_closed or words.strip():
        return None
    return Lack.REASON_WHEN_DROPPED if status.wants_reason else Lack.COMMENT_WHEN_COMPLETED


def lacks(edit: Edit) -> tuple[Lack, ...]:
    """What the edit still wants before it can be saved."""
    if edit.is_empty:
        return (Lack.NOTHING_ENTERED,)
    found = [closing_lack(edit.status, edit.comment)]
    if edit.status is None and (edit.comment.strip() or edit.internal is not None):
        found.append(Lack.STATUS)
    if any(move.period is None for move in edit.moves):
        found.append(Lack.DATE_FOR_MOVE)
    if any(not move.reason.strip() for move in edit.moves):
        found.append(Lack.REASON_FOR_MOVE)
    if edit.agreement is not None and not edit.agreement.text.strip():
        found.append(Lack.TEXT_FOR_AGREEMENT)
    return tuple(lack for lack in found if lack is not None)


def wrong_days(edit: Edit, today: Day) -> tuple[Lack, ...]:
    """What ``domain.days`` refuses of the days that are typed in a form on ``today``, each once."""
    days = [(Fact.PERIOD, move.period.due) for move in edit.moves if move.period]
    days += [(Fact.AGREEMENT, edit.agreement.due)] if edit.agreement else []
    days += [(Fact.REACHED, day) for day in edit.reached.values()]
    found = (wrong_day(fact, day, today) for fact, day in days if day)
    return tuple(dict.fromkeys(filter(None, found)))
