"""Who may come in, and as what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any


class Role(Enum):
    """What somebody is here for; the value is also the app role that the organisation's directory gives."""

    SECRETARY = "secretaris"
    DIRECTOR = "directeur"
    STEERING = "stuurgroep"
    READER = "lezer"


@dataclass(frozen=True, slots=True)
class Identity:
    """What the sign-in service vouches for: ``subject`` is one person at one service, whatever the name becomes.

    ``email`` is without capitals, "" where the service does not vouch for it. ``roles`` are those that it gave.
    """

    subject: str
    name: str
    email: str
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Answering:
    """What somebody answers for, and since and until when (both days included); ``last`` is None as long as it lasts.

    ``about`` is the name of a responsible as the documents write it, or a management response, by its id.
    """

    id: int
    about: str | int
    first: date
    last: date | None

    def holds_on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Person:
    """``subject`` is None until the first sign-in: by then the e-mail address tells who it is.

    ``is_withdrawn``: may no longer come in; what the journal tells of this person stays. ``seen_line`` is the newest
    line of the journal when this person last saw what changed of his or her actions; None: never yet.
    """

    id: int
    name: str
    email: str
    role: Role
    subject: str | None
    is_withdrawn: bool
    seen_at: datetime | None
    answers: tuple[Answering, ...] = ()
    wants_reminders: bool = True
    seen_line: int | None = None


class Visit(Enum):
    """What the access log tells."""

    SIGNED_IN = "signed_in"
    REFUSED = "refused"
    ADDED = "added"
    ROLE = "role"
    WITHDRAWN = "withdrawn"
    LET_IN_AGAIN = "let_in_again"
    ANSWERS = "answers"
    ANSWERED = "answered"
    DOWNLOADED = "downloaded"
    RESTORED = "restored"
    RENAMED = "renamed"
    KEY_MADE = "key_made"
    KEY_REVOKED = "key_revoked"
    VIEWED_AS = "viewed_as"


def identity(claims: Mapping[str, Any]) -> Identity | None:
    """The identity in the claims of an OpenID token; None where they name nobody.

    An address counts unless the service says that it is not verified (OpenID Connect Core 1.0, section 5.1; some say so
    as a text). App roles stand in ``roles``, as Microsoft Entra ID writes them, and there alone nobody can change the
    name by which one signs in, which is an address.
    """
    issuer, subject = str(claims.get("iss") or ""), str(claims.get("sub") or "")
    if not subject:
        return None
    own_name = claims.get("preferred_username") if issuer.startswith(ENTRA) else ""
    email = str(claims.get("email") or own_name or "").strip().casefold()
    if str(claims.get("email_verified", True)).casefold() == "false":
        email = ""
    name = " ".join(str(claims.get("name") or email or subject).split())[:LONGEST_NAME]
    given = claims.get("roles")
    roles = tuple(role for role in Role if isinstance(given, list | tuple) and role.value in given)
    return Identity(f"{issuer}|{subject}", name, email, roles)


ENTRA = "https://login.microsoftonline.com/"
LONGEST_NAME = 80
"""Characters, as everywhere where a name is asked."""


def may_leave(person: Person, people: Sequence[Person]) -> bool:
    """Whether a secretary is left who can let people in, once this one is none any more."""
    return person.role != Role.SECRETARY or any(one.id != person.id for one in secretaries(people))


def secretaries(people: Sequence[Person]) -> list[Person]:
    """Those who may come in and did: an address with a slip of the pen in it never will."""
    return [one for one in people if one.role == Role.SECRETARY and one.subject and not one.is_withdrawn]
