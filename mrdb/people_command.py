"""``python -m mrdb person add | role | withdraw | list``: who may come in, before anybody can on the page Beheer."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable

from mrdb.clock import now
from mrdb.domain.errors import NotThere
from mrdb.domain.people import Person, Role
from mrdb.startup import open_and_upgrade
from mrdb.store.database import Session, read_only, transaction
from mrdb.store.people import add_person, change_role, people, withdraw
from mrdb.text import command
from mrdb.text import people as words

DONE = 0


def add_person_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    person = commands.add_parser("person", help="who may sign in: add, role, withdraw, list")
    ways = person.add_subparsers(required=True, metavar="WAY")
    for name, way, help_ in (
        ("add", _add, "let somebody in, as soon as he or she signs in with this address"),
        ("role", _role, "give somebody another role"),
        ("withdraw", _withdraw, "let somebody in no longer"),
    ):
        parser = ways.add_parser(name, help=help_)
        parser.add_argument("email", metavar="E-MAIL")
        if way is not _withdraw:
            parser.add_argument("--role", required=True, choices=[role.value for role in Role])
        parser.set_defaults(command=way)
    listing = ways.add_parser("list", help="print everybody")
    listing.set_defaults(command=_list)


def _add(parsed: Namespace) -> int:
    with transaction(open_and_upgrade()) as session:
        add_person(session, parsed.email, Role(parsed.role), author=command.AUTHOR, at=now())
    print(words.ADDED)
    return DONE


def _role(parsed: Namespace) -> int:
    return _changed(
        parsed.email,
        lambda session, one: change_role(session, one.id, Role(parsed.role), author=command.AUTHOR, at=now()),
        words.ROLE_CHANGED,
    )


def _withdraw(parsed: Namespace) -> int:
    return _changed(
        parsed.email,
        lambda session, one: withdraw(session, one.id, author=command.AUTHOR, at=now()),
        words.WITHDRAWN_NOW,
    )


def _changed(email: str, change: Callable[[Session, Person], None], said: str) -> int:
    with transaction(open_and_upgrade()) as session:
        found = [one for one in people(session) if one.email == email.strip().casefold()]
        if not found:
            raise NotThere
        for one in found:
            change(session, one)
    print(said)
    return DONE


def _list(_: Namespace) -> int:
    with read_only(open_and_upgrade()) as session:
        for one in people(session):
            print(f"{one.email:<40}{words.role_of(one):<34}{one.name}")
    return DONE
