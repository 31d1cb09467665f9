"""The agenda as the secretary arranges it: rows to drag, to renumber, to skip and to write a note beside.

The browser numbers its gestures and repeats those that no run has heard yet: two in quick succession may reach the
server as one, and a gesture may fall into a moment without connection.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from mrdb.domain.agenda import Arranged, automatic, moved, noted, skipped
from mrdb.domain.errors import MrdbError
from mrdb.domain.meeting import AgendaItem, AgendaPart, Outcome, Round, agenda
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import arrange_agenda
from mrdb.store.rounds import round_at
from mrdb.text import agenda as words
from mrdb.text import meeting
from mrdb.text.colours import OUTCOME_LOOK
from mrdb.text.documents import action_numbers
from mrdb.text.faults import sentence

HERE = Path(__file__).parent
KEY = "agenda_editor"

_editor = st.components.v2.component(
    KEY,
    html='<div class="top"><p></p><button type="button"></button></div><ol></ol><p class="said" role="status"></p>',
    css=(HERE / "agenda_editor.css").read_text(encoding="utf-8"),
    js=(HERE / "agenda_editor.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class _Heard:
    """How far this session has listened; ``refused`` are the numbers of gestures that could not be stored."""

    last: int = 0
    refused: tuple[int, ...] = ()
    problem: str = ""


def show_agenda_editor(database: Engine, round_: Round, today: date) -> None:
    """The agenda of this open moment, to be arranged; every gesture is stored at once, merged onto what others did."""
    _show_rows(database, round_.moment.id, today)


@st.fragment(run_every="2s")
def _show_rows(database: Engine, moment_id: int, today: date) -> None:
    try:
        with read_only(database) as session:
            round_ = round_at(session, moment_id)
    except MrdbError as error:
        st.error(sentence(error))
        return
    heard, numbers = _heard(moment_id), action_numbers(round_.actions)
    with st.container():  # a place of its own, so that the rows stay the same element below it
        if heard.problem:
            st.error(heard.problem)
    _editor(
        data={
            "moment": moment_id,
            "heard": heard.last,
            "refused": list(heard.refused),
            "byHand": round_.is_ordered_by_hand,
            "words": words.EDITOR,
            "rows": [_row(item, numbers[item.action.id]) for item in agenda(round_, today)],
        },
        key=f"{KEY}-{moment_id}",
        on_gestures_change=partial(_listen, database, moment_id, today),
    )


def _row(item: AgendaItem, number: str) -> dict[str, object]:
    look = OUTCOME_LOOK[item.outcome]
    return {
        "id": item.action.id,
        "number": number,
        "action": item.action.text,
        "why": meeting.AGENDA_PART[item.part],
        "isOpen": item.outcome == Outcome.OPEN,
        "outcome": f"{look.icon} {meeting.OUTCOME[item.outcome]}",
        "look": {"color": look.colour, "background": look.background},
        "isSkipped": item.part == AgendaPart.SKIPPED,
        "note": item.note,
        "labels": words.row_labels(number),
    }


def _listen(database: Engine, moment_id: int, today: date) -> None:
    """Stores what the browser did and no run has heard, each gesture in a transaction of its own.

    While another page is on its way Streamlit may call this without what was told: the browser will tell it again.
    """
    heard = _heard(moment_id)
    state = st.session_state.get(f"{KEY}-{moment_id}")
    told = [one for one in (state and state.gestures) or () if one["serial"] > heard.last]
    if not told:
        return
    heard = _Heard(heard.last)
    for gesture in sorted(told, key=lambda one: int(one["serial"])):
        heard = replace(heard, last=gesture["serial"])
        try:
            with transaction(database) as session:
                round_ = round_at(session, moment_id)
                arrange_agenda(session, moment_id, _arranged(round_, gesture, today))
        except MrdbError as error:
            heard = replace(heard, refused=(*heard.refused, heard.last), problem=sentence(error))
    st.session_state[_name(moment_id)] = heard


def _arranged(round_: Round, gesture: Mapping[str, Any], today: date) -> Arranged:
    match gesture:
        case {"kind": "move", "id": action_id, "before": before}:
            return moved(round_, action_id, before, today)
        case {"kind": "skip", "id": action_id, "isSkipped": is_skipped}:
            return skipped(round_, action_id, is_skipped)
        case {"kind": "note", "id": action_id, "note": note}:
            return noted(round_, action_id, note)
        case {"kind": "automatic"}:
            return automatic(round_)
    raise ValueError(f"no such gesture: {gesture}")


def _heard(moment_id: int) -> _Heard:
    heard: _Heard = st.session_state.setdefault(_name(moment_id), _Heard())
    return heard


def _name(moment_id: int) -> str:
    return f"{KEY}-heard/{moment_id}"
