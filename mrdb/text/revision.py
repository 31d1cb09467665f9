"""The words of a document that is there already and comes in anew."""

from datetime import date

from mrdb.domain.draft import DraftAction, DraftRecommendation
from mrdb.domain.response import Action, ManagementResponse, Recommendation
from mrdb.domain.revision import Revision
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date
from mrdb.text.labels import STATUS

AS_UPDATE = "Bijwerken wat er al staat: onderaan zie je elk verschil"
AS_NEW = "Toch opslaan als nieuwe managementrespons"
HOW = "Wat wil je doen?"
DIFFERENCES = "Dit wijzigt"
WHERE, WHAT, DIFFERENCE = "Waar", "Wat", "Doorstreept is oud, vet is nieuw"
NO_DIFFERENCES = "Er zijn geen verschillen: alles staat er al zo. Er valt niets op te slaan."
ABSENT = "Staat niet meer in dit document en blijft zoals het is"
WANTS_MOMENT = (
    "Hierin zit ook nieuws dat in een opvolgingsmoment hoort: een stand van zaken, een verantwoordelijke, een nieuwe "
    "mijlpaal of een nieuwe actie. Er is er nu geen open voor dit document. Open er eerst een; wat je hier verbeterde, "
    "blijft staan."
)
CHANGED_MEANWHILE = "Intussen wijzigde iemand anders iets. Bekijk de verschillen opnieuw."
CONFIRM = "Deze wijzigingen opslaan"
NEW_ACTION = "Nieuwe actie"
NEW_PART = "Nieuwe aanbeveling"
NEW_MILESTONE = "Nieuwe mijlpaal"
STATUS_WORD = "Stand van zaken"
HEAD = "Kop"
NEW_VERSION = "nieuwe versie van het document"
"""Why a fact changed, for the history."""


def recognised(response: ManagementResponse) -> str:
    return f"{_known(response)}."


def offered(revision: Revision) -> str:
    """The same, with what it changes."""
    known = _known(revision.response)
    return f"{known}, zonder verschillen." if revision.is_empty else f"{known}: {summary(revision)}."


def _known(response: ManagementResponse) -> str:
    return f"Dit lijkt een nieuwe versie van ‘{response.subject}’ ({short_date(response.date)})"


def date_stays(response: ManagementResponse, other: date) -> str:
    return f"Dit document draagt de datum {short_date(other)}. De managementrespons houdt {short_date(response.date)}."


def summary(revision: Revision) -> str:
    """``4 velden gewijzigd, 1 nieuwe actie, 2 acties met een nieuwe stand van zaken``"""
    fields = sum(len(part.changes) for part in revision.parts)
    fields += sum(len(one.correction.texts) + len(one.news.texts) for one in revision.actions)
    moves = sum(len(one.correction.moves) for one in revision.actions)
    milestones = sum(len(one.news.added) for one in revision.actions)
    actions = len(revision.new_actions) + sum(len(part.actions) for part in revision.new_parts)
    counted = [
        (fields, "veld gewijzigd", "velden gewijzigd"),
        (moves, "termijn gewijzigd", "termijnen gewijzigd"),
        (milestones, "nieuwe mijlpaal", "nieuwe mijlpalen"),
        (len(revision.new_parts), "nieuwe aanbeveling", "nieuwe aanbevelingen"),
        (actions, "nieuwe actie", "nieuwe acties"),
        (
            sum(one.news.status is not None for one in revision.actions),
            "actie met een nieuwe stand van zaken",
            "acties met een nieuwe stand van zaken",
        ),
    ]
    return ", ".join(count_of(n, one, several) for n, one, several in counted if n)


def updated(response: ManagementResponse) -> str:
    return f"‘{response.subject}’ is bijgewerkt."


def name_of(part: ManagementResponse | Recommendation | DraftRecommendation | Action | DraftAction) -> str:
    """``Kop``, ``Aanbeveling 3``, ``Actie 3.2``"""
    match part:
        case ManagementResponse():
            return HEAD
        case Recommendation() | DraftRecommendation():
            return f"Aanbeveling {part.number}"
        case Action() | DraftAction():
            return f"Actie {part.number}"


def absent(revision: Revision) -> str:
    """``Aanbeveling 3 en Actie 3.1``: what the new version does not mention."""
    return listed([name_of(part) for part in revision.absent])


def new_action_words(action: DraftAction) -> str:
    said = [action.text, action.calendar, action.responsible, STATUS[action.status] if action.status else ""]
    return " · ".join(" ".join(text.split()) for text in (*said, action.comment) if text.strip())
