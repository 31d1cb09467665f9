"""What was read of a document against the truth: exact, doubted, wrong without doubt, lost, refused.

``PYTHONPATH=.:tests python -m shapes.score`` prints a line a document, ``-v`` also every field that is not exact.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from mrdb.domain.draft import Doubt, DoubtKind, DraftAction, ReadDocument
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Place
from mrdb.reading.document import read_document
from shapes.matching import holds, is_number, is_same, is_title, paired, remarked, without, words
from shapes.truth import Act, Part, Shape, words_in

NO_DATE = date(2026, 6, 30)
"""Given to a document that has no date, as a person would."""
_ACTION = ("parent", "number", "text", "calendar", "periods", "responsibles", "status", "comment")


@dataclass(frozen=True)
class Field:
    """One value that was compared; ``is_doubted`` where a doubt stands at it."""

    at: str
    name: str
    expected: object
    found: object
    is_exact: bool
    is_doubted: bool


@dataclass
class Score:
    """Of one document; ``lost`` are words of the source that are nowhere, ``doubts`` how many there are in all."""

    shape: Shape
    fields: list[Field] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    doubts: int = 0
    refused: str = ""

    @property
    def total(self) -> int:
        """How many fields there are, also where none was read."""
        parts = self.shape.truth.parts
        asked = 2 + 3 * len(parts) + len(_ACTION) * sum(len(part.actions) for part in parts)
        return len(self.fields) or asked

    @property
    def exact(self) -> int:
        return sum(one.is_exact for one in self.fields)

    @property
    def doubted(self) -> int:
        return sum(one.is_doubted and not one.is_exact for one in self.fields)

    @property
    def wrong(self) -> list[Field]:
        return [one for one in self.fields if not one.is_exact and not one.is_doubted]


def scored(shape: Shape) -> Score:
    score = Score(shape)
    try:
        read, is_dated = _read(shape)
    except UnreadableUpload as error:
        score.refused = error.fault.name
        return score
    score.doubts = len(read.doubts)
    score.lost = _lost(shape, read)
    score.fields = list(_compared(shape, read, is_dated=is_dated))
    return score


def _read(shape: Shape) -> tuple[ReadDocument, bool]:
    """Where no date is found a person is asked for it: then that field alone is doubted."""
    data = shape.data()
    try:
        return read_document(data, name=shape.file), True
    except UnreadableUpload as error:
        if error.fault != FileFault.NO_DATE:
            raise
    return read_document(data, name=shape.file, stated_date=shape.truth.date or NO_DATE), shape.truth.date is None


def _compared(shape: Shape, read: ReadDocument, *, is_dated: bool) -> Iterator[Field]:
    doubts, truth, draft = _Doubts(read), shape.truth, read.draft
    subject = is_same(truth.subject, draft.subject)
    yield Field("head", "subject", truth.subject, draft.subject, subject, doubts.at(Place(), Fact.SUBJECT, "ONDERWERP"))
    is_exact = is_dated and draft.date == (truth.date or NO_DATE)
    yield Field("head", "date", truth.date, draft.date, is_exact, not is_dated or doubts.at(Place(), None, "DATUM"))
    parts = paired(*([f"{one.title} {one.text}" for one in parts] for parts in (truth.parts, draft.recommendations)))
    for place, part in enumerate(truth.parts):
        found = parts.get(place)
        yield from _of_part(part, place, found, read, doubts)
    extra = set(range(len(draft.recommendations))) - set(parts.values())
    for place in sorted(extra):
        title = draft.recommendations[place].title
        yield Field(f"extra {place}", "recommendation", None, title, False, doubts.at(Place(place)))
    yield from _of_actions(shape, read, doubts, parts)


def _of_part(part: Part, order: int, place: int | None, read: ReadDocument, doubts: "_Doubts") -> Iterator[Field]:
    at = f"recommendation {part.number or order + 1}"
    if place is None:
        is_doubted = doubts.near(part.title)
        yield from (Field(at, name, part.title, None, False, is_doubted) for name in ("number", "title", "acceptance"))
        return
    found, where = read.draft.recommendations[place], Place(place)
    number = is_number(part.number, str(found.number), order + 1)
    yield Field(at, "number", part.number, found.number, number, doubts.at(where, Fact.NUMBER))
    title = is_title(part, found)
    yield Field(at, "title", part.title, found.title, title, doubts.at(where, Fact.TITLE))
    is_exact = found.acceptance == part.acceptance
    is_doubted = doubts.at(where, Fact.ACCEPTANCE)
    yield Field(at, "acceptance", part.acceptance, found.acceptance, is_exact, is_doubted)


def _of_actions(shape: Shape, read: ReadDocument, doubts: "_Doubts", parts: dict[int, int]) -> Iterator[Field]:
    told = [(n, one) for n, part in enumerate(shape.truth.parts) for one in part.actions]
    got = [
        (Place(n, m), one) for n, part in enumerate(read.draft.recommendations) for m, one in enumerate(part.actions)
    ]
    pairs = paired(*([one.text for _, one in actions] for actions in (told, got)))
    seen: Counter[int] = Counter()
    for order, (n, action) in enumerate(told):
        seen[n] += 1
        at = f"action {n + 1}/{seen[n]}"
        if order not in pairs:
            is_doubted = doubts.near(action.text) or (n in parts and doubts.at(Place(parts[n])))
            yield from (Field(at, name, action.text, None, False, is_doubted) for name in _ACTION)
            continue
        place, found = got[pairs[order]]
        parent = read.draft.recommendations[place.part or 0]
        is_exact = parts.get(n) == place.part
        yield Field(at, "parent", n, parent.number, is_exact, doubts.at(place, Fact.RECOMMENDATION))
        number = is_number(action.number, found.number, seen[n], str(parent.number))
        yield Field(at, "number", action.number, found.number, number, doubts.at(place, Fact.NUMBER))
        yield from _of_action(action, found, at, place, doubts, shape.own)
    for extra in sorted(set(range(len(got))) - set(pairs.values())):
        place, found = got[extra]
        yield Field(f"extra {place.part}/{place.action}", "action", None, found.text, False, doubts.at(place))


def _of_action(
    told: Act, found: DraftAction, at: str, place: Place, doubts: "_Doubts", own: Sequence[str]
) -> Iterator[Field]:
    titles = (*own, *doubts.own_columns)
    remarks = words(f"{remarked(titles, found.text)} {remarked(titles, found.comment)}")

    def field(name: str, expected: object, got: object, is_exact: bool, said: str, *facts: Fact) -> Field:
        """``said`` are the words of the source that it is read from; they may be doubted somewhere else."""
        is_elsewhere = doubts.left_over(said) or bool(said and set(words(said)) <= set(remarks))
        return Field(at, name, expected, got, is_exact, is_elsewhere or any(doubts.at(place, fact) for fact in facts))

    text, comment = without(titles, found.text), without(titles, found.comment)
    yield field("text", told.text, text, is_same(told.text, text), told.text, Fact.ACTION_TEXT)
    calendar = is_same(told.when, found.calendar)
    yield field("calendar", told.when, found.calendar, calendar, told.when, Fact.CALENDAR)
    read = [one.period for one in found.milestones if one.period]
    fits = len(read) == len(told.periods) and all(a.fits(b) for a, b in zip(told.periods, read, strict=True))
    yield field("periods", told.periods, [one.code() for one in read], fits, told.when, Fact.CALENDAR, Fact.PERIOD)
    names = tuple(" ".join(name.split()) for name in found.responsibles)
    who = (Fact.RESPONSIBLE, Fact.RESPONSIBLES)
    yield field("responsibles", told.names, names, names == told.names, told.who, *who)
    yield field("status", told.status, found.status, found.status == told.status, told.said, Fact.STATUS)
    is_exact = any(words(one) == words(comment) for one in (told.comment, f"{told.said} {told.comment}"))
    yield field("comment", told.comment, comment, is_exact, told.comment, Fact.STATUS, Fact.COMMENT)


class _Doubts:
    """What is doubted of a document."""

    def __init__(self, read: ReadDocument) -> None:
        self.read = read
        self.lines = [words(line) for line in read.source.lines]
        unsure = [one for one in read.columns if not one.is_sure]
        self.own_columns = tuple(one.title for one in unsure if one.fact is None)
        self.guessed = {one.fact for one in unsure if one.fact is not None}

    def at(self, place: Place, fact: Fact | None = None, label: str = "") -> bool:
        """Whether a doubt stands at the field, or at its action or recommendation as a whole, or on its line.

        A doubt that names a field says nothing of the others on its line; one about a column holds for all below it.
        ``label`` is what a doubt about a field of the head has found.
        """
        return (fact in self.guessed and place.part is not None) or any(
            (one.at == place and one.fact in (None, fact))
            if one.at is not None
            else (self._is_on_line(one, place) or (bool(label) and one.found == label))
            for one in self.read.doubts
        )

    def left_over(self, text: str) -> bool:
        """Whether it stands among the words that are said to belong nowhere."""
        told = words(text)
        left = (words(one.found) for one in self.read.doubts if one.kind == DoubtKind.NOT_PLACED and one.fact is None)
        return bool(told) and any(set(told) <= set(one) for one in left)

    def near(self, text: str) -> bool:
        """Whether one that names no field stands at the line, or holds the words, of something that was not read."""
        told = words(text)
        return any(
            one.fact is None and holds(told, [*words(one.found), *self.lines[one.line - 1 : one.line][0]])
            for one in self.read.doubts
            if one.line <= len(self.lines)
        )

    def _is_on_line(self, doubt: Doubt, place: Place) -> bool:
        if place.part is None:
            return False
        part = self.read.draft.recommendations[place.part]
        if place.action is None:
            return doubt.line == self.read.source.starts[place.part]
        line = self.lines[doubt.line - 1] if doubt.line <= len(self.lines) else []
        return holds(words(part.actions[place.action].text), [*line, *words(doubt.found)])


def _lost(shape: Shape, read: ReadDocument) -> Counter[str]:
    """Words of the truth that stand on the paper and are nowhere in the draft, nor in what a doubt has found."""
    wanted = _counted(_of_truth(shape)) & _counted(words_in(shape))
    return wanted - _counted([*_of_draft(read), *(one.found for one in read.doubts), shape.truth.subject])


def _of_truth(shape: Shape) -> Iterator[str]:
    yield from (shape.truth.subject, shape.kept)
    for part in shape.truth.parts:
        yield from (part.title, part.text, part.answer)
        yield from ([] if part.acceptance else [part.said])
        for one in part.actions:
            yield from (one.text, one.when, one.who, one.comment, "" if one.status else one.said)


def _of_draft(read: ReadDocument) -> Iterator[str]:
    draft = read.draft
    yield from (draft.subject, draft.context, draft.sender, draft.recipient, draft.document_number)
    for part in draft.recommendations:
        yield from (part.title, part.text, part.answer, part.acceptance_reason)
        for one in part.actions:
            yield from (one.text, one.calendar, one.responsible, one.comment)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in words(text))


_LINE = "{:<66} {:>6} {:>6} {:>7} {:>6} {:>5} {:>6} {:>7}  {}"


def table(scores: Iterable[Score]) -> Iterator[str]:
    """A line a document and one for all: fields, exact, doubted, wrong without doubt, lost, doubts per ten fields."""
    yield _LINE.format("document", "fields", "exact", "doubted", "wrong", "lost", "exact%", "doubts", "refused")
    found = list(scores)
    for one in found:
        yield _line(one.shape.file, [one])
    for language in ("nl", "en", "fr"):
        yield _line(f"all in {language}", [one for one in found if one.shape.language == language])
    yield _line("all", found)


def _line(name: str, scores: Sequence[Score]) -> str:
    fields = sum(one.total for one in scores)
    exact, doubts = sum(one.exact for one in scores), sum(one.doubts for one in scores)
    wrong, lost = sum(len(one.wrong) for one in scores), sum(one.lost.total() for one in scores)
    refused = [one.refused for one in scores if one.refused]
    said = "" if not refused else refused[0] if len(scores) == 1 else str(len(refused))
    share, often = (f"{100 * exact / fields:.1f}", f"{10 * doubts / fields:.1f}") if fields else ("", "")
    return _LINE.format(name, fields, exact, sum(one.doubted for one in scores), wrong, lost, share, often, said)


if __name__ == "__main__":
    from shapes import SHAPES

    scores = [scored(one) for one in SHAPES]
    print("\n".join(table(scores)))
    for score in scores if "-v" in sys.argv else ():
        print(f"\n{score.shape.file}", f"lost: {' '.join(score.lost.elements())}" if score.lost else "")
        for one in score.fields:
            if not one.is_exact:
                mark = "?" if one.is_doubted else "!"
                print(f"  {mark} {one.at} {one.name}: {one.expected!r} -> {one.found!r}")
