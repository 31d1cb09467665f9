"""Overzicht, driven through the entry on the real document."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

Open = Callable[..., AppTest]


def tiles(page: AppTest) -> ButtonGroup[tuple[str, str]]:
    return page.button_group(key="tiles")


def test_overview_tiles_count_the_real_document(open_page: Open) -> None:
    page = open_page()
    assert tiles(page).options == [
        "**15** Acties",
        "**5** Te laat",
        "**5** Binnenkort",
        "**10** Nog geen status",
        "**0** Niet gestart",
        "**5** Lopende",
        "**0** Afgerond",
        "**0** Vervallen",
    ]
    bar = next(html.proto.body for html in page.get("html") if 'role="img"' in html.proto.body)
    assert 'aria-label="15 acties: 10 Nog geen status (67%), 5 Lopende (33%)"' in bar


def test_overview_address_opens_the_same_view(open_page: Open) -> None:
    page = open_page(status="Lopende")
    assert page.multiselect(key="status").value == ["Lopende"]
    assert "5 van 15 acties" in page.markdown[0].value


def test_overview_tile_shows_the_actions_behind_its_number(open_page: Open) -> None:
    page = open_page()
    tiles(page).set_value(("urgency", "Te laat")).run()
    assert page.multiselect(key="termijn").value == ["Te laat"]
    assert "5 van 15 acties" in page.markdown[0].value
    page.multiselect(key="status").set_value(["Lopende"]).run()
    assert tiles(page).value is None  # the filters ask for more than one tile does
    tiles(page).set_value(("", "")).run()
    assert (page.multiselect(key="termijn").value, page.multiselect(key="status").value) == ([], [])


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
