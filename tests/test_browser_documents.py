"""The table of the overview and the address bar in a real browser, with two management responses."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from drafts import a_draft, store
from playwright.sync_api import Page, expect
from serving import running_server

from mrdb.startup import prepared_database


@pytest.fixture
def two_documents(installation: None, tmp_path: Path) -> str:
    """The address of a database that holds an older document, which came in after the real one."""
    older = replace(a_draft("b" * 64), subject="Eindevaluatie Zuid", date=date(2024, 5, 6))
    assert store(prepared_database(), older) == 3
    return f"sqlite:///{tmp_path / 'mrdb.sqlite3'}"


def test_browser_table_stands_in_the_order_of_the_documents(two_documents: str, page: Page) -> None:
    with running_server(two_documents) as address:
        page.goto(address)
        expect(page.locator("tr.document")).to_have_text(["Eindevaluatie Zuid", "Klimaat en migratie"])
        numbers = page.locator("td.number").all_text_contents()
        assert len(numbers) == 18
        page.locator("th.number button").click()
        expect(page.locator("th.number")).to_have_attribute("aria-sort", "ascending")
        assert page.locator("td.number").all_text_contents() == numbers
        page.locator("th.deadline button").click()
        # Without headings the row itself says of which document it is.
        expect(page.locator("tr.document")).to_have_count(0)
        expect(page.locator("td.action .of")).to_have_count(18)
        page.get_by_role("button", name="Filters").click()
        page.get_by_label("Managementrespons").click()
        page.get_by_role("option", name="Eindevaluatie Zuid").click()
        expect(page.locator("tr.row")).to_have_count(3)
        expect(page).to_have_url(re.compile(r"managementrespons=Eindevaluatie\+Zuid"))
        expect(page).to_have_url(re.compile("sorteer=Termijn"))
        page.reload()
        expect(page.locator("tr.row")).to_have_count(3)
