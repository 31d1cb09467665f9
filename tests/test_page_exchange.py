"""Uitwisselen and Nieuwe managementrespons with files that cannot be read: a sentence, and nothing else."""

from collections.abc import Callable

import pytest
from drafts import TODAY
from hostile import Hostile, hostile_lists, hostile_workbooks
from streamlit.testing.v1 import AppTest

from mrdb.exchange.excel import overview_workbook
from mrdb.startup import prepared_database
from mrdb.store.database import reading
from mrdb.store.reading import actions, newest_line

WORKBOOKS = ("beveiligd.xlsx", "verslag.pdf.xlsx", "macro.xlsx", "verwijzing.xlsx", "honderdduizend rijen.xlsx")
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
    with reading(prepared_database()) as session:
        good, before = overview_workbook(actions(session), TODAY, journal_id=newest_line(session)), newest_line(session)
    wanted = dict(file for file in (*hostile_workbooks(good), *hostile_lists()) if file[0] in WORKBOOKS + LISTS)
    for name in WORKBOOKS + LISTS:
        app = hand_in("pages/exchange.py", (name, wanted[name]))
        assert [error.value.partition(":")[0] for error in app.error] == [name]
        assert not app.exception
    with reading(prepared_database()) as session:
        assert newest_line(session) == before


def test_page_new_response_says_what_is_wrong_with_a_hostile_file(hand_in: Callable[[str, Hostile], AppTest]) -> None:
    for name, data in (("oud.docx", b"\xd0\xcf\x11\xe0" + bytes(99)), ("foto.docx", b"\x89PNG" + bytes(99))):
        app = hand_in("pages/new_response.py", (name, data))
        assert [error.value.partition(":")[0] for error in app.error] == [name]
        assert not app.exception
