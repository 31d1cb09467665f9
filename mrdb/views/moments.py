"""The follow-up moments: the open one, a new one, and the closed ones, which are frozen."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from mrdb.clock import now
from mrdb.domain.followup import report_at
from mrdb.domain.meeting import Outcome, agenda
from mrdb.domain.response import Action, ManagementResponse, Moment
from mrdb.store.database import Engine, reading, transaction
from mrdb.store.reading import round_at
from mrdb.store.writing import close_moment, open_moment
from mrdb.text import meeting, nl
from mrdb.views.user import ask_user, remember_user

DATES = "DD-MM-YYYY"


def show_moment(database: Engine, moment: Moment, actions: Sequence[Action], today: date) -> None:
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
        items = agenda(round_at(session, moment.id), today)
    left = [item.action for item in items if item.outcome == Outcome.OPEN]
    if left:
        st.write(meeting.not_discussed([action.number for action in left]))
    st.write(nl.CLOSE_WARNING)
    author = ask_user()
    if st.button(nl.CLOSE_CONFIRM, type="primary", key="close-confirmed"):
        if not author:
            st.error(nl.WHO_MISSING)
            return
        with transaction(database) as session:
            close_moment(session, moment.id, author=author, at=now(), not_discussed=[action.id for action in left])
        remember_user(author)
        st.rerun()


def show_new_moment(database: Engine, responses: Sequence[ManagementResponse], today: date) -> None:
    """The form that opens a moment for all management responses that have none open."""
    with st.container(border=True, key="form"):
        st.subheader(nl.OPEN_MOMENT)
        when, title = st.columns([1, 3])
        day = when.date_input(
            nl.MOMENT_DATE, value=today, format="DD-MM-YYYY", key="moment-day", persist_state="session"
        )
        name = title.text_input(
            nl.MOMENT_TITLE,
            placeholder=nl.MOMENT_TITLE_HINT,
            max_chars=200,
            key="moment-title",
            persist_state="session",
        )
        following = when.date_input(
            meeting.NEXT_DATE, value=None, min_value=day, format=DATES, key="moment-next", persist_state="session"
        )
        attendees = title.text_input(
            nl.MOMENT_ATTENDEES, max_chars=500, key="moment-attendees", persist_state="session"
        )
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
            title=(name or "").strip(),
            attendees=(attendees or "").strip(),
            response_ids=[response.id for response in responses],
            next_date=following,
            author=author,
            at=now(),
        )
    remember_user(author)
    st.rerun()
