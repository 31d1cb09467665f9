"""Historiek: two follow-up moments side by side, progress, the line of one action, and every change ever made."""

import streamlit as st

from mrdb.store.database import reading
from mrdb.store.reading import action_titles, actions, changes, moments
from mrdb.text import comparison as words
from mrdb.text import nl
from mrdb.views.comparison import chosen_view, show_comparison, show_line, show_progress
from mrdb.views.journal import show_changes
from mrdb.views.screen import screen

with screen() as (database, _):
    title, views = st.columns([2, 5], vertical_alignment="bottom")
    title.title(nl.HISTORY)
    with views:
        view = chosen_view()
    with reading(database) as session:
        titles, known, journal = action_titles(session), moments(session), changes(session)
        everything = () if view == words.JOURNAL else actions(session)
    if view == words.COMPARE:
        show_comparison(everything, known, journal)
    elif view == words.PROGRESS:
        show_progress(everything, known)
    elif view == words.PER_ACTION:
        show_line(everything, titles, known, journal)
    else:
        show_changes(journal, {title.id: title.number for title in titles})
