"""What a document of the corpus says, written down beside it, and the documents made of it."""

import io
import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Pt
from docx.table import Table
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment
from word_documents import Rows, a_document, add_table, saved

from mrdb.domain.period import Period, PeriodKind
from mrdb.domain.status import Acceptance, Status

PDF = Path(__file__).parent / "pdf"
Ends = tuple[date | None, date | None]


@dataclass(frozen=True)
class When:
    """A period as it must be read; ``first`` of a deadline is None where only the day it falls due matters."""

    kind: PeriodKind
    first: date | None = None
    last: date | None = None

    def fits(self, period: Period) -> bool:
        if period.kind != self.kind:
            return False
        match self.kind:
            case PeriodKind.DEADLINE:
                return period.last == self.last and self.first in (None, period.first)
            case PeriodKind.START:
                return period.first == self.first
            case PeriodKind.CONTINUOUS:
                return True


@dataclass(frozen=True)
class Act:
    """One action; ``number`` is "" where the document has none. ``said`` are its status words as they stand there."""

    number: str
    text: str
    when: str
    periods: tuple[When, ...]
    who: str
    names: tuple[str, ...]
    said: str
    status: Status | None
    comment: str


@dataclass(frozen=True)
class Part:
    """One recommendation; ``said`` are the words of its acceptance, ``text`` what stands below its title."""

    number: str
    title: str
    said: str
    acceptance: Acceptance | None
    answer: str
    text: str
    actions: list[Act] = field(default_factory=list)


@dataclass(frozen=True)
class Truth:
    subject: str
    date: date | None
    parts: list[Part]


@dataclass(frozen=True)
class Shape:
    """One document; ``own`` are the titles of its own columns, ``kept`` other words of it that may not be lost."""

    name: str
    language: str
    suffix: str
    truth: Truth
    make: Callable[[], bytes]
    own: tuple[str, ...] = ()
    kept: str = ""

    @property
    def file(self) -> str:
        return "-".join(re.findall(r"\w+", self.name)) + f".{self.suffix}"

    def data(self) -> bytes:
        return (PDF / self.file).read_bytes() if self.suffix == "pdf" else self.make()


SHAPES: list[Shape] = []


def shape(
    name: str, said: str, *, suffixes: str = "docx", own: str = "", kept: str = ""
) -> Callable[[Callable[[Truth], list[str | Rows] | bytes]], None]:
    """Puts the document that the function makes of its truth among the shapes, once for each of its ``suffixes``."""
    truth = told(said)

    def put(make: Callable[[Truth], list[str | Rows] | bytes]) -> None:
        @cache
        def data() -> bytes:
            made = make(truth)
            return made if isinstance(made, bytes) else saved(a_document(*made))

        titles = tuple(filter(None, own.split(", ")))
        for suffix in suffixes.split():
            SHAPES.append(Shape(name, name[:2], suffix, truth, data, titles, kept))

    return put


def told(said: str) -> Truth:
    """The truth in its short form: a line a fact, fields parted by " | ", what they mean behind "→".

    ``# number | title | acceptance | answer | text`` begins a recommendation, every other line is an action:
    ``number | text | calendar | responsibles | status | comment``.
    """
    head, parts = {}, []
    for line in filter(None, map(str.strip, said.splitlines())):
        fields = [one.strip() for one in re.split(r"\s?\|\s?", line)]
        if not parts and not line.startswith("#"):
            name, _, value = line.partition(": ")
            head[name] = value
        elif line.startswith("# "):
            number, title, answered, answer, text = [*fields, *[""] * 5][:5]
            words, meant = _meaning(answered)
            acceptance = Acceptance(meant) if meant else None
            parts.append(Part(number[2:].strip(), title, words, acceptance, _lines(answer), _lines(text)))
        else:
            parts[-1].actions.append(_action([*fields, *[""] * 6][:6]))
    return Truth(head["subject"], date.fromisoformat(head["date"]) if head.get("date") else None, parts)


def _action(fields: list[str]) -> Act:
    number, text, calendar, responsible, status, comment = fields
    when, periods = _meaning(calendar)
    who, names = _meaning(responsible)
    said, meant = _meaning(status)
    named = names if "→" in responsible else who
    return Act(
        number,
        _lines(text),
        _lines(when),
        tuple(_period(one.strip()) for one in periods.split(";") if one.strip()),
        _lines(who),
        tuple(one.strip() for one in named.split(";") if one.strip()),
        said,
        Status(meant) if meant else None,
        _lines(comment),
    )


def _meaning(text: str) -> tuple[str, str]:
    words, _, meant = text.partition("→")
    return words.strip(), meant.strip()


def _lines(text: str) -> str:
    return text.replace("⏎", "\n")


def _period(text: str) -> When:
    """``~`` goes on, ``>2027-01-01`` starts; ``2026-05``, ``2026-04..2026-06`` and ``..2026`` fall due at their end."""
    if text == "~":
        return When(PeriodKind.CONTINUOUS)
    if text.startswith(">"):
        return When(PeriodKind.START, _end(text[1:], last=False))
    first, _, last = text.partition("..")
    if not first:
        return When(PeriodKind.DEADLINE, None, _end(last, last=True))
    return When(PeriodKind.DEADLINE, _end(first, last=False), _end(last or first, last=True))


def _end(text: str, *, last: bool) -> date:
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    month = month or (12 if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))


def rows(actions: Iterable[Act], *columns: str) -> list[list[str]]:
    """A row an action; the columns are patterns such as "{number} {text}"."""
    return [[column.format_map(vars(action)).strip() for column in columns] for action in actions]


def beside(parts: Iterable[Part], left: tuple[str, ...], right: tuple[str, ...]) -> list[list[str]]:
    """The rows of all actions, their recommendation left of them in cells that run down over all of its rows."""
    found = []
    for part in parts:
        cells = [one.format_map(vars(part)).strip() for one in left]
        for place, row in enumerate(rows(part.actions, *right)):
            found.append([*(cells if not place else ["^"] * len(left)), *row])
    return found


def across(words: str, width: int) -> list[str]:
    """One cell over the whole width of a table."""
    return [words, *["<"] * (width - 1)]


def lined(document: Document, cells: Rows) -> Table:
    """Adds a table with lines around its cells, in letters so small that no word breaks in a narrow column."""
    font = document.styles["Normal"].font
    font.name, font.size = "Liberation Sans", Pt(9)
    table = add_table(document, cells)
    table.style = "Table Grid"
    return table


def landscape(page: Section) -> None:
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, page.page_height, page.page_width


def sheet(cells: Rows) -> bytes:
    """A workbook of one sheet; "^" is a cell merged with the one above, "<" with the one to the left."""
    book = Workbook()
    page = book.active
    for y, row in enumerate(cells, start=1):
        for x, text in enumerate(row, start=1):
            if text not in {"^", "<"}:
                page.cell(y, x, text or None).alignment = Alignment(wrap_text=True, vertical="top")
                down = next((n for n, below in enumerate(cells[y:]) if below[x - 1 : x] != ["^"]), len(cells) - y)
                right = next((n for n, cell in enumerate([*row[x:], ""]) if cell != "<"), 0)
                if down or right:
                    page.merge_cells(start_row=y, start_column=x, end_row=y + down, end_column=x + right)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def words_in(shape: Shape) -> list[str]:
    """All that stands on the paper, apart from every reader of ours; a PDF holds what its Word document does."""
    if shape.suffix == "txt":
        return [shape.make().decode()]
    if shape.suffix == "xlsx":
        return [str(c.value) for r in load_workbook(io.BytesIO(shape.make())).active.iter_rows() for c in r if c.value]
    parts = docx.Document(io.BytesIO(shape.make())).part.package.iter_parts()
    names = ("/word/document.xml", "/word/header")
    xml = [one.blob.decode() for one in parts if str(one.partname).startswith(names)]
    return [re.sub("<[^>]+>", "", re.sub(r"</w:p>|<w:br/>|<w:tab/>", " ", one)) for one in xml]
