"""What all tests share: a real database in a temporary file, and the fixtures that run the app."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mrdb.store.database import Engine, open_database, upgrade

pytest_plugins = ["serving"]


@pytest.fixture
def database_file(tmp_path: Path) -> Path:
    return tmp_path / "mrdb.sqlite3"


@pytest.fixture
def database(database_file: Path) -> Iterator[Engine]:
    """An SQLite database at the newest schema, with nothing in it."""
    engine = open_database(f"sqlite:///{database_file}")
    upgrade(engine)
    engine.dispose()  # every connection of the test is one that was opened after the upgrade
    yield engine
    engine.dispose()
