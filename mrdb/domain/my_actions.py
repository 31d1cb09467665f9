"""What somebody answers for: in which order it asks for attention, and which agreements are his or hers to keep."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import IntEnum, auto
from typing import NamedTuple

from mrdb.domain.agreements import AgreedOn, open_agreements
from mrdb.domain.followup import attention_day, is_closed, report_at, urgency
from mrdb.domain.once import once
from mrdb.domain.people import Person, Role
from mrdb.domain.response import Action, Moment
from mrdb.domain.roles import answers_for
from mrdb.domain.status import Urgency
from mrdb.domain.wording import plain


class Group(IntEnum):
    """Why an action stands where it stands, what asks for attention first before all else."""

    LATE = auto()
    SOON = auto()
    UNREPORTED = auto()
    OTHER = auto()
    CLOSED = auto()


class Place(NamedTuple):
    """Where an action stands among the others: by its group, then by the day that it is about."""

    group: Group
    day: date


def has_own_page(person: Person | None, day: date) -> bool:
    """Whether this person answers for something on that day; a director is to, whoever is linked to what."""
    return person is not None and (person.role == Role.DIRECTOR or any(one.holds_on(day) for one in person.answers))


@once
def own_actions(actions: Sequence[Action], person: Person, day: date) -> tuple[Action, ...]:
    """What the person answers for on that day, in the order given."""
    return tuple(action for action in actions if answers_for(person, action, day))


def is_unreported(action: Action, last: Moment | None) -> bool:
    """Whether nobody said at the ``last`` moment of its document where the action stands, nor prepared it since: as a
    reminder asks."""
    is_said = is_closed(action) or action.prepared is not None
    return last is not None and not is_said and report_at(action, last) is None


def place_of(action: Action, last: Moment | None, today: date) -> Place:
    """``last`` is the last moment of its document."""
    return Place(_group_of(action, last, today), attention_day(action, today) or date.max)


def _group_of(action: Action, last: Moment | None, today: date) -> Group:
    if is_closed(action):
        return Group.CLOSED
    match urgency(action, today):
        case Urgency.OVERDUE:
            return Group.LATE
        case Urgency.SOON:
            return Group.SOON
    return Group.UNREPORTED if is_unreported(action, last) else Group.OTHER


def own_agreements(
    person: Person, actions: Sequence[Action], day: date, names_in: Callable[[str], Iterable[str]]
) -> tuple[AgreedOn, ...]:
    """The open ones that name this person, or a responsible for whom he or she answers on that day; late ones first.

    ``names_in`` tells whom the words in the place of who keeps an agreement name.
    """
    own = {plain(one.about) for one in person.answers if isinstance(one.about, str) and one.holds_on(day)}
    own.add(plain(person.name))
    found = open_agreements(actions)
    return tuple(one for one in found if not own.isdisjoint(map(plain, names_in(one.agreed.agreement.who))))
