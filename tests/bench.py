"""How long people wait: ``make bench`` prints medians in milliseconds; nothing here asserts."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from drafts import NOW, TODAY, a_draft, a_draft_action, a_recommendation, store
from playwright.sync_api import expect, sync_playwright
from serving import CHROMIUM_FLAGS, chromium_path, running_server

from mrdb.domain.draft import DraftMilestone
from mrdb.domain.followup import Edit
from mrdb.domain.status import Status
from mrdb.exchange.excel import overview_workbook
from mrdb.store.database import Engine, open_database, reading, transaction, upgrade
from mrdb.store.moments import open_moment
from mrdb.store.reading import actions
from mrdb.store.writing import save_edit

ROUNDS = 5
COLUMNS = ("first screen", "click on an action", "read all", "save one", "Excel")


def main() -> None:
    print(f"{'actions':>8}" + "".join(f"{column:>20}" for column in COLUMNS))
    for size in (20, 1_000, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'mrdb.sqlite3'}"
            engine = filled(url, size)
            figures = [*in_browser(url), *in_store(engine)]
            engine.dispose()
        print(f"{size:>8}" + "".join(f"{figure * 1000:>17.0f} ms" for figure in figures), flush=True)


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
    with reading(engine) as session:
        everything = actions(session)
    action = everything[0]
    responses = [action.recommendation.response.id]
    with transaction(engine) as session:
        moment_id = open_moment(session, day=TODAY, title="", response_ids=responses, author="An", at=NOW)

    def read() -> None:
        with reading(engine) as session:
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
    yield seconds(lambda: overview_workbook(everything, TODAY))


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
