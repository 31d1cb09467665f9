"""A document that people look over: what was read of it, what they made of it since, and what nobody has seen yet."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar

from mrdb.domain.draft import (
    NO_CHOICE,
    Choices,
    Doubt,
    DoubtKind,
    Draft,
    DraftAction,
    DraftRecommendation,
    Place,
    ReadDocument,
)
from mrdb.domain.mending import Mending, part_at
from mrdb.domain.status import Acceptance, Status

Part = TypeVar("Part", Draft, DraftRecommendation, DraftAction)
READ_OUT_OF = {"milestones": "calendar", "responsibles": "responsible"}
"""Nobody types these: they follow the text out of which they are read."""


@dataclass(frozen=True, slots=True)
class Review:
    """``token`` is what it is kept by, ``name`` that of the file, ``said`` what people chose for titles and statuses.

    ``recalled`` are choices made for an earlier document: they count here, and wait for somebody to confirm them.
    ``seen`` are the doubts that somebody ticked off, or whose field was mended.
    """

    token: str
    name: str
    document: ReadDocument
    mending: Mending
    stated_date: date | None = None
    said: Choices = NO_CHOICE
    recalled: Choices = NO_CHOICE
    seen: frozenset[Doubt] = frozenset()

    @property
    def choices(self) -> Choices:
        return joined(self.recalled, self.said)

    @property
    def open_doubts(self) -> tuple[Doubt, ...]:
        """Those that nobody saw, about what is to be stored."""
        return tuple(
            doubt
            for doubt in self.document.doubts
            if doubt not in self.seen and (doubt.at is None or self.mending.is_kept(doubt.at))
        )

    def part_of(self, doubt: Doubt) -> int | None:
        """The position of the recommendation that it is about; None for the head."""
        return doubt.at.part if doubt.at else part_at(self.document.source, doubt.line)

    def has(self, place: Place) -> bool:
        """Whether there is such a part: the document may have been read again."""
        parts = self.mending.draft.recommendations
        if place.part is None or place.part >= len(parts):
            return place.part is None
        return place.action is None or place.action < len(parts[place.part].actions)

    def ticked(self, doubts: Iterable[Doubt]) -> "Review":
        return replace(self, seen=self.seen | frozenset(doubts))

    def mended(self, mending: Mending, place: Place, attribute: str) -> "Review":
        """With another value in that field: what was doubtful about it is settled."""
        about = [
            doubt
            for doubt in self.document.doubts
            if doubt.at == place and doubt.fact is not None and doubt.fact.attribute == attribute
        ]
        return replace(self, mending=mending).ticked(about)

    def moved(self, place: Place, part: int) -> "Review":
        """The action behind those of another recommendation, with the doubts about it but where it belongs."""
        action = self.mending.at(place)
        others = self.mending.draft.recommendations[part].actions
        there = Place(part, len(others))
        mending = self.mending.mended(Place(part), actions=(*others, action)).without(place)
        about = {doubt: replace(doubt, at=there) for doubt in self.document.doubts if doubt.at == place}
        doubts = tuple(about.get(doubt, doubt) for doubt in self.document.doubts)
        seen = frozenset(about.get(doubt, doubt) for doubt in self.seen)
        review = replace(self, document=replace(self.document, doubts=doubts), mending=mending, seen=seen)
        return review.ticked(doubt for doubt in about.values() if doubt.kind == DoubtKind.NOT_LINKED)

    def with_acceptance(self, acceptance: Acceptance) -> "Review":
        """Of every recommendation of which nothing is said about it."""
        mending = self.mending
        for place in self.without_acceptance:
            mending = mending.mended(place, acceptance=acceptance)
        return replace(self, mending=mending)

    def with_status(self, doubts: Iterable[Doubt], status: Status) -> "Review":
        """Of every action that they are about."""
        review = self
        for doubt in doubts:
            if doubt.at is not None:
                review = review.mended(review.mending.mended(doubt.at, status=status), doubt.at, "status")
        return review

    @property
    def without_acceptance(self) -> list[Place]:
        return [place for place, part in self.mending.parts() if part.acceptance is None]

    def read_again(self, document: ReadDocument, said: Choices) -> "Review":
        """The same document, read with other choices: every field that somebody mended keeps what was typed."""
        return replace(self, document=document, said=said, mending=carried(self.document, self.mending, document))


def joined(first: Choices, second: Choices) -> Choices:
    """Both; where they differ, the second one counts."""
    return Choices({**first.columns, **second.columns}, {**first.statuses, **second.statuses})


def carried(old: ReadDocument, mending: Mending, new: ReadDocument) -> Mending:
    """What was mended of the old reading, in the new one.

    A recommendation is the same where it begins at the same line, an action where its recommendation has as many as
    before. What was mended and is the same as nothing now, stays behind the rest as it was mended: no word is lost,
    and whoever stores it sees it.
    """
    draft, left_out = _merged(old.draft, mending.draft, new.draft), set[Place]()
    parts, there = list(new.draft.recommendations), {line: place for place, line in enumerate(new.source.starts)}
    for place, mended in enumerate(mending.draft.recommendations):
        read = old.draft.recommendations[place]
        at = there.get(old.source.starts[place]) if place < len(old.source.starts) else None
        if at is not None:
            is_same = len(read.actions) == len(parts[at].actions)
            left_out |= {
                Place(at, one.action)
                for one in mending.left_out
                if one.part == place and (one.action is None or is_same)
            }
            parts[at] = _merged_part(read, mended, parts[at])
        elif mended != read:
            parts.append(mended)
    return Mending(replace(draft, recommendations=tuple(parts)), frozenset(left_out))


def _merged_part(
    read: DraftRecommendation, mended: DraftRecommendation, new: DraftRecommendation
) -> DraftRecommendation:
    whole = len(read.actions)
    if whole == len(new.actions):
        same = zip(read.actions, mended.actions[:whole], new.actions, strict=True)
        actions: Iterable[DraftAction] = (_merged(*three) for three in same)
    else:
        pairs = zip(read.actions, mended.actions, strict=False)
        actions = (*new.actions, *(after for before, after in pairs if before != after))
    return replace(_merged(read, mended, new), actions=(*actions, *mended.actions[whole:]))


def _merged(read: Part, mended: Part, new: Part) -> Part:
    touched: dict[str, Any] = {}
    for field in fields(read):
        source = READ_OUT_OF.get(field.name, field.name)
        if field.name not in {"recommendations", "actions"} and getattr(read, source) != getattr(mended, source):
            touched[field.name] = getattr(mended, field.name)
    return replace(new, **touched)
