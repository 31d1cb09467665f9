"""What stands in the database now, read once and shared by all screens: the domain's objects are frozen.

Every transaction leaves another mark in the database, whichever process it was. Where the mark is still the one of
before, nothing is read; else only the actions of which the journal tells that they changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from weakref import WeakKeyDictionary

from sqlmodel import Session

from mrdb.domain.basis import Basis, basis_of
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.followup import in_document_order
from mrdb.domain.meeting import Round
from mrdb.domain.response import Action, ManagementResponse, Moment, Recommendation
from mrdb.store import fresh
from mrdb.store.database import Engine

MOST = 1_000
"""Lines of the journal; after more of them all is read anew, which is no more work then."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that is known now, each in the order in which ``store.fresh`` gives it.

    ``basis`` tells how far the journal had come. ``covered`` tells the management responses of each moment, all by
    their ids.
    """

    mark: str
    basis: Basis
    responses: tuple[ManagementResponse, ...]
    recommendations: tuple[Recommendation, ...]
    moments: tuple[Moment, ...]
    covered: Mapping[int, frozenset[int]]
    actions: tuple[Action, ...]
    by_id: Mapping[int, Action]
    rounds: dict[int, Round] = field(default_factory=dict, compare=False)
    """Those that somebody asked for, by the id of their moment."""


_lock = Lock()
_newest: WeakKeyDictionary[Engine, Snapshot] = WeakKeyDictionary()


def present(session: Session, engine: Engine) -> Snapshot:
    """What stands in the database for this session, which only reads."""
    session.connection()  # whoever has the lock waits for none: all that there are may wait for the lock
    with _lock:  # a session sees what stands there at its first question: none sees less than the one before it
        mark, known = fresh.mark(session), _newest.get(engine)
        if known is None or known.mark != mark:
            known = (known and _brought_forward(session, known, mark)) or _read(session, mark)
            _newest[engine] = known
        return known


def _read(session: Session, mark: str) -> Snapshot:
    return Snapshot(
        mark,
        fresh.basis(session),
        fresh.management_responses(session),
        fresh.recommendations(session),
        fresh.moments(session),
        fresh.covered(session),
        *_indexed(fresh.actions(session)),
    )


def _brought_forward(session: Session, known: Snapshot, mark: str) -> Snapshot | None:
    """The same with the actions that changed since; None where that does not tell all, or where the journal is no
    longer the one that was known: a backup was put back."""
    moments = fresh.all_moments(session)
    journal = fresh.changes(session, since=known.basis.line_id, most=MOST + 2, held=moments)
    if not known.basis.is_in({line.id: line for line in journal}):
        return None
    lines = [line for line in journal if line.id > known.basis.line_id]
    # Also a document that was stored is first of all a moment; a name that was replaced stood anywhere.
    beyond = {Subject.RESPONSE, Subject.MOMENT, Subject.PERSON}
    has_new_words = any(
        line.recommendation_id is not None or line.fact.subject in beyond or line.fact == Fact.PUT_AWAY
        for line in lines
    )
    if not 0 < len(lines) <= MOST or has_new_words or not set(known.moments) <= set(moments):
        return None
    ids = {line.action_id for line in lines if line.action_id is not None}
    changed = fresh.actions_among(session, ids, known.recommendations, moments)
    by_id = {**known.by_id, **{action.id: action for action in changed}}
    if len(by_id) > len(known.by_id):
        by_id = {action.id: action for action in in_document_order(by_id.values())}
    newest = basis_of(known.basis.database, journal[0])
    actions, by_id = _indexed(by_id.values())
    return replace(known, mark=mark, basis=newest, actions=actions, by_id=by_id, rounds={})


def _indexed(actions: Iterable[Action]) -> tuple[tuple[Action, ...], dict[int, Action]]:
    found = tuple(actions)
    return found, {action.id: action for action in found}
