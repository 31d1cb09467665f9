"""Where a set of actions stands, for who reads no further: the counts, what is late, what falls due soon."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mrdb.domain.followup import Counts, attention_day, count_actions, urgency
from mrdb.domain.response import Action
from mrdb.domain.status import Urgency


@dataclass(frozen=True, slots=True)
class Pressing:
    """An action that wants attention, and the day that this is about."""

    day: date
    action: Action


@dataclass(frozen=True, slots=True)
class Summary:
    """``late`` and ``soon`` hold the actions that the counts count, the earliest day first."""

    today: date
    counts: Counts
    late: tuple[Pressing, ...]
    soon: tuple[Pressing, ...]


def summary(actions: Sequence[Action], today: date) -> Summary:
    found: defaultdict[Urgency | None, list[Pressing]] = defaultdict(list)
    for action in actions:
        if day := attention_day(action, today):
            found[urgency(action, today)].append(Pressing(day, action))
    late, soon = (tuple(sorted(found[wanted], key=lambda one: one.day)) for wanted in (Urgency.OVERDUE, Urgency.SOON))
    return Summary(today, count_actions(actions, today), late, soon)
