"""Overzicht, driven through the entry on the real document."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]


def tiles(page: AppTest) -> dict[str, int]:
    labels = [button.label for button in page.button if button.key.startswith("tile-")]
    return {label.split("** ")[1]: int(label.split("**")[1]) for label in labels}


def test_overview_tiles_count_the_real_document(open_page: Open) -> None:
    assert tiles(open_page()) == {
        "Acties": 15,
        "Te laat": 5,
        "Binnenkort": 5,
        "Nog geen status": 10,
        "Niet gestart": 0,
        "Lopende": 5,
        "Afgerond": 0,
        "Vervallen": 0,
    }


def test_overview_address_opens_the_same_view(open_page: Open) -> None:
    page = open_page(status="Lopende")
    assert page.multiselect(key="status").value == ["Lopende"]
    assert "5 van 15 acties" in page.markdown[0].value


def test_overview_tile_shows_the_actions_behind_its_number(open_page: Open) -> None:
    page = open_page()
    page.button(key="tile-overdue").click().run()
    assert page.multiselect(key="termijn").value == ["Te laat"]
    assert "5 van 15 acties" in page.markdown[0].value
    page.button(key="tile-total").click().run()
    assert page.multiselect(key="termijn").value == []


def test_overview_search_ignores_accents_and_case(open_page: Open) -> None:
    page = open_page()
    page.text_input(key="zoek").set_value("COORDINATIE").run()
    assert "1 van 15 acties" in page.markdown[0].value


def test_overview_without_a_match_says_so(open_page: Open) -> None:
    page = open_page(zoek="bestaatniet")
    assert page.info[0].value == "Geen enkele actie past bij deze filters."


def test_overview_unknown_value_in_the_address_is_ignored(open_page: Open) -> None:
    page = open_page(status="Onzin", aanbeveling="99. Onzin")
    assert not page.exception
    assert "15 acties" in page.markdown[0].value
