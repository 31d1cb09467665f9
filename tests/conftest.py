"""What all tests share: a real database in a temporary file, and the fixtures that run the app."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from subprocess import CalledProcessError

import pytest
from hypothesis import settings
from postgresql import PostgreSQL

from mrdb.startup import seed
from mrdb.store.database import Engine, open_database, upgrade

pytest_plugins = ["serving", "overviews", "roles"]
ON_BOTH = ("test_store_", "test_command_import", "test_one_meeting")
ON_ONE_IN_TURN = "test_page_"
ON_SQLITE_ALONE = ("test_store_backup", "test_page_admin", "test_store_snapshot")
"""Copies of its file; what is held in memory, which a meeting with two servers tries on the other."""
MEMORY, ROOM = Path("/dev/shm"), 4 << 30  # the tests make folders of their own in it
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
    # Databases, profiles of browsers: what waits for a disk proves nothing, and every save does, for some milliseconds.
    tempfile.tempdir = os.environ["TMPDIR"] = str(MEMORY)
settings.register_profile("same", deadline=None, derandomize=True)  # what fails, fails for everybody and every time
settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a crowded machine gets a second try, from its first line; the summary names each that needed one."""
    for item in items:
        if {"page", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def own_main() -> Iterator[None]:
    """AppTest leaves the app as the main module of this process, and a process started later would run it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What stores is tried on both kinds of database, but for what is about SQLite's file itself.

    So is every page, though each of its tests on one of them, the other one than the test above it: what a page asks of
    the database, the tests of the store asked of both.
    """
    name, fixtures, kinds = metafunc.module.__name__, set(metafunc.fixturenames), ["sqlite", "postgresql"]
    if name in ON_SQLITE_ALONE or "backend" not in fixtures or fixtures & {"database_file", "page"}:
        return
    if name.startswith(ON_BOTH):
        metafunc.parametrize("backend", kinds)
    elif name.startswith(ON_ONE_IN_TURN):
        place = list(vars(metafunc.module)).index(metafunc.function.__name__)
        metafunc.parametrize("backend", [kinds[place % 2]])


@pytest.fixture
def backend() -> str:
    return "sqlite"


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


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A server of its own for this process of tests, with the same two databases to be copied."""
    try:
        server = PostgreSQL()
    except (OSError, CalledProcessError) as error:
        pytest.skip(f"no PostgreSQL server starts here: {error}")
    with server:
        yield server


@pytest.fixture
def new_address(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database that is not there yet, or has no tables."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'mrdb.sqlite3'}"
    else:
        with request.getfixturevalue("postgresql").copy_of("template1") as address:
            yield address


@pytest.fixture
def empty_address(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database at the newest schema, with nothing in it."""
    yield from _copied(backend, "empty", tmp_path, request)


@pytest.fixture
def seeded_address(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database with the real document in it."""
    yield from _copied(backend, "seeded", tmp_path, request)


def _copied(backend: str, name: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    if backend == "sqlite":
        shutil.copyfile(request.getfixturevalue(f"{name}_file"), tmp_path / "mrdb.sqlite3")
        yield f"sqlite:///{tmp_path / 'mrdb.sqlite3'}"
    else:
        with request.getfixturevalue("postgresql").copy_of(name) as address:
            yield address


@pytest.fixture
def database(empty_address: str) -> Iterator[Engine]:
    """A database at the newest schema, with nothing in it."""
    engine = open_database(empty_address)
    yield engine
    engine.dispose()
