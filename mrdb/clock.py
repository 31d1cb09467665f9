"""The one place that reads the clock."""

from datetime import UTC, date, datetime

from mrdb.config import Settings
from mrdb.domain.days import BRUSSELS


def today() -> date:
    """Today in Brussels, or the day that MRDB_TODAY fixes."""
    return Settings.from_environment().today or datetime.now(BRUSSELS).date()


def now() -> datetime:
    """This moment in UTC; where MRDB_TODAY fixes the day, the time of day goes on."""
    local = datetime.now(BRUSSELS)
    return datetime.combine(today(), local.time(), BRUSSELS).astimezone(UTC)
