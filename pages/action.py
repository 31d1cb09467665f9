"""Actie: one action whole, and the form for its new stand van zaken."""

import streamlit as st

from mrdb.store.database import read_only
from mrdb.store.queries import action as stored_action
from mrdb.store.queries import actions, open_moment
from mrdb.text import nl
from mrdb.text.documents import action_documents
from mrdb.views.action_facts import (
    show_calendar,
    show_heading,
    show_recommendation,
    show_reports,
)
from mrdb.views.action_form import show_form
from mrdb.views.addresses import ACTION_PARAMETER
from mrdb.views.agreements import show_agreements
from mrdb.views.one_choice import chosen_action, show_all_actions
from mrdb.views.screen import screen

with screen() as (database, today):
    with read_only(database) as session:
        known = actions(session)
    documents = action_documents(known)
    action_id = chosen_action(known, documents)
    with read_only(database) as session:
        action = stored_action(session, action_id) if action_id else None
        moment = open_moment(session, action.recommendation.response.id) if action else None
    if action is None:
        st.title(nl.CHOOSE_ACTION)
        if ACTION_PARAMETER in st.query_params:
            st.info(nl.NO_SUCH_ACTION)
        show_all_actions(known, documents)
    else:
        st.set_page_config(page_title=nl.tab_title(f"{nl.ACTION} {action.number}"))
        show_heading(action, today)
        facts, form = st.columns([1, 1], gap="large")
        with form:
            show_form(database, action, moment, today)
        with facts:
            show_reports(action)
            show_agreements(database, action, today)
            show_calendar(action)
        show_recommendation(action)
