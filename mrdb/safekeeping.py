"""The backups of this installation: where they lie, how old they may be, and one of them put back."""

from pathlib import Path

from mrdb import __version__
from mrdb.clock import now, today
from mrdb.config import Settings
from mrdb.domain.backups import Backup, Keep
from mrdb.domain.days import day_of
from mrdb.store import backup
from mrdb.store.database import Engine, file_of
from mrdb.store.sqlite_file import check_there, told_of


def folder(database: Engine) -> Path:
    """Where the backups lie. Raises DatabaseUnusable for a database that is no file."""
    return Settings.from_environment().backups or file_of(database).with_name("backups")


def back_up(database: Engine, target: Path | None = None) -> Path:
    """Makes one, in the folder unless another place is named. Raises DatabaseUnusable."""
    if target is None:
        target = folder(database)
        check_there(file_of(database))  # without a database no folder is made for its copies
        with told_of(target):
            target.mkdir(parents=True, exist_ok=True)
    return backup.back_up(database, target, version=__version__, at=now())


def thin_out(database: Engine, keep: Keep) -> int:
    return backup.thin_out(database, folder(database), keep)


def put_back(database: Engine, file: Path) -> Path | None:
    """Returns where the database of before is now; None where there was none."""
    return backup.restore(database, file, folder(database), version=__version__, at=now())


def backups(database: Engine) -> tuple[Backup, ...]:
    """Those in the folder, the newest first."""
    return backup.backups(database, folder(database))


def most_days() -> int:
    """How old the newest backup may be; 0 where nobody asked to be told."""
    return Settings.from_environment().backup_days


def is_overdue(known: tuple[Backup, ...]) -> bool:
    """Whether none of them is young enough for who looks after this installation."""
    return bool(most_days()) and not any(age(one) <= most_days() for one in known if not one.is_set_aside)


def age(one: Backup) -> int:
    """In days, as people in Brussels count them."""
    return (today() - day_of(one.made_at)).days
