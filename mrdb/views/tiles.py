"""The counts on top of the overview: each tile is a button that shows the actions behind its number."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.followup import count_actions
from mrdb.domain.response import Action
from mrdb.domain.status import Urgency
from mrdb.text import nl
from mrdb.text.labels import URGENCY, status_label
from mrdb.views.filters import clear_filter, is_only_choice, show_only


def show_tiles(actions: Sequence[Action], today: date) -> None:
    counts = count_actions(actions, today)
    urgencies = [(Urgency.OVERDUE, counts.overdue), (Urgency.SOON, counts.soon)]
    first, second = st.columns([1 + len(urgencies), len(counts.by_status)], gap="large")
    with first:
        total, *places = st.columns(1 + len(urgencies), gap="small")
        total.button(f"**{counts.total}** {nl.TOTAL}", key="tile-total", width="stretch", on_click=clear_filter)
        for place, (urgency, count) in zip(places, urgencies, strict=True):
            _tile(place, urgency.value, count, "urgency", URGENCY[urgency])
    with second:
        places = st.columns(len(counts.by_status), gap="small")
        for place, (status, count) in zip(places, counts.by_status.items(), strict=True):
            _tile(place, status.value if status else "no_report", count, "status", status_label(status))


def _tile(place: DeltaGenerator, name: str, count: int, filter_name: str, label: str) -> None:
    place.button(
        f"**{count}** {label}",
        key=f"tile-{name}",
        width="stretch",
        type="primary" if is_only_choice(filter_name, label) else "secondary",
        on_click=show_only,
        args=(filter_name, label),
    )
