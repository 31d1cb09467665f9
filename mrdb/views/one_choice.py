"""Choosing one view of a page, one follow-up moment or one action. The address holds the choice: of a moment and an
action the id, so that another title changes nothing."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Literal, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, Moment
from mrdb.text import nl
from mrdb.text.comparison import moment_names
from mrdb.text.documents import action_name
from mrdb.text.labels import FACT
from mrdb.views.addresses import LAST_FILTERS, MOMENT_PARAMETER, OVERVIEW, asked_action, go_to_action
from mrdb.views.pieces import label_text
from mrdb.views.tables import around, page_of

View = TypeVar("View", str, int)
MOST = 60
"""Actions in one list of where one can go from here."""


def choose_view(label: str, views: Sequence[View], default: View, key: str) -> View:
    """One of these, which the address calls by their words; ``key`` is what it calls the choice."""
    chosen = st.segmented_control(
        label, views, default=default, required=True, key=key, bind="query-params", label_visibility="collapsed"
    )
    return default if chosen is None else chosen


def choose_moment(moments: Sequence[Moment]) -> Moment | None:
    """The moment that the address asks for, else the newest; None where there is none. One alone is not asked for."""
    names = {str(moment.id): name for name, moment in moment_names(moments).items()}
    if not names:
        return None
    ids, asked = list(names), st.query_params.get(MOMENT_PARAMETER)
    chosen = asked if asked in ids else ids[0]
    if len(ids) > 1:
        picked = st.selectbox(
            FACT[Fact.MOMENT],
            ids,
            index=ids.index(chosen),
            format_func=names.__getitem__,
            key=f"choose-moment-{chosen}",
        )
        if picked != chosen:
            st.query_params[MOMENT_PARAMETER] = picked
            st.rerun()
    return next(moment for moment in moments if str(moment.id) == chosen)


def chosen_action(actions: Sequence[Action], documents: Mapping[int, str]) -> int | None:
    """The way back, the neighbours and the list; returns the action that the address asks for, or None.

    ``documents`` names the document of each action where there are several.
    """
    ids = [action.id for action in actions]
    asked = asked_action()
    place = ids.index(asked) if asked in ids else None
    back, choice, previous, following = st.columns([3, 9, 2, 2], vertical_alignment="center")
    filters = st.session_state.get(LAST_FILTERS, {})
    back.page_link(OVERVIEW, label=f"← {nl.BACK_TO_OVERVIEW}", query_params=filters)
    picked = pick_action(choice, actions, documents, label_visibility="collapsed")
    if picked is not None and picked != asked:
        go_to_action(picked)
    if place is None:
        return None
    _neighbour(previous, f"← {nl.PREVIOUS}", ids[place - 1] if place > 0 else None)
    _neighbour(following, f"{nl.NEXT} →", ids[place + 1] if place + 1 < len(ids) else None)
    return asked


def show_all_actions(actions: Sequence[Action], documents: Mapping[int, str]) -> None:
    """Every action to click on, under its document where there are several."""
    for document, group in groupby(page_of(actions, MOST, "all-actions"), lambda one: documents.get(one.id, "")):
        if document:
            st.header(label_text(document))
        for one in group:
            if st.button(
                f"**{label_text(one.number)}** {label_text(one.text)}", key=f"go-to-{one.id}", type="tertiary"
            ):
                go_to_action(one.id)


def pick_action(
    place: DeltaGenerator,
    actions: Sequence[Action],
    documents: Mapping[int, str],
    *,
    label_visibility: Literal["visible", "collapsed"] = "visible",
) -> int | None:
    """The list of all actions, or of those around the one that the address asks for: beside a form a list of a thousand
    would be sent again at every click."""
    asked, all_ids = asked_action(), [action.id for action in actions]
    near = around(actions, all_ids.index(asked), MOST) if asked in all_ids else actions
    names = {one.id: action_name(one.number, documents.get(one.id, ""), one.text) for one in near}
    ids = list(names)
    return place.selectbox(
        nl.ACTION,
        ids,
        index=ids.index(asked) if asked in ids else None,
        format_func=names.__getitem__,
        placeholder=nl.CHOOSE_ACTION,
        label_visibility=label_visibility,
        key=f"choose-{asked}",
    )


def _neighbour(place: DeltaGenerator, label: str, action_id: int | None) -> None:
    """A link to the page that one is on would leave the address as it is."""
    if place.button(label, disabled=action_id is None, width="stretch") and action_id is not None:
        go_to_action(action_id)
