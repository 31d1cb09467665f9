"""What comes in from outside stays text, and what goes out says where it may go: headers, closed doors, Markdown."""

import json
import os
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from serving import ROOT, at_rest, rewritten, sit_down, started
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send
from test_browser_path import ADDRESSES
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from mrdb.__main__ import main
from mrdb.doors import POLICY, Doors
from mrdb.text import people as words

SIGNS = "$x$ :red[y] **v** __w__ [x](1) :material/home: &lt; -- www.kwaad.be http://kwaad.be an@kwaad.be"
WORD_JOINER = "\N{WORD JOINER}"
WRITTEN = {
    "management_response": ("subject", "context"),
    "recommendation": ("title", "text", "answer"),
    "action": ("number", "text", "responsible"),
    "responsible": ("name",),
    "milestone": ("label",),
    "moment": ("title",),
}


def test_browser_markdown_in_what_people_write_stays_text(
    round_server: str, shared_server: tuple[str, Path, Path], page: Page
) -> None:
    with rewritten(shared_server[1]) as file:
        for table, columns in WRITTEN.items():
            for column in columns:
                file.execute(f"update {table} set {column} = ? || ' ' || id", (SIGNS,))
    sit_down(page, round_server, SIGNS)
    drawn = page.locator(
        ".katex, .stMarkdownColoredText, a[href*='//'][href*='kwaad'], a[href^='mailto:'], a[href='1']"
    )
    for address in ADDRESSES:
        page.goto(f"{round_server}/{address}")
        expect(page.locator("h1, h2").first).to_be_visible()
        expect(at_rest(page)).to_be_visible()
        assert drawn.evaluate_all("found => found.map(({outerHTML}) => outerHTML)") == [], address
        if address == "aanbevelingen":
            expect(page.locator("h2").first).to_contain_text("kwaad")
            assert SIGNS in page.locator("h2").first.inner_text().replace(WORD_JOINER, "")
        if address == "nieuwe-managementrespons":
            name = f"{SIGNS.replace('/', '')}.txt"
            file_named_so = {"name": name, "mimeType": "text/plain", "buffer": b""}
            page.locator("input[type=file]").first.set_input_files(file_named_so)
            expect(page.get_by_role("alert")).to_contain_text("leeg")
            assert name in page.get_by_role("alert").inner_text().replace(WORD_JOINER, "")


def test_doors_every_answer_says_what_a_page_may_do(server: str) -> None:
    for address in ("", "/tijdlijn", "/mark", "/_stcore/health", "/static/nothing.js"):
        headers = answer(f"{server}{address}")[1]
        assert headers["X-Content-Type-Options"] == "nosniff", address
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], address


def test_doors_the_health_check_of_the_container_finds_the_app(server: str) -> None:
    (check,) = re.findall(r"^HEALTHCHECK .* CMD (.*)$", (ROOT / "deploy/Dockerfile").read_text("utf-8"), re.MULTILINE)
    _, *arguments = json.loads(check)
    environment = {**os.environ, "STREAMLIT_SERVER_PORT": str(urlsplit(server).port)}
    assert subprocess.run([sys.executable, *arguments], env=environment).returncode == 0


def test_doors_metrics_are_closed(server: str) -> None:
    assert answer(f"{server}/_stcore/metrics")[0] == 404


def test_doors_who_signed_out_comes_back_at_the_first_page(server: str) -> None:
    with urllib.request.urlopen(f"{server}/oauth2callback") as found:
        assert found.url == f"{server}/"


async def unreadable(scope: Scope, receive: Receive, send: Send) -> None:
    raise PermissionError("secrets.toml")


@pytest.mark.parametrize("goes_wrong", [PlainTextResponse("Authentication error", 400), unreadable])
def test_doors_a_sign_in_that_goes_wrong_is_told_in_dutch(goes_wrong: ASGIApp) -> None:
    answer = TestClient(Doors(goes_wrong, "/opvolging")).get("/opvolging/auth/login")
    assert words.SIGN_IN_FAILED in answer.text
    assert 'href="/opvolging/"' in answer.text
    assert "error" not in answer.text.casefold()
    assert answer.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("origin", [None, Origin("https://kwaad.example")])
def test_doors_a_websocket_from_elsewhere_is_refused(server: str, origin: Origin | None) -> None:
    address = f"{server.replace('http', 'ws', 1)}/_stcore/stream"
    with (
        pytest.raises(InvalidStatus, match="403"),
        connect(address, origin=origin, subprotocols=[Subprotocol("streamlit")]),
    ):
        pass


def answer(address: str) -> tuple[int, Message]:
    try:
        with urllib.request.urlopen(address) as found:
            return found.status, found.headers
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("MRDB_HOSTS", "https://opvolging.example.org", "zonder https://"),
        ("MRDB_PUBLIC_URL", "opvolging.example.org", "een adres ziet eruit als https://"),
        ("STREAMLIT_SERVER_ALLOWED_HOSTS", "a.example,b.example", "zet de namen in MRDB_HOSTS"),
    ],
)
def test_doors_a_setting_that_would_lock_everybody_out_is_told_at_the_start(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["run"]) == 2
    assert said in capsys.readouterr().err


def test_doors_open_under_the_names_that_were_given_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MRDB_PUBLIC_URL", "https://opvolging.example.org/acties")
    monkeypatch.setenv("MRDB_HOSTS", "intranet, *.vpn.example.org")
    with started([sys.executable, "-m", "mrdb", "run"], tmp_path, {**os.environ, "PYTHONPATH": str(ROOT)}) as server:
        for host in ("opvolging.example.org", "intranet", "thuis.vpn.example.org", "localhost"):
            assert is_let_in(server, host), host
        assert not is_let_in(server, "kwaad.example")


def is_let_in(server: str, host: str) -> bool:
    """Whether the page may be watched by a browser that came to the server by this name."""
    with socket.create_connection(("127.0.0.1", urlsplit(server).port or 0)) as line:
        line.sendall(
            f"GET /_stcore/stream HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            "Sec-WebSocket-Protocol: streamlit\r\n\r\n".encode()
        )
        return b" 101 " in line.recv(64)
