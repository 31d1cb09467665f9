"""Who is let in: what a sign-in service says, what the list of people makes of it, and who may leave."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from drafts import a_draft, store

from mrdb.domain.errors import LastSecretary, PersonKnown
from mrdb.domain.people import Person, Role, identity
from mrdb.store.backup import back_up, restore
from mrdb.store.database import Engine, open_database, read_only, transaction, upgrade
from mrdb.store.people import (
    add_person,
    answer_from,
    change_role,
    note_seen,
    people,
    person_with,
    sign_in,
    visits,
    withdraw,
)
from mrdb.store.queries import management_responses, newest_line

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
AN = {"iss": "https://id.example.org", "sub": "1", "name": "An Peeters", "email": "An@Example.org"}


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    made = open_database(f"sqlite:///{tmp_path / 'mrdb.sqlite3'}")
    upgrade(made)
    return made


def signed_in(engine: Engine, first_secretary: str = "", **claims: Any) -> Person | None:
    who = identity({**AN, **claims})
    assert who is not None
    with transaction(engine) as session:
        return sign_in(session, who, AT, first_secretary=first_secretary)


@pytest.mark.parametrize(
    ("claims", "email", "roles"),
    [
        ({}, "an@example.org", ()),
        ({"email_verified": True}, "an@example.org", ()),
        ({"email_verified": False}, "", ()),
        ({"email_verified": "false"}, "", ()),
        ({"email": None, "preferred_username": "an@example.org"}, "", ()),
        (
            {"iss": "https://login.microsoftonline.com/x/v2.0", "email": "", "preferred_username": "an@example.org"},
            "an@example.org",
            (),
        ),
        ({"roles": ["lezer", "secretaris"]}, "an@example.org", (Role.SECRETARY, Role.READER)),
        ({"roles": "onderdirecteur-secretarisgeneraal"}, "an@example.org", ()),
        ({"roles": ["baas"], "groups": ["secretaris"]}, "an@example.org", ()),
    ],
)
def test_identity_is_what_the_service_vouches_for(claims: dict[str, Any], email: str, roles: tuple[Role, ...]) -> None:
    who = identity({**AN, **claims})
    assert who is not None
    assert (who.email, who.roles) == (email, roles)


def test_nobody_becomes_secretary_by_being_first(engine: Engine) -> None:
    assert signed_in(engine) is None
    assert signed_in(engine, "bert@example.org") is None
    first = signed_in(engine, "AN@example.org")
    assert first is not None
    assert first.role == Role.SECRETARY
    assert signed_in(engine, "eve@example.org", sub="3", email="eve@example.org") is None


def test_who_marries_stays_the_same_person_and_an_address_binds_once(engine: Engine) -> None:
    with transaction(engine) as session:
        add_person(session, "an@example.org", Role.DIRECTOR, author="Els", at=AT)
        with pytest.raises(PersonKnown):
            add_person(session, "AN@example.org ", Role.READER, author="Els", at=AT)
    known = signed_in(engine)
    married = signed_in(engine, name="An Claes", email="an.claes@example.org")
    assert known is not None
    assert married is not None
    assert (married.id, married.name, married.email) == (known.id, "An Claes", "an.claes@example.org")
    assert signed_in(engine, sub="2", email="an.claes@example.org") is None


def test_who_was_withdrawn_stays_out_with_any_account(engine: Engine) -> None:
    an = signed_in(engine, roles=["lezer"])
    assert an is not None
    with transaction(engine) as session:
        withdraw(session, an.id, author="Els", at=AT)
        assert person_with(session, "https://id.example.org|1") is None
    assert signed_in(engine, roles=["lezer"]) is None
    assert signed_in(engine, sub="anders", roles=["secretaris"]) is None


def test_who_is_let_in_again_comes_in_with_the_account_of_today(engine: Engine) -> None:
    """The organisation went over to another sign-in service, or made the account anew."""
    with transaction(engine) as session:
        bert = add_person(session, "bert@example.org", Role.READER, author="An", at=AT)
    assert signed_in(engine, sub="b-1", email="bert@example.org")
    assert not signed_in(engine, sub="b-2", email="bert@example.org")
    for is_withdrawn in (True, False):
        with transaction(engine) as session:
            withdraw(session, bert.id, author="An", at=AT, is_withdrawn=is_withdrawn)
    again = signed_in(engine, sub="b-2", email="bert@example.org")
    assert again
    assert again.id == bert.id
    assert not signed_in(engine, sub="b-1", email="bert@example.org")


def test_the_last_secretary_who_ever_came_in_stays(engine: Engine) -> None:
    an = signed_in(engine, "an@example.org")
    assert an is not None
    with transaction(engine) as session:
        add_person(session, "tikfuot@example.org", Role.SECRETARY, author="An", at=AT)
    with transaction(engine) as session, pytest.raises(LastSecretary):
        withdraw(session, an.id, author="An", at=AT)
    with transaction(engine) as session, pytest.raises(LastSecretary):
        change_role(session, an.id, Role.READER, author="An", at=AT)
    with transaction(engine) as session:
        assert [one.role for one in people(session) if not one.is_withdrawn] == [Role.SECRETARY] * 2
        assert [what.value for _, _, what, _ in visits(session)] == ["added", "signed_in"]


def test_a_backup_lets_nobody_in_again(engine: Engine, tmp_path: Path) -> None:
    an = signed_in(engine, roles=["secretaris"])
    bert = signed_in(engine, sub="2", email="b@example.org", roles=["lezer"])
    assert an is not None
    assert bert is not None
    folder = tmp_path / "copies"
    folder.mkdir()
    copy = back_up(engine, folder, version="1", at=AT)
    with transaction(engine) as session:
        withdraw(session, bert.id, author="An", at=AT)
        add_person(session, "els@example.org", Role.DIRECTOR, author="An", at=AT)
    restore(engine, copy, folder, version="1", at=AT)
    with transaction(engine) as session:
        assert [(one.email, one.is_withdrawn) for one in people(session)] == [
            ("an@example.org", False),
            ("b@example.org", True),
            ("els@example.org", False),
        ]
        assert len(visits(session)) == 4


def test_a_backup_makes_nobody_answer_for_what_it_does_not_hold(engine: Engine, tmp_path: Path) -> None:
    an = signed_in(engine, roles=["directeur"])
    assert an is not None
    copy = back_up(engine, tmp_path / "copy.sqlite3", version="1", at=AT)
    store(engine, a_draft())
    with transaction(engine) as session:
        (document,) = management_responses(session)
        for about in (document.id, "Directeur M&O"):
            answer_from(session, an.id, about, AT.date(), name="", author="An", at=AT)
    restore(engine, copy, tmp_path, version="1", at=AT)
    with transaction(engine) as session:
        assert [one.about for person in people(session) for one in person.answers] == ["Directeur M&O"]


def test_who_answers_for_something_is_linked_to_it_once(engine: Engine) -> None:
    an = signed_in(engine, roles=["directeur"])
    assert an is not None
    for days in (0, 0, 1, -1):
        with transaction(engine) as session:
            day = AT.date() + timedelta(days)
            answer_from(session, an.id, "Directeur M&O", day, name="", author="Els", at=AT)
    with read_only(engine) as session:
        assert [one.first.day for person in people(session) for one in person.answers] == [22, 23]


def test_a_backup_hides_nothing_of_what_comes_after_it(engine: Engine, tmp_path: Path) -> None:
    an = signed_in(engine, roles=["directeur"])
    assert an is not None
    store(engine, a_draft())
    copy = back_up(engine, tmp_path / "copy.sqlite3", version="1", at=AT)
    with read_only(engine) as session:
        newest = newest_line(session)
    with transaction(engine, by=an.id) as session:
        note_seen(session, newest + 20)
    restore(engine, copy, tmp_path, version="1", at=AT)
    with read_only(engine) as session:
        assert [one.seen_line for one in people(session)] == [newest]


def test_a_first_secretary_whose_access_was_withdrawn_gets_no_role_on_the_way(engine: Engine) -> None:
    an = signed_in(engine, roles=["lezer"])
    assert an is not None
    with transaction(engine) as session:
        withdraw(session, an.id, author="Els", at=AT)
    assert signed_in(engine, "an@example.org") is None
    with transaction(engine) as session:
        assert [one.role for one in people(session)] == [Role.READER]
