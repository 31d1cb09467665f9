"""The calendar room: a Dutch, French or English calendar phrase goes in, milestones with their days come out."""

from mrdb.reading.calendar.phrase import calendar_doubts, first_day, read_calendar, read_period

__all__ = ["calendar_doubts", "first_day", "read_calendar", "read_period"]
