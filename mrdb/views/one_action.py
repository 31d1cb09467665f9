"""One action whole: where it stands, the form for its new stand van zaken beside what was said before."""

from datetime import date
from functools import partial

import streamlit as st

from mrdb.store import queries
from mrdb.store.database import Engine, read_only
from mrdb.text import nl
from mrdb.views.action_facts import show_calendar, show_heading, show_recommendation, show_reports
from mrdb.views.action_form import show_form
from mrdb.views.agreements import show_agreements
from mrdb.views.prepared import show_waiting
from mrdb.views.rights import may_edit_here
from mrdb.views.sign_in import fragment
from mrdb.views.typed_forms import show_no_form
from mrdb.views.user import faults_told, keep_user, show_said

PART = "one_action"


@fragment(key=PART)
def show_action(database: Engine, action_id: int, today: date) -> None:
    """What a click here changes is drawn anew, a save included; the frame and the list of all actions stay."""
    show_said()
    with faults_told():
        with read_only(database) as session:
            action = queries.action(session, action_id)
            moment = queries.open_moment(session, action.recommendation.response.id) if action else None
        if action is None:
            st.rerun()
        st.set_page_config(page_title=nl.tab_title(f"{nl.ACTION} {action.number}"))
        show_heading(action, today)
        facts, form = st.columns([1, 1], gap="large")
        is_to_edit = may_edit_here(action, today, is_round_open=moment is not None)
        with form:
            if is_to_edit:
                show_form(database, action, moment, today, after_save=partial(st.rerun, scope=PART))
            else:
                show_no_form(action_id)
        with facts:
            if moment or not is_to_edit:
                show_waiting(database, action, moment, is_to_edit=is_to_edit)
            show_reports(action)
            show_agreements(database, action, today, is_to_edit=is_to_edit)
        with facts if is_to_edit else form:
            show_calendar(action)
        show_recommendation(action)
    keep_user()
