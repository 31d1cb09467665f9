"""Vergadering, driven through the entry on the real document."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from drafts import a_draft, a_draft_action, a_recommendation, store
from serving import own_links, press
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from mrdb.domain.draft import DraftMilestone
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.startup import prepared_database

Open = Callable[..., AppTest]
Stored = Callable[[str], Action]
Shared = tuple[str, Path, Path]
ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@pytest.fixture
def meeting(open_page: Open) -> AppTest:
    """The page of a round that An has just opened."""
    page = open_page("pages/moments.py")
    page.text_input(key="typed_user").set_value("An").run()
    page.button(key="open_moment").click().run()
    return page.switch_page("pages/meeting.py").run()


@pytest.fixture
def first_action(meeting: AppTest) -> AppTest:
    """The same at the first action of the agenda."""
    return press(meeting, "Begin met 1.1")


def test_meeting_without_an_open_moment_shows_the_way(open_page: Open) -> None:
    page = open_page("pages/meeting.py")
    assert page.info[0].value.startswith("Er is nu geen opvolgingsmoment open.")
    assert own_links(page) == ["Opvolgingsmomenten →"]


def test_meeting_tells_who_was_absent(open_page: Open) -> None:
    page = open_page("pages/moments.py")
    page.text_input(key="typed_user").set_value("An").run()

    def choose(label: str, *names: str) -> None:
        next(field for field in page.multiselect if field.label == label).set_value(list(names)).run()

    choose("Aanwezig", "Directeur M&O")
    choose("Afwezig", "HR", "Directeur M&O")
    page.button(key="open_moment").click().run()
    assert page.error[0].value.startswith("Wie aanwezig was, kan niet ook afwezig zijn.")
    choose("Afwezig", "HR")
    page.button(key="open_moment").click().run()
    assert "<p>Afwezig: HR</p>" in " ".join(html.proto.body for html in page.get("html"))
    facts = page.switch_page("pages/decisions.py").run().get("html")
    assert any("<dt>Afwezig</dt><dd>HR</dd>" in html.proto.body for html in facts)


def test_meeting_invitation_names_what_comes_up(meeting: AppTest) -> None:
    meeting.selectbox(key="invited").set_value("Directeur M&O").run()
    text = meeting.code[0].value
    assert text.startswith("Beste Directeur M&O\n\nDit komt aan bod op het opvolgingsmoment van 23 nov 2026:")
    assert [line.split()[1] for line in text.splitlines() if line.startswith("- ")] == [
        "7.1",
        "7.2",
        "8.1",
        "8.2",
        "7.3",
    ]
    assert "(termijn 31 dec 2026, nog 38 dagen)" in text


def test_meeting_unchanged_does_not_throw_typed_text_away(first_action: AppTest) -> None:
    comment = first_action.text_area[0].key
    first_action.text_area(key=comment).set_value("Half getypt").run()
    press(first_action, "Ongewijzigd")
    assert first_action.error[0].value.startswith("Er staat nog tekst in het formulier die niet opgeslagen is.")
    assert first_action.text_area(key=comment).value == "Half getypt"


def test_meeting_unchanged_does_not_hide_what_somebody_saved(
    first_action: AppTest, open_page: Open, stored: Stored
) -> None:
    other = open_page("pages/action.py", actie=str(stored("1.1").id))
    other.text_input(key="typed_user").set_value("Bert")
    other.button_group[0].set_value(Status.ONGOING)
    press(other, "Opslaan")
    press(first_action, "Ongewijzigd")
    assert first_action.error[0].value.startswith("Iemand anders sloeg deze actie intussen op.")
    assert stored("1.1").reports[-1].author == "Bert"


def test_meeting_typing_beside_a_confirmation_is_told(first_action: AppTest, open_page: Open, stored: Stored) -> None:
    other = open_page("pages/action.py", actie=str(stored("1.1").id))
    other.text_area[0].set_value("Tekst van Bert").run()
    press(first_action, "Ongewijzigd")
    other.run()
    assert not other.exception
    assert other.warning[0].value.startswith("An sloeg deze actie op terwijl jij aan het typen was.")


def test_meeting_ends_when_everything_is_dealt_with(meeting: AppTest) -> None:
    meeting.button(key="confirm_together").click().run()
    for _ in range(10):
        press(meeting, "Ongewijzigd")
    assert meeting.success[0].value.startswith("Alle acties zijn overlopen.")


def test_meeting_arrangement_that_the_tab_gives_back_late_is_not_lost(meeting: AppTest, stored: Stored) -> None:
    meeting.session_state["arrange"] = True
    meeting.run()  # the table stands there before the tab has told what the session before was typed in
    seen = {str(action_id): [place, False, ""] for place, action_id in enumerate(agenda_ids(meeting))}
    wanted = {**seen, str(stored("8.1").id): [0, False, "eerst"]}
    meeting.session_state["typed_agenda-2"] = json.dumps([seen, wanted])  # the document itself is the first moment
    meeting.run()
    meeting.button(key="arrange-apply").click().run()
    assert agenda_ids(meeting)[0] == stored("8.1").id


def test_meeting_long_agenda_shows_what_stands_around_and_the_rest_in_one_click(open_page: Open) -> None:
    draft = replace(
        a_draft(),
        recommendations=tuple(
            a_recommendation(part, *(a_draft_action(f"{part}.{n}", DraftMilestone("", None)) for n in range(1, 11)))
            for part in range(1, 10)
        ),
    )
    store(prepared_database(), draft)
    page = open_page("pages/moments.py")
    page.text_input(key="typed_user").set_value("An").run()
    page.button(key="open_moment").click().run()
    page.switch_page("pages/meeting.py").run()
    first = agenda_ids(page)
    shown, labels = [*first], []
    while later := [button for button in page.button if button.label.endswith("andere →")]:
        labels.append(later[0].label)
        later[0].click().run()
        shown += agenda_ids(page)
    assert labels == ["nog 75 andere →", "nog 45 andere →", "nog 15 andere →"]
    assert len(first) == 30
    assert len(set(shown)) == 105
    page.button(key=f"agenda-{agenda_ids(page)[-1]}").click().run()
    assert [button.label for button in page.button if "andere" in button.label] == ["← nog 75 andere"]


def agenda_ids(meeting: AppTest) -> list[int]:
    """On the strip, in its order."""
    keys = [str(button.key) for button in meeting.button]
    return [int(key.removeprefix("agenda-")) for key in keys if key.startswith("agenda-")]


class Tab:
    """A browser that tells the server exactly what it is to tell, exactly then: it knows what was drawn, by its key."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.state = ClientState(page_name="vergadering", query_string="actie=1")
        self.drawn: dict[str, tuple[str, str]] = {}
        self.toasts: list[str] = []

    def ask(self, key: str = "", **value: object) -> None:
        """For the page, or for what comes of a widget (its key begins so) that gets this value."""
        widget, self.state.fragment_id = next(
            (one for name, one in self.drawn.items() if name.startswith(key)), ("", "")
        )
        self.state.widget_states.CopyFrom(WidgetStates(widgets=[WidgetState(id=widget, **value)] if key else []))
        self.line.send(BackMsg(rerun_script=self.state).SerializeToString())

    def hear(self) -> ForwardMsg:
        message = ForwardMsg.FromString(bytes(self.line.recv(timeout=30)))
        if message.WhichOneof("type") == "navigation":
            self.state.page_script_hash = message.navigation.page_script_hash
        if message.WhichOneof("type") == "page_info_changed":
            self.state.query_string = message.page_info_changed.query_string
        element = message.delta.new_element
        self.toasts += filter(None, [element.toast.body])
        for widget in filter(None, (element.button.id, element.text_area.id)):
            self.drawn[widget.split("-", 2)[-1]] = (widget, message.delta.fragment_id)
        return message

    def rest(self) -> list[str]:
        """Hears until what was asked for stands there; returns the keys of what was drawn for it."""
        self.drawn, before = {}, self.drawn
        while (message := self.hear()).WhichOneof("type") != "script_finished" or message.script_finished not in ENDS:
            pass
        drawn, self.drawn = list(self.drawn), before | self.drawn
        return drawn


@pytest.fixture
def tab(round_server: str) -> Iterator[Tab]:
    """An's, in a round that is open on a server, before she asked for anything."""
    address = f"{round_server.replace('http', 'ws', 1)}/_stcore/stream"
    named = {"Cookie": "mrdb_name=An"}
    with connect(
        address, origin=Origin(round_server), subprotocols=[Subprotocol("streamlit")], additional_headers=named
    ) as line:
        yield Tab(line)


def test_meeting_typing_draws_the_form_alone_and_a_way_on_the_meeting_alone(tab: Tab) -> None:
    tab.ask()
    assert "agenda-1" in tab.rest()
    tab.ask("typed_form-comment", string_value="Half getypt")
    drawn = tab.rest()
    assert "save-1" in drawn
    assert not [key for key in drawn if key.startswith("agenda")]
    tab.ask("later-1", trigger_value=True)
    drawn = tab.rest()
    assert {"agenda-1", "save-3"} <= set(drawn)
    assert "show_internal" not in drawn  # what stands around the meeting is not sent again


def test_meeting_press_that_was_meant_for_the_next_action_confirms_nothing(tab: Tab, shared_server: Shared) -> None:
    tab.ask()
    tab.rest()
    tab.ask("later-1", trigger_value=True)
    tab.hear()  # the server is at it, and the first action still stands on screen
    tab.ask("unchanged-1", trigger_value=True)
    tab.rest()
    tab.ask()
    tab.rest()
    assert [said for said in tab.toasts if said.startswith("Die klik was nog voor actie 1.1.")]
    assert tab.state.query_string == "actie=3"
    with closing(sqlite3.connect(shared_server[1])) as database:
        assert not database.execute("SELECT count(*) FROM change WHERE field = 'confirmed'").fetchone()[0]
