"""The server stops in mid-meeting, or somebody presses F5: the round goes on, and what was typed is still there."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from serving import at_rest, free_port, open_round, replace_database, running_server, sit_down
from streamlit.testing.v1 import AppTest
from test_page_new_response import SMALL

from mrdb.domain.edit import Edit
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.store.database import open_database, read_only, transaction
from mrdb.store.queries import actions, open_moment
from mrdb.store.writing import save_edit
from mrdb.views.form_state import OPEN, Pin
from mrdb.views.typed_text import decoded, encoded

UNSAVED = "● Nog niet opgeslagen"
NEITHER = re.compile("verbinding|Wat je typte")


class Server:
    """A server that can be killed and started again on the same port and the same file."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "mrdb.sqlite3"
        self.database_url = f"sqlite:///{self.file}"
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.running = ExitStack()
        self.is_running = False

    def start(self) -> None:
        if not self.is_running:
            self.running.enter_context(running_server(self.database_url, port=self.port))
            self.is_running = True

    def kill(self) -> None:
        self.running.close()
        self.is_running = False


@pytest.fixture(scope="session")
def killable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for all tests of this process: they leave it running."""
    server = Server(tmp_path_factory.mktemp("killable"))
    yield server
    server.kill()


@pytest.fixture
def restartable(killable: Server, seeded_file: Path) -> Server:
    """A running server on the real document, with a moment that An has just opened."""
    replace_database(seeded_file, killable.file)
    open_round(killable.file)
    killable.start()
    return killable


@pytest.fixture
def meeting(restartable: Server, page: Page) -> str:
    """The address of a server that can be killed; An's browser stands at the first action of the round."""
    return first_action(page, restartable.address)


@pytest.fixture
def lasting_meeting(round_server: str, page: Page) -> str:
    """The same on a server that stays."""
    return first_action(page, round_server)


def first_action(page: Page, server: str) -> str:
    sit_down(page, server, "An")
    page.goto(f"{server}/vergadering?actie=1")
    expect(page.locator("h1.action")).to_contain_text("1.1")
    expect(at_rest(page)).to_be_visible()
    return server


@pytest.fixture
def restart(restartable: Server, page: Page) -> Callable[..., None]:
    """Kills the server, waits until the page says so, does something meanwhile, and starts it again."""

    def again(meanwhile: Callable[[], None] = lambda: None) -> None:
        restartable.kill()
        said = page.get_by_role("dialog")
        expect(said).to_contain_text("Geen verbinding met de server")
        expect(said).to_contain_text("Laat deze pagina openstaan.")
        expect(said).not_to_contain_text("Streamlit")
        meanwhile()
        restartable.start()
        expect(said).to_have_count(0)
        expect(page.get_by_test_id("stToast")).to_contain_text("De verbinding met de server was even weg en is terug.")
        expect(at_rest(page)).to_be_visible()

    return again


def comment(page: Page) -> Locator:
    return page.get_by_label("Commentaar").first


def status(page: Page, name: str) -> Locator:
    return page.get_by_role("radio", name=name)


def save_action(page: Page, text: str, *, following: str) -> None:
    status(page, "Lopende").click()
    comment(page).fill(text)
    page.get_by_role("button", name="Opslaan en volgende").click()
    expect(page.locator("h1.action")).to_contain_text(following)


def stored_action(server: Server, number: str, *, of: str = "") -> Action:
    engine = open_database(server.database_url)
    with read_only(engine) as session:
        known = [action for action in actions(session) if of in action.recommendation.response.subject]
        found = next(action for action in known if action.number == number)
    engine.dispose()
    return found


def save_elsewhere(server: Server, number: str, text: str) -> None:
    """What a colleague saves in the open moment, without a browser."""
    action = stored_action(server, number)
    engine = open_database(server.database_url)
    with transaction(engine) as session:
        moment = open_moment(session, action.recommendation.response.id)
        assert moment is not None
        edit = Edit(status=Status.COMPLETED, comment=text, reached={}, moves=())
        who = {"action_id": action.id, "moment_id": moment.id, "author": "Bert", "at": datetime.now(UTC)}
        save_edit(session, version=action.version, edit=edit, **who)
    engine.dispose()


def test_browser_round_goes_on_after_the_server_was_killed(
    meeting: str, restartable: Server, restart: Callable[..., None], page: Page
) -> None:
    """Each text stands at its own action again."""
    save_action(page, "Bewaard voor de val", following="3.1")
    counter = "1 van 15 besproken · 1 gewijzigd · 0 ongewijzigd"
    expect(page.locator("p.coverage")).to_contain_text(counter)
    expect(at_rest(page)).to_be_visible()
    comment(page).fill("Van actie 3.1")
    page.get_by_role("button", name="Later").click()
    expect(page.locator("h1.action")).to_contain_text("4.1")
    expect(comment(page)).to_have_value("")
    expect(at_rest(page)).to_be_visible()
    status(page, "Afgerond").click()
    expect(page.locator(".unsaved")).to_have_text(UNSAVED)
    comment(page).press_sequentially("Half getypt")  # the cursor still stands in it: no run has seen these letters

    restart()
    expect(page.locator("p.coverage")).to_contain_text(counter)
    expect(page.locator("h1.action")).to_contain_text("4.1")
    expect(comment(page)).to_have_value("Half getypt")
    expect(status(page, "Afgerond")).to_be_checked()
    expect(page.locator(".unsaved")).to_have_text(UNSAVED)

    page.get_by_role("button", name="Opslaan en volgende").click()
    expect(page.locator("p.coverage")).to_contain_text("2 van 15 besproken · 2 gewijzigd · 0 ongewijzigd")
    report = stored_action(restartable, "4.1").reports[-1]
    assert (report.status, report.comment) == (Status.COMPLETED, "Half getypt")
    expect(page.locator("h1.action")).to_contain_text("4.2")
    expect(comment(page)).to_have_value("")
    expect(page.locator(".unsaved")).to_have_count(0)
    expect(at_rest(page)).to_be_visible()
    page.locator(".st-key-agenda").get_by_role("button", name="3.1").click()
    expect(page.locator("h1.action")).to_contain_text("3.1")
    expect(comment(page)).to_have_value("Van actie 3.1")


def test_browser_review_goes_on_after_the_server_was_killed(
    restartable: Server, restart: Callable[..., None], page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "water.txt"
    file.write_text(SMALL.replace("Een plan schrijven", "Een strategié schrijven"), encoding="utf-8")
    sit_down(page, restartable.address, "An")
    page.goto(f"{restartable.address}/nieuwe-managementrespons")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Naar de eerste twijfel").click()
    page.get_by_role("button", name="Klopt", exact=True).last.click()
    expect(page.get_by_text("Alle twijfels zijn nagekeken.")).to_be_visible()
    page.get_by_label("Titel").fill("Getypt voor de val")
    answer = page.get_by_role("textbox", name="Antwoord van het management")
    answer.click()
    expect(at_rest(page)).to_be_visible()
    answer.press_sequentially(" Half getypt")  # the cursor still stands in it: no run has seen these letters

    restart()
    expect(page.get_by_text("Alle twijfels zijn nagekeken.")).to_be_visible()
    expect(page.get_by_label("Titel")).to_have_value("Getypt voor de val")
    expect(answer).to_have_value("Akkoord. Half getypt")
    page.get_by_role("button", name="Deze managementrespons opslaan").click()
    expect(page.get_by_text("is opgeslagen: 2 aanbevelingen, 2 acties.")).to_be_visible()
    stored = stored_action(restartable, "1.1", of="Managementrespons op de evaluatie van Water").recommendation
    assert (stored.title, stored.answer) == ("Getypt voor de val", "Akkoord. Half getypt")


def test_browser_newer_version_after_a_restart_stands_beside_the_typed_one(
    meeting: str, restartable: Server, restart: Callable[..., None], page: Page
) -> None:
    comment(page).press_sequentially("Van An, half getypt")
    restart(meanwhile=lambda: save_elsewhere(restartable, "1.1", "Van Bert, bewaard"))
    expect(page.get_by_test_id("stToast")).to_contain_text("staat er weer, bij actie 1.1.")
    page.locator(".st-key-agenda").get_by_role("button", name="1.1").click()  # the round itself went on to 3.1
    expect(page.get_by_text("Bert sloeg deze actie op terwijl jij aan het typen was.")).to_be_visible()
    expect(page.locator(".version").nth(0)).to_contain_text("Van An, half getypt")
    expect(page.locator(".version").nth(1)).to_contain_text("Van Bert, bewaard")

    page.get_by_role("button", name="Deze versie behouden").last.click()
    expect(comment(page)).to_have_value("Van Bert, bewaard")
    page.wait_for_function("!sessionStorage.getItem('mrdb_typed').includes('half getypt')")  # the tab heard of it
    page.reload()
    expect(comment(page)).to_have_value("Van Bert, bewaard")
    expect(page.locator(".unsaved")).to_have_count(0)
    expect(page.locator(".version")).to_have_count(0)


def test_browser_reload_keeps_what_was_typed_until_it_is_saved(lasting_meeting: str, page: Page) -> None:
    """In the meeting, then on the page of the action, from which another tab is opened."""
    type_and_reload(page, "Lopende", "Directie", "Getypt voor F5")
    page.get_by_role("button", name="Opslaan en volgende").click()
    expect(page.locator("h1.action")).to_contain_text("3.1")

    page.goto(f"{lasting_meeting}/actie?actie=1")
    expect(comment(page)).to_have_value("Getypt voor F5")
    expect(page.locator(".unsaved")).to_have_count(0)
    type_and_reload(page, "Afgerond", "Directie M&O", "Opnieuw getypt")
    with page.expect_popup() as opened:
        page.evaluate("window.open('actie?actie=1')")
    expect(comment(opened.value)).to_have_value("Getypt voor F5")
    expect(opened.value.get_by_test_id("stToast")).to_have_count(0)
    opened.value.close()

    page.get_by_role("button", name="Opslaan").click()
    expect(page.locator(".report")).to_contain_text("Opnieuw getypt")
    page.reload()
    expect(comment(page)).to_have_value("Opnieuw getypt")
    expect(page.locator(".unsaved")).to_have_count(0)
    expect(page.get_by_test_id("stToast").filter(has_text=NEITHER)).to_have_count(0)
    assert "getypt" not in str(page.evaluate("sessionStorage.getItem('mrdb_typed')")).lower()


def type_and_reload(page: Page, choice: str, responsible: str, text: str) -> None:
    """Fills in a part of the form that nobody saves, and finds it again after F5."""
    expect(at_rest(page)).to_be_visible()
    status(page, choice).click()
    page.get_by_text("Verantwoordelijke(n) wijzigen").click()
    page.get_by_label("Verantwoordelijke(n)").fill(responsible)
    page.get_by_label("Verantwoordelijke(n)").press("Enter")
    expect(page.locator(".unsaved")).to_have_text(UNSAVED)
    expect(at_rest(page)).to_be_visible()
    comment(page).press("ControlOrMeta+a")
    comment(page).press_sequentially(text)
    page.reload()
    expect(comment(page)).to_have_value(text)
    expect(status(page, choice)).to_be_checked()
    expect(page.get_by_label("Verantwoordelijke(n)")).to_have_value(responsible)
    expect(page.get_by_test_id("stToast")).to_have_text(
        re.compile("Wat je typte maar nog niet opsloeg, staat er weer, bij actie 1.1.")
    )


def test_browser_file_that_the_server_lost_is_asked_for_again(meeting: str, restartable: Server, page: Page) -> None:
    page.goto(f"{meeting}/uitwisselen")
    uploader = page.locator("[data-testid=stFileUploaderDropzoneInput]")
    lines = b"Actie;Wie;Stand\nIets doen;Els;Lopende\n"
    uploader.set_input_files({"name": "lijst.csv", "mimeType": "text/csv", "buffer": lines})
    expect(page.get_by_text("Iets doen").first).to_be_visible()
    expect(at_rest(page)).to_be_visible()
    restartable.kill()
    expect(page.get_by_role("dialog")).to_contain_text("Geen verbinding met de server")
    restartable.start()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("radiogroup").get_by_text("Management response").click()
    expect(page.get_by_test_id("stToast")).to_contain_text("Kies je bestand opnieuw")
    expect(page.get_by_text("lijst.csv")).to_have_count(0)


def test_browser_that_keeps_nothing_says_so(meeting: str, page: Page, restart: Callable[..., None]) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('no storage') }")
    page.goto(f"{meeting}/vergadering?actie=1")
    expect(page.get_by_text("Deze browser onthoudt niets")).to_be_visible()
    comment(page).press_sequentially("Alleen in dit tabblad")
    restart()
    expect(comment(page)).to_have_value("Alleen in dit tabblad")


def test_typed_text_keeps_every_kind_of_field_that_a_form_has(
    open_page: Callable[..., AppTest], stored: Callable[[str], Action]
) -> None:
    action = stored("7.1")
    app = open_page("pages/action.py", actie=str(action.id))
    app.text_input(key="typed_user").set_value("An").run()
    app.button(key="open_moment").click().run()
    pin: Pin = app.session_state[OPEN][action.id]
    values = {**pin.start, "status": Status.ONGOING, "day": date(2026, 12, 1)}
    assert {field: decoded(json.loads(json.dumps(encoded(value)))) for field, value in values.items()} == values
