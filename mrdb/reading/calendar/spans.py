"""The stretches of a calendar phrase that stand for a period: a date or a range with the word that leads it in."""

from dataclasses import dataclass, replace
from datetime import date

from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.reading.calendar.line import CONNECTORS, Line, Unreadable
from mrdb.reading.calendar.ranges import DASHES, Range, range_at
from mrdb.reading.calendar.units import Strength
from mrdb.text import calendar_words as words
from mrdb.text.calendar_units import UNIT_NAMES
from mrdb.text.calendar_words import Lead

_STARTS = frozenset(
    phrase[0]
    for table in (
        *(words.FREQUENCIES, words.CONTINUOUS_PHRASES, words.EVERY, words.LEADS, words.PARTS, words.SCHOOL_YEARS),
        *(words.RELATIVE_YEARS, words.MONTH_OF, UNIT_NAMES),
    )
    for phrase in table
).union(
    *(words.CONTINUOUS_WORDS, words.FREQUENCY_NOUNS, words.WEEKDAYS, words.WEEK_WORDS, words.YEAR_WORDS, words.ARTICLES)
)
"""With any other word no period begins; a number may begin one."""
_ALWAYS = Period(PeriodKind.CONTINUOUS, None, None, None)


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


def span_at(line: Line, i: int) -> Span | None:
    """The period that begins at token ``i``. Raises Unreadable where a date has no single certain reading."""
    if line.word(i) not in _STARTS and not line.word(i)[:1].isdigit():
        return None
    if (end := _frequency_end(line, i)) > i:
        return _frequency_at(line, i, end)
    if (end := line.behind(i, words.CONTINUOUS_PHRASES)) > i or line.word(i) in words.CONTINUOUS_WORDS:
        return _continuous_at(line, i, max(end, i + 1))
    span = _dated_at(line, i)
    if span and span.period.kind == PeriodKind.START and line.word(span.end) in words.CONTINUOUS_WORDS:
        return replace(span, end=span.end + 1, period=going_on(span))
    if span and line.word(span.end) in DASHES and line.word(span.end + 1) in words.CONTINUOUS_WORDS:
        period = replace(span.period, kind=PeriodKind.CONTINUOUS, last=None)
        return replace(span, end=span.end + 2, period=period)
    return span


def _frequency_end(line: Line, i: int) -> int:
    """The index behind "jaarlijks", "elk najaar", "every two months"; ``i`` itself where no frequency begins."""
    end = line.behind(i, words.FREQUENCIES)
    if end == i and (unit := line.behind(i, words.EVERY)) > i:
        unit += line.is_number(unit) or line.word(unit) in words.SMALL_NUMBERS or line.word(unit) in words.ORDINALS
        is_unit = line.word(unit) in words.EVERY_UNITS or (line.word(unit),) in UNIT_NAMES
        return unit + 1 if is_unit else i
    is_alone = i == 0 and not line.word(1).isalpha()
    return i + 1 if is_alone and line.word(i) in words.FREQUENCY_NOUNS else end


def _continuous_at(line: Line, i: int, end: int) -> Span:
    """``doorlopend``, perhaps with an end: ``doorlopend vanaf 2026``, ``doorlopend t.e.m. 2026``."""
    word = line.word(i)
    inner = _bounds_at(line, end)
    if inner and inner.lead in (None, Lead.WITHIN, Lead.FROM, Lead.AFTER, Lead.UNTIL, Lead.BETWEEN):
        return Span(i, inner.end, i, going_on(inner), Strength.STATED, inner.lead)
    # "Doorlopend" is certain wherever it stands; "permanent" may belong to the noun behind it.
    is_certain = word in ("doorlopend", "ongoing") or line.word(end) == ","
    strength = Strength.NO_YEAR if is_certain else Strength.SHORT
    is_adjective = word == "doorlopende"
    return Span(i, end, i + is_adjective, _ALWAYS, strength, is_frequency=is_adjective)


def _frequency_at(line: Line, i: int, end: int) -> Span | None:
    """``jaarlijks``: goes on, and keeps its word. A day without a year is then the day of every year."""
    always = Span(i, end, end, _ALWAYS, Strength.SHORT, is_frequency=True)
    inner = _bounds_at(line, end)
    if inner is None:
        return None if line.word(i) in words.EACH_TIME else always
    is_bounded = inner.lead in (Lead.FROM, Lead.AFTER, Lead.UNTIL) or (
        inner.lead in (None, Lead.WITHIN, Lead.BETWEEN)
        and not inner.period.inferred
        and inner.period.precision != Precision.DAY
    )
    if is_bounded:
        return replace(inner, start=i, period=going_on(inner), strength=Strength.STATED)
    return replace(always, end=inner.end, cut=inner.end) if inner.period.inferred else always


def _bounds_at(line: Line, i: int) -> Span | None:
    """The date that belongs to "doorlopend" or "jaarlijks" in front of it; behind a comma only one that bounds it."""
    if line.word(i) != ",":
        return _dated_at(line, i)
    inner = _dated_at(line, i + 1)
    return inner if inner and inner.lead in (Lead.FROM, Lead.AFTER, Lead.UNTIL) else None


def going_on(span: Span) -> Period:
    """The continuous period with the ends that the span gives it."""
    found = span.period
    first = None if span.lead == Lead.UNTIL else found.first
    last = None if found.kind == PeriodKind.START else found.last
    return Period(PeriodKind.CONTINUOUS, first, last, found.precision, found.inferred)


def _dated_at(line: Line, i: int) -> Span | None:
    """A promise falls due after it was made: without its year, a date is the first that the document's day leaves."""
    fault: Unreadable | None = None
    for year in range(line.document_date.year - 1, line.document_date.year + 2):
        try:
            span = _dated_in(line, i, year)
        except Unreadable as unreadable:
            fault = unreadable
            continue
        if span is None or not span.period.inferred or (span.period.last or date.min) >= line.document_date:
            return span
        fault = None
    if fault:
        raise fault
    return span


def _dated_in(line: Line, i: int, year: int) -> Span | None:
    lead, after = _lead_at(line, i)
    found = range_at(line, after, year, lead)
    if found is None and (unarticled := line.after_articles(after)) > after:
        found = range_at(line, unarticled, year, lead)
    if found is None or (lead == Lead.BETWEEN and not found.separator):
        return None
    if lead is None and _wants_lead(line, after, found):
        return None
    if found.strength == Strength.BARE and line.word(found.end) in words.COUNTED:
        return None
    is_head = i == 0 or line.word(i - 1) in CONNECTORS
    if lead == Lead.START and not is_head:
        return None  # "De campagne start in maart 2026": there "start" is a verb
    if lead in (Lead.BEFORE, Lead.FOR) and not _is_before(line, after, found, is_head=is_head):
        if found.strength == Strength.STATED:
            raise Unreadable
        return None
    period = _period(lead, found, is_end=_is_end(line, after))
    end = found.end if lead else _behind_trailer(line, found.end)
    return Span(i, end, after if lead == Lead.MOVED else i, period, found.strength, lead)


def _behind_trailer(line: Line, i: int) -> int:
    """ "31 mars 2026 au plus tard": there the leading word comes behind."""
    end = line.behind(i, words.LEADS)
    is_last = end > i and not line.word(end)[:1].isalnum()
    return end if is_last and words.LEADS[line.words(i, end - i)] == Lead.BY else i


def _lead_at(line: Line, i: int) -> tuple[Lead | None, int]:
    """The words before a date, such as "uiterlijk op" or "deadline =", and the index behind them."""
    lead: Lead | None = None
    for _ in range(3):
        end = line.behind(i, words.LEADS)
        is_list = line.word(i) in words.AND and (line.is_number(i - 1) or is_part_of_date(line, i - 1))
        if end == i or is_list or line.behind(i, words.PARTS) > end:
            break
        found = words.LEADS[line.words(i, end - i)]
        if lead is None or found not in (Lead.ON, Lead.WITHIN):
            lead = found
        i = end
        if lead in (Lead.BY, Lead.START, Lead.MOVED) and line.word(i) in CONNECTORS:
            i += 1
    return lead, i


def is_part_of_date(line: Line, i: int) -> bool:
    """Whether the word there can belong to a date: a month, "begin", "1e"."""
    word = line.word(i)
    return word in words.ORDINALS or (word,) in words.PARTS or (word,) in UNIT_NAMES


def _wants_lead(line: Line, i: int, found: Range) -> bool:
    """ "1/12" is also a fraction, and Jan is also somebody's name."""
    is_jan = found.strength == Strength.SHORT and line.word(i) in ("jan", "may", "mars") and found.end == i + 1
    return is_jan or found.strength == Strength.FRACTION


def _is_end(line: Line, i: int) -> bool:
    start = line.after_articles(i)
    return words.PARTS.get(line.words(start, line.behind(start, words.PARTS) - start)) == words.END


def _is_before(line: Line, after: int, found: Range, *, is_head: bool) -> bool:
    """Whether "voor" means "before", and "pour" "by": surely so in front of a day or an end, else only at its head.

    Anywhere else, and always in front of a bare year, it can mean "for": "planning voor 2026".
    """
    if _is_end(line, after) or found.first.precision == Precision.DAY:
        return True
    return is_head and found.strength not in (Strength.BARE, Strength.SHORT)


def _period(lead: Lead | None, found: Range, *, is_end: bool) -> Period:
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
