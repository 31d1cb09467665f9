"""Until a round is closed, every change of it can be taken back; the journal keeps both."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from drafts import NOW, a_draft, found, opened_moment, store

from mrdb.domain.discussed import Outcome, outcomes
from mrdb.domain.edit import Edit, Move
from mrdb.domain.errors import EditConflict, MomentClosed, NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Agreement, Realisation
from mrdb.domain.rewind import Gesture, gestures
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import close_moment
from mrdb.store.queries import actions, changes, recommendations
from mrdb.store.undoing import take_back
from mrdb.store.writing import answer_realised, confirm_unchanged, save_edit

MARCH = Period(PeriodKind.DEADLINE, date(2027, 3, 31), date(2027, 3, 31), Precision.DAY)
_minutes = iter(range(1, 10_000))


@pytest.fixture
def moment_id(database: Engine) -> int:
    store(database, a_draft())
    return opened_moment(database)


def save(database: Engine, moment_id: int, number: str, edit: Edit, author: str = "An") -> None:
    action, at = found(database, number), NOW + timedelta(minutes=next(_minutes))
    with transaction(database) as session:
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment_id,
            edit=edit,
            author=author,
            at=at,
        )


def confirm(database: Engine, moment_id: int, number: str) -> None:
    action, at = found(database, number), NOW + timedelta(minutes=next(_minutes))
    with transaction(database) as session:
        confirm_unchanged(session, versions={action.id: action.version}, moment_id=moment_id, author="An", at=at)


def hand_on(database: Engine, moment_id: int, number: str) -> None:
    action, at = found(database, number), NOW + timedelta(minutes=next(_minutes))
    with transaction(database) as session:
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment_id,
            edit=Edit(texts={Fact.RESPONSIBLE: "Els en Jan"}, responsibles=("Els", "Jan")),
            author="An",
            at=at,
        )


def listed(database: Engine, moment_id: int) -> tuple[Gesture, ...]:
    with read_only(database) as session:
        return gestures(changes(session, moment_id=moment_id), {})


def undo(database: Engine, moment_id: int, gesture: Gesture) -> None:
    with transaction(database) as session:
        take_back(session, moment_id=moment_id, line_ids=[line.id for line in gesture.lines], author="Zoë", at=NOW)


def everything_of_2_2(database: Engine, moment_id: int) -> list[Callable[[], None]]:
    """One gesture of every kind that a form can save."""
    design, start = found(database, "2.2").milestones
    edits = [
        Edit(Status.ONGOING, "Gestart.", {}, (), internal="Niet voor het verslag."),
        Edit(Status.ONGOING, "Gestart, loopt goed.", {start.id: date(2026, 11, 20)}, ()),
        Edit(None, "", {}, (Move(design.id, MARCH, "de directeur is ziek"),)),
        Edit(None, "", {}, (), agreement=Agreement("bezorgt de nota", "Els", date(2026, 12, 5))),
        Edit(Status.COMPLETED, "Klaar.", {}, (), internal=""),
    ]
    saves = [lambda edit=edit: save(database, moment_id, "2.2", edit) for edit in edits]
    return [lambda: confirm(database, moment_id, "2.2"), *saves, lambda: hand_on(database, moment_id, "2.2")]


def test_taking_back_runs_through_every_state_in_reverse(database: Engine, moment_id: int) -> None:
    def state() -> Action:
        return replace(found(database, "2.2"), version=0)

    states = []
    for gesture in everything_of_2_2(database, moment_id):
        states.append(state())
        gesture()
    assert len(set(map(repr, states))) == len(states)
    for before in reversed(states):
        undo(database, moment_id, listed(database, moment_id)[0])
        assert state() == before
    assert listed(database, moment_id) == ()


def test_taking_back_keeps_both_in_the_journal(database: Engine, moment_id: int) -> None:
    save(database, moment_id, "2.1", Edit(Status.ONGOING, "Gestart.", {}, ()))
    undo(database, moment_id, listed(database, moment_id)[0])
    with read_only(database) as session:
        lines = changes(session, found(database, "2.1").id)
    assert [(line.author, line.old, line.new) for line in lines[:4]] == [
        ("Zoë", "Gestart.", None),
        ("Zoë", "ongoing", None),
        ("An", None, "Gestart."),
        ("An", None, "ongoing"),
    ]
    assert [line.undoes for line in lines[:2]] == [line.id for line in lines[2:4]]


def test_taking_back_what_followed_a_confirmation_leaves_it_confirmed(database: Engine, moment_id: int) -> None:
    confirm(database, moment_id, "1.1")
    save(database, moment_id, "1.1", Edit(Status.COMPLETED, "Klaar.", {}, ()))
    undo(database, moment_id, listed(database, moment_id)[0])
    with read_only(database) as session:
        became = outcomes(actions(session), changes(session, moment_id=moment_id))
    assert became == {found(database, "1.1").id: Outcome.CONFIRMED}
    undo(database, moment_id, listed(database, moment_id)[0])
    assert [report.moment.id == moment_id for report in found(database, "1.1").reports] == [False]


def test_taking_back_is_refused_where_the_action_changed_after_it(database: Engine, moment_id: int) -> None:
    save(database, moment_id, "2.1", Edit(Status.ONGOING, "Eerst.", {}, ()))
    (first,) = listed(database, moment_id)
    save(database, moment_id, "2.1", Edit(Status.ONGOING, "Daarna.", {}, ()))
    with pytest.raises(NotAsItWas):
        undo(database, moment_id, first)
    assert found(database, "2.1").reports[-1].comment == "Daarna."


def test_taking_back_tells_whoever_has_the_form_open(database: Engine, moment_id: int) -> None:
    save(database, moment_id, "2.1", Edit(Status.ONGOING, "Eerst.", {}, ()))
    seen = found(database, "2.1")
    undo(database, moment_id, listed(database, moment_id)[0])
    with pytest.raises(EditConflict), transaction(database) as session:
        confirm_unchanged(session, versions={seen.id: seen.version}, moment_id=moment_id, author="An", at=NOW)


def test_taking_back_ends_when_the_round_is_closed(database: Engine, moment_id: int) -> None:
    save(database, moment_id, "2.1", Edit(Status.ONGOING, "Eerst.", {}, ()))
    (gesture,) = listed(database, moment_id)
    with transaction(database) as session:
        close_moment(session, moment_id, "An", NOW)
    with pytest.raises(MomentClosed):
        undo(database, moment_id, gesture)


def test_answer_whether_a_recommendation_is_realised_can_be_taken_back(database: Engine, moment_id: int) -> None:
    def answered(before: Realisation | None, answer: Realisation) -> None:
        with transaction(database) as session:
            answer_realised(
                session,
                recommendation_id=found(database, "1.1").recommendation.id,
                moment_id=moment_id,
                before=before,
                answer=answer,
                author="An",
                at=NOW + timedelta(minutes=next(_minutes)),
            )

    def stored() -> Realisation | None:
        with read_only(database) as session:
            return recommendations(session)[0].realisation

    no, yes = Realisation(False, "De nota ontbreekt."), Realisation(True, "De nota is er.")
    answered(None, no)
    answered(no, yes)
    with pytest.raises(NotAsItWas):
        answered(no, yes)
    undo(database, moment_id, listed(database, moment_id)[0])
    assert stored() == no
    undo(database, moment_id, listed(database, moment_id)[0])
    assert stored() is None
