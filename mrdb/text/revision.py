"""The words of a document that is there already and comes in anew, and every difference that it makes."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mrdb.domain import codes
from mrdb.domain.draft import DraftAction, DraftRecommendation
from mrdb.domain.facts import Fact, Kind
from mrdb.domain.followup import current_status, last_comment
from mrdb.domain.response import Action, ManagementResponse, Recommendation
from mrdb.domain.revision import ActionRevision, Revision
from mrdb.domain.wording import pieces
from mrdb.text import nl
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date
from mrdb.text.history import code_words, fact_words
from mrdb.text.labels import FACT, STATUS, status_label
from mrdb.text.periods import period_phrase
from mrdb.text.returned import EMPTY, milestone_words

AS_UPDATE = "Bijwerken wat er al staat: je ziet eerst elk verschil"
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
_LEFT_OUT = "…"


class Difference(NamedTuple):
    """``("Actie 6.1", "Kalender", "eind 2026", "eind 2027")``; what ``is_whole`` is no text to compare by its words."""

    where: str
    what: str
    old: str
    new: str
    is_whole: bool = False


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


def revision_lines(revision: Revision) -> Iterator[str]:
    """``Actie 6.1 – Kalender: eind 2026 → eind 2027``; then the date that stays, and what is no longer mentioned."""
    for one in differences(revision):
        yield f"{one.where} – {one.what}: {' → '.join(_short(one.old, one.new))}"
    if revision.other_date is not None:
        yield date_stays(revision.response, revision.other_date)
    if revision.absent:
        yield f"{ABSENT}: {absent(revision)}"


def differences(revision: Revision) -> Iterator[Difference]:
    """Whole texts, in the document's order; "" before what is new."""
    for part in revision.parts:
        yield from (_field(name_of(part.part), change) for change in part.changes)
    for one in revision.actions:
        yield from _of_action(one)
    coming = [action for _, action in revision.new_actions]
    for new in revision.new_parts:
        yield Difference(name_of(new), NEW_PART, "", new.title)
        coming += new.actions
    for action in coming:
        yield Difference(name_of(action), NEW_ACTION, "", _action_words(action))


def _of_action(one: ActionRevision) -> Iterator[Difference]:
    action, name = one.action, name_of(one.action)
    for fact, text in (*one.correction.texts.items(), *one.news.texts.items()):
        yield Difference(name, FACT[fact], codes.code_of(action, fact) or "", text)
    known = {milestone.id: milestone for milestone in action.milestones}
    for move in one.correction.moves:
        milestone = known[move.milestone_id]
        old, new = period_phrase(milestone.period), period_phrase(move.period)
        yield Difference(name, fact_words(Fact.PERIOD, nl.shortened(milestone.label)), old, new, is_whole=True)
    for added in one.news.added:
        yield Difference(name, NEW_MILESTONE, "", milestone_words(added))
    if one.news.status is not None:
        before, after = status_label(current_status(action)), STATUS[one.news.status]
        if before != after:
            yield Difference(name, STATUS_WORD, before, after, is_whole=True)
        if one.news.comment != last_comment(action):
            yield Difference(name, nl.COMMENT, last_comment(action), one.news.comment)


def _field(where: str, change: codes.Difference) -> Difference:
    old, new = (code_words(change.fact, code) if code else "" for code in (change.old, change.new))
    return Difference(where, FACT[change.fact], old, new, is_whole=change.fact.kind != Kind.TEXT)


def _short(old: str, new: str) -> tuple[str, str]:
    """Both as they fit on a line; of two long texts only the words that differ."""
    shown = tuple(nl.shortened(text) or EMPTY for text in (old, new))
    if old and new and any(word.endswith(_LEFT_OUT) for word in shown):
        found = pieces(old, new)
        apart = [f" {_LEFT_OUT} ".join(one.text for one in found if one.kind == kind) for kind in ("old", "new")]
        if any(apart):
            shown = tuple(nl.shortened(text) or _LEFT_OUT for text in apart)
    return shown[0], shown[1]


def _action_words(action: DraftAction) -> str:
    said = [action.text, action.calendar, action.responsible, STATUS[action.status] if action.status else ""]
    return " · ".join(" ".join(text.split()) for text in (*said, action.comment) if text.strip())
