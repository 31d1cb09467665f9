"""The parts of a management response, found by its headings: head, context, and per recommendation three parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mrdb.domain.draft import DoubtKind
from mrdb.domain.facts import Fact
from mrdb.reading.ocr.source import Ledger, Line, Word, found_text
from mrdb.text.lexicon import RECOMMENDATION, Named, columns_named, in_capitals


@dataclass(frozen=True, slots=True)
class Section:
    """One recommendation. ``heading`` is the line with its number; the other lines lack headings and column titles."""

    number: int
    heading: Line
    title: tuple[Line, ...]
    text: tuple[Line, ...]
    answer: tuple[Line, ...]
    table: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    head: tuple[Line, ...]
    context: tuple[Line, ...]
    sections: tuple[Section, ...]


def heading_length(words: Sequence[Word]) -> int:
    """How many words the heading of a recommendation takes at the start of a line; 0 when it is none."""
    if len(words) < 2 or words[0].found != RECOMMENDATION.upper():
        return 0
    number = words[1].found.removesuffix(":")
    if not (number.isascii() and number.isdecimal() and len(number) <= 4):
        return 0
    return 3 if len(words) > 2 and words[2].found == ":" else 2


def heading_number(words: Sequence[Word]) -> int:
    return int(words[1].found.removesuffix(":"))


def outline(lines: Sequence[Line], ledger: Ledger) -> Outline:
    """Divides the lines; headings and column titles go to the ledger as furniture."""
    starts = [index for index, line in enumerate(lines) if heading_length(line.words)]
    first = starts[0] if starts else len(lines)
    head, context = _head_and_context(lines[:first], ledger)
    sections = tuple(_section(lines[start:end], ledger) for start, end in pairwise([*starts, len(lines)]))
    seen: set[int] = set()
    for section in sections:
        if section.number in seen:
            ledger.doubt(section.heading.number, DoubtKind.NOT_PLACED, section.heading.found)
        seen.add(section.number)
    return Outline(head, context, sections)


def _head_and_context(lines: Sequence[Line], ledger: Ledger) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    head: list[Line] = []
    context: list[Line] = []
    part, is_behind = head, False
    for line in lines:
        above = _named_length(line.words, Fact.CONTEXT) if part is head else 0
        behind = 0 if above else _named_length(line.words, Fact.ANSWER)
        if length := above or behind:
            ledger.furniture("heading", line.words[:length])
            part, line = context, line.of(line.words[length:])
            is_behind = is_behind or bool(behind)
        if is_behind and line.words:
            ledger.doubt(line.number, DoubtKind.NOT_PLACED, line.found)
        part.append(line)
    return tuple(head), tuple(context)


def _section(lines: Sequence[Line], ledger: Ledger) -> Section:
    heading = lines[0]
    length = heading_length(heading.words)
    ledger.furniture("heading", [word for word in heading.words[:length] if word.position != heading.words[1].position])
    ledger.field(f"recommendation {heading_number(heading.words)} / number", heading.words[1:2])
    body = [heading.of(heading.words[length:]), *lines[1:]]
    before, table = _cut_at_table(body, ledger)
    lengths = [_named_length(line.words, Fact.ANSWER) for line in before]
    answer_at = next((index for index, length in enumerate(lengths) if length), len(before))
    answer = before[answer_at:]
    if answer:
        length = lengths[answer_at]
        ledger.furniture("heading", answer[0].words[:length])
        answer[0] = answer[0].of(answer[0].words[length:])
    for line in answer:
        if _named_length(line.words, Fact.ANSWER):
            ledger.doubt(line.number, DoubtKind.NOT_PLACED, line.found)
    title_end = next((i for i, line in enumerate(before[:answer_at]) if i and not line.words), answer_at)
    return Section(
        heading_number(heading.words),
        heading,
        tuple(before[:title_end]),
        tuple(before[title_end:answer_at]),
        tuple(answer),
        tuple(table),
    )


def _named_length(words: Sequence[Word], part: Named) -> int:
    """How many words the heading of that part takes at the start of a line, its colon included; 0 when it is none."""
    for names in in_capitals(part):
        found = tuple(word.found.removesuffix(":") for word in words[: len(names)])
        if found == names:
            return len(names) + (found_text(words[len(names) : len(names) + 1]) == ":")
    return 0


def _titles(line: Line) -> list[Fact]:
    """The columns that a line names, when it holds nothing else but perhaps stray marks."""
    return columns_named(line.found) if line.found[:1].isupper() else []


def _title_runs(lines: Sequence[Line]) -> list[range]:
    """Stretches of lines that hold column titles only, and among them those of the calendar and the responsibles."""
    runs: list[range] = []
    start = end = 0
    for index, line in enumerate([*lines, None]):
        if line is not None and _titles(line):
            start, end = (start, index + 1) if end > start else (index, index + 1)
        elif line is None or line.words:
            if {Fact.CALENDAR, Fact.RESPONSIBLE} <= {of for row in lines[start:end] for of in _titles(row)}:
                runs.append(range(start, end))
            start = end = index
    return runs


def _cut_at_table(lines: list[Line], ledger: Ledger) -> tuple[list[Line], list[Line]]:
    """What stands before the first titles of columns, and what stands below them without any of them."""
    titles = dict.fromkeys(index for run in _title_runs(lines) for index in run)
    for line in (lines[index] for index in titles):
        stray = [word for word in line.words if not any(sign.isalnum() for sign in word.found)]
        ledger.furniture("column title", [word for word in line.words if word not in stray])
        if stray:
            ledger.unplaced(stray)
            ledger.doubt(line.number, DoubtKind.STRAY_CHARACTERS, line.found)
    start = min(titles, default=len(lines))
    return lines[:start], [line for index, line in enumerate(lines) if index >= start and index not in titles]
