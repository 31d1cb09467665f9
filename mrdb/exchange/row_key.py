"""What tells which action or milestone a row of a workbook is about, however the rows were sorted since."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

from mrdb.domain.response import Action

_CODE = re.compile(r"(\d{1,9})(?:/(\d{1,9}))?@(\d{1,12})#([0-9a-f]{6})")


@dataclass(frozen=True, slots=True)
class RowKey:
    """``journal_id`` is the newest line of the journal when the file was made: it tells what stood in the row then.

    ``check`` is made from the action itself, so that a file from another database is not taken for one of ours.
    """

    action_id: int
    milestone_id: int | None
    journal_id: int
    check: str

    @classmethod
    def of(cls, action: Action, journal_id: int, milestone_id: int | None = None) -> Self:
        return cls(action.id, milestone_id, journal_id, check_of(action))

    def code(self) -> str:
        """``12@340#a1b2c3``, or ``12/7@340#a1b2c3`` for milestone 7 of action 12; ``from_code`` reads it back."""
        milestone = "" if self.milestone_id is None else f"/{self.milestone_id}"
        return f"{self.action_id}{milestone}@{self.journal_id}#{self.check}"

    @classmethod
    def from_code(cls, code: str) -> Self | None:
        """None for any other text."""
        found = _CODE.fullmatch(code.strip())
        if found is None:
            return None
        action_id, milestone_id, journal_id, check = found.groups()
        return cls(int(action_id), int(milestone_id) if milestone_id else None, int(journal_id), check)


def check_of(action: Action) -> str:
    """Out of what never changes: a subject may be put right while the copies are out."""
    return _check(action.recommendation.response.date, action.recommendation.number, action.number)


@lru_cache(maxsize=20_000)  # asked for an action and for each of its milestones
def _check(day: date, recommendation: int, number: str) -> str:
    return hashlib.sha256(f"{day.isoformat()}\n{recommendation}\n{number}".encode()).hexdigest()[:6]
