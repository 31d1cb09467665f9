"""One meeting and two colleagues who save at the same moment, each in a browser of their own."""

import re
from datetime import UTC, date, datetime
from itertools import cycle

from playwright.sync_api import Locator, Page, expect
from serving import at_rest

from mrdb.domain.facts import Fact
from mrdb.startup import seed
from mrdb.store.database import Engine, open_database, read_only, transaction, upgrade
from mrdb.store.moments import open_moment
from mrdb.store.queries import changes, management_responses

OF_COLLEAGUES = {"Bert": "7.1", "Chris": "8.1"}
"""Each keeps to one action, so that nobody has to choose between two versions."""


OF_CHAIR = ("1.1", "3.1", "4.1", "4.2", "5.1", "5.3")


class Chair:
    """Goes through the others on the page of the meeting, over and over."""

    name = "An"

    def __init__(self, page: Page, server: str) -> None:
        self.page = page
        page.goto(f"{server}/vergadering?actie=1")
        expect(page.locator("h1.action")).to_be_visible()
        self.numbers = cycle(OF_CHAIR)
        self.current = ""

    def type(self, text: str) -> None:
        self.current = next(self.numbers)
        self.page.locator(".st-key-agenda").get_by_role("button", name=re.compile(rf"\s{self.current}$")).first.click()
        expect(self.page.locator("h1.action span")).to_have_text(self.current)
        expect(at_rest(self.page)).to_be_visible()  # until then two forms stand there
        self.page.get_by_role("radio", name="Lopende").click()
        comment_field(self.page).fill(text)

    def press(self) -> None:
        self.page.get_by_role("button", name="Opslaan en volgende").click()

    def saved(self) -> None:
        """The screen has gone on, to another action or to the end."""
        expect(self.page.locator("h1.action span").get_by_text(self.current, exact=True)).to_have_count(0)


class Colleague:
    """Saves one action again and again on its own page."""

    def __init__(self, page: Page, server: str, name: str) -> None:
        self.page = page
        self.name = name
        self.typed = ""
        page.goto(server)
        page.locator("tr.row", has=page.get_by_role("link", name=OF_COLLEAGUES[name], exact=True)).click()
        page.get_by_label("Wie vult dit in?").fill(name)

    def type(self, text: str) -> None:
        self.typed = text
        expect(at_rest(self.page)).to_be_visible()
        self.page.get_by_role("radio", name="Lopende").click()
        comment_field(self.page).fill(text)

    def press(self) -> None:
        self.page.get_by_role("button", name="Opslaan").click()

    def saved(self) -> None:
        expect(self.page.locator(".report").first).to_contain_text(self.typed)


def comment_field(page: Page) -> Locator:
    """While one form gives way to the next two of them stand there, the new one first."""
    return page.get_by_label("Commentaar").first


def save_at_once(people: list[Chair | Colleague], rounds: int) -> dict[str, list[str]]:
    """Lets all of them type, press and wait for their save, ``rounds`` times; returns what each one typed."""
    typed: dict[str, list[str]] = {person.name: [] for person in people}
    for turn in range(rounds):
        texts = [f"{person.name}, keer {turn}: één, twee & drie “woorden” van {person.name}." for person in people]
        for person, text in zip(people, texts, strict=True):
            person.type(text)
        for person in people:
            person.press()
        for person, text in zip(people, texts, strict=True):
            person.saved()
            typed[person.name].append(text)
    return typed


def with_open_moment(url: str, day: date) -> Engine:
    """The real document in a database of its own, with a moment open."""
    engine = open_database(url)
    upgrade(engine)
    seed(engine)
    with transaction(engine) as session:
        (response,) = management_responses(session)
        open_moment(session, day=day, title="", response_ids=[response.id], author="An", at=datetime.now(UTC))
    return engine


def comments_in_journal(engine: Engine) -> dict[str, list[str]]:
    """Every comment that the journal holds of these people, by author, in the order in which they were written."""
    found: dict[str, list[str]] = {name: [] for name in (Chair.name, *OF_COLLEAGUES)}
    with read_only(engine) as session:
        for line in reversed(changes(session)):
            if line.fact == Fact.COMMENT and line.author in found:
                found[line.author].append(line.new or "")
    return found
