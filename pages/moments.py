"""Opvolgingsmomenten: open one, prepare it, see the earlier ones, close, open again."""

import streamlit as st

from mrdb.domain.meeting import last_rounds
from mrdb.store.database import read_only
from mrdb.store.queries import management_responses, open_moment, responsibles
from mrdb.store.rounds import rounds
from mrdb.text import nl
from mrdb.text.documents import document_names
from mrdb.views.moments import show_moment, show_new_moment
from mrdb.views.screen import screen

with screen() as (database, today):
    st.title(nl.MOMENTS)
    with read_only(database) as session:
        held = rounds(session)
        known = management_responses(session)
        without = [response for response in known if open_moment(session, response.id) is None]
        names = responsibles(session)
    if without:
        documents = document_names(known)
        covered = {documents.get(response.id, response.subject): response.id for response in without}
        show_new_moment(database, covered, names, today)
    last = last_rounds(held)
    for round_ in held:
        show_moment(database, round_, today, is_last=round_ in last)
