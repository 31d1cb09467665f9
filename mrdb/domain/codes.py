"""The text by which the journal holds a value, and the value that a text stands for: one rule for each kind of fact."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from mrdb.domain.draft import Draft, DraftAction, DraftRecommendation
from mrdb.domain.facts import TEXTS, Fact, Kind, Subject
from mrdb.domain.naming import Say
from mrdb.domain.period import Period
from mrdb.domain.response import (
    Action,
    Agreement,
    ManagementResponse,
    Milestone,
    Moment,
    Realisation,
    Recommendation,
    StatusReport,
)
from mrdb.domain.status import Acceptance, Status

Known = ManagementResponse | Recommendation | Action | Milestone | StatusReport | Moment
Drafted = Draft | DraftRecommendation | DraftAction
Thing = TypeVar("Thing", ManagementResponse, Recommendation, Action, Milestone, StatusReport, Moment)


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that holds something else, as codes; ``milestone`` where it belongs to one.

    ``reason`` is why a deadline moved, in the words of whoever moved it.
    """

    fact: Fact
    old: str | None
    new: str | None
    milestone: Milestone | None = None
    reason: str = ""


def code_of(thing: Known | Drafted, fact: Fact) -> str | None:
    """The code of what stands there; None where nothing stands there.

    Raises AttributeError for a fact of another subject.
    """
    value = getattr(thing, fact.attribute)
    match value:
        case Acceptance():
            reason = thing.acceptance_reason if isinstance(thing, Recommendation | DraftRecommendation) else ""
            return f"{value.value}\n{reason}".strip()
        case Status():
            return value.value
        case Period() | Realisation():
            return value.code()
        case date():
            return value.isoformat()
        case tuple():
            return "\n".join(value) or None
    return str(value or "") or None


def attributes(fact: Fact, code: str | None) -> dict[str, Any]:
    """The attributes that hold the fact, each with its value; empty for a fact that is no value of its own."""
    match fact.kind:
        case Kind.TEXT:
            return {fact.attribute: code or ""}
        case Kind.STATUS:
            return {fact.attribute: Status(code) if code else None}
        case Kind.DAY:
            return {fact.attribute: date.fromisoformat(code) if code else None}
        case Kind.PERIOD:
            return {fact.attribute: Period.from_code(code) if code else None}
        case Kind.NAMES:
            return {fact.attribute: tuple((code or "").splitlines())}
        case Kind.REALISATION:
            return {fact.attribute: Realisation.from_code(code) if code else None}
        case Kind.ACCEPTANCE:
            acceptance, reason = acceptance_of(code)
            return {"acceptance": acceptance, "acceptance_reason": reason}
        case Kind.AGREEMENT | Kind.NOTE:
            return {}


def with_code(thing: Thing, fact: Fact, code: str | None) -> Thing:
    """The same thing with what the code stands for."""
    return replace(thing, **attributes(fact, code))


def texts_of(thing: object, subject: Subject) -> dict[str, Any]:
    """The texts of a document, a recommendation or an action, by the attribute that holds each: in a draft, in the
    domain and in a row alike."""
    return {fact.attribute: getattr(thing, fact.attribute) for fact in TEXTS[subject]}


def acceptance_of(code: str | None) -> tuple[Acceptance | None, str]:
    """Management's answer and the reason that goes with it."""
    value, _, reason = (code or "").partition("\n")
    return (Acceptance(value) if value else None, reason)


def differences(
    old: Known, new: Known | Draft | DraftRecommendation | DraftAction, facts: Iterable[Fact]
) -> Iterator[Difference]:
    """Those of the facts that the new one holds otherwise, in the order given."""
    for fact in facts:
        before, after = code_of(old, fact), code_of(new, fact)
        if before != after:
            yield Difference(fact, before, after)


def reworded(fact: Fact, code: str, say: Say, *, of_milestone: bool = False) -> str:
    """The same code with what people wrote in it said in other words; all else in it stays as it is."""
    match Kind.PERIOD if fact == Fact.ADDED and of_milestone else fact.kind:
        case Kind.STATUS | Kind.DAY | Kind.PERIOD:
            return code
        case Kind.TEXT:
            return code if fact == Fact.NUMBER else say(code)
        case Kind.NAMES:
            return reworded_names(code, say)
        case Kind.ACCEPTANCE:
            value, line_end, reason = code.partition("\n")
            return f"{value}{line_end}{say(reason)}"
        case Kind.REALISATION:
            answer = Realisation.from_code(code)
            return replace(answer, proof=say(answer.proof)).code()
        case Kind.AGREEMENT:
            agreement = Agreement.from_code(code)
            return replace(agreement, text=say(agreement.text), who=say(agreement.who)).code()
        case Kind.NOTE:
            return _reworded_note(fact, code, say)


def _reworded_note(fact: Fact, code: str, say: Say) -> str:
    """A note that is in no list here may hold words behind a code that nobody knows: a ValueError, and no silence."""
    match fact:
        case Fact.AGREEMENT_DONE:
            moment_id, line_end, agreement = code.partition("\n")
            return f"{moment_id}{line_end}{reworded(Fact.AGREEMENT, agreement, say)}"
        case Fact.PREPARED:
            status, line_end, comment = code.partition("\n")
            return f"{status}{line_end}{say(comment)}"
        case Fact.ADDED | Fact.PUT_AWAY | Fact.RENAMED | Fact.MOVE_REASON:
            return say(code)
        case Fact.CONFIRMED | Fact.NOT_DISCUSSED | Fact.MOMENT | Fact.YEAR:
            return code
    raise ValueError(fact)


def reworded_names(names: str, say: Say) -> str:
    """Of names that stand one a line; two that become the same stand there once."""
    said = "\n".join(map(say, names.splitlines()))
    return names if said == "\n".join(names.splitlines()) else "\n".join(dict.fromkeys(said.splitlines()))
