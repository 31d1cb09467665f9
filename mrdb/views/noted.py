"""What was noted in this meeting, and the way back: the last of this screen at once, all of it on asking."""

from datetime import date
from functools import partial
from html import escape

import streamlit as st

from mrdb.domain.meeting import Round
from mrdb.domain.rewind import Gesture, gestures
from mrdb.domain.roles import Right
from mrdb.store.database import Engine
from mrdb.store.undoing import take_back
from mrdb.text import meeting, nl
from mrdb.text.dates import short_time
from mrdb.text.documents import action_numbers
from mrdb.views.internal import is_internal_shown
from mrdb.views.rights import may_edit_here, may_here
from mrdb.views.user import at_click, author

MOST = 60
"""More gestures nobody looks through to take one back."""


def show_last(database: Engine, round_: Round, today: date) -> None:
    """What was noted last, in one line with its way back, where whoever sits at this screen did it: until the next."""
    one = next(iter(_done(round_)), None)
    if one is None or one.author != author():
        return
    with st.container(horizontal=True, vertical_alignment="center", key="last"):
        st.html(f'<p class="quiet">{escape(meeting.NOTED_LAST)}: {_told(round_, one)}</p>')
        _take_back_button(database, round_, one, "last", today)


def show_changed(database: Engine, round_: Round, today: date) -> None:
    """All that was changed in this round, the newest first, each with a button that takes it back where one may."""
    done = _done(round_)
    if not done:
        return
    with st.expander(meeting.NOTED_HERE, key="noted_here", on_change="rerun") as box:
        if not box.open:
            return
        for one in done[:MOST]:
            when, what, back = st.columns([2, 8, 2], vertical_alignment="center")
            when.html(f'<p class="quiet">{escape(short_time(one.at))}<br>{escape(one.author)}</p>')
            what.html(f'<p class="gesture">{_told(round_, one)}</p>')
            with back:
                _take_back_button(database, round_, one, "back", today)
        if len(done) > MOST:
            st.caption(nl.newest_changes(MOST))


def _done(round_: Round) -> tuple[Gesture, ...]:
    return gestures(round_.lines, {action.id: action.recommendation.id for action in round_.actions})


def _told(round_: Round, one: Gesture) -> str:
    """What it is about and what changed, as HTML."""
    if one.action_id:
        action = next(action for action in round_.actions if action.id == one.action_id)
        lead = meeting.about(action_numbers(round_.actions)[action.id], action.text, is_action=True)
    else:
        parts = (action.recommendation for action in round_.actions)
        part = next(part for part in parts if part.id == one.lines[0].recommendation_id)
        lead = meeting.about(part.number, part.title, is_action=False)
    return f"<b>{escape(lead)}</b> {escape(meeting.gesture_words(one, with_internal=is_internal_shown()))}"


def _may_take_back(round_: Round, one: Gesture, today: date) -> bool:
    action = next((action for action in round_.actions if action.id == one.action_id), None)
    return may_edit_here(action, today, is_round_open=True) if action else may_here(Right.HOLD_MOMENTS)


def _take_back_button(database: Engine, round_: Round, one: Gesture, name: str, today: date) -> None:
    if not _may_take_back(round_, one, today):
        return
    ids = tuple(line.id for line in one.lines)
    write = partial(take_back, moment_id=round_.moment.id, line_ids=ids)
    st.button(
        meeting.TAKE_BACK,
        key=f"{name}-{ids[0]}",
        disabled=not one.is_last,
        help=None if one.is_last else meeting.LATER_FIRST,
        on_click=at_click,
        args=(database, write, meeting.TAKEN_BACK),
    )
