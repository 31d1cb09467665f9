"""A calendar phrase as milestones: what is promised, and when. What cannot be read stays text without a date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from mrdb.domain.draft import DoubtKind, DraftMilestone
from mrdb.domain.period import Period, Precision
from mrdb.reading.calendar.context import LIST_MARKS, Found, find_spans, is_list, reject_mixed_years
from mrdb.reading.calendar.line import Line, Unreadable
from mrdb.reading.calendar.spans import going_on, span_at
from mrdb.reading.calendar.surroundings import is_denied
from mrdb.reading.calendar.units import Strength
from mrdb.text import calendar_words as words
from mrdb.text.calendar_units import UNIT_NAMES
from mrdb.text.calendar_words import NO_TERM, TIME_WORDS, UNSETTLED, Lead

_ITEM_MARK = re.compile(r"[•◦▪;]")
_LINE_MARK = re.compile(r"[-–*]\s")
_YEARS = re.compile(r"[0-9]{4}(?:\s?[-–/]\s?[0-9]{2,4})?\.?")
_ABBREVIATION = re.compile(r"(?:\b(?:etc|enz|e\.d|a\.u\.b|n\.a\.v|resp|ca|nr|blz)|\.\w|\.\.)\.$", re.IGNORECASE)
_LIST_START = re.compile(r"^[\s.,]*(?:(?:en|et|and|&|\+)\s)?")
_TIES = " \t\u00a0:>=→"
_LONGEST_DAY = 6
"""Words."""
_WORD = re.compile(r"[^\W_]+")
_OPEN_MARKS = ("=", ">", ",", "-", "–", "—")
_OPEN_WORDS = words.ARTICLES | words.OF | words.AND | words.OR | {phrase[-1] for phrase in (*words.LEADS, *words.PARTS)}
_OPEN_WORDS -= {"a"}
"""A line that ends with one of these goes on, but for "optie A"."""
_BEFORE_YEAR = {phrase[-1] for phrase in (*UNIT_NAMES, *words.SCHOOL_YEARS)}
_LINKS = words.AND | {phrase[0] for phrase in words.RANGE_WORDS}
_HANGING = words.EVENTS | words.HEAD_EVENTS | words.NEGATIONS | words.MOVED_WORDS | words.STARTED | words.LENGTHS
"""What these say is also of the next line, when that begins without a capital."""
_ANY_DAY = date(2000, 1, 1)
_FURNITURE = _TIES + ",-–—"


def read_calendar(phrase: str, document_date: date) -> tuple[DraftMilestone, ...]:
    """The milestones of a phrase, in its order; a year that it leaves out is that of the next such period.

    A label is the text around the date as written. An item without a date, or with one that has no single certain
    reading, keeps its whole text as label and the period None.
    """
    return tuple(milestone for item in _items(phrase) for milestone in _read(item, document_date).milestones)


def calendar_doubts(phrase: str, document_date: date) -> tuple[tuple[DoubtKind, str], ...]:
    """What is doubtful in what ``read_calendar`` makes of the same phrase, each with the words that it is about.

    YEAR_INFERRED: a date whose year the phrase leaves out. DATE_NOT_READ: words of time that got no period, or a whole
    phrase that got none. Nothing is doubtful in an empty phrase, nor in one that says that there is no term: "n.v.t.".
    """
    items = [_read(item, document_date) for item in _items(phrase)]
    if items and not any(milestone.period for item in items for milestone in item.milestones):
        return () if all(item.says_none for item in items) else ((DoubtKind.DATE_NOT_READ, phrase.strip()),)
    return tuple(dict.fromkeys(doubt for item in items for doubt in item.doubts))


def read_period(text: str, document_date: date) -> Period | None:
    """The period that the whole text names, and nothing else; None for any other text."""
    line = Line(text.strip().removesuffix("."), document_date)
    try:
        span = span_at(line, 0)
    except Unreadable:
        return None
    return span.period if span and span.end == len(line) else None


def first_day(said: Sequence[str], within: int) -> tuple[date, int, int] | None:
    """The first day with its year among the words, the first and the last of those that it takes (that one excluded).

    It begins ``within`` so many words.
    """
    for start in range(min(len(said), within)):
        for end in range(min(len(said), start + _LONGEST_DAY), start, -1):
            period = read_period(" ".join(said[start:end]), _ANY_DAY)
            if period and period.precision == Precision.DAY and not period.inferred and period.first == period.last:
                return (period.first, start, end) if period.first else None
    return None


def _items(phrase: str) -> Iterator[str]:
    """The items of a phrase: its lines, and what bullets and ";" part."""
    lines: list[list[str]] = []
    for line in map(str.strip, phrase.splitlines()):
        if lines and _goes_on(lines[-1][-1], line):
            lines[-1].append(line)
        else:
            lines.append([line])
    for pieces in lines:
        for item in _ITEM_MARK.split(" ".join(pieces)):
            item = item.strip()
            item = item[2:].strip() if _LINE_MARK.match(item) else item
            if item and item not in "-–*":
                yield item


def _goes_on(line: str, next_line: str) -> bool:
    """Whether a line was broken inside a date ("vanaf 1 januari" / "2027."), or between it and what it hangs on."""
    if _LINE_MARK.match(next_line):
        return False
    if line.endswith(_OPEN_MARKS):
        return True
    said, following = _WORD.findall(line.casefold()), _WORD.findall(next_line.casefold())
    if not (said and following) or line[-1] in ".:!?)":
        return False
    if said[-1] in _OPEN_WORDS or (following[0] in _LINKS and next_line[0].islower()):
        return True
    if said[-1] in _BEFORE_YEAR and _YEARS.fullmatch(next_line):
        return True
    if said[-1].isdigit() and len(said[-1]) < 3 and following[0] in words.MONTH_NUMBERS:
        return True
    is_joined = next_line[0].islower() or next_line[0] == "("
    return is_joined and not _HANGING.isdisjoint(said) and not any(map(_YEARS.fullmatch, said))


@dataclass(frozen=True, slots=True)
class _Item:
    milestones: tuple[DraftMilestone, ...]
    doubts: tuple[tuple[DoubtKind, str], ...]
    says_none: bool


def _read(item: str, document_date: date) -> _Item:
    line = Line(item, document_date)
    try:
        found = find_spans(line)
        dates = _dates(line, found)
    except Unreadable:
        return _Item((DraftMilestone(item, None),), ((DoubtKind.DATE_NOT_READ, item),), says_none=False)
    doubts = [(DoubtKind.YEAR_INFERRED, _said(line, one)) for one in dates if one.span.period.inferred]
    doubts += [(DoubtKind.DATE_NOT_READ, _said(line, one)) for one in _left_out(line, found, dates)]
    if dates:
        milestones = tuple(_split(line, dates))
    else:
        milestones = (DraftMilestone(item, next((one.span.period for one in found if one.goes_on), None)),)
    has_day = any(one.period and (one.period.first or one.period.last) for one in milestones)
    is_without = all(one.period is None for one in milestones)
    if not has_day and (line.names_year or (is_without and line.says_one_of(TIME_WORDS))):
        doubts = [(DoubtKind.DATE_NOT_READ, item)]
    return _Item(milestones, tuple(doubts), says_none=line.is_one_of(NO_TERM))


def _left_out(line: Line, found: Sequence[Found], dates: Sequence[Found]) -> list[Found]:
    """The dates that none of the milestones has; a new one leaves the old behind, a heading what has no year.

    Beside a date that nothing marks as the promise's, also a year that ends a part: "ontwerp najaar 2025, slot 2026".
    """
    if not dates or any(one.span.lead == Lead.MOVED for one in dates):
        return []
    taken = {one.span.start for one in dates}
    others = [one for one in found if one.span.start not in taken]
    if dates[0].opens:
        return [one for one in others if one.is_date and one.is_sure]
    is_marked = any(one.closes or one.span.lead in (Lead.BY, Lead.UNTIL) for one in dates)
    return [one for one in others if one.is_date or (not is_marked and _ends_part(line, one))]


def _ends_part(line: Line, one: Found) -> bool:
    return one.span.strength == Strength.BARE and line.word(one.span.end) in ("", ",", ")", ".")


def _said(line: Line, one: Found) -> str:
    return line.text[line.starts[one.span.start] : line.ends[one.span.end - 1]]


def _dates(line: Line, found: Sequence[Found]) -> list[Found]:
    """The dates that the item is about. Raises Unreadable when they do not part the item with certainty.

    A date that is marked off ("Najaar: ...", "... > dec 2026") goes before one in the running text, and a new one
    ("verschoven naar 2026") before the old. Beside "jaarlijks" a date without a year is one of every year.
    """
    if any(one.span.is_frequency for one in found):
        found = [_bounding(one) for one in found if not one.span.period.inferred]
    moved = [one for one in found if one.is_date and one.span.lead == Lead.MOVED]
    opening = [one for one in found if one.is_date and one.opens]
    closing = moved or [one for one in found if one.is_date and one.closes]
    if (opening and closing) or (not moved and line.says_any_of(UNSETTLED)):
        raise Unreadable
    if opening:
        return opening
    if closing:
        found = found[found.index(closing[0]) :]
    for left, right in pairwise(found):
        if is_list(line, left, right) and not (left.is_sure and right.is_sure):
            raise Unreadable
    dates = [one for one in found if one.is_date]
    for one, following in pairwise(dates):
        goes_on = line.word(one.span.end) in LIST_MARKS
        if not following.closes and not (one.is_sure and goes_on):
            raise Unreadable
    if any(is_denied(line, one.span.end) for one in dates):
        raise Unreadable
    reject_mixed_years(line, dates)
    return dates


def _bounding(one: Found) -> Found:
    """Beside "jaarlijks" a date with "vanaf" or "tot" says since when it goes on, or until when."""
    bounds = one.is_date and one.span.lead in (Lead.FROM, Lead.AFTER, Lead.UNTIL)
    return replace(one, span=replace(one.span, period=going_on(one.span))) if bounds else one


def _split(line: Line, dates: Sequence[Found]) -> Iterator[DraftMilestone]:
    """One milestone a date: its text begins at a date that opens, and otherwise ends there."""
    text = line.text
    if dates[0].opens:
        bounds = [line.starts[one.span.start] for one in dates] + [len(text)]
        if heading := text[: bounds[0]].strip():
            yield DraftMilestone(heading, None)
    else:
        bounds = [0, *(line.ends[one.span.end - 1] for one in dates[:-1]), len(text)]
    for one, start, end in zip(dates, bounds, bounds[1:], strict=False):
        cut, cut_end = line.starts[one.span.cut], line.ends[one.span.end - 1]
        before = text[start:cut] if start == 0 else _LIST_START.sub("", text[start:cut])
        yield DraftMilestone(_label(before, text[cut_end:end]), one.span.period)


def _label(before: str, after: str) -> str:
    """The text on both sides of a date, without what only ties the date to it."""
    before, after = before.strip(), after.strip()
    if before.endswith("(") and after.startswith(")"):
        before, after = before[:-1], after[1:]
    before, after = before.rstrip(_FURNITURE), after.lstrip(_TIES)
    if not before or before.endswith("("):
        after = after.lstrip(_FURNITURE + ".")
    glue = "" if before.endswith("(") or after.startswith((".", ",", ")", "!", "?")) else " "
    text = f"{before}{glue}{after}".strip()
    return text if _ABBREVIATION.search(text[-12:]) else text.removesuffix(".").rstrip(_FURNITURE)
