"""How long people wait: ``make bench`` prints medians in milliseconds; nothing here asserts."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

import streamlit as st
from drafts import NOW, TODAY, a_draft, a_draft_action, a_recommendation, opened_moment, store
from playwright.sync_api import Page, expect, sync_playwright
from serving import CHROMIUM_FLAGS, ROOT, chromium_path, running_server
from streamlit.testing.v1 import AppTest
from together import OF_COLLEAGUES, Chair, Colleague, comments_in_journal, save_at_once, with_open_moment

from mrdb.domain.basis import Basis
from mrdb.domain.draft import DraftMilestone
from mrdb.domain.edit import Edit
from mrdb.domain.status import Status
from mrdb.exchange.excel import overview_workbook
from mrdb.store.database import Engine, open_database, read_only, transaction, upgrade
from mrdb.store.moments import open_moment
from mrdb.store.queries import actions
from mrdb.store.writing import save_edit

ROUNDS = 5
COLUMNS = ("first screen", "click on an action", "read all", "save one", "Excel")
TURNS = 67
"""With three people at once these make 201 saves."""


def main() -> None:
    how_long_one_waits()
    from_save_to_next()
    three_people_at_once()


def how_long_one_waits() -> None:
    print(f"{'actions':>8}" + "".join(f"{column:>20}" for column in COLUMNS))
    for size in (20, 1_000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'mrdb.sqlite3'}"
            engine = filled(url, size)
            figures = [*in_browser(url), *in_store(engine)]
            engine.dispose()
        print(f"{size:>8}" + "".join(f"{figure * 1000:>17.0f} ms" for figure in figures), flush=True)


def from_save_to_next() -> None:
    """The server's side of *Opslaan en volgende*: from the click to the next action drawn, without a browser."""
    print("\nOpslaan en volgende, on the server")
    for size in (20, 1_000):
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'mrdb.sqlite3'}"
            engine = filled(url, size)
            opened_moment(engine)
            engine.dispose()
            print(f"{size:>8}{median(_saves(url)) * 1000:>17.0f} ms", flush=True)


def _saves(url: str) -> Iterator[float]:
    os.environ.update(MRDB_DATABASE_URL=url, MRDB_TODAY=TODAY.isoformat())
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    app = app.switch_page("pages/meeting.py").run()
    app.text_input(key="typed_user").set_value("An").run()
    for _ in range(ROUNDS):
        before = app.query_params.get("actie")
        app.button_group[0].set_value(Status.ONGOING)
        yield seconds(app.button(key="save").click().run)
        assert app.query_params["actie"] != before


def three_people_at_once() -> None:
    """A meeting and two colleagues, each in a browser: what they typed beside what the journal holds afterwards."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{Path(folder) / 'mrdb.sqlite3'}"
        engine = with_open_moment(url, TODAY)
        with running_server(url) as server:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
            pages = [browser.new_context(viewport={"width": 1920, "height": 1080}).new_page() for _ in range(4)]
            chair = Chair(pages[0], server)
            pages[0].get_by_label("Wie vult dit in?").fill(Chair.name)
            colleagues = [Colleague(page, server, name) for page, name in zip(pages[1:], OF_COLLEAGUES, strict=False)]
            pages[3].goto(f"{server}/vergadering")
            typed = save_at_once([chair, *colleagues], TURNS)
            slowest = max(seconds(partial(_sees_all, page)) for page in (pages[0], pages[3]))
        kept = comments_in_journal(engine)
        engine.dispose()
    lost = sum(typed[name] != kept[name] for name in typed)
    print(f"\n{sum(map(len, typed.values()))} saves, three at once: {sum(map(len, kept.values()))} in the journal;")
    print(f"{lost} people whose words differ; one counter on every screen after {slowest * 1000:.0f} ms")


def _sees_all(page: Page) -> None:
    expect(page.locator("p.coverage")).to_contain_text("8 van 15 · 8 gewijzigd")


def filled(url: str, size: int) -> Engine:
    """A database with one document of this many actions, ten to a recommendation."""
    engine = open_database(url)
    upgrade(engine)
    parts = [
        a_recommendation(part, *(a_draft_action(f"{part}.{n}", DraftMilestone("", None)) for n in range(1, 11)))
        for part in range(1, size // 10 + 1)
    ]
    store(engine, replace(a_draft(), recommendations=tuple(parts)))
    return engine


def in_browser(url: str) -> Iterator[float]:
    """From the address to the rows, and from a click on a row to the action; the server and the browser are warm."""
    with running_server(url) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
        page = browser.new_context(viewport={"width": 1920, "height": 1080}).new_page()

        def first_screen() -> None:
            page.goto(address)
            page.locator("tr.row").first.wait_for()

        def click() -> None:
            page.locator("tr.row td.action").first.click()
            page.locator("h1.action").wait_for()

        first_screen()
        click()
        opened, clicked = [], []
        for _ in range(ROUNDS):
            opened.append(seconds(first_screen))
            clicked.append(seconds(click))
        expect(page.locator("h1.action")).to_be_visible()
        yield median(opened)
        yield median(clicked)


def in_store(engine: Engine) -> Iterator[float]:
    """Reading every action, saving one report, and writing the workbook, without a screen."""
    with read_only(engine) as session:
        everything = actions(session)
    action = everything[0]
    responses = [action.recommendation.response.id]
    with transaction(engine) as session:
        moment_id = open_moment(session, day=TODAY, title="", response_ids=responses, author="An", at=NOW)

    def read() -> None:
        with read_only(engine) as session:
            actions(session)

    versions = iter(range(action.version, action.version + ROUNDS))

    def save() -> None:
        version = next(versions)
        edit = Edit(Status.ONGOING, f"Stand {version}", {}, ())
        with transaction(engine) as session:
            save_edit(
                session, action_id=action.id, version=version, moment_id=moment_id, edit=edit, author="An", at=NOW
            )

    yield median(seconds(read) for _ in range(ROUNDS))
    yield median(seconds(save) for _ in range(ROUNDS))
    yield seconds(lambda: overview_workbook(everything, TODAY, basis=Basis("f" * 8, 1, "0" * 8)))


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
