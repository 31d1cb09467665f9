"""Uitwisselen: overviews that come back filled in, with every change before it is made."""

import streamlit as st

from mrdb.store.database import reading
from mrdb.store.reading import moments
from mrdb.text import filling as words
from mrdb.views.addresses import MOMENTS
from mrdb.views.exchange import APPLIED, chosen_files, planned, show_plan
from mrdb.views.screen import screen

with screen() as (database, today):
    st.title(words.TITLE)
    if said := st.session_state.pop(APPLIED, None):
        st.success(said)
    with reading(database) as session:
        is_open = any(moment.is_open for moment in moments(session))
    if not is_open:
        st.info(words.NO_MOMENT)
        st.page_link(MOMENTS)
        st.stop()
    files = chosen_files()
    plan = planned(database, files, today) if files else None
    if plan is not None:
        show_plan(database, plan, [file.name for file in files])
