"""A Dutch calendar phrase as milestones: what is promised, and when. What cannot be read stays text without a date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from mrdb.domain.draft import DraftMilestone
from mrdb.domain.period import Period, Precision
from mrdb.reading.calendar.context import LIST_MARKS, Found, find_spans, is_list, reject_mixed_years
from mrdb.reading.calendar.line import Line, Unreadable
from mrdb.reading.calendar.spans import span_at
from mrdb.text.calendar_words import MONTH_NUMBERS, SEASONS

_ITEM_MARK = re.compile(r"[•◦▪;]")
_LINE_MARK = re.compile(r"[-–*]\s")
_LONE_YEAR = re.compile(r"[0-9]{4}\.?")
_ABBREVIATION = re.compile(r"(?:\b(?:etc|enz|e\.d|a\.u\.b|n\.a\.v|resp|ca|nr|blz)|\.\w|\.\.)\.$", re.IGNORECASE)
_LIST_START = re.compile(r"^[\s.,]*(?:(?:en|&|\+)\s)?")
_TIES = " \t\u00a0:>=→"
_LONGEST_DAY = 6
"""Words."""
_ANY_DAY = date(2000, 1, 1)
_FURNITURE = _TIES + ",-–—"


def read_calendar(phrase: str, document_date: date) -> tuple[DraftMilestone, ...]:
    """The milestones of a phrase, in its order; ``document_date`` gives the year that the phrase leaves out.

    A label is the text around the date as written. An item without a date, or with one that has no single certain
    reading, keeps its whole text as label and the period None.
    """
    return tuple(milestone for item in _items(phrase) for milestone in _milestones(item, document_date))


def read_period(text: str, document_date: date) -> Period | None:
    """The period that the whole text names, and nothing else; None for any other text."""
    line = Line(text.strip().removesuffix("."), document_date.year)
    try:
        span = span_at(line, 0)
    except Unreadable:
        return None
    return span.period if span and span.end == len(line) else None


def first_day(words: Sequence[str], within: int) -> tuple[date, int, int] | None:
    """The first day with its year among the words, the first and the last of those that it takes (that one excluded).

    It begins ``within`` so many words.
    """
    for start in range(min(len(words), within)):
        for end in range(min(len(words), start + _LONGEST_DAY), start, -1):
            period = read_period(" ".join(words[start:end]), _ANY_DAY)
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
    """Whether a date was broken over two lines: "deadline =" / "dec 2026", "vanaf 1 januari" / "2027."."""
    if line.endswith(("=", ">")):
        return True
    last_word = line.casefold().rstrip(".").rpartition(" ")[2]
    return (last_word in MONTH_NUMBERS or last_word in SEASONS) and bool(_LONE_YEAR.fullmatch(next_line))


def _milestones(item: str, document_date: date) -> Iterator[DraftMilestone]:
    line = Line(item, document_date.year)
    try:
        found = find_spans(line)
        dates = _dates(line, found)
    except Unreadable:
        found, dates = [], []
    if dates:
        yield from _split(line, dates)
    else:
        yield DraftMilestone(item, next((one.span.period for one in found if one.goes_on), None))


def _dates(line: Line, found: Sequence[Found]) -> list[Found]:
    """The dates that the item is about. Raises Unreadable when they do not part the item with certainty.

    A date that is marked off ("Najaar: ...", "... > dec 2026") goes before one in the running text.
    """
    opening = [one for one in found if one.is_date and one.opens]
    closing = [one for one in found if one.is_date and one.closes]
    if opening and closing:
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
    reject_mixed_years(line, dates)
    return dates


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
