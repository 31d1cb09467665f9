"""The management response and its follow-up: the things that people talk about, as they stand in the database.

Longer texts (context, recommendation, answer) are plain text: paragraphs stand apart by an empty line, a list item
begins with ``• `` and an item of a list inside it with ``◦ ``.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from mrdb.domain.facts import Fact
from mrdb.domain.period import Period, PeriodKind
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
class Realisation:
    """Whether a recommendation is realised, and in one line what proves it, or why not."""

    is_realised: bool
    proof: str

    def code(self) -> str:
        """The text that the journal holds; ``from_code`` reads it back."""
        return f"{'yes' if self.is_realised else 'no'} {self.proof}"

    @classmethod
    def from_code(cls, code: str) -> "Realisation":
        answer, _, proof = code.partition(" ")
        return cls(answer == "yes", proof)


@dataclass(frozen=True, slots=True)
class Recommendation:
    """``acceptance`` is None where the document does not say it in so many words, ``realisation`` where nobody did."""

    id: int
    response: ManagementResponse
    number: str
    title: str
    text: str
    answer: str
    acceptance: Acceptance | None
    acceptance_reason: str
    realisation: Realisation | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A follow-up moment; once ``closed_at`` (UTC) is set, nothing in it changes any more.

    ``attendees`` and ``absent`` are persons, roles or steering groups; of ``leaving_early`` the actions come first.
    ``next_date`` is the day of the next meeting, where it is known. ``is_document`` where nobody met: the document
    itself is the first moment.
    """

    id: int
    date: date
    title: str
    attendees: tuple[str, ...]
    closed_at: datetime | None
    closed_by: str | None
    next_date: Day | None = None
    absent: tuple[str, ...] = ()
    leaving_early: tuple[str, ...] = ()
    is_document: bool = False

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def order(self) -> tuple[Day, int]:
        """In which moments follow each other."""
        return (self.date, self.id)


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What was said of one action at one moment; ``at`` is in UTC.

    ``internal`` is a remark that stays inside: it is in no published document, and on no screen unless it is asked for.
    """

    moment: Moment
    status: Status
    comment: str
    author: str
    at: datetime
    internal: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What somebody wrote between two moments, for the next one to take over; ``at`` is in UTC. It is no report yet."""

    status: Status
    comment: str
    author: str
    at: datetime

    def code(self) -> str:
        """The text that the journal holds; ``from_code`` reads it back."""
        return f"{self.status.value}\n{self.comment}"

    @classmethod
    def from_code(cls, code: str, author: str, at: datetime) -> "Prepared":
        status, _, comment = code.partition("\n")
        return cls(Status(status), comment, author, at)


@dataclass(frozen=True, slots=True)
class Agreement:
    """A decision, or what somebody does by a day: ``who`` may be empty, ``due`` None."""

    text: str
    who: str
    due: date | None

    def code(self) -> str:
        """The text that the journal holds; ``from_code`` reads it back."""
        return "\n".join((self.due.isoformat() if self.due else "", self.who, self.text))

    @classmethod
    def from_code(cls, code: str) -> "Agreement":
        due, who, text = code.split("\n", 2)
        return cls(text, who, date.fromisoformat(due) if due else None)


@dataclass(frozen=True, slots=True)
class Done:
    """Who said that it is done, when (UTC), and in which line of the journal."""

    line_id: int
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement and the moment at which it was made; ``done`` is None as long as it is open."""

    moment: Moment
    agreement: Agreement
    done: Done | None = None

    def code(self) -> str:
        """The text by which the journal tells it from all others of its action."""
        return f"{self.moment.id}\n{self.agreement.code()}"


@dataclass(frozen=True, slots=True)
class Added:
    """When something came to be that the document did not promise: in which round, and the time (UTC)."""

    moment: Moment
    at: datetime


@dataclass(frozen=True, slots=True)
class Milestone:
    """``label`` is the text around the date as written; ``period`` is None where no date could be read.

    ``first_period`` is what the document promised, when the deadline has moved since. ``added`` is None for what the
    document, or the action when it was added, held from the beginning.
    """

    id: int
    label: str
    period: Period | None
    first_period: Period | None = None
    reached_on: date | None = None
    added: Added | None = None

    @property
    def is_movable(self) -> bool:
        """A deadline moves until it is reached, and may be agreed on where none could be read."""
        return self.reached_on is None and (self.period is None or self.period.kind == PeriodKind.DEADLINE)


@dataclass(frozen=True, slots=True)
class Action:
    """``responsible`` is the document's own phrase, ``responsibles`` the people, roles and services named in it.

    ``reports``, ``agreements`` and ``discussed`` (the moments at which it was, see ``domain.discussed``) stand in order
    of their moments, the oldest first. ``version`` grows with every follow-up saved. ``added`` is None for what the
    document itself holds. ``prepared`` is what waits for the next moment.
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
    agreements: tuple[Agreed, ...] = ()
    added: Added | None = None
    discussed: tuple[Moment, ...] = ()
    prepared: Prepared | None = None


class MomentState(Enum):
    """What the journal says of a follow-up moment itself."""

    OPEN = "open"
    CLOSED = "closed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the journal: who changed what from what to what, and when (UTC).

    ``old`` and ``new`` hold codes, not words: a Status value, an ISO date, a ``code()`` of a Period, an Agreement or a
    Realisation, a MomentState value, names one a line, or the text itself. ``milestone`` is the label of the one that
    it is about, or number and title of the recommendation. A status line whose old equals its new says that the status
    was said again at a new moment. ``undoes`` is the id of the line that this one takes back, ``source`` the name of
    the file that the change came in with. Every line knows its document, but for those of a moment itself, which may
    cover several.
    """

    id: int
    at: datetime
    author: str
    action_id: int | None
    moment: Moment | None
    fact: Fact
    milestone: str | None
    old: str | None
    new: str | None
    reason: str
    undoes: int | None = None
    recommendation_id: int | None = None
    milestone_id: int | None = None
    source: str = ""
    response_id: int | None = None
