"""A change of the journal in Dutch words."""

from datetime import date

from mrdb.domain.codes import acceptance_of
from mrdb.domain.facts import Fact, Kind, Subject
from mrdb.domain.period import Period
from mrdb.domain.response import Agreement, Change, MomentState, Realisation
from mrdb.domain.status import Status
from mrdb.text.dates import short_date
from mrdb.text.labels import ACCEPTANCE, EMPTY, FACT, MOMENT_STATE, STATUS
from mrdb.text.periods import period_phrase

CONFIRMED = "bevestigd"
UNCHANGED = "ongewijzigd"
REALISED = {True: "gerealiseerd", False: "nog niet gerealiseerd"}
TAKEN_BACK = "Ongedaan gemaakt"
PREPARATION = {False: "ingetrokken", True: "besproken"}
"""What became of what was prepared, and whether that was at a moment."""


def fact_words(fact: Fact, label: str) -> str:
    """The fact, with the milestone it belongs to: ``Termijn – Ontwerp en voorbereiding``."""
    return f"{FACT[fact]} – {label}" if label else FACT[fact]


def what_changed(change: Change) -> str:
    """``Termijn – Ontwerp``, ``Ongedaan gemaakt: status``, ``Opvolgingsmoment 28 nov 2026 – titel``"""
    if change.fact.subject == Subject.MOMENT and change.moment:
        about = "" if change.fact == Fact.MOMENT else f" – {FACT[change.fact].lower()}"
        return f"{FACT[Fact.MOMENT]} {short_date(change.moment.date)}{about}"
    words = fact_words(change.fact, change.milestone or "")
    if change.undoes:
        words = f"{TAKEN_BACK}: {words[:1].lower()}{words[1:]}"
    return words


def old_in_words(change: Change) -> str:
    """The value before, or "" when there was none."""
    return _words(change, change.old) if change.old != change.new else ""


def new_in_words(change: Change) -> str:
    """The value after; a status that was said again at a new moment is confirmed."""
    if change.fact in {Fact.CONFIRMED, Fact.NOT_DISCUSSED}:
        return UNCHANGED if change.fact == Fact.CONFIRMED and not change.undoes else ""
    if change.fact == Fact.PREPARED and not change.new:
        return PREPARATION[change.moment is not None]
    words = _words(change, change.new) or EMPTY
    is_said_again = change.fact == Fact.STATUS and change.old == change.new and not change.undoes
    return f"{words} ({CONFIRMED})" if is_said_again else words


def _words(change: Change, code: str | None) -> str:
    return code_words(change.fact, code, of_milestone=change.milestone_id is not None) if code else ""


def agreement_words(agreement: Agreement) -> str:
    """``bezorgt de nota (Els, tegen 5 dec 2026)``"""
    by_when = f"tegen {short_date(agreement.due)}" if agreement.due else ""
    beside = ", ".join(filter(None, (agreement.who, by_when)))
    return f"{agreement.text.rstrip(' .')} ({beside})" if beside else agreement.text


def realisation_words(realisation: Realisation) -> str:
    """``gerealiseerd: de nota is goedgekeurd``"""
    return f"{REALISED[realisation.is_realised]}: {realisation.proof}"


def acceptance_words(code: str) -> str:
    """``Gedeeltelijk aanvaard: er is geen budget``"""
    acceptance, reason = acceptance_of(code)
    return ": ".join(filter(None, (ACCEPTANCE[acceptance] if acceptance else EMPTY, reason)))


def code_words(fact: Fact, code: str, *, of_milestone: bool = False) -> str:
    """What a code of the journal says; of what was added, a milestone has a period and all else its text."""
    match Kind.PERIOD if fact == Fact.ADDED and of_milestone else fact.kind:
        case Kind.STATUS:
            return STATUS[Status(code)]
        case Kind.PERIOD:
            return period_phrase(Period.from_code(code))
        case Kind.DAY:
            return short_date(date.fromisoformat(code))
        case Kind.NAMES:
            return ", ".join(code.splitlines())
        case Kind.AGREEMENT:
            return agreement_words(Agreement.from_code(code))
        case Kind.REALISATION:
            return realisation_words(Realisation.from_code(code))
        case Kind.ACCEPTANCE:
            return acceptance_words(code)
        case Kind.TEXT:
            return code
        case Kind.NOTE:
            return _note_words(fact, code)


def _note_words(fact: Fact, code: str) -> str:
    match fact:
        case Fact.MOMENT:
            return MOMENT_STATE[MomentState(code)]
        case Fact.AGREEMENT_DONE:
            return agreement_words(Agreement.from_code(code.partition("\n")[2]))
        case Fact.PREPARED:
            status, _, comment = code.partition("\n")
            return " – ".join(filter(None, (STATUS[Status(status)], comment)))
    return code
