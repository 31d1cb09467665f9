"""How long one person waits in a real browser, and how much memory that takes: ours beside the least app.

``make bench`` prints medians in milliseconds; nothing here asserts.
"""

import os
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from bench_many import memory, real_server, server_pid
from bench_pages import filled
from drafts import TODAY, opened_moment
from playwright.sync_api import Browser, Page, expect, sync_playwright
from serving import CHROMIUM_FLAGS, ROOT, at_rest, chromium_path, sit_down, started

from mrdb.config import PACKAGE

SIZES = tuple(map(int, os.environ.get("SIZES", "15 1000 10000").split()))
ROUNDS = 5
WINDOW = {"viewport": {"width": 1920, "height": 1080}, "locale": "nl-BE"}
WORK = (
    "first screen in a fresh browser",
    "form opened, changed, saved, confirmed",
    "from save to confirmation",
    "Opslaan en volgende, next action painted",
    "menu, Vergadering painted",
    "menu, slowest page painted",
    "memory at the peak (MB)",
)
HEAD = """document.querySelector('[data-testid="stMain"] :is(h1, [data-testid="stAlert"])')?.textContent"""
"""What a page begins with."""
IS_PAINTED = f"""before => {{
  const state = document.querySelector('[data-testid="stApp"]').dataset.testScriptState;
  const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')];
  const isDrawn = charts.every(one => one.querySelector('svg, canvas'));
  const isWhole = isDrawn && !document.querySelector('[data-testid="stSkeleton"]');
  return {HEAD} && {HEAD} !== before && state === 'notRunning' && isWhole;
}}"""
STANDS = """([shown, words]) => {
  const table = document.querySelector('[data-testid="stBidiComponentIsolated"]')?.shadowRoot;
  return [document, table].some((root) =>
    [...(root?.querySelectorAll(shown) ?? [])].some((one) => one.textContent.includes(words)));
}"""
"""Asked at every frame: a locator that waits looks only twice a second after a while."""
IDLE = "new Promise(done => requestIdleCallback(() => setTimeout(done, 300)))"
"""What the page before still draws does not count for the next one."""

Figures = dict[str, float]


def main() -> None:
    figures = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
        for size in SIZES:
            figures[size] = _measured(ours, browser, size), _measured(least, browser, size)
    print("in a real browser: ms (times the least Streamlit app)")
    print(f"{'':<42}" + "".join(f"{size:>16}" for size in SIZES))
    for work in WORK:
        cells = [
            f"{own[work]:.0f}" + (f" ({own[work] / bare[work]:.2f}x)" if work in bare else "")
            for own, bare in figures.values()
        ]
        print(f"{work:<42}" + "".join(f"{cell:>16}" for cell in cells))
    empty = [f"{own[WORK[0]] / bare['empty page']:.2f}x" for own, bare in figures.values()]
    print(f"{'  beside an empty page':<42}" + "".join(f"{cell:>16}" for cell in empty), flush=True)


def _measured(app: Callable[[Browser, int, Path], Figures], browser: Browser, size: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        return app(browser, size, Path(folder) / "bench.sqlite3")


def ours(browser: Browser, size: int, file: Path) -> Figures:
    url = f"sqlite:///{file}"
    engine = filled(url, max(size, 20))
    opened_moment(engine, TODAY)
    engine.dispose()
    with real_server(url) as server:
        pid = server_pid()
        first = _first_screen(browser, server, "tr.row")
        opened, saved = _form(browser, server, "/actie?actie=7", ".report", "Keer {turn}")
        page = browser.new_context(**WINDOW).new_page()
        sit_down(page, server, "An")
        onward = _onward(page, server)
        clicks = [_menu(page, server) for _ in range(2)][1]
        print(f"{size}: " + ", ".join(f"{name} {ms:.0f}" for name, ms in clicks.items()), file=sys.stderr)
        page.context.close()
        menu = clicks["Vergadering"], max(clicks.values())
        return dict(zip(WORK, (first, opened, saved, onward, *menu, memory(pid)["VmHWM"]), strict=True))


def least(browser: Browser, size: int, file: Path) -> Figures:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE action (id INTEGER PRIMARY KEY, number, text, status, comment)")
        rows = [(f"{n // 10 + 1}.{n % 10 + 1}", f"Wat actie {n} vraagt", "Niet gestart", "") for n in range(size)]
        database.executemany("INSERT INTO action (number, text, status, comment) VALUES (?, ?, ?, ?)", rows)
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "tests" / "least_app.py")]
    # In the folder of our own settings of the server: both have the same.
    with started(command, PACKAGE, {**os.environ, "LEAST_DATABASE": str(file)}) as server:
        pid = server_pid()
        empty = _first_screen(browser, f"{server}/?leeg=1", "h1")
        first = _first_screen(browser, server, '[data-testid="stDataFrame"] canvas')
        opened, saved = _form(browser, server, "/?id=7", '[data-testid="stAlert"]', "Opgeslagen")
        found = (first, opened, saved, memory(pid)["VmHWM"])
    return {**dict(zip((*WORK[:3], WORK[-1]), found, strict=True)), "empty page": empty}


def _first_screen(browser: Browser, address: str, shown: str) -> float:
    def come() -> float:
        context = browser.new_context(**WINDOW)
        page = context.new_page()
        took = _ms(lambda: (page.goto(address), page.wait_for_function(STANDS, arg=[shown, ""])))
        context.close()
        return took

    return median(come() for _ in range(ROUNDS))


def _form(browser: Browser, server: str, path: str, confirmation: str, words: str) -> tuple[float, float]:
    """From the address, in a fresh browser, to the confirmation; and from the click that saves."""
    whole, saving = [], []
    for turn in range(ROUNDS + 1):
        page = browser.new_context(**WINDOW).new_page()
        sit_down(page, server, "An")
        start = time.perf_counter()
        page.goto(f"{server}{path}")
        page.get_by_role("radio", name="Lopende").click()
        page.get_by_label("Commentaar").first.fill(f"Keer {turn}")
        save = time.perf_counter()
        page.get_by_role("button", name="Opslaan").click()
        page.wait_for_function(STANDS, arg=[confirmation, words.format(turn=turn)])
        whole.append((time.perf_counter() - start) * 1000)
        saving.append((time.perf_counter() - save) * 1000)
        page.context.close()
    return median(whole[1:]), median(saving[1:])


def _onward(page: Page, server: str) -> float:
    page.goto(f"{server}/vergadering?actie=1")

    def go_on(turn: int) -> float:
        expect(at_rest(page)).to_be_visible()
        before = page.evaluate(HEAD)
        page.get_by_role("radio", name="Lopende").click()
        page.get_by_label("Commentaar").first.fill(f"Vergadering, keer {turn}")
        return _ms(lambda: (page.get_by_role("button", name="Opslaan en volgende").click(), _painted(page, before)))

    return median([go_on(turn) for turn in range(ROUNDS)][1:])


def _menu(page: Page, server: str) -> Figures:
    """From a click on each entry until its page stands."""
    page.goto(server)
    expect(at_rest(page)).to_be_visible()
    menu, found = page.locator(".st-key-menu-groups"), {}
    links = menu.get_by_role("link")
    for name in [*links.all_inner_texts(), menu.locator(".here").inner_text()]:
        page.evaluate(IDLE)
        before = page.evaluate(HEAD)
        link = links.filter(has_text=re.compile(rf"{name}$")).first
        found[name] = _ms(lambda: (link.click(), _painted(page, before)))  # noqa: B023  # called at once
    return found


def _painted(page: Page, before: str) -> None:
    page.wait_for_function(IS_PAINTED, arg=before)


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
