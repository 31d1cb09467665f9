"""Afspraken: who still has to do what by when, across all documents."""

import streamlit as st

from mrdb.domain.agreements import done_agreements, open_agreements
from mrdb.store.database import read_only
from mrdb.store.queries import actions
from mrdb.text import agreements as words
from mrdb.text.documents import action_documents
from mrdb.views.agreements import show_done, show_open
from mrdb.views.screen import screen
from mrdb.views.user import ask_user

with screen() as (database, today):
    with read_only(database) as session:
        everything = actions(session)
    waiting, done = open_agreements(everything), done_agreements(everything)
    title, user = st.columns([3, 2], vertical_alignment="bottom")
    title.title(words.TITLE)
    if waiting or done:
        with user:
            ask_user()
    if waiting:
        late = sum(one.is_late(today) for one in waiting)
        st.markdown(f"**{words.summary(len(waiting), late)}**")
        show_open(database, waiting, today, action_documents(everything))
    else:
        st.info(words.NONE_OPEN if done else words.NONE_YET)
    if done:
        show_done(database, done)
