"""The overview that is sent round: everything, of one management response, or somebody's own actions."""

from datetime import date

import streamlit as st

from mrdb.clock import now
from mrdb.domain.response import Action
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import actions, basis
from mrdb.text import returned as words
from mrdb.text.documents import document_names
from mrdb.views.download import offer_calendar, offer_excel

EVERYTHING = ""
Chosen = int | str
"""A management response by its id, a responsible by the name, or everything."""


def offer_overviews(database: Engine, today: date) -> None:
    with read_only(database) as session:
        everything, made_from = actions(session), basis(session)
    names = document_names(action.recommendation.response for action in everything)
    people = sorted({name for action in everything for name in action.responsibles}, key=str.casefold)
    options: tuple[Chosen, ...] = (EVERYTHING, *names, *people)

    def counted(chosen: Chosen) -> str:
        name = words.EVERYBODY if chosen == EVERYTHING else names[chosen] if isinstance(chosen, int) else chosen
        return words.with_count(name, sum(_is_asked(action, chosen) for action in everything))

    st.write(words.SEND_WHY)
    chosen = st.selectbox(words.FOR_WHOM, options, format_func=counted, key="overview_of")
    asked = [action for action in everything if _is_asked(action, chosen)]
    excel, calendar = st.columns(2)
    with excel:
        offer_excel(asked, today, made_from)
    with calendar:
        offer_calendar(asked, now())


def _is_asked(action: Action, chosen: Chosen) -> bool:
    if chosen == EVERYTHING:
        return True
    return action.recommendation.response.id == chosen if isinstance(chosen, int) else chosen in action.responsibles
