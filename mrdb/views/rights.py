"""What whoever sits at this screen may do: what one may not press isn't there."""

from datetime import date

import streamlit as st

from mrdb.domain.errors import NotAllowed
from mrdb.domain.response import Action
from mrdb.domain.roles import Right, may, may_edit
from mrdb.text import people as words
from mrdb.views.sign_in import is_asked, person_here, writer


def may_here(right: Right) -> bool:
    person = person_here()
    return not is_asked() if person is None else may(person, right)


def may_edit_here(action: Action, today: date, *, is_round_open: bool) -> bool:
    person = person_here()
    return not is_asked() if person is None else may_edit(person, action, today, is_round_open=is_round_open)


def check_right(right: Right) -> None:
    """As the person is known now, for what no transaction of the store can ask. Raises NotAllowed, and as ``writer``
    does."""
    if not may(writer(), right):
        raise NotAllowed


def show_why_not() -> None:
    """In the place of the form of an action that one may not report on."""
    if person := person_here():
        st.html(f'<p class="quiet">{words.why_not(person.role)}</p>')
