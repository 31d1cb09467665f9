"""One action at a time in large type: what was said last beside what is said now, and the ways on."""

from datetime import date
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from mrdb.domain.meeting import AgendaItem, Round, next_open
from mrdb.domain.response import Action, Moment
from mrdb.store.database import Engine
from mrdb.text import meeting, nl
from mrdb.views.action_facts import show_calendar, show_heading, show_recommendation, show_report
from mrdb.views.action_form import Save, save_button, show_form
from mrdb.views.agreements import show_agreements
from mrdb.views.form_state import take_over
from mrdb.views.round import confirm_and_go_on, go_on, on_turn

LEAD = Path(__file__).with_name("meeting.js").read_text(encoding="utf-8")


def show_turn(database: Engine, round_: Round, items: tuple[AgendaItem, ...], action: Action, today: date) -> None:
    """One action in large type: what was said last beside what is said now; ``items`` are the whole agenda."""
    following = next_open(items, action.id)
    past, new = st.columns([6, 7])
    with new:
        show_form(
            database,
            action,
            round_.moment,
            today,
            show_ways=partial(_show_ways, database, round_.moment, action, following),
            after_save=partial(go_on, following),
        )
    with past:
        show_heading(action, today)
        if note := round_.arranged[action.id].note if action.id in round_.arranged else "":
            st.html(f'<p class="note">{escape(note)}</p>')
        _show_previous(action, round_.moment)
        show_agreements(database, action, today)
        show_calendar(action)
    show_recommendation(action)
    st.html(f"<script>({LEAD.rstrip()})({action.id})</script>", unsafe_allow_javascript=True)


def _show_ways(database: Engine, moment: Moment, action: Action, following: Action | None, save: Save) -> None:
    """The three ways on: save, confirm as unchanged, or leave it for later.

    A callback gets the version that stood on screen when its button was drawn, not the one of the click.
    """
    with st.container(horizontal=True, gap="small"):
        save_button(meeting.SAVE_AND_NEXT, action, partial(on_turn, action, save))
        st.button(
            meeting.UNCHANGED,
            key=f"unchanged-{action.id}",
            shortcut="Alt+O",
            on_click=on_turn,
            args=(action, partial(confirm_and_go_on, database, moment.id, {action.id: action.version}, following)),
        )
        st.button(
            meeting.LATER,
            key=f"later-{action.id}",
            shortcut="Alt+L",
            on_click=on_turn,
            args=(action, partial(go_on, following)),
        )


def _show_previous(action: Action, moment: Moment) -> None:
    st.header(meeting.BEFORE)
    report = next((report for report in reversed(action.reports) if report.moment.id != moment.id), None)
    if report is None:
        st.html(f'<p class="quiet">{nl.NO_REPORTS}</p>')
        return
    show_report(report)
    if report.comment:
        st.button(meeting.TAKE_OVER, on_click=take_over, args=(action.id, report.comment), key="take_over")
