"""Afspraken: who still has to do what by when, across all documents."""

import streamlit as st

from mrdb.domain.agreements import done_agreements, open_agreements
from mrdb.store.database import read_only
from mrdb.store.queries import actions, open_moments
from mrdb.text import agreements as words
from mrdb.text.documents import action_documents
from mrdb.views.agreements import show_done, show_open
from mrdb.views.rights import may_edit_here
from mrdb.views.screen import screen
from mrdb.views.user import ask_user

with screen() as (database, today):
    with read_only(database) as session:
        everything, followed = actions(session), open_moments(session)
    to_edit = {
        action.id
        for action in everything
        if may_edit_here(action, today, is_round_open=action.recommendation.response.id in followed)
    }
    waiting, done = open_agreements(everything), done_agreements(everything)
    title, user = st.columns([3, 2], vertical_alignment="bottom")
    title.title(words.TITLE)
    if to_edit and (waiting or done):
        with user:
            ask_user()
    if waiting:
        late = sum(one.is_late(today) for one in waiting)
        st.markdown(f"**{words.summary(len(waiting), late)}**")
        show_open(database, waiting, today, action_documents(everything), to_edit)
    else:
        st.info(words.NONE_OPEN if done else words.NONE_YET)
    if done:
        show_done(database, done, to_edit)
