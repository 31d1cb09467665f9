"""What the words around a date make of it: a denial, an event that it hangs on, a start that lies behind."""

import re
from dataclasses import replace

from mrdb.domain.period import Period, PeriodKind
from mrdb.reading.calendar.line import CONNECTORS, Line, Unreadable
from mrdb.reading.calendar.spans import Span, is_part_of_date
from mrdb.reading.calendar.units import Strength
from mrdb.text import calendar_words as words
from mrdb.text.calendar_words import Lead

_PLAIN = frozenset({None, Lead.ON, Lead.WITHIN, Lead.BETWEEN, Lead.BEFORE, Lead.SURELY_BEFORE, Lead.FOR})
_COUNTED_FROM = frozenset({Lead.AFTER, Lead.FROM, Lead.BEFORE, Lead.SURELY_BEFORE})
_PAST = words.ALREADY | words.STARTED
_LINKS = words.AND | words.OR | {",", "/", "-", "–", "to", "tot", "à"}
_CHANGING = words.EVENTS | words.HEAD_EVENTS
_DONE = re.compile(r"\w*(?:ge|be|ver|her|ont|vol)\w+(?:d|t|en)|\w{3,}ed|done|held|made|\w{2,}ée?s?|faite?s?|mise?s?")
"""Most past participles."""
_REACH = 8
"""So many words behind a date still say something about it."""


class Surroundings:
    """The words in front of a date since the last one, token by token, so that a long text takes one pass."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._words: set[str] = set()

    def forget(self) -> None:
        """A date ended here."""
        self._words.clear()

    def pass_over(self, i: int) -> None:
        word = self._line.word(i)
        if word in CONNECTORS:
            self._words &= _CHANGING
        elif word == ",":
            self._words -= _PAST
        elif word not in words.HEAD_EVENTS or i == 0 or self._line.word(i - 1) in words.LENGTHS:
            self._words.add(word)

    def period_of(self, span: Span, *, is_marked: bool) -> Period:
        """The period that the span has there.

        Raises Unreadable when something else than a promise by that day may be meant. ``is_marked``: a word or a mark
        says that the date is the promise's.
        """
        found, line = span.period, self._line
        if self._words & words.NEGATIONS:
            raise Unreadable
        if found.kind == PeriodKind.CONTINUOUS:
            return found
        _reject_alternatives(line, span)
        if _names_event(line, span) or (span.lead in _COUNTED_FROM and line.word(span.start - 1) in words.LENGTHS):
            raise Unreadable
        if found.inferred and (self._words & words.RECURRING or line.word(span.start) in words.SINCE):
            raise Unreadable
        if span.lead not in _PLAIN:
            return found
        is_past = _is_over(line, span) and not line.says_any_of(words.MOVES)
        if self._words & _CHANGING:
            raise Unreadable
        is_done = self._words & _PAST and not self._words & words.YET_TO_COME
        if is_done and self._words & words.STARTED and found.kind == PeriodKind.DEADLINE and not found.inferred:
            return replace(found, kind=PeriodKind.START)
        if is_done or (is_past and not is_marked):
            raise Unreadable
        return found


def _is_over(line: Line, span: Span) -> bool:
    """Whether the period is over, or has begun and stands beside what was done: "in 2025 opgestart project"."""
    first, last, today = span.period.first, span.period.last, line.document_date
    if first is None or last is None or first > today:
        return False
    return last < today or any(_DONE.fullmatch(line.word(i)) for i in (span.start - 1, span.end))


def _names_event(line: Line, span: Span) -> bool:
    """Whether the date is only part of a name: "before the June 2026 Board", "in the 2026-2030 plan"."""
    if not line.word(span.end).isalpha():
        return False
    if span.strength == Strength.BARE:
        inside = range(span.start - 1, span.end)
        return any(line.word(i) in words.ARTICLES and line.is_number(i + 1) for i in inside)
    return span.lead in _COUNTED_FROM and "the" in line.words(span.start + 1, 2)


def _reject_alternatives(line: Line, span: Span) -> None:
    """Raises Unreadable for a date that is one of two, or a piece of one: "begin of eind 2026", "3e week van mei"."""
    before, link = span.start - 1, line.word(span.start - 1)
    while line.word(before) in words.OF | words.ARTICLES:
        before -= 1
    is_counted = line.word(before) in words.LENGTHS or line.word(before - 1) in words.ORDINALS.keys() | words.LAST_WORDS
    has_of = before < span.start - 1 or line.word(span.start) in words.OF
    is_piece = line.word(before) in words.NARROWING or (has_of and is_counted)
    is_least = span.lead == Lead.UNTIL and line.word(span.start - 1) in words.AT_LEAST
    if is_piece or is_least or line.word(span.end) in ("?", "…"):
        raise Unreadable
    if link == "/" and line.is_number(span.start) and line.is_number(span.start - 2):
        raise Unreadable  # "31/ 12/2026"
    if link in ("<", "≤", "≥", "±") or (link in CONNECTORS and span.start == 1):
        raise Unreadable
    is_two = is_part_of_date(line, span.start - 2) or line.words(span.start - 2, 1) in words.LEADS
    if link in _LINKS and is_two:
        raise Unreadable
    if line.behind(span.end, words.OR_LATER) > span.end and span.lead not in (Lead.FROM, Lead.AFTER, Lead.START):
        raise Unreadable


def is_denied(line: Line, end: int) -> bool:
    """Whether the words behind a date, up to a mark, deny it: "maart 2026 niet gehaald"."""
    for i in range(end, min(end + _REACH, len(line))):
        if line.word(i) in (",", ".", ";", ":", "(") or line.word(i) in CONNECTORS:
            return False
        if line.word(i) in words.NEGATIONS and line.behind(i - 1, words.LEADS) < i:
            return True
    return False
