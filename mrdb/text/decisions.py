"""The decision list in Dutch sentences: from facts to what the minutes say."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from mrdb.domain.codes import Difference
from mrdb.domain.decisions import Decision
from mrdb.domain.discussed import Outcome
from mrdb.domain.facts import Fact
from mrdb.domain.period import Period, PeriodKind
from mrdb.domain.response import Action, ManagementResponse, Realisation
from mrdb.domain.status import Status
from mrdb.text import nl
from mrdb.text.dates import short_date, short_time
from mrdb.text.history import REALISED, code_words
from mrdb.text.labels import EMPTY, FACT, STATUS
from mrdb.text.meeting import OUTCOME
from mrdb.text.periods import done_word, period_phrase
from mrdb.text.reasons import because, reason_sentence

TITLE = "Beslissingenlijst"
NO_MOMENT = (
    "Er werd nog niet vergaderd: de eerste stand van zaken komt uit het document zelf. Na het eerste opvolgingsmoment "
    "staat hier wat er beslist is."
)
PREVIEW = "Voorlopig: dit opvolgingsmoment is nog open. Na het sluiten kan de lijst verbeterd en vastgesteld worden."
NOT_FIXED_YET = "Deze lijst is nog niet vastgesteld. Dat doet de secretaris."
TEXT = "Tekst van de beslissingenlijst"
CORRECT_FIRST = "Verbeter de zinnen waar nodig. Elke zin op een eigen regel wordt een punt van de lijst."
RESTORE = "Terug naar de voorgestelde zinnen"
FIX = "Vaststellen"
FIX_WARNING = "Na het vaststellen ligt deze tekst vast en kan niemand hem nog wijzigen."
FIX_CONFIRM = "Ja, vaststellen"
FIXED = "De beslissingenlijst is vastgesteld."
COPY = "Tekst om te kopiëren"
TO_OVERVIEW = "Naar het overzicht"
DOWNLOAD = "Download als Word"
DRAFT = "Ontwerp, nog niet vastgesteld"
NOTHING_DECIDED = "Er zijn geen beslissingen genoteerd."

_ITEM = re.compile(r"^\s*(?:[•◦*–-]|\d+[.)])\s+")
_CLOSED = re.compile(r"[.!?…][\"”’»]*$")


def sentence(decision: Decision) -> str:
    """``Actie 7.1: MEAL hervormen (directeur M&O) – termijn verschoven van 31 dec 2026 naar 31 mrt 2027. Reden: …``

    Its agreements are no part of it: they stand in a table of their own.
    """
    part = decision.recommendation
    about = f"Aanbeveling {part.number}: {nl.shortened(part.title)}" if part else titled(decision.actions[0])
    first, *others = (closed(clause) for one in decision.settled if (clause := _clause(one, decision)))
    return " ".join([f"{about} – {first}", *map(capital, others)])


def titled(action: Action) -> str:
    """``Actie 7.1: Realisatie van de MEAL hervorming (directeur M&O)``, for who was not there."""
    who = inline(", ".join(action.responsible.splitlines())).rstrip(" .;,")
    return f"Actie {action.number}: {nl.shortened(action.text).rstrip(' .')}" + (f" ({who})" if who else "")


def together(outcome: Outcome) -> str:
    """What is said of all the actions of one outcome."""
    match outcome:
        case Outcome.CHANGED:
            return "Zonder wijziging gebleven"
        case Outcome.NOT_DISCUSSED:
            return f"{capital(OUTCOME[outcome])} gekomen"
    return capital(OUTCOME[outcome])


def fixed_by(author: str, at: datetime) -> str:
    return f"Vastgesteld door {author} op {short_time(at)}"


def no_longer_holds(author: str, at: datetime) -> str:
    return f"{fixed_by(author, at)}, vóór de heropening: geldt niet meer"


def file_name(day: date) -> str:
    return f"beslissingenlijst-{day.isoformat()}.docx"


def subjects(responses: Iterable[ManagementResponse]) -> str:
    return "\n".join(dict.fromkeys(response.subject for response in responses))


def capital(text: str) -> str:
    """A capital at the start of a sentence, the Dutch way: ``IJverig``, ``’s Avonds``. Addresses stay as they are."""
    if text.startswith(("http:", "https:", "www.")):
        return text
    if text.startswith("ij"):
        return f"IJ{text[2:]}"
    if apostrophe := re.match(r"[’'‘][a-z]\s+", text):
        return apostrophe.group() + text[apostrophe.end() :][:1].upper() + text[apostrophe.end() + 1 :]
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """One final stop, whatever people ended with."""
    bare = re.sub(r"(?<!\.)\.\.$", ".", text.strip().rstrip(",;: "))
    return bare if _CLOSED.search(bare) else f"{bare}."


def _clause(one: Difference, decision: Decision) -> str:
    """What one difference comes to; "" for one that another tells of."""
    match one.fact:
        case Fact.STATUS:
            return _status(Status(one.old) if one.old else None, Status(one.new))
        case Fact.COMMENT:
            words = _several_lines(one.new or "")
            is_reason = any(x.fact == Fact.STATUS and Status(x.new).wants_reason for x in decision.settled)
            return reason_sentence(words) if is_reason else capital(words)
        case Fact.PERIOD:
            return _moved(one, decision.actions[0]) + because(one.reason)
        case Fact.REACHED:
            return _reached(one)
        case Fact.RESPONSIBLE:
            return _responsible(one, decision)
        case Fact.RESPONSIBLES if any(x.fact == Fact.RESPONSIBLE for x in decision.settled):
            return ""
        case Fact.ADDED:
            return _added(one)
        case Fact.AGREEMENT:
            return ""
        case Fact.AGREEMENT_DONE:
            return f"afspraak nagekomen: {code_words(one.fact, one.new or '')}"
        case Fact.REALISED:
            answer = Realisation.from_code(one.new or "")
            return f"{closed(REALISED[answer.is_realised])} {capital(_several_lines(answer.proof))}"
    new, old = (inline(code_words(one.fact, code)) if code else EMPTY for code in (one.new, one.old))
    return f"{FACT[one.fact].lower()} is nu {new} (was {old})"


def _status(old: Status | None, new: Status) -> str:
    if new == Status.NOT_STARTED and old in {None, new}:
        return f"nog {STATUS[new].lower()}"
    if old == new:
        return f"blijft {STATUS[new].lower()}"
    if new == Status.ONGOING and old in {None, Status.NOT_STARTED}:
        return "gestart"
    if old is None:
        return STATUS[new].lower()
    return f"van {STATUS[old].lower()} naar {STATUS[new].lower()}"


def _moved(one: Difference, action: Action) -> str:
    """The milestone is named where the action has several deadlines."""
    old, new = (Period.from_code(code) if code else None for code in (one.old, one.new))
    deadlines = [m for m in action.milestones if m.period is None or m.period.kind == PeriodKind.DEADLINE]
    label = _label(one) if len(deadlines) > 1 else ""
    which = f"termijn van {_quoted(label)}" if label else "termijn"
    if new is None:
        return f"{which} geschrapt" + (f" (was {_day(old)})" if old else "")
    if old is None or old.due == new.due:
        return f"{which} vastgelegd op {_day(new)}"
    is_later = old.due is None or new.due is None or old.due < new.due
    return f"{which} {'verschoven' if is_later else 'vervroegd'} van {_day(old)} naar {_day(new)}"


def _reached(one: Difference) -> str:
    period = one.milestone.period if one.milestone else None
    name = _label(one) or (period_phrase(period) if period else "")
    done = done_word(period)
    when = f"{done} op {code_words(one.fact, one.new)}" if one.new else f"toch nog niet {done}"
    return " ".join(filter(None, ("mijlpaal", _quoted(name) if name else "", when)))


def _added(one: Difference) -> str:
    if one.milestone is None:
        return "nieuwe actie"
    label, period = _label(one), Period.from_code(one.new) if one.new else None
    day = _day(period) if period else ""
    if not label:
        return f"nieuwe mijlpaal: {day}"
    by = "tegen " if period and period.kind == PeriodKind.DEADLINE else ""
    return f"nieuwe mijlpaal {_quoted(label)}{f', {by}{day}' if day else ''}"


def _label(one: Difference) -> str:
    return one.milestone.label.strip() if one.milestone else ""


def _responsible(one: Difference, decision: Decision) -> str:
    """In the plural where the phrase reads so, and several names were read from it."""
    old, new = (inline(", ".join((phrase or "").splitlines())).rstrip(" .;,") for phrase in (one.old, one.new))
    names = next((x for x in decision.settled if x.fact == Fact.RESPONSIBLES), None)
    present = decision.actions[0].responsibles
    had, has = [(code or "").splitlines() for code in (names.old, names.new)] if names else (present, present)
    names_more = len(had) > 1 and _is_several(old)
    was = f" ({'waren' if names_more else 'was'} {old})" if old else ""
    if "(" in old:
        was = f"; voordien {'waren' if names_more else 'was'} dat {old}"
    if not new:
        return f"er is geen verantwoordelijke meer{was}"
    is_plural = len(has) > 1 and _is_several(new)
    return f"{'verantwoordelijken zijn' if is_plural else 'verantwoordelijke is'} nu {new}{was}"


def _is_several(phrase: str) -> bool:
    """A name between brackets says who holds the post before it: "Dienst Beweging (An)" is one responsible."""
    return re.search(r"\s(?:en|&|\+)\s|[,;/]", re.sub(r"\([^)]*\)", "", phrase)) is not None


def _several_lines(text: str) -> str:
    """Lines after each other as sentences, list items as one; a line that announces the next keeps its colon."""
    joined, was_item = "", False
    for raw in filter(str.strip, text.splitlines()):
        line, is_item = inline(_ITEM.sub("", raw)), _ITEM.match(raw) is not None
        if not joined:
            joined = line
        elif joined.endswith((":", ",", ";")):
            joined += f" {line}"
        elif was_item and is_item and not _CLOSED.search(joined):
            joined += f"; {line}"
        else:
            joined = f"{closed(joined)} {capital(line)}"
        was_item = is_item
    return joined


def _quoted(label: str) -> str:
    return f"‘{inline(label).rstrip(' .:;,')}’"


def inline(text: str) -> str:
    return " ".join(text.split())


def _day(period: Period) -> str:
    return short_date(period.due) if period.due else period_phrase(period)
