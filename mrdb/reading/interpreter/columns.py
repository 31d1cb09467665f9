"""The columns of a table: which rows hold their titles, and which cell belongs to which column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import mean

from mrdb.domain.draft import NO_CHOICE, Choices
from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Cell, Row
from mrdb.reading.interpreter.numbers import number_alone
from mrdb.reading.interpreter.titles import (
    LONGEST_TITLE,
    day_named,
    facts_below,
    facts_named,
    facts_near,
    is_other,
    is_value,
)
from mrdb.text.lexicon import folded_heading
from mrdb.text.lexicon.names import ACTION_COLUMNS

USUAL = (Fact.ACTION_TEXT, Fact.CALENDAR, Fact.RESPONSIBLE, Fact.STATUS, Fact.COMMENT)
"""The columns of the source document, in their order."""

_OF_RECOMMENDATION = frozenset({Fact.RECOMMENDATION, Fact.ADVICE, Fact.ANSWER, Fact.ACCEPTANCE})
_OF_ACTION = frozenset({Fact.ACTION_TEXT, Fact.CALENDAR, Fact.RESPONSIBLE, Fact.STATUS})
_SHORT_TITLE = 40
_WIDEST = 63
"""Word itself makes no more columns."""
_FEW = 2
"""Cells that may stand side by side in any table: a label and its value."""
_FEWEST, _MOST = 3, len(USUAL)
_LONG_TEXT = 20
"""Characters of its cells, on the average, from which a column may hold actions."""


@dataclass(frozen=True, slots=True)
class Column:
    """``field`` is None where the title is none of ours; ``start`` and ``end`` are columns of the grid.

    ``is_sure`` is not what was guessed; what stands in a column that ``is_titled`` is kept under its title.
    """

    field: Fact | None
    title: str = ""
    start: int = 0
    end: int = 1
    is_sure: bool = True
    is_titled: bool = False

    @property
    def is_about_recommendation(self) -> bool:
        return self.field in _OF_RECOMMENDATION


Columns = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the columns that it covers, at least one.

    One that ``is_shared`` is about something else too; of one that ``is_guessed`` nothing tells in which it belongs.
    """

    cell: Cell
    columns: Columns
    is_shared: bool = False
    is_guessed: bool = False

    @property
    def field(self) -> Fact | None:
        return self.columns[0].field


def title_rows(rows: Sequence[Row], choices: Choices = NO_CHOICE) -> list[bool]:
    """Which rows hold the titles of the columns: one or more, again where the table goes on over a page."""
    sure = [_is_titles(row, choices, is_first=not n) for n, row in enumerate(rows)]
    sure[:1] = [one or _is_confirmed(rows[0], rows[1:]) for one in sure[:1]]
    alone = [_is_under_titles(row) for row in rows]
    return [sure[n] or (alone[n] and (any(sure[n - 1 : n]) or any(sure[n + 1 : n + 2]))) for n in range(len(rows))]


def _is_titles(row: Row, choices: Choices, *, is_first: bool) -> bool:
    """Whether it names two columns, and has no more titles that nobody knows than others."""
    if not 1 < len(row.filled) <= len(row.cells) <= _WIDEST:
        return False
    texts = [cell.said for cell in row.filled]
    if max(map(len, texts)) > LONGEST_TITLE:
        return False
    known = {text: facts_named(text) or _chosen(text, choices) for text in texts}
    if not (is_first or any(known.values())):
        return False
    named = {fact for text, facts in known.items() for fact in facts if not is_value(text)}
    strange = [text for text, facts in known.items() if not facts]
    if any(map(_has_figures, strange)):
        return False
    if len(named) * 2 < len(texts) and any(map(is_value, strange)):
        return False
    if len(texts) == _FEW:  # as a label and its value may stand in any table
        left, right = (known[text] or facts_near(text) for text in texts)
        return len(named) == _FEW or (Fact.RECOMMENDATION in left[:1] and Fact.ANSWER in right[:1] and bool(named))
    near = [text for text in strange if facts_near(text)]
    return len(named) + len(near) > (1 if named else _FEW) and len(texts) <= 2 * (len(texts) - len(strange) + len(near))


def _is_confirmed(row: Row, below: Sequence[Row]) -> bool:
    """Whether it names two columns in short words, and what stands below one of them is what it says."""
    if not all(len(cell.said) <= _SHORT_TITLE and not _has_figures(cell.said) for cell in row.filled):
        return False
    named = [(cell, facts) for cell in row.filled if (facts := facts_named(cell.said)) and not is_value(cell.said)]
    texts = (_texts(Column(None, "", cell.start, cell.end), below) for cell, _ in named)
    fits_one = any(set(facts) & set(facts_below(found)) for (_, facts), found in zip(named, texts, strict=True))
    return fits_one and len({fact for _, facts in named for fact in facts}) > 1


def _has_figures(text: str) -> bool:
    """Whether it holds some that are not the day of a column of statuses."""
    return any(map(str.isdecimal, text)) and not (day_named(text) > date.min and Fact.STATUS in facts_near(text))


def _is_under_titles(row: Row) -> bool:
    """Whether it holds nothing but titles, as the second row of them does."""
    named = [fact for cell in row.filled for fact in facts_named(cell.said)]
    is_heading = len(row.filled) == 1 and not set(named) <= set(ACTION_COLUMNS)
    return bool(named) and not is_heading and all(facts_named(c.said) and not is_value(c.said) for c in row.filled)


def _chosen(title: str, choices: Choices) -> list[Fact]:
    return [fact for fact in (choices.columns.get(folded_heading(title)),) if fact]


def columns_of(
    titles: Sequence[Row], below: Sequence[Row], choices: Choices = NO_CHOICE, *, is_any: bool = False
) -> Columns:
    """The columns under the rows of titles; the lowest title counts, ``below`` tells what a strange one may mean.

    ``is_any`` table holds recommendations, whether one of its titles says so or not.
    """
    widest = max(titles, key=lambda row: len(row.cells))
    columns = [_column(place, titles, choices) for place in widest.cells]
    texts = [_texts(one, below) for one in columns]
    actions = [n for n, column in enumerate(columns) if column.field == Fact.ACTION_TEXT]
    for n in actions:
        if len(actions) > 1 and texts[n] and all(map(number_alone, texts[n])):
            columns[n] = replace(columns[n], field=Fact.NUMBER)
    strange = [
        n
        for n, one in enumerate(columns)
        if not (one.field or folded_heading(one.title) in choices.columns or is_other(one.title))
    ]
    if is_any and all(column.field != Fact.RECOMMENDATION for column in columns):
        _find_recommendations(columns, texts, strange)
    near = [facts_near(columns[n].title) for n in strange]
    # A question says less than what stands below it.
    sure = [[] if columns[n].title.endswith("?") else facts for n, facts in zip(strange, near, strict=True)]
    for found in (sure, [facts_below(texts[n]) for n in strange], near):
        for n, facts in zip(strange, found, strict=True):
            taken = {one.field for one in columns if one.field != Fact.STATUS or day_named(one.title) == date.min}
            if not columns[n].field and (fact := next((one for one in facts if one not in taken), None)):
                columns[n] = replace(columns[n], field=fact, is_sure=False)
    _find_actions(columns, texts, strange)
    return tuple(_settled(columns, texts))


def _find_recommendations(columns: list[Column], texts: Sequence[Sequence[str]], strange: Sequence[int]) -> None:
    """Takes the first column of long texts for theirs, where more of them stand right of it."""
    long = [n for n, found in enumerate(texts) if found and mean(map(len, found)) >= _LONG_TEXT]
    if len(long) >= _FEW and long[0] in strange:
        columns[long[0]] = replace(columns[long[0]], field=Fact.RECOMMENDATION, is_sure=False)


def _texts(column: Column, rows: Sequence[Row]) -> list[str]:
    cells = (cell for row in rows for cell in row.filled if cell.start == column.start)
    return ["\n".join(one.said for one in cell.filled) for cell in cells]


def _column(place: Cell, titles: Sequence[Row], choices: Choices) -> Column:
    over = [cell for row in titles for cell in row.filled if cell.start < place.end and place.start < cell.end]
    title = over[-1].said if over else ""
    named = facts_named(title)
    if folded_heading(title) in choices.columns:
        named = _chosen(title, choices)
    field = Fact.STATUS if Fact.STATUS in named else named[-1] if named else None
    return Column(field, title, place.start, place.end)


def _find_actions(columns: list[Column], texts: Sequence[Sequence[str]], strange: Sequence[int]) -> None:
    """Where no column is called after the actions one without a name holds them; beside an answer, which may be the
    promise itself, only one with another long text in every row."""
    fields = {column.field for column in columns}
    free = [n for n in strange if not columns[n].field]
    if Fact.ACTION_TEXT in fields or not free or not fields & _OF_ACTION:
        return
    if fields & {Fact.RECOMMENDATION, Fact.ANSWER}:
        most = max(len(found) for found in texts)
        free = [n for n in free if len(set(texts[n])) == most and mean(map(len, texts[n])) >= _LONG_TEXT]
        free.sort(key=lambda n: -mean(map(len, texts[n])))
    if free:
        columns[free[0]] = replace(columns[free[0]], field=Fact.ACTION_TEXT, is_sure=False)


def _settled(columns: Sequence[Column], texts: Sequence[Sequence[str]]) -> Iterator[Column]:
    """Each column as its neighbours make it: what stands left of the actions tells of the recommendation."""
    fields = [column.field for column in columns]
    main = max((n for n, field in enumerate(fields) if field == Fact.RECOMMENDATION), default=-1)
    first = next((n for n, field in enumerate(fields) if n > main and field in _OF_ACTION), len(fields))
    titles = {column.field: column.title for column in reversed(columns)}
    moments = [column.title for column in columns if column.field == Fact.STATUS]
    newest = max(reversed(moments), key=day_named, default="")
    for n, column in enumerate(columns):
        match column.field:
            case None if n < first and main >= 0:
                yield replace(column, field=Fact.ADVICE, is_titled=True)
            case None:
                yield replace(column, is_titled=True)
            case Fact.RECOMMENDATION if n < main and not all(map(number_alone, texts[n])):
                yield replace(column, field=Fact.ADVICE, is_titled=True)
            case Fact.NUMBER if n < main and len(set(texts[n])) <= len(set(texts[main])):
                yield replace(column, field=Fact.RECOMMENDATION)
            case Fact.COMMENT if main < n < first and main >= 0:
                yield replace(column, field=Fact.ANSWER)
            case Fact.ACTION_TEXT | Fact.CALENDAR | Fact.RESPONSIBLE if column.title != titles[column.field]:
                yield replace(column, field=None, is_titled=True)
            case Fact.STATUS if column.title != newest:
                yield replace(column, field=Fact.COMMENT, is_titled=True)
            case _:
                yield column


def default_columns(row: Row) -> Columns:
    """Those of the source document, for a table without titles; none where it does not look like one of actions."""
    cells = row.cells
    if not _FEWEST <= len(cells) <= _MOST:
        return ()
    return tuple(Column(field, "", cell.start, cell.end) for field, cell in zip(USUAL, cells, strict=False))


def fits(row: Row, columns: Columns) -> bool:
    return bool(columns) and len(row.cells) == len(columns)


def placed(row: Row, columns: Columns) -> list[Placed]:
    """Every cell under its column; where their numbers differ, by the grid."""
    if fits(row, columns):
        return [Placed(cell, (column,)) for cell, column in zip(row.cells, columns, strict=True)]
    found = []
    for n, cell in enumerate(row.cells):
        covered = tuple(one for one in columns if cell.start < one.end and one.start < cell.end)
        found.append(Placed(cell, covered or (columns[min(n, len(columns) - 1)],)))
    return found
