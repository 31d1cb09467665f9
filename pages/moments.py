"""Opvolgingsmomenten: open one, see the earlier ones, close."""

import streamlit as st

from mrdb.store.database import reading
from mrdb.store.reading import actions, management_responses, moments
from mrdb.text import nl
from mrdb.views.moments import show_moment, show_new_moment
from mrdb.views.screen import screen

with screen() as (database, today):
    st.title(nl.MOMENTS)
    with reading(database) as session:
        everything, responses, known = actions(session), management_responses(session), moments(session)
    if not any(moment.is_open for moment in known):
        show_new_moment(database, responses, today)
    for moment in known:
        show_moment(database, moment, everything, today)
