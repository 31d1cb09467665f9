"""The management response and its follow-up: the things that people talk about, as they stand in the database.

Longer texts (context, recommendation, answer) are plain text: paragraphs stand apart by an empty line, a list item
begins with ``• `` and an item of a list inside it with ``◦ ``.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from mrdb.domain.period import Period
from mrdb.domain.status import Acceptance, Status

Day = date  # inside a class that has a field of that name
BULLET = "• "
SUB_BULLET = "◦ "


@dataclass(frozen=True, slots=True)
class ManagementResponse:
    id: int
    subject: str
    document_number: str
    date: date
    sender: str
    recipient: str
    context: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """``acceptance`` is None where the document does not say it in so many words."""

    id: int
    response: ManagementResponse
    number: int
    title: str
    text: str
    answer: str
    acceptance: Acceptance | None
    acceptance_reason: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A follow-up moment; once ``closed_at`` (UTC) is set, nothing in it changes any more.

    ``next_date`` is the day of the next meeting, where it is known.
    """

    id: int
    date: date
    title: str
    attendees: str
    closed_at: datetime | None
    closed_by: str | None
    next_date: Day | None = None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What was said of one action at one moment; ``at`` is in UTC."""

    moment: Moment
    status: Status
    comment: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Milestone:
    """``label`` is the text around the date as written; ``period`` is None where no date could be read.

    ``first_period`` is what the document promised, when the deadline has moved since.
    """

    id: int
    label: str
    period: Period | None
    first_period: Period | None = None
    reached_on: date | None = None

    @property
    def is_moved(self) -> bool:
        return self.first_period is not None


@dataclass(frozen=True, slots=True)
class Action:
    """``responsible`` is the document's own phrase, ``responsibles`` the people, roles and services named in it.

    ``reports`` stand in order of their moments, the oldest first. ``version`` grows with every follow-up saved.
    """

    id: int
    version: int
    recommendation: Recommendation
    number: str
    text: str
    calendar: str
    responsible: str
    responsibles: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    reports: tuple[StatusReport, ...]


@dataclass(frozen=True, slots=True)
class ActionTitle:
    """Enough of an action to choose it from a list."""

    id: int
    number: str
    text: str


class ChangedField(Enum):
    """``RESPONSIBLE`` is the phrase, ``RESPONSIBLES`` the names behind it.

    ``CONFIRMED`` says that nothing changed, and holds twice the status that was carried over: nothing where there was
    no report to carry. ``NOT_DISCUSSED`` has no values: the moment was closed before the action came up.
    """

    STATUS = "status"
    COMMENT = "comment"
    REACHED = "reached"
    PERIOD = "period"
    RESPONSIBLE = "responsible"
    RESPONSIBLES = "responsibles"
    MOMENT = "moment"
    CONFIRMED = "confirmed"
    NOT_DISCUSSED = "not_discussed"


class MomentState(Enum):
    """What the journal says of a follow-up moment itself."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the journal: who changed what from what to what, and when (UTC).

    ``old`` and ``new`` hold codes, not words: a Status value, an ISO date, a ``Period.code()``, a MomentState value,
    names one a line, or the text itself. ``milestone`` is its label, for the fields that belong to one.
    A status line whose old equals its new says that the status was said again at a new moment. ``undoes`` is the id of
    the line that this one takes back.
    """

    id: int
    at: datetime
    author: str
    action_id: int | None
    moment: Moment | None
    field: ChangedField
    milestone: str | None
    old: str | None
    new: str | None
    reason: str
    undoes: int | None = None
    recommendation_id: int | None = None
