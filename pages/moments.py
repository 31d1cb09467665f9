"""Opvolgingsmomenten: open one, prepare it, see the earlier ones, close, open again."""

import streamlit as st

from mrdb.domain.meeting import last_moments
from mrdb.domain.roles import Right
from mrdb.store.database import read_only
from mrdb.store.queries import actions, covered, management_responses, moments, open_moments, responsibles
from mrdb.text import nl
from mrdb.text.documents import document_names
from mrdb.views.moments import AT_ONCE, show_moment, show_new_moment
from mrdb.views.rights import may_here
from mrdb.views.screen import screen
from mrdb.views.tables import page_of

with screen() as (database, today):
    st.title(nl.MOMENTS)
    with read_only(database) as session:
        held, covers, everything = moments(session), covered(session), actions(session)
        known, names, followed = management_responses(session), responsibles(session), open_moments(session)
    without = [response for response in known if response.id not in followed]
    if without and may_here(Right.HOLD_MOMENTS):
        documents = document_names(known)
        to_cover = {documents.get(response.id, response.subject): response.id for response in without}
        newest = max((moment.id for moment in held), default=0)
        show_new_moment(database, to_cover, names, today, newest, is_next=not followed)
    last = last_moments(held, covers)
    for moment in page_of(held, AT_ONCE, "moments"):
        own = [action for action in everything if action.recommendation.response.id in covers[moment.id]]
        is_last = all(last[response_id] == moment for response_id in covers[moment.id])
        show_moment(database, moment, own, today, is_last=is_last)
