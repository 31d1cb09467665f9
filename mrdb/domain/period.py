"""A period: the days that a calendar phrase stands for."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Self


class PeriodKind(Enum):
    """What happens in the period: it ends there, it begins there, or it goes on."""

    DEADLINE = "deadline"
    START = "start"
    CONTINUOUS = "continuous"


class Precision(Enum):
    """How exactly the phrase named the days, the most exact first; a longer range carries the unit of its ends."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEMESTER = "semester"
    SEASON = "season"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both inside the period.

    A deadline falls on ``last``; a start falls on ``first``. A continuous period may lack either end, every other
    kind has both. ``inferred`` says that the phrase named no year and the document's date gave it.

    Raises ValueError when a day is missing or the last day lies before the first.
    """

    kind: PeriodKind
    first: date | None
    last: date | None
    precision: Precision | None
    inferred: bool = False

    def __post_init__(self) -> None:
        if self.kind != PeriodKind.CONTINUOUS and (self.first is None or self.last is None or self.precision is None):
            raise ValueError("only a continuous period may lack a day")
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError("a period cannot end before it begins")

    @classmethod
    def due_on(cls, day: date) -> Self:
        """A deadline of one day."""
        return cls(PeriodKind.DEADLINE, day, day, Precision.DAY)

    @property
    def due(self) -> date | None:
        """The day the promise falls due: the last day of a deadline, nothing for the other kinds."""
        return self.last if self.kind == PeriodKind.DEADLINE else None

    def code(self) -> str:
        """The period as one line for the journal, such as ``deadline 2026-12-01 2026-12-31 month stated``."""
        ends = [day.isoformat() if day else "-" for day in (self.first, self.last)]
        precision = self.precision.value if self.precision else "-"
        return " ".join([self.kind.value, *ends, precision, "inferred" if self.inferred else "stated"])

    @classmethod
    def from_code(cls, code: str) -> Self:
        """The period that ``code()`` wrote. Raises ValueError for any other text."""
        kind, first, last, precision, source = code.split(" ")
        return cls(
            PeriodKind(kind),
            None if first == "-" else date.fromisoformat(first),
            None if last == "-" else date.fromisoformat(last),
            None if precision == "-" else Precision(precision),
            source == "inferred",
        )
