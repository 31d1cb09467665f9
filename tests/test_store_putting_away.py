"""What was stored by mistake is put away: nobody sees it, all of it can come back, and the journal tells why."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from drafts import NOW, TODAY, a_draft, a_draft_action, found, opened_moment, store

from mrdb.domain.draft import DraftMilestone
from mrdb.domain.edit import Edit
from mrdb.domain.errors import (
    EditConflict,
    IncompleteEdit,
    InOpenMoment,
    Lack,
    NotAsItWas,
    NotThere,
    PlaceTaken,
)
from mrdb.domain.response import Action, ManagementResponse
from mrdb.domain.status import Status
from mrdb.store import queries
from mrdb.store.adding import add_action
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.journal import Journal
from mrdb.store.moments import close_moment, open_moment
from mrdb.store.putting_away import put_action_away, put_away, put_back, put_response_away
from mrdb.store.rounds import round_at
from mrdb.store.writing import save_edit
from mrdb.text.history import new_in_words, old_in_words, what_changed

LATER = NOW + timedelta(hours=1)
SECOND = replace(a_draft("b" * 64), subject="Zuid", date=date(2026, 3, 16))


@pytest.fixture
def moment_id(database: Engine) -> int:
    """Two documents, and an open moment of both in which everything was reported on."""
    store(database, a_draft())
    store(database, SECOND)
    with transaction(database) as session:
        ids = [response.id for response in queries.management_responses(session)]
        moment_id = open_moment(session, day=TODAY, title="", response_ids=ids, author="An", at=NOW)
        for action in queries.actions(session):
            edit = Edit(Status.ONGOING, f"Nieuws van {action.id}.")
            save_edit(
                session,
                action_id=action.id,
                version=action.version,
                moment_id=moment_id,
                edit=edit,
                author="An",
                at=NOW,
            )
    return moment_id


def responses(database: Engine) -> list[ManagementResponse]:
    with read_only(database) as session:
        return list(queries.management_responses(session))


def close(database: Engine, moment_id: int) -> None:
    with transaction(database) as session:
        close_moment(session, moment_id, "An", NOW)


def put_second_away(database: Engine, reason: str = "twee  keer ingelezen") -> None:
    second = next(response for response in responses(database) if response.subject == "Zuid")
    with transaction(database) as session:
        put_response_away(session, second, reason=reason, author="Zoë", at=LATER)


def put_newest_back(database: Engine) -> None:
    with transaction(database) as session:
        put_back(session, line_id=put_away(session)[0].id, author="Bert", at=LATER)


def everything(database: Engine) -> tuple[object, ...]:
    """All that any screen or file is made of, but for the journal."""
    with read_only(database) as session:
        known = queries.moments(session)
        return (
            queries.management_responses(session),
            queries.recommendations(session),
            queries.actions(session),
            known,
            queries.covered(session),
            tuple(round_at(session, moment.id) for moment in known),
        )


def test_document_that_is_put_away_is_nowhere_and_comes_back_as_it_was(database: Engine, moment_id: int) -> None:
    close(database, moment_id)
    before = everything(database)
    put_second_away(database)
    with read_only(database) as session:
        assert {response.subject for response in queries.management_responses(session)} == {"Klimaat en migratie"}
        assert {part.response.subject for part in queries.recommendations(session)} == {"Klimaat en migratie"}
        assert {one.recommendation.response.subject for one in queries.actions(session)} == {"Klimaat en migratie"}
        assert [moment.date for moment in queries.moments(session)] == [TODAY, date(2025, 10, 13)]
        round_ = round_at(session, moment_id)
        assert {line.action_id for line in round_.lines} - {None} == {action.id for action in round_.actions}
        assert len(round_.actions) == 3
    put_newest_back(database)
    assert everything(database) == before


def test_history_tells_who_put_it_away_and_why_and_nothing_else_of_it(database: Engine, moment_id: int) -> None:
    close(database, moment_id)
    second = responses(database)[1]
    put_second_away(database)

    def told() -> list[tuple[str, str, str, str, str]]:
        with read_only(database) as session:
            lines = [line for line in queries.changes(session, is_shown=True) if line.response_id == second.id]
        return [(one.author, what_changed(one), old_in_words(one), new_in_words(one), one.reason) for one in lines]

    away = ("Zoë", "Opgeborgen", "", "Zuid", "twee keer ingelezen")
    assert told() == [away]
    put_newest_back(database)
    assert told()[:2] == [("Bert", "Ongedaan gemaakt: opgeborgen", "Zuid", "–", ""), away]
    assert len(told()) > 5


def test_document_is_not_put_away_without_a_reason_nor_during_its_moment(database: Engine, moment_id: int) -> None:
    with pytest.raises(InOpenMoment):
        put_second_away(database)
    close(database, moment_id)
    with pytest.raises(IncompleteEdit) as incomplete:
        put_second_away(database, " ")
    assert incomplete.value.lacks == (Lack.REASON_FOR_PUTTING_AWAY,)
    second = responses(database)[1]
    put_second_away(database)
    with pytest.raises(NotAsItWas), transaction(database) as session:
        put_response_away(session, second, reason="ook ik", author="Bert", at=LATER)
    with pytest.raises(NotAsItWas), transaction(database) as session:  # from a form that still offers it
        open_moment(session, day=TODAY, title="", response_ids=[second.id], author="Bert", at=LATER)


def test_same_document_can_be_stored_anew_and_then_the_old_one_stays_away(database: Engine, moment_id: int) -> None:
    close(database, moment_id)
    put_second_away(database)
    assert store(database, SECOND) == 3
    with pytest.raises(PlaceTaken):
        put_newest_back(database)
    put_second_away(database)
    put_newest_back(database)
    assert [response.subject for response in responses(database)] == ["Klimaat en migratie", "Zuid"]


def added(database: Engine, number: str = "2.3") -> Action:
    """An action that came in with a file, in the open moment."""
    part = found(database, "2.1").recommendation
    moment = open_of(database, part.response)
    with transaction(database) as session:
        journal = Journal(session, "An", NOW, "lijst.xlsx", moment_id=moment)
        add_action(journal, part, a_draft_action(number, DraftMilestone("Nota", None), status=Status.ONGOING))
    return found(database, number)


def open_of(database: Engine, response: ManagementResponse) -> int:
    with read_only(database) as session:
        moment = queries.open_moment(session, response.id)
    assert moment is not None
    return moment.id


def put_it_away(database: Engine, action: Action) -> None:
    with transaction(database) as session:
        put_action_away(session, action, reason="hoort hier niet", author="Zoë", at=LATER)


def test_added_action_is_put_away_while_the_meeting_goes_on(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    before = everything(database)
    action = added(database)
    put_it_away(database, action)
    assert everything(database) == before
    with pytest.raises(NotThere), transaction(database) as session:  # who still has it on screen
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment_id,
            edit=Edit(Status.COMPLETED, "Klaar."),
            author="Bert",
            at=LATER,
        )
    with read_only(database) as session:
        assert put_away(session)[0].new == "2.3 Wat actie 2.3 vraagt"
    put_newest_back(database)
    back = found(database, "2.3")
    assert back == replace(action, version=back.version)


def test_number_of_an_action_that_is_put_away_is_free(database: Engine) -> None:
    store(database, a_draft())
    opened_moment(database)
    put_it_away(database, added(database))
    again = added(database)
    with pytest.raises(PlaceTaken):
        put_newest_back(database)
    put_it_away(database, again)
    put_newest_back(database)
    assert found(database, "2.3") == replace(again, version=again.version + 1)


def test_action_that_somebody_saved_meanwhile_or_that_the_document_promised_is_not_put_away(database: Engine) -> None:
    store(database, a_draft())
    opened_moment(database)
    action = added(database)
    with pytest.raises(EditConflict):
        put_it_away(database, replace(action, version=action.version - 1))
    with pytest.raises(ValueError, match="promised"):
        put_it_away(database, found(database, "2.1"))
