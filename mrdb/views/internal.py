"""Internal remarks: hidden on every screen and in every file, unless whoever sits at this screen asks for them."""

import streamlit as st

from mrdb.domain.facts import Fact
from mrdb.domain.roles import Right
from mrdb.text import nl
from mrdb.views.addresses import MEETING_PATH
from mrdb.views.rights import may_here

SHOWN, PAGE = "internal_shown", "page"


def tell_internal(page: st.Page) -> None:
    """Says on top of every page that the remarks are shown; a meeting begins without them, before its group."""
    if page.url_path == MEETING_PATH != st.session_state.get(PAGE):
        _show(False)
    st.session_state[PAGE] = page.url_path
    with st.container(horizontal=True, vertical_alignment="center", key="internal"):
        if is_internal_shown():
            st.html(f'<p class="internal">{nl.INTERNAL_SHOWN}</p>', width="content")
            st.button(nl.HIDE_INTERNAL, key="hide_internal", type="tertiary", on_click=_show, args=(False,))


def offer_internal() -> None:
    """At the foot of every page, in two clicks: the first one tells who will read along."""
    if may_here(Right.READ_INTERNAL) and not is_internal_shown():
        with st.popover(nl.SHOW_INTERNAL, type="tertiary", key="offer_internal"):
            st.write(nl.SHOW_INTERNAL_WHY)
            st.button(nl.SHOW_INTERNAL_YES, key="show_internal", on_click=_show, args=(True,))


def is_internal_shown() -> bool:
    return bool(st.session_state.get(SHOWN)) and may_here(Right.READ_INTERNAL)


def facts_shown() -> frozenset[Fact]:
    """Of which facts the journal may tell at this screen."""
    return frozenset(Fact) if is_internal_shown() else frozenset(Fact) - {Fact.INTERNAL}


def _show(is_shown: bool) -> None:
    st.session_state[SHOWN] = is_shown
