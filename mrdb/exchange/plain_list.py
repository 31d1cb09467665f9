"""A list that somebody made without our workbook: what its columns seem to hold, and its rows once that is agreed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.domain.returned import Note, Problem, Returned, TypedRow, Value, Why
from mrdb.exchange.cell_values import DAY_FIRST, is_short_decimal, read_cell, read_phrase
from mrdb.exchange.csv_grid import read_csv
from mrdb.exchange.grid import HEADINGS_WITHIN, Grid, GridRow, read_workbook
from mrdb.text.lexicon import is_name_of, name_key, name_keys, states_nothing, status_of
from mrdb.text.lexicon.names import COLUMNS


@dataclass(frozen=True, slots=True)
class PlainList:
    """``head`` is the row of headings, ``rows`` those below it that hold something; ``name`` is that of the file.

    ``digest`` is the SHA-256 of its bytes, in hex, ``notes`` are those on cells of any sheet.
    """

    name: str
    digest: str
    head: GridRow
    rows: Sequence[GridRow]
    notes: Sequence[Note] = ()

    @property
    def columns(self) -> dict[int, str]:
        """The heading of each column that has one, by its position."""
        return {column: word for column in range(len(self.head.values)) if (word := self.head.word(column))}

    def examples(self, column: int, most: int) -> list[str]:
        """The first different things that stand in the column."""
        return list(dict.fromkeys(word for row in self.rows if (word := row.word(column))))[:most]


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the columns hold and how their words are meant, as the user confirmed it.

    ``statuses`` holds status words in lower case; None for a word that says nothing. ``is_day_first`` tells whether
    03/04/2026 falls in April.
    """

    columns: Mapping[Fact, int]
    statuses: Mapping[str, Value]
    is_day_first: bool = True


def read_list(name: str, data: bytes) -> PlainList:
    """Reads a ``.xlsx``, or anything else as ``.csv``: of the sheets the one that looks most like a list of actions.

    Raises UnreadableUpload.
    """
    grids = (read_csv(name, data),) if is_csv(name, data) else read_workbook(name, data)
    found = [(head, grid) for grid in grids if (head := _head(grid)) is not None]
    if not found:
        raise UnreadableUpload(name, FileFault.NO_LIST)
    head, grid = max(found, key=lambda one: len(proposed_columns(one[0])))
    rows = [row for row in grid.rows() if row.number > head.number]
    if not rows:
        raise UnreadableUpload(name, FileFault.NO_LIST)
    return PlainList(name, sha256(data).hexdigest(), head, rows, [note for grid in grids for note in grid.notes])


def is_csv(name: str, data: bytes) -> bool:
    """By what it holds, too: a workbook that is called .csv is still one."""
    return name.lower().endswith((".csv", ".txt", ".tsv")) and not data.startswith((b"PK", b"\xd0\xcf\x11\xe0"))


def _head(grid: Grid) -> GridRow | None:
    """The row with most headings that we know, else the first with at least two cells."""
    wide = [row for row in grid.rows(HEADINGS_WITHIN) if sum(value is not None for value in row.values) > 1]
    return max(wide, key=lambda row: len(proposed_columns(row)), default=None)


def proposed_columns(head: GridRow) -> dict[Fact, int]:
    """Which column seems to hold what: first by a heading that we know, then by a word of one."""
    words = {column: head.word(column) for column in range(len(head.values)) if head.word(column)}
    found: dict[Fact, int] = {}
    for is_whole in (True, False):
        for of in COLUMNS:
            free = (column for column in words if column not in found.values())
            column = next((c for c in free if _is_named(words[c], of, is_whole=is_whole)), None)
            if of not in found and column is not None:
                found[of] = column
    return found


def _is_named(heading: str, of: Fact, *, is_whole: bool) -> bool:
    if is_whole:
        return is_name_of(heading, of)
    return any(f" {name} " in f" {name_key(heading)} " for name in name_keys(of) if len(name) > 3)


def status_words(plain: PlainList, columns: Mapping[Fact, int]) -> dict[str, Value]:
    """Every status word in the list, in lower case, with what it seems to mean; None for one that we do not know."""
    if Fact.STATUS not in columns:
        return {}
    words = dict.fromkeys(row.word(columns[Fact.STATUS]).casefold() for row in plain.rows)
    return {word: status_of(word) for word in words if word and not states_nothing(word)}


def ambiguous_dates(plain: PlainList, columns: Mapping[Fact, int]) -> list[str]:
    """The dates that can be read in two ways, such as 03/04/2026."""
    return [word for word, one, other in _dates(plain, columns) if one != other and one <= 12 and other <= 12]


def is_day_first(plain: PlainList, columns: Mapping[Fact, int]) -> bool:
    """Whether the other dates name the day first; so they do here where nothing shows it."""
    shown = {one > 12 for _, one, other in _dates(plain, columns) if (one > 12) != (other > 12)}
    return shown != {False}


def _dates(plain: PlainList, columns: Mapping[Fact, int]) -> Iterator[tuple[str, int, int]]:
    """Every date that is written out in the calendar, with its first two numbers."""
    if Fact.CALENDAR in columns:
        for row in plain.rows:
            value = row.value(columns[Fact.CALENDAR])
            if isinstance(value, str) and (match := DAY_FIRST.fullmatch(value.strip())):
                yield match[0], int(match[1]), int(match[2])


def list_rows(plain: PlainList, agreed: Agreed, response_ids: frozenset[int]) -> Returned:
    """The rows as something that is typed about these documents; a recommendation counts for the rows below it too."""
    typed, problems = [], []
    above = ""
    for row in plain.rows:
        cells, wrong = _cells(row, agreed)
        above = str(cells.get(Fact.RECOMMENDATION) or above)
        if wrong:
            problems += wrong
        elif cells.keys() - {Fact.RECOMMENDATION}:
            if above:
                cells[Fact.RECOMMENDATION] = above
            places = {of: row.place(column) for of, column in agreed.columns.items()}
            first = row.place(min(agreed.columns[of] for of in cells))
            number = agreed.columns.get(Fact.NUMBER)
            may_lack_zero = number is not None and is_short_decimal(row.value(number))
            typed.append(TypedRow(False, cells, places, first, response_ids, may_lack_zero))
    return Returned(typed=typed, problems=problems, notes=list(plain.notes))


def _cells(row: GridRow, agreed: Agreed) -> tuple[dict[Fact, Value], list[Problem]]:
    cells: dict[Fact, Value] = {}
    problems = []
    for of, column in agreed.columns.items():
        fault = row.fault(column)
        if fault == Why.MERGED and of == Fact.RECOMMENDATION:
            continue  # the cell above it holds for this row too
        value = fault or _value(row, column, of, agreed)
        if isinstance(value, Why):
            problems.append(Problem(row.place(column), row.word(column), value))
        elif value is not None:
            cells[of] = value
    return cells, problems


def _value(row: GridRow, column: int, of: Fact, agreed: Agreed) -> Value | Why:
    word = row.word(column)
    if not word:
        return None
    if of == Fact.STATUS:
        return None if states_nothing(word) else agreed.statuses.get(word.casefold(), Why.UNKNOWN_STATUS)
    if of == Fact.CALENDAR:
        return read_phrase(row.value(column), is_day_first=agreed.is_day_first)
    return read_cell(of, row.value(column))
