"""Beslissingenlijst: what a follow-up moment decided, in sentences to correct, to fix and to take along."""

from collections.abc import Sequence

import streamlit as st

from mrdb.domain.decisions import Minutes, decisions
from mrdb.domain.meeting import Round
from mrdb.domain.roles import Right
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import moments
from mrdb.store.rounds import all_minutes, round_at
from mrdb.text import decisions as words
from mrdb.text import meeting, nl
from mrdb.text.decision_list import decision_list
from mrdb.views.addresses import MEETING, MOMENTS, OVERVIEW, moment_parameters
from mrdb.views.decisions import show_correction, show_earlier, show_facts, show_lines, show_minutes
from mrdb.views.next_step import show_next
from mrdb.views.one_choice import choose_moment
from mrdb.views.rights import may_here
from mrdb.views.screen import screen


def show_decided(database: Engine, round_: Round, fixed: Sequence[Minutes]) -> None:
    """The list that holds, or what stands on it so far, or the one to correct; and under it the earlier ones."""
    show_facts(round_)
    minutes = next((one for one in fixed if one.holds), None)
    if minutes is not None:
        show_next(OVERVIEW, words.TO_OVERVIEW)
        show_minutes(round_, minutes)
    elif round_.moment.is_open:
        st.info(words.PREVIEW)
        show_next(MEETING, meeting.TO_MEETING, moment_parameters(round_.moment))
        show_lines(decision_list(decisions(round_)))
    elif not may_here(Right.HOLD_MOMENTS):
        st.info(words.NOT_FIXED_YET)
        show_lines(decision_list(decisions(round_)))
    else:
        show_correction(database, round_, decision_list(decisions(round_)))
    show_earlier([one for one in fixed if one != minutes])


with screen() as (database, _):
    st.title(words.TITLE)
    with read_only(database) as session:
        moment = choose_moment([moment for moment in moments(session) if not moment.is_document])
        round_ = round_at(session, moment.id) if moment else None
        fixed = all_minutes(session, moment.id) if moment else ()
    if round_:
        show_decided(database, round_, fixed)
    else:
        st.info(words.NO_MOMENT)
        show_next(MOMENTS, nl.MOMENTS)
