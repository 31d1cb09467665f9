"""Beheer, driven through the entry: a backup in one click, and who is told when the newest one is old."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from postgresql import PostgreSQL
from serving import press
from streamlit.testing.v1 import AppTest

from mrdb.startup import prepared_database
from mrdb.store.backup import contents, present_contents

Open = Callable[..., AppTest]
PAGE = "pages/admin.py"


def copies(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*.sqlite3"))


def warned(page: AppTest) -> list[str]:
    return [html.proto.body for html in page.get("html") if 'class="overdue"' in html.proto.body]


def test_admin_makes_a_backup_in_one_click_and_says_what_is_in_it(open_page: Open, tmp_path: Path) -> None:
    page = open_page(PAGE)
    assert "Er is nog geen reservekopie." in [text.value for text in page.markdown]
    press(page, "Maak een reservekopie")
    (copy,) = copies(tmp_path)
    assert contents(copy) == present_contents(prepared_database())
    assert any("Laatste reservekopie: 23 nov 2026" in text.value for text in page.markdown)
    page.selectbox(key="copy").select_index(0).run()
    assert any("<td>Acties</td><td>15</td><td>15</td>" in html.proto.body for html in page.get("html"))
    press(page, "Kijk het na")
    assert page.success[0].value == "Alles is in orde."


def test_admin_tells_of_a_copy_that_somebody_changed(open_page: Open, tmp_path: Path) -> None:
    page = press(open_page(PAGE), "Maak een reservekopie")
    (copy,) = copies(tmp_path)
    copy.write_bytes(copy.read_bytes()[:-1] + b"x")
    page.selectbox(key="copy").select_index(0).run()
    assert "niet meer zoals de reservekopie gemaakt werd" in page.error[0].value
    assert "Zet deze kopie terug …" not in [button.label for button in page.button]


def test_admin_and_overview_warn_of_an_old_backup_only_where_somebody_asked(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert warned(open_page()) == []
    monkeypatch.setenv("MRDB_BACKUP_DAYS", "7")
    assert "Er is nog geen reservekopie." in warned(open_page())[0]
    press(open_page(PAGE), "Maak een reservekopie")
    assert warned(open_page()) == []
    (copy,) = copies(tmp_path)
    copy.rename(copy.with_name(re.sub(r"\d{8}T\d{6}", "20261115T120000", copy.name)))
    for page in ("pages/overview.py", PAGE):
        assert "De laatste reservekopie is 8 dagen oud." in warned(open_page(page))[0]
    monkeypatch.setenv("MRDB_BACKUP_DAYS", "vaak")
    assert open_page().error[0].value == (
        "De instelling MRDB_BACKUP_DAYS kan niet „vaak” zijn: een aantal dagen ziet eruit als 8."
    )


def test_admin_keeps_backups_where_it_is_told(open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MRDB_BACKUPS", str(tmp_path / "andere schijf"))
    press(open_page(PAGE), "Maak een reservekopie")
    assert len(list((tmp_path / "andere schijf").iterdir())) == 1
    assert not copies(tmp_path)


def test_admin_of_a_database_that_is_no_file_tells_who_copies_it(
    postgresql: PostgreSQL, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgresql.copy_of("seeded") as address:
        monkeypatch.setenv("MRDB_DATABASE_URL", address)
        page = open_page(PAGE)
        assert "zoals pg_dump" in page.markdown[0].value
        assert [button.key for button in page.button] == ["show_internal"]
        prepared_database().dispose()


def test_admin_tells_what_stands_here_of_a_person_and_asks_for_a_role(open_page: Open) -> None:
    page = open_page(PAGE, deel="Persoonsgegevens")
    page.multiselect(key="person_names-0").set_value(["Wie hier nooit was"]).run()
    assert page.info[0].value == "Nergens in de databank staat deze naam."
    page.multiselect(key="person_names-0").set_value(["leen JANSSEN", "Brondocument"]).run()
    table = next(html.proto.body for html in page.get("html") if "<th>Aantal</th>" in html.proto.body)
    assert "<td>Lijst van verantwoordelijken</td><td>1 plaats</td>" in table
    press(page, "Vervang de naam …")
    assert page.error[0].value.startswith("Typ de rol die in de plaats van de naam komt")
    page.text_input(key="person_role-0").set_value(" Leen  Janssen en co").run()
    press(page, "Vervang de naam …")
    assert page.error[0].value.startswith("In de rol staat de naam zelf nog.")
    page.text_input(key="person_role-0").set_value("Coördinator <b>").run()
    example = next(html.proto.body for html in page.get("html") if "<th>Verschil</th>" in html.proto.body)
    assert "<ins>Coördinator &lt;b&gt;</ins>" in example
