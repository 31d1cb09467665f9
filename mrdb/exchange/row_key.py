"""What tells which action or milestone a row of a workbook is about, however the rows were sorted since."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

from mrdb.domain.basis import Basis
from mrdb.domain.response import Action

_CODE = re.compile(r"(\d{1,9})(?:/(\d{1,9}))?@(\d{1,12})(?:\.([0-9a-f]{8}))?#([0-9a-f]{6})(?::([0-9a-f]{8}))?")


@dataclass(frozen=True, slots=True)
class RowKey:
    """``basis`` tells what stood in the row when the file was made.

    ``check`` is made from the action itself, so that a row is not taken for one with its number in a database that was
    set back.
    """

    action_id: int
    milestone_id: int | None
    basis: Basis
    check: str

    @classmethod
    def of(cls, action: Action, basis: Basis, milestone_id: int | None = None) -> Self:
        return cls(action.id, milestone_id, basis, check_of(action))

    def code(self) -> str:
        """``12@340.0f1e2d3c#a1b2c3:4b5a6978``: action 12, line 340 and what it says, the action's own words, the
        database; ``12/7@…`` for milestone 7 of action 12. ``from_code`` reads it back."""
        milestone = "" if self.milestone_id is None else f"/{self.milestone_id}"
        basis = self.basis
        return f"{self.action_id}{milestone}@{basis.line_id}.{basis.digest}#{self.check}:{basis.database}"

    @classmethod
    def from_code(cls, code: str) -> Self | None:
        """None for any other text."""
        found = _CODE.fullmatch(code.strip())
        if found is None:
            return None
        action_id, milestone_id, line_id, digest, check, database = found.groups(default="")
        basis = Basis(database, int(line_id), digest)
        return cls(int(action_id), int(milestone_id) if milestone_id else None, basis, check)


def check_of(action: Action) -> str:
    """Out of what never changes: a subject may be put right while the copies are out."""
    return _check(action.recommendation.response.date, action.recommendation.number, action.number)


@lru_cache(maxsize=20_000)  # asked for an action and for each of its milestones
def _check(day: date, recommendation: int, number: str) -> str:
    return hashlib.sha256(f"{day.isoformat()}\n{recommendation}\n{number}".encode()).hexdigest()[:6]
