"""Historiek: two follow-up moments side by side, progress, the line of one action, and every change ever made."""

import streamlit as st

from mrdb.store.database import read_only
from mrdb.store.queries import action_titles, actions, changes, management_responses, moments
from mrdb.text import comparison as words
from mrdb.text import nl
from mrdb.text.documents import action_documents, numbered
from mrdb.views.comparison import chosen_view, show_comparison, show_line, show_progress
from mrdb.views.journal import show_changes
from mrdb.views.screen import screen

with screen() as (database, _):
    title, views = st.columns([2, 5], vertical_alignment="bottom")
    title.title(nl.HISTORY)
    with views:
        view = chosen_view()
    with read_only(database) as session:
        titles, known, journal = action_titles(session), moments(session), changes(session)
        has_several = len(management_responses(session)) > 1
        everything = actions(session) if has_several or view != words.JOURNAL else ()
    if view == words.COMPARE:
        show_comparison(everything, known, journal)
    elif view == words.PROGRESS:
        show_progress(everything, known)
    elif view == words.PER_ACTION:
        show_line(everything, titles, known, journal)
    else:
        documents = action_documents(everything)
        show_changes(journal, {title.id: numbered(title.number, documents.get(title.id, "")) for title in titles})
