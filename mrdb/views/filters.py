"""The counts on top of the overview, each a button that shows the actions behind its number, and the filters.

The values of the filters live in the address bar, in words that a person can read there.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.filtering import ActionFilter
from mrdb.domain.followup import count_actions
from mrdb.domain.once import once
from mrdb.domain.response import Action
from mrdb.domain.status import Status, Urgency
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
    responses, recommendations, responsibles = _options(actions)
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


def _choice(place: DeltaGenerator, name: str, label: str, options: Mapping[str, T]) -> frozenset[T]:
    chosen = place.multiselect(label, list(options), key=KEYS[name], placeholder=nl.ALL, bind="query-params")
    return frozenset(options[word] for word in chosen if word in options)


@once
def _options(actions: Sequence[Action]) -> tuple[dict[str, int], dict[str, int], dict[str, str]]:
    """The documents (none where there is one), the recommendations and the responsibles, by what they are called."""
    names = document_names(action.recommendation.response for action in actions)
    known = {action.recommendation.id: action.recommendation for action in actions}
    people = sorted({name for action in actions for name in action.responsibles}, key=str.casefold)
    return (
        {name: response_id for response_id, name in names.items()},
        {recommendation_name(r.number, names.get(r.response.id, ""), r.title): r.id for r in known.values()},
        {name: name for name in people},
    )


def show_tiles(actions: Sequence[Action], today: date) -> None:
    counts = count_actions(actions, today)
    urgencies = {Urgency.OVERDUE: counts.overdue, Urgency.SOON: counts.soon}
    first, second = st.columns([1 + len(urgencies), len(counts.by_status)], gap="large")
    total, *places = first.columns(1 + len(urgencies), gap="small")
    total.button(f"**{counts.total}** {nl.TOTAL}", key="tile-total", width="stretch", on_click=_show_only)
    for place, (urgency, count) in zip(places, urgencies.items(), strict=True):
        _tile(place, urgency.value, count, "urgency", URGENCY[urgency])
    places = second.columns(len(counts.by_status), gap="small")
    for place, (status, count) in zip(places, counts.by_status.items(), strict=True):
        _tile(place, status.value if status else "no_report", count, "status", status_label(status))


def _tile(place: DeltaGenerator, name: str, count: int, filter_name: str, label: str) -> None:
    """Clicked a second time it shows all of them again."""
    is_shown = st.session_state.get(KEYS[filter_name]) == [label]
    place.button(
        f"**{count}** {label}",
        key=f"tile-{name}",
        width="stretch",
        type="primary" if is_shown else "secondary",
        on_click=_show_only,
        kwargs={} if is_shown else {filter_name: [label]},
    )


def _show_only(**wanted: list[str]) -> None:
    """Puts all filters at rest but for these."""
    for name, key in KEYS.items():
        st.session_state[key] = wanted.get(name, "" if name == "text" else [])
