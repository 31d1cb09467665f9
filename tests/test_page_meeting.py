"""Vergadering, driven through the entry on the real document."""

import json
from collections.abc import Callable

import pytest
from serving import own_links
from streamlit.testing.v1 import AppTest

from mrdb.domain.response import Action
from mrdb.domain.status import Status

Open = Callable[..., AppTest]
Stored = Callable[[str], Action]


@pytest.fixture
def meeting(open_page: Open) -> AppTest:
    """The page of a round that An has just opened."""
    page = open_page("pages/moments.py")
    page.text_input(key="typed_user").set_value("An").run()
    page.button(key="open_moment").click().run()
    return page.switch_page("pages/meeting.py").run()


def test_meeting_without_an_open_moment_shows_the_way(open_page: Open) -> None:
    page = open_page("pages/meeting.py")
    assert page.info[0].value.startswith("Er is nu geen opvolgingsmoment open.")
    assert own_links(page) == ["Opvolgingsmomenten"]


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


def test_meeting_unchanged_does_not_throw_typed_text_away(meeting: AppTest) -> None:
    comment = meeting.text_area[0].key
    meeting.text_area(key=comment).set_value("Half getypt").run()
    meeting.button(key="unchanged").click().run()
    assert meeting.error[0].value.startswith("Er staat nog tekst in het formulier die niet opgeslagen is.")
    assert meeting.text_area(key=comment).value == "Half getypt"


def test_meeting_unchanged_does_not_hide_what_somebody_saved(meeting: AppTest, open_page: Open, stored: Stored) -> None:
    other = open_page("pages/action.py", actie=str(stored("1.1").id))
    other.text_input(key="typed_user").set_value("Bert")
    other.button_group[0].set_value(Status.ONGOING)
    other.button(key="save").click().run()
    meeting.button(key="unchanged").click().run()
    assert meeting.error[0].value.startswith("Iemand anders sloeg deze actie intussen op.")
    assert stored("1.1").reports[-1].author == "Bert"


def test_meeting_typing_beside_a_confirmation_is_told(meeting: AppTest, open_page: Open, stored: Stored) -> None:
    other = open_page("pages/action.py", actie=str(stored("1.1").id))
    other.text_area[0].set_value("Tekst van Bert").run()
    meeting.button(key="unchanged").click().run()
    other.run()
    assert not other.exception
    assert other.warning[0].value.startswith("An sloeg deze actie op terwijl jij aan het typen was.")


def test_meeting_ends_when_everything_is_dealt_with(meeting: AppTest) -> None:
    meeting.button(key="confirm_together").click().run()
    for _ in range(10):
        meeting.button(key="unchanged").click().run()
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


def agenda_ids(meeting: AppTest) -> list[int]:
    """On the strip, in its order."""
    keys = [str(button.key) for button in meeting.button]
    return [int(key.removeprefix("agenda-")) for key in keys if key.startswith("agenda-")]
