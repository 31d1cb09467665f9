"""Actie: one action whole, and the form for its new stand van zaken."""

import streamlit as st

from mrdb.store.database import read_only
from mrdb.store.queries import actions
from mrdb.text import nl
from mrdb.text.documents import action_documents
from mrdb.views.addresses import ACTION_PARAMETER
from mrdb.views.one_action import show_action
from mrdb.views.one_choice import chosen_action, show_all_actions
from mrdb.views.put_away import offer_to_put_action_away
from mrdb.views.screen import screen

with screen() as (database, today):
    with read_only(database) as session:
        known = actions(session)
    documents = action_documents(known)
    if action_id := chosen_action(known, documents):
        show_action(database, action_id, today)
        offer_to_put_action_away(database, next(action for action in known if action.id == action_id))
    else:
        st.title(nl.CHOOSE_ACTION)
        if ACTION_PARAMETER in st.query_params:
            st.info(nl.NO_SUCH_ACTION)
        show_all_actions(known, documents)
