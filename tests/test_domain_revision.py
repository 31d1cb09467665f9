"""A document that is there already: how its next version is recognised, and what it changes."""

from dataclasses import replace
from datetime import date

import pytest
from drafts import DECEMBER, DOCUMENT_DATE, NOW, a_draft, a_draft_action, found, opened_moment, store

from mrdb.domain.draft import Draft, DraftMilestone, Place
from mrdb.domain.edit import Edit, Move
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Mending
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.revision import Revision, recognised, revise
from mrdb.domain.status import Acceptance, Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.queries import actions, changes, management_responses, recommendations
from mrdb.store.writing import save_edit
from mrdb.text.revision import name_of

MARCH = Period(PeriodKind.DEADLINE, date(2027, 3, 1), date(2027, 3, 31), Precision.MONTH)
TWO_TWO = Place(1, 1)


@pytest.fixture
def stored(database: Engine) -> Engine:
    store(database, a_draft())
    return database


def revision_of(database: Engine, draft: Draft) -> Revision:
    with read_only(database) as session:
        [response] = management_responses(session)
        return revise(draft, response, recommendations(session), actions(session), changes(session))


def is_recognised(database: Engine, draft: Draft) -> bool:
    with read_only(database) as session:
        return recognised(draft, management_responses(session), actions(session)) is not None


def mended(place: Place, **fields: object) -> Draft:
    return Mending(a_draft()).mended(place, **fields).draft


def test_recognised_by_its_subject_whatever_its_letters_and_date(stored: Engine) -> None:
    assert is_recognised(stored, replace(a_draft(), subject="KLIMAAT EN  MIGRÁTIE.", recommendations=()))
    assert is_recognised(stored, replace(a_draft(), date=date(2027, 1, 1), recommendations=()))


def test_recognised_by_more_than_half_of_its_actions(stored: Engine) -> None:
    draft = replace(a_draft(), subject="Iets anders")
    assert is_recognised(stored, draft)
    two_others = Mending(draft).mended(Place(0, 0), text="Heel iets anders").mended(Place(1, 0), number="9.9").draft
    assert not is_recognised(stored, two_others)


def test_recognised_among_several_is_the_one_of_the_same_date(stored: Engine) -> None:
    store(stored, replace(a_draft("b" * 64), date=date(2026, 10, 13)))
    with read_only(stored) as session:
        response = recognised(a_draft(), management_responses(session), actions(session))
    assert response is not None
    assert response.date == DOCUMENT_DATE


def test_revision_of_the_same_document_changes_nothing(stored: Engine) -> None:
    revision = revision_of(stored, a_draft())
    assert revision.is_empty
    assert (revision.absent, revision.other_date) == ((), None)


def test_revision_names_old_and_new_of_every_fact(stored: Engine) -> None:
    draft = (
        Mending(a_draft())
        .mended(Place(), subject="Water", sender="Serge")
        .mended(Place(0), title="Nieuwe titel", acceptance=Acceptance.REJECTED, acceptance_reason="te duur")
        .mended(Place(0, 0), text="Andere tekst")
        .draft
    )
    revision = revision_of(stored, draft)
    assert [(one.fact, one.old, one.new) for one in revision.parts[0].changes] == [
        (Fact.SUBJECT, "Klimaat en migratie", "Water"),
        (Fact.SENDER, "Directeur M&O", "Serge"),
    ]
    assert [(one.fact, one.old, one.new) for one in revision.parts[1].changes] == [
        (Fact.TITLE, "Aanbeveling 1", "Nieuwe titel"),
        (Fact.ACCEPTANCE, "accepted", "rejected\nte duur"),
    ]
    assert revision.actions[0].correction.texts == {Fact.ACTION_TEXT: "Andere tekst"}
    assert not revision.wants_moment


def test_revision_takes_nothing_away_that_the_new_version_leaves_empty(stored: Engine) -> None:
    draft = Mending(a_draft()).mended(Place(), context="").mended(Place(0), answer="", acceptance=None).draft
    draft = Mending(draft).mended(TWO_TWO, calendar="", milestones=(), responsible="", responsibles=()).draft
    assert revision_of(stored, draft).is_empty


def test_revision_keeps_what_is_not_in_the_document_any_more(stored: Engine) -> None:
    draft = Mending(a_draft()).without(Place(0)).without(Place(1, 0)).kept()
    revision = revision_of(stored, draft)
    assert revision.is_empty
    assert [name_of(one) for one in revision.absent] == ["Aanbeveling 1", "Actie 1.1", "Actie 2.1"]


def test_revision_keeps_the_date_of_the_document(stored: Engine) -> None:
    revision = revision_of(stored, replace(a_draft(), date=date(2026, 1, 1)))
    assert revision.is_empty
    assert revision.other_date == date(2026, 1, 1)


def test_revision_of_a_calendar_moves_the_same_milestone_and_adds_others(stored: Engine) -> None:
    milestones = (DraftMilestone("Ontwerp", MARCH), DraftMilestone("Evaluatie", None))
    revision = revision_of(stored, mended(TWO_TWO, calendar="Ontwerp: maart 2027; Evaluatie", milestones=milestones))
    [one] = revision.actions
    assert [(move.milestone_id, move.period) for move in one.correction.moves] == [(one.action.milestones[0].id, MARCH)]
    assert [milestone.label for milestone in one.news.added] == ["Evaluatie"]
    assert revision.wants_moment


def test_revision_with_the_same_calendar_reads_no_milestones(stored: Engine) -> None:
    assert revision_of(stored, mended(TWO_TWO, milestones=(DraftMilestone("Ontwerp", MARCH),))).is_empty


def test_revision_of_a_calendar_that_keeps_its_dates_moves_nothing(stored: Engine) -> None:
    milestones = (DraftMilestone("Ontwerp", DECEMBER),)
    [one] = revision_of(stored, mended(TWO_TWO, calendar="Ontwerp tegen dec 2026", milestones=milestones)).actions
    assert (one.correction.moves, one.news.added) == ((), ())


def test_revision_adds_a_milestone_once_that_is_told_twice_or_stands_there(stored: Engine) -> None:
    twice = (DraftMilestone("Evaluatie", MARCH), DraftMilestone("evaluatie.", MARCH))
    [one] = revision_of(stored, mended(TWO_TWO, calendar="Evaluatie, evaluatie", milestones=twice)).actions
    assert [milestone.label for milestone in one.news.added] == ["Evaluatie"]
    moment_id, action = opened_moment(stored), found(stored, "2.2")
    edit = Edit(None, "", {}, (Move(action.milestones[0].id, MARCH, "druk"),))
    with transaction(stored) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=moment_id, edit=edit, author="Bert", at=NOW)
    both = (DraftMilestone("Ontwerp", DECEMBER), DraftMilestone("Ontwerp", MARCH))
    [one] = revision_of(stored, mended(TWO_TWO, calendar="Ontwerp, maar later", milestones=both)).actions
    assert (one.correction.moves, one.news.added) == ((), ())


def test_revision_tells_a_new_status_and_no_old_one(stored: Engine) -> None:
    said_before = mended(Place(0, 0), status=Status.ONGOING, comment="gesprekken zijn opgestart")
    assert revision_of(stored, said_before).is_empty
    [one] = revision_of(stored, mended(Place(0, 0), status=Status.COMPLETED, comment="Klaar.")).actions
    assert (one.news.status, one.news.comment) == (Status.COMPLETED, "Klaar.")
    [one] = revision_of(stored, mended(Place(1, 0), responsible="Directeur", responsibles=("Directeur",))).actions
    assert (one.news.texts, one.news.responsibles) == ({Fact.RESPONSIBLE: "Directeur"}, ("Directeur",))


def test_revision_of_a_status_alone_keeps_what_was_commented(stored: Engine) -> None:
    assert revision_of(stored, mended(Place(0, 0), status=Status.ONGOING, comment="")).is_empty


def test_revision_brings_new_actions_and_recommendations(stored: Engine) -> None:
    mending = Mending(a_draft()).with_new_action(0).mended(Place(0, 1), number="1.2", text="Nieuw")
    new_part = replace(a_draft().recommendations[0], number="3", actions=(a_draft_action("3.1"),))
    draft = replace(mending.draft, recommendations=(*mending.draft.recommendations, new_part))
    revision = revision_of(stored, draft)
    assert [(part.number, action.number) for part, action in revision.new_actions] == [("1", "1.2")]
    assert [part.number for part in revision.new_parts] == ["3"]
    assert revision.wants_moment


def test_revision_brings_no_action_anew_that_stands_under_another_recommendation(stored: Engine) -> None:
    part = replace(a_draft().recommendations[0], number="3", actions=(a_draft_action("2.1"), a_draft_action("3.1")))
    revision = revision_of(stored, replace(a_draft(), recommendations=(a_draft().recommendations[0], part)))
    assert [[action.number for action in one.actions] for one in revision.new_parts] == [["3.1"]]
