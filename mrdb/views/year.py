"""Jaarcijfers: tiles that open the list behind their number, and the paragraph for the annual report."""

from collections.abc import Mapping, Sequence

import streamlit as st

from mrdb.domain.basis import Basis
from mrdb.domain.once import once
from mrdb.domain.response import Action
from mrdb.domain.year import LATE_FOR, MAIN, SHARE_OF, Figure, YearFigures
from mrdb.store.database import Engine
from mrdb.text import nl, publication
from mrdb.text import year as words
from mrdb.text.documents import document_names
from mrdb.views.action_table import show_actions
from mrdb.views.download import offer_download
from mrdb.views.one_choice import choose_view
from mrdb.views.publication import ToldYear

YEAR, RESPONSES, LIST = "jaar", "document", "lijst"
"""What the choices are called in the address."""
LISTS = {
    Figure.DUE: "deadline",
    Figure.CLOSED: "afgesloten",
    Figure.RATE: "afsluitgraad",
    Figure.LATE: "te-laat",
    Figure.MOVED: "verschoven",
    Figure.ON_TIME: "op-tijd",
    Figure.SAME_YEAR: "wfp",
    Figure.LATE_30: "te-laat-30",
    Figure.LATE_90: "te-laat-90",
    Figure.LATE_180: "te-laat-180",
    Figure.LATE_LONGER: "te-laat-langer",
}


def chosen_year(years: Sequence[int]) -> int:
    """The year that the address asks for, else the newest; ``years`` has the oldest first."""
    return choose_view(words.YEAR, years, years[-1], YEAR)


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
    wanted = frozenset(id_ for id_, name in names.items() if name in chosen)
    return _of_responses(actions, wanted) if wanted else actions


@once
def _of_responses(actions: Sequence[Action], ids: frozenset[int]) -> Sequence[Action]:
    return tuple(action for action in actions if action.recommendation.response.id in ids)


def chosen_list() -> Figure:
    asked = st.query_params.get(LIST)
    return next((figure for figure, name in LISTS.items() if name == asked), Figure.DUE)


def show_tiles(told: ToldYear, before: YearFigures | None, chosen: Figure) -> None:
    """The figures that one reads from afar, and below them, smaller, what refines them."""
    _show_row(told, MAIN, before, chosen)
    with st.container(key="finer"):
        shares, ages = st.columns([2, 3], gap="small")
        with shares:
            _show_row(told, (Figure.ON_TIME, Figure.SAME_YEAR), None, chosen)
        with ages, st.container(key="ages"):
            _show_row(told, tuple(LATE_FOR), None, chosen)


def _show_row(told: ToldYear, row: Sequence[Figure], before: YearFigures | None, chosen: Figure) -> None:
    """The number, beside it the one of now where that is another, and under them what the year before had."""
    differ = {one.figure for one in told.differences}
    for place, figure in zip(st.columns(len(row), gap="small"), row, strict=True):
        of_now = f" :small[{publication.of_now(told.now, figure)}]" if figure in differ else ""
        earlier = f"  \n:small[{words.earlier(before, figure)}]" if before else ""
        some = "some" if told.figures[figure] else "no"  # where there are none, nothing is coloured
        place.container(key=f"{some}-{figure.value}").button(
            f"**{words.number(told.figures, figure)}**{of_now}  \n{words.label(told.figures, figure)}{earlier}",
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
    actions = figures[figure]
    st.header(words.list_title(figures, figure))
    if not actions:
        st.html(f'<p class="quiet">{words.empty_list(figures, figure)}</p>')
        return
    shown_of = len(figures[SHARE_OF[figure]]) if figure in SHARE_OF else total
    offer_download(database, actions, shown_of, figures.seen_on, basis)
    show_actions(actions, figures.seen_on, documents)


def show_paragraph(text: str, note: str = "") -> None:
    st.header(words.PARAGRAPH)
    if note:
        st.html(f'<p class="quiet">{note}</p>')
    with st.container(key="paragraph"):
        st.code(text, language=None, wrap_lines=True)


def show_method() -> None:
    with st.expander(words.METHOD):
        st.markdown("\n".join(f"- {line}" for line in words.explanations()))
