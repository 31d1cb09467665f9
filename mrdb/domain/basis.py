"""What a file was made from: which database, and how far its journal had come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from mrdb.domain.response import Change

SHORT = 8
"""Hex digits that tell one database, or one line, from another."""


@dataclass(frozen=True, slots=True)
class Basis:
    """``database`` is the beginning of its name. ``line_id`` is the newest line of the journal (0: there was none) and
    ``digest`` what that line says: after a backup was put back, another one may bear its number.

    Both texts are empty in files of before release 0.2. ``at`` (UTC) is when that line was written, which
    a key in a file does not tell.
    """

    database: str
    line_id: int
    digest: str
    at: datetime | None = field(default=None, compare=False)

    def is_of(self, database: str) -> bool:
        return self.database in {"", database[:SHORT]}

    def is_in(self, journal: Mapping[int, Change]) -> bool:
        """Whether what it was made from still stands; ``journal`` has its lines by their ids."""
        return bool(self.digest) and self == basis_of(self.database, journal.get(self.line_id))


def basis_of(database: str, newest: Change | None) -> Basis:
    if newest is None:
        return Basis(database[:SHORT], 0, "0" * SHORT)
    said = (newest.id, newest.at, newest.author, newest.action_id, newest.fact.value, newest.old, newest.new)
    return Basis(database[:SHORT], newest.id, sha256(repr(said).encode()).hexdigest()[:SHORT], newest.at)
