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
        also="nog niet gestart, te starten, nog niet begonnen, nog te starten, niet opgestart, nog niet opgestart, "
        "niet begonnen, gepland, te doen, nog te doen, not started, not yet started, not initiated, not yet initiated, "
        "planned, to do, open, non démarré, pas encore démarré, pas démarré, à démarrer, non commencé, pas "
        "commencé, pas entamé, pas encore commencé, non entamé, pas encore entamé, non initié, prévu, planifié, à "
        "faire, à venir, ouvert",
    ),
    Status.ONGOING: StatusWords(
        "Lopende",
        ("◐", "#0B559A", "#D9E9F8"),
        "De actie loopt.",
        also="lopend, loopt, in uitvoering, bezig, gestart, opgestart, in voorbereiding, gedeeltelijk uitgevoerd, "
        "deels uitgevoerd, gedeeltelijk afgerond, deels afgerond, doorlopend, op schema, ongoing, on going, "
        "on-going, in progress, in process, under way, underway, initiated, started, on track, continuous, under "
        "implementation, being implemented, partially completed, partly completed, partially implemented, partly "
        "implemented, in preparation, in hand, en cours, en cours de réalisation, en cours d'exécution, en cours "
        "de mise en œuvre, démarré, entamé, initié, commencé, en préparation, en bonne voie, continu, permanent, "
        "partiellement réalisé, partiellement achevé, partiellement mis en œuvre, réalisé partiellement, "
        "partiellement exécuté, en partie réalisé",
    ),
    Status.COMPLETED: StatusWords(
        "Afgerond",
        ("✓", "#00634A", "#D2EEE2"),
        "De actie is gedaan.",
        also="afgewerkt, gebeurd, uitgevoerd, gerealiseerd, klaar, voltooid, volledig uitgevoerd, afgesloten, "
        "afgedaan, gedaan, in orde, completed, complete, done, implemented, fully implemented, finished, "
        "finalised, finalized, achieved, executed, closed, achevé, réalisé, terminé, finalisé, exécuté, accompli, "
        "fait, clôturé, clos, mis en œuvre, mise en œuvre, entièrement réalisé, entièrement mis en œuvre",
        wants="Afgerond vraagt een commentaar: wat is er bereikt?",
    ),
    Status.DROPPED: StatusWords(
        "Vervallen",
        ("✕", "#67446B", "#ECE1EE"),
        "De actie gaat niet door.",
        also="geschrapt, stopgezet, niet meer van toepassing, niet langer van toepassing, geannuleerd, afgelast, "
        "afgevoerd, cancelled, canceled, dropped, no longer applicable, no longer relevant, discontinued, "
        "abandoned, withdrawn, abandonné, annulé, supprimé, plus d'application, n'est plus d'application, plus "
        "d'actualité, n'est plus d'actualité, arrêté",
        wants="Vervallen vraagt een reden.",
    ),
}


def any_status() -> str:
    """``Niet gestart, Lopende, Afgerond of Vervallen``"""
    return listed([words.label for words in STATUSES.values()], "of")


def any_closed() -> str:
    """``afgerond of vervallen``"""
    return listed([words.label.lower() for status, words in STATUSES.items() if status.is_closed], "of")
