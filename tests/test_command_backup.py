"""``python -m mrdb init | backup | restore | check``, as a timer and whoever moves the database call them."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mrdb.__main__ import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def file(installation: None, tmp_path: Path) -> Path:
    return tmp_path / "mrdb.sqlite3"


def test_command_init_makes_a_database_where_it_is_told_and_leaves_one_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    file = tmp_path / "nieuw" / "mrdb.sqlite3"
    monkeypatch.setenv("MRDB_DATABASE_URL", f"sqlite:///{file}")
    assert main(["status"]) == 2
    assert "Deze databank bestaat niet." in capsys.readouterr().err
    assert not file.parent.exists()
    assert main(["init"]) == 0
    assert capsys.readouterr().out == f"De databank staat klaar: {file}\n"
    assert main(["seed"]) == 0
    stood = file.read_bytes()
    assert main(["init"]) == 0
    assert file.read_bytes() == stood
    assert not list(file.parent.glob(".*"))


def test_command_backup_goes_to_another_machine_and_back(file: Path, tmp_path: Path, capsys: Output) -> None:
    assert main(["backup"]) == 0
    (copy,) = (tmp_path / "backups").iterdir()
    assert capsys.readouterr().out == f"Reservekopie: {copy} (nagekeken).\n"
    assert main(["backup", str(tmp_path / "eigen naam.sqlite3")]) == 0
    assert main(["backup", str(file)]) == 2  # never over the database itself
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE action SET text = 'anders'")
        connection.execute("DELETE FROM change")
    capsys.readouterr()
    assert main(["restore", str(copy)]) == 0
    said = capsys.readouterr().out
    assert [line.split()[-2:] for line in said.splitlines() if "geschiedenis" in line] == [["8", "0"]]
    (aside,) = (tmp_path / "backups").glob("*-opzij-*")
    assert said.endswith(f"De kopie is teruggezet. Wat er stond: {aside}\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backups", "eigen naam.sqlite3", "mrdb.sqlite3"]
    assert main(["check"]) == 0
    assert "Alles is in orde." in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "nergens.sqlite3")]) == 2
    assert "nergens.sqlite3" in capsys.readouterr().err


def test_command_backup_keeps_as_many_as_it_is_told(file: Path, tmp_path: Path, capsys: Output) -> None:
    assert main(["backup"]) == 0
    (copy,) = (tmp_path / "backups").iterdir()
    for day in range(10, 20):
        shutil.copyfile(copy, copy.with_name(re.sub(r"\d{8}T\d{6}", f"202611{day}T120000", copy.name)))
    capsys.readouterr()
    assert main(["backup", "--keep", "3d,1m"]) == 0
    assert "oude kopieën verwijderd." in capsys.readouterr().out
    assert [one.name[5:13] for one in sorted(copy.parent.iterdir())][:2] == ["20261118", "20261119"]
    with pytest.raises(SystemExit):
        main(["backup", "--keep", "veel"])


def test_command_backup_makes_no_file_of_the_name_of_a_disk_that_is_not_there(
    file: Path, tmp_path: Path, capsys: Output
) -> None:
    assert main(["backup", str(tmp_path / "usb")]) == 2
    assert "usb: dit bestand kan niet geschreven worden." in capsys.readouterr().err
    assert not (tmp_path / "usb").exists()


def test_command_check_tells_what_is_wrong(file: Path, capsys: Output) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE status_report SET comment = 'stil gewijzigd' WHERE id = 1")
        connection.execute("DELETE FROM responsible WHERE id = 1")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "! Geschiedenis en stand van nu    1 tegenspraak" in said
    assert "! Verwijzingen" in said
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2] + bytes(len(data) // 2))
    assert main(["check"]) == 1
    assert "! Bestand                         beschadigd" in capsys.readouterr().out
