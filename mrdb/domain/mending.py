"""A draft while people mend it: each part keeps its place, also when another one is left out or added."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mrdb.domain.days import FIRST, LAST, names_strange_year
from mrdb.domain.draft import HEAD, Draft, DraftAction, DraftRecommendation, Place, Source
from mrdb.domain.edit import closing_lack
from mrdb.domain.errors import Lack

MAX_NUMBER = 32
"""Characters in the number of an action or of a recommendation."""


@dataclass(frozen=True, slots=True)
class Mending:
    """The draft as it has been mended so far. What is left out stays in its place until all is stored.

    ``parts``, ``actions_of`` a recommendation and ``actions`` of all of them are those that are kept.
    """

    draft: Draft
    left_out: frozenset[Place] = frozenset()

    def at(self, place: Place) -> Draft | DraftRecommendation | DraftAction:
        if place.part is None:
            return self.draft
        part = self.draft.recommendations[place.part]
        return part if place.action is None else part.actions[place.action]

    def mended(self, place: Place, **fields: Any) -> "Mending":
        return self.with_part(place, replace(self.at(place), **fields))

    def with_part(self, place: Place, value: Any) -> "Mending":
        if place.part is None:
            return replace(self, draft=value)
        parts = list(self.draft.recommendations)
        if place.action is None:
            parts[place.part] = value
        else:
            actions = list(parts[place.part].actions)
            actions[place.action] = value
            parts[place.part] = replace(parts[place.part], actions=tuple(actions))
        return replace(self, draft=replace(self.draft, recommendations=tuple(parts)))

    def with_new_action(self, part: int) -> "Mending":
        """With an empty action after those of the recommendation."""
        empty = DraftAction("", "", "", "", (), (), None, "")
        return self.mended(Place(part), actions=(*self.draft.recommendations[part].actions, empty))

    def without(self, place: Place) -> "Mending":
        return replace(self, left_out=self.left_out | {place})

    def again_with(self, place: Place) -> "Mending":
        return replace(self, left_out=self.left_out - {place})

    def is_kept(self, place: Place) -> bool:
        """An action goes out with its recommendation."""
        return self.left_out.isdisjoint({place, Place(place.part)})

    def parts(self) -> Iterator[tuple[Place, DraftRecommendation]]:
        for position, part in enumerate(self.draft.recommendations):
            if self.is_kept(Place(position)):
                yield Place(position), part

    def actions_of(self, place: Place) -> Iterator[tuple[Place, DraftAction]]:
        if place.part is None or not self.is_kept(place):
            return
        for position, action in enumerate(self.draft.recommendations[place.part].actions):
            if self.is_kept(Place(place.part, position)):
                yield Place(place.part, position), action

    def actions(self) -> Iterator[tuple[Place, DraftAction]]:
        return (found for place, _ in self.parts() for found in self.actions_of(place))

    def kept(self) -> Draft:
        parts = (
            replace(part, actions=tuple(action for _, action in self.actions_of(place))) for place, part in self.parts()
        )
        return replace(self.draft, recommendations=tuple(parts))


def draft_lacks(mending: Mending, today: date) -> list[tuple[Place, Lack]]:
    """What has to be mended first and where, in the document's order; nothing where the draft can be stored.

    A number stands for one action in the whole document: agendas and lists name an action by its number alone. A
    comment without a status would be in no follow-up moment, and so be lost.
    """
    numbers = Counter(action.number for _, action in mending.actions())
    part_numbers = Counter(part.number for _, part in mending.parts())
    found = [(HEAD, lack) for lack in _of_head(mending, today)]
    for place, part in mending.parts():
        found += [(place, lack) for lack in _of_part(part, is_twice=part_numbers[part.number] > 1)]
        for at, action in mending.actions_of(place):
            found += [(at, lack) for lack in _of_action(action, is_twice=numbers[action.number] > 1)]
    return found


def _of_head(mending: Mending, today: date) -> Iterator[Lack]:
    if not mending.draft.subject.strip():
        yield Lack.SUBJECT
    if not FIRST <= mending.draft.date <= LAST:
        yield Lack.STRANGE_YEAR
    elif mending.draft.date > today:
        yield Lack.DATE_AHEAD
    if not any(mending.actions()):
        yield Lack.NO_ACTIONS


def _of_part(part: DraftRecommendation, *, is_twice: bool) -> Iterator[Lack]:
    if not part.number.strip():
        yield Lack.PART_NUMBER
    elif len(part.number) > MAX_NUMBER:
        yield Lack.NUMBER_TOO_LONG
    elif is_twice:
        yield Lack.PART_NUMBER_TWICE
    if not part.title.strip():
        yield Lack.PART_TITLE
    if part.acceptance is not None and part.acceptance.wants_reason and not part.acceptance_reason.strip():
        yield Lack.REASON_WHEN_NOT_ACCEPTED


def _of_action(action: DraftAction, *, is_twice: bool) -> Iterator[Lack]:
    if not action.number.strip():
        yield Lack.NUMBER
    elif len(action.number) > MAX_NUMBER:
        yield Lack.NUMBER_TOO_LONG
    elif is_twice:
        yield Lack.NUMBER_TWICE
    if not action.text.strip():
        yield Lack.TEXT
    if names_strange_year(action.calendar):
        yield Lack.STRANGE_YEAR
    if action.comment.strip() and action.status is None:
        yield Lack.STATUS_FOR_COMMENT
    if lack := closing_lack(action.status, action.comment):
        yield lack


def part_at(source: Source, line: int) -> int | None:
    """The position of the recommendation in which this line of the source stands; None for the head."""
    starts = sorted(source.starts)
    place = bisect_right(starts, line) - 1
    return source.starts.index(starts[place]) if place >= 0 else None


def lines_of(source: Source, part: int | None) -> range:
    """The numbers of the lines that belong to the head (None) or to a recommendation, the next one's excluded."""
    first = 1 if part is None or part >= len(source.starts) else source.starts[part]
    later = [start for start in source.starts if start > first or (part is None and start >= first)]
    return range(first, min(later, default=len(source.lines) + 1))
