"""The closed lists of words: where an action stands, how urgent it is, how management answered."""

from enum import Enum


class Status(Enum):
    """Where an action stands. No report yet is no status: it is written as ``None``."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    DROPPED = "dropped"

    @property
    def is_closed(self) -> bool:
        match self:
            case Status.NOT_STARTED | Status.ONGOING:
                return False
            case Status.COMPLETED | Status.DROPPED:
                return True

    @property
    def wants_reason(self) -> bool:
        """Closed before it was done: what is written beside it tells why."""
        return self == Status.DROPPED


class Urgency(Enum):
    """How soon an open action wants attention: always computed, never stored."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    CONTINUOUS = "continuous"
    NO_DATE = "no_date"


class Acceptance(Enum):
    """Management's answer to a recommendation, in the words of the UN agencies."""

    ACCEPTED = "accepted"
    PARTIALLY_ACCEPTED = "partially_accepted"
    REJECTED = "rejected"

    @property
    def wants_reason(self) -> bool:
        """Whatever is not accepted whole says why."""
        return self != Acceptance.ACCEPTED
