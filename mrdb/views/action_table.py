"""The table of actions: a real HTML table, because a canvas can neither wrap a sentence nor be read aloud.

Its rows are links to the actions; a click stays inside the session, a middle click opens a tab.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import streamlit as st

from mrdb.domain.discussed import last_discussed
from mrdb.domain.followup import current_status, next_milestone, urgency
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.text import nl
from mrdb.text.dates import short_date
from mrdb.views.addresses import go_to_action
from mrdb.views.pieces import status_pill, urgency_pill

HERE = Path(__file__).parent
KEY = "action_table"
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
    """Shows the actions in the order given, that of the documents; a click on one opens it.

    ``documents`` names the document of each action where there are several.
    """
    if not actions:
        st.info(nl.NO_ACTIONS_FIT)
        return
    shown = actions if st.session_state.get("all_rows") else actions[:FIRST_ROWS]
    rows = [_row(place, action, today, documents.get(action.id, "")) for place, action in enumerate(shown)]
    _table(data={"columns": nl.COLUMNS, "rows": rows, "sort": nl.SORT}, key=KEY, on_open_change=_open)
    if len(shown) < len(actions):
        said = nl.show_all(len(actions))
        st.button(said, key="all_rows_button", on_click=st.session_state.update, args=({"all_rows": True},))


def _open() -> None:
    if table := st.session_state.get(KEY):  # a switch of page in the same moment takes it away
        go_to_action(table.open)


def _row(place: int, action: Action, today: date, document: str) -> dict[str, object]:
    """One row for the browser; ``sort`` holds what the columns sort by, as text or numbers."""
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
        "sort": {
            "status": STATUSES.index(current_status(action)),
            "number": place,
            "deadline": deadline.isoformat() if deadline else "9999",
            "followed_up": discussed.date.isoformat() if discussed else "",
        },
    }
