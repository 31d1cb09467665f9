"""What was agreed in the rounds of follow-up and still waits to be done, across all documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mrdb.domain.response import Action, Agreed


@dataclass(frozen=True, slots=True)
class AgreedOn:
    """An agreement with the action in which it was made."""

    action: Action
    agreed: Agreed

    def is_late(self, today: date) -> bool:
        due = self.agreed.agreement.due
        return due is not None and due < today


def open_agreements(actions: Iterable[Action]) -> tuple[AgreedOn, ...]:
    """What is still to be done: the earliest day first, so that what is late comes before all else; what has no day
    stands last, the oldest moment first."""
    found = (one for one in _all(actions) if one.agreed.done is None)
    return tuple(sorted(found, key=lambda one: (one.agreed.agreement.due or date.max, one.agreed.moment.date)))


def done_agreements(actions: Iterable[Action]) -> tuple[AgreedOn, ...]:
    """What is done, the newest first."""
    found = [(one.agreed.done.line_id, one) for one in _all(actions) if one.agreed.done]
    return tuple(one for _, one in sorted(found, key=lambda known: known[0], reverse=True))


def _all(actions: Iterable[Action]) -> Iterable[AgreedOn]:
    return (AgreedOn(action, agreed) for action in actions for agreed in action.agreements)
