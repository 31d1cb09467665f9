"""The store refuses what a role may not do, also where an old screen or a program of one's own still offers it."""

import ast
import inspect
from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from drafts import NOW, TODAY, a_draft, found, opened_moment, store
from serving import ROOT

from mrdb import store as package
from mrdb.domain.edit import Edit
from mrdb.domain.errors import NotAllowed
from mrdb.domain.people import Identity, Role
from mrdb.domain.response import Agreement
from mrdb.domain.status import Status
from mrdb.store.agreements import finish_agreement
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.people import add_person, answer_from, answer_until, sign_in, withdraw
from mrdb.store.queries import changes
from mrdb.store.writing import save_edit

READING = {
    "adding.has_number",
    "guards.known_action",
    "guards.known_actions",
    "importing.response_with",
    "keys.followed",
    "keys.key_with",
    "keys.keys",
    "mentions.mentions",
    "mentions.survey",
    "moving.move",
    "people.has_people",
    "people.people",
    "people.person_to_view",
    "people.person_with",
    "people.visits",
    "privacy.found",
    "privacy.known_as",
    "privacy.names",
    "privacy.people_called",
    "putting_away.put_away",
    "reminders.due_reminders",
    "reviews.file_of",
    "reviews.known_words",
    "reviews.state_of",
    "reviews.unfinished",
    "rights.person_in",
    "rounds.all_minutes",
    "rounds.round_at",
    "snapshot.present",
    "years.publications",
}
"""And all of ``queries`` and ``fresh``."""
ASKING = {"rights.allow", "rights.allow_edit", "rights.allow_own"}
PARTS = {
    "adding.add_action",
    "adding.add_milestone",
    "adding.put_action",
    "adding.put_milestone",
    "adding.put_row",
    "guards.check_moment",
    "guards.hold_open",
    "guards.take_version",
    "importing.add_recommendation",
    "moments.add_moment",
    "values.add_report",
    "values.put",
    "values.put_names",
    "values.put_report",
    "values.report_place",
    "values.write",
    "writing.put_edit",
    "writing.write_edit",
}
"""Of what asks: nothing outside the store takes them."""
FOR_ALL = {
    "people.sign_in",
    "people.note_visit",
    "people.note_seen",
    "keys.revoke_key",
    "keys.note_reading",
    "reminders.note_told",
}
"""Whoever signs in is nobody yet; what a reader takes along is told too, and what he or she has seen is noted. A key
that is not there is revoked; what was mailed, and that a program read, no person writes."""


def writers() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function of the store that takes a session, or a journal, but for those above."""
    known = READING | ASKING | PARTS | FOR_ALL
    for module in iter_modules(package.__path__):
        if module.ispkg or module.name in {"queries", "fresh", "database"}:
            continue
        loaded = import_module(f"{package.__name__}.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            is_own = function.__module__ == loaded.__name__ and not name.startswith("_")
            full = f"{module.name}.{name}"
            if is_own and full not in known and {"session", "journal"} & set(inspect.signature(function).parameters):
                yield full, function


WRITERS = dict(writers())


@pytest.fixture
def moment_id(database: Engine) -> int:
    store(database, a_draft())
    return opened_moment(database)


def known_as(database: Engine, role: Role, about: str = "") -> int:
    with transaction(database) as session:
        person = add_person(session, f"{role.value}@example.org", role, author="mrdb", at=NOW)
        if about:
            answer_from(session, person.id, about, TODAY, name=about, author="mrdb", at=NOW)
        return person.id


@pytest.mark.parametrize("name", WRITERS)
def test_a_reader_can_write_nothing(database: Engine, moment_id: int, name: str) -> None:
    reader, action = known_as(database, Role.READER), found(database, "2.1")
    given: dict[str, Any] = {
        "action": action,
        "action_id": action.id,
        "at": NOW,
        "edit": Edit(),
        "line_ids": _of_an_edit(database, moment_id),
        "moment_id": moment_id,
        "versions": {action.id: action.version},
    }
    function = WRITERS[name]
    asked = [one for one in inspect.signature(function).parameters.values() if one.name != "session"]
    named = {one.name: given.get(one.name) for one in asked if one.default is one.empty}
    with pytest.raises(NotAllowed), transaction(database, by=reader) as session:
        function(session=session, **named)


def _of_an_edit(database: Engine, moment_id: int) -> list[int]:
    with transaction(database) as session:
        _report(session, found(database, "1.1"), moment_id)
    with read_only(database) as session:
        return [line.id for line in changes(session, moment_id=moment_id) if line.action_id]


def _report(session: Any, action: Any, moment_id: int) -> None:
    edit = Edit(Status.ONGOING, "Bezig", agreement=Agreement("Nagaan", "", None))
    save_edit(session, action_id=action.id, version=action.version, moment_id=moment_id, edit=edit, author="An", at=NOW)


def test_the_walk_knows_the_writers_it_is_for() -> None:
    assert {"writing.save_edit", "moments.open_moment", "people.change_role", "reviews.learn"} < set(WRITERS)


def test_nothing_outside_the_store_writes_by_its_parts() -> None:
    files = [ROOT / "app.py", *ROOT.glob("pages/*.py"), *ROOT.glob("mrdb/**/*.py")]
    for file in (one for one in files if Path("mrdb/store") not in one.relative_to(ROOT).parents):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mrdb.store."):
                taken = {f"{str(node.module).removeprefix('mrdb.store.')}.{one.name}" for one in node.names}
                assert not taken & PARTS, file


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.STEERING])
def test_a_director_and_a_steering_group_write_of_their_own_actions_until_they_hand_over(
    database: Engine, moment_id: int, role: Role
) -> None:
    person = known_as(database, role, "Directeur M&O")
    with transaction(database, by=person) as session:
        _report(session, found(database, "2.1"), moment_id)
    agreed = found(database, "2.1").agreements[0]
    with transaction(database, by=person) as session:
        finish_agreement(session, action_id=found(database, "2.1").id, code=agreed.code(), author="An", at=NOW)
        answering = session.connection().exec_driver_sql("SELECT id FROM answering").scalar_one()
    with transaction(database) as session:
        answer_until(session, answering, TODAY - timedelta(days=1), name="", author="mrdb", at=NOW)
    with pytest.raises(NotAllowed), transaction(database, by=person) as session:
        _report(session, found(database, "2.2"), moment_id)
    assert [report.author for report in found(database, "2.1").reports] == ["An"]


def test_a_secretary_writes_until_the_access_is_withdrawn(database: Engine, moment_id: int) -> None:
    secretary = known_as(database, Role.SECRETARY)
    with transaction(database, by=secretary) as session:
        _report(session, found(database, "2.1"), moment_id)
        add_person(session, "iemand@example.org", Role.SECRETARY, author="An", at=NOW)
        sign_in(session, Identity("iemand", "Iemand", "iemand@example.org"), NOW)  # so that there is another one
    with transaction(database) as session:
        withdraw(session, secretary, author="mrdb", at=NOW)
    with pytest.raises(NotAllowed), transaction(database, by=secretary) as session:
        _report(session, found(database, "2.2"), moment_id)
