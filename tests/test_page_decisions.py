"""Beslissingenlijst, driven through the entry on the real document; what counts is what the database then holds."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from serving import own_links
from streamlit.testing.v1 import AppTest

from mrdb.domain.edit import Edit
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import close_moment, open_moment
from mrdb.store.rounds import all_minutes
from mrdb.store.writing import save_edit

Open = Callable[..., AppTest]
Stored = Callable[[str], Action]
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PAGE = "pages/decisions.py"
SUGGESTED = """Afgerond:

Actie 4.2: Framing natuurlijke rijkdommen als ‘De verborgen kost van energie’ (SG Klimaat) – van lopende naar \
afgerond. Campagne geëvalueerd.

Niet aan bod gekomen:

Actie 7.1: Realisatie van de MEAL hervorming gelinkt aan uitbouw volgende … (Directeur M&O)."""


@pytest.fixture
def held(stored: Stored) -> Callable[..., int]:
    """A round in which 4.2 was completed and 7.1 did not come up."""

    def a_round(*, is_closed: bool = True, day: date = date(2026, 11, 23), number: str = "4.2") -> int:
        action, left = stored(number), stored("7.1")
        edit = Edit(Status.COMPLETED, "Campagne geëvalueerd.", {}, ())
        with transaction(prepared_database()) as session:
            response = action.recommendation.response.id
            moment_id = open_moment(session, day=day, title="", response_ids=[response], author="An", at=AT)
            ids = {"action_id": action.id, "version": action.version, "moment_id": moment_id}
            save_edit(session, edit=edit, author="An", at=AT, **ids)
            if is_closed:
                close_moment(session, moment_id, "An", AT, not_discussed=[left.id])
        return moment_id

    return a_round


def shown(page: AppTest) -> str:
    return " ".join(html.proto.body for html in page.get("html"))


def test_decisions_without_a_meeting_say_so(open_page: Open) -> None:
    page = open_page(PAGE)
    assert not page.exception
    assert "nog niet vergaderd" in page.info[0].value
    assert own_links(page) == ["Opvolgingsmomenten →"]


def test_decisions_of_an_open_moment_are_a_preview(open_page: Open, held: Callable[..., int]) -> None:
    held(is_closed=False)
    page = open_page(PAGE)
    assert "nog open" in page.info[0].value
    assert "van lopende naar afgerond." in shown(page)
    assert "<b>Actie 4.2:</b> Framing" in shown(page)
    assert not page.text_area
    assert "Ja, vaststellen" not in [button.label for button in page.button]


def fix_button(page: AppTest):
    return next(button for button in page.button if button.label == "Ja, vaststellen")


def test_decisions_are_corrected_and_then_fixed(open_page: Open, held: Callable[..., int]) -> None:
    moment_id = held()
    page = open_page(PAGE)
    assert page.text_area[0].value == SUGGESTED
    page.text_area[0].set_value("Actie 4.2: afgerond, met dank aan allen.").run()
    fix_button(page).click().run()
    assert page.error[0].value == "Vul eerst in wie dit invult."
    page.text_input(key="typed_user").set_value("An").run()
    fix_button(page).click().run()
    with read_only(prepared_database()) as session:
        (minutes,) = all_minutes(session, moment_id)
    assert (minutes.text, minutes.author) == ("Actie 4.2: afgerond, met dank aan allen.", "An")
    assert not page.text_area
    assert "afgerond, met dank aan allen." in shown(page)
    assert page.code[0].value == minutes.text


def test_decisions_keep_what_was_typed_over_a_page_switch(open_page: Open, held: Callable[..., int]) -> None:
    held()
    page = open_page(PAGE)
    page.text_area[0].set_value("Half getypt").run()
    page.switch_page("pages/history.py").run()
    page.switch_page(PAGE).run()
    assert page.text_area[0].value == "Half getypt"
    page.button(key="restore").click().run()
    assert page.text_area[0].value == SUGGESTED


def test_decisions_begin_with_the_newest_moment_and_offer_the_others(open_page: Open, held: Callable[..., int]) -> None:
    held(day=date(2026, 5, 4), number="3.2")
    held()
    page = open_page(PAGE)
    assert page.selectbox[0].options == ["23 nov 2026", "4 mei 2026"]
    page.selectbox[0].select("4 mei 2026").run()
    assert page.text_area[0].value.startswith("Afgerond:\n\nActie 3.2:")


def test_decisions_open_at_the_moment_of_the_address(open_page: Open, held: Callable[..., int]) -> None:
    earlier = held(day=date(2026, 5, 4), number="3.2")
    held()
    page = open_page()
    page.query_params["moment"] = str(earlier)
    page.switch_page(PAGE).run()
    assert page.text_area[0].value.startswith("Afgerond:\n\nActie 3.2:")
