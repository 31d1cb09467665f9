"""The words of the page of agreements: who does what by when, and what is done."""

from mrdb.domain.response import Done, Moment
from mrdb.text.counting import count_of
from mrdb.text.dates import short_time
from mrdb.text.nl import moment_name

TITLE = "Afspraken"
NONE_OPEN = "Mooi zo: er staat geen enkele afspraak meer open."
NONE_YET = (
    "Er zijn nog geen afspraken gemaakt. Noteer je er een bij een actie, bijvoorbeeld tijdens de vergadering, dan "
    "staat ze hier tot ze gedaan is."
)
HEADINGS = ("Wat", "Wie", "Tegen", "Bij actie")
NO_DAY = "geen datum"
DONE = "Gedaan"
NOT_DONE = "Toch niet gedaan"
NOTED = f"Genoteerd als gedaan. Vergissing? Op de pagina {TITLE}, onder ‘{DONE}’, zet je de afspraak weer open."
OPEN_AGAIN = "De afspraak staat weer open."


def summary(n: int, late: int) -> str:
    """``3 open afspraken, waarvan 1 te laat``"""
    words = count_of(n, "open afspraak", "open afspraken")
    return f"{words}, waarvan {late} te laat" if late else words


def agreed_at(moment: Moment) -> str:
    return f"afgesproken op {moment_name(moment)}"


def done_by(done: Done) -> str:
    return f"gedaan volgens {done.author}, {short_time(done.at)}"


def done_so_far(n: int) -> str:
    return f"{DONE} ({n})"
