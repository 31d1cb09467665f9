"""What programs fetch that cannot sign in, as they do: over HTTP and without a cookie, from a running server."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import requests
from drafts import found, opened_moment
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect
from serving import at_rest, running_server
from signing_in import sign_in, signing_in

from mrdb.domain.edit import Edit, Move
from mrdb.domain.people import Identity, Role
from mrdb.domain.period import Period
from mrdb.exchange.ics import deadlines_calendar
from mrdb.store.database import Engine, open_database, read_only, transaction
from mrdb.store.people import answer_from, people, withdraw
from mrdb.store.people import sign_in as sign_in_as
from mrdb.store.queries import actions
from mrdb.store.writing import save_edit

AN = "an-1"
PEOPLE = {AN: {"name": "Directeur beleid", "email": "an@example.org"}}
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_agenda_follows_a_moved_deadline_until_its_address_is_revoked_and_people_choose_their_mail(
    seeded_address: str, tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MRDB_SMTP_HOST", "smtp.example.org")
    engine = open_database(seeded_address)
    with signing_in(seeded_address, tmp_path, PEOPLE, first_secretary="an@example.org") as server:
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.goto(f"{server}/uitwisselen")
        sign_in(page, AN)
        agenda = made_address(page)
        assert agenda.startswith(f"{server}/agenda/")
        first = requests.get(agenda, timeout=30)
        assert first.headers["Content-Type"].startswith("text/calendar")
        with read_only(engine) as session:
            assert events(first.content) == events(deadlines_calendar(actions(session), NOW))
        tag = {"If-None-Match": first.headers["ETag"]}
        assert requests.get(agenda, headers=tag, timeout=30).status_code == 304

        before = found(engine, "7.1").milestones[0].period
        assert before is not None
        assert before.due is not None
        moved = before.due + timedelta(days=17)
        move(engine, "7.1", moved)
        second = requests.get(agenda, headers=tag, timeout=30)
        assert second.status_code == 200
        changed = dict(events(second.content) - events(first.content))
        assert set(changed.values()) == {moved}
        assert changed.keys() <= dict(events(first.content)).keys()

        page.reload()
        expect(page.get_by_text("sinds 23 nov 2026; laatst opgehaald op 23 nov 2026.")).to_be_visible()
        expect(page.get_by_text(agenda)).to_have_count(0)
        page.get_by_role("button", name="Trek het adres in").click()
        expect(page.get_by_role("button", name="Maak een adres")).to_be_visible()
        assert requests.get(agenda, headers=tag, timeout=30).status_code == 404

        expect(at_rest(page)).to_be_visible()
        page.get_by_role("combobox", name="Welke deadlines?").click()
        page.get_by_role("option", name="Directeur beleid").click()
        agenda = made_address(page)
        with read_only(engine) as session:
            own = [one for one in actions(session) if "Directeur beleid" in one.responsibles]
        assert events(requests.get(agenda, timeout=30).content) == events(deadlines_calendar(own, NOW))

        with transaction(engine) as session:
            answer_from(session, 1, "Directeur beleid", NOW.date(), name="Directeur beleid", author="An", at=NOW)
        page.goto(f"{server}/beheer?deel=Herinneringen")
        expect(at_rest(page)).to_be_visible()
        preview = page.get_by_text("Directeur beleid · Opvolging: 2 te laat")
        preview.click()
        expect(page.get_by_text("- 1.1 Verder")).to_be_visible()
        page.get_by_role("button", name="Directeur beleid").click()
        page.get_by_text("Stuur me herinneringen per mail").click()
        expect(page.get_by_text("Er is niets te versturen.")).to_be_visible()

        page.keyboard.press("Escape")
        page.get_by_role("radio", name="Andere programma’s").click()
        page.get_by_label("Voor welk programma?").fill("Power BI")
        page.get_by_label("Voor welk programma?").press("Enter")
        page.get_by_role("button", name="Maak een sleutel").click()
        key = page.get_by_test_id("stCode").inner_text().strip()
        expect(
            page.get_by_text("Power BI, gemaakt door Directeur beleid op 23 nov 2026, nog niet opgehaald")
        ).to_be_visible()
        proof = {"Authorization": f"Bearer {key}"}
        assert len(requests.get(f"{server}/api/actions", headers=proof, timeout=30).json()) == 15

        withdrawn(engine, "an@example.org")
        assert requests.get(agenda, timeout=30).status_code == 404
        assert requests.get(f"{server}/api/actions", headers=proof, timeout=30).status_code == 401
    with running_server(seeded_address) as server:
        assert requests.get(f"{server}/agenda/{agenda.rpartition('/')[2]}", timeout=30).status_code == 404
    engine.dispose()


def made_address(page: Page) -> str:
    page.get_by_role("button", name="Maak een adres").click()
    shown = page.get_by_test_id("stCode")
    expect(shown).to_contain_text(".ics")
    return shown.inner_text().strip()


def events(calendar: bytes) -> set[tuple[str, date]]:
    found = Calendar.from_ical(calendar).walk("VEVENT")
    return {(str(event["UID"]), event["DTSTART"].dt) for event in found}


def move(engine: Engine, number: str, day: date) -> None:
    action = found(engine, number)
    moment_id = opened_moment(engine)
    edit = Edit(moves=(Move(action.milestones[0].id, Period.due_on(day), "Er kwam iets tussen."),))
    with transaction(engine) as session:
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment_id,
            edit=edit,
            author="Bert",
            at=NOW,
        )


def withdrawn(engine: Engine, email: str) -> None:
    """Somebody else is secretary from now on: one has to be."""
    with transaction(engine) as session:
        sign_in_as(session, Identity("bert-2", "Bert", "bert@example.org", (Role.SECRETARY,)), NOW)
        person = next(one for one in people(session) if one.email == email)
        withdraw(session, person.id, author="Bert", at=NOW)
