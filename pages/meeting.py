"""Vergadering: the open round on the shared screen, one action at a time."""

import streamlit as st

from mrdb.domain.meeting import agenda, next_open
from mrdb.store.database import reading
from mrdb.store.reading import moments, round_at
from mrdb.text import meeting
from mrdb.views.addresses import MOMENTS, asked_action
from mrdb.views.meeting import show_agenda, show_invitations, show_together, show_turn
from mrdb.views.screen import screen

with screen() as (database, today):
    with reading(database) as session:
        moment = next((moment for moment in moments(session) if moment.is_open), None)
        round_ = round_at(session, moment.id) if moment else None
    if round_ is None:
        st.title(meeting.TITLE)
        st.info(meeting.NO_ROUND)
        st.page_link(MOMENTS)
        st.stop()
    items = agenda(round_, today)
    asked = next((item.action for item in items if item.action.id == asked_action()), None)
    current = asked or next_open(items, None)
    show_agenda(database, round_.moment.id, current.id if current else None, today)
    if current is None:
        st.success(meeting.ALL_DONE)
        st.page_link(MOMENTS)
    else:
        show_turn(database, round_, current, today)
    show_together(database, round_, today)
    show_invitations(round_, today)
