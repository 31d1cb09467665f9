"""The rows of a table on paper, and the cells of a row as far as they are certain."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise

from mrdb.reading.calendar import read_calendar, read_period
from mrdb.reading.interpreter.columns import USUAL
from mrdb.reading.interpreter.numbers import ACTION_NUMBER
from mrdb.reading.ocr.paragraphs import MARKS
from mrdb.reading.ocr.source import Line, Place, Word, blocks, found_text, read_text_of
from mrdb.text.lexicon import states_nothing, status_of
from mrdb.text.lexicon.names import PLACEHOLDER

COLUMNS = len(USUAL)
COLUMN_RULE = "|"
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
    """One action as it stands in the table: lines that hold words, the number before all others."""

    number: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row, in the order of the columns; one for all where nobody can tell where they part."""

    cells: tuple[Lines, ...]
    placeholder: Sequence[Word] = ()
    rules: Sequence[Word] = ()

    @property
    def is_certain(self) -> bool:
        return len(self.cells) == COLUMNS


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


def rows_of(lines: Sequence[Line], recommendation: str) -> tuple[Sequence[Line], list[Action]]:
    """What stands before the first action, and the rows: each begins with its number, such as "7.1" or "7.1."."""
    numbers = [number_of(line) for line in lines]
    starts = [n for n, number in enumerate(numbers) if number and _is_of(number, recommendation)]
    first = starts[0] if starts else len(lines)
    rows = []
    for start, end in pairwise([*starts, len(lines)]):
        one, *others = lines[start:end]
        if len(one.words) == 1 and others:
            one, *others = others[0].of((*one.words, *others[0].words)), *others[1:]
        rows.append(Action(number_of(one), (one, *others)))
    return lines[:first], rows


def _is_of(number: str, recommendation: str) -> bool:
    """Under "II" or "A" the actions may be 2.1 or 1.1."""
    return not recommendation.isdecimal() or number.partition(".")[0] == recommendation


def number_of(line: Line) -> str:
    """The number that the line begins with as the row of an action does, or ""."""
    match = ACTION_NUMBER.fullmatch(line.words[0].found)
    return match[1] if match else ""


def settled_cells(row: Action, columns: Mapping[Place, int]) -> Cells | None:
    """The cells as a correction cuts them; None unless it is about exactly the words of this row."""
    places = [word.place for word in words_of(row.lines)]
    if set(places) != set(columns) or columns[places[0]] != 0:
        return None
    cut = [[line.of(w for w in line.words if columns[w.place] == n) for line in row.lines] for n in range(COLUMNS)]
    return _with_status(cut)


def certain_cells(row: Action, judge: Judge) -> Cells:
    """The cells where their bounds are certain; else the whole row, placeholder aside."""
    if ruled := _ruled_cells(row):
        return ruled
    lines, placeholder = _without_placeholder(row.lines)
    found = blocks(lines)
    cells = _block_cells(found, bool(placeholder), judge) if len(found) > 2 else _line_cells(found, judge)
    if cells is None or (placeholder and found[-1][-1].at > placeholder[0].line):
        return Cells((lines,), placeholder)
    return replace(cells, placeholder=placeholder)


def _ruled_cells(row: Action) -> Cells | None:
    """Cells with a rule between all of them, on every line of the row."""
    rules = [[n for n, word in enumerate(line.words) if word.found == COLUMN_RULE] for line in row.lines]
    if not all(COLUMNS - 2 <= len(found) < COLUMNS for found in rules):
        return None
    cut: list[list[Line]] = [[] for _ in range(COLUMNS)]
    for line, bounds in zip(row.lines, rules, strict=True):
        for column, (start, end) in zip(cut, pairwise([-1, *bounds, len(line.words)]), strict=False):
            column.append(line.sliced(start + 1, end))
    if len(words_of(cut[1] + cut[2])) > MAX_RULED_WORDS:
        return None
    found = [line.words[n] for line, bounds in zip(row.lines, rules, strict=True) for n in bounds]
    return replace(_with_status(cut), rules=found)


def _with_status(cut: Sequence[Sequence[Line]]) -> Cells:
    """Sees whether the fourth cell holds the placeholder or a status; anything else there is comment."""
    text, calendar, responsible, follow_up, comment = (tuple(line for line in cell if line.words) for cell in cut)
    status, placeholder = _without_placeholder(follow_up)
    if status and not is_status(words_of(status)):
        return Cells((text, calendar, responsible, (), (*status, *comment)), placeholder)
    comment, second = _without_placeholder(comment)
    return Cells((text, calendar, responsible, status, comment), (*placeholder, *second))


def _block_cells(found: Sequence[Sequence[Line]], has_placeholder: bool, judge: Judge) -> Cells | None:
    """Cell by cell with blank lines between: action, calendar (one block or more), responsible, status, comment."""
    text, *others = found
    stated = [index for index, block in enumerate(others) if index > 1 and is_status(words_of(block))]
    end = stated[0] if stated else len(others)
    *calendar, responsible = others[:end]
    if (stated and has_placeholder) or len(stated) > 1 or not (stated or has_placeholder or end == 2):
        return None
    phrase = read_text_of(words_of(responsible))
    if len(phrase) > MAX_RESPONSIBLE or judge.is_calendar(phrase) or not _is_calendar(calendar, judge):
        return None
    cells = (text, chain(*calendar), responsible, chain(*others[end : end + 1]), chain(*others[end + 1 :]))
    return Cells(tuple(tuple(cell) for cell in cells))


def _is_calendar(found: Sequence[Sequence[Line]], judge: Judge) -> bool:
    """One block with a date, or more when each is an item of a list: else the action's text may stand among them."""
    is_list = all(block[0].words[0].found in MARKS for block in found)
    return (len(found) == 1 or is_list) and any(judge.is_calendar(read_text_of(words_of(block))) for block in found)


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
    if len(found) == 1 and start > 1 and line.words[start - 1].read.endswith("."):
        text: Sequence[Line] = (line.sliced(0, start),)
    elif len(found) == 2 and start == 0:
        text = found[0]
    else:
        return None
    return Cells((tuple(text), (line.sliced(start, middle),), (line.sliced(middle),), (), ()))


def _without_placeholder(lines: Lines) -> tuple[Lines, Sequence[Word]]:
    """The lines without the placeholder, whose words end them one after the other, and its words."""
    kept, taken = [], list[Word]()
    for line in lines:
        wanted = PLACEHOLDER[len(taken) :]
        sizes = range(min(len(line.words), len(wanted)), 0, -1)
        found = tuple(word.found for word in line.words)
        size = next((size for size in sizes if found[-size:] == wanted[:size]), 0)
        if taken and wanted and not size:
            break
        taken += line.words[len(found) - size :]
        kept.append(line.sliced(0, len(found) - size))
    if len(taken) < len(PLACEHOLDER):
        return lines, ()
    return tuple(line for line in kept if line.words), taken


def is_status(words: Iterable[Word]) -> bool:
    """Whether the words state a status, or that there is none, and nothing else."""
    text = found_text(words)
    return status_of(text) is not None or states_nothing(text)


def words_of(lines: Iterable[Line]) -> list[Word]:
    return [word for line in lines for word in line.words]
