"""Overzicht: where we stand, in counts and in a table."""

import streamlit as st

from mrdb import __version__
from mrdb.domain.roles import Right
from mrdb.store.database import read_only
from mrdb.store.queries import actions, basis, mark
from mrdb.text import nl
from mrdb.text.documents import action_documents
from mrdb.views.action_table import show_actions
from mrdb.views.addresses import LAST_FILTERS
from mrdb.views.backup import show_overdue
from mrdb.views.download import offer_files
from mrdb.views.filters import chosen_filter, show_counts
from mrdb.views.news import rerun_on_news
from mrdb.views.rights import may_here
from mrdb.views.screen import screen

with screen() as (database, today):
    with read_only(database) as session:
        now, everything, made_from = mark(session), actions(session), basis(session)
    title, day = st.columns([3, 2], vertical_alignment="bottom")
    title.title(nl.WHERE_WE_STAND)
    day.html(f'<p class="quiet right">{nl.today(today)}</p>')
    if may_here(Right.ADMINISTER):
        show_overdue(database)
    counts = st.container(gap="xsmall")
    with st.container(key="list", gap="xsmall"):
        chosen = chosen_filter(everything, today)
        show_actions(chosen, today, action_documents(everything))
        with st.container(key="files"):  # after the actions for the keyboard, beside the filters for the eye
            offer_files(database, chosen, today, made_from)
    with counts:  # they stand above the filters, and show which one is chosen
        show_counts(everything, today)
    st.session_state[LAST_FILTERS] = st.query_params.to_dict()
    st.html(f'<p class="quiet small right">{nl.version(__version__)}</p>')
    rerun_on_news(now)
