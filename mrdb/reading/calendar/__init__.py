"""The calendar room: a Dutch calendar phrase goes in, milestones with their days come out."""

from mrdb.reading.calendar.phrase import first_day, read_calendar, read_period

__all__ = ["first_day", "read_calendar", "read_period"]
