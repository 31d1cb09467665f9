"""Historiek: who changed what from what to what, when; of one action or of all."""

import streamlit as st

from mrdb.store.database import reading
from mrdb.store.reading import action_titles, changes
from mrdb.text import nl
from mrdb.views.addresses import asked_action
from mrdb.views.journal import show_changes
from mrdb.views.screen import screen

with screen() as (database, _):
    st.title(nl.HISTORY)
    with reading(database) as session:
        titles = {title.id: title for title in action_titles(session)}
        asked = asked_action()
        chosen = st.selectbox(
            nl.ACTION,
            list(titles),
            index=list(titles).index(asked) if asked in titles else None,
            format_func=lambda id_: f"{titles[id_].number} {titles[id_].text}",
            placeholder=nl.ALL_ACTIONS,
        )
        journal = changes(session, chosen)
    show_changes(journal, {id_: title.number for id_, title in titles.items()})
