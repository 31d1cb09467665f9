"""How the phrases in a row of an overview are read, for the rules that sort those rows."""

from mrdb.domain.additions import Readers
from mrdb.reading.calendar import read_calendar
from mrdb.reading.responsibles import read_responsibles

READERS = Readers(read_responsibles, read_calendar)
