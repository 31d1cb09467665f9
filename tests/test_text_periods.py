"""A period's phrase is the one a Flemish reader expects, and reads back to the same period."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.reading.calendar import read_period
from mrdb.text.calendar_units import Unit, day_unit, units_in
from mrdb.text.periods import INFERRED, inferred_note, period_phrase

DOCUMENT_DATE = date(2025, 10, 13)
PHRASES = [
    ("deadline 2026-12-31 2026-12-31 day stated", "31 dec 2026"),
    ("deadline 2026-03-01 2026-05-15 day stated", "1 mrt 2026 t.e.m. 15 mei 2026"),
    ("deadline 2025-12-31 2025-12-31 day inferred", "31 dec (2025)"),
    ("deadline 2026-12-01 2026-12-31 month stated", "dec 2026"),
    ("deadline 2025-10-01 2026-02-28 month stated", "okt 2025 t.e.m. feb 2026"),
    ("deadline 2026-03-21 2026-03-31 month stated", "eind mrt 2026"),
    ("deadline 2024-02-21 2024-02-29 month stated", "eind feb 2024"),
    ("deadline 2026-01-01 2026-03-31 quarter stated", "Q1 2026"),
    ("deadline 2025-10-01 2026-03-31 quarter stated", "Q4 2025 t.e.m. Q1 2026"),
    ("deadline 2026-01-01 2026-06-30 semester stated", "1e semester 2026"),
    ("deadline 2025-09-01 2025-12-31 season stated", "najaar 2025"),
    ("deadline 2025-09-01 2025-12-31 season inferred", "najaar (2025)"),
    ("deadline 2024-09-01 2025-12-31 season stated", "najaar 2024 t.e.m. najaar 2025"),
    ("deadline 2025-12-01 2026-02-28 season stated", "winter 2025"),
    ("deadline 2026-01-01 2026-12-31 year stated", "2026"),
    ("deadline 2025-01-01 2025-12-31 year inferred", "jaar (2025)"),
    ("deadline 2025-01-01 2026-12-31 year stated", "2025-2026"),
    ("deadline 2026-01-01 2026-03-31 year stated", "begin 2026"),
    ("deadline 2025-09-01 2026-08-31 year stated", "schooljaar 2025-2026"),
    ("deadline 2026-01-07 2026-02-11 month stated", "7 jan 2026 t.e.m. 11 feb 2026"),
    ("start 2027-01-01 2027-01-01 day stated", "vanaf 1 jan 2027"),
    ("start 2026-09-01 2026-09-30 month stated", "vanaf sep 2026"),
    ("start 2025-01-01 2026-12-31 year stated", "vanaf 2025-2026"),
    ("start 2025-10-01 2026-02-28 month stated", "start okt 2025 t.e.m. feb 2026"),
    ("continuous - - - stated", "doorlopend"),
    ("continuous 2026-01-01 - year stated", "doorlopend vanaf 2026"),
    ("continuous - 2026-12-31 year stated", "doorlopend t.e.m. 2026"),
    ("continuous 2025-01-01 2026-12-31 year stated", "doorlopend 2025-2026"),
    ("continuous 2025-09-01 - month inferred", "doorlopend vanaf sep (2025)"),
]

precisions = st.sampled_from(Precision)
years = st.integers(1990, 2090)


@st.composite
def units(draw: st.DrawFn, precision: Precision) -> Unit:
    year = draw(years)
    if precision == Precision.DAY:
        day = date(year, 1, 1) + timedelta(days=draw(st.integers(0, 364)))
        unit = day_unit(day.month, day.day, year)
        assert unit is not None
        return unit
    return draw(st.sampled_from(tuple(units_in(precision, year))))


@st.composite
def canonical_periods(draw: st.DrawFn) -> Period:
    """Every kind and precision, one unit or a range of units, the year stated or inferred."""
    kind, precision = draw(st.sampled_from(PeriodKind)), draw(precisions)
    one, other = draw(units(precision)), draw(units(precision))
    first, last = draw(
        st.sampled_from([(one.first, one.last), (min(one.first, other.first), max(one.last, other.last))])
    )
    inferred = draw(st.booleans())
    if kind != PeriodKind.CONTINUOUS:
        return Period(kind, first, last, precision, inferred)
    bounds = draw(st.sampled_from([(None, None), (first, None), (None, last), (first, last)]))
    if bounds == (None, None):
        return Period(kind, None, None, None)
    return Period(kind, *bounds, precision, inferred)


@pytest.mark.parametrize(("code", "phrase"), PHRASES, ids=[phrase for _, phrase in PHRASES])
def test_period_phrase_is_what_a_flemish_reader_expects(code: str, phrase: str) -> None:
    assert period_phrase(Period.from_code(code)) == phrase


@settings(max_examples=500)
@given(canonical_periods())
def test_period_phrase_reads_back_to_the_same_period(period: Period) -> None:
    assert read_period(period_phrase(period), DOCUMENT_DATE) == period


@given(st.sampled_from(PeriodKind), st.lists(st.dates(), min_size=2, max_size=2), precisions, st.booleans())
def test_period_phrase_names_something_for_any_days(
    kind: PeriodKind, days: list[date], precision: Precision, inferred: bool
) -> None:
    assert period_phrase(Period(kind, min(days), max(days), precision, inferred))


def test_inferred_year_is_told_and_a_stated_one_is_not() -> None:
    assert inferred_note(Period.from_code("deadline 2025-09-01 2025-12-31 season inferred")) == INFERRED
    assert inferred_note(Period.from_code("deadline 2025-09-01 2025-12-31 season stated")) == ""
    assert inferred_note(None) == ""
