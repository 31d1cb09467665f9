"""Choosing one action: from the address, from a list, or as the neighbour of the one on screen."""

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.response import ActionTitle
from mrdb.text import nl
from mrdb.text.documents import action_name
from mrdb.views.addresses import ACTION, LAST_FILTERS, OVERVIEW, action_parameters, asked_action


def chosen_action(titles: Sequence[ActionTitle], documents: Mapping[int, str]) -> int | None:
    """The way back, the neighbours and the list; returns the action that the address asks for, or None.

    ``documents`` names the document of each action where there are several.
    """
    ids = [title.id for title in titles]
    asked = asked_action()
    place = ids.index(asked) if asked in ids else None
    back, choice, previous, following = st.columns([3, 9, 2, 2], vertical_alignment="center")
    filters = st.session_state.get(LAST_FILTERS, {})
    back.page_link(OVERVIEW, label=f"← {nl.BACK_TO_OVERVIEW}", query_params=filters)
    picked = pick_action(choice, titles, documents, label_visibility="collapsed")
    if picked is not None and picked != asked:
        st.switch_page(ACTION, query_params=action_parameters(picked))
    if place is None:
        return None
    _neighbour(previous, f"← {nl.PREVIOUS}", ids[place - 1] if place > 0 else None)
    _neighbour(following, f"{nl.NEXT} →", ids[place + 1] if place + 1 < len(ids) else None)
    return asked


def pick_action(
    place: DeltaGenerator,
    titles: Sequence[ActionTitle],
    documents: Mapping[int, str],
    *,
    label_visibility: Literal["visible", "collapsed"] = "visible",
) -> int | None:
    """The list of all actions, with the one that the address asks for on top until another one is picked."""
    names = {title.id: action_name(title.number, documents.get(title.id, ""), title.text) for title in titles}
    ids, asked = list(names), asked_action()
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
        st.switch_page(ACTION, query_params=action_parameters(action_id))
