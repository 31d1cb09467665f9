"""Historiek: two follow-up moments side by side, progress, the line of one action, and every change ever made."""

import streamlit as st

from mrdb.store.database import read_only
from mrdb.store.queries import actions, moments
from mrdb.text import comparison as words
from mrdb.text import nl
from mrdb.views.comparison import chosen_view, show_comparison, show_line, show_progress
from mrdb.views.journal import show_journal
from mrdb.views.screen import screen

with screen() as (database, _):
    title, views = st.columns([2, 5], vertical_alignment="bottom")
    title.title(nl.HISTORY)
    with views:
        view = chosen_view()
    with read_only(database) as session:
        known, everything = moments(session), actions(session)
    if view == words.COMPARE:
        show_comparison(database, everything, known)
    elif view == words.PROGRESS:
        show_progress(everything, known)
    elif view == words.PER_ACTION:
        show_line(database, everything, known)
    else:
        show_journal(database, everything)
