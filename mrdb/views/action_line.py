"""One action on one line: a link to it, and beside it how it stands."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from mrdb.domain.followup import current_status, next_deadline, urgency
from mrdb.domain.response import Action
from mrdb.domain.timeline import Due, milestone_urgency
from mrdb.text import nl
from mrdb.text import timeline as words
from mrdb.text.dates import short_date
from mrdb.text.documents import numbered
from mrdb.views import tables
from mrdb.views.addresses import ACTION, action_parameters
from mrdb.views.pieces import label_text, status_pill, urgency_pill

AT_ONCE = 15
"""Deadlines: more do not fit on a screen."""


def link_to_action(action: Action, document: str = "", *, is_short: bool = False) -> None:
    """``document`` names its document where there are several."""
    text = nl.shortened(action.text) if is_short else action.text
    label = f"**{label_text(numbered(action.number, document))}** {label_text(text)}"
    st.page_link(ACTION, label=label, query_params=action_parameters(action.id))


def show_action_line(action: Action, today: date) -> None:
    haste, deadline = urgency(action, today), next_deadline(action)
    when = short_date(deadline) if deadline and haste else ""
    _show_line(action, f"{status_pill(current_status(action))} {urgency_pill(haste)} <span>{when}</span>")


def show_due(dues: Sequence[Due], today: date, documents: Mapping[int, str], key: str) -> None:
    """The actions in the order given, each with the day that one of its milestones falls due; of many the first ones,
    and the others where somebody asks for them.

    ``documents`` names the document of each action where there are several, ``key`` this list among others.
    """
    if not dues:
        st.html(f'<p class="quiet">{nl.NOTHING_DUE}</p>')
    _show_dues(dues[:AT_ONCE], today, documents)
    if others := dues[AT_ONCE:]:
        with st.expander(words.others(len(others)), key=key, on_change="rerun") as box:
            if box.open:
                _show_dues(tables.page_of(others, tables.AT_ONCE, f"part/{key}"), today, documents)


def _show_dues(dues: Sequence[Due], today: date, documents: Mapping[int, str]) -> None:
    for due in dues:
        left = urgency_pill(milestone_urgency(due.action, due.milestone, today), nl.days_left(due.day, today))
        _show_line(due.action, f'<b class="day">{short_date(due.day)}</b> {left}', documents.get(due.action.id, ""))


def _show_line(action: Action, state: str, document: str = "") -> None:
    name, facts = st.columns([3, 2], vertical_alignment="center", gap="small")
    with name:
        link_to_action(action, document)
    facts.html(f'<p class="state">{state}</p>')
