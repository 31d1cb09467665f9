"""A workbook as paragraphs and grids: each row a line; what stands alone above a table is a paragraph."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from textwrap import shorten
from xml.etree.ElementTree import Element

from mrdb.domain.draft import DoubtKind
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.blocks import SIDE_BY_SIDE, Block, Cell, Grid, Paragraph, Row
from mrdb.reading.excel.book import MOST_COLUMNS, Book, Merged, Sheet, formula_of, merged_in, rows_of
from mrdb.reading.excel.notes import boxes_on, notes_on
from mrdb.reading.excel.shown import shown
from mrdb.reading.package import EXCEL, check_package, told
from mrdb.reading.prose import PlainTranscript
from mrdb.reading.transcript import Source
from mrdb.text.excel import KEY
from mrdb.text.labels import HEADING

_HIDDEN_COLUMNS = re.compile(rb"<(?:\w+:)?col\b([^<>]*\bhidden\s*=\s*[\"'](?:1|true)[\"'][^<>]*)>")
_BOUND = re.compile(rb"\b(min|max)\s*=\s*[\"'](\d{1,5})[\"']")
_PAGE_HEADER = re.compile(rb"<(?:\w+:)?(?:odd|first)Header>([^<]*)<")
_PARTS = re.compile(r"&[LCR]")
_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-Fa-f]{6}|[A-Z&])')
_UNNAMED = re.compile(r"(?:blad|sheet|feuil)\s*\d+", re.IGNORECASE)
"""What Excel calls a sheet that nobody gave a name."""
_MOST_SAID = 2_000
"""Characters of one doubt: a hidden sheet may hold a whole list of choices."""
_MOST_MERGED = 100_000
"""Rows that merged cells come down to, each counted for every one of them."""
_OURS = set(HEADING.values())


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with words in it: its number in the sheet, its line in the source, its words by column."""

    number: int
    at: int
    words: Mapping[int, str]


def excel_source(data: bytes, *, name: str) -> Source:
    """The bytes of a file called ``name``.

    Raises UnreadableUpload when they are no Excel file that may be opened, or an overview of ours: that has a way back
    of its own.
    """
    check_package(name, data, EXCEL)
    with told(name):
        book, transcript = Book(data), PlainTranscript()
        sheets = list(book.sheets())
        shown_sheets = (sheet for sheet in sheets if not sheet.is_hidden)
        lines = list(dict.fromkeys(text for sheet in shown_sheets for text in _page_header(book.part(sheet.part))))
        above = [Paragraph(line, text) for line, text in enumerate(lines, start=1)]
        blocks: list[Block] = []
        for sheet in sheets:
            if len(sheets) > 1 and not (sheet.is_hidden or _UNNAMED.fullmatch(sheet.title)):
                lines.append(sheet.title)
                blocks.append(Paragraph(len(lines), sheet.title, "heading"))
            blocks += _Sheet(name, book, sheet, transcript, lines).blocks()
        return Source(blocks, tuple(lines), transcript, above)


@dataclass(slots=True)
class _Sheet:
    """One sheet while it is read; ``lines`` grow along. ``_unseen`` are the words of each hidden column."""

    name: str
    book: Book
    sheet: Sheet
    transcript: PlainTranscript
    lines: list[str]
    _hidden: frozenset[int] = frozenset()
    _unseen: dict[int, list[str]] = field(default_factory=dict)

    def blocks(self) -> list[Block]:
        data = self.book.part(self.sheet.part)
        self._hidden = frozenset(_hidden_columns(data))
        above = len(self.lines)
        runs: list[list[_Line]] = []
        at: dict[int, int] = {}
        last = 0
        for number, row, _ in rows_of(data):
            line = self._line(number, row)
            if line is None:
                continue
            at[number] = line.at
            if line.words:
                runs += [] if runs and number == last + 1 else [[]]
                runs[-1].append(line)
            last = number if line.words or last == number - 1 else last
        self._doubt_beside(above + 1, at)
        return list(self._blocks(runs, tuple(merged_in(data))))

    def _doubt_beside(self, first: int, at: Mapping[int, int]) -> None:
        """What stands in hidden columns, in notes on cells and in boxes; ``at`` is the line of each row."""
        for words in filter(None, self._unseen.values()):
            said = f"{self.sheet.title}: {SIDE_BY_SIDE.join(words)}"
            self.transcript.doubt(first, DoubtKind.HIDDEN, shorten(said, _MOST_SAID, placeholder=" …"))
        for note in notes_on(self.book.archive, EXCEL.part, self.sheet.part, self.name, self.sheet.title):
            row = int(re.sub(r"\D", "", note.place.cell) or 0)
            self.transcript.doubt(at.get(row, first), DoubtKind.NOT_PLACED, note.text)
        for text in boxes_on(self.book.archive, self.sheet.part):
            self.transcript.doubt(first, DoubtKind.NOT_PLACED, text)

    def _line(self, number: int, row: Element) -> _Line | None:
        """None for a row in which nothing stands that could be seen."""
        words: dict[int, str] = {}
        left_out: dict[DoubtKind, list[str]] = {}
        found = {column: self._words(cell) for column, cell in self.book.cells(row)}
        self._refuse_ours({live for live, _ in found.values()})
        for column, (live, beside) in found.items():
            if self.sheet.is_hidden or column in self._hidden:
                unseen = self._unseen.setdefault(-1 if self.sheet.is_hidden else column, [])
                unseen += filter(None, (live, *beside.values()))
                continue
            if live and row.get("hidden") in {"1", "true"}:
                beside[DoubtKind.HIDDEN] = live
            elif live:
                words[column] = live
            for kind, text in beside.items():
                left_out.setdefault(kind, []).append(" ".join(text.split()))
        if not words and not left_out:
            return None
        said = {kind: SIDE_BY_SIDE.join(texts) for kind, texts in left_out.items()}
        self.lines.append(SIDE_BY_SIDE.join([*(" ".join(text.split()) for text in words.values()), *said.values()]))
        for kind, text in said.items():
            self.transcript.doubt(len(self.lines), kind, text)
        return _Line(number, len(self.lines), words)

    def _refuse_ours(self, words: set[str]) -> None:
        if KEY in words and len(words & _OURS) > 1:
            raise UnreadableUpload(self.name, FileFault.OVERVIEW)

    def _words(self, cell: Element) -> tuple[str, dict[DoubtKind, str]]:
        """What stands in a cell, and what is struck through there or a formula that nobody worked out."""
        style = int(cell.get("s", "0"))
        value, formula = self.book.value(cell), formula_of(cell)
        if value is None and formula is not None and cell.get("t") != "str":
            return "", {DoubtKind.NOT_PLACED: f"={formula}"}
        text = shown(value, self.book.codes[style] if style < len(self.book.codes) else "")
        live, struck = ("", text) if style in self.book.struck else self.book.struck_parts(cell) or (text, "")
        return live.strip(), {DoubtKind.STRUCK_OUT: struck} if struck.strip() else {}

    def _blocks(self, runs: Sequence[Sequence[_Line]], merged: Sequence[Merged]) -> Iterator[Block]:
        """Below an empty row, rows of one cell at the left are paragraphs, until there is a row with more."""
        left = min((min(line.words) for run in runs for line in run), default=0)
        tall = {first for first, column, last, _ in merged if column == left and last > first}
        table: list[_Line] = []
        for run in runs:
            loose = 0
            while loose < len(run) and list(run[loose].words) == [left] and run[loose].number not in tall:
                loose += 1
            if loose and table:
                yield self._grid(table, merged)
                table = []
            for line in run[:loose]:
                yield from _paragraphs(line, left)
            table += run[loose:]
        if table:
            yield self._grid(table, merged)

    def _grid(self, table: Sequence[_Line], merged: Sequence[Merged]) -> Grid:
        columns = sorted({column for line in table for column in line.words})
        return Grid(
            tuple(
                Row(line.at, tuple(self._cells(line, columns, over)))
                for line, over in zip(table, self._merged_over(table, merged), strict=True)
            )
        )

    def _cells(self, line: _Line, columns: Sequence[int], merged: Sequence[Merged]) -> Iterator[Cell]:
        """Excel shows no more of merged cells than the first."""
        for column in columns:
            alone = (line.number, column, line.number, column)
            first, left, _, right = next((one for one in merged if one[1] <= column <= one[3]), alone)
            is_first = (first, left) == (line.number, column)
            if column in line.words and not is_first:
                self.transcript.doubt(line.at, DoubtKind.HIDDEN, " ".join(line.words[column].split()))
            if column == left:
                yield Cell(left, right + 1, first < line.number, tuple(_paragraphs(line, column)) if is_first else ())

    def _merged_over(self, table: Sequence[_Line], merged: Sequence[Merged]) -> list[list[Merged]]:
        """For each row the merged cells that it has a part of."""
        numbers = [line.number for line in table]
        over: list[list[Merged]] = [[] for _ in table]
        left = _MOST_MERGED
        for one in merged:
            rows = range(bisect_left(numbers, one[0]), bisect_right(numbers, one[2]))
            left -= len(rows)
            if left < 0:
                raise UnreadableUpload(self.name, FileFault.TOO_LARGE)
            for row in rows:
                over[row].append(one)
        return over


def _page_header(data: bytes) -> Iterator[str]:
    """What stands left, in the middle and right above the pages, without codes for fonts, page numbers, today."""
    for written in _PAGE_HEADER.findall(data):
        for part in _PARTS.split(unescape(written.decode())):
            if text := " ".join(_CODE.sub(lambda code: "&" if code[0] == "&&" else "", part).split()):
                yield text


def _hidden_columns(data: bytes) -> Iterator[int]:
    for bounds in (dict(_BOUND.findall(written)) for written in _HIDDEN_COLUMNS.findall(data)):
        yield from range(int(bounds.get(b"min", 1)) - 1, min(int(bounds.get(b"max", 0)), MOST_COLUMNS))


def _paragraphs(line: _Line, column: int) -> Iterator[Paragraph]:
    for text in filter(str.strip, line.words.get(column, "").split("\n")):
        yield Paragraph(line.at, text.strip())
