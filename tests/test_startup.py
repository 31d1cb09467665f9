"""Starting up where it cannot be done, and bugs: one Dutch sentence, and nothing half done."""

import logging
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import streamlit as st
from migrating import at_revision, fill_revision_0001
from serving import ROOT, TODAY, free_port, sent_at
from streamlit.testing.v1 import AppTest

from mrdb.__main__ import main
from mrdb.log import write_log
from mrdb.store.sqlite_file import NETWORK, file_system_of

Output = pytest.CaptureFixture[str]


def tree(folder: Path) -> dict[str, bytes]:
    """All that lies there, but for what SQLite itself keeps beside an open database."""
    files = (file for file in folder.rglob("*") if not file.name.endswith(("-wal", "-shm")))
    return {str(file.relative_to(folder)): file.read_bytes() if file.is_file() else b"" for file in files}


def old_database(file: Path) -> None:
    at_revision(file, "0001")
    fill_revision_0001(file)


def damaged(file: Path) -> None:
    old_database(file)
    data = file.read_bytes()
    file.write_bytes(data[:4096] + b"\7" * (len(data) - 4096))


PLACES: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda _: None, "Deze databank bestaat niet. Kijk na of je in de juiste map staat"),
    "empty": (Path.touch, "Dit bestand is leeg. Zet een reservekopie terug"),
    "directory": (Path.mkdir, "Dit is een map, geen bestand."),
    "text": (
        lambda file: file.write_text("geen databank " * 1000),
        "Dit bestand is geen databank, of",
    ),
    "damaged": (damaged, "Dit bestand is beschadigd. Zet een reservekopie terug"),
}


def test_startup_with_one_damaged_page_tells_it_where_it_is_read(
    seeded_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    file = tmp_path / "mrdb.sqlite3"
    shutil.copyfile(seeded_file, file)
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'status_report'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with file.open("rb+") as data:
        data.seek((page - 1) * size)
        data.write(b"\7" * size)
    expect_told(f"sqlite:///{file}", f"{file}: Dit bestand is beschadigd.", monkeypatch, capsys)


@pytest.mark.parametrize("place", PLACES)
def test_startup_that_cannot_be_tells_why_on_console_and_screen(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    make, sentence = PLACES[place]
    file = tmp_path / "ergens" / "mrdb.sqlite3"
    file.parent.mkdir()
    make(file)
    before = tree(tmp_path)
    expect_told(f"sqlite:///{file}", f"{file}: {sentence}", monkeypatch, capsys)
    assert tree(tmp_path) == before


def expect_told(url: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setenv("MRDB_DATABASE_URL", url)
    st.cache_resource.clear()
    capsys.readouterr()  # what Streamlit says of being here without a browser
    assert main(["status"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(said)
    assert len(told.splitlines()) == 1
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    assert not page.exception
    assert [error.value for error in page.error] == [told.strip()]
    assert page.get("bidi_component")  # what was typed in this tab is heard of all the same


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://geheim@server/mrdb", "mysql: Het stuurprogramma voor deze databank is niet geïnstalleerd."),
        ("sqlite://", "sqlite://: Dit is geen adres van een databank"),
    ],
)
def test_startup_at_an_address_that_leads_nowhere_is_told(
    url: str, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    expect_told(url, sentence, monkeypatch, capsys)


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file can grow beyond this many bytes, as on a disk without room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_startup_upgrade_on_a_full_disk_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    file = tmp_path / "mrdb.sqlite3"
    old_database(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE status_report SET comment = ?", ("lang " * 40_000,))
    before = tree(tmp_path)
    for size in (file.stat().st_size // 2, file.stat().st_size + 50_000):  # for its copy, and for the upgrade itself
        with full_disk(size):
            expect_told(f"sqlite:///{file}", f"{file}: De schijf is vol.", monkeypatch, capsys)
        with closing(sqlite3.connect(file)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        copies = {name for name in tree(tmp_path) if name.startswith("mrdb.0001.")}
        assert tree(tmp_path).keys() - copies == before.keys()
    assert main(["check"]) == 0
    assert main(["status"]) == 0


def test_startup_new_database_on_a_full_disk_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MRDB_DATABASE_URL", raising=False)
    with full_disk(50_000):
        assert main(["init"]) == 2
    assert "De schijf is vol." in capsys.readouterr().err
    assert set(tree(tmp_path)) <= {"data"}
    assert main(["init"]) == 0
    assert main(["status"]) == 0


@pytest.mark.parametrize("command", [["status"], ["export", "x.xlsx"], ["seed"], ["backup"], ["check"], ["remind"]])
def test_startup_command_in_a_wrong_folder_makes_nothing(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MRDB_DATABASE_URL", raising=False)
    assert main(command) == 2
    assert "Deze databank bestaat niet." in capsys.readouterr().err
    assert tree(tmp_path) == {}


def test_startup_old_file_that_may_not_be_written_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    with TemporaryDirectory() as name:  # where somebody else than root may look
        folder = Path(name)
        file = folder / "mrdb.sqlite3"
        old_database(file)
        before = tree(folder)
        file.chmod(0o444)
        folder.chmod(0o555)
        is_root = os.geteuid() == 0
        try:
            if is_root:
                os.seteuid(65534)  # "nobody": root may write everywhere
            expect_told(f"sqlite:///{file}", f"{file}: Hier mag niet geschreven", monkeypatch, capsys)
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o755)
        assert tree(folder) == before


def test_startup_knows_a_network_share_by_its_name() -> None:
    mounts = "\n".join(
        [
            "/dev/sda1 / ext4 rw 0 0",
            "//server/deel /mnt/gedeelde\\040map cifs rw 0 0",
            "server:/export /mnt/nfs nfs4 rw 0 0",
            "/dev/sdb1 /mnt/nfs/lokaal xfs rw 0 0",
        ]
    )
    found = {
        place: file_system_of(Path(place), mounts)
        for place in ("/srv/mrdb.sqlite3", "/mnt/gedeelde map/data/x", "/mnt/nfs/x", "/mnt/nfs/lokaal/x")
    }
    assert list(found.values()) == ["ext4", "cifs", "nfs4", "xfs"]
    assert [bool(NETWORK.fullmatch(system)) for system in found.values()] == [False, True, True, False]


def test_log_of_a_download_that_fails_is_one_line_without_what_people_typed(capsys: Output) -> None:
    write_log()
    try:
        int("Jan Geheim")
    except ValueError:
        logging.getLogger("streamlit.runtime.backend_operation_handler").exception("Error executing %s", "x")
    (line,) = capsys.readouterr().err.splitlines()
    assert re.search(r"ERROR mrdb unexpected [0-9A-F]{6}: ValueError at .*test_startup.py:\d+ test_log", line)
    assert "Geheim" not in line


def test_startup_of_a_server_heals_and_bugs_have_a_number_and_hangup_brings_the_log_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, log = tmp_path / "elders" / "mrdb.sqlite3", tmp_path / "log"
    port = free_port()
    monkeypatch.setenv("MRDB_DATABASE_URL", f"sqlite:///{file}")
    environment = {**os.environ, "MRDB_TODAY": TODAY, "STREAMLIT_SERVER_PORT": str(port)}
    command = [sys.executable, "-m", "mrdb", "run"]
    with (
        log.open("w") as said,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=said, text=True) as server,
    ):
        try:
            assert server.stdout is not None
            assert any("URL:" in line for line in iter(server.stdout.readline, ""))

            def shown() -> str:
                return b"".join(m.SerializeToString() for m in sent_at(f"http://127.0.0.1:{port}", "")).decode(
                    errors="replace"
                )

            assert "Deze databank bestaat niet." in shown()
            assert "Deze databank bestaat niet." in log.read_text()
            assert main(["init"]) == 0
            assert "Vereenvoudig de monitoring" in shown()
            with closing(sqlite3.connect(file)) as connection, connection:
                connection.execute("UPDATE status_report SET status = 'Jan Geheim'")
                connection.execute("UPDATE database SET mark = 'anders'")
            number = re.search(r"geef dan dit nummer door: ([0-9A-F]{6})", shown())
            assert number is not None
            (line,) = [line for line in log.read_text().splitlines() if number[1] in line]
            assert "LookupError at " in line
            assert "fresh.py" in line
            told = log.read_text()
            assert "Geheim" not in told
            assert "Traceback" not in told
            assert file.with_name("mrdb.sqlite3-wal").exists()
            server.send_signal(signal.SIGHUP)
            server.wait(timeout=30)
            assert [path.name for path in file.parent.iterdir()] == ["mrdb.sqlite3"]
        finally:
            server.kill()
