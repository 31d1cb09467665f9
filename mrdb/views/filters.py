"""The filters above the table: their values live in the address bar, in words that a person can read there."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.filtering import ActionFilter
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.text import nl
from mrdb.text.documents import document_names, recommendation_name
from mrdb.text.labels import URGENCY, status_label

T = TypeVar("T")

KEYS = {
    "response": "managementrespons",
    "recommendation": "aanbeveling",
    "responsible": "verantwoordelijke",
    "status": "status",
    "urgency": "termijn",
    "text": "zoek",
}
"""What each filter is called in the address."""


def chosen_filter(actions: Sequence[Action]) -> ActionFilter:
    """Shows the filters and returns what they ask for. A value in the address that no action has is ignored."""
    names = document_names(action.recommendation.response for action in actions)
    responses = {name: response_id for response_id, name in names.items()}
    recommendations = _recommendations(actions, names)
    responsibles = {name: name for name in sorted({name for a in actions for name in a.responsibles}, key=str.casefold)}
    statuses = {status_label(status): status for status in (None, *Status)}
    urgencies = {label: urgency for urgency, label in URGENCY.items()}
    with st.container(key="filters"):
        places = iter(st.columns(5 + bool(responses), gap="small"))
        text = next(places).text_input(
            nl.SEARCH, key=KEYS["text"], placeholder=nl.SEARCH_HINT, bind="query-params", live=True
        )
        return ActionFilter(
            text=text or "",
            responses=_choice(next(places), "response", nl.RESPONSE, responses) if responses else frozenset(),
            recommendations=_choice(next(places), "recommendation", nl.RECOMMENDATION, recommendations),
            responsibles=_choice(next(places), "responsible", nl.RESPONSIBLE, responsibles),
            statuses=_choice(next(places), "status", nl.STATUS, statuses),
            urgencies=_choice(next(places), "urgency", nl.URGENCY, urgencies),
        )


def clear_filter() -> None:
    for name, key in KEYS.items():
        st.session_state[key] = "" if name == "text" else []


def show_only(name: str, label: str) -> None:
    """Shows only the actions that have this label; a second time shows all of them again."""
    again = is_only_choice(name, label)
    clear_filter()
    if not again:
        st.session_state[KEYS[name]] = [label]


def is_only_choice(name: str, label: str) -> bool:
    return bool(st.session_state.get(KEYS[name]) == [label])


def _choice(place: DeltaGenerator, name: str, label: str, options: Mapping[str, T]) -> frozenset[T]:
    chosen = place.multiselect(label, list(options), key=KEYS[name], placeholder=nl.ALL, bind="query-params")
    return frozenset(options[word] for word in chosen if word in options)


def _recommendations(actions: Sequence[Action], names: Mapping[int, str]) -> dict[str, int]:
    known = {action.recommendation.id: action.recommendation for action in actions}
    return {recommendation_name(r.number, names.get(r.response.id, ""), r.title): r.id for r in known.values()}
