"""The timeline in a browser: what it writes, and what one can point at and click."""

import re

from playwright.sync_api import Page, expect
from serving import point_at


def test_timeline_names_days_in_dutch_tells_of_an_action_and_opens_it(page: Page, server: str) -> None:
    page.goto(f"{server}/tijdlijn")
    chart = page.get_by_test_id("stVegaLiteChart")
    expect(chart.locator("text").filter(has_text=re.compile("^2026jan$"))).to_be_visible()
    expect(chart.locator("text").filter(has_text=re.compile("^okt$")).first).to_be_visible()
    tip = page.locator("#vg-tooltip-element.visible")
    action = chart.get_by_text("Verder prioritair inzetten")
    point_at(action, tip.filter(has_text="Agenderen beleidsdienstoverleg"))
    chart.get_by_text("1. Versterk").hover()
    expect(tip).to_have_count(0)
    action.click()
    expect(page).to_have_url(re.compile("/actie[?]actie="))
