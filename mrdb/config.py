"""The settings of this installation: the only module that reads the environment."""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from mrdb.domain.errors import BadSetting

PACKAGE = Path(__file__).resolve().parent
HOME = PACKAGE if (PACKAGE / "app.py").is_file() else PACKAGE.parent
"""Where app.py, pages/ and seed/ lie: in the package once it is installed, beside it in the repository."""

SEED = HOME / "seed" / "managementrespons-klimaat-migratie-2025.txt"
SEED_CORRECTIONS = SEED.with_suffix(".corrections.toml")
DEMO = HOME / "seed" / "voorbeeld.toml"
DEMO_DAY = date(2026, 11, 24)
"""The day on which the example is always looked at: what it tells of ends there."""
_DEMO = "MRDB_DEMO"
THIS_MACHINE = ("localhost", "127.0.0.1")
_HOST = re.compile(r"(\*\.)?[\w-]+(\.[\w-]+)*")
_OF_STREAMLIT = "STREAMLIT_SERVER_ALLOWED_HOSTS"
"""Locks everybody out, without a word, where it is written as one would: with commas, or as a list."""
_LONGEST_HEADER = "WEBSOCKETS_MAX_LINE_LENGTH"
"""In bytes. With its own 8,192 whoever brings a hundred claims along, in cookies, sees an empty page."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail goes out; ``user`` is "" where nobody has to log in, ``patience`` is in seconds."""

    host: str
    port: int
    user: str
    password: str
    sender: str
    patience: float = 30

    @classmethod
    def from_environment(cls) -> Self:
        """Reads MRDB_SMTP_HOST, MRDB_SMTP_PORT, MRDB_SMTP_USER, MRDB_SMTP_PASSWORD and MRDB_SMTP_FROM.

        Raises BadSetting where the server or the sender is wanting, or the port is no number.
        """
        host, port, user, password, sender = (
            os.environ.get(f"MRDB_SMTP_{name}", "").strip() for name in ("HOST", "PORT", "USER", "PASSWORD", "FROM")
        )
        if not host:
            raise BadSetting("MRDB_SMTP_HOST", host)
        if port and not port.isdecimal():
            raise BadSetting("MRDB_SMTP_PORT", port)
        if "@" not in sender:
            raise BadSetting("MRDB_SMTP_FROM", sender)
        return cls(host, int(port or 587), user, password, sender)

    @staticmethod
    def is_named() -> bool:
        """Whether this process was told of a server at all: the app needs no more of it than MRDB_SMTP_HOST."""
        return bool(os.environ.get("MRDB_SMTP_HOST", "").strip())


@dataclass(frozen=True, slots=True)
class Settings:
    """``database_url`` is an SQLAlchemy address; ``today`` is fixed for tests and demonstrations, else None.

    ``public_url`` is where other machines find the program, "" where they do not: no file that leaves it has a link
    then. ``is_demo`` where the example is shown, in a database and on a day of its own. ``may_make`` where the database
    has no address of its own, so that the app may begin with a new one: at a mistyped one nothing is made. ``backups``
    is the folder of the backups, None where they lie beside the database, ``backup_days`` how old the newest may be, 0
    where nobody is to be told. ``hosts`` are the names under which a browser may come: those of this machine, that of
    the public address, and others. ``first_secretary`` is the e-mail address of who becomes secretary where people sign
    in and there is none yet.
    """

    database_url: str
    today: date | None
    public_url: str = ""
    is_demo: bool = False
    may_make: bool = False
    backups: Path | None = None
    backup_days: int = 0
    hosts: tuple[str, ...] = THIS_MACHINE
    first_secretary: str = ""

    @classmethod
    def from_environment(cls) -> Self:
        """Reads MRDB_DATABASE_URL, MRDB_PUBLIC_URL, MRDB_HOSTS, MRDB_BACKUPS, MRDB_BACKUP_DAYS, MRDB_FIRST_SECRETARY
        and MRDB_TODAY (ISO).

        Without an address the data live in ``data/`` of the folder where the program was started. Raises BadSetting
        when a date, a number, a name of a host or a public address is none.
        """
        if os.environ.get(_DEMO):
            return cls(f"sqlite:///{_demo_file()}", DEMO_DAY, is_demo=True, may_make=True)
        today, days = os.environ.get("MRDB_TODAY", ""), os.environ.get("MRDB_BACKUP_DAYS", "")
        try:
            fixed = date.fromisoformat(today) if today else None
        except ValueError:
            raise BadSetting("MRDB_TODAY", today) from None
        if days and not days.isdecimal():
            raise BadSetting("MRDB_BACKUP_DAYS", days)
        public, hosts = os.environ.get("MRDB_PUBLIC_URL", ""), os.environ.get("MRDB_HOSTS", "")
        address, others = urlsplit(public), hosts.replace(",", " ").split()
        if public and not (address.scheme in {"http", "https"} and address.hostname):
            raise BadSetting("MRDB_PUBLIC_URL", public)
        if not all(map(_HOST.fullmatch, others)):
            raise BadSetting("MRDB_HOSTS", hosts)
        given, folder = os.environ.get("MRDB_DATABASE_URL"), os.environ.get("MRDB_BACKUPS")
        return cls(
            given or f"sqlite:///{Path.cwd() / 'data' / 'mrdb.sqlite3'}",
            fixed,
            public,
            may_make=not given,
            backups=Path(folder) if folder else None,
            backup_days=int(days or 0),
            hosts=(*THIS_MACHINE, *filter(None, [address.hostname]), *others),
            first_secretary=os.environ.get("MRDB_FIRST_SECRETARY", ""),
        )


def let_hosts_in() -> None:
    """Tells Streamlit, before it starts, under which names a browser may come, and with how long a cookie.

    Raises BadSetting where it was told the names.
    """
    if given := os.environ.get(_OF_STREAMLIT):
        raise BadSetting(_OF_STREAMLIT, given)
    os.environ[_OF_STREAMLIT] = " ".join(Settings.from_environment().hosts)
    os.environ.setdefault(_LONGEST_HEADER, str(64 * 1024))


def choose_demo() -> None:
    """From now on this process is about the example, which begins anew."""
    os.environ[_DEMO] = "yes"
    for file in _demo_file().parent.glob(f"{_demo_file().name}*"):
        file.unlink()


def _demo_file() -> Path:
    return Path.cwd() / "data" / "voorbeeld.sqlite3"
