"""``mrdb remind``: who is told what, once, by a real mail server that is up, down, slow or refuses somebody."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from drafts import opened_moment
from mail_server import HOST, PASSWORD, USER, Mailbox, mail_server
from processes import FORKSERVER, remind
from serving import free_port

from mrdb.__main__ import main
from mrdb.config import MailServer
from mrdb.domain.people import Identity, Role
from mrdb.remind_command import send
from mrdb.store.database import Engine, open_database, read_only, transaction
from mrdb.store.people import answer_from, people, sign_in, want_reminders, withdraw
from mrdb.store.reminders import due_reminders
from mrdb.text import reminders as words

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LEEN, BELEID = "leen@example.org", "beleid@example.org"
NAMES = {LEEN: "Leen Janssen", BELEID: "Directeur beleid", "niets@example.org": "Iemand Anders"}
"""Two who answer for something, and one who does not."""


@pytest.fixture
def engine(seeded_address: str) -> Iterator[Engine]:
    engine = open_database(seeded_address)
    with transaction(engine) as session:
        for email, name in NAMES.items():
            person = sign_in(session, Identity(email, name, email, (Role.DIRECTOR,)), NOW)
            assert person is not None
            answer_from(session, person.id, name, NOW.date(), name=name, author="An", at=NOW)
    yield engine
    engine.dispose()


@pytest.fixture
def mailbox(engine: Engine, seeded_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    with mail_server(tmp_path) as (box, port):
        settings = {"HOST": HOST, "PORT": str(port), "USER": USER, "PASSWORD": PASSWORD, "FROM": "Opvolging <o@x.org>"}
        for name, value in settings.items():
            monkeypatch.setenv(f"MRDB_SMTP_{name}", value)
        monkeypatch.setenv("MRDB_DATABASE_URL", seeded_address)
        monkeypatch.setenv("MRDB_PUBLIC_URL", "https://opvolging.example.org/")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        yield box


def reminded(day: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("MRDB_TODAY", day)
    return main(["remind"])


def received(mailbox: Mailbox) -> list[tuple[str, str]]:
    """Who got a mail about what, since the last look."""
    found = sorted((str(mail["To"]), str(mail["Subject"])) for mail in mailbox.mails)
    mailbox.mails.clear()
    return found


def test_remind_tells_each_thing_once_as_its_day_comes_near(
    engine: Engine, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = [(BELEID, "Opvolging: 2 te laat")]
    days = (
        ("2026-11-23", late),
        ("2026-11-24", []),
        ("2026-12-01", [(LEEN, "Opvolging: 1 binnenkort")]),
        ("2026-12-02", []),
        ("2026-12-24", [(LEEN, "Opvolging: 1 binnenkort")]),
        ("2026-12-30", [(LEEN, "Opvolging: 1 binnenkort")]),
        ("2026-12-31", []),
        ("2027-01-04", [(LEEN, "Opvolging: 1 te laat")]),
    )
    for day, expected in days:
        assert reminded(day, monkeypatch) == 0
        assert received(mailbox) == expected, day
    assert set(mailbox.encrypted) == {True}
    opened_moment(engine, date(2027, 1, 12))
    assert reminded("2027-01-05", monkeypatch) == 0
    (mail,) = (one for one in mailbox.mails if one["To"] == LEEN)
    text = text_of(mail)
    assert "Dag Leen Janssen," in text
    assert "Wacht op een stand van zaken voor het opvolgingsmoment van 12 jan 2027\n- 5.3 " in text
    assert "https://opvolging.example.org/actie?actie=" in text


def test_remind_mails_what_the_database_says_and_notes_all_of_it(
    engine: Engine, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_moment(engine, date(2027, 1, 12))
    with read_only(engine) as session:
        due = due_reminders(session, date(2027, 1, 4))
    assert reminded("2027-01-04", monkeypatch) == 0
    told = {
        str(mail["To"]): [
            (number, int(action_id))
            for number, action_id in re.findall(r"^- (\S+) .*\n  \S+actie=(\d+)$", text_of(mail), re.MULTILINE)
        ]
        for mail in mailbox.mails
    }
    assert set(told) == {LEEN, BELEID}
    assert told == {person.email: [(one.action.number, one.action.id) for one in news] for person, news in due}
    with read_only(engine) as session:
        assert due_reminders(session, date(2027, 1, 4)) == ()


def text_of(mail: EmailMessage) -> str:
    return str(mail.get_content()).replace("\r\n", "\n")


def test_remind_leaves_alone_who_wants_none_or_may_not_come_in(
    engine: Engine, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with transaction(engine) as session:
        found = {one.email: one.id for one in people(session)}
        want_reminders(session, found[BELEID], False)
        withdraw(session, found[LEEN], author="An", at=NOW)
    assert reminded("2027-01-04", monkeypatch) == 0
    assert received(mailbox) == []


def test_remind_dry_run_prints_the_mails_and_sends_none(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MRDB_TODAY", "2026-11-23")
    assert main(["remind", "--dry-run"]) == 0
    assert "Te laat\n- 1.1 " in capsys.readouterr().out
    assert received(mailbox) == []
    assert reminded("2026-11-23", monkeypatch) == 0
    assert len(received(mailbox)) == 1


def test_remind_tries_again_who_was_refused_and_not_who_was_told(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mailbox.refused = {BELEID}
    assert reminded("2026-12-01", monkeypatch) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{BELEID}: de mailserver nam dit bericht niet aan. De volgende keer proberen we opnieuw."
    ]
    assert [who for who, _ in received(mailbox)] == [LEEN]
    mailbox.refused = set()
    assert reminded("2026-12-01", monkeypatch) == 0
    assert [who for who, _ in received(mailbox)] == [BELEID]


def test_remind_keeps_everything_for_the_next_time_when_the_server_is_down_or_unknown(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = (("PORT", str(free_port())), ("PASSWORD", "verkeerd"), ("HOST", "mail.invalid"))
    for name, value in wrong:
        with monkeypatch.context() as other:
            other.setenv(f"MRDB_SMTP_{name}", value)
            assert reminded("2026-12-01", other) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert line.endswith("2 berichten blijven klaar voor de volgende keer.")
    with monkeypatch.context() as other:
        other.setenv("SSL_CERT_FILE", "/dev/null")
        assert reminded("2026-12-01", other) == 1, "a server that nobody vouches for gets no password"
    with monkeypatch.context() as other:
        other.delenv("MRDB_SMTP_HOST")
        assert reminded("2026-12-01", other) == 2
        assert "MRDB_SMTP_HOST" in capsys.readouterr().err
    assert reminded("2026-12-01", monkeypatch) == 0
    assert len(received(mailbox)) == 2


def test_remind_gives_up_on_a_server_that_says_nothing(
    engine: Engine, mailbox: Mailbox, capsys: pytest.CaptureFixture[str]
) -> None:
    day, mailbox.silent = date(2026, 12, 1), True
    server = replace(MailServer.from_environment(), patience=0.5)
    with read_only(engine) as session:
        digests = due_reminders(session, day)
    assert send(engine, server, digests, day) == 1
    assert capsys.readouterr().err.startswith(f"{HOST}: de mailserver antwoordt niet")
    mailbox.silent = False
    with read_only(engine) as session:
        assert due_reminders(session, day) == digests
    assert send(engine, server, digests, day) == 0
    with read_only(engine) as session:
        assert due_reminders(session, day) == ()


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_remind_twice_at_once_tells_nobody_twice_and_who_is_killed_keeps_nobody_from_being_told(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MRDB_TODAY", "2026-12-01")
    mailbox.silent = True
    first, said = started_elsewhere()
    assert mailbox.handed_over.wait(30)
    assert reminded("2026-12-01", monkeypatch) == 0
    assert capsys.readouterr().out.strip() == words.SENDING_ALREADY
    mailbox.silent = False
    first.join(30)
    with open(said.fileno(), closefd=False) as told:
        assert len(told.readlines()) == len(received(mailbox)) == 2

    mailbox.silent = True
    mailbox.handed_over.clear()
    monkeypatch.setenv("MRDB_TODAY", "2026-12-24")
    killed, _ = started_elsewhere()
    assert mailbox.handed_over.wait(30)
    killed.kill()
    killed.join(30)
    mailbox.silent = False
    mailbox.mails.clear()
    for _ in range(50):  # PostgreSQL hears a moment later that who held it is no more
        if not mailbox.mails:
            assert reminded("2026-12-24", monkeypatch) == 0
    assert {who for who, _ in received(mailbox)} == {LEEN}


def started_elsewhere() -> tuple[BaseProcess, Connection]:
    """``mrdb remind`` in a process of its own, and what it prints."""
    said, telling = FORKSERVER.Pipe(duplex=False)
    process = FORKSERVER.Process(target=remind, args=(dict(os.environ), telling), daemon=True)
    process.start()
    telling.close()
    return process, said
