"""Internal remarks: hidden on every screen and in every file, unless whoever sits at this screen asks for them."""

import streamlit as st

from mrdb.text import nl

KEY = "show_internal"


def offer_internal() -> None:
    """The one toggle, in the corner of every page; each session begins with the remarks hidden."""
    with st.container(key="internal"):
        st.toggle(nl.SHOW_INTERNAL, key=KEY, persist_state="session", help=nl.SHOW_INTERNAL_WHY)


def is_internal_shown() -> bool:
    return bool(st.session_state.get(KEY, False))
