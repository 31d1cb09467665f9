"""Broken rules as exceptions that carry data; the sentences for people stand in ``mrdb.text``."""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path


class MrdbError(Exception):
    """Base of every rule that this program holds people to."""


class FileFault(Enum):
    """Why a file cannot be read at all."""

    MISSING = "missing"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    NOT_A_RESPONSE = "not_a_response"


class UnreadableFile(MrdbError):
    def __init__(self, path: Path, fault: FileFault) -> None:
        super().__init__(path, fault)
        self.path = path
        self.fault = fault


class Lack(Enum):
    """What an edit still wants before it can be saved."""

    NOTHING_ENTERED = "nothing_entered"
    STATUS = "status"
    COMMENT_WHEN_COMPLETED = "comment_when_completed"
    REASON_WHEN_DROPPED = "reason_when_dropped"
    REASON_FOR_MOVE = "reason_for_move"
    DATE_FOR_MOVE = "date_for_move"


class IncompleteEdit(MrdbError):
    def __init__(self, lacks: Sequence[Lack]) -> None:
        super().__init__(*lacks)
        self.lacks = tuple(lacks)


class EditConflict(MrdbError):
    """Somebody else saved this action since the editor opened it."""

    def __init__(self, action_id: int) -> None:
        super().__init__(action_id)
        self.action_id = action_id


class MomentClosed(MrdbError):
    """A closed follow-up moment is frozen."""

    def __init__(self, moment_id: int) -> None:
        super().__init__(moment_id)
        self.moment_id = moment_id


class MomentAlreadyOpen(MrdbError):
    """A management response has one open follow-up moment at a time."""

    def __init__(self, moment_id: int) -> None:
        super().__init__(moment_id)
        self.moment_id = moment_id
