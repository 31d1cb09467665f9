"""The counts on top of the overview, each a tile that shows the actions behind its number, and the filters.

The values of the filters live in the address bar, in words that a person can read there.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import TypeVar

import streamlit as st

from mrdb.domain.filtering import ActionFilter
from mrdb.domain.followup import Counts, count_actions, responsibles_of
from mrdb.domain.once import once
from mrdb.domain.response import Action
from mrdb.domain.status import Status, Urgency
from mrdb.text import nl
from mrdb.text.colours import STATUS_LOOK
from mrdb.text.documents import document_names, recommendation_name
from mrdb.text.labels import URGENCY, status_label
from mrdb.views.pieces import label_text

Tile = tuple[str, str]
"""The filter that it sets, and to what."""
TILES, TOTAL = "tiles", ("", "")
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


def chosen_filter(actions: Sequence[Action], today: date) -> tuple[Action, ...]:
    """Shows the filters and returns what they let through. A value in the address that no action has is ignored."""
    responses, recommendations, responsibles = _options(actions)
    search, others, count, _ = st.columns([4, 4, 3, 7], gap="small", vertical_alignment="center")
    text = search.text_input(
        nl.SEARCH,
        key=KEYS["text"],
        placeholder=nl.SEARCH_HINT,
        label_visibility="collapsed",
        bind="query-params",
        live=True,
    )
    with others.popover(nl.filters(_chosen_words()), key="filters", width="stretch"):
        wanted = ActionFilter(
            text=text or "",
            responses=_choice("response", nl.RESPONSE, responses) if responses else frozenset(),
            recommendations=_choice("recommendation", nl.RECOMMENDATION, recommendations),
            responsibles=_choice("responsible", nl.RESPONSIBLE, responsibles),
            statuses=_choice("status", nl.STATUS, {status_label(status): status for status in (None, *Status)}),
            urgencies=_choice("urgency", nl.URGENCY, {label: urgency for urgency, label in URGENCY.items()}),
        )
    shown = wanted.keep(actions, today)
    count.markdown(f"**{nl.actions_shown(len(shown), len(actions))}**")
    return shown


def _choice(name: str, label: str, options: Mapping[str, T]) -> frozenset[T]:
    chosen = st.multiselect(label, list(options), key=KEYS[name], placeholder=nl.ALL, bind="query-params")
    return frozenset(options[word] for word in chosen if word in options)


def _chosen_words() -> list[str]:
    """What the closed filters ask for."""
    return [label_text(word) for name in KEYS if name != "text" for word in st.session_state.get(KEYS[name], ())]


@once
def _options(actions: Sequence[Action]) -> tuple[dict[str, int], dict[str, int], dict[str, str]]:
    """The documents (none where there is one), the recommendations and the responsibles, by what they are called."""
    names = document_names(action.recommendation.response for action in actions)
    known = {action.recommendation.id: action.recommendation for action in actions}
    people = responsibles_of(actions)
    return (
        {name: response_id for response_id, name in names.items()},
        {recommendation_name(r.number, names.get(r.response.id, ""), r.title): r.id for r in known.values()},
        {name: name for name in people},
    )


def show_counts(actions: Sequence[Action], today: date) -> None:
    """How many there are of each kind, and what share of the whole has each status."""
    counts = count_actions(actions, today)
    tiles = {TOTAL: f"**{counts.total}** {nl.TOTAL}"}
    tiles |= {("urgency", URGENCY[u]): f"**{n}** {URGENCY[u]}" for u, n in _pressing(counts).items()}
    tiles |= {("status", status_label(s)): f"**{n}** {status_label(s)}" for s, n in counts.by_status.items()}
    st.session_state[TILES] = _shown_tile()
    st.segmented_control(
        nl.WHERE_WE_STAND,
        list(tiles),
        format_func=tiles.__getitem__,
        label_visibility="collapsed",
        width="stretch",
        key=TILES,
        on_change=_show_tile,
    )
    if counts.total:
        st.html(_bar(counts))


def _pressing(counts: Counts) -> dict[Urgency, int]:
    return {Urgency.OVERDUE: counts.overdue, Urgency.SOON: counts.soon}


def _bar(counts: Counts) -> str:
    """One bar of the whole, each status as wide as its share; its words in it where they fit, and read aloud as one."""
    known = {status: n for status, n in counts.by_status.items() if n}
    parts = "".join(
        f'<span style="flex:{n};background:{STATUS_LOOK[status].colour}">'
        f"<b>{escape(status_label(status))} {nl.share(n, counts.total)}</b></span>"
        for status, n in known.items()
    )
    said = nl.shares({status_label(status): n for status, n in known.items()}, counts.total)
    return f'<div class="whole" role="img" aria-label="{escape(said)}" title="{escape(said)}">{parts}</div>'


def _shown_tile() -> Tile | None:
    """The tile that shows what the filters ask for; None where they ask for something else."""
    asked = {name: value for name, key in KEYS.items() if (value := st.session_state.get(key))}
    if not asked:
        return TOTAL
    ((name, value), *others) = asked.items()
    return (name, value[0]) if not others and name != "text" and len(value) == 1 else None


def _show_tile() -> None:
    """Puts all filters at rest but for that of the tile; clicked a second time it shows all of them again."""
    wanted, label = st.session_state[TILES] or TOTAL
    for name, key in KEYS.items():
        st.session_state[key] = [label] if name == wanted else "" if name == "text" else []
