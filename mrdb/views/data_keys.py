"""The keys with which other programs read the data, on Beheer: made and revoked by a secretary."""

from functools import partial

import streamlit as st

from mrdb.domain.keys import KeyKind
from mrdb.domain.people import Role
from mrdb.store.database import Engine, read_only
from mrdb.store.keys import keys, make_key, revoke_key
from mrdb.store.people import people
from mrdb.text import data_keys as words
from mrdb.views.pieces import label_text
from mrdb.views.sign_in import person_here
from mrdb.views.user import PROBLEM, at_click, in_one_click

NAME, MADE = "data_key_name", "data_secret"
"""What was typed. The secret that was just made, until the page is left: nobody can read it again."""


def show_data_keys(database: Engine) -> None:
    """Nothing for who is no secretary."""
    person = person_here()
    if person is None or person.role != Role.SECRETARY:
        return
    with read_only(database) as session:
        known, makers = keys(session, KeyKind.DATA), {one.id: one.name for one in people(session)}
    st.header(words.TITLE)
    st.write(words.WHY)
    if secret := st.session_state.pop(MADE, ""):
        st.info(words.COPY_NOW)
        st.code(secret, language=None, wrap_lines=True)
    for key in known:
        said, button = st.columns([4, 1], vertical_alignment="center")
        said.write(label_text(words.key_line(key, makers[key.person_id])))
        gone = (database, partial(revoke_key, key_id=key.id), words.REVOKED)
        button.button(words.REVOKE, key=f"revoke-{key.id}", on_click=at_click, args=gone)
    name, button = st.columns([4, 1], vertical_alignment="bottom")
    name.text_input(words.NAME, key=NAME, max_chars=80)
    button.button(words.MAKE, on_click=_make, args=(database, person.id))


def _make(database: Engine, person_id: int) -> None:
    if not (about := st.session_state[NAME].strip()):
        st.session_state[PROBLEM] = words.NAME_MISSING
        return
    write = partial(make_key, person_id=person_id, kind=KeyKind.DATA, about=about)
    if in_one_click(database, write, _remembered):
        st.session_state[NAME] = ""


def _remembered(secret: str) -> str:
    st.session_state[MADE] = secret
    return words.MADE
