"""The words of the Word report: the management response as a document, with where its actions stood at a moment."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from mrdb.domain.response import Action, Change, Milestone, Moment, MomentState, Realisation, Recommendation
from mrdb.domain.rewind import is_result
from mrdb.domain.status import Acceptance
from mrdb.text import nl
from mrdb.text.dates import long_date, short_date, short_time
from mrdb.text.decisions import capital
from mrdb.text.history import REALISED
from mrdb.text.labels import ACCEPTANCE, MOMENT_STATE
from mrdb.text.periods import done_words, period_phrase
from mrdb.text.reasons import because

ANSWER = "Management response"
FOLLOW_UP = "Opvolging"
AS_OF = "Stand van zaken op"
STILL_OPEN = "voorlopig: dit opvolgingsmoment is nog open"
NO_ACTIONS = "Bij deze aanbeveling horen geen acties."
NO_ACTIONS_REJECTED = "Deze aanbeveling is niet aanvaard. Er horen geen acties bij."
NO_ANSWER = "Er staat geen antwoord in het document."
_LONGEST_LABEL = 60


def moment_words(moment: Moment) -> str:
    """``maandag 23 november 2026 – stuurgroepen samen (voorlopig: dit opvolgingsmoment is nog open)``"""
    name = f"{long_date(moment.date)} – {moment.title}" if moment.title.strip() else long_date(moment.date)
    return f"{name} ({STILL_OPEN})" if moment.is_open else name


def footer(moment: Moment, at: datetime) -> str:
    """``Stand van zaken op 23 nov 2026 · gemaakt op 24 nov 2026, 10:00``"""
    state = f" ({MOMENT_STATE[MomentState.OPEN]})" if moment.is_open else ""
    return f"{AS_OF} {short_date(moment.date)}{state} · gemaakt op {short_time(at)}"


def title(moment: Moment) -> str:
    return f"{nl.RESPONSE}, {AS_OF[:1].lower()}{AS_OF[1:]} {short_date(moment.date)}"


def heading(recommendation: Recommendation) -> str:
    """``Aanbeveling 1: Versterk de lange-termijn-relatie met administraties``, as the document has it."""
    return f"{nl.RECOMMENDATION} {recommendation.number}: {recommendation.title}"


def no_actions(acceptance: Acceptance | None) -> str:
    return NO_ACTIONS_REJECTED if acceptance == Acceptance.REJECTED else NO_ACTIONS


def acceptance_words(recommendation: Recommendation) -> tuple[str, str]:
    """The answer in one word and its reason; two empty texts where the document does not say it."""
    if recommendation.acceptance is None:
        return "", recommendation.acceptance_reason.strip()
    label, reason = ACCEPTANCE[recommendation.acceptance], recommendation.acceptance_reason.strip()
    return (f"{label}:", reason) if reason else (f"{label}.", "")


def realisation_words(realisation: Realisation) -> tuple[str, str]:
    """``Gerealiseerd:`` and what proves it."""
    return f"{capital(REALISED[realisation.is_realised])}:", realisation.proof


def said_on(moment: Moment) -> str:
    """For what was said before the moment of the report."""
    return f"op {short_date(moment.date)}"


def agreed(agreement: str) -> str:
    return f"Afspraak: {agreement}"


def calendar_notes(action: Action, journal: Sequence[Change]) -> Iterator[str]:
    """What became of its deadlines: ``Ontwerp: verschoven naar 31 mrt 2027. Reden: de directeur start``.

    ``journal`` holds the lines about deadlines that still stand, the newest first.
    """
    if action.added:
        yield nl.added_on(action.added.moment.date)
    for milestone in action.milestones:
        line = next((line for line in journal if is_result(milestone, line)), None)
        notes = [*_added(milestone), *_moved(milestone, line)]
        if milestone.reached_on:
            notes.append(done_words(milestone))
        if notes:
            name = f"{_name(milestone)}: " if len(action.milestones) > 1 else ""
            yield f"{name}{'; '.join(notes)}"


def file_name(day: date) -> str:
    return f"managementrespons-{day.isoformat()}.docx"


def _added(milestone: Milestone) -> Iterator[str]:
    """The calendar does not hold it: its own date is told as well."""
    if milestone.added:
        period = milestone.first_period or milestone.period
        when = f"{period_phrase(period)}, " if period else ""
        yield f"{when}{nl.added_on(milestone.added.moment.date)}"


def _moved(milestone: Milestone, line: Change | None) -> Iterator[str]:
    """Only a new day is a move, not the same day told more exactly; the first day of all is laid down."""
    due = milestone.period.due if milestone.period else None
    if due is None:
        return
    first = milestone.first_period.due if milestone.first_period else None
    reason = because(line.reason) if line else ""
    if first is not None:
        yield f"{'verschoven' if due > first else 'vervroegd'} naar {short_date(due)}{reason}"
    elif line is not None and line.old is None:
        yield f"vastgelegd op {short_date(due)}{reason}"


def _name(milestone: Milestone) -> str:
    """The first words of its label, else the date that the document gives it."""
    if milestone.label.strip():
        return nl.shortened(milestone.label, _LONGEST_LABEL)
    return period_phrase(milestone.first_period or milestone.period)
