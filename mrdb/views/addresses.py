"""The pages, their Dutch addresses, and the ways from one to another.

An address differs from the stem of its file: before any session has run the entry, Streamlit would serve
``/overview`` from ``pages/overview.py`` without the entry's frame.
"""

from collections.abc import Mapping, Sequence
from itertools import chain

import streamlit as st

from mrdb.domain.people import Person, Role
from mrdb.domain.response import Moment
from mrdb.domain.roles import Right
from mrdb.text import agreements, backup, decisions, meeting, my_actions, new_response, nl, returned, year

ENTRY = "app.py"
OVERVIEW = "pages/overview.py"
MY_ACTIONS = "pages/my_actions.py"
TIMELINE = "pages/timeline.py"
RECOMMENDATIONS = "pages/recommendations.py"
ACTION = "pages/action.py"
HISTORY = "pages/history.py"
YEAR = "pages/year.py"
MOMENTS = "pages/moments.py"
MEETING = "pages/meeting.py"
EXCHANGE = "pages/exchange.py"
DECISIONS = "pages/decisions.py"
AGREEMENTS = "pages/agreements.py"
NEW_RESPONSE = "pages/new_response.py"
ADMIN = "pages/admin.py"
HELP = "pages/help.py"

MEETING_PATH = "vergadering"
MY_ACTIONS_PATH = "mijn-acties"
WANTS = {"nieuwe-managementrespons": Right.BRING_IN, "beheer": Right.ADMINISTER}
"""The pages that are not for everybody who comes in."""
ACTION_PARAMETER = "actie"
MOMENT_PARAMETER = "moment"
LAST_FILTERS = "last_filters"
"""Where a session keeps the overview's own address, for the way back."""


def menu() -> dict[str, list[st.Page]]:
    """What people come to do, at most six things, each with its pages; the first of them is where the menu leads."""
    return {
        nl.OVERVIEW: [
            st.Page(OVERVIEW, title=nl.OVERVIEW, default=True),
            st.Page(MY_ACTIONS, title=my_actions.TITLE, url_path=MY_ACTIONS_PATH),
            st.Page(AGREEMENTS, title=agreements.TITLE, url_path="afspraken"),
        ],
        nl.TIMELINE: [st.Page(TIMELINE, title=nl.TIMELINE, url_path="tijdlijn")],
        meeting.TITLE: [
            st.Page(MEETING, title=meeting.TITLE, url_path=MEETING_PATH),
            st.Page(MOMENTS, title=nl.MOMENTS, url_path="opvolgingsmomenten"),
            st.Page(DECISIONS, title=decisions.TITLE, url_path="beslissingenlijst"),
        ],
        nl.DOCUMENT: [
            st.Page(RECOMMENDATIONS, title=nl.RECOMMENDATIONS, url_path="aanbevelingen"),
            st.Page(ACTION, title=nl.ACTION, url_path="actie"),
            st.Page(NEW_RESPONSE, title=new_response.TITLE, url_path="nieuwe-managementrespons"),
        ],
        nl.HISTORY: [
            st.Page(HISTORY, title=nl.HISTORY, url_path="historiek"),
            st.Page(YEAR, title=year.TITLE, url_path="jaarcijfers"),
        ],
        returned.TITLE: [
            st.Page(EXCHANGE, title=returned.TITLE, url_path="uitwisselen"),
            st.Page(ADMIN, title=backup.TITLE, url_path="beheer"),
        ],
    }


def guide() -> st.Page:
    """The last of the menu, which belongs to all of it."""
    return st.Page(HELP, title=nl.HELP, url_path="hulp")


def all_pages(groups: Mapping[str, Sequence[st.Page]]) -> list[st.Page]:
    """Those of the menu, the guide, and the overview's own name."""
    overview = st.Page(_to_overview, title=nl.OVERVIEW, url_path="overzicht")
    return [*chain.from_iterable(groups.values()), guide(), overview]


def first_page(person: Person) -> str:
    """Where this person begins who asked for nothing: a director with what he or she answers for."""
    return MY_ACTIONS if person.role == Role.DIRECTOR else OVERVIEW


def _to_overview() -> None:
    """The overview itself lives at ``/``; people who type its name find it too, with the filters they typed."""
    st.switch_page(OVERVIEW, query_params=st.query_params.to_dict())


def action_parameters(action_id: int) -> dict[str, str]:
    """What the address of one action ends with."""
    return {ACTION_PARAMETER: str(action_id)}


def moment_parameters(moment: Moment) -> dict[str, str]:
    """What the address of the meeting or the decision list of one moment ends with."""
    return {MOMENT_PARAMETER: str(moment.id)}


def go_to_action(action_id: int) -> None:
    st.switch_page(ACTION, query_params=action_parameters(action_id))


def ask_for(action_id: int | None) -> None:
    """From now on the address asks for this action, or for none."""
    if action_id is None:
        st.query_params.pop(ACTION_PARAMETER, None)
    else:
        st.query_params[ACTION_PARAMETER] = str(action_id)


def asked_action() -> int | None:
    """The action that the address asks for, or None where it names none or something that is no number."""
    asked = st.query_params.get(ACTION_PARAMETER, "")
    return int(asked) if asked.isdecimal() and len(asked) < 10 else None
