"""Jaarcijfers, driven through the entry on the real document with what two follow-up moments said of it."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from drafts import a_draft, store
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from mrdb.domain.basis import Basis
from mrdb.domain.edit import Edit, Move
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.domain.year import SHARE_OF, TELLING, Figure, year_figures
from mrdb.exchange.excel import overview_workbook
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import close_moment, open_moment, reopen_moment
from mrdb.store.queries import actions, changes, moments
from mrdb.store.writing import save_edit
from mrdb.store.years import publish_year
from mrdb.text.excel import NO_ACTIONS
from mrdb.text.year import paragraph

Open = Callable[..., AppTest]
Stored = Callable[[str], Action]
PAGE = "pages/year.py"
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
JUNE = Period(PeriodKind.DEADLINE, date(2026, 6, 1), date(2026, 6, 30), Precision.MONTH)


def tile(page: AppTest, figure: Figure) -> str:
    """The words on a tile without their marks: ``6 Deadline in 2026 2025: 4``."""
    assert not page.exception
    return " ".join(re.sub(r"\*\*|:small\[|\]", "", page.button(key=f"tile-{figure.value}-year").label).split())


def rows(page: AppTest) -> list[dict[str, str]]:
    """What the table holds, from top to bottom."""
    assert not page.exception
    tables = [part.proto for part in page.get("bidi_component") if part.proto.component_name == "action_table"]
    return [row for table in tables for row in json.loads(table.json)["rows"]]


def shown(page: AppTest) -> list[str]:
    return [row["number"] for row in rows(page)]


def in_excel(year: int, figure: Figure) -> list[str]:
    with read_only(prepared_database()) as session:
        figures = year_figures(actions(session), changes(session), year, TODAY)
    data = overview_workbook(figures[figure], figures.day, basis=Basis("f" * 8, 1, "0" * 8))
    found = load_workbook(BytesIO(data))["Overzicht"].iter_rows(min_row=2, max_col=1, values_only=True)
    return [str(number) for (number,) in found if number not in {None, NO_ACTIONS}]


def meet(stored: Stored, day: date, **edits: Edit) -> None:
    """Holds a follow-up moment; ``a5_1`` names action 5.1."""
    found = {name: stored(name[1:].replace("_", ".")) for name in ("a1_1", *edits)}
    response, who = found["a1_1"].recommendation.response.id, {"author": "An", "at": NOW}
    with transaction(prepared_database()) as session:
        moment = open_moment(session, day=day, title="", response_ids=[response], **who)
        for name, edit in edits.items():
            action = found[name]
            save_edit(session, action_id=action.id, version=action.version, moment_id=moment, edit=edit, **who)
        close_moment(session, moment, **who)


@pytest.fixture
def two_years(stored: Stored) -> None:
    """3.1 closes in 2025, where 5.1 moves to June 2026; 5.1, 7.1 and 2.1 (without a deadline) close in 2026."""
    move = Move(stored("5.1").milestones[0].id, JUNE, "de partner later begint")
    done = Edit(Status.COMPLETED, "Klaar.", {}, ())
    meet(stored, date(2025, 12, 9), a3_1=done, a5_1=Edit(Status.ONGOING, "", {}, (move,)))
    meet(stored, TODAY, a5_1=done, a7_1=done, a2_1=Edit(Status.DROPPED, "Opgegaan in 6.1.", {}, ()))


def test_year_of_the_real_document(open_page: Open) -> None:
    page = open_page(PAGE)
    assert [tile(page, figure) for figure in Figure] == [
        "6 Deadline in 2026 2025: 5",
        "0 Afgesloten in 2026 2025: 0",
        "0 % Aandeel afgesloten: 0 van 6 2025: 0 van 5 · 0 %",
        "5 Te laat op 23 nov 2026 2025: 5",
        "0 Verschoven in 2026 2025: 0",
        "– Op tijd zoals eerst beloofd",
        "0 % In het jaar zelf (WFP): 0 van 6",
        "0 ≤ 30 dagen te laat",
        "0 31–90 dagen te laat",
        "0 91–180 dagen te laat",
        "5 > 180 dagen te laat",
    ]
    assert shown(page) == ["4.1", "5.3", "7.1", "7.2", "8.1", "8.2"]
    assert "6 van 15 acties" in page.markdown[0].value


def test_year_tiles_tell_what_happened_and_what_happened_before(open_page: Open, two_years: None) -> None:
    page = open_page(PAGE)
    assert [tile(page, figure) for figure in Figure][:7] == [
        "7 Deadline in 2026 2025: 4",
        "3 Afgesloten in 2026 2025: 1",
        "29 % Aandeel afgesloten: 2 van 7 2025: 1 van 4 · 25 %",
        "3 Te laat op 23 nov 2026 2025: 3",
        "0 Verschoven in 2026 2025: 1",
        "50 % Op tijd zoals eerst beloofd: 1 van 2",
        "29 % In het jaar zelf (WFP): 2 van 7",
    ]


@pytest.mark.parametrize("year", [2025, 2026])
def test_year_every_number_equals_the_rows_and_the_excel(open_page: Open, two_years: None, year: int) -> None:
    page = open_page(PAGE, jaar=str(year))
    for figure in Figure:
        page.button(key=f"tile-{figure.value}-year").click().run()
        listed = shown(page)
        assert listed == in_excel(year, figure)
        said = tile(page, figure)
        assert f": {len(listed)} van" in said if figure in SHARE_OF else said.split()[0] == str(len(listed))


def test_year_late_is_what_the_overview_calls_late(open_page: Open, two_years: None) -> None:
    late = tile(open_page(PAGE), Figure.LATE).split()[0]
    assert f"**{late}** Te laat" in open_page().button_group(key="tiles").options


def test_year_keeps_year_and_list_in_the_address(open_page: Open, two_years: None) -> None:
    page = open_page(PAGE)
    page.button(key="tile-closed-year").click().run()
    assert page.query_params["lijst"] == "afgesloten"
    assert shown(page) == ["2.1", "5.1", "7.1"]
    assert shown(open_page(PAGE, jaar="2025", lijst="verschoven")) == ["5.1"]


def test_year_address_with_unknown_values_shows_the_newest_year(open_page: Open) -> None:
    page = open_page(PAGE, jaar="1900", lijst="onzin", document="onzin")
    assert tile(page, Figure.DUE).startswith("6 Deadline in 2026")
    assert len(shown(page)) == 6


def test_year_that_is_over_shows_its_actions_as_they_stood(open_page: Open, two_years: None, stored: Stored) -> None:
    meet(stored, date(2026, 11, 24), a3_1=Edit(Status.ONGOING, "Heropend.", {}, ()))
    (row,) = rows(open_page(PAGE, jaar="2025", lijst="afgesloten"))
    assert (row["number"], row["comment"], row["followed_up"]) == ("3.1", "Klaar.", "9 dec 2025")


def test_year_empty_list_says_so_and_offers_no_file(open_page: Open) -> None:
    page = open_page(PAGE, lijst="verschoven")
    assert "In 2026 is geen enkele deadline verschoven." in " ".join(html.proto.body for html in page.get("html"))
    assert not page.get("download_button")


def test_year_first_year_has_none_before_it(open_page: Open, two_years: None) -> None:
    page = open_page(PAGE, jaar="2025")
    assert tile(page, Figure.DUE) == "4 Deadline in 2025"
    assert "Ter vergelijking" not in page.code[0].value


def test_year_paragraph_stands_ready_to_copy(open_page: Open, two_years: None) -> None:
    text = open_page(PAGE).code[0].value
    assert text.startswith("In 2026 hebben 7 acties uit onze managementrespons een deadline.")
    assert "Ter vergelijking: in 2025 hadden 4 acties een deadline" in text


def test_year_of_several_documents_counts_those_that_are_chosen(open_page: Open, stored: Stored) -> None:
    subject = stored("1.1").recommendation.response.subject
    store(prepared_database(), replace(a_draft(), subject=subject))
    page = open_page(PAGE)
    assert tile(page, Figure.DUE).startswith("7 Deadline")
    assert "uit onze 2 managementresponsen" in page.code[0].value
    names = page.multiselect(key="document").options
    assert len(set(names)) == 2
    page.multiselect(key="document").set_value([names[1]]).run()
    assert shown(page) == ["2.2"]
    assert "1 van 3 acties" in page.markdown[0].value


def test_year_of_one_document_offers_no_choice(open_page: Open) -> None:
    assert not open_page(PAGE).multiselect


def publish_2025() -> str:
    """Mira closes 2025; what she published of it in words."""
    with transaction(prepared_database()) as session:
        figures = year_figures(actions(session), changes(session, facts=TELLING), 2025, TODAY)
        text = paragraph(figures, None)
        publish_year(session, figures, text, edition=1, author="Mira", at=datetime(2026, 1, 15, 9, 0, tzinfo=UTC))
    return text


def correct(stored: Stored, number: str, edit: Edit) -> None:
    """Somebody opens the last moment again and puts an action right."""
    action, who = stored(number), {"author": "An", "at": NOW}
    with transaction(prepared_database()) as session:
        moment = moments(session)[0]
        reopen_moment(session, moment.id, reason="vergeten", **who)
        save_edit(session, action_id=action.id, version=action.version, moment_id=moment.id, edit=edit, **who)
        close_moment(session, moment.id, **who)


def test_year_that_is_closed_keeps_what_was_published_beside_the_data_of_now(open_page: Open, stored: Stored) -> None:
    meet(stored, date(2025, 12, 9), a3_1=Edit(Status.COMPLETED, "Klaar.", {}, ()))
    text = publish_2025()
    page = open_page(PAGE, jaar="2025", lijst="afsluitgraad")
    assert "Gepubliceerd op 15 jan 2026 door Mira" in " ".join(html.proto.body for html in page.get("html"))
    correct(stored, "4.2", Edit(Status.COMPLETED, "Was ook klaar.", {}, ()))
    page = open_page(PAGE, jaar="2025", lijst="afsluitgraad")
    assert tile(page, Figure.RATE) == "20 % nu: 40 % Aandeel afgesloten: 1 van 5"
    assert tile(page, Figure.DUE) == "5 Deadline in 2025"
    assert (shown(page), page.code[0].value) == (["3.1"], text)
    (said, _) = [box.label for box in page.expander]
    assert said == "Gepubliceerd op 15 jan 2026 door Mira. Volgens de gegevens van nu is dit jaar anders, door 4.2"
    table = next(html.proto.body for html in page.get("html") if "Gegevens van nu" in html.proto.body)
    row = ("Aandeel afgesloten", "1 van 5 · 20 %", "2 van 5 · 40 %", "erbij: 4.2 (afgerond)")
    assert "".join(f"<td>{cell}</td>" for cell in row) in table
    assert "2025: 1 van 5 · 20 %" in tile(open_page(PAGE), Figure.RATE)


def test_year_that_is_closed_counts_the_document_that_is_chosen(open_page: Open, stored: Stored) -> None:
    subject = stored("1.1").recommendation.response.subject
    store(prepared_database(), replace(a_draft(), subject=subject))
    text = publish_2025()
    page = open_page(PAGE, jaar="2025")
    assert tile(page, Figure.DUE) == "5 Deadline in 2025"
    names = page.multiselect(key="document").options
    page.multiselect(key="document").set_value([names[1]]).run()
    assert tile(page, Figure.DUE) == "0 Deadline in 2025"
    assert page.code[0].value == text
    assert "alle managementresponsen samen" in " ".join(html.proto.body for html in page.get("html"))
