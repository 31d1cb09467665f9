"""Vergadering: the open round on the shared screen, one action at a time."""

import streamlit as st

from mrdb.domain.meeting import agenda, next_open
from mrdb.text import meeting, nl
from mrdb.text.agenda import ARRANGE
from mrdb.views.addresses import MOMENTS, asked_action
from mrdb.views.agenda_editor import show_agenda_editor
from mrdb.views.meeting import show_turn
from mrdb.views.moments import offer_closing
from mrdb.views.next_step import show_next
from mrdb.views.noted import show_changed, show_last
from mrdb.views.round import (
    chosen_round,
    go_on,
    show_agenda,
    show_invitations,
    show_realisations,
    show_together,
)
from mrdb.views.screen import screen

with screen() as (database, today), st.container(key="meeting"):
    round_ = chosen_round(database)
    if round_ is None:
        st.title(meeting.TITLE)
        st.info(meeting.NO_ROUND)
        show_next(MOMENTS, nl.MOMENTS)
        st.stop()
    items = agenda(round_, today)
    asked = next((item.action for item in items if item.action.id == asked_action()), None)
    current = asked or next_open(items, None)
    go_on(current)  # from now on the address names it, whatever colleagues save meanwhile
    show_agenda(database, round_.moment.id, current, today)
    show_last(database, round_)
    is_beginning = current == items[0].action and not any(item.is_dealt_with for item in items)
    if is_beginning:
        show_together(database, round_.moment, items, today, is_first=True)
    show_realisations(database, round_)
    if current is None:
        st.success(meeting.ALL_DONE)
    else:
        show_turn(database, round_, items, current, today)
    offer_closing(database, round_.moment, today, meeting.CLOSE, is_next=current is None)
    if not is_beginning:
        show_together(database, round_.moment, items, today)
    with st.expander(ARRANGE, key="arrange", on_change="rerun") as arranging:
        if arranging.open:
            show_agenda_editor(database, round_, today)
    show_changed(database, round_)
    show_invitations(round_.moment, items, today)
