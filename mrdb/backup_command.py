"""``python -m mrdb init | backup | restore | check``: the same as the page Beheer, and what a timer calls."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from errno import ENOENT
from pathlib import Path

from mrdb import safekeeping
from mrdb.domain.backups import Contents, Keep, keep_from
from mrdb.domain.errors import MrdbError
from mrdb.startup import chosen_database, open_and_upgrade
from mrdb.store.backup import contents, made_at, present_contents
from mrdb.store.checking import check
from mrdb.store.database import Engine, file_of, known_revisions
from mrdb.text import backup as words

WELL, NOT_WELL = 0, 1
"""Exit statuses."""


def add_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    init = commands.add_parser("init", help="make a new database where MRDB_DATABASE_URL says; one that is there stays")
    init.set_defaults(command=_init)
    back_up = commands.add_parser("backup", help="make a whole copy of the database, also while people work")
    back_up.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="a file or folder; without it the folder MRDB_BACKUPS"
    )
    back_up.add_argument(
        "--keep",
        type=_keep,
        metavar="7d,4w,12m",
        help="remove the older copies in that folder but for the newest of each of so many days, weeks and months",
    )
    back_up.set_defaults(command=_back_up)
    restore = commands.add_parser(
        "restore", help="put a copy in the place of the database, which is set aside first; the app may run"
    )
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.set_defaults(command=_restore)
    looking = commands.add_parser(
        "check", help="tell whether the database is whole", epilog="Exit status: 0 it is, 1 it is not, 2 unreadable."
    )
    looking.set_defaults(command=_check)


def _keep(text: str) -> Keep:
    try:
        return keep_from(text)
    except ValueError:
        raise ArgumentTypeError("days, weeks and months look like 7d,4w,12m") from None


def _init(_: Namespace) -> int:
    database = open_and_upgrade(may_make=True)
    print(words.initialised(str(database.url.database or database.url.render_as_string())))
    database.dispose()
    return WELL


def _back_up(parsed: Namespace) -> int:
    if parsed.file and not parsed.file.suffix and not parsed.file.is_dir():
        # A disk that is not there: a file of its name would be overwritten by each next backup.
        raise FileNotFoundError(ENOENT, "no such folder", str(parsed.file))
    database = chosen_database()
    made = safekeeping.back_up(database, parsed.file)
    print(words.made(made, safekeeping.thin_out(database, parsed.keep) if parsed.keep else 0))
    return WELL


def _restore(parsed: Namespace) -> int:
    database = chosen_database()
    table = words.side_by_side(contents(parsed.file), made_at(parsed.file), _present(database))
    for name, in_file, now in [("", words.IN_FILE, words.IN_USE), *table]:
        print(f"{name:<28}{in_file:<40}{now}")
    print(words.restored(safekeeping.put_back(database, parsed.file)))
    database.dispose()
    return WELL


def _present(database: Engine) -> Contents | None:
    """None where it cannot be read: then most of all one wants to put a copy back."""
    try:
        return present_contents(database)
    except MrdbError:
        return None


def _check(_: Namespace) -> int:
    database = chosen_database()
    found = check(database)
    print(file_of(database))
    for name, said, is_well in words.checkup(found, known_revisions()[0]):
        print(f"{'  ' if is_well else '! '}{name:<32}{said}")
    for line in found.damage:
        print(f"    {line}")
    print(words.ALL_WELL if found.is_well else words.SOMETHING_WRONG)
    database.dispose()
    return WELL if found.is_well else NOT_WELL
