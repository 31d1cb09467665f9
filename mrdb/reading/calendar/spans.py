"""The stretches of a calendar phrase that stand for a period: a date or a range with the word that leads it in."""

from dataclasses import dataclass, replace
from datetime import date

from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.reading.calendar.line import Line, Unreadable
from mrdb.reading.calendar.units import Point, Strength, day_number_at, point_at
from mrdb.text import calendar_words as words
from mrdb.text.calendar_words import Lead, Unit

CONNECTORS = frozenset({":", ">", "=", "→"})
_DASHES = frozenset({"-", "–", "—"})
_LEADS_BY_WORD = {
    first: sorted((lead for lead in words.LEADS if lead[0] == first), key=len, reverse=True)
    for first, *_ in words.LEADS
}


@dataclass(frozen=True, slots=True)
class Span:
    """The tokens from ``start`` up to ``end`` stand for ``period``; those from ``cut`` on are no part of the label."""

    start: int
    end: int
    cut: int
    period: Period
    strength: Strength
    lead: Lead | None = None
    is_frequency: bool = False


@dataclass(frozen=True, slots=True)
class _Range:
    """The units between which a period runs; the same one twice when only one was named."""

    first: Unit
    last: Unit
    precision: Precision
    inferred: bool
    strength: Strength
    end: int
    separator: str = ""


def span_at(line: Line, i: int) -> Span | None:
    """The period that begins at token ``i``. Raises Unreadable where a date has no single certain reading."""
    for size in (1, 2):
        if line.words(i, size) in words.FREQUENCIES:
            return _frequency_at(line, i, i + size)
    if line.word(i) in words.CONTINUOUS_WORDS:
        return _continuous_at(line, i)
    span = _dated_at(line, i)
    if span and span.period.kind == PeriodKind.START and line.word(span.end) == "doorlopend":
        return replace(span, end=span.end + 1, period=_going_on(span))
    return span


def _continuous_at(line: Line, i: int) -> Span:
    """``doorlopend``, perhaps with an end: ``doorlopend vanaf 2026``, ``doorlopend t.e.m. 2026``."""
    word = line.word(i)
    inner = _dated_at(line, i + 1)
    if inner and inner.lead in (None, Lead.WITHIN, Lead.FROM, Lead.AFTER, Lead.UNTIL, Lead.BETWEEN):
        return Span(i, inner.end, i, _going_on(inner), Strength.STATED, inner.lead)
    # Only "doorlopend" is certain wherever it stands; "permanent" may belong to the noun behind it.
    strength = Strength.NO_YEAR if word == "doorlopend" else Strength.SHORT
    is_adjective = word == "doorlopende"
    period = Period(PeriodKind.CONTINUOUS, None, None, None)
    return Span(i, i + 1, i + is_adjective, period, strength, is_frequency=is_adjective)


def _frequency_at(line: Line, i: int, end: int) -> Span:
    """``jaarlijks``: goes on, and keeps its word. A day without a year is then the day of every year."""
    always = Span(i, end, end, Period(PeriodKind.CONTINUOUS, None, None, None), Strength.SHORT, is_frequency=True)
    inner = _dated_at(line, end)
    if inner is None:
        return always
    is_bounded = inner.lead in (Lead.FROM, Lead.AFTER, Lead.UNTIL) or (
        inner.lead in (None, Lead.WITHIN, Lead.BETWEEN)
        and not inner.period.inferred
        and inner.period.precision != Precision.DAY
    )
    if is_bounded:
        return replace(inner, start=i, period=_going_on(inner), strength=Strength.STATED)
    return replace(always, end=inner.end, cut=inner.end) if inner.period.inferred else always


def _going_on(span: Span) -> Period:
    """The continuous period with the ends that the span gives it."""
    found = span.period
    first = None if span.lead == Lead.UNTIL else found.first
    last = None if found.kind == PeriodKind.START else found.last
    return Period(PeriodKind.CONTINUOUS, first, last, found.precision, found.inferred)


def _dated_at(line: Line, i: int) -> Span | None:
    lead, after = _lead_at(line, i)
    found = _range_at(line, after)
    if found is None and (unarticled := line.after_articles(after)) > after:
        found = _range_at(line, unarticled)
    if found is None or (lead == Lead.BETWEEN and not found.separator):
        return None
    if lead is None and _wants_lead(line, after, found):
        return None
    if found.strength == Strength.BARE and line.word(found.end) in words.COUNTED:
        return None
    is_head = i == 0 or line.word(i - 1) in CONNECTORS
    if lead == Lead.START and not is_head:
        return None  # "De campagne start in maart 2026": there "start" is a verb
    if lead == Lead.BEFORE and not _is_before(line, after, found, is_head=is_head):
        if found.strength == Strength.STATED:
            raise Unreadable
        return None
    period = _period(lead, found, is_end=_is_end(line, after))
    return Span(i, found.end, i, period, found.strength, lead)


def _lead_at(line: Line, i: int) -> tuple[Lead | None, int]:
    """The words before a date, such as "uiterlijk op" or "deadline =", and the index behind them."""
    lead: Lead | None = None
    for _ in range(3):
        longest_first = _LEADS_BY_WORD.get(line.word(i), ())
        found = next((one for one in longest_first if line.words(i, len(one)) == one), None)
        if found is None:
            break
        if lead is None or words.LEADS[found] not in (Lead.ON, Lead.WITHIN):
            lead = words.LEADS[found]
        i += len(found)
        if lead in (Lead.BY, Lead.START) and line.word(i) in CONNECTORS:
            i += 1
    return lead, i


def _wants_lead(line: Line, i: int, found: _Range) -> bool:
    """ "1/12" is also a fraction, and Jan is also somebody's name."""
    is_jan = found.strength == Strength.SHORT and line.word(i) == "jan" and found.end == i + 1
    return is_jan or found.strength == Strength.FRACTION


def _is_end(line: Line, i: int) -> bool:
    return line.word(line.after_articles(i)) in ("eind", "einde")


def _is_before(line: Line, after: int, found: _Range, *, is_head: bool) -> bool:
    """Whether "voor" means "before": surely so in front of a day or an end, else only at the head of a phrase.

    Anywhere else, and always in front of a bare year, it can mean "for": "planning voor 2026".
    """
    if _is_end(line, after) or found.first.precision == Precision.DAY:
        return True
    return is_head and found.strength not in (Strength.BARE, Strength.SHORT)


def _period(lead: Lead | None, found: _Range, *, is_end: bool) -> Period:
    first, last = found.first.first, found.last.last
    if lead == Lead.AFTER:
        return _one_day(last.toordinal() + 1, PeriodKind.START, inferred=found.inferred)
    if lead in (Lead.BEFORE, Lead.SURELY_BEFORE) and not is_end:
        return _one_day(first.toordinal() - 1, PeriodKind.DEADLINE, inferred=found.inferred)
    # "Vanaf 2025-2026" starts in that pair of years, "vanaf maart tot juni" is a range with an end.
    is_one = not found.separator or (found.separator == "-" and not found.first.words and not found.last.words)
    is_start = lead == Lead.START or (lead == Lead.FROM and is_one)
    kind = PeriodKind.START if is_start else PeriodKind.DEADLINE
    return Period(kind, first, last, found.precision, found.inferred)


def _one_day(ordinal: int, kind: PeriodKind, *, inferred: bool) -> Period:
    day = date.fromordinal(ordinal)
    return Period(kind, day, day, Precision.DAY, inferred)


def _range_at(line: Line, i: int) -> _Range | None:
    """One point, or two with "-" or "t.e.m." between them."""
    if days := _days_at(line, i):
        return days
    left = point_at(line, i)
    if left is None:
        return None
    separator, start = _separator_at(line, left.end, is_between=line.word(i - 1) == "tussen")
    right = point_at(line, start) if separator else None
    return _between(line, left, right, separator) if right else _single(line, left)


def _separator_at(line: Line, i: int, *, is_between: bool) -> tuple[str, int]:
    """The mark or word between two ends as "-", "/" or "tot", and the index behind it; "" when there is none."""
    if line.word(i) in _DASHES:
        return "-", i + 1
    if line.word(i) == "/" and line.is_glued(i) and line.is_glued(i + 1):
        return "/", i + 1
    if line.words(i, 3) == ("tot", "en", "met"):
        return "tot", _right_end(line, i + 3)
    if line.word(i) in ("tot", "t.e.m.") or (is_between and line.word(i) == "en"):
        return "tot", _right_end(line, i + 1)
    return "", i


def _right_end(line: Line, i: int) -> int:
    """Articles are skipped, but "dit jaar" is a year."""
    return i if line.year_at(i) else line.after_articles(i)


def _days_at(line: Line, i: int) -> _Range | None:
    """``1-15 maart 2026``, ``1 t.e.m. 15 maart``: the first day takes the month of the last."""
    day = day_number_at(line, i)
    separator, start = _separator_at(line, day[1], is_between=line.word(i - 1) == "tussen") if day else ("", i)
    if day is None or separator in ("", "/") or day_number_at(line, start) is None:
        return None
    right = point_at(line, start)
    if right is None or right.strength not in (Strength.STATED, Strength.NO_YEAR) or right.month is None:
        return None
    if line.word(i - 1) in words.COUNTERS:
        raise Unreadable
    month = right.month
    left = Point(lambda year: words.day_unit(month, day[0], year), right.year, right.inferred, right.strength, day[1])
    return _between(line, left, right, separator)


def _single(line: Line, point: Point) -> _Range:
    unit = _unit(point, point.year or line.document_year)
    return _Range(unit, unit, unit.precision, point.inferred or point.year is None, point.strength, point.end)


def _between(line: Line, left: Point, right: Point, separator: str) -> _Range:
    """The range from the one to the other. An end without a year takes that of the other end, then the document's."""
    if right.name == words.YEAR_NAME and left.name != words.YEAR_NAME and separator == "-":
        # In "najaar 2024 - 2025" the second year is again that season; after another unit it is not certain.
        if left.name is None or left.name.words not in words.SEASONS or left.year is None:
            raise Unreadable
        if left.name.words == "winter" and right.year == left.year + 1:
            return replace(_single(line, left), end=right.end)  # the year in which that winter ends
        right = replace(right, in_year=left.in_year)
    if separator == "/" and words.YEAR_NAME in (left.name, right.name):
        raise Unreadable  # "2025/2026" may be a school year
    first = _unit(left, left.year or right.year or line.document_year)
    last = _unit(right, right.year or left.year or line.document_year)
    if last.last < first.first:
        raise Unreadable
    inferred = left.inferred or right.inferred or left.year is right.year is None
    strength = Strength.NO_YEAR if left.year is right.year is None else Strength.STATED
    if left.strength == right.strength in (Strength.BARE, Strength.FRACTION):
        strength = left.strength
    return _Range(first, last, _common(first, last), inferred, strength, right.end, separator)


def _common(first: Unit, last: Unit) -> Precision:
    """Ends of different precision meet in months, or in days when one of them is a day."""
    if first.precision == last.precision:
        return first.precision
    return Precision.DAY if Precision.DAY in (first.precision, last.precision) else Precision.MONTH


def _unit(point: Point, year: int) -> Unit:
    unit = point.in_year(year)
    if unit is None:
        raise Unreadable
    return unit
