"""How an agenda is arranged by hand: each rule takes the round as it is now and changes no more than its one gesture.

Every function returns the whole arrangement of the round, by the id of the action, and leaves the round as it was.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mrdb.domain.meeting import AgendaPart, Arrangement, Outcome, Round, agenda, outcomes

Arranged = dict[int, Arrangement]


def moved(round_: Round, action_id: int, before: int | None, today: date) -> Arranged:
    """The action stands right before another one (None: at the end), and all others keep the order that they are in.

    What is skipped gets a place too, so that it comes back where it was. Where nothing moves, or one of the two is not
    on the agenda any more, no order is laid down.
    """
    shown = [item.action.id for item in agenda(round_, today) if item.part != AgendaPart.SKIPPED]
    order = [item.action.id for item in agenda(_without_skips(round_), today)]
    if action_id not in shown or (before is not None and before not in order):
        return dict(round_.arranged)
    reordered = _put_before(order, action_id, before)
    if [id_ for id_ in reordered if id_ in shown] == shown:
        return dict(round_.arranged)
    placed = {id_: replace(_of(round_, id_), place=place) for place, id_ in enumerate(reordered)}
    return {**round_.arranged, **placed}


def skipped(round_: Round, action_id: int, is_skipped: bool) -> Arranged:
    """The action is passed over, or comes up again; one that was dealt with meanwhile can no longer be skipped."""
    became = outcomes(round_.lines).get(action_id, Outcome.OPEN)
    if is_skipped and became != Outcome.OPEN:
        return dict(round_.arranged)
    return _with(round_, action_id, replace(_of(round_, action_id), is_skipped=is_skipped))


def noted(round_: Round, action_id: int, note: str) -> Arranged:
    """The note of one action, on one line."""
    return _with(round_, action_id, replace(_of(round_, action_id), note=" ".join(note.split())))


def automatic(round_: Round) -> Arranged:
    """The order is left to the rule again; what is skipped and what is noted stays."""
    return {action_id: replace(one, place=None) for action_id, one in round_.arranged.items()}


def _put_before(order: list[int], action_id: int, before: int | None) -> list[int]:
    if before == action_id:
        return order
    others = [id_ for id_ in order if id_ != action_id]
    place = len(others) if before is None else others.index(before)
    return [*others[:place], action_id, *others[place:]]


def _without_skips(round_: Round) -> Round:
    arranged: Mapping[int, Arrangement] = {
        action_id: replace(one, is_skipped=False) for action_id, one in round_.arranged.items()
    }
    return replace(round_, arranged=arranged)


def _of(round_: Round, action_id: int) -> Arrangement:
    return round_.arranged.get(action_id, Arrangement())


def _with(round_: Round, action_id: int, one: Arrangement) -> Arranged:
    """Only what the round is about can be arranged."""
    known = {action.id for action in round_.actions}
    return {**round_.arranged, **({action_id: one} if action_id in known else {})}
