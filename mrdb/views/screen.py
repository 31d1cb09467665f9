"""The frame around every page: its data, its day, and a Dutch sentence where a rule is broken."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import streamlit as st

from mrdb.clock import today
from mrdb.startup import is_demo
from mrdb.store.database import Engine
from mrdb.text import nl
from mrdb.text.streamlit_words import PATTERNS, WORDS
from mrdb.views.addresses import ENTRY
from mrdb.views.data import database
from mrdb.views.internal import offer_internal, tell_internal
from mrdb.views.menu import show_menu, why_not_here
from mrdb.views.sign_in import let_in
from mrdb.views.typed_forms import keep_typed, show_returned
from mrdb.views.user import faults_told, keep_user, show_said
from mrdb.views.who import show_viewing

HERE = Path(__file__).parent


def dress(page: st.Page, pages: Sequence[st.Page], groups: Mapping[str, Sequence[st.Page]]) -> None:
    """Puts the style, the Dutch for Streamlit's own words and the menu around ``page``; the pages see that the entry
    ran. Ends the run where whoever sits there may not see them."""
    history, dutch = ((HERE / name).read_text("utf-8") for name in ("browser_history.js", "streamlit_dutch.js"))
    words, patterns = (json.dumps(known, ensure_ascii=False) for known in (WORDS, PATTERNS))
    with st.container(key="frame"):
        st.html(HERE / "style.css")
        st.html(f"<script>{history}\n{dutch.rstrip()}({words}, {patterns})</script>", unsafe_allow_javascript=True)
        st.html(
            f"<script>document.documentElement.dataset.page = {json.dumps(page.url_path)}</script>",
            unsafe_allow_javascript=True,
        )
        keep_user()
    with faults_told():
        if let_in(pages, page):
            st.session_state["entered"] = True
            show_viewing()
            show_menu(groups, page)
            if not (why_not := why_not_here(page)):
                tell_internal(page)
                return
            st.info(why_not)
    st.stop()


@contextmanager
def screen() -> Iterator[tuple[Engine, date]]:
    """The database and today. A page opened without the entry goes there; a broken rule becomes a sentence."""
    if "entered" not in st.session_state:
        st.switch_page(ENTRY)
    show_said()
    show_returned()
    try:
        with faults_told():
            if is_demo():
                st.html(f'<p class="demo">{nl.DEMO}</p>')
            yield database(), today()
            return
    finally:
        offer_internal()
        keep_typed(database)  # last, so that it knows what this run opened, saved and dropped
    st.stop()  # after a fault, also where there is no database to show anything of; before the end nothing may stop
