"""Opvolgingsmomenten: open one, see the earlier ones, close."""

import streamlit as st

from mrdb.store.database import reading
from mrdb.store.reading import management_responses, moments, open_moment, round_at
from mrdb.text import nl
from mrdb.views.moments import show_moment, show_new_moment
from mrdb.views.screen import screen

with screen() as (database, today):
    st.title(nl.MOMENTS)
    with reading(database) as session:
        rounds = [round_at(session, moment.id) for moment in moments(session)]
        without = [r for r in management_responses(session) if open_moment(session, r.id) is None]
    if without:
        show_new_moment(database, without, today, known=len(rounds))
    for round_ in rounds:
        show_moment(database, round_, today)
