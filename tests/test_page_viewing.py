"""Looking as somebody else: the same pages and buttons, nothing is written, and nothing of it stays."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from drafts import NOW, every_row
from roles import ISSUER, MINE, OTHER, Enter, Stored, buttons, menu, shown
from serving import ROOT, TODAY
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from mrdb.domain.errors import OnlyLooking
from mrdb.domain.people import Identity, Person, Role, Visit
from mrdb.domain.response import Action
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.people import change_role, people, sign_in, visits, withdraw
from mrdb.store.reviews import keep_review
from mrdb.text import backup
from mrdb.text import people as words
from mrdb.text.faults import sentence

PARTS = (backup.BACKUP, words.PEOPLE, words.PROGRAMS)
WRITING = ("action", *PARTS, "agreements", "exchange", "meeting", "my_actions", "new_response")
"""The pages with buttons that write, and the parts of Beheer."""
LOOKS = "Zoë Kijkt"
"""The secretary who looks as the others."""
REFUSED = sentence(OnlyLooking())
Look = Callable[[Role], AppTest]


@pytest.fixture
def look(everybody: None) -> Look:
    """The first page as somebody with this role, before a secretary who looks."""
    who = Identity(f"{ISSUER}|zoe", LOOKS, "zoe@example.org", (Role.SECRETARY,))
    with transaction(prepared_database()) as session:
        sign_in(session, who, NOW)

    def began(role: Role) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        app.user = {"is_logged_in": True, "sub": "zoe", "iss": ISSUER, "name": LOOKS, "email": who.email}
        begin(app.run(), role)
        assert words.viewed_as(known(role)) in shown(app)
        return app

    return began


def begin(app: AppTest, role: Role) -> None:
    go_to(app, words.PEOPLE)
    app.selectbox(key="to_view").set_value(words.called(known(role))).run()
    app.button(key="view_as").click().run()


def go_to(page: AppTest, name: str, action: Action | None = None) -> AppTest:
    page.switch_page(f"pages/{'admin' if name in PARTS else name}.py")
    page.query_params["actie"] = str(action.id) if action else ""
    page.run()
    return page.segmented_control(key="deel").set_value(name).run() if name in PARTS else page


def known(role: Role) -> Person:
    """The one whom the fixtures made."""
    with read_only(prepared_database()) as session:
        return next(one for one in people(session) if one.name == role.value.title())


def drawn(page: AppTest) -> list[str]:
    """All that one reads, in its order, without the bar and what no two runs share."""
    assert not page.exception
    labels = [str(node.proto.label) for node in page.main if hasattr(getattr(node, "proto", None), "label")]
    labels = [label for label in labels if not label.startswith("Stop met kijken")]
    return [*labels, re.sub(r"(?s)<(script|style|p role=.status.)>.*?</(script|style|p)> ?", "", shown(page))]


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.READER])
def test_looking_as_somebody_shows_what_that_person_sees(
    look: Look, enter: Enter, stored: Stored, role: Role, database_file: Path
) -> None:
    looking, signed_in = look(role), enter(role)
    assert drawn(looking) == drawn(signed_in)
    for name, number in (("action", MINE), ("action", OTHER), ("meeting", MINE), ("exchange", MINE), ("admin", MINE)):
        here, there = (go_to(page, name, stored(number)) for page in (looking, signed_in))
        assert drawn(here) == drawn(there), name
        assert buttons(here) - {"stop_viewing"} == buttons(there), name
        assert words.viewed_as(known(role)) in shown(here)
    assert menu(here) == menu(there)


def test_no_button_writes_while_one_looks(
    look: Look, stored: Stored, database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MRDB_SMTP_HOST", "smtp.example.org")
    with transaction(prepared_database()) as session:
        keep_review(session, "a", "water.pdf", b"%PDF", b"{}", author="An", at=NOW - timedelta(days=90))
    page = look(Role.SECRETARY)
    before, refused = every_row(prepared_database()), set()
    for name in WRITING:
        fill(go_to(page, name, stored(MINE)))
        for wanted in [(one.key, one.label) for one in page.button if is_to_click(one)]:
            found = next((one for one in page.button if (one.key, one.label) == wanted and not one.disabled), None)
            if found:
                found.click().run()
                assert not page.exception, wanted
                refused |= {wanted[1]} if REFUSED in {one.value for one in page.error} else set()
    page.toggle[0].set_value(False).run()
    assert [one.value for one in page.error] == [REFUSED]
    assert every_row(prepared_database()) == before
    assert refused > {"Opslaan", "✓ Gedaan", "Maak een reservekopie", "Maak een adres", "Maak een sleutel", "Bekijk"}


def fill(page: AppTest) -> None:
    """So that nothing is wanting."""
    for text in (*page.text_input, *page.text_area):
        text.set_value("iets@example.org")
    for choice in (one for one in page.selectbox if one.value is None):
        choice.set_value(choice.options[-1])
    for day in (one for one in page.date_input if one.value is None):
        day.set_value(date.fromisoformat(TODAY))
    page.run()


def is_to_click(button: Button) -> bool:
    """Neither what ends it, nor the many that lead to another action."""
    return button.label != words.SIGN_OUT and not str(button.key).startswith(("stop_viewing", "agenda-"))


def test_the_way_back_brings_all_back_and_leaves_nothing_of_what_one_tried(look: Look, stored: Stored) -> None:
    mine = stored(MINE)
    page = look(Role.DIRECTOR)
    page.button(key="stop_viewing").click().run()
    own = go_to(page, "action", mine)
    typed = own.text_area[0].set_value("Van mij").run().text_area[0].key
    begin(page, Role.DIRECTOR)
    looking = go_to(page, "action", mine)
    assert looking.text_area(key=typed).value == "Loopt."
    looking.text_area(key=typed).set_value("Van de andere").run()
    page.button(key="stop_viewing").click().run()
    assert page.text_area(key=typed).value == "Van mij"
    assert "stop_viewing" not in buttons(page)
    assert "Beheer" in menu(go_to(page, "exchange"))
    with read_only(prepared_database()) as session:
        told = [line[1:] for line in visits(session)]
    assert told[:2] == [(LOOKS, Visit.VIEWED_AS, "Directeur")] * 2
    assert told[2] == (LOOKS, Visit.SIGNED_IN, "")


def test_one_of_two_with_the_same_name_is_the_one_who_was_chosen(look: Look, stored: Stored) -> None:
    page = look(Role.READER)
    page.button(key="stop_viewing").click().run()
    with transaction(prepared_database()) as session:
        sign_in(session, Identity("x|2", "Lezer", "namesake@example.org", (Role.DIRECTOR,)), NOW)
    begin(page, Role.READER)
    assert words.viewed_as(known(Role.READER)) in shown(page)


@pytest.mark.parametrize("who", ["zoe@example.org", "directeur@example.org"])
@pytest.mark.parametrize("is_withdrawn", [True, False])
def test_looking_ends_at_the_next_click_where_one_of_both_may_no_longer(
    look: Look, stored: Stored, database_file: Path, who: str, is_withdrawn: bool
) -> None:
    page = go_to(look(Role.DIRECTOR), "action", stored(MINE))
    with transaction(prepared_database()) as session:
        person = next(one for one in people(session) if one.email == who)
        if is_withdrawn:
            withdraw(session, person.id, author="mrdb", at=NOW)
        else:
            change_role(session, person.id, Role.READER, author="mrdb", at=NOW)
    page.button(key=f"save-{stored(MINE).id}").click().run()  # in a fragment
    if who == "zoe@example.org":
        assert buttons(page) == set() if is_withdrawn else "save" not in buttons(page)
    elif is_withdrawn:
        assert page.toast[0].value == words.NO_LONGER_VIEWED
        assert "Beheer" in menu(go_to(page, "exchange"))
    else:
        assert words.viewed_as(replace(person, role=Role.READER)) in shown(page)
        assert "save" not in buttons(page)
