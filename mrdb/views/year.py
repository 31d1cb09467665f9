"""Jaarcijfers: tiles that open the list behind their number, and the paragraph for the annual report."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from mrdb.domain.basis import Basis
from mrdb.domain.facts import Fact
from mrdb.domain.once import once
from mrdb.domain.response import Action
from mrdb.domain.year import Figure, YearFigures, year_figures
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import changes
from mrdb.text import nl
from mrdb.text import year as words
from mrdb.text.documents import document_names
from mrdb.views.action_table import show_actions
from mrdb.views.download import offer_download

YEAR, RESPONSES, LIST = "jaar", "document", "lijst"
"""What the choices are called in the address."""
LISTS = {
    Figure.DUE: "deadline",
    Figure.CLOSED: "afgesloten",
    Figure.RATE: "afsluitgraad",
    Figure.LATE: "te-laat",
    Figure.MOVED: "verschoven",
}


def chosen_year(years: Sequence[int]) -> int:
    """The year that the address asks for, else the newest; ``years`` has the oldest first."""
    chosen = st.segmented_control(
        words.YEAR,
        years,
        default=years[-1],
        required=True,
        key=YEAR,
        bind="query-params",
        label_visibility="collapsed",
    )
    return chosen or years[-1]


def of_chosen_responses(actions: Sequence[Action]) -> Sequence[Action]:
    """Where there are several management responses, lets the reader choose among them; no choice means all."""
    names = document_names(action.recommendation.response for action in actions)
    if not names:
        return actions
    chosen = st.multiselect(
        nl.RESPONSE,
        list(names.values()),
        key=RESPONSES,
        placeholder=words.ALL_RESPONSES,
        bind="query-params",
        label_visibility="collapsed",
    )
    wanted = {id_ for id_, name in names.items() if name in chosen}
    return tuple(action for action in actions if action.recommendation.response.id in wanted) if wanted else actions


@once
def figures_of(actions: Sequence[Action], database: Engine, year: int, today: date) -> YearFigures:
    with read_only(database) as session:
        journal = changes(session, facts={Fact.PERIOD})
    return year_figures(actions, journal, year, today)


def chosen_list() -> Figure:
    asked = st.query_params.get(LIST)
    return next((figure for figure, name in LISTS.items() if name == asked), Figure.DUE)


def show_tiles(figures: YearFigures, before: YearFigures | None, chosen: Figure) -> None:
    for place, figure in zip(st.columns(len(Figure), gap="small"), Figure, strict=True):
        year_before = f"  \n:small[{words.earlier(before, figure)}]" if before else ""
        place.button(
            f"**{words.number(figures, figure)}** {words.label(figures, figure)}{year_before}",
            key=f"tile-{figure.value}-year",
            width="stretch",
            type="primary" if figure == chosen else "secondary",
            on_click=st.query_params.update,
            args=({LIST: LISTS[figure]},),
        )


def show_list(
    database: Engine,
    figures: YearFigures,
    figure: Figure,
    total: int,
    documents: Mapping[int, str],
    basis: Basis | None,
) -> None:
    """The actions behind a figure, as they stood on the day of the figures; ``total`` counts all there are.

    ``documents`` names the document of each action where there are several, ``basis`` is the newest line of the
    journal, or None for a year that is over.
    """
    actions = figures.behind(figure)
    st.header(words.list_title(figures, figure))
    if not actions:
        st.html(f'<p class="quiet">{words.empty_list(figures, figure)}</p>')
        return
    shown_of = len(figures.due) if figure == Figure.RATE else total
    offer_download(database, actions, shown_of, figures.seen_on, basis)
    show_actions(actions, figures.seen_on, documents)


def show_paragraph(figures: YearFigures, before: YearFigures | None, documents: int) -> None:
    st.header(words.PARAGRAPH)
    with st.container(key="paragraph"):
        st.code(words.paragraph(figures, before, documents), language=None, wrap_lines=True)


def show_method() -> None:
    with st.expander(words.METHOD):
        st.markdown("\n".join(f"- {words.explanation(figure)}" for figure in Figure))
