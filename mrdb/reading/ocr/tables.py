"""The table of actions of one recommendation: its rows, and the cells of a row as far as they are certain."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise

from mrdb.reading.calendar import read_calendar, read_period
from mrdb.reading.ocr.paragraphs import MARKS
from mrdb.reading.ocr.source import Line, Place, Word, blocks, found_text, read_text_of
from mrdb.text.lexicon import PLACEHOLDER, states_nothing, status_of

COLUMNS = 5
COLUMN_RULE = "|"
ACTION_NUMBER = re.compile(r"(\d{1,3}\.\d{1,3})[.:]?")
"""The number with which an action begins; a dot behind it is furniture."""
MAX_RESPONSIBLE = 300
"""A longer cell holds no names."""

MAX_CALENDAR = 1000
"""Characters: a longer text is not asked for a date."""

MAX_RULED_WORDS = 150
"""A calendar and responsibles that run longer than this are no cells, whatever the rules say."""

MAX_NAMED_WORDS = 30
"""A period or a responsible that runs on in a line is sought no further back than this."""

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One action as it stands in the table; ``number_word`` is taken out of its lines."""

    number: str
    number_word: Word
    lines: Lines

    @property
    def places(self) -> set[Place]:
        return {word.place for word in (self.number_word, *_words(self.lines))}


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row. ``furniture`` are the words of the placeholder and the rules between the columns."""

    text: Lines
    calendar: Lines = ()
    responsible: Lines = ()
    status: Lines = ()
    comment: Lines = ()
    placeholder: tuple[Word, ...] = ()
    rules: tuple[Word, ...] = ()
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class Judge:
    """What the reader knows of the document while it looks at a row: its day, and who certainly is a responsible."""

    day: date
    responsibles: set[str]

    def is_calendar(self, text: str) -> bool:
        """Whether the text holds a date."""
        return len(text) <= MAX_CALENDAR and any(one.period for one in read_calendar(text, self.day))

    def is_period(self, text: str) -> bool:
        """Whether the text is a date and nothing else."""
        return len(text) <= MAX_CALENDAR and read_period(text, self.day) is not None


def rows_of(lines: Sequence[Line], recommendation: int) -> tuple[Lines, tuple[Action, ...]]:
    """What stands before the first action, and the rows: each begins with its number, such as "7.1" or "7.1."."""
    starts = [index for index, line in enumerate(lines) if _number(line).partition(".")[0] == str(recommendation)]
    first = starts[0] if starts else len(lines)
    rows = []
    for start, end in pairwise([*starts, len(lines)]):
        line = lines[start]
        rest = line.of(line.words[1:])
        rows.append(Action(_number(line), line.words[0], (rest, *lines[start + 1 : end])))
    return tuple(lines[:first]), tuple(rows)


def is_numbered(line: Line) -> bool:
    """Begins as the row of an action does."""
    return bool(_number(line))


def _number(line: Line) -> str:
    match = ACTION_NUMBER.fullmatch(line.words[0].found) if line.words else None
    return match[1] if match else ""


def settled_cells(row: Action, columns: Mapping[Place, int]) -> Cells | None:
    """The cells as a correction cuts them; None unless it is about exactly the words of this row."""
    if row.places != set(columns) or columns[row.number_word.place] != 0:
        return None
    cut = [[line.of(w for w in line.words if columns[w.place] == n) for line in row.lines] for n in range(COLUMNS)]
    return _with_status([tuple(line for line in column if line.words) for column in cut])


def certain_cells(row: Action, judge: Judge) -> Cells:
    """The cells where their bounds are certain; else the whole row, placeholder aside, as uncertain text."""
    if ruled := _ruled_cells(row):
        return ruled
    lines, placeholder = _without_placeholder(row.lines)
    found = blocks(lines)
    cells = _block_cells(found, bool(placeholder), judge) if len(found) > 2 else _line_cells(found, judge)
    if cells is None or (placeholder and _ends_behind(found, placeholder[0])):
        return Cells(lines, placeholder=placeholder, is_certain=False)
    return replace(cells, placeholder=placeholder)


def _ruled_cells(row: Action) -> Cells | None:
    """Cells with a rule between all of them, on every line of the row."""
    lines = [line for line in row.lines if line.words]
    rules = [[word for word in line.words if word.found == COLUMN_RULE] for line in lines]
    if not all(COLUMNS - 2 <= len(found) < COLUMNS for found in rules):
        return None
    cut: list[list[Line]] = [[] for _ in range(COLUMNS)]
    for line, found in zip(lines, rules, strict=True):
        bounds = [line.words.index(rule) for rule in found]
        starts, ends = [-1, *bounds], [*bounds, len(line.words)]
        for column, start, end in zip(cut, starts, ends, strict=False):
            column.append(line.of(line.words[start + 1 : end]))
    cells = _with_status([tuple(line for line in column if line.words) for column in cut])
    if sum(len(line.words) for line in (*cells.calendar, *cells.responsible)) > MAX_RULED_WORDS:
        return None
    return replace(cells, rules=tuple(word for found in rules for word in found))


def _with_status(cut: Sequence[Lines]) -> Cells:
    """Sees whether the fourth cell holds the placeholder or a status; anything else there is comment."""
    text, calendar, responsible, follow_up, comment = cut
    rest, placeholder = _without_placeholder(follow_up)
    words = _words(rest)
    if words and not is_status(words):
        return Cells(text, calendar, responsible, (), (*rest, *comment), placeholder)
    comment, second = _without_placeholder(comment)
    return Cells(text, calendar, responsible, rest if words else (), comment, (*placeholder, *second))


def _block_cells(found: Sequence[Sequence[Line]], has_placeholder: bool, judge: Judge) -> Cells | None:
    """Cell by cell with blank lines between: action, calendar (one block or more), responsible, status, comment."""
    text, *others = found
    stated = [index for index, block in enumerate(others) if index > 1 and is_status(_words(block))]
    end = stated[0] if stated else len(others)
    *calendar, responsible = others[:end]
    if (stated and has_placeholder) or len(stated) > 1 or not (stated or has_placeholder or end == 2):
        return None
    phrase = read_text_of(_words(responsible))
    if len(phrase) > MAX_RESPONSIBLE or judge.is_calendar(phrase) or not _is_calendar(calendar, judge):
        return None
    status = tuple(others[end]) if stated else ()
    comment = tuple(chain.from_iterable(others[end + 1 :]))
    return Cells(tuple(text), tuple(chain.from_iterable(calendar)), tuple(responsible), status, comment)


def _is_calendar(found: Sequence[Sequence[Line]], judge: Judge) -> bool:
    """One block with a date, or more when each is an item of a list: else the action's text may stand among them."""
    is_list = all(block[0].words[0].found in MARKS for block in found)
    return (len(found) == 1 or is_list) and any(judge.is_calendar(read_text_of(_words(block))) for block in found)


def _ends_behind(found: Sequence[Sequence[Line]], word: Word) -> bool:
    """Text stands in lines below the one where the placeholder begins."""
    return bool(found) and found[-1][-1].at > word.line


def _line_cells(found: Sequence[Sequence[Line]], judge: Judge) -> Cells | None:
    """A line that ends in a period and a responsible that the document names elsewhere, nothing between them."""
    if not found or len(found[-1]) != 1:
        return None
    line = found[-1][0]
    end = len(line.words)
    for middle in range(max(1, end - MAX_NAMED_WORDS), end):
        if read_text_of(line.words[middle:]) not in judge.responsibles:
            continue
        for start in range(max(0, middle - MAX_NAMED_WORDS), middle):
            if judge.is_period(read_text_of(line.words[start:middle])):
                return _cut_line(found, line, start, middle)
    return None


def _cut_line(found: Sequence[Sequence[Line]], line: Line, start: int, middle: int) -> Cells | None:
    """In a block of its own the line holds no action text; in the only block that text must end in a full stop."""
    before = line.words[:start]
    if len(found) == 1 and before and before[-1].read.endswith("."):
        text: Lines = (line.of(before),)
    elif len(found) == 2 and not before:
        text = tuple(found[0])
    else:
        return None
    return Cells(text, (line.of(line.words[start:middle]),), (line.of(line.words[middle:]),))


def _without_placeholder(lines: Sequence[Line]) -> tuple[Lines, tuple[Word, ...]]:
    """The lines without the placeholder, whose words end them one after the other, and its words."""
    for first, line in enumerate(lines):
        starts = [index for index, word in enumerate(line.words) if word.found == PLACEHOLDER[0]]
        if starts:
            return _cut_placeholder(lines, first)
    return tuple(lines), ()


def _cut_placeholder(lines: Sequence[Line], first: int) -> tuple[Lines, tuple[Word, ...]]:
    kept, taken = list(lines), list[Word]()
    for index in range(first, len(lines)):
        words = lines[index].words
        if len(taken) == len(PLACEHOLDER):
            break
        size = _tail(words, PLACEHOLDER[len(taken) :])
        if words and not size:
            return tuple(lines), ()
        taken += words[len(words) - size :]
        kept[index] = lines[index].of(words[: len(words) - size])
    return (tuple(kept), tuple(taken)) if len(taken) == len(PLACEHOLDER) else (tuple(lines), ())


def _tail(words: Sequence[Word], wanted: Sequence[str]) -> int:
    """How many words at the end of the line are the first of the wanted ones."""
    found = tuple(word.found for word in words)
    return next((n for n in range(min(len(found), len(wanted)), 0, -1) if found[-n:] == tuple(wanted[:n])), 0)


def is_status(words: Iterable[Word]) -> bool:
    """Whether the words state a status, or that there is none, and nothing else."""
    text = found_text(words)
    return status_of(text) is not None or states_nothing(text)


def _words(lines: Iterable[Line]) -> list[Word]:
    return [word for line in lines for word in line.words]
