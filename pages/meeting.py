"""Vergadering: the open round on the shared screen, one action at a time."""

import streamlit as st

from mrdb.domain.roles import Right
from mrdb.store.database import read_only
from mrdb.store.queries import mark
from mrdb.text import meeting, nl
from mrdb.views.addresses import MOMENTS
from mrdb.views.meeting import show_meeting
from mrdb.views.news import rerun_on_news
from mrdb.views.next_step import show_next
from mrdb.views.rights import may_here
from mrdb.views.round import chosen_round
from mrdb.views.screen import screen

with screen() as (database, today), st.container(key="meeting"):
    with read_only(database) as session:
        now = mark(session)
    if moment := chosen_round(database):
        show_meeting(database, moment.id, today)
    else:
        st.title(meeting.TITLE)
        if may_here(Right.HOLD_MOMENTS):
            st.info(meeting.NO_ROUND)
            show_next(MOMENTS, nl.MOMENTS)
        else:
            st.info(nl.NO_OPEN_MOMENT)
        rerun_on_news(now)  # a screen that waits for the meeting becomes it
