"""Secrets with which a program reads that cannot sign in, such as an agenda that follows the deadlines."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from hashlib import sha256


class KeyKind(Enum):
    """What a key opens."""

    CALENDAR = "calendar"
    OWN_CALENDAR = "own_calendar"
    """The deadlines of what its person answers for, at each question anew."""
    DATA = "data"


CALENDARS = (KeyKind.CALENDAR, KeyKind.OWN_CALENDAR)


@dataclass(frozen=True, slots=True)
class Key:
    """What is kept of a key: never the secret itself. It opens nothing any more once its person is withdrawn.
    ``read_on`` is the last day on which a program read with it.

    ``about`` is what it is for: of a calendar the responsible whose deadlines it holds, "" for all of them and for its
    person's own; of the data the name that was given to it.
    """

    id: int
    kind: KeyKind
    person_id: int
    about: str
    made_at: datetime
    read_on: date | None = None


def digest_of(secret: str) -> str:
    """By which a secret is found again. It is too long to be guessed, so that a plain hash hides it."""
    return sha256(secret.encode()).hexdigest()
