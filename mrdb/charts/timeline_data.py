"""What the timeline draws, as plain data: rows from top to bottom in pixels, days from left to right."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mrdb.domain.timeline import Window

INK = "#111827"
QUIET = "#374151"
DONE = "#6B7280"
"""The colours of text, of quieter text, and of what is behind us."""

_MARGIN = 0.035
"""Part of the window left free on either side, so that a mark on the last day stands whole."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from the left edge to the right edge of the drawing, margins included."""

    first: datetime
    last: datetime

    @classmethod
    def around(cls, window: Window) -> "Axis":
        first, last = morning(window.first), evening(window.last)
        # The calendar ends in 9999, and somebody will type that year.
        margin = min(timedelta(days=window.days) * _MARGIN, first - morning(date.min), evening(date.max) - last)
        return cls(first - margin, last + margin)

    def place(self, moment: datetime) -> float:
        """0 at the left edge, 1 at the right edge."""
        return (moment - self.first) / (self.last - self.first)

    def at(self, place: float) -> datetime:
        return self.first + (self.last - self.first) * place

    def clamp(self, moment: datetime) -> datetime:
        return min(max(moment, self.first), self.last)

    def __contains__(self, moment: datetime) -> bool:
        return self.first <= moment <= self.last


@dataclass(frozen=True, slots=True)
class Tip:
    """What the pointer tells, and the action that a click opens."""

    action_id: int
    heading: str
    text: str
    milestone: str
    due: str
    responsible: str
    status: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the drawing between ``top`` and ``bottom``; a heading has no tip and no word for its urgency.

    ``is_document`` marks the heading above all recommendations of one document.
    """

    top: float
    bottom: float
    label: str
    colour: str
    is_strong: bool
    word: str = ""
    word_colour: str = QUIET
    tip: Tip | None = None
    is_document: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Span:
    """Days in a row, cut off at the edges; ``fades`` says that they go on without an end, ``opacity`` runs to 1."""

    start: datetime
    end: datetime
    middle: float
    colour: str
    opacity: float
    fades: bool
    tip: Tip


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape on a day; ``is_beside`` asks to draw it to the right of the deadline that stands there already."""

    day: datetime
    kind: str
    middle: float
    colour: str
    size: int
    is_beside: bool
    tip: Tip


@dataclass(frozen=True, slots=True)
class Move:
    """The thin line from a milestone's first date to its present one."""

    start: datetime
    end: datetime
    middle: float
    colour: str
    tip: Tip


@dataclass(frozen=True, slots=True)
class Note:
    """A few words in a row, which begin at ``day``, or end there when ``is_right``."""

    day: datetime
    words: str
    middle: float
    colour: str
    is_right: bool
    tip: Tip


@dataclass(frozen=True, slots=True)
class Band:
    """The busiest month, from its first morning to its last evening."""

    start: datetime
    end: datetime
    words: str

    @property
    def middle(self) -> datetime:
        return self.start + (self.end - self.start) / 2


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything to draw. ``height`` is in pixels; ``band`` is None when no month stands out or none is in sight."""

    axis: Axis
    height: float
    today: datetime
    band: Band | None
    rows: tuple[Row, ...]
    spans: tuple[Span, ...]
    moves: tuple[Move, ...]
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]


def morning(day: date) -> datetime:
    return datetime.combine(day, time())


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


def evening(day: date) -> datetime:
    """The last moment of a day, so that a period covers its last day."""
    return datetime.combine(day, time(23, 59))
