"""The lines of a source with its reviewed corrections applied; an entry that does not fit is a doubt, never a guess."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mrdb.domain.draft import DoubtKind
from mrdb.domain.status import Status
from mrdb.reading.interpreter.headings import Heading, recommendation_heading
from mrdb.reading.ocr.corrections import Columns, Corrections, Part, StatedStatus, Title, Words
from mrdb.reading.ocr.paragraphs import Ledger
from mrdb.reading.ocr.source import Begin, Line, Place, Word


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the reader goes on with.

    ``lines`` lack the noise; a line that lost all its words is gone, and a gathered title stands on a line with its
    heading. ``cells`` tells per action in which column a word stands; ``statuses`` which words state one.
    """

    lines: tuple[Line, ...]
    cells: Mapping[str, Mapping[Place, int]]
    statuses: Mapping[str, tuple[Status, frozenset[Place]]]


def apply_corrections(lines: Sequence[Line], corrections: Corrections, ledger: Ledger) -> Corrected:
    """Applies what fits; every entry that does not is a doubt CORRECTION_DOES_NOT_FIT at its line."""
    headings = [(line, found) for line in lines if (found := recommendation_heading(line))]
    taken = {word.place for line, heading in headings for word in line.part(0, heading.rest_at).words}
    spans = _spans([heading for _, heading in headings], lines[-1].at + 1)
    desk = _Desk({line.at: line for line in lines}, spans, taken, ledger)
    for noise in corrections.noise:
        desk.noise.update(desk.places_of(noise.parts, desk.noise))
    for repair in corrections.repair:
        desk.repair(repair.parts, repair.read)
    for join in corrections.join:
        desk.repair(join.parts, join.read)
    for opening in corrections.begin:
        for place in desk.places_of(opening.parts, {*desk.begins, *desk.noise})[:1]:
            desk.begins[place] = opening.begins
    for title in corrections.title:
        desk.gather_title(title, spans.get(str(title.recommendation), range(0)))
    for columns in corrections.columns:
        desk.cut_columns(columns)
    for status in corrections.status:
        desk.note_status(status)
    return desk.result(lines)


@dataclass(slots=True)
class _Desk:
    """The corrections that fit, by the place of the word that they are about."""

    lines: Mapping[int, Line]
    spans: Mapping[str, range]
    headings: set[Place]
    ledger: Ledger
    noise: set[Place] = field(default_factory=set)
    read: dict[Place, str] = field(default_factory=dict)
    begins: dict[Place, Begin] = field(default_factory=dict)
    titles: dict[int, list[Place]] = field(default_factory=dict)
    cells: dict[str, dict[Place, int]] = field(default_factory=dict)
    statuses: dict[str, tuple[Status, frozenset[Place]]] = field(default_factory=dict)

    @property
    def titled(self) -> set[Place]:
        return {place for places in self.titles.values() for place in places}

    def repair(self, parts: Sequence[Part], read: Words) -> None:
        places = self.places_of(parts, {*self.read, *self.noise})
        if len(places) == len(read):
            self.read.update(zip(places, read, strict=True))
        elif places:
            self.read.update(dict.fromkeys(places, ""))
            self.read[places[0]] = " ".join(read)

    def gather_title(self, title: Title, within: range) -> None:
        elsewhere = [part for part in title.parts if part.line not in within]
        if elsewhere or title.recommendation in self.titles:
            self._misfit(title.parts[0])
        elif places := self.places_of(title.parts, self.titled | self.noise | self.headings):
            self.titles[title.recommendation] = places

    def cut_columns(self, columns: Columns) -> None:
        cells: dict[Place, int] = {}
        for number, row in columns.rows:
            words = [word for word in self._words(number) if word.place not in self.noise]
            cut = [(column, word) for column, cell in enumerate(row) for word in cell]
            if [word.found for word in words] != [found for _, found in cut]:
                self._misfit(Part(number, tuple(found for _, found in cut)))
                return
            cells.update({word.place: column for word, (column, _) in zip(words, cut, strict=True)})
        self.cells[columns.action] = cells

    def note_status(self, status: StatedStatus) -> None:
        if status.action in self.statuses:
            self._misfit(status.parts[0])
        elif places := self.places_of(status.parts, ()):
            self.statuses[status.action] = (status.status, frozenset(places))

    def result(self, lines: Sequence[Line]) -> Corrected:
        self.ledger.use(
            (word for line in lines for word in line.words if word.place in self.noise), "correction", "noise"
        )
        words = {word.place: self._corrected(word) for line in lines for word in line.words}
        gone = self.noise | self.titled
        kept = [line.of(words[word.place] for word in line.words if word.place not in gone) for line in lines]
        titles = {
            self.spans[str(number)].start: [words[place] for place in places] for number, places in self.titles.items()
        }
        parted = [part for line in kept for part in self._with_title(line, titles.get(line.at, ()))]
        return Corrected(tuple(line for line in parted if line.words), self.cells, self.statuses)

    def _with_title(self, line: Line, title: Sequence[Word]) -> Iterator[Line]:
        """The heading with its title goes on with no line below it, and neither does what stood beside it."""
        if title:
            yield replace(line, block=-line.at).of([*(w for w in line.words if w.place in self.headings), *title])
            line = line.of(word for word in line.words if word.place not in self.headings)
        yield line

    def places_of(self, parts: Sequence[Part], taken: Collection[Place]) -> list[Place]:
        """Where the words of the parts stand; nothing, and a doubt, unless each part stands in its line exactly once
        and no word of them is taken."""
        places: list[Place] = []
        for part in parts:
            length, found = len(part.words), tuple(word.found for word in self._words(part.line))
            starts = [start for start in range(len(found)) if found[start : start + length] == part.words]
            new = [(part.line, start + offset) for start in starts for offset in range(length)]
            if len(starts) != 1 or any(place in taken or place in places for place in new):
                self._misfit(parts[0])
                return []
            places += new
        return places

    def _words(self, number: int) -> tuple[Word, ...]:
        line = self.lines.get(number)
        return line.words if line else ()

    def _corrected(self, word: Word) -> Word:
        if word.place not in self.read and word.place not in self.begins:
            return word
        return replace(word, read=self.read.get(word.place, word.found), begins=self.begins.get(word.place))

    def _misfit(self, part: Part) -> None:
        self.ledger.doubt(part.line, DoubtKind.CORRECTION_DOES_NOT_FIT, " ".join(part.words))


def _spans(headings: Sequence[Heading], end: int) -> dict[str, range]:
    """Per recommendation the numbers of its lines, from its heading to the next."""
    starts = [heading.paragraph.at for heading in headings]
    spans: dict[str, range] = {}
    for heading, span in zip(headings, pairwise([*starts, end]), strict=True):
        spans.setdefault(heading.number, range(*span))
    return spans
