"""Everything that is said of a status, in one table: a new one is a member of the enum and an entry here."""

from dataclasses import dataclass

from mrdb.domain.status import Status
from mrdb.text.counting import listed


@dataclass(frozen=True, slots=True)
class StatusWords:
    """``look`` is an icon and two colours, see ``colours.Look``; ``wants`` tells what has to be written beside it.

    ``also`` is what people write in its place, in documents and lists of their own.
    """

    label: str
    look: tuple[str, str, str]
    about: str
    also: str
    wants: str = ""


STATUSES = {
    Status.NOT_STARTED: StatusWords(
        "Niet gestart",
        ("○", "#414B5A", "#DFE3E9"),
        "Er is nog niets gebeurd.",
        also="nog niet gestart, te starten, not started, to do, open",
    ),
    Status.ONGOING: StatusWords(
        "Lopende",
        ("◐", "#0B559A", "#D9E9F8"),
        "De actie loopt.",
        also="lopend, loopt, in uitvoering, bezig, gestart, ongoing, in progress, under way, underway",
    ),
    Status.COMPLETED: StatusWords(
        "Afgerond",
        ("✓", "#00634A", "#D2EEE2"),
        "De actie is gedaan.",
        also="afgewerkt, uitgevoerd, gerealiseerd, klaar, voltooid, completed, done, implemented, finished",
        wants="Afgerond vraagt een commentaar: wat is er bereikt?",
    ),
    Status.DROPPED: StatusWords(
        "Vervallen",
        ("✕", "#67446B", "#ECE1EE"),
        "De actie gaat niet door.",
        also="geschrapt, stopgezet, niet meer van toepassing, cancelled, canceled, dropped, no longer applicable",
        wants="Vervallen vraagt een reden.",
    ),
}


def any_status() -> str:
    """``Niet gestart, Lopende, Afgerond of Vervallen``"""
    return listed([words.label for words in STATUSES.values()], "of")


def any_closed() -> str:
    """``afgerond of vervallen``"""
    return listed([words.label.lower() for status, words in STATUSES.items() if status.is_closed], "of")
