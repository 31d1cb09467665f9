"""A new version of a document is written over the old one: every fact leaves a line, and nothing is lost."""

from dataclasses import replace
from datetime import date

import pytest
from drafts import DECEMBER, NOW, a_draft, a_draft_action, found, opened_moment, store

from mrdb.domain.comparison import action_as_of, as_of
from mrdb.domain.discussed import Outcome, outcomes
from mrdb.domain.draft import Draft, DraftMilestone, Place
from mrdb.domain.edit import Edit, Move
from mrdb.domain.errors import EditConflict, NoOpenMoment, NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Mending
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.revision import Revision, revise
from mrdb.domain.rewind import gestures
from mrdb.domain.status import Acceptance, Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.queries import actions, changes, management_responses, moments, recommendations
from mrdb.store.revising import apply_revision
from mrdb.store.undoing import take_back
from mrdb.store.writing import save_edit

MARCH = Period(PeriodKind.DEADLINE, date(2027, 3, 1), date(2027, 3, 31), Precision.MONTH)
APRIL = Period(PeriodKind.DEADLINE, date(2027, 4, 30), date(2027, 4, 30), Precision.DAY)


@pytest.fixture
def stored(database: Engine) -> Engine:
    store(database, a_draft())
    return database


def revision_of(database: Engine, draft: Draft) -> Revision:
    with read_only(database) as session:
        [response] = management_responses(session)
        return revise(draft, response, recommendations(session), actions(session), changes(session))


def apply(database: Engine, revision: Revision) -> None:
    with transaction(database) as session:
        apply_revision(session, revision, author="An", at=NOW, source="versie 2.docx")


def update(database: Engine, draft: Draft) -> None:
    apply(database, revision_of(database, draft))


def lines(database: Engine) -> list[tuple[Fact, str | None, str | None, str, str]]:
    """What the update left in the journal, the oldest line first."""
    with read_only(database) as session:
        found = reversed([line for line in changes(session) if line.source == "versie 2.docx"])
        return [(line.fact, line.old, line.new, line.reason, line.author) for line in found]


def with_facts() -> Draft:
    return (
        Mending(a_draft())
        .mended(Place(), subject="Water")
        .mended(Place(0), answer="Niet akkoord.", acceptance=Acceptance.REJECTED, acceptance_reason="te duur")
        .mended(Place(0, 0), text="Andere tekst")
        .draft
    )


def with_moved_design() -> Draft:
    milestones = (DraftMilestone("Ontwerp", MARCH),)
    return Mending(a_draft()).mended(Place(1, 1), calendar="Ontwerp: maart 2027", milestones=milestones).draft


def test_revising_replaces_the_facts_and_notes_old_and_new(stored: Engine) -> None:
    update(stored, with_facts())
    action = found(stored, "1.1")
    part = action.recommendation
    assert (part.response.subject, part.answer, action.text) == ("Water", "Niet akkoord.", "Andere tekst")
    assert (part.acceptance, part.acceptance_reason) == (Acceptance.REJECTED, "te duur")
    version = "nieuwe versie van het document"
    assert lines(stored) == [
        (Fact.SUBJECT, "Klimaat en migratie", "Water", version, "An"),
        (Fact.ANSWER, "Akkoord.", "Niet akkoord.", version, "An"),
        (Fact.ACCEPTANCE, "accepted", "rejected\nte duur", version, "An"),
        (Fact.ACTION_TEXT, "Wat actie 1.1 vraagt", "Andere tekst", version, "An"),
    ]


def test_revising_a_second_time_changes_nothing(stored: Engine) -> None:
    update(stored, with_facts())
    assert revision_of(stored, with_facts()).is_empty


def test_revising_facts_is_no_discussion_and_no_gesture(stored: Engine) -> None:
    moment_id = opened_moment(stored)
    update(stored, with_facts())
    with read_only(stored) as session:
        in_round, known = changes(session, moment_id=moment_id), actions(session)
    assert outcomes(known, in_round) == {}
    assert gestures(in_round, {}) == ()


def test_revising_leaves_an_earlier_moment_in_its_own_words(stored: Engine) -> None:
    update(stored, with_facts())
    with read_only(stored) as session:
        [document] = moments(session)
        journal = changes(session)
    action = found(stored, "1.1")
    assert action_as_of(action, journal, document).text == "Wat actie 1.1 vraagt"
    before = as_of(action.recommendation, journal, document)
    assert (before.answer, before.acceptance, before.acceptance_reason) == ("Akkoord.", Acceptance.ACCEPTED, "")


def test_revising_moves_a_deadline_that_keeps_its_first_date(stored: Engine) -> None:
    update(stored, with_moved_design())
    design = found(stored, "2.2").milestones[0]
    assert (design.period, design.first_period) == (MARCH, DECEMBER)
    assert lines(stored)[-1][3] == "nieuwe versie van het document"
    assert [milestone.label for milestone in found(stored, "2.2").milestones] == ["Ontwerp", "In uitvoering"]


def test_revising_writes_news_into_the_open_moment(stored: Engine) -> None:
    moment_id = opened_moment(stored)
    draft = (
        Mending(a_draft())
        .mended(Place(0, 0), status=Status.COMPLETED, comment="Klaar.", responsible="Bert", responsibles=("Bert",))
        .with_new_action(1)
        .mended(Place(1, 2), number="2.3", text="Nieuw", status=Status.ONGOING, comment="Loopt.")
        .draft
    )
    part = replace(a_draft().recommendations[0], number="3", title="Derde", actions=(a_draft_action("3.1"),))
    update(stored, replace(draft, recommendations=(*draft.recommendations, part)))
    first, new, newest = (found(stored, number) for number in ("1.1", "2.3", "3.1"))
    assert [(report.moment.id, report.status, report.comment) for report in first.reports[1:]] == [
        (moment_id, Status.COMPLETED, "Klaar.")
    ]
    assert first.responsibles == ("Bert",)
    assert [(report.moment.id, report.comment) for report in new.reports] == [(moment_id, "Loopt.")]
    assert (newest.recommendation.title, newest.responsibles) == ("Derde", ("Directeur M&O", "MEAL-coördinator"))
    with read_only(stored) as session:
        became = outcomes(actions(session), changes(session, moment_id=moment_id))
    assert became[first.id] == Outcome.CHANGED


def test_revising_adds_a_milestone_of_a_changed_calendar(stored: Engine) -> None:
    opened_moment(stored)
    milestones = (DraftMilestone("Overleg met de ngo-federatie", None), DraftMilestone("Evaluatie", MARCH))
    update(stored, Mending(a_draft()).mended(Place(1, 0), calendar="Overleg; Evaluatie", milestones=milestones).draft)
    assert [(one.label, one.period) for one in found(stored, "2.1").milestones] == [
        ("Overleg met de ngo-federatie", None),
        ("Evaluatie", MARCH),
    ]


def test_revising_news_without_an_open_moment_writes_nothing(stored: Engine) -> None:
    draft = Mending(with_facts()).mended(Place(1, 0), status=Status.ONGOING, comment="Loopt.").draft
    with pytest.raises(NoOpenMoment):
        update(stored, draft)
    assert lines(stored) == []
    assert found(stored, "1.1").text == "Wat actie 1.1 vraagt"


def test_revising_an_action_that_was_saved_meanwhile_writes_nothing(stored: Engine) -> None:
    moment_id, action = opened_moment(stored), found(stored, "1.1")
    revision = revision_of(stored, with_facts())
    edit = Edit(Status.ONGOING, "Van Bert.", {}, ())
    with transaction(stored) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=moment_id, edit=edit, author="Bert", at=NOW)
    with pytest.raises(EditConflict):
        apply(stored, revision)
    assert found(stored, "1.1").recommendation.response.subject == "Klimaat en migratie"


def test_revising_twice_from_one_screen_is_told(stored: Engine) -> None:
    revision = revision_of(stored, Mending(a_draft()).mended(Place(), subject="Water").draft)
    other = revision_of(stored, Mending(a_draft()).mended(Place(), subject="Lucht").draft)
    apply(stored, revision)
    with pytest.raises(NotAsItWas):
        apply(stored, other)


def test_revising_does_not_add_what_somebody_added_meanwhile(stored: Engine) -> None:
    opened_moment(stored)
    draft = Mending(a_draft()).with_new_action(0).mended(Place(0, 1), number="1.2", text="Nieuw").draft
    revision = revision_of(stored, draft)
    apply(stored, revision)
    with pytest.raises(NotAsItWas):
        apply(stored, revision)


def test_taking_back_an_older_move_is_refused_after_a_new_version(stored: Engine) -> None:
    moment_id, action = opened_moment(stored), found(stored, "2.2")
    edit = Edit(None, "", {}, (Move(action.milestones[0].id, APRIL, "druk"),))
    with transaction(stored) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=moment_id, edit=edit, author="Bert", at=NOW)
    update(stored, with_moved_design())
    with read_only(stored) as session:
        [gesture] = gestures(changes(session, moment_id=moment_id), {})
    line_ids = {line.id for line in gesture.lines}
    with pytest.raises(NotAsItWas), transaction(stored) as session:
        take_back(session, moment_id=moment_id, line_ids=line_ids, author="Bert", at=NOW)
    assert found(stored, "2.2").milestones[0].period == MARCH
