"""Fixtures that run the app for real: through AppTest in this process, or as a server with a browser before it."""

import os
import shutil
import socket
import sqlite3
import subprocess
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any, TextIO
from urllib.parse import quote

import pytest
import streamlit as st
from playwright.sync_api import ConsoleMessage, Locator, Page, expect
from processes import FORKSERVER, serve
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from mrdb.config import PACKAGE
from mrdb.domain.response import Action
from mrdb.startup import prepared_database
from mrdb.store.database import open_database, read_only, transaction, upgrade
from mrdb.store.moments import close_moment
from mrdb.store.moments import open_moment as open_new_moment
from mrdb.store.queries import actions, changes, management_responses, open_moment

expect.set_options(timeout=30_000)  # a busy machine may take its time; nothing waits longer than it must

ROOT = Path(__file__).resolve().parent.parent
config._main_script_path = str(PACKAGE / "serve.py")  # beside which the server's settings are, as in "mrdb run"
TODAY = "2026-11-23"
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--no-opt --no-maglev",  # a page of a test is gone before what these compile is of use
]


@pytest.fixture
def installation(seeded_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation of its own, as the first start left it, on a fixed day."""
    monkeypatch.setenv("MRDB_DATABASE_URL", seeded_address)
    monkeypatch.setenv("MRDB_TODAY", TODAY)
    st.cache_resource.clear()


@pytest.fixture(scope="session", autouse=True)
def scanned_once() -> None:
    """Every AppTest reads anew of all installed packages whether they hold components: a third of the time it takes."""
    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture
def open_page(installation: None) -> Callable[..., AppTest]:
    """Opens a page through the entry in a session of its own; keywords go into the address."""

    def opened(page: str = "pages/overview.py", **address: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        app.query_params.update(address)
        app.run()
        return app if page == "pages/overview.py" else app.switch_page(page).run()

    return opened


def own_links(page: AppTest) -> list[str]:
    """The labels of a page's own links as one reads them: those of the menu, which the frame draws first, left out."""
    in_menu = page.main.children[1].get("page_link")
    return [link.proto.label for link in page.get("page_link")[len(in_menu) :]]


def title_of(page: AppTest) -> str:
    """The title as one reads it."""
    return str(page.title[0].value)


@pytest.fixture
def stored(installation: None) -> Callable[[str], Action]:
    """What the database holds of the action with this number."""

    def found(number: str) -> Action:
        with read_only(prepared_database()) as session:
            return next(action for action in actions(session) if action.number == number)

    return found


@pytest.fixture
def next_moment(stored: Callable[[str], Action]) -> Callable[[], None]:
    """Closes the open moment and opens another one."""

    def turn() -> None:
        response_id = stored("7.1").recommendation.response.id
        at, day = datetime.now(UTC), date.fromisoformat(TODAY)
        with transaction(prepared_database()) as session:
            moment = open_moment(session, response_id)
            assert moment is not None
            close_moment(session, moment.id, "Zoë", at)
            open_new_moment(session, day=day, title="", response_ids=[response_id], author="Zoë", at=at)

    return turn


@pytest.fixture
def journal(installation: None) -> Callable[[int], list[tuple[Any, ...]]]:
    """Field, old, new and author of every change of an action, the newest first."""

    def lines(action_id: int) -> list[tuple[Any, ...]]:
        with read_only(prepared_database()) as session:
            return [(line.fact, line.old, line.new, line.author) for line in changes(session, action_id)]

    return lines


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "args": CHROMIUM_FLAGS, "executable_path": chromium_path()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    still = {"reduced_motion": "reduce"}  # to draw what moves costs more than all the rest
    return {**browser_context_args, **still, "locale": "nl-BE", "viewport": {"width": 1920, "height": 1080}}


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, Path]]:
    """One running server for all tests of this process: its address, its database, and a copy of it as it began."""
    folder = tmp_path_factory.mktemp("server")
    live, begin = folder / "mrdb.sqlite3", folder / "begin.sqlite3"
    with running_server(f"sqlite:///{live}") as address:
        replace_database(live, begin)
        yield address, live, begin


@pytest.fixture
def server(shared_server: tuple[str, Path, Path]) -> str:
    """The address of a server on the real document as it was read, with nothing else in its database."""
    address, live, begin = shared_server
    replace_database(begin, live)
    return address


@pytest.fixture
def round_server(shared_server: tuple[str, Path, Path], server: str) -> str:
    """The same server with a moment of today that An has just opened."""
    open_round(shared_server[1])
    return server


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[str]:
    """The address of a server that has just started, for whom the test is the first visitor."""
    with running_server(f"sqlite:///{tmp_path / 'mrdb.sqlite3'}") as address:
        yield address


def is_own(message: ConsoleMessage) -> bool:
    """Streamlit looks for its health address below every page address first, and the browser reports that 404."""
    return message.type == "error" and "_stcore" not in message.location.get("url", "")


@pytest.fixture
def errors(page: Page) -> list[str]:
    """What the browser's console complains of."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if is_own(message) else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def press(app: AppTest, label: str) -> AppTest:
    """Clicks the button that says this."""
    return next(button for button in app.button if button.label == label).click().run()


def open_round(file: Path) -> None:
    """Opens a moment of today for the real document, as An does on the page of the moments."""
    engine = open_database(f"sqlite:///{file}")
    with transaction(engine) as session:
        responses = [response.id for response in management_responses(session)]
        day = date.fromisoformat(TODAY)
        open_new_moment(session, day=day, title="", response_ids=responses, author="An", at=datetime.now(UTC))
    engine.dispose()


def at_rest(page: Page) -> Locator:
    """The page once nothing runs: while it is drawn anew, a shortcut goes unheard and a draft is not put away yet.

    Nor before its script listens, which the browser loads after the page stands.
    """
    page.wait_for_function("window.typedText")
    return page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')


def point_at(target: Locator, shown: Locator) -> None:
    """Moves the mouse onto something, and off and on again as a hand does, until what it shows is there.

    A redraw under a mouse that stands still puts away what it showed, and nothing brings it back.
    """
    deadline = monotonic() + 30
    while True:
        target.hover()
        try:
            return expect(shown).to_be_visible(timeout=2_000)
        except AssertionError:
            if monotonic() > deadline:
                raise
            target.page.mouse.move(0, 0)


def sit_down(page: Page, server: str, name: str) -> None:
    """Somebody comes whose name this browser remembers."""
    page.context.add_cookies([{"name": "mrdb_name", "value": quote(name), "url": server}])


def told_at(server: str, page_name: str) -> Counter[str]:
    """How many messages of each kind the server sends to a browser that opens this address: a page load without one."""
    return Counter(str(message.WhichOneof("type")) for message in sent_at(server, page_name))


def sent_at(server: str, page_name: str) -> list[ForwardMsg]:
    """What the server sends to a browser that opens this address, until its page stands."""
    messages: list[ForwardMsg] = []
    socket_address = f"{server.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(socket_address, origin=Origin(server), subprotocols=[Subprotocol("streamlit")], max_size=None) as line:
        line.send(BackMsg(rerun_script=ClientState(page_name=page_name)).SerializeToString())
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            messages.append(ForwardMsg.FromString(bytes(line.recv(timeout=30))))
    return messages


def replace_database(source: Path, target: Path) -> None:
    """Puts the whole of one SQLite database in the place of another, also while a server has it open."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target, timeout=30)) as other:
        one.backup(other)


@contextmanager
def rewritten(file: Path) -> Iterator[sqlite3.Connection]:
    """The tables of a database that a server has open, to write past the program what it never would.

    It leaves a mark, as every transaction does: a visitor of just before may have let the server read all there was.
    """
    with closing(sqlite3.connect(file, timeout=30)) as tables, tables:
        yield tables
        tables.execute("update database set mark = hex(randomblob(16))")


def chromium_path() -> str | None:
    """Debian's chromium where it is installed, best without a window, which does a third less; else Playwright's."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running_server(database_url: str, *, port: int | None = None) -> Iterator[str]:
    """A server until the end of the block, where it is killed (SIGKILL); on any free port unless one is named.

    Where there is no database at this address, it is made first.
    """
    engine = open_database(database_url)
    upgrade(engine)
    engine.dispose()
    settings = {
        "MRDB_DATABASE_URL": database_url,
        "MRDB_TODAY": TODAY,
        "STREAMLIT_SERVER_PORT": str(port or free_port()),
    }
    environment = {**os.environ, **settings}
    said, telling = FORKSERVER.Pipe(duplex=False)
    process = FORKSERVER.Process(target=serve, args=(environment, telling), daemon=True)
    process.start()
    telling.close()
    try:
        with open(said.fileno(), closefd=False) as lines:
            yield address_told(lines, environment)
    finally:
        process.kill()
        process.join()
        said.close()


@contextmanager
def started(command: list[str], folder: Path, environment: dict[str, str], *, port: int | None = None) -> Iterator[str]:
    """The address of the server that this command starts in this folder; killed at the end of the block."""
    environment = {**environment, "STREAMLIT_SERVER_PORT": str(port or free_port())}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield address_told(process.stdout, environment)
        finally:
            process.kill()


def address_told(lines: TextIO, environment: Mapping[str, str]) -> str:
    """The address of a server that has said that it listens, once it answers there."""
    while "URL:" not in (line := lines.readline()):
        assert line, "the server stopped before it said its address"
    base = environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
    address = f"http://127.0.0.1:{environment['STREAMLIT_SERVER_PORT']}/{base}".rstrip("/")
    urllib.request.urlopen(f"{address}/_stcore/health", timeout=30).close()
    return address
