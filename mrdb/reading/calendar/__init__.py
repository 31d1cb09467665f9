"""The calendar room: a Dutch calendar phrase goes in, milestones with their days come out."""

from mrdb.reading.calendar.phrase import read_calendar, read_day, read_period

__all__ = ["read_calendar", "read_day", "read_period"]
