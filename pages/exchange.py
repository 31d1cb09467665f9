"""Uitwisselen: overviews that come back filled in, with every change before it is made."""

import streamlit as st

from mrdb.domain.filled import RowKind
from mrdb.store.database import reading
from mrdb.store.reading import moments
from mrdb.text import filling as words
from mrdb.views.addresses import MOMENTS
from mrdb.views.exchange import chosen_files, offer_to_apply, returned, show_changes, show_choices, show_problems
from mrdb.views.screen import screen

with screen() as (database, _):
    st.title(words.TITLE)
    if said := st.session_state.pop("applied", None):
        st.success(said)
    with reading(database) as session:
        is_open = any(moment.is_open for moment in moments(session))
    if not is_open:
        st.info(words.NO_MOMENT)
        st.page_link(MOMENTS)
        st.stop()
    files = chosen_files()
    found = returned(database, files) if files else None
    if found is not None:
        st.subheader(words.counts({kind: len(found.plan.of(kind)) for kind in RowKind}))
        may_apply = show_problems(found.plan)
        choices = show_choices(found.plan)
        show_changes(found.plan)
        if may_apply:
            offer_to_apply(database, found.plan, choices, found.names)
