"""The words of the page on which somebody finds what he or she answers for."""

from datetime import datetime

from mrdb.domain.followup import last_report, last_said
from mrdb.domain.my_actions import Group
from mrdb.domain.response import Action
from mrdb.domain.status import Urgency
from mrdb.text import nl
from mrdb.text.dates import short_date, short_time
from mrdb.text.labels import URGENCY

TITLE = "Mijn acties"
GROUP = {
    Group.LATE: URGENCY[Urgency.OVERDUE],
    Group.SOON: URGENCY[Urgency.SOON],
    Group.UNREPORTED: "Wacht op een stand van zaken",
    Group.OTHER: "Andere acties",
    Group.CLOSED: "Afgerond of vervallen",
}
REPORT, CLOSE_FORM = "Stand van zaken", "Sluit het formulier"
NEWS = "Gewijzigd sinds je hier laatst was"
NO_NEWS = "Niemand anders wijzigde iets aan je acties."
ALL_NEWS = "Alle wijzigingen op Historiek"
NO_COMMENT = "zonder commentaar"
AGREEMENTS = "Afspraken die jij nakomt"
NOT_LINKED = (
    "Je bent nog aan geen enkele verantwoordelijke gekoppeld. De secretaris doet dat op Beheer, en dan staan je acties "
    "hier."
)
NO_ACTIONS = "Op dit ogenblik sta je voor geen enkele actie in."
NOBODY_SIGNS_IN = (
    "Deze pagina toont ieder de eigen acties. Dat kan pas waar mensen zich aanmelden, en hier hoeft dat niet. Op "
    "Overzicht vind je alle acties: filter er op de verantwoordelijke."
)
ANSWERS_FOR_NOTHING = (
    "Deze pagina toont de acties waarvoor je instaat, en dat zijn er nu geen. Klopt dat niet? De secretaris regelt het "
    "op Beheer."
)


def counts(late: int, soon: int, unreported: int, agreements: int) -> tuple[tuple[int, str], ...]:
    """Each number with what it counts, as *Overzicht* and *Afspraken* call it."""
    return (
        (late, URGENCY[Urgency.OVERDUE].lower()),
        (soon, URGENCY[Urgency.SOON].lower()),
        (unreported, f"{'wacht' if unreported == 1 else 'wachten'} op een stand van zaken"),
        (agreements, "open afspraak" if agreements == 1 else "open afspraken"),
    )


def closed(n: int) -> str:
    return f"{GROUP[Group.CLOSED]} ({n})"


def said_last(action: Action) -> tuple[str, str]:
    """When it was said, and what; of an action of which nothing was said, that alone."""
    said = last_said(action) or last_report(action)
    if said is None:
        return "", nl.said_last(action) or nl.NO_REPORTS
    return short_date(said.moment.date), said.comment or NO_COMMENT


def by_at(author: str, at: datetime) -> str:
    return f"{author}, {short_time(at)}"
