"""What is prepared between two moments waits for the next one: in the journal alone, and in nothing that counts."""

from datetime import timedelta

import pytest
from drafts import NOW, TODAY, a_draft, found, opened_moment, store

from mrdb.domain.decisions import decisions
from mrdb.domain.edit import Edit
from mrdb.domain.errors import EditConflict, IncompleteEdit, Lack, MrdbError, NotAllowed, PreparedTooLate
from mrdb.domain.followup import current_status
from mrdb.domain.meeting import agenda, confirmable
from mrdb.domain.people import Answering, Person, Role
from mrdb.domain.reminders import reminders
from mrdb.domain.rewind import gestures
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import close_moment
from mrdb.store.people import add_person, answer_from
from mrdb.store.queries import actions, changes, management_responses, open_moment
from mrdb.store.rounds import round_at
from mrdb.store.undoing import take_back
from mrdb.store.writing import confirm_unchanged, prepare, save_edit
from mrdb.text.history import new_in_words, old_in_words, what_changed

DRAFT, LATER = "Het ontwerp ligt voor.\n\n• met de begroting", NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def document(database: Engine) -> None:
    store(database, a_draft())


def prepared(
    database: Engine, status: Status | None, comment: str = "", *, author: str = "An", by: int | None = None
) -> None:
    """As the form of 2.1 does it that was opened just now."""
    action = found(database, "2.1")
    with transaction(database, by=by) as session:
        prepare(
            session,
            action_id=action.id,
            version=action.version,
            status=status,
            comment=comment,
            author=author,
            at=NOW,
        )


def waits(database: Engine) -> tuple[Status, str, str] | None:
    one = found(database, "2.1").prepared
    return (one.status, one.comment, one.author) if one else None


def told(database: Engine) -> list[tuple[str, str, str]]:
    """The journal of 2.1 as people read it, the newest line first."""
    with read_only(database) as session:
        lines = changes(session, found(database, "2.1").id)
    return [(what_changed(line), old_in_words(line), new_in_words(line)) for line in lines]


def report(database: Engine, moment_id: int, edit: Edit) -> None:
    action = found(database, "2.1")
    with transaction(database) as session:
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment_id,
            edit=edit,
            author="Zoë",
            at=LATER,
        )


def confirm(database: Engine, moment_id: int) -> None:
    action = found(database, "2.1")
    with transaction(database) as session:
        confirm_unchanged(session, versions={action.id: action.version}, moment_id=moment_id, author="Zoë", at=LATER)


def test_what_is_prepared_is_no_report_and_the_journal_keeps_each_version(database: Engine) -> None:
    before = found(database, "2.1")
    prepared(database, Status.ONGOING, f" {DRAFT} ")
    assert waits(database) == (Status.ONGOING, DRAFT, "An")
    action = found(database, "2.1")
    assert (action.reports, action.discussed, current_status(action)) == (before.reports, before.discussed, None)
    prepared(database, Status.ONGOING, DRAFT, author="Bert")  # the same once more leaves no trace
    assert waits(database) == (Status.ONGOING, DRAFT, "An")
    prepared(database, Status.NOT_STARTED, author="Bert")
    prepared(database, None, author="Bert")
    assert waits(database) is None
    assert told(database)[:3] == [
        ("Voorbereiding", "Niet gestart", "ingetrokken"),
        ("Voorbereiding", f"Lopende – {DRAFT}", "Niet gestart"),
        ("Voorbereiding", "", f"Lopende – {DRAFT}"),
    ]


def test_of_two_who_prepare_the_same_action_the_second_is_told(database: Engine) -> None:
    seen = found(database, "2.1")
    prepared(database, Status.ONGOING, "Van An.")
    with pytest.raises(EditConflict), transaction(database) as session:
        prepare(
            session,
            action_id=seen.id,
            version=seen.version,
            status=Status.ONGOING,
            comment="Van Bert.",
            author="Bert",
            at=NOW,
        )
    assert waits(database) == (Status.ONGOING, "Van An.", "An")


@pytest.mark.parametrize(
    ("status", "lack"),
    [(Status.COMPLETED, Lack.COMMENT_WHEN_COMPLETED), (Status.DROPPED, Lack.REASON_WHEN_DROPPED)],
)
def test_what_is_prepared_follows_the_rule_of_what_is_closed(database: Engine, status: Status, lack: Lack) -> None:
    with pytest.raises(IncompleteEdit) as told:
        prepared(database, status, " ")
    assert told.value.lacks == (lack,)
    prepared(database, status, "Het budget is er niet.")
    assert waits(database) == (status, "Het budget is er niet.", "An")


@pytest.mark.parametrize(
    ("role", "is_open", "refused"),
    [
        (Role.SECRETARY, False, None),
        (Role.DIRECTOR, False, None),
        (Role.STEERING, False, NotAllowed),
        (Role.READER, False, NotAllowed),
        (Role.DIRECTOR, True, PreparedTooLate),
    ],
)
def test_who_may_prepare_and_when(database: Engine, role: Role, is_open: bool, refused: type[MrdbError] | None) -> None:
    with transaction(database) as session:
        person = add_person(session, "iemand@example.org", role, author="mrdb", at=NOW)
        answer_from(session, person.id, "Directeur M&O", TODAY, name="", author="mrdb", at=NOW)
    if is_open:
        opened_moment(database)
    if refused is None:
        prepared(database, Status.ONGOING, DRAFT, by=person.id)
    else:
        with pytest.raises(refused):
            prepared(database, Status.ONGOING, DRAFT, by=person.id)
    assert (waits(database) is None) == (refused is not None)


@pytest.mark.parametrize("way", ["taken over", "said otherwise", "confirmed"])
def test_the_first_word_in_a_moment_ends_it_and_taking_that_back_gives_it_back(database: Engine, way: str) -> None:
    prepared(database, Status.ONGOING, DRAFT)
    moment_id, before = opened_moment(database), found(database, "2.1").prepared
    match way:
        case "taken over":
            report(database, moment_id, Edit(Status.ONGOING, DRAFT))
        case "said otherwise":
            report(database, moment_id, Edit(Status.NOT_STARTED))
        case "confirmed":
            confirm(database, moment_id)
    assert waits(database) is None
    assert ("Voorbereiding", f"Lopende – {DRAFT}", "besproken") in told(database)[:3]
    with read_only(database) as session:
        found_ = round_at(session, moment_id)
        decided = [one.fact.value for decision in decisions(found_) for one in decision.settled]
        (gesture,) = gestures(found_.lines, {})
    assert set(decided) <= {"status", "comment"}
    with transaction(database) as session:
        take_back(session, moment_id=moment_id, line_ids=[one.id for one in gesture.lines], author="Zoë", at=LATER)
    action = found(database, "2.1")
    assert (action.prepared, action.reports, action.discussed) == (before, (), ())
    assert ("Ongedaan gemaakt: voorbereiding", "", f"Lopende – {DRAFT}") in told(database)[:3]
    report(database, moment_id, Edit(Status.ONGOING, DRAFT))
    report(database, moment_id, Edit(Status.ONGOING, "Nog iets."))
    assert waits(database) is None


def test_what_is_prepared_is_never_confirmed_together_and_comes_up_also_where_the_action_was_closed(
    database: Engine,
) -> None:
    first = opened_moment(database)
    report(database, first, Edit(Status.COMPLETED, "Klaar."))
    with transaction(database) as session:
        close_moment(session, first, "An", LATER)
    prepared(database, Status.ONGOING, "Toch nog niet helemaal.")
    second = opened_moment(database)
    with read_only(database) as session:
        round_ = round_at(session, second)
    items = agenda(round_, TODAY)
    assert {item.action.number for item in items} == {"1.1", "2.1", "2.2"}
    assert [action.number for action in confirmable(round_.moment, items, TODAY)] == ["1.1"]


def test_what_did_not_come_up_waits_for_the_moment_after(database: Engine) -> None:
    prepared(database, Status.ONGOING, DRAFT)
    moment_id = opened_moment(database)
    with read_only(database) as session:
        left = {action.id: action.number for action in round_at(session, moment_id).actions}
    with transaction(database) as session:
        close_moment(session, moment_id, "An", LATER, not_discussed=left)
    assert waits(database) == (Status.ONGOING, DRAFT, "An")


def test_what_is_prepared_is_not_asked_for_again(database: Engine) -> None:
    prepared(database, Status.ONGOING, DRAFT)
    opened_moment(database)
    with read_only(database) as session:
        known = actions(session)
        (document,) = management_responses(session)
        moment = open_moment(session, document.id)
    assert moment is not None
    answers = (Answering(1, document.id, TODAY, None),)
    person = Person(1, "Els", "els@example.org", Role.DIRECTOR, "els", False, None, answers)
    asked = [one.action.number for one in reminders(person, known, {document.id: moment}, TODAY, ())]
    assert asked == ["1.1", "2.2"]
