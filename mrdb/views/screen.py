"""The frame around every page: its data, its day, and a Dutch sentence where a rule is broken."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import streamlit as st

from mrdb import __version__
from mrdb.clock import today
from mrdb.domain.errors import MrdbError
from mrdb.startup import prepared_database
from mrdb.store.database import Engine
from mrdb.text import nl
from mrdb.text.faults import sentence
from mrdb.views.addresses import ENTRY
from mrdb.views.internal import offer_internal
from mrdb.views.page_scripts import page_scripts
from mrdb.views.typed_forms import keep_typed, show_returned
from mrdb.views.user import keep_user

STYLE = Path(__file__).with_name("style.css")


def dress() -> None:
    """Puts the style and the Dutch for Streamlit's own words on the page, and tells the pages that the entry ran."""
    st.session_state["entered"] = True
    with st.container(key="frame"):
        st.html(STYLE)
        st.html(page_scripts(), unsafe_allow_javascript=True)
        keep_user()
        offer_internal()


@st.cache_resource(show_spinner=False)
def database() -> Engine:
    return prepared_database()


@contextmanager
def screen() -> Iterator[tuple[Engine, date]]:
    """The database and today. A page opened without the entry goes there; a broken rule becomes a sentence."""
    if "entered" not in st.session_state:
        st.switch_page(ENTRY)
    show_returned()
    try:
        yield database(), today()
    except MrdbError as error:
        st.error(sentence(error))
        st.stop()
    finally:
        keep_typed(database)  # last, so that it knows what this run opened, saved and dropped


def show_version() -> None:
    """The release of the program, small at the end of a page."""
    st.html(f'<p class="quiet small right">{nl.version(__version__)}</p>')
