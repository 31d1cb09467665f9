"""Actions and milestones that come to be in a round: since when they are there, and what the past knows of them."""

from datetime import date

import pytest
from drafts import DECEMBER, NOW, TODAY, a_draft, a_draft_action, found, opened_moment, store, with_number

from mrdb.domain.comparison import action_as_of, compare, is_known_at
from mrdb.domain.decisions import decisions
from mrdb.domain.draft import DraftMilestone
from mrdb.domain.errors import MomentClosed, MomentNotForAction, NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.rewind import gestures
from mrdb.domain.status import Status
from mrdb.domain.year import Figure, year_figures
from mrdb.store.adding import add_action, add_milestone
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.journal import Journal
from mrdb.store.moments import close_moment, open_moment
from mrdb.store.queries import actions, changes, moments
from mrdb.store.rounds import round_at
from mrdb.text.decision_list import decision_list
from mrdb.text.history import new_in_words, old_in_words, what_changed
from mrdb.text.labels import EMPTY
from mrdb.text.report import calendar_notes

NEW = a_draft_action("2.3", DraftMilestone("Nota", DECEMBER), status=Status.ONGOING, comment="Begonnen.")
PROOF = DraftMilestone("Eerste proef", DECEMBER)


@pytest.fixture
def moment_id(database: Engine) -> int:
    store(database, a_draft())
    return opened_moment(database)


def added(database: Engine, moment_id: int, under: str = "2.1") -> None:
    recommendation = found(database, under).recommendation
    with transaction(database) as session:
        add_action(Journal(session, "An", NOW, "a.xlsx", moment_id=moment_id), recommendation, NEW)


def added_milestone(
    database: Engine,
    moment_id: int,
    reached_on: date | None = None,
    milestone: DraftMilestone = PROOF,
) -> None:
    with transaction(database) as session:
        journal = Journal(session, "An", NOW, moment_id=moment_id)
        add_milestone(journal, found(database, "2.2").id, milestone, reached_on)


def test_added_action_is_whole_and_its_file_stands_in_the_history(database: Engine, moment_id: int) -> None:
    added(database, moment_id)
    action = found(database, "2.3")
    assert (action.text, action.calendar, action.responsibles) == (NEW.text, NEW.calendar, NEW.responsibles)
    assert [(one.label, one.period) for one in action.milestones] == [("Nota", DECEMBER)]
    assert [(report.status, report.comment) for report in action.reports] == [(Status.ONGOING, "Begonnen.")]
    with read_only(database) as session:
        lines = changes(session, action.id)
    assert [(line.fact, line.new, line.source) for line in lines][-1] == (Fact.ADDED, NEW.text, "a.xlsx")


def test_added_action_is_unknown_to_the_moment_before(database: Engine, moment_id: int) -> None:
    added(database, moment_id)
    with read_only(database) as session:
        newest, first = moments(session)
        known, journal = actions(session), changes(session)
    action = next(action for action in known if action.number == "2.3")
    assert (is_known_at(action, first), is_known_at(action, newest)) == (False, True)
    comparison = compare(known, journal, first, newest)
    assert [action.number for action in comparison.added] == ["2.3"]
    assert "2.3" not in {one.new.number for one in (*comparison.changed, *comparison.unchanged)}
    assert "2.3" not in {action.number for action in year_figures(known, journal, 2025, TODAY)[Figure.DUE]}


def test_added_milestone_stands_last_and_was_not_there_before(database: Engine, moment_id: int) -> None:
    added_milestone(database, moment_id, reached_on=TODAY)
    action = found(database, "2.2")
    assert [(one.label, one.reached_on) for one in action.milestones] == [
        ("Ontwerp", None),
        ("In uitvoering", None),
        ("Eerste proef", TODAY),
    ]
    with read_only(database) as session:
        newest, first = moments(session)
        journal = changes(session)
        comparison = compare(actions(session), journal, first, newest)
    assert [one.label for one in action_as_of(action, journal, first).milestones] == ["Ontwerp", "In uitvoering"]
    (changed,) = comparison.changed
    assert [(one.fact, one.new) for one in changed.differences] == [(Fact.ADDED, DECEMBER.code())]
    line = next(line for line in journal if line.fact == Fact.ADDED)
    assert (what_changed(line), new_in_words(line)) == ("Toegevoegd – Eerste proef", "dec 2026")


def test_added_milestone_without_a_date_is_confirmed_by_nobody(database: Engine, moment_id: int) -> None:
    with transaction(database) as session:
        journal = Journal(session, "An", NOW, moment_id=moment_id)
        add_milestone(journal, found(database, "2.2").id, DraftMilestone("Proef", None), None)
    with read_only(database) as session:
        (line, *_) = changes(session)
    assert (what_changed(line), old_in_words(line), new_in_words(line)) == ("Toegevoegd – Proef", "", EMPTY)


def test_what_was_added_is_a_decision_and_no_gesture_to_take_back(database: Engine, moment_id: int) -> None:
    added(database, moment_id)
    added_milestone(database, moment_id)
    with read_only(database) as session:
        round_ = round_at(session, moment_id)
    text = decision_list(decisions(round_))
    assert f"Actie 2.3: {NEW.text} ({NEW.responsible}) – nieuwe actie. Gestart. Begonnen." in text
    assert "nieuwe mijlpaal ‘Eerste proef’, tegen 31 dec 2026." in text
    assert all(line.fact != Fact.ADDED for gesture in gestures(round_.lines, {}) for line in gesture.lines)


def test_nothing_is_added_to_a_closed_moment_or_one_of_another_document(database: Engine, moment_id: int) -> None:
    with transaction(database) as session:
        close_moment(session, moment_id, "An", NOW)
    with pytest.raises(MomentClosed):
        added(database, moment_id)
    store(database, a_draft("b" * 64))
    with transaction(database) as session:
        other = max(action.recommendation.response.id for action in actions(session))
        of_other = open_moment(session, day=TODAY, title="", response_ids=[other], author="An", at=NOW)
    with pytest.raises(MomentNotForAction):
        added(database, of_other)
    with read_only(database) as session:
        assert "2.3" not in {action.number for action in actions(session)}


@pytest.mark.parametrize("under", ["2.1", "1.1"])
def test_action_that_somebody_added_meanwhile_is_not_added_again(database: Engine, moment_id: int, under: str) -> None:
    added(database, moment_id)
    with pytest.raises(NotAsItWas):
        added(database, moment_id, under)
    with read_only(database) as session:
        assert [action.number for action in actions(session)] == ["1.1", "2.1", "2.2", "2.3"]


def test_action_of_another_document_may_have_the_same_number(database: Engine, moment_id: int) -> None:
    store(database, with_number(a_draft("b" * 64), "2.2", "2.3"))
    added(database, moment_id)
    with read_only(database) as session:
        assert [action.number for action in actions(session)].count("2.3") == 2


def test_milestone_that_is_there_is_not_added_again(database: Engine, moment_id: int) -> None:
    added_milestone(database, moment_id)
    with pytest.raises(NotAsItWas):
        added_milestone(database, moment_id, milestone=DraftMilestone("EERSTE  proef.", DECEMBER))
    added_milestone(database, moment_id, milestone=DraftMilestone("Eerste proef", None))
    assert [one.label for one in found(database, "2.2").milestones][2:] == ["Eerste proef", "Eerste proef"]


def test_what_was_added_says_since_when_in_the_report(database: Engine, moment_id: int) -> None:
    added(database, moment_id)
    added_milestone(database, moment_id)
    assert list(calendar_notes(found(database, "2.3"), ())) == ["toegevoegd op 23 nov 2026"]
    assert list(calendar_notes(found(database, "2.2"), ())) == ["Eerste proef: dec 2026, toegevoegd op 23 nov 2026"]
