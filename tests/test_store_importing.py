"""A document comes into the database: whole, once, and without touching what people did since."""

from dataclasses import replace

import pytest
from drafts import DECEMBER, DOCUMENT_DATE, IMPORTED, JANUARY, NOW, a_draft, found, opened_moment, store, with_number
from sqlalchemy.exc import IntegrityError

from mrdb.domain.edit import Edit
from mrdb.domain.facts import Fact
from mrdb.domain.response import MomentState
from mrdb.domain.status import Acceptance, Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.importing import response_with, store_document
from mrdb.store.queries import (
    actions,
    changes,
    management_responses,
    moments,
    open_moment,
    recommendations,
    responsibles,
)
from mrdb.store.writing import save_edit


def test_import_stores_the_document_as_it_was_read(database: Engine) -> None:
    assert store(database, a_draft()) == 3
    with read_only(database) as session:
        (response,) = management_responses(session)
        first, second = recommendations(session)
        stored = actions(session)
    assert (response.subject, response.date, response.context) == (
        "Klimaat en migratie",
        DOCUMENT_DATE,
        "De evaluatie beoordeelt de aanpak.",
    )
    assert (first.number, first.acceptance, first.response) == ("1", Acceptance.ACCEPTED, response)
    assert [action.number for action in stored] == ["1.1", "2.1", "2.2"]
    assert stored[2].recommendation == second
    assert stored[2].responsible == "Directeur M&O en MEAL-coördinator"
    assert stored[2].responsibles == ("Directeur M&O", "MEAL-coördinator")
    assert [(m.label, m.period, m.first_period) for m in stored[2].milestones] == [
        ("Ontwerp", DECEMBER, None),
        ("In uitvoering", JANUARY, None),
    ]
    assert stored[1].milestones[0].period is None


def test_import_makes_the_document_the_first_moment(database: Engine) -> None:
    store(database, a_draft())
    with read_only(database) as session:
        (moment,) = moments(session)
        assert open_moment(session, management_responses(session)[0].id) is None
    assert (moment.date, moment.closed_at, moment.closed_by) == (DOCUMENT_DATE, IMPORTED, "mrdb")
    (report,) = found(database, "1.1").reports
    assert (report.moment, report.status, report.comment) == (moment, Status.ONGOING, "Gesprekken zijn opgestart.")
    assert not found(database, "2.1").reports


def test_import_is_journalled(database: Engine) -> None:
    store(database, a_draft())
    with read_only(database) as session:
        lines = [(c.fact, c.old, c.new, c.author, c.at) for c in changes(session)]
    assert lines == [
        (Fact.COMMENT, None, "Gesprekken zijn opgestart.", "mrdb", IMPORTED),
        (Fact.STATUS, None, Status.ONGOING.value, "mrdb", IMPORTED),
        (Fact.MOMENT, None, MomentState.CLOSED.value, "mrdb", IMPORTED),
    ]


def test_import_twice_stores_once_and_keeps_edits(database: Engine) -> None:
    store(database, a_draft())
    edit = Edit(Status.COMPLETED, "Klaar.", {}, ())
    action, moment_id = found(database, "2.2"), opened_moment(database)
    with transaction(database) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=moment_id, edit=edit, author="An", at=NOW)
    with read_only(database) as session:
        before = actions(session), changes(session)
    assert store(database, a_draft()) == 0
    with read_only(database) as session:
        assert (actions(session), changes(session)) == before


def test_import_of_a_document_that_somebody_else_stored_adds_nothing(database: Engine) -> None:
    store(database, a_draft())
    with transaction(database) as session:
        assert store_document(session, a_draft(), author="An", at=NOW) == 0
    with read_only(database) as session:
        assert len(management_responses(session)) == 1


def test_import_that_fails_halfway_stores_nothing(database: Engine) -> None:
    with pytest.raises(IntegrityError):
        store(database, with_number(a_draft(), "2.2", "2.1"))
    with read_only(database) as session:
        assert response_with(session, "a" * 64) is None
        assert (actions(session), responsibles(session), moments(session), changes(session)) == ((), (), (), ())


def test_import_of_a_second_document_shares_the_responsibles(database: Engine) -> None:
    store(database, a_draft())
    store(database, replace(a_draft("b" * 64), subject="Een andere evaluatie"))
    with read_only(database) as session:
        assert responsibles(session) == ("Directeur M&O", "MEAL-coördinator")
        subjects = [action.recommendation.response.subject for action in actions(session)]
    assert subjects == ["Klimaat en migratie"] * 3 + ["Een andere evaluatie"] * 3


def test_actions_stand_in_natural_order(database: Engine) -> None:
    store(database, with_number(a_draft(), "2.1", "2.10"))
    with read_only(database) as session:
        assert [action.number for action in actions(session)] == ["1.1", "2.2", "2.10"]


@pytest.mark.parametrize(
    "numbers", ["A 10 1a IV", "B II R1", "X 2 1", "2.10 9 A", "1 1a 2 10", "I II IV IX", "R1 R2 R10"]
)
def test_recommendations_stand_as_in_the_document_where_their_numbers_are_of_several_kinds(
    database: Engine, numbers: str
) -> None:
    draft, document = a_draft(), numbers.split()
    parts = [replace(draft.recommendations[0], number=number, actions=()) for number in document]
    store(database, replace(draft, recommendations=tuple(parts)))
    with read_only(database) as session:
        assert [part.number for part in recommendations(session)] == document
