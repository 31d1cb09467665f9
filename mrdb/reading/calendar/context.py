"""Which stretches of an item are dates: what stands around a number or a season decides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mrdb.domain.period import PeriodKind
from mrdb.reading.calendar.line import CONNECTORS, Line, Unreadable
from mrdb.reading.calendar.spans import Span, span_at
from mrdb.reading.calendar.surroundings import Surroundings
from mrdb.reading.calendar.units import Strength
from mrdb.text.calendar_words import AND, NOT_IN_TIME, OF, Lead

_SENTENCE_ENDS = frozenset({".", "!", "?"})
LIST_MARKS = AND | {","}
_NEAR_PAST, _NEAR_FUTURE = 10, 30


@dataclass(frozen=True, slots=True)
class Found:
    """A span and its place: it ``opens`` an item ("Najaar: ..."), ``closes`` one ("... > dec 2026"), or neither.

    What is not ``is_date`` only looks like a date.
    """

    span: Span
    opens: bool
    closes: bool
    is_date: bool

    @property
    def is_sure(self) -> bool:
        """A date that takes nothing from the document."""
        return self.is_date and not self.span.period.inferred

    @property
    def goes_on(self) -> bool:
        """Whether it tells that the item goes on, while being part of its sentence: "we overleggen jaarlijks"."""
        is_said = self.span.is_frequency or self.span.strength == Strength.NO_YEAR
        return is_said and self.span.period.kind == PeriodKind.CONTINUOUS


def find_spans(line: Line) -> list[Found]:
    """Everything that looks like a period, in order. Raises Unreadable when one of them has no certain reading.

    Behind a date that opens the item, such a one is only part of the text.
    """
    found: list[Found] = []
    before = Surroundings(line)
    i = 0
    while i < len(line):
        try:
            span = span_at(line, i)
            one = _placed(line, span, before, found) if span and _is_apart(line, span) else None
        except Unreadable:
            if not (found and found[0].opens) or _is_head(line, i):
                raise
            one = None
        if one is None:
            before.pass_over(i)
            i += 1
            continue
        found.append(one)
        i = one.span.end
        if one.is_date:
            before.forget()
    return found


def is_list(line: Line, left: Found, right: Found) -> bool:
    """Whether nothing but "," or "en" stands between two dates."""
    gap = [line.word(i) for i in range(left.span.end, min(right.span.cut, left.span.end + 3))]
    return bool(gap) and len(gap) < 3 and all(word in LIST_MARKS for word in gap)


def reject_mixed_years(line: Line, dates: Sequence[Found]) -> None:
    """Raises Unreadable for a date that would borrow the document's year while the item names a year elsewhere.

    In "maart en juni 2026" March is not in the document's year.
    """
    years = [i for i in range(len(line)) if line.bare_year(i)]
    for one in dates:
        if one.span.period.inferred and years and not one.span.start <= years[0] <= years[-1] < one.span.end:
            raise Unreadable


def _is_head(line: Line, i: int) -> bool:
    return line.word(i - 1) in {*_SENTENCE_ENDS, ""}


def _placed(line: Line, span: Span, surroundings: Surroundings, earlier: Sequence[Found]) -> Found:
    before, after = line.word(span.start - 1), line.word(span.end)
    is_head = _is_head(line, span.start)
    has_dash = after in ("-", "–", "—") and not line.is_glued(span.end)
    is_next_head = before in (",", ")") and bool(earlier) and earlier[0].opens  # "april: ontwerp, juni: slot"
    opens = (is_head or is_next_head) and (after in CONNECTORS or has_dash)
    closes = before in CONNECTORS or (span.lead in (Lead.BY, Lead.START) and _names_deadline(line, span))
    is_date = _is_date(line, span, opens=opens, is_head=is_head)
    if (is_date or span.is_frequency) and not opens:
        is_marked = closes or (is_head and _is_tail(line, span))
        span = replace(span, period=surroundings.period_of(span, is_marked=is_marked))
    return Found(span, opens, closes and not opens, is_date)


def _names_deadline(line: Line, span: Span) -> bool:
    return any(line.word(i) in CONNECTORS for i in range(span.start, min(span.start + 3, span.end)))


def _is_date(line: Line, span: Span, *, opens: bool, is_head: bool) -> bool:
    before = line.word(span.start - 1)
    if span.is_frequency:
        return False
    if span.strength == Strength.STATED:
        return True
    is_tail = _is_tail(line, span)
    is_abbreviated = span.strength == Strength.BARE and before == "."  # "1ste kwrt. 2026"
    stands_alone = opens or (is_head and is_tail and not is_abbreviated)
    if span.strength == Strength.BARE:
        return _is_year(line, span, stands_alone=stands_alone, is_tail=is_tail)
    if span.lead is not None or stands_alone:
        return before not in NOT_IN_TIME
    if before in CONNECTORS:
        return True
    at_edge = (is_head and line.word(span.end) not in OF) or is_tail
    return span.strength == Strength.NO_YEAR and at_edge and before not in NOT_IN_TIME


def _is_tail(line: Line, span: Span) -> bool:
    return span.end >= len(line) or (line.word(span.end) in _SENTENCE_ENDS and span.end + 1 >= len(line))


def _is_year(line: Line, span: Span, *, stands_alone: bool, is_tail: bool) -> bool:
    """A bare number is a year near the document's own, behind a word of time, or marked off as a heading or an end.

    "2027 > 2031" marks nothing off: there the mark stands between two numbers.
    """
    years = [day.year - line.document_date.year for day in (span.period.first, span.period.last) if day is not None]
    if not all(-_NEAR_PAST <= distance <= _NEAR_FUTURE for distance in years):
        return False
    if span.lead is not None:
        is_origin = line.word(span.start) == "from" and not _is_head(line, span.start)  # "feedback from 2025"
        return span.lead != Lead.ON and not is_origin
    if stands_alone:
        return not (line.word(span.end) in CONNECTORS and line.is_number(span.end + 1))
    return (
        line.word(span.start - 1) in CONNECTORS
        and not line.is_number(span.start - 2)
        and (is_tail or line.is_capital(span.end))
    )


def _is_apart(line: Line, span: Span) -> bool:
    """Whether the span is not a piece of something longer: "najaars-actie", "20.2026", "dossier-2026", "2026%"."""
    start, end = line.starts[span.start], line.ends[span.end - 1]
    before, last = line.text[max(start - 2, 0) : start], line.text[end : end + 2]
    return not (_is_bond(before[-1:], before[:-1]) or _is_bond(last[:1], last[1:]))


def _is_bond(mark: str, beyond: str) -> bool:
    if mark.isalnum() or mark in ("_", "%", "€", "$", "#", "°", "@"):
        return True
    if mark in ("-", "/", "'", "’", "\\"):
        return beyond.isalnum()
    return mark in (".", ",", "–") and beyond.isdigit()
