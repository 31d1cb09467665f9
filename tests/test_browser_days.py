"""Four people who signed in walk their day, each at a browser of their own: what one does, the others meet.

Each step is a function named after who does what, so that a failure tells where in the day it was.
"""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import requests
from drafts import NOW, found
from playwright.sync_api import Locator, Page, expect
from serving import at_rest
from signing_in import sign_in, signing_in
from test_browser_feeds import events, made_address
from test_browser_meeting import BEAMER, LAPTOP, SIZES, comment_field
from test_browser_sign_in import lines

from mrdb.domain.people import Role, Visit
from mrdb.domain.status import Status
from mrdb.exchange.ics import deadlines_calendar
from mrdb.store.database import Engine, open_database, read_only
from mrdb.store.people import visits
from mrdb.store.queries import actions
from mrdb.text import my_actions, nl, people, prepared, subscription

ELS, DIRK, SOFIE, LEO = "els-1", "dirk-2", "sofie-3", "leo-4"
PEOPLE = {
    ELS: {"name": "Els Wouters", "email": "els@example.org", "roles": ["secretaris"]},
    DIRK: {"name": "Dirk Maes", "email": "dirk@example.org", "roles": ["directeur"]},
    SOFIE: {"name": "Sofie Claes", "email": "sofie@example.org", "roles": ["stuurgroep"]},
    LEO: {"name": "Leo Peeters", "email": "leo@example.org", "roles": ["lezer"]},
}
LAPTOP_SIZE, BEAMER_SIZE = ({"width": width, "height": height} for width, height in (LAPTOP, BEAMER))
OFFICE = "Directeur beleid"
"""What the director answers for: 1.1, 2.1, 3.1, 3.2 and 6.1."""
LONG = (
    "De partners lezen het *ontwerp* in december na: dat kost $ 1.000 tot $ 2.000.\n\n• “begroting” goedgekeurd\n\n" * 5
)
PREPARED, ON_PAGE = f"{LONG}De opleiding volgt.", "Het beleid loopt <gewoon> verder."
REPORTED, GROUP_SAID = "Besproken op het beleidsoverleg. Dank aan allen.", "De contacten worden hernomen."
AGREED = "belt de administratie"
INTERNAL = "Het budget is krap."
HALF_TYPED, TRIED = "Half getypt", "Van Dirk"


def test_four_roles_walk_their_day(seeded_address: str, tmp_path: Path, new_context) -> None:
    engine = open_database(seeded_address)
    begin = lines(seeded_address)
    with signing_in(seeded_address, tmp_path, PEOPLE) as address:
        els, dirk, sofie, leo = (come_in(new_context(base_url=address).new_page(), subject) for subject in PEOPLE)
        agenda = director_subscribes_before_he_is_linked(dirk)
        secretary_links_the_director_and_the_group(els)
        director_prepares_in_the_card(dirk, engine)
        director_prepares_on_the_page_of_an_action(dirk, engine)
        director_finds_nothing_that_is_not_for_him(dirk)
        reader_reads_and_finds_no_form(leo)
        group_waits_for_a_round(sofie)
        secretary_opens_a_round(els)
        director_reports_in_the_round(dirk, engine)
        group_takes_over_confirms_and_agrees(sofie, engine)
        secretary_notes_an_internal_remark(els)
        secretary_closes_the_round_and_fixes_its_list(els)
        reader_takes_the_list_and_the_overview_along(leo)
        director_returns_and_keeps_his_agreement(dirk, engine)
        his_agenda_holds_what_he_answers_for(agenda, engine)
        secretary_looks_as_the_director(els, engine)
    everything_was_done_by_who_did_it(engine, lines(seeded_address)[len(begin) :])
    the_log_tells_who_was_there(engine)
    engine.dispose()


def come_in(page: Page, subject: str) -> Page:
    """Somebody opens the bare address and signs in: the director begins at his own page, the others at the overview."""
    page.set_viewport_size(LAPTOP_SIZE)
    page.goto("/")
    sign_in(page, subject)
    first = my_actions.TITLE if subject == DIRK else nl.WHERE_WE_STAND
    expect(page.get_by_role("heading", name=first)).to_be_visible()
    expect(at_rest(page)).to_be_visible()
    return page


def director_subscribes_before_he_is_linked(page: Page) -> requests.Response:
    """He is told why his page is empty. His own agenda, as a program fetches it, is empty too."""
    expect(page.get_by_text(my_actions.NOT_LINKED)).to_be_visible()
    go_to(page, "Uitwisselen")
    expect(at_rest(page)).to_be_visible()
    choose(page, subscription.WHOSE, subscription.OWN)
    agenda = requests.get(made_address(page), timeout=30)
    assert events(agenda.content) == set()
    return agenda


def secretary_links_the_director_and_the_group(page: Page) -> None:
    """On Beheer, where the menu leads."""
    go_to(page, "Uitwisselen", "Beheer")
    page.get_by_role("radio", name=people.PEOPLE).click()
    for name, about in (("Dirk Maes", OFFICE), ("Sofie Claes", "Document: ")):
        expect(at_rest(page)).to_be_visible()
        choose(page, people.PERSON, name)
        choose(page, people.ABOUT_WHAT, about)
        page.get_by_role("button", name=people.LINK, exact=True).click()
        expect(page.get_by_role("row").filter(has_text=name).filter(has_text=about)).to_contain_text("23 nov 2026")


def director_prepares_in_the_card(page: Page, engine: Engine) -> None:
    """At the bare address; half of it typed, the page loaded anew, the cursor in the field up to the click."""
    page.goto("/")
    expect(page).to_have_url("/mijn-acties")
    expect(at_rest(page)).to_be_visible()
    expect(page.locator("p.counts")).to_contain_text("2 te laat")
    before = numbers(page)
    mine = card(page, "3.1")
    mine.get_by_role("button", name=my_actions.REPORT).click()
    mine.get_by_role("radio", name="Lopende").click()
    expect(at_rest(page)).to_be_visible()
    mine.get_by_label(nl.COMMENT).click()
    page.keyboard.insert_text(LONG)
    page.reload()
    expect(mine.get_by_label(nl.COMMENT)).to_have_value(LONG)
    expect(at_rest(page)).to_be_visible()
    mine.get_by_label(nl.COMMENT).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(PREPARED.removeprefix(LONG))
    mine.get_by_role("button", name=prepared.SAVE).click()
    expect(mine.get_by_text("Voorbereid door Dirk Maes")).to_be_visible()
    expect(mine.get_by_label(nl.COMMENT)).to_have_count(0)
    assert numbers(page) == before
    assert waiting(engine, "3.1") == (Status.ONGOING, PREPARED, "Dirk Maes")


def director_prepares_on_the_page_of_an_action(page: Page, engine: Engine) -> None:
    """With the keys alone, and back to where he came from."""
    card(page, "6.1").get_by_role("link").click()
    expect(page.get_by_role("heading", name=prepared.TITLE)).to_be_visible()
    expect(page.get_by_role("button", name="Open een opvolgingsmoment")).to_have_count(0)
    expect(at_rest(page)).to_be_visible()
    page.get_by_role("radio", name="Lopende").click()
    page.get_by_label(nl.COMMENT).click()
    page.keyboard.type(ON_PAGE)
    page.keyboard.press("Control+s")
    expect(page.get_by_role("button", name=prepared.WITHDRAW)).to_be_visible()
    assert waiting(engine, "6.1") == (Status.ONGOING, ON_PAGE, "Dirk Maes")
    page.go_back()
    expect(page.get_by_role("heading", name=my_actions.TITLE)).to_be_visible()
    expect(page).to_have_url("/mijn-acties")


def director_finds_nothing_that_is_not_for_him(page: Page) -> None:
    """All actions on the overview, no form of another's, no Beheer, and no buttons of a meeting."""
    open_action(page, "7.1")
    has_no_form(page, Role.DIRECTOR)
    go_to(page, "Vergadering")
    expect(page.get_by_text(nl.NO_OPEN_MOMENT)).to_be_visible()
    go_to(page, nl.MOMENTS)
    expect(page.get_by_text("13 okt 2025")).to_be_visible()
    expect(page.get_by_text(nl.OPEN_MOMENT)).to_have_count(0)
    go_to(page, "Uitwisselen")
    expect(page.get_by_role("link", name="Beheer", exact=True)).to_have_count(0)


def reader_reads_and_finds_no_form(page: Page) -> None:
    """What is prepared is there to read; Beheer says for whom it is."""
    open_action(page, "3.1")
    expect(page.get_by_text("De opleiding volgt.")).to_be_visible()
    has_no_form(page, Role.READER)
    go_to(page, "Uitwisselen")
    expect(page.get_by_role("link", name="Beheer", exact=True)).to_have_count(0)
    page.goto("/beheer")
    expect(page.get_by_text(people.NOT_FOR_HERE)).to_be_visible()


def group_waits_for_a_round(page: Page) -> None:
    open_action(page, "3.1")
    has_no_form(page, Role.STEERING)
    go_to(page, "Vergadering")
    expect(page.get_by_text(nl.NO_OPEN_MOMENT)).to_be_visible()


def secretary_opens_a_round(page: Page) -> None:
    go_to(page, "Vergadering", nl.MOMENTS)
    expect(at_rest(page)).to_be_visible()
    page.get_by_label("Titel", exact=True).click()
    page.keyboard.type("Stuurgroep klimaat")
    page.get_by_role("button", name=nl.OPEN_MOMENT).click()
    expect(page.get_by_text("2 van 15 acties zijn voorbereid")).to_be_visible()
    expect(page.get_by_text("23 nov 2026 – Stuurgroep klimaat")).to_be_visible()


def director_reports_in_the_round(page: Page, engine: Engine) -> None:
    """While the group sits together, in the card too: it shows what came of it, and keeps its place."""
    go_to(page, nl.OVERVIEW, my_actions.TITLE)
    expect(at_rest(page)).to_be_visible()
    before = numbers(page)
    mine = card(page, "2.1")
    mine.get_by_role("button", name=my_actions.REPORT).click()
    mine.get_by_role("radio", name="Afgerond").click()
    mine.get_by_label(nl.COMMENT).click()
    page.keyboard.type(REPORTED)
    mine.get_by_role("button", name=nl.SAVE).click()
    expect(mine.get_by_text(REPORTED)).to_be_visible()
    expect(mine.get_by_role("button", name=nl.SAVE)).to_have_count(0)
    assert numbers(page) == before
    assert said(engine, "2.1") == (Status.COMPLETED, REPORTED, "Dirk Maes")


def group_takes_over_confirms_and_agrees(page: Page, engine: Engine) -> None:
    """Their screen, which waited, shows the round by itself. One click takes over what the director prepared, word for
    word; it can be read from four metres."""
    expect(page.locator("p.coverage")).to_contain_text("1 van 15")
    turn_to(page, "3.1")
    page.mouse.move(0, 0)
    expect(page.get_by_role("tooltip")).to_have_count(0)
    take, save = (
        page.get_by_role("button", name=name) for name in (prepared.TAKE_OVER_AND_NEXT, "Opslaan en volgende")
    )
    expect(page.get_by_text("Voorbereid door Dirk Maes")).to_be_visible()
    for size in LAPTOP_SIZE, BEAMER_SIZE:
        page.set_viewport_size(size)
        for way in take, save:
            expect(way).to_be_in_viewport(ratio=1)
    sizes = page.evaluate(SIZES)
    assert {prepared.ADAPT, "De opleiding volgt."} <= {text for _, text in sizes}
    assert [(size, text) for size, text in sizes if size < 28] == []
    expect(at_rest(page)).to_be_visible()
    take.click()
    expect(page.locator(".st-key-last")).to_contain_text("Actie 3.1")
    expect(page.locator("h1.action")).to_contain_text("4.1")
    expect(at_rest(page)).to_be_visible()
    page.get_by_role("button", name="Ongewijzigd").click()
    expect(page.locator(".st-key-last")).to_contain_text("Actie 4.1")
    turn_to(page, "1.1")
    page.get_by_role("radio", name="Lopende").click()
    expect(at_rest(page)).to_be_visible()
    comment_field(page).click()
    page.keyboard.type(GROUP_SAID)
    page.get_by_text(nl.AGREEMENT).click()
    page.get_by_label(nl.AGREEMENT_TEXT).click()
    page.keyboard.type(AGREED)
    page.get_by_label(nl.AGREEMENT_WHO, exact=True).click()
    page.keyboard.type(OFFICE)
    save.click()
    expect(page.locator(".st-key-last")).to_contain_text("Actie 1.1")
    expect(page.locator("p.coverage")).to_contain_text("4 van 15 besproken · 3 gewijzigd · 1 ongewijzigd")
    assert said(engine, "3.1") == (Status.ONGOING, PREPARED, "Sofie Claes")
    assert said(engine, "1.1") == (Status.ONGOING, GROUP_SAID, "Sofie Claes")
    expect(page.get_by_role("button", name="Sluit de vergadering")).to_have_count(0)


def secretary_notes_an_internal_remark(page: Page) -> None:
    """Once she asked to see them; typed last, and saved with the cursor in it."""
    open_action(page, "8.1")
    expect(at_rest(page)).to_be_visible()
    page.get_by_role("button", name=nl.SHOW_INTERNAL).click()
    page.get_by_role("button", name=nl.SHOW_INTERNAL_YES).click()
    page.get_by_role("radio", name="Lopende").click()
    expect(at_rest(page)).to_be_visible()
    page.get_by_label(nl.INTERNAL).click()
    page.keyboard.type(INTERNAL)
    page.get_by_role("button", name=nl.SAVE).click()
    expect(page.locator(".report").get_by_text(INTERNAL)).to_be_visible()
    page.get_by_role("button", name=nl.HIDE_INTERNAL).click()
    expect(page.get_by_text(INTERNAL)).to_have_count(0)


def secretary_closes_the_round_and_fixes_its_list(page: Page) -> None:
    go_to(page, "Vergadering")
    page.get_by_role("button", name="Sluit de vergadering").click()
    page.get_by_role("button", name=nl.CLOSE_CONFIRM).click()
    expect(page.get_by_label("Tekst van de beslissingenlijst")).to_have_value(re.compile(AGREED))
    expect(at_rest(page)).to_be_visible()
    page.get_by_role("button", name="Vaststellen").click()
    page.get_by_role("button", name="Ja, vaststellen").click()
    expect(page.get_by_text("Vastgesteld door Els Wouters")).to_be_visible()


def reader_takes_the_list_and_the_overview_along(page: Page) -> None:
    """Nothing internal in either, nor a way to ask for it."""
    go_to(page, "Vergadering", "Beslissingenlijst")
    expect(page.get_by_text("Vastgesteld door Els Wouters")).to_be_visible()
    (row,) = page.get_by_role("row").filter(has_text=AGREED).all()
    expect(row).to_contain_text(OFFICE)
    go_to(page, "Historiek")
    page.get_by_role("radio", name="Alle wijzigingen").click()
    expect(page.get_by_text("Sofie Claes").first).to_be_visible()
    expect(page.get_by_text(INTERNAL)).to_have_count(0)
    go_to(page, nl.OVERVIEW)
    expect(page.get_by_text(nl.SHOW_INTERNAL)).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name=nl.DOWNLOAD).click()
    cells = cells_of(download.value.path())
    assert {PREPARED, GROUP_SAID, REPORTED} <= cells
    assert not [cell for cell in cells if INTERNAL in cell]


def director_returns_and_keeps_his_agreement(page: Page, engine: Engine) -> None:
    """What the group did to his actions stands there, what he did himself not; one click says that it is done."""
    page.goto("/")
    expect(page).to_have_url("/mijn-acties")
    expect(page.get_by_role("heading", name=my_actions.NEWS)).to_be_visible()
    expect(page.get_by_text(my_actions.closed(1))).to_be_visible()
    news = page.locator(".st-key-mine_news")
    for told in (f"Afspraak: {AGREED}", GROUP_SAID, "Sofie Claes"):
        expect(news).to_contain_text(told)
    for not_told in (REPORTED, "Niet aan bod gekomen"):
        expect(news).not_to_contain_text(not_told)
    agreement = page.locator("[class*='st-key-agreement-']")
    expect(agreement).to_contain_text(AGREED)
    expect(at_rest(page)).to_be_visible()
    agreement.get_by_role("button", name="Gedaan").click()
    expect(agreement).to_have_count(0)
    (agreed,) = found(engine, "1.1").agreements
    assert agreed.done is not None
    assert agreed.done.author == "Dirk Maes"
    card(page, "1.1").get_by_role("link").click()
    expect(page.get_by_text(re.compile("gedaan volgens Dirk Maes"))).to_be_visible()


def his_agenda_holds_what_he_answers_for(agenda: requests.Response, engine: Engine) -> None:
    """At the next poll of the address that gave nothing before the secretary linked him."""
    answer = requests.get(agenda.url, headers={"If-None-Match": agenda.headers["ETag"]}, timeout=30)
    with read_only(engine) as session:
        own = [one for one in actions(session) if OFFICE in one.responsibles]
    assert events(answer.content) == events(deadlines_calendar(own, NOW)) != set()


def secretary_looks_as_the_director(page: Page, engine: Engine) -> None:
    """She sees his page and changes nothing; what she had typed herself is there again, what she tried is not."""
    open_action(page, "2.1")
    comment = page.get_by_role("textbox", name=nl.COMMENT)
    comment.click()
    page.keyboard.type(HALF_TYPED)
    bar = view_as_the_director(page)
    mine = card(page, "3.2")
    mine.get_by_role("button", name=my_actions.REPORT).click()
    mine.get_by_label(nl.COMMENT).click()
    page.keyboard.type(TRIED)
    mine.get_by_role("button", name=prepared.SAVE).click()
    expect(page.get_by_text("dan kun je alleen kijken. Er is niets gewijzigd.")).to_be_visible()
    page.reload()  # ends it, on a page that is not for her
    expect(page.get_by_text(my_actions.ANSWERS_FOR_NOTHING)).to_be_visible()
    expect(bar).to_have_count(0)
    open_action(page, "2.1")
    expect(comment).to_have_value(HALF_TYPED)
    assert TRIED not in page.evaluate("JSON.stringify(sessionStorage)")
    bar = view_as_the_director(page)
    page.get_by_role("link", name=nl.OVERVIEW).first.click()
    with page.expect_download():
        page.get_by_role("button", name=nl.DOWNLOAD).click()
    page.get_by_role("button", name="Stop met kijken als Dirk Maes").click()
    expect(bar).to_have_count(0)


def view_as_the_director(page: Page) -> Locator:
    """The bar that says so, above the page on which he begins."""
    go_to(page, "Uitwisselen", "Beheer")
    page.get_by_role("radio", name=people.PEOPLE).click()
    expect(at_rest(page)).to_be_visible()
    choose(page, people.VIEW_WHO, "Dirk Maes")
    page.get_by_role("button", name=people.VIEW, exact=True).click()
    bar = page.get_by_text("Je bekijkt dit als Dirk Maes, directeur of verantwoordelijke. Je kunt alleen kijken.")
    expect(bar).to_be_visible()
    expect(page.get_by_role("heading", name=my_actions.TITLE)).to_be_visible()
    expect(at_rest(page)).to_be_visible()
    return bar


def everything_was_done_by_who_did_it(engine: Engine, journal: list[tuple[str, str]]) -> None:
    """Each line of the journal of that day has the verified identity of who did it beside the name."""
    assert [line for line in journal if line[0] != line[1]] == []
    assert {author for author, _ in journal} == {"Els Wouters", "Dirk Maes", "Sofie Claes"}
    assert said(engine, "3.1") == (Status.ONGOING, PREPARED, "Sofie Claes")
    assert waiting(engine, "6.1") == (Status.ONGOING, ON_PAGE, "Dirk Maes")
    assert found(engine, "8.1").reports[-1].internal == INTERNAL


def the_log_tells_who_was_there(engine: Engine) -> None:
    with read_only(engine) as session:
        told = [line[1:] for line in visits(session)]
    assert {who for who, what, _ in told if what == Visit.SIGNED_IN} == {str(one["name"]) for one in PEOPLE.values()}
    assert [who for who, what, _ in told if what == Visit.DOWNLOADED] == ["Els Wouters", "Leo Peeters"]
    assert ("Els Wouters", Visit.VIEWED_AS, "Dirk Maes") in told
    assert ("Els Wouters", Visit.ANSWERS, f"Dirk Maes: {OFFICE}") in told
    assert ("Dirk Maes", Visit.KEY_MADE) in {line[:2] for line in told}


def go_to(page: Page, *names: str) -> None:
    """Through the menu."""
    for name in names:
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.locator("span.here").get_by_text(name, exact=True).first).to_be_visible()


def open_action(page: Page, number: str) -> None:
    """From the overview."""
    if not page.locator("tr.row").first.is_visible():
        page.get_by_role("link", name=nl.OVERVIEW).first.click()
    expect(page.locator("tr.row")).to_have_count(15)
    page.get_by_role("link", name=number, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    expect(at_rest(page)).to_be_visible()


def choose(page: Page, label: str, typed: str) -> None:
    """From a list, by the beginning of a name."""
    page.get_by_role("combobox", name=label, exact=True).click()
    page.keyboard.type(typed)
    page.get_by_role("option", name=typed).click()
    expect(at_rest(page)).to_be_visible()


def turn_to(page: Page, number: str) -> None:
    """By its place on the agenda."""
    page.locator(".st-key-agenda").get_by_role("button", name=re.compile(rf"\s{number}$")).click()
    expect(page.locator("h1.action span").get_by_text(number, exact=True)).to_be_visible()
    expect(at_rest(page)).to_be_visible()


def card(page: Page, number: str) -> Locator:
    return page.locator("[class*='st-key-card-']").filter(has_text=f"{number} ")


def numbers(page: Page) -> list[str]:
    """Of the actions on Mijn acties, in the order in which they stand there."""
    return [words.split()[0] for words in page.locator("[class*='st-key-card-']").all_inner_texts()]


def has_no_form(page: Page, role: Role) -> None:
    """An action that this one may read alone, and that says why."""
    expect(page.get_by_text(people.why_not(role))).to_be_visible()
    expect(at_rest(page)).to_be_visible()
    expect(page.get_by_label(nl.COMMENT)).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("Opslaan|Bewaar|Neem over"))).to_have_count(0)


def said(engine: Engine, number: str) -> tuple[Status, str, str]:
    report = found(engine, number).reports[-1]
    return report.status, report.comment, report.author


def waiting(engine: Engine, number: str) -> tuple[Status, str, str] | None:
    one = found(engine, number).prepared
    return (one.status, one.comment, one.author) if one else None


def cells_of(file: Path) -> set[str]:
    """Every text in the workbook."""
    book = openpyxl.load_workbook(BytesIO(file.read_bytes()))
    return {
        value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if isinstance(value, str)
    }
