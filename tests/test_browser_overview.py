"""Overzicht on the screens that people have: how much of it one sees, reaches by keyboard, and keeps."""

import re

from playwright.sync_api import Page, expect
from serving import at_rest

WHOLE_ROWS = """rows => rows.filter(row => {
  const box = row.getBoundingClientRect()
  return box.top >= 0 && box.bottom <= innerHeight
}).length"""
FOCUSED = """() => {
  let element = document.activeElement
  while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element.closest("tr.row") ? "row" : element.tagName
}"""


def open_overview(page: Page, server: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(server)
    expect(page.locator("tr.row")).to_have_count(15)
    expect(at_rest(page)).to_be_visible()


def test_browser_overview_gives_an_action_room_on_every_screen(server: str, page: Page) -> None:
    """Whole actions below the tiles, cards where there is no room for a table, and all of a long comment."""
    open_overview(page, server, 1920, 1080)
    for width, height, least in ((1920, 1080, 8), (1366, 768, 6)):
        page.set_viewport_size({"width": width, "height": height})
        expect(page.get_by_role("radio")).to_have_count(8)
        expect(page.get_by_role("img", name="15 acties: 10 Nog geen status (67%), 5 Lopende (33%)")).to_be_in_viewport()
        assert page.locator("tr.row").evaluate_all(WHOLE_ROWS) >= least
        size = page.locator("td.action").first.evaluate("cell => getComputedStyle(cell).fontSize")
        assert float(size.removesuffix("px")) >= (18 if width == 1920 else 15)
    for width in (1366, 1024, 1000, 899, 820, 360):
        page.set_viewport_size({"width": width, "height": 900})
        action, status = page.locator("tr.row").first.locator("td.action, td.status").all()
        is_card = width < 1000
        assert (status.bounding_box()["y"] > action.bounding_box()["y"]) == is_card, width
        assert action.bounding_box()["width"] >= (220 if width == 360 else 240), width
        table = page.locator("table").first.bounding_box()
        assert table["x"] + table["width"] <= width

    page.set_viewport_size({"width": 1366, "height": 768})
    comment = page.locator("tr.row", has=page.get_by_role("link", name="4.1", exact=True)).locator("td.comment")
    comment.get_by_role("button", name="meer").click()
    expect(comment.get_by_role("button", name="minder")).to_be_visible()
    text = comment.locator("span")
    assert text.evaluate("text => text.scrollHeight - text.clientHeight") <= 1
    expect(page).to_have_url(f"{server}/")  # the row itself was not clicked


def test_browser_overview_reaches_the_first_action_by_keyboard(server: str, page: Page) -> None:
    open_overview(page, server, 1920, 1080)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tijdlijn")).to_be_focused()  # no stop at the page itself before it
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")  # past the menu
    expect(page.locator("#content")).to_be_focused()
    stops = []
    while "row" not in stops and len(stops) < 9:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert stops == ["BUTTON", "INPUT", "BUTTON", "row"]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("th.action")).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("th.action button")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("td.number a").first).to_be_focused()


def test_browser_overview_stays_sorted_after_a_look_at_an_action(server: str, page: Page) -> None:
    open_overview(page, server, 1920, 1080)
    page.get_by_role("radio", name="Te laat").click()
    expect(page.locator("tr.row")).to_have_count(5)
    page.locator("th.action button").click()
    expect(page.locator("th.action")).to_have_attribute("aria-sort", "ascending")
    page.locator("th.action button").click()
    expect(page.locator("th.action")).to_have_attribute("aria-sort", "descending")
    sorted_so = page.locator("td.number").all_inner_texts()
    assert sorted_so != sorted(sorted_so)
    page.locator("td.action").first.click()
    expect(page.locator("h1.action")).to_be_visible()
    page.get_by_role("link", name="Terug naar overzicht").click()
    expect(page.locator("td.number")).to_have_text([re.compile(number) for number in sorted_so])
    page.reload()
    expect(page.locator("td.number")).to_have_text([re.compile(number) for number in sorted_so])
