"""Where tables stand in the text, and each as a grid: its rows cut into cells where their bounds are certain."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from mrdb.domain.draft import DoubtKind
from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Block, Cell, Grid, Paragraph, Row
from mrdb.reading.calendar import first_day
from mrdb.reading.interpreter.columns import USUAL
from mrdb.reading.interpreter.headings import recommendation_heading
from mrdb.reading.ocr.corrected import Corrected
from mrdb.reading.ocr.paragraphs import Ledger
from mrdb.reading.ocr.source import Line, read_text_of
from mrdb.reading.ocr.tables import (
    COLUMNS,
    Action,
    Cells,
    Judge,
    certain_cells,
    number_of,
    rows_of,
    settled_cells,
    words_of,
)
from mrdb.reading.responsibles import read_responsibles
from mrdb.text.labels import STATUS
from mrdb.text.lexicon import any_name, columns_named
from mrdb.text.lexicon.names import HEADINGS

_SENDER = re.compile(rf"(?:{any_name(Fact.SENDER)})\s*:(.+)", re.IGNORECASE)
_HEAD_WITHIN = 40
"""Lines, and words of each: a document that names its day further on has none to speak of."""
_ANY_DAY = date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class _Part:
    """One recommendation: ``text`` stands before its table, ``titles`` are the lines with those of the columns, and
    ``before`` stands between them and the first action. Without a table all of it is text."""

    text: Sequence[Line]
    titles: Sequence[Line] = ()
    before: Sequence[Line] = ()
    actions: Sequence[Action] = ()


def blocks_of(corrected: Corrected, ledger: Ledger) -> list[Block]:
    """The lines in their order, and in place of those of a table its grid; what belongs to no row of it follows."""
    lines = corrected.lines
    starts = [(index, found.number) for index, line in enumerate(lines) if (found := recommendation_heading(line))]
    head = lines[: starts[0][0]] if starts else lines
    parts = [_parted(lines[start:end], number) for (start, number), (end, _) in pairwise([*starts, (len(lines), "")])]
    reader = _Grids(corrected, ledger, _judge(head))
    reader.learn(action for part in parts for action in part.actions)
    blocks: list[Block] = list(head)
    for part in parts:
        blocks += part.text
        if part.titles:
            blocks.append(reader.grid(part))
            blocks += part.before
    reader.doubt_unused()
    return blocks


def _parted(lines: Sequence[Line], recommendation: str) -> _Part:
    """The first titles of columns begin the table."""
    titles = dict.fromkeys(index for run in _title_runs(lines) for index in run)
    if not titles:
        return _Part(lines)
    start = min(titles)
    below = [line for index, line in enumerate(lines) if index > start and index not in titles]
    return _Part(lines[:start], [lines[index] for index in titles], *rows_of(below, recommendation))


def _title_runs(lines: Sequence[Line]) -> list[range]:
    """Stretches of lines that hold column titles only, and among them those of the calendar and the responsibles."""
    # Perhaps with stray marks beside them.
    named = [columns_named(line.text) if line.text[:1].isupper() else [] for line in lines]
    bounds = [-1, *(index for index, titles in enumerate(named) if not titles), len(lines)]
    runs = [range(before + 1, after) for before, after in pairwise(bounds)]
    return [run for run in runs if {Fact.CALENDAR, Fact.RESPONSIBLE} <= {of for index in run for of in named[index]}]


def _judge(head: Sequence[Line]) -> Judge:
    """What the lines above all recommendations tell: about which years the document is, and who sends it."""
    days = (first_day(line.reading, _HEAD_WITHIN) for line in head[:_HEAD_WITHIN])
    day = next((found[0] for found in days if found), _ANY_DAY)
    senders = (match[1] for line in head if (match := _SENDER.match(read_text_of(line.words))))
    return Judge(day, {name for sender in senders for name in read_responsibles(sender)})


@dataclass(slots=True)
class _Grids:
    """Cuts the rows. ``learn`` goes first: rows that are certain teach who the responsibles are."""

    corrected: Corrected
    ledger: Ledger
    judge: Judge
    settled: set[str] = field(default_factory=set)
    stated: set[str] = field(default_factory=set)

    def learn(self, actions: Iterable[Action]) -> None:
        for action in actions:
            cells = self._cells(action)
            if cells.is_certain and cells.cells[2]:
                self.judge.responsibles.add(read_text_of(words_of(cells.cells[2])))

    def grid(self, table: _Part) -> Grid:
        """With the titles that every table of these documents has, in their order."""
        for line in table.titles:
            stray = [word for word in line.words if not any(sign.isalnum() for sign in word.found)]
            self.ledger.use((word for word in line.words if word not in stray), "furniture", "column title")
            if stray:
                self.ledger.use(stray, "unplaced", "doubt")
                self.ledger.doubt(line.at, DoubtKind.STRAY_CHARACTERS, line.text)
        at = table.titles[-1].at
        titles = _row(at, [(Paragraph(at, HEADINGS[of][0]),) for of in USUAL])
        return Grid((titles, *map(self._row, table.actions)))

    def doubt_unused(self) -> None:
        """Corrections about actions that the document does not have, or not in this way."""
        cells, statuses = self.corrected.cells, self.corrected.statuses
        places = [(f"columns {action}", frozenset(cells[action])) for action in cells.keys() - self.settled]
        places += [(f"status {action}", statuses[action][1]) for action in statuses.keys() - self.stated]
        for found, at in places:
            self.ledger.doubt(min(at)[0], DoubtKind.CORRECTION_DOES_NOT_FIT, found)

    def _cells(self, action: Action) -> Cells:
        columns = self.corrected.cells.get(action.number)
        settled = settled_cells(action, columns) if columns else None
        if settled:
            self.settled.add(action.number)
        return settled or certain_cells(action, self.judge)

    def _row(self, action: Action) -> Row:
        """One cell over all columns where nobody can tell where they part."""
        cells = self._cells(action)
        self.ledger.use(cells.placeholder, "furniture", "stvz placeholder")
        self.ledger.use(cells.rules, "furniture", "column rule")
        for line in action.lines[1:]:
            if number_of(line):
                self.ledger.doubt(line.at, DoubtKind.NOT_PLACED, line.text)
        first = action.lines[0]
        if not cells.is_certain:
            return Row(first.at, (Cell(0, COLUMNS, False, cells.cells[0]),), first.text)
        text, calendar, responsible, status, comment = cells.cells
        found = [text, calendar, responsible, self._status(action, status, comment), comment]
        return replace(_row(first.at, found, first.text), is_settled=action.number in self.settled)

    def _status(self, action: Action, status: Sequence[Line], comment: Sequence[Line]) -> Sequence[Paragraph]:
        """On one line, as it stands there or as a correction says that the comment states it."""
        if status:
            return (status[0].of(words_of(status)),)
        stated, stated_at = self.corrected.statuses.get(action.number, (None, frozenset()))
        if stated is None or not stated_at <= {word.place for word in words_of(comment)}:
            return ()
        self.stated.add(action.number)
        return (Paragraph(action.lines[0].at, STATUS[stated]),)


def _row(at: int, cells: Sequence[Sequence[Paragraph]], shown: str = "") -> Row:
    return Row(at, tuple(Cell(n, n + 1, False, tuple(cell)) for n, cell in enumerate(cells)), shown)
