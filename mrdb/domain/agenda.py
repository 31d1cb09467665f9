"""How an agenda is arranged by hand: as a table of all that comes up, which comes back with other cells.

A table tells by the id of an action its place (from 0), whether it is skipped, and its note.
"""

from dataclasses import replace
from datetime import date

from mrdb.domain.discussed import Outcome, outcomes
from mrdb.domain.meeting import Arrangement, Round, agenda

Arranged = dict[int, Arrangement]


def agenda_table(round_: Round, today: date) -> Arranged:
    """What comes up, in its order; what is skipped stands where it would be if it were not."""
    without_skips = {action_id: replace(one, is_skipped=False) for action_id, one in round_.arranged.items()}
    items = agenda(replace(round_, arranged=without_skips), today)
    return {item.action.id: replace(_of(round_, item.action.id), place=place) for place, item in enumerate(items)}


def rearranged(round_: Round, seen: Arranged, wanted: Arranged, today: date) -> Arranged:
    """The whole arrangement of the round as it is now, with the cells that were changed from ``seen`` to ``wanted``.

    An action with another place stands there, all others keep their order; where nothing moves, no order is laid down.
    What was dealt with can no longer be skipped.
    """
    now, became = agenda_table(round_, today), outcomes(round_.actions, round_.lines)
    goal = on_top(now, seen, wanted)
    moved = [action_id for action_id in now if goal[action_id].place != now[action_id].place]
    order = [action_id for action_id in now if action_id not in moved]
    at = -1
    for action_id in sorted(moved, key=lambda id_: goal[id_].place or 0):
        at = max(at + 1, goal[action_id].place or 0)  # two of one place stand as they stood
        order.insert(at, action_id)
    arranged = dict(round_.arranged)
    for action_id, one in goal.items():
        old = _of(round_, action_id)
        may_skip = became.get(action_id, Outcome.OPEN) == Outcome.OPEN or old.is_skipped
        arranged[action_id] = Arrangement(
            place=old.place if order == list(now) else order.index(action_id),
            is_skipped=one.is_skipped and may_skip,
            note=" ".join(one.note.split()),
        )
    return arranged


def on_top(now: Arranged, seen: Arranged, wanted: Arranged) -> Arranged:
    """The table as it is now, with the cells that differ between ``seen`` and ``wanted`` on top of it."""
    return {
        action_id: _laid(one, seen[action_id], wanted[action_id]) if action_id in seen else one
        for action_id, one in now.items()
    }


def clashes(now: Arranged, seen: Arranged, wanted: Arranged) -> list[int]:
    """The actions of which a cell that differs between ``seen`` and ``wanted`` was changed by somebody else too."""
    return [
        action_id
        for action_id, one in now.items()
        if action_id in seen
        and _laid(one, seen[action_id], wanted[action_id]) != _laid(wanted[action_id], seen[action_id], one)
    ]


def automatic(round_: Round) -> Arranged:
    """The order is left to the rule again; what is skipped and what is noted stays."""
    return {action_id: replace(one, place=None) for action_id, one in round_.arranged.items()}


def _laid(one: Arrangement, old: Arrangement, new: Arrangement) -> Arrangement:
    return Arrangement(
        place=one.place if new.place == old.place else new.place,
        is_skipped=one.is_skipped if new.is_skipped == old.is_skipped else new.is_skipped,
        note=one.note if new.note == old.note else new.note,
    )


def _of(round_: Round, action_id: int) -> Arrangement:
    return round_.arranged.get(action_id, Arrangement())
