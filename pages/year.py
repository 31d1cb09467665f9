"""Jaarcijfers: a year in figures, the list behind each of them, and the paragraph for the annual report."""

import streamlit as st

from mrdb.domain.year import years_on_offer
from mrdb.store.database import read_only
from mrdb.store.queries import actions, basis
from mrdb.text import nl
from mrdb.text import year as words
from mrdb.text.documents import action_documents
from mrdb.text.publication import WHOLE
from mrdb.views.publication import show_earlier, show_standing, told_years
from mrdb.views.screen import screen
from mrdb.views.year import (
    chosen_list,
    chosen_year,
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
    if everything:
        years = years_on_offer(everything, today)
        with years_offered:
            year = chosen_year(years)
        with documents:
            chosen = of_chosen_responses(everything)
        is_whole = len(chosen) == len(everything)
        told, *others = told_years(database, chosen, [one for one in (year, year - 1) if one in years], today)
        before = others[0].figures if others else None
        paragraph = words.paragraph(told.now, before)
        figure = chosen_list()
        show_tiles(told, before, figure)
        show_standing(database, told, paragraph if is_whole else "", everything)
        newest = made_from if told.now.day == today else None
        show_list(database, told.figures, figure, len(chosen), action_documents(everything), newest)
        if told.published:
            show_paragraph(told.published.paragraph, "" if is_whole else WHOLE)
        else:
            show_paragraph(paragraph)
        show_earlier(told)
        show_method()
    else:
        st.info(nl.NO_ACTIONS_YET)
