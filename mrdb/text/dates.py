"""Dates and times as Flemish people write them."""

from datetime import date, datetime

from mrdb.domain.days import BRUSSELS

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def short_date(day: date) -> str:
    """``31 dec 2026``"""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year:04}"


def long_date(day: date) -> str:
    """``maandag 23 november 2026``"""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_time(moment: datetime) -> str:
    """``23 nov 2026, 14:05`` in Brussels' time; the moment itself is in UTC."""
    local = moment.astimezone(BRUSSELS)
    return f"{short_date(local.date())}, {local:%H:%M}"
