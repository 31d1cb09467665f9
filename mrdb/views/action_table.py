"""The table of actions: a real HTML table, because a canvas can neither wrap a sentence nor be read aloud.

Its rows are links to the actions; a click stays inside the session, a middle click opens a tab.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from mrdb.domain.discussed import last_discussed
from mrdb.domain.followup import current_status, last_comment, next_deadline, next_milestone, urgency
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.domain.wording import plain
from mrdb.text import nl
from mrdb.text.dates import short_date
from mrdb.views.addresses import go_to_action
from mrdb.views.pieces import status_pill, urgency_pill

HERE = Path(__file__).parent
KEY = "action_table"
SORTING = "sorteer"
"""What the order is called in the address, where it outlives a look at an action as the filters do."""
STATUSES = [None, *Status]
FIRST_ROWS = 200
"""A browser takes its time over more rows than this; the rest comes with one click."""

_table = st.components.v2.component(
    KEY,
    html="<table></table>",
    css=(HERE / "action_table.css").read_text(encoding="utf-8"),
    js=(HERE / "action_table.js").read_text(encoding="utf-8"),
)


def show_actions(actions: Sequence[Action], today: date, documents: Mapping[int, str]) -> None:
    """Shows the actions in the order given, that of the documents, or in the one that the address asks for.

    A click on a row opens the action, one on a heading sorts. ``documents`` names the document of each action where
    there are several.
    """
    if not actions:
        st.info(nl.NO_ACTIONS_FIT)
        return
    column, is_descending = _sorting()
    found = _sorted(actions, column, is_descending)
    shown = found if st.session_state.get("all_rows") else found[:FIRST_ROWS]
    rows = [_row(action, today, documents.get(action.id, "")) for action in shown]
    sorting = {"column": column, "is_descending": is_descending, "label": nl.SORT}
    words = {"columns": nl.COLUMNS, "whole": {"more": nl.MORE, "less": nl.LESS}}
    _table(data={"rows": rows, "sorting": sorting, **words}, key=KEY, on_open_change=_open, on_sort_change=_sort)
    if len(shown) < len(actions):
        said = nl.show_all(len(actions))
        st.button(said, key="all_rows_button", on_click=st.session_state.update, args=({"all_rows": True},))


def _open() -> None:
    if table := st.session_state.get(KEY):  # a switch of page in the same moment takes it away
        go_to_action(table.open)


def _sort() -> None:
    """A first click sorts, a second turns the order, a third leaves it to the documents again."""
    if not (table := st.session_state.get(KEY)):
        return
    column, is_descending = _sorting()
    if column != table.sort:
        st.query_params[SORTING] = nl.COLUMNS[table.sort]
    elif is_descending:
        del st.query_params[SORTING]
    else:
        st.query_params[SORTING] = nl.descending(nl.COLUMNS[column])


def _sorting() -> tuple[str, bool]:
    """The column that the address asks to sort by, "" for none, and whether the highest comes first."""
    orders = {name: (column, False) for column, name in nl.COLUMNS.items()}
    orders |= {nl.descending(name): (column, True) for column, name in nl.COLUMNS.items()}
    return orders.get(st.query_params.get(SORTING, ""), ("", False))


def _sorted(actions: Sequence[Action], column: str, is_descending: bool) -> list[Action]:
    order = ORDERS.get(column)
    found = sorted(actions, key=order) if order else list(actions)
    return found[::-1] if is_descending else found


def _followed_up(action: Action) -> date:
    discussed = last_discussed(action)
    return discussed.date if discussed else date.min


ORDERS: Mapping[str, Callable[[Action], Any]] = {
    "action": lambda action: plain(action.text),
    "responsible": lambda action: plain(action.responsible),
    "deadline": lambda action: next_deadline(action) or date.max,
    "status": lambda action: STATUSES.index(current_status(action)),
    "comment": lambda action: plain(last_comment(action)),
    "followed_up": _followed_up,
}
"""What a column sorts by; the numbers follow the documents, as the actions come."""


def _row(action: Action, today: date, document: str) -> dict[str, object]:
    """One row for the browser."""
    discussed, milestone = last_discussed(action), next_milestone(action)
    period = milestone.period if milestone else None
    deadline = period.due if period else None
    return {
        "id": action.id,
        "document": document,
        "group": nl.recommendation(action.recommendation.number, action.recommendation.title),
        "number": action.number,
        "action": action.text,
        "responsible": action.responsible,
        "deadline": nl.deadline(deadline, is_inferred=period.inferred) if period and deadline else "",
        "urgency": urgency_pill(urgency(action, today)),
        "status": status_pill(current_status(action)),
        "comment": nl.said_last(action),
        "followed_up": short_date(discussed.date) if discussed else "",
    }
