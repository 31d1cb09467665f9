"""Taking back: which lines of the journal still hold, and which gestures of a round can be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mrdb.domain.facts import Fact
from mrdb.domain.response import Change

NO_GESTURES = {Fact.MOMENT, Fact.NOT_DISCUSSED, Fact.ADDED}
"""What opening and closing write is no gesture of somebody who follows up an action. What was added stays: later words
may be about it, and an action that is not wanted is dropped with its reason. What a new version of the document states
otherwise is in no moment, and so no gesture either: another version puts it right."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """All that one person changed with one click, in one action (or one recommendation): lines as written.

    ``is_last`` where nothing of the same action changed after it: only then can it be taken back as it stands.
    """

    lines: tuple[Change, ...]
    is_last: bool

    @property
    def action_id(self) -> int | None:
        return self.lines[0].action_id

    @property
    def author(self) -> str:
        return self.lines[0].author

    @property
    def at(self) -> datetime:
        return self.lines[0].at


def standing(lines: Iterable[Change]) -> tuple[Change, ...]:
    """The lines that still hold, in the order given: neither taken back, nor the taking back itself."""
    lines = tuple(lines)
    undone = {line.undoes for line in lines}
    return tuple(line for line in lines if line.undoes is None and line.id not in undone)


def gestures(lines: Iterable[Change], parts: Mapping[int, int]) -> tuple[Gesture, ...]:
    """What can be taken back among the lines of one moment, the newest first; what has been taken back is gone.

    ``parts`` tells the recommendation of each action. Whether that one is realised was answered on the ground of its
    actions: the answer is taken back before them.
    """
    grouped: dict[tuple[object, ...], list[Change]] = {}
    for line in sorted(standing(lines), key=lambda line: line.id):
        if line.fact not in NO_GESTURES:
            grouped.setdefault((_subject(line), line.author, line.at), []).append(line)
    seen: set[object] = set()
    found: list[Gesture] = []
    for group in reversed(grouped.values()):
        subject, answer = _subject(group[0]), (None, parts.get(group[0].action_id or 0))
        found.append(Gesture(tuple(group), is_last=subject not in seen and answer not in seen))
        seen.add(subject)
    return tuple(found)


def _subject(line: Change) -> object:
    return (line.action_id, line.recommendation_id)
