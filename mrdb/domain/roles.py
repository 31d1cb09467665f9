"""Who may do what: the one place that says so. Pages ask it for what they offer, the store before it writes."""

from datetime import date
from enum import Enum, auto

from mrdb.domain.people import Person, Role
from mrdb.domain.response import Action


class Right(Enum):
    """What a role is allowed, beside reading; ``may_edit`` tells it of one action."""

    READ_INTERNAL = auto()
    """The internal remarks, on screen and in files."""
    HOLD_MOMENTS = auto()
    """Open and close them, arrange the agenda, fix the decision list, publish a year."""
    BRING_IN = auto()
    """Documents and filled-in overviews; and put away what came in by mistake."""
    ADMINISTER = auto()
    """People and their roles, backups."""


RIGHTS = {
    Role.SECRETARY: frozenset(Right),
    Role.DIRECTOR: frozenset({Right.READ_INTERNAL}),
    Role.STEERING: frozenset[Right](),
    Role.READER: frozenset[Right](),
}


def may(person: Person | None, right: Right) -> bool:
    """None is whoever sits there where nobody signs in, and may everything."""
    return person is None or (not person.is_withdrawn and right in RIGHTS[person.role])


def may_edit(person: Person | None, action: Action, day: date, *, is_round_open: bool) -> bool:
    """Whether this person may report on the action: its status, deadlines and agreements.

    A director may of what he or she answers for, a steering group too, as long as a round of the document is open.
    """
    if person is None or person.is_withdrawn:
        return person is None
    match person.role:
        case Role.SECRETARY:
            return True
        case Role.DIRECTOR:
            return answers_for(person, action, day)
        case Role.STEERING:
            return is_round_open and answers_for(person, action, day)
        case Role.READER:
            return False


def answers_for(person: Person, action: Action, day: date) -> bool:
    """Whether somebody linked this person, on that day, to a responsible of the action or to its whole document."""
    about = {*action.responsibles, action.recommendation.response.id}
    return any(one.about in about and one.holds_on(day) for one in person.answers)
