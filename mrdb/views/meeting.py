"""The pieces of the meeting: the agenda that stays up to date, one action at a time, and what is confirmed together."""

from datetime import date
from html import escape
from itertools import groupby

import streamlit as st

from mrdb.clock import now
from mrdb.domain.errors import EditConflict
from mrdb.domain.meeting import AgendaItem, Round, agenda, confirmable, coverage, next_open
from mrdb.domain.response import Action, Moment, StatusReport
from mrdb.store.database import Engine, reading, transaction
from mrdb.store.reading import round_at
from mrdb.store.writing import confirm_unchanged
from mrdb.text import meeting, nl
from mrdb.text.colours import OUTCOME_LOOK
from mrdb.text.faults import sentence
from mrdb.views.action_facts import show_calendar, show_heading, show_recommendation, show_report
from mrdb.views.action_form import save_button, show_form
from mrdb.views.addresses import ACTION_PARAMETER, MEETING, action_parameters
from mrdb.views.form_state import drop_form, take_over
from mrdb.views.pieces import label_text
from mrdb.views.user import current_user, remember_user


@st.fragment(run_every="2s")
def show_agenda(database: Engine, moment_id: int, current: int | None, today: date) -> None:
    """The counter and the agenda, on every screen the same within two seconds; typed text is not touched by it."""
    with reading(database) as session:
        items = agenda(round_at(session, moment_id), today)
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall", key="agenda"):
        st.html(f'<p class="coverage">{escape(meeting.coverage(coverage(items)))}</p>')
        for part, group in groupby(items, key=lambda item: item.part):
            st.html(f'<p class="quiet part">{escape(meeting.AGENDA_PART[part])}</p>')
            for item in group:
                _show_item(item, is_current=item.action.id == current)


def _show_item(item: AgendaItem, *, is_current: bool) -> None:
    words = f"{OUTCOME_LOOK[item.outcome].icon} {item.action.number}"
    st.page_link(
        MEETING,
        label=f":primary-background[**{label_text(words)}**]" if is_current else label_text(words),
        help=label_text(f"{meeting.OUTCOME[item.outcome]}: {item.action.text}"),
        query_params=action_parameters(item.action.id),
    )


def show_turn(database: Engine, round_: Round, action: Action, today: date) -> None:
    """One action in large type: what was said last beside what is said now."""
    items = agenda(round_, today)
    following = next_open(items, action.id)
    show_heading(action, today)
    before, new = st.columns(2, gap="large")
    with new:
        show_form(
            database,
            action,
            round_.moment,
            today,
            ask_to_save=lambda: _ask(database, round_.moment, action, following),
            after_save=lambda: _go_on(following),
        )
    with before:
        _show_previous(action, round_.moment)
        show_calendar(action)
    show_recommendation(action)


def _ask(database: Engine, moment: Moment, action: Action, following: Action | None) -> bool:
    """The three ways on: save, confirm as unchanged, or leave it for later. True asks to save."""
    is_asked = save_button(meeting.SAVE_AND_NEXT)
    unchanged, later = st.columns(2)
    if unchanged.button(meeting.UNCHANGED, width="stretch", key="unchanged"):
        _confirm(database, moment, (action,), following)
    if later.button(meeting.LATER, width="stretch", key="later"):
        _go_on(following)
        st.rerun()
    return is_asked


def _show_previous(action: Action, moment: Moment) -> None:
    st.subheader(meeting.BEFORE)
    report = _previous(action, moment)
    if report is None:
        st.html(f'<p class="quiet">{nl.NO_REPORTS}</p>')
        return
    show_report(report)
    if report.comment:
        st.button(meeting.TAKE_OVER, on_click=take_over, args=(action.id, report.comment), key="take_over")


def _previous(action: Action, moment: Moment) -> StatusReport | None:
    return next((report for report in reversed(action.reports) if report.moment.id != moment.id), None)


def show_together(database: Engine, round_: Round, today: date) -> None:
    """The actions that are neither due nor dealt with, confirmed by name in one click."""
    together = confirmable(agenda(round_, today))
    if not together:
        return
    with st.expander(f"{meeting.TOGETHER} ({len(together)})"):
        st.write(meeting.TOGETHER_WHY)
        st.html("".join(f"<p><b>{escape(a.number)}</b> {escape(a.text)}</p>" for a in together))
        if st.button(meeting.confirm_together(len(together)), key="confirm_together"):
            _confirm(database, round_.moment, together, None)


def _confirm(database: Engine, moment: Moment, actions: tuple[Action, ...], following: Action | None) -> None:
    author = current_user() or str(st.session_state.get("typed_user") or "").strip()
    if not author:
        st.error(nl.WHO_MISSING)
        return
    versions = {action.id: action.version for action in actions}
    try:
        with transaction(database) as session:
            confirm_unchanged(session, versions=versions, moment_id=moment.id, author=author, at=now())
    except EditConflict as conflict:
        st.error(sentence(conflict))
        return
    remember_user(author)
    for action in actions:
        drop_form(action.id)
    st.session_state["saved"] = meeting.confirmed(len(actions))
    if following is not None:
        _go_on(following)
    st.rerun()


def _go_on(action: Action | None) -> None:
    if action is None:
        st.query_params.pop(ACTION_PARAMETER, None)
    else:
        st.query_params[ACTION_PARAMETER] = str(action.id)
