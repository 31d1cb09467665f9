"""The wheel: what somebody has who installs the program, and starts it in an empty folder."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from serving import ROOT, TODAY, sent_at, started

from mrdb import __version__

PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the wheel is installed, without the libraries: those are here already."""
    wheels, site = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("site")
    subprocess.run([*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, ROOT], check=True)
    (wheel,) = wheels.iterdir()
    subprocess.run([*PIP, "install", "--no-deps", "--no-index", "--target", site, wheel], check=True)
    return site


@pytest.fixture
def environment(site: Path) -> dict[str, str]:
    """Nothing is set but the day."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("MRDB_", "STREAMLIT_"))}
    return {**ours, "PYTHONPATH": str(site), "MRDB_TODAY": TODAY}


def test_package_installed_command_counts_the_real_document_in_an_empty_folder(
    site: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    def said(*arguments: str) -> str:
        command = [site / "bin" / "mrdb", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout

    assert said("--version") == f"mrdb {__version__}\n"
    assert "data/mrdb.sqlite3" in said("init")
    assert said("status").split()[:2] == ["Acties", "15"]


def test_package_holds_all_that_lies_beside_the_code(site: Path) -> None:
    """Documents, styles, scripts and templates: whoever ships one more need not name it anywhere."""
    wanted = {
        file.relative_to(ROOT) for file in (ROOT / "mrdb").rglob("*.*") if file.is_file() and ".py" not in file.suffix
    }
    assert {file.suffix for file in wanted} >= {".css", ".js", ".mako"}
    assert [file for file in wanted if not (site / file).is_file()] == []


def test_package_installed_app_serves_its_own_pages_and_seed_to_this_machine_alone(
    site: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    with started([str(site / "bin" / "mrdb"), "run"], tmp_path, environment) as address:
        page = b"".join(message.SerializeToString() for message in sent_at(address, ""))
        with pytest.raises(ConnectionRefusedError):  # who listens on all addresses is heard on this one too
            socket.create_connection(("127.0.0.2", int(address.rpartition(":")[2])))
    assert b"Vereenvoudig de monitoring" in page
    assert f"Versie {__version__}".encode() in page
    assert (tmp_path / "data" / "mrdb.sqlite3").is_file()
