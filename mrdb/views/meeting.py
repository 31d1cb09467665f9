"""One action at a time in large type: what was said last beside what is said now, and the ways on."""

from datetime import date
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from mrdb.domain.followup import waiting
from mrdb.domain.meeting import AgendaItem, Round, agenda, next_open
from mrdb.domain.response import Action, Moment
from mrdb.domain.roles import Right
from mrdb.store.database import Engine, read_only
from mrdb.store.rounds import round_at
from mrdb.text import meeting, nl, prepared
from mrdb.text.agenda import ARRANGE
from mrdb.text.documents import action_numbers
from mrdb.views.action_facts import show_calendar, show_heading, show_recommendation, show_report
from mrdb.views.action_form import Save, save_button, show_form
from mrdb.views.addresses import asked_action
from mrdb.views.agenda_editor import show_agenda_editor
from mrdb.views.agreements import show_agreements
from mrdb.views.form_state import take_over
from mrdb.views.moments import offer_closing
from mrdb.views.noted import show_changed, show_last
from mrdb.views.prepared import is_to_take_over, show_prepared, show_ways_to_take_over, take_prepared_over
from mrdb.views.rights import may_edit_here, may_here
from mrdb.views.round import (
    PART,
    confirm_and_go_on,
    go_on,
    on_turn,
    show_agenda,
    show_invitations,
    show_realisations,
    show_together,
    together_at,
)
from mrdb.views.sign_in import fragment
from mrdb.views.typed_forms import keep_part, show_no_form
from mrdb.views.user import faults_told, keep_user, show_said

LEAD = Path(__file__).with_name("meeting.js").read_text(encoding="utf-8")


@fragment(key=PART)
def show_meeting(database: Engine, moment_id: int, today: date) -> None:
    """The open round: its agenda, the action that is on, and what may be done for all of them at once."""
    show_said()
    with faults_told():
        with read_only(database) as session:
            round_ = round_at(session, moment_id)
        if not round_.moment.is_open:
            st.rerun()
        _show_round(database, round_, today)
    keep_user()
    keep_part(PART)


def _show_round(database: Engine, round_: Round, today: date) -> None:
    items, asked_id = agenda(round_, today), asked_action()
    asked = next((item.action for item in items if item.action.id == asked_id), None)
    current, is_to_hold = asked or next_open(items, None), may_here(Right.HOLD_MOMENTS)
    together = together_at(round_.moment, items, today) if is_to_hold else []
    is_beginning = bool(together) and asked is None and not any(item.is_dealt_with for item in items)
    if not is_beginning:
        go_on(current)  # from now on the address names it, whatever colleagues save meanwhile
    show_agenda(database, round_.moment.id, None if is_beginning else current, today)
    show_last(database, round_, today)
    if is_to_hold:
        show_realisations(database, round_)
    if is_beginning:
        _show_beginning(database, round_, items, together)
    elif current is None:
        st.success(meeting.ALL_DONE)
    else:
        _show_turn(database, round_, items, current, today)
    offer_closing(database, round_.moment, today, meeting.CLOSE, is_next=current is None)
    if together and not is_beginning:
        with st.expander(meeting.together(len(together))):
            show_together(database, round_.moment, together, action_numbers(round_.actions))
    if is_to_hold:
        with st.expander(ARRANGE, key="arrange", on_change="rerun") as arranging:
            if arranging.open:
                show_agenda_editor(database, round_, today)
    show_changed(database, round_, today)
    show_invitations(round_.moment, items, today)


def _show_turn(database: Engine, round_: Round, items: tuple[AgendaItem, ...], action: Action, today: date) -> None:
    """One action in large type: what was said last beside what is said now; ``items`` are the whole agenda."""
    following = next_open(items, action.id)
    past, new = st.columns([6, 7])
    is_to_edit = may_edit_here(action, today, is_round_open=True)
    with new:
        if is_to_edit:
            show_form(
                database,
                action,
                round_.moment,
                today,
                show_ways=partial(_show_ways, database, round_.moment, action, following),
                after_save=partial(go_on, following),
            )
        else:
            show_no_form(action.id)
    with past:
        show_heading(action, today)
        if note := round_.arranged[action.id].note if action.id in round_.arranged else "":
            st.html(f'<p class="note">{escape(note)}</p>')
        if one := waiting(action, round_.moment):
            box = show_prepared(one, prepared.prepared_by(one))
            if is_to_edit:
                take = partial(take_prepared_over, database, round_.moment, action, one, partial(go_on, following))
                show_ways_to_take_over(box, action, one, prepared.TAKE_OVER_AND_NEXT, partial(on_turn, action, take))
        _show_previous(action, round_.moment, is_to_edit=is_to_edit)
        show_agreements(database, action, today, is_to_edit=is_to_edit)
    with past if is_to_edit else new:
        show_calendar(action)
    show_recommendation(action)
    _lead(action.id)


def _show_beginning(database: Engine, round_: Round, items: tuple[AgendaItem, ...], together: list[Action]) -> None:
    """The step before the first action of the agenda (``items``): what may be confirmed ``together``."""
    st.title(meeting.together(len(together)))
    numbers = action_numbers(round_.actions)
    show_together(database, round_.moment, together, numbers, next_open(items, None))
    _lead(0)


def _lead(action_id: int) -> None:
    """Leads the keyboard to this action, where another one, or the step before them all (0), stood on screen."""
    st.html(f"<script>({LEAD.rstrip()})({action_id})</script>", unsafe_allow_javascript=True)


def _show_ways(database: Engine, moment: Moment, action: Action, following: Action | None, save: Save) -> None:
    """The three ways on: save, confirm as unchanged, or leave it for later.

    A callback gets the version that stood on screen when its button was drawn, not the one of the click.
    """
    with st.container(horizontal=True, gap="small"):
        is_next = not is_to_take_over(action, waiting(action, moment))
        save_button(meeting.SAVE_AND_NEXT, action, partial(on_turn, action, save), is_next=is_next)
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


def _show_previous(action: Action, moment: Moment, *, is_to_edit: bool) -> None:
    st.header(meeting.BEFORE)
    report = next((report for report in reversed(action.reports) if report.moment.id != moment.id), None)
    if report is None:
        st.html(f'<p class="quiet">{nl.NO_REPORTS}</p>')
        return
    show_report(report)
    if report.comment and is_to_edit:
        st.button(meeting.TAKE_OVER, on_click=take_over, args=(action.id, report.comment), key="take_over")
