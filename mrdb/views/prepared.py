"""What was prepared for a follow-up moment, beside the form: read by all, taken over with one click."""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.edit import Edit
from mrdb.domain.followup import waiting
from mrdb.domain.response import Action, Moment, Prepared
from mrdb.store.database import Engine
from mrdb.store.writing import save_edit
from mrdb.text import meeting, nl
from mrdb.text import prepared as words
from mrdb.views.form_state import drop_form, take_over, typed_in
from mrdb.views.pieces import prose, status_pill
from mrdb.views.user import PROBLEM, in_one_click


def show_prepared(one: Prepared, said: str) -> DeltaGenerator:
    """The box, which may hold ways on; ``said`` stands above the text."""
    box = st.container(key="prepared")
    head = f"<p><b>{escape(said)}</b> {status_pill(one.status)}</p>"
    box.html(f'<div class="report">{head}{prose(one.comment)}</div>')
    return box


def show_waiting(
    database: Engine,
    action: Action,
    moment: Moment | None,
    *,
    is_to_edit: bool,
    go_on: Callable[[], None] = lambda: None,
) -> None:
    """What waits for the next moment, or for the one that is open; who may report on it may take it over there."""
    one = waiting(action, moment) if moment else action.prepared
    if one is None:
        return
    st.header(words.FOR_NOW if moment else words.FOR_NEXT)
    box = show_prepared(one, words.signed(one))
    if moment and is_to_edit:
        take = partial(take_prepared_over, database, moment, action, one, go_on)
        show_ways_to_take_over(box, action, one, words.TAKE_OVER, take)


def show_ways_to_take_over(
    box: DeltaGenerator, action: Action, one: Prepared, label: str, take: Callable[[], None]
) -> None:
    """As it stands, or into the form, to be changed first."""
    with box, st.container(horizontal=True, gap="small"):
        look: Literal["primary", "secondary"] = "primary" if is_to_take_over(action, one) else "secondary"
        st.button(label, type=look, key=f"take_prepared-{action.id}", shortcut="Alt+N", on_click=take)
        to_form = (action.id, one.comment, one.status)
        st.button(words.ADAPT, type="tertiary", key=f"adapt-{action.id}", on_click=take_over, args=to_form)


def is_to_take_over(action: Action, one: Prepared | None) -> bool:
    """Whether that is the next step: until somebody types something else."""
    return one is not None and action.id not in typed_in()


def take_prepared_over(
    database: Engine, moment: Moment, action: Action, one: Prepared, go_on: Callable[[], None] = lambda: None
) -> None:
    """Saves it word for word as the report of this moment, unless somebody types in the form."""
    if not is_to_take_over(action, one):
        st.session_state[PROBLEM] = meeting.STILL_TYPED
        return
    edit = Edit(one.status, one.comment)
    write = partial(save_edit, action_id=action.id, version=action.version, moment_id=moment.id, edit=edit)
    if in_one_click(database, write, nl.SAVED):
        drop_form(action.id)
        go_on()
