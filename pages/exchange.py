"""Uitwisselen: the overview goes round, and what comes back is seen before it changes anything."""

import streamlit as st

from mrdb.domain.roles import Right
from mrdb.text import new_response
from mrdb.text import returned as words
from mrdb.views.addresses import NEW_RESPONSE
from mrdb.views.download import offer_overviews
from mrdb.views.exchange import APPLIED, chosen_files, show_returned
from mrdb.views.rights import may_here
from mrdb.views.screen import screen
from mrdb.views.subscription import offer_subscription

with screen() as (database, today):
    st.title(words.TITLE)
    if said := st.session_state.pop(APPLIED, None):
        st.success(said)
    with st.container(key="ways"):
        out, back, document = st.columns([4, 5, 3], gap="large")
    with out:
        st.header(words.SEND)
        offer_overviews(database, today)
        offer_subscription(database)
    if may_here(Right.BRING_IN):
        with back:
            st.header(words.TAKE_IN)
            files = chosen_files()
        with document:
            st.header(new_response.TITLE)
            st.write(words.NEW_DOCUMENT_WHY)
            if st.button(words.READ_DOCUMENT, width="stretch"):
                st.switch_page(NEW_RESPONSE)
        if files:
            st.divider()
            show_returned(database, files, today)
