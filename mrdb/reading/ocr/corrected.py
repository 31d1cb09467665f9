"""The lines of a source with its reviewed corrections applied; an entry that does not fit is a doubt, never a guess."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from mrdb.domain.draft import DoubtKind
from mrdb.domain.status import Status
from mrdb.reading.ocr.corrections import Columns, Corrections, Opening, Part, Repair, StatedStatus, Title
from mrdb.reading.ocr.outline import heading_length, heading_number
from mrdb.reading.ocr.source import Begin, Ledger, Line, Word

Place = tuple[int, int]
"""Line and position of a word."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the reader goes on with.

    ``lines`` lack the noise and the words of ``titles`` (per recommendation, in the title's order); a line that lost
    all its words is gone. ``cells`` tells per action in which column a word stands; ``statuses`` which words state one.
    """

    lines: tuple[Line, ...]
    titles: Mapping[int, tuple[Word, ...]]
    cells: Mapping[str, Mapping[Place, int]]
    statuses: Mapping[str, tuple[Status, frozenset[Place]]]


def apply_corrections(lines: Sequence[Line], corrections: Corrections, ledger: Ledger) -> Corrected:
    """Applies what fits; every entry that does not is a doubt CORRECTION_DOES_NOT_FIT at its line."""
    desk = _Desk({line.number: line for line in lines}, ledger)
    for part in corrections.noise:
        desk.remove_noise(part)
    for repair in corrections.repairs:
        desk.repair(repair)
    for opening in corrections.openings:
        desk.open(opening)
    spans = _spans(lines)
    for title in corrections.titles:
        desk.gather_title(title, spans.get(title.recommendation))
    for columns in corrections.columns:
        desk.cut_columns(columns)
    for status in corrections.statuses:
        desk.note_status(status)
    return desk.result(lines)


def misfit(ledger: Ledger, part: Part) -> None:
    ledger.doubt(part.line, DoubtKind.CORRECTION_DOES_NOT_FIT, " ".join(part.words))


@dataclass(slots=True)
class _Desk:
    """The corrections that fit, by the place of the word that they are about."""

    lines: Mapping[int, Line]
    ledger: Ledger
    noise: set[Place] = field(default_factory=set)
    read: dict[Place, str] = field(default_factory=dict)
    begins: dict[Place, Begin] = field(default_factory=dict)
    titles: dict[int, list[Place]] = field(default_factory=dict)
    titled: set[Place] = field(default_factory=set)
    cells: dict[str, dict[Place, int]] = field(default_factory=dict)
    statuses: dict[str, tuple[Status, frozenset[Place]]] = field(default_factory=dict)

    def remove_noise(self, part: Part) -> None:
        places = self._places([part])
        if places and not self.noise.intersection(places):
            self.noise.update(places)
        else:
            misfit(self.ledger, part)

    def repair(self, repair: Repair) -> None:
        places = self._places(repair.parts)
        if not places or any(place in self.read or place in self.noise for place in places):
            misfit(self.ledger, repair.parts[0])
        elif len(places) == len(repair.read):
            self.read.update(zip(places, repair.read, strict=True))
        else:
            self.read.update(dict.fromkeys(places, ""))
            self.read[places[0]] = " ".join(repair.read)

    def open(self, opening: Opening) -> None:
        places = self._places([opening.at])
        if not places or places[0] in self.begins or places[0] in self.noise:
            misfit(self.ledger, opening.at)
        else:
            self.begins[places[0]] = opening.begins

    def gather_title(self, title: Title, span: tuple[Place, Place] | None) -> None:
        places = self._places(title.parts)
        taken = self.titled | self.noise
        fits = span is not None and all(span[0] <= place < span[1] and place not in taken for place in places)
        if fits and places and len(set(places)) == len(places) and title.recommendation not in self.titles:
            self.titles[title.recommendation] = places
            self.titled.update(places)
        else:
            misfit(self.ledger, title.parts[0])

    def cut_columns(self, columns: Columns) -> None:
        cells: dict[Place, int] = {}
        for number, row in columns.rows:
            line = self.lines.get(number)
            words = [word for word in line.words if (number, word.position) not in self.noise] if line else []
            cut = [(column, word) for column, cell in enumerate(row) for word in cell]
            if [word.found for word in words] != [found for _, found in cut]:
                misfit(self.ledger, Part(number, tuple(found for _, found in cut)))
                return
            cells.update({(number, w.position): column for w, (column, _) in zip(words, cut, strict=True)})
        self.cells[columns.action] = cells

    def note_status(self, status: StatedStatus) -> None:
        places = self._places(status.parts)
        if not places or status.action in self.statuses:
            misfit(self.ledger, status.parts[0])
        else:
            self.statuses[status.action] = (status.status, frozenset(places))

    def result(self, lines: Sequence[Line]) -> Corrected:
        self.ledger.noise(word for line in lines for word in line.words if (line.number, word.position) in self.noise)
        words = {(w.line, w.position): self._corrected(w) for line in lines for w in line.words}
        gone = self.noise | self.titled
        kept = [
            line.of(words[w.line, w.position] for w in line.words if (w.line, w.position) not in gone) for line in lines
        ]
        return Corrected(
            tuple(new for old, new in zip(lines, kept, strict=True) if new.words or not old.words),
            {number: tuple(words[place] for place in places) for number, places in self.titles.items()},
            self.cells,
            self.statuses,
        )

    def _corrected(self, word: Word) -> Word:
        place = (word.line, word.position)
        if place not in self.read and place not in self.begins:
            return word
        return replace(word, read=self.read.get(place, word.found), begins=self.begins.get(place))

    def _places(self, parts: Sequence[Part]) -> list[Place]:
        """Where the words of the parts stand; nothing unless each part stands in its line exactly once."""
        places: list[Place] = []
        for part in parts:
            line, length = self.lines.get(part.line), len(part.words)
            found = tuple(word.found for word in line.words) if line else ()
            starts = [start for start in range(len(found)) if found[start : start + length] == part.words]
            if len(starts) != 1:
                return []
            places += [(part.line, starts[0] + offset) for offset in range(length)]
        return places


def _spans(lines: Sequence[Line]) -> dict[int, tuple[Place, Place]]:
    """Per recommendation the places from behind its heading to the next heading."""
    headings = [line for line in lines if heading_length(line.words)]
    ends = [line.number for line in headings[1:]] + [len(lines) + 1]
    spans: dict[int, tuple[Place, Place]] = {}
    for line, end in zip(headings, ends, strict=False):
        spans.setdefault(heading_number(line.words), ((line.number, heading_length(line.words)), (end, 0)))
    return spans
