"""A meeting on one screen, two colleagues typing on theirs: nobody loses a letter, and everybody sees one counter."""

from contextlib import nullcontext
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from serving import TODAY, running_server
from together import OF_COLLEAGUES, Chair, Colleague, comments_in_journal, save_at_once, with_open_moment

ROUNDS = 2
SOON = 10_000
"""Milliseconds within which a busy machine shows what others saved, a third of what its clock takes to look again."""


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_browser_three_people_save_at_once_and_lose_nothing(
    page: Page, new_context, new_address: str, backend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below another site's address, where the counter has to find the server as well; PostgreSQL with two servers."""
    monkeypatch.setenv("STREAMLIT_SERVER_BASE_URL_PATH", "opvolging")
    engine = with_open_moment(new_address, date.fromisoformat(TODAY))
    second = running_server(new_address) if backend == "postgresql" else nullcontext()
    with running_server(new_address) as server, second as other:
        chair = Chair(page, server)
        page.get_by_label("Wie vult dit in?").fill(Chair.name)
        people = [chair, *(Colleague(new_context().new_page(), other or server, name) for name in OF_COLLEAGUES)]
        watcher = new_context().new_page()
        watcher.goto(f"{other or server}/vergadering")
        expect(watcher.locator("p.coverage")).to_contain_text("0 van 15")
        board = watcher.context.new_page()
        name, number = next(iter(OF_COLLEAGUES.items()))
        board.goto(f"{server}/?zoek={number}")
        link = board.get_by_role("link", name=number, exact=True)
        link.focus()
        typed = save_at_once(people, ROUNDS)
        assert comments_in_journal(engine) == typed
        row = board.locator("tr.row", has=link)
        expect(row.locator("td.comment")).to_contain_text(typed[name][-1], timeout=SOON)
        expect(link).to_be_focused()
        expect(board).to_have_url(f"{server}/?zoek={number}")
        handled = ROUNDS + len(OF_COLLEAGUES)
        told = f"{handled} van 15 besproken · {handled} gewijzigd"
        for screen in (page, watcher):
            expect(screen.locator("p.coverage")).to_contain_text(told, timeout=SOON)
    engine.dispose()
