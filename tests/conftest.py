"""What all tests share: a real database in a temporary file, and the fixtures that run the app."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from mrdb.startup import seed
from mrdb.store.database import Engine, open_database, upgrade

pytest_plugins = ["serving", "overviews"]
settings.register_profile("untimed", deadline=None)  # how long an example takes says nothing on a busy machine
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a crowded machine gets a second try, from its first line; the summary names each that needed one."""
    for item in items:
        if "page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def own_main() -> Iterator[None]:
    """AppTest leaves the app as the main module of this process, and a process started later would run it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture
def database_file(tmp_path: Path) -> Path:
    return tmp_path / "mrdb.sqlite3"


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed SQLite file at the newest schema, with nothing in it: to be copied."""
    file = tmp_path_factory.mktemp("empty") / "mrdb.sqlite3"
    engine = open_database(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def seeded_file(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the real document in it, as the first start of the program leaves it."""
    file = tmp_path_factory.mktemp("seeded") / "mrdb.sqlite3"
    shutil.copyfile(empty_file, file)
    engine = open_database(f"sqlite:///{file}")
    seed(engine)
    engine.dispose()
    return file


@pytest.fixture
def database(empty_file: Path, database_file: Path) -> Iterator[Engine]:
    """An SQLite database at the newest schema, with nothing in it."""
    shutil.copyfile(empty_file, database_file)
    engine = open_database(f"sqlite:///{database_file}")
    yield engine
    engine.dispose()
