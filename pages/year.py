"""Jaarcijfers: a year in figures, the list behind each of them, and the paragraph for the annual report."""

import streamlit as st

from mrdb.domain.year import years_on_offer
from mrdb.store.database import read_only
from mrdb.store.queries import actions, basis
from mrdb.text import nl
from mrdb.text import year as words
from mrdb.text.documents import action_documents
from mrdb.views.screen import screen
from mrdb.views.year import (
    chosen_list,
    chosen_year,
    figures_of,
    of_chosen_responses,
    show_list,
    show_method,
    show_paragraph,
    show_tiles,
)

with screen() as (database, today):
    with read_only(database) as session:
        everything, made_from = actions(session), basis(session)
    title, years_offered, documents = st.columns([2, 2, 3], vertical_alignment="bottom")
    title.title(words.TITLE)
    if not everything:
        st.info(nl.NO_ACTIONS_YET)
        st.stop()
    years = years_on_offer(everything, today)
    with years_offered:
        year = chosen_year(years)
    with documents:
        chosen = of_chosen_responses(everything)
    figures = figures_of(chosen, database, year, today)
    before = figures_of(chosen, database, year - 1, today) if year - 1 in years else None
    figure = chosen_list()
    show_tiles(figures, before, figure)
    newest = made_from if figures.day == today else None
    show_list(database, figures, figure, len(chosen), action_documents(everything), newest)
    show_paragraph(figures, before, len({action.recommendation.response.id for action in chosen}))
    show_method()
