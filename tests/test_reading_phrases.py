"""The phrases in a row of an overview."""

from datetime import date

from mrdb.reading.phrases import LONGEST_CALENDAR, READERS

DAY = date(2026, 11, 23)


def test_phrases_calendar_gives_its_milestones() -> None:
    (milestone,) = READERS.calendar("dec 2027", DAY)
    assert milestone.period is not None
    assert milestone.period.due == date(2027, 12, 31)


def test_phrases_text_that_is_no_calendar_stays_whole_and_without_a_date() -> None:
    text = "dec 2026, " * LONGEST_CALENDAR
    (milestone,) = READERS.calendar(text, DAY)
    assert (milestone.label, milestone.period) == (text, None)
