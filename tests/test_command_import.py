"""``python -m mrdb import``: the plan, the exit status, and what stands in the database afterwards."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from test_exchange_list import ROWS
from test_exchange_list import a_workbook as a_list
from test_reading_excel import a_workbook as a_document

from mrdb.__main__ import main
from mrdb.config import SEED, SEED_CORRECTIONS
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import close_moment, open_moment
from mrdb.store.queries import actions, changes, management_responses, moments, newest_line, recommendations

Output = pytest.CaptureFixture[str]
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def overview(installation: None, tmp_path: Path) -> Path:
    """An export of the real document, of which a moment is open."""
    with transaction(prepared_database()) as session:
        response_id = actions(session)[0].recommendation.response.id
        open_moment(session, day=date(2026, 11, 23), title="", response_ids=[response_id], author="An", at=AT)
    file = tmp_path / "overzicht.xlsx"
    assert main(["export", str(file)]) == 0
    return file


def nothing_open() -> None:
    with transaction(prepared_database()) as session:
        moment = moments(session)[0]
        close_moment(session, moment.id, author="An", at=AT)


def new_version(folder: Path, old: str, new: str) -> Path:
    """The real document in which one phrase is another."""
    file = folder / "versie 2.txt"
    text = SEED.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    corrections = SEED_CORRECTIONS.read_text(encoding="utf-8").replace(old, new)
    file.with_suffix(".corrections.toml").write_text(corrections, encoding="utf-8")
    return file


def fill_in(file: Path, cell: str, value: str) -> None:
    book = openpyxl.load_workbook(file)
    book["Overzicht"][cell] = value
    book.save(file)


def lines_written() -> int:
    with read_only(prepared_database()) as session:
        return newest_line(session)


def test_import_of_an_unchanged_overview_has_nothing_to_do(overview: Path, capsys: Output) -> None:
    before = lines_written()
    assert main(["import", str(overview), "--apply"]) == 0
    assert "15 acties gelezen: 15 ongewijzigd" in capsys.readouterr().out
    assert lines_written() == before


def test_import_tells_the_plan_and_writes_only_when_asked(
    overview: Path, stored: Callable[[str], Action], capsys: Output
) -> None:
    fill_in(overview, "G12", "Lopende")
    assert main(["import", str(overview)]) == 0
    assert "7.1 Stvz: leeg → Lopende (overzicht.xlsx, blad Overzicht, cel G12)" in capsys.readouterr().out
    assert stored("7.1").reports == ()
    assert main(["import", str(overview), "--apply", "--author", "Bert"]) == 0
    report = stored("7.1").reports[-1]
    assert (report.status, report.author) == (Status.ONGOING, "Bert")


def test_import_with_a_mistake_writes_nothing(overview: Path, capsys: Output) -> None:
    fill_in(overview, "G12", "bijna")
    fill_in(overview, "G13", "Lopende")
    before = lines_written()
    assert main(["import", str(overview), "--apply"]) == 1
    assert "overzicht.xlsx, blad Overzicht, cel G12: bijna" in capsys.readouterr().err
    assert lines_written() == before


def test_import_with_a_clash_writes_nothing(overview: Path, capsys: Output) -> None:
    copy = overview.with_name("kopie.xlsx")
    copy.write_bytes(overview.read_bytes())
    fill_in(copy, "F12", "Directeur beleid")
    fill_in(overview, "F12", "Dienst Beweging")
    assert main(["import", str(overview), "--apply"]) == 0
    before = lines_written()
    assert main(["import", str(copy), "--apply"]) == 1
    assert "kies op het scherm wat blijft" in capsys.readouterr().out
    assert lines_written() == before


def test_import_of_a_known_document_has_nothing_to_do_and_of_garbage_cannot_be_read(
    overview: Path, tmp_path: Path, capsys: Output
) -> None:
    assert main(["import", str(SEED), "--apply"]) == 0
    assert "staat al in de databank" in capsys.readouterr().out
    (tmp_path / "kapot.xlsx").write_bytes(b"PK\x03\x04" + bytes(100))
    assert main(["import", str(tmp_path / "kapot.xlsx")]) == 2
    assert main(["import", str(tmp_path / "geen.docx")]) == 2
    assert "kapot.xlsx: Dit bestand is beschadigd" in capsys.readouterr().err


def test_import_of_a_doubtful_document_stores_nothing(overview: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "nieuw.txt").write_text(SEED.read_text(encoding="utf-8").replace("klimaat", "water"), encoding="utf-8")
    assert main(["import", str(tmp_path / "nieuw.txt"), "--apply"]) == 1
    assert "regel " in capsys.readouterr().err
    with read_only(prepared_database()) as session:
        assert len(management_responses(session)) == 1


def test_import_of_a_new_version_changes_what_it_says_otherwise(
    overview: Path, tmp_path: Path, stored: Callable[[str], Action], capsys: Output
) -> None:
    file = new_version(tmp_path, "6.1 Verderzetting bestaand beleid.", "6.1 Verderzetting ruim beleid.")
    assert main(["import", str(file), "--apply"]) == 0
    told = capsys.readouterr().out
    assert "1 veld gewijzigd" in told
    line = "Actie 6.1 – Tekst van de actie: Verderzetting bestaand beleid. → Verderzetting ruim beleid."
    assert line in told.splitlines()
    action = stored("6.1")
    assert action.text == "Verderzetting ruim beleid."
    with read_only(prepared_database()) as session:
        written = changes(session, action.id)[0]
    assert (written.old, written.source) == ("Verderzetting bestaand beleid.", "versie 2.txt")


def test_import_of_a_list_makes_a_new_management_response(overview: Path, tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "oud.csv"
    file.write_text("Nr;Aanbeveling;Actie;Status\n1.1;1. Samenwerken;Overleg;lopend\n", encoding="utf-8")
    arguments = ["import", str(file), "--apply", "--subject", "Zuidwerking", "--date", "2025-03-01"]
    assert main(arguments) == 0
    assert "kolom Actie: Actie" in capsys.readouterr().out
    with read_only(prepared_database()) as session:
        assert next(one.subject for one in management_responses(session)) == "Zuidwerking"
    assert main(arguments) == 0
    assert "staat al in de databank" in capsys.readouterr().out


def test_import_of_a_workbook_with_a_whole_document_reads_it_as_one(
    overview: Path, tmp_path: Path, capsys: Output
) -> None:
    file = tmp_path / "respons.xlsx"
    file.write_bytes(a_document())
    assert main(["import", str(file), "--apply"]) == 0
    assert "kolom" not in capsys.readouterr().out
    with read_only(prepared_database()) as session:
        stored = next(part for part in recommendations(session) if part.response.subject == "Evaluatie Zuid")
    assert (stored.title, stored.text) == ("Doe meer", "Doe veel meer.")
    file.write_bytes(a_list(ROWS))
    main(["import", str(file)])
    assert "kolom Maatregel: Actie" in capsys.readouterr().out


def test_import_without_an_open_moment_says_so_before_it_is_carried_out(
    overview: Path, stored: Callable[[str], Action], capsys: Output
) -> None:
    fill_in(overview, "G12", "Lopende")
    nothing_open()
    for arguments in (["import", str(overview)], ["import", str(overview), "--apply"]):
        assert main(arguments) == 1
        told = capsys.readouterr()
        assert "7.1 Stvz: leeg → Lopende" in told.out
        assert "Er is nu geen opvolgingsmoment open" in told.err
    assert stored("7.1").reports == ()


def test_import_that_changes_nothing_needs_no_open_moment(overview: Path, capsys: Output) -> None:
    nothing_open()
    assert main(["import", str(overview), "--apply"]) == 0
    assert capsys.readouterr().err == ""


NEWS = (
    "6.1 Verderzetting bestaand beleid. doorlopend Directeur beleid",
    "6.1 Verderzetting bestaand beleid. doorlopend Directeur M&O",
)


def test_import_of_a_new_version_with_news_asks_for_an_open_moment(
    overview: Path, tmp_path: Path, capsys: Output
) -> None:
    file = new_version(tmp_path, *NEWS)
    assert main(["import", str(file)]) == 0
    assert "Actie 6.1 – Verantwoordelijke(n): Directeur beleid → Directeur M&O" in capsys.readouterr().out
    nothing_open()
    before = lines_written()
    for arguments in (["import", str(file)], ["import", str(file), "--apply"]):
        assert main(arguments) == 1
        assert "Er is er nu geen open voor dit document" in capsys.readouterr().err
    assert lines_written() == before


def test_import_as_new_stores_a_version_beside_the_one_that_is_there(
    overview: Path, tmp_path: Path, stored: Callable[[str], Action], capsys: Output
) -> None:
    nothing_open()
    assert main(["import", str(new_version(tmp_path, *NEWS)), "--as-new", "--apply"]) == 0
    told = capsys.readouterr().out
    assert "Verwerkt." in told
    assert "nieuwe versie" not in told
    with read_only(prepared_database()) as session:
        assert len(management_responses(session)) == 2
        assert {one.responsible for one in actions(session) if one.number == "6.1"} == {
            "Directeur beleid",
            "Directeur M&O",
        }


def test_import_tells_of_long_texts_only_what_differs(overview: Path, tmp_path: Path, capsys: Output) -> None:
    file = new_version(tmp_path, "kwalitatieve en kwantitatieve", "kwalitatieve, getelde")
    assert main(["import", str(file)]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Actie 8.1 – Tekst"))
    assert line == "Actie 8.1 – Tekst van de actie: kwalitatieve en kwantitatieve → kwalitatieve, getelde"
