"""The pages that people read: Aanbevelingen, Tijdlijn, Historiek; and Opvolgingsmomenten, driven through the entry."""

from collections.abc import Callable
from pathlib import Path

import pytest
from serving import own_links, title_of
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]


def shown(page: AppTest) -> str:
    return " ".join(html.proto.body for html in page.get("html"))


def test_document_shows_every_recommendation_with_its_answer(open_page: Open) -> None:
    page = open_page("pages/recommendations.py")
    assert [header.value for header in page.header][6] == (
        "Aanbeveling 7 · Bevorder gezamenlijke analyses en dossiervorming tussen diensten"
    )
    assert len(page.header) == 8
    assert shown(page).count("Antwoord van het management") == 8
    assert len(own_links(page)) == 15


def test_document_can_show_one_recommendation(open_page: Open) -> None:
    page = open_page("pages/recommendations.py")
    page.button_group(key="aanbeveling-nr").set_value("4").run()
    assert len(page.header) == 1
    assert len(own_links(page)) == 2


def test_timeline_names_the_month_where_deadlines_come_together(open_page: Open) -> None:
    page = open_page("pages/timeline.py")
    assert title_of(page) == "In december 2026 vallen 6 deadlines: 4.1, 5.3, 7.1, 7.2, 8.1 en 8.2"
    lines = own_links(page)
    assert [line.split("**")[1] for line in lines[:6]] == ["7.1", "7.2", "8.1", "8.2", "4.1", "5.3"]
    assert [line.split("**")[1] for line in lines[6:]] == ["1.1", "3.1", "4.1", "4.2", "5.1"]


def test_moments_open_one_takes_its_title_and_date(open_page: Open) -> None:
    page = open_page("pages/moments.py")
    page.text_input(key="typed_moment-title-new-1").set_value("Stuurgroepen samen")
    page.text_input(key="typed_user").set_value("An")
    page.button(key="open_moment").click().run()
    assert "23 nov 2026 – Stuurgroepen samen" in shown(page)
    assert "Sluit dit opvolgingsmoment" in [button.label for button in page.button]


def test_database_of_something_else_is_told_in_dutch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    strange = tmp_path / "brief.docx"
    strange.write_bytes(b"PK\\x03\\x04" * 500)
    monkeypatch.setenv("MRDB_DATABASE_URL", f"sqlite:///{strange}")
    page = open_page()
    assert not page.exception
    assert "Dit bestand is geen databank, of het is beschadigd." in page.error[0].value
    assert strange.read_bytes() == b"PK\\x03\\x04" * 500


def test_bad_setting_is_told_in_dutch(monkeypatch: pytest.MonkeyPatch, open_page: Open) -> None:
    monkeypatch.setenv("MRDB_TODAY", "31/12/2026")
    page = open_page()
    assert (
        page.error[0].value
        == "De instelling MRDB_TODAY kan niet „31/12/2026” zijn: een datum ziet eruit als 2026-11-23."
    )


def test_recommendations_offer_the_word_report_of_a_moment(open_page: Open) -> None:
    page = open_page("pages/recommendations.py")
    assert page.selectbox[0].options == ["13 okt 2025"]
    assert [button.proto.label for button in page.get("download_button")] == ["Download als Word"]
