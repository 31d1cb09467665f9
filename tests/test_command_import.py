"""``python -m mrdb import``: the plan, the exit status, and what stands in the database afterwards."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from mrdb.__main__ import main
from mrdb.config import SEED, SEED_CORRECTIONS
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import reading, transaction
from mrdb.store.moments import open_moment
from mrdb.store.reading import actions, changes, management_responses, newest_line

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


def fill_in(file: Path, cell: str, value: str) -> None:
    book = openpyxl.load_workbook(file)
    book["Overzicht"][cell] = value
    book.save(file)


def lines_written() -> int:
    with reading(prepared_database()) as session:
        return newest_line(session)


def test_import_of_an_unchanged_overview_has_nothing_to_do(overview: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = lines_written()
    assert main(["import", str(overview), "--apply"]) == 0
    assert "15 acties gelezen: 15 ongewijzigd" in capsys.readouterr().out
    assert lines_written() == before


def test_import_tells_the_plan_and_writes_only_when_asked(
    overview: Path, stored: Callable[[str], Action], capsys: pytest.CaptureFixture[str]
) -> None:
    fill_in(overview, "G12", "Lopende")
    assert main(["import", str(overview)]) == 0
    assert "7.1 Stvz: leeg → Lopende (overzicht.xlsx, blad Overzicht, cel G12)" in capsys.readouterr().out
    assert stored("7.1").reports == ()
    assert main(["import", str(overview), "--apply", "--author", "Bert"]) == 0
    report = stored("7.1").reports[-1]
    assert (report.status, report.author) == (Status.ONGOING, "Bert")


def test_import_with_a_mistake_writes_nothing(overview: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill_in(overview, "G12", "bijna")
    fill_in(overview, "G13", "Lopende")
    before = lines_written()
    assert main(["import", str(overview), "--apply"]) == 1
    assert "overzicht.xlsx, blad Overzicht, cel G12: bijna" in capsys.readouterr().err
    assert lines_written() == before


def test_import_with_a_clash_writes_nothing(overview: Path, capsys: pytest.CaptureFixture[str]) -> None:
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
    overview: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(SEED), "--apply"]) == 0
    assert "staat al in de databank" in capsys.readouterr().out
    (tmp_path / "kapot.xlsx").write_bytes(b"PK\x03\x04" + bytes(100))
    assert main(["import", str(tmp_path / "kapot.xlsx")]) == 2
    assert main(["import", str(tmp_path / "geen.docx")]) == 2
    assert "kapot.xlsx: Dit bestand is beschadigd" in capsys.readouterr().err


def test_import_of_a_doubtful_document_stores_nothing(
    overview: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nieuw.txt").write_text(SEED.read_text(encoding="utf-8").replace("klimaat", "water"), encoding="utf-8")
    assert main(["import", str(tmp_path / "nieuw.txt"), "--apply"]) == 1
    assert "regel " in capsys.readouterr().err
    with reading(prepared_database()) as session:
        assert len(management_responses(session)) == 1


def test_import_of_a_new_version_changes_what_it_says_otherwise(
    overview: Path, tmp_path: Path, stored: Callable[[str], Action], capsys: pytest.CaptureFixture[str]
) -> None:
    text = SEED.read_text(encoding="utf-8").replace(
        "6.1 Verderzetting bestaand beleid.", "6.1 Verderzetting ruim beleid."
    )
    (tmp_path / "versie 2.txt").write_text(text, encoding="utf-8")
    (tmp_path / "versie 2.corrections.toml").write_bytes(SEED_CORRECTIONS.read_bytes())
    assert main(["import", str(tmp_path / "versie 2.txt"), "--apply"]) == 0
    assert "1 veld gewijzigd" in capsys.readouterr().out
    action = stored("6.1")
    assert action.text == "Verderzetting ruim beleid."
    with reading(prepared_database()) as session:
        line = changes(session, action.id)[0]
    assert (line.old, line.source) == ("Verderzetting bestaand beleid.", "versie 2.txt")


def test_import_of_a_list_makes_a_new_management_response(
    overview: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "oud.csv"
    file.write_text("Nr;Aanbeveling;Actie;Status\n1.1;1. Samenwerken;Overleg;lopend\n", encoding="utf-8")
    arguments = ["import", str(file), "--apply", "--subject", "Zuidwerking", "--date", "2025-03-01"]
    assert main(arguments) == 0
    assert "kolom Actie: Actie" in capsys.readouterr().out
    with reading(prepared_database()) as session:
        assert next(one.subject for one in management_responses(session)) == "Zuidwerking"
    assert main(arguments) == 0
    assert "staat al in de databank" in capsys.readouterr().out
