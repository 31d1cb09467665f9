"""The follow-up moments: the open one, a new one, and the closed ones, which are frozen."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Literal, TypedDict

import streamlit as st

from mrdb.clock import now
from mrdb.domain.errors import MrdbError
from mrdb.domain.followup import report_at
from mrdb.domain.meeting import Outcome, Round, agenda
from mrdb.domain.response import ManagementResponse, Moment
from mrdb.store.database import Engine, reading, transaction
from mrdb.store.reading import round_at
from mrdb.store.writing import close_moment, open_moment
from mrdb.text import meeting, nl
from mrdb.text.faults import sentence
from mrdb.views.user import ask_user, remember_user

DATES = "DD-MM-YYYY"


def show_moment(database: Engine, round_: Round, today: date) -> None:
    moment, actions = round_.moment, round_.actions
    reported = sum(report_at(action, moment) is not None for action in actions)
    with st.container(border=True):
        name = nl.moment_name(moment.date, moment.title)
        state = nl.closed_by(moment.closed_by or "", moment.closed_at) if moment.closed_at else nl.OPEN_WORD
        st.html(
            f'<p><b class="large">{escape(name)}</b> <span class="quiet">{escape(state)}</span></p>'
            f"<p>{nl.moment_counts(reported, len(actions))}</p><p>{escape(moment.attendees)}</p>"
        )
        if moment.is_open and st.button(nl.CLOSE_MOMENT, key=f"close-{moment.id}"):
            _confirm_closing(database, moment, today)


@st.dialog(nl.CLOSE_MOMENT)
def _confirm_closing(database: Engine, moment: Moment, today: date) -> None:
    with reading(database) as session:
        left = _left(round_at(session, moment.id), today)
    if left:
        st.write(meeting.not_discussed(list(left.values())))
    st.write(nl.CLOSE_WARNING)
    author = ask_user()
    if not st.button(nl.CLOSE_CONFIRM, type="primary", key="close-confirmed"):
        return
    if not author:
        st.error(nl.WHO_MISSING)
        return
    try:
        with transaction(database) as session:
            left = _left(round_at(session, moment.id), today)
            close_moment(session, moment.id, author, now(), not_discussed=left)
    except MrdbError as error:  # a dialog runs outside the frame of its page
        st.error(sentence(error))
        return
    remember_user(author)
    st.rerun()


def _left(round_: Round, today: date) -> dict[int, str]:
    """What was not dealt with: the actions' ids and numbers, in the agenda's order."""
    items = agenda(round_, today)
    return {item.action.id: item.action.number for item in items if item.outcome == Outcome.OPEN}


def show_new_moment(database: Engine, responses: Sequence[ManagementResponse], today: date, *, known: int) -> None:
    """The form that opens a moment for these management responses; ``known`` moments make it start empty each time."""
    with st.container(border=True, key="form"):
        st.subheader(nl.OPEN_MOMENT)
        when, words = st.columns([1, 3])
        kept: _Kept = {"persist_state": "session"}
        day = when.date_input(nl.MOMENT_DATE, value=today, format=DATES, key=f"moment-day/{known}", **kept)
        following = when.date_input(
            meeting.NEXT_DATE, value=None, min_value=day, format=DATES, key=f"moment-next/{known}", **kept
        )
        title = words.text_input(
            nl.MOMENT_TITLE, placeholder=nl.MOMENT_TITLE_HINT, max_chars=200, key=f"moment-title/{known}", **kept
        )
        attendees = words.text_input(nl.MOMENT_ATTENDEES, max_chars=500, key=f"moment-attendees/{known}", **kept)
        author = ask_user()
        if not st.button(nl.OPEN_MOMENT, type="primary", key="open_moment"):
            return
        if not author or day is None:
            st.error(nl.DATE_MISSING if day is None else nl.WHO_MISSING)
            return
    with transaction(database) as session:
        open_moment(
            session,
            day=day,
            title=(title or "").strip(),
            attendees=(attendees or "").strip(),
            response_ids=[response.id for response in responses],
            next_date=following,
            author=author,
            at=now(),
        )
    remember_user(author)
    st.rerun()


class _Kept(TypedDict):
    persist_state: Literal["session"]
