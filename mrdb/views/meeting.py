"""The pieces of the meeting: the agenda that stays up to date, one action at a time, and what is confirmed together."""

from datetime import date
from html import escape
from itertools import groupby

import streamlit as st

from mrdb.clock import now
from mrdb.domain.errors import MrdbError
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
from mrdb.views.addresses import ACTION_PARAMETER
from mrdb.views.form_state import pinned, take_over
from mrdb.views.pieces import label_text
from mrdb.views.user import current_user, remember_user

PROBLEM = "meeting_problem"


@st.fragment(run_every="2s")
def show_agenda(database: Engine, moment_id: int, current: int | None, today: date) -> None:
    """The counter and the agenda, on every screen the same within two seconds; typed text is not touched by it."""
    try:
        with reading(database) as session:
            items = agenda(round_at(session, moment_id), today)
    except MrdbError as error:
        st.error(sentence(error))
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall", key="agenda"):
        st.html(f'<p class="coverage">{escape(meeting.coverage(coverage(items)))}</p>')
        for part, group in groupby(items, key=lambda item: item.part):
            st.html(f'<p class="quiet part">{escape(meeting.AGENDA_PART[part])}</p>')
            for item in group:
                _show_item(item, is_current=item.action.id == current)


def _show_item(item: AgendaItem, *, is_current: bool) -> None:
    """A button, because a link to the page that one is on would leave the address as it is."""
    words = label_text(f"{OUTCOME_LOOK[item.outcome].icon} {item.action.number}")
    label = f":primary-background[**{words}**]" if is_current else words
    why = label_text(f"{meeting.OUTCOME[item.outcome]}: {item.action.text}")
    if st.button(label, key=f"agenda-{item.action.id}", type="tertiary", help=why):
        _go_on(item.action)
        st.rerun()


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
    """The three ways on: save, confirm as unchanged, or leave it for later. True asks to save.

    A callback gets the version that stood on screen when its button was drawn, not the one of the click.
    """
    is_asked = save_button(meeting.SAVE_AND_NEXT)
    unchanged, later = st.columns(2)
    unchanged.button(
        meeting.UNCHANGED,
        width="stretch",
        key="unchanged",
        shortcut="Alt+O",
        on_click=_confirm_and_go_on,
        args=(database, moment.id, {action.id: action.version}, following),
    )
    later.button(meeting.LATER, width="stretch", key="later", shortcut="Alt+L", on_click=_go_on, args=(following,))
    if problem := st.session_state.pop(PROBLEM, None):
        st.error(problem)
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
    together = [action for action in confirmable(agenda(round_, today)) if not _is_typed_in(action.id)]
    if not together:
        return
    with st.expander(f"{meeting.TOGETHER} ({len(together)})"):
        st.write(meeting.TOGETHER_WHY)
        st.html("".join(f"<p><b>{escape(a.number)}</b> {escape(a.text)}</p>" for a in together))
        versions = {action.id: action.version for action in together}
        st.button(
            meeting.confirm_together(len(together)),
            key="confirm_together",
            on_click=_confirm_and_go_on,
            args=(database, round_.moment.id, versions, None),
        )


def show_invitations(round_: Round, today: date) -> None:
    """For each responsible the text of a mail, to copy: what comes up."""
    items = agenda(round_, today)
    names = sorted({name for item in items for name in item.action.responsibles}, key=str.casefold)
    with st.expander(meeting.INVITATIONS):
        name = st.selectbox(nl.RESPONSIBLE, names, key="invited", persist_state="session")
        if name:
            actions = [item.action for item in items if name in item.action.responsibles]
            st.code(meeting.invitation(name, round_.moment.date, actions, today), language=None, wrap_lines=True)


def _confirm_and_go_on(database: Engine, moment_id: int, versions: dict[int, int], following: Action | None) -> None:
    if _confirm(database, moment_id, versions):
        _go_on(following)


def _confirm(database: Engine, moment_id: int, versions: dict[int, int]) -> bool:
    """Confirms these actions, unless somebody types in one of them or changed one since it was drawn."""
    author = current_user() or str(st.session_state.get("typed_user") or "").strip()
    problem = "" if author else nl.WHO_MISSING
    if any(map(_is_typed_in, versions)):
        problem = meeting.STILL_TYPED
    if not problem:
        try:
            with transaction(database) as session:
                confirm_unchanged(session, versions=versions, moment_id=moment_id, author=author, at=now())
        except MrdbError as error:
            problem = sentence(error)
    if problem:
        st.session_state[PROBLEM] = problem
        return False
    remember_user(author)
    st.session_state["saved"] = meeting.confirmed(len(versions))
    return True


def _is_typed_in(action_id: int) -> bool:
    pin = pinned(action_id)
    return pin is not None and bool(pin.touched)


def _go_on(action: Action | None) -> None:
    if action is None:
        st.query_params.pop(ACTION_PARAMETER, None)
    else:
        st.query_params[ACTION_PARAMETER] = str(action.id)
