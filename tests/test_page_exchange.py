"""Uitwisselen and Nieuwe managementrespons with files that cannot be read: a sentence, and nothing else."""

from collections.abc import Callable
from io import BytesIO

import pytest
from drafts import NOW, TODAY, opened_moment
from hostile import Hostile, hostile_files
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from mrdb.domain.edit import Edit
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.exchange.excel import overview_workbook
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.queries import actions, basis, newest_line
from mrdb.store.writing import save_edit

WORKBOOKS = ("beveiligd.xlsx", "verslag.pdf.xlsx", "macro.xlsx", "verwijzing.xlsx", "honderdduizend rijen.xlsx")
FAMILIES = ("files of other kinds", "XML and macros that reach out", "more than anybody fills in", "lists")
LISTS = ("nul.csv", "lange regel.csv", "alleen titels.csv")


@pytest.fixture
def hand_in(open_page: Callable[..., AppTest]) -> Callable[[str, Hostile], AppTest]:
    def handed_in(page: str, file: Hostile) -> AppTest:
        app = open_page(page)
        name, data = file
        app.file_uploader[0].set_value([(name, data, "application/octet-stream")])
        return app.run()

    return handed_in


def test_page_exchange_says_what_is_wrong_with_a_hostile_file(
    installation: None, hand_in: Callable[[str, Hostile], AppTest]
) -> None:
    with read_only(prepared_database()) as session:
        good, before = overview_workbook(actions(session), TODAY, basis=basis(session)), newest_line(session)
    families = hostile_files(good, b"")
    wanted = dict(file for name in FAMILIES for file in families[name])
    for name in WORKBOOKS + LISTS:
        app = hand_in("pages/exchange.py", (name, wanted[name]))
        assert [error.value.partition(":")[0] for error in app.error] == [name]
        assert not app.exception
    with read_only(prepared_database()) as session:
        assert newest_line(session) == before


def test_page_new_response_says_what_is_wrong_with_a_hostile_file(hand_in: Callable[[str, Hostile], AppTest]) -> None:
    for name, data in (("oud.docx", b"\xd0\xcf\x11\xe0" + bytes(99)), ("foto.docx", b"\x89PNG" + bytes(99))):
        app = hand_in("pages/new_response.py", (name, data))
        assert [error.value.partition(":")[0] for error in app.error] == [name]
        assert not app.exception


def test_page_exchange_applies_what_was_on_screen_or_nothing(
    open_page: Callable[..., AppTest], stored: Callable[[str], Action]
) -> None:
    moment_id = opened_moment(prepared_database())
    file = ("van Bert.xlsx", with_status("7.1", "Lopende"), "application/octet-stream")
    app = open_page("pages/exchange.py")
    app.file_uploader[0].set_value([file, file])
    app = app.run()
    app.text_input(key="typed_user").set_value("Bert")
    app = app.run()
    action = stored("7.1")
    with transaction(prepared_database()) as session:
        edit = Edit(Status.DROPPED, "Gaat niet door.", {}, ())
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment_id,
            edit=edit,
            author="An",
            at=NOW,
        )
    button(app).click()
    app = app.run()
    assert stored("7.1").reports[-1].status == Status.DROPPED
    assert next(info.value for info in app.info).startswith("Intussen is er iets gewijzigd in de databank.")
    assert "15 acties gelezen: 1 te kiezen, 14 ongewijzigd" in [header.value for header in app.header]
    choice = next(radio for radio in app.radio if len(radio.options) == 2)
    assert list(choice.options) == ["Houd wat er nu staat", "Neem van Bert.xlsx"]
    choice.set_value(1)
    app = app.run()
    button(app).click()
    app = app.run()
    assert [said.value for said in app.success] == ["Verwerkt: de wijzigingen in 1 actie."]
    assert (stored("7.1").reports[-1].status, stored("7.1").reports[-1].author) == (Status.ONGOING, "Bert")


def test_page_exchange_says_why_a_row_that_bears_another_name_is_to_be_chosen(
    installation: None, hand_in: Callable[[str, Hostile], AppTest]
) -> None:
    opened_moment(prepared_database())
    book = load_workbook(BytesIO(with_status("7.1", "Lopende")))
    row = next(cell.row for cell in book["Overzicht"]["A"] if cell.value == "7.1")
    book["Overzicht"].cell(row, 1).value = "7.2"
    buffer = BytesIO()
    book.save(buffer)
    app = hand_in("pages/exchange.py", ("van Bert.xlsx", buffer.getvalue()))
    assert "1 te kiezen" in " ".join(one.value for one in app.header)
    [why] = [one.value for one in app.markdown if "Kies wat blijft" in one.value]
    assert "staat de rij op naam van iets anders" in why


def button(app: AppTest) -> Button:
    return next(button for button in app.button if button.key and button.key.startswith("apply/"))


def with_status(number: str, status: str) -> bytes:
    """An overview in which somebody chose another status for one action."""
    with read_only(prepared_database()) as session:
        data = overview_workbook(actions(session), TODAY, basis=basis(session))
    book = load_workbook(BytesIO(data))
    row = next(cell.row for cell in book["Overzicht"]["A"] if cell.value == number)
    book["Overzicht"][f"G{row}"] = status
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
