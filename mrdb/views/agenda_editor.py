"""The agenda as the secretary arranges it: a table with places to renumber, actions to skip and notes to write."""

import json
from dataclasses import astuple, dataclass, field, replace
from datetime import date
from secrets import token_hex
from typing import NoReturn

import pandas as pd
import streamlit as st

from mrdb.domain.agenda import Arranged, agenda_table, automatic, clashes, on_top, rearranged
from mrdb.domain.discussed import Outcome
from mrdb.domain.meeting import Arrangement, Round, agenda
from mrdb.store.database import Engine
from mrdb.store.moments import arrange_agenda
from mrdb.store.rounds import round_at
from mrdb.text import agenda as words
from mrdb.text import nl
from mrdb.text.colours import OUTCOME_LOOK
from mrdb.text.documents import action_numbers
from mrdb.views.pieces import label_text
from mrdb.views.typed_text import kept
from mrdb.views.user import SAID, writing

NOTE_LENGTH = 200
COLUMNS = [words.PLACE, words.ACTION, words.SKIP, words.NOTE]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The table as it was loaded, and as it lies before the user: with what was typed earlier on top.

    Each has a widget of its own, by its token: Streamlit binds a cell that was changed to the number of its row.
    ``told`` is what this session gave the tab to keep: anything else was given back to it.
    """

    seen: Arranged
    shown: Arranged
    problem: str = ""
    told: str = ""
    token: str = field(default_factory=lambda: token_hex(4))


def show_agenda_editor(database: Engine, round_: Round, today: date) -> None:
    """The agenda of this open moment, to be arranged; nothing is stored before a button is clicked."""
    moment_id, now = round_.moment.id, agenda_table(round_, today)
    sheet = _sheet(moment_id, now)
    st.write(words.HOW)
    with st.container():  # a place of its own, so that the table stays the same element below it
        if sheet.problem:
            st.warning(label_text(sheet.problem))
    wanted = _ask(sheet, round_, today)
    if wanted == sheet.seen != now:  # somebody else arranged, and nothing is typed here
        _lay_down(moment_id, None)
    _keep(moment_id, sheet, wanted)
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(words.APPLY, key="arrange-apply"):
            _apply(database, moment_id, sheet, wanted, today)
        if round_.is_ordered_by_hand and st.button(words.AUTOMATIC, key="arrange-automatic", type="tertiary"):
            _leave_to_rule(database, moment_id, sheet, wanted, today)
        if wanted != sheet.seen:
            st.html(f'<p class="unsaved">● {nl.UNSAVED}</p>', width="content")


def _ask(sheet: _Sheet, round_: Round, today: date) -> Arranged:
    """Draws the table and returns it as it stands there now."""
    items, numbers = {item.action.id: item for item in agenda(round_, today)}, action_numbers(round_.actions)
    rows = []
    for action_id, one in sheet.shown.items():
        item = items[action_id]
        state = "" if item.outcome == Outcome.OPEN else f"{OUTCOME_LOOK[item.outcome].icon} "
        name = f"{state}{numbers[action_id]} {item.action.text}"
        rows.append(((one.place or 0) + 1, name, one.is_skipped, one.note))
    table = st.data_editor(
        pd.DataFrame(rows, index=pd.Index(list(sheet.shown)), columns=COLUMNS),
        hide_index=True,
        width="content",
        height="content",
        disabled=[words.ACTION],
        column_config={
            words.PLACE: st.column_config.NumberColumn(width=130, min_value=1, max_value=len(rows), required=True),
            words.ACTION: st.column_config.TextColumn(width=630),
            words.SKIP: st.column_config.CheckboxColumn(width=120),
            words.NOTE: st.column_config.TextColumn(width=400, max_chars=NOTE_LENGTH),
        },
        key=f"agenda-table-{sheet.token}",
    )
    return {
        int(action_id): Arrangement(int(place) - 1, bool(is_skipped), note or "")
        for action_id, place, _, is_skipped, note in table.itertuples(name=None)
    }


def _apply(database: Engine, moment_id: int, sheet: _Sheet, wanted: Arranged, today: date) -> None:
    """Where a colleague changed the same cell, says so; a second click then knowingly replaces it."""
    with writing(database) as session:
        round_ = round_at(session, moment_id)
        now = agenda_table(round_, today)
        both = clashes(now, sheet.seen, wanted)
        if not both:
            arrange_agenda(session, moment_id, rearranged(round_, sheet.seen, wanted, today))
    if both:
        numbers = action_numbers(round_.actions)
        problem = words.arranged_meanwhile([(numbers[action_id], now[action_id]) for action_id in both])
        _lay_down(moment_id, _Sheet(now, on_top(now, sheet.seen, wanted), problem))
    st.session_state[SAID] = words.APPLIED
    _lay_down(moment_id, None)


def _leave_to_rule(database: Engine, moment_id: int, sheet: _Sheet, wanted: Arranged, today: date) -> None:
    """What was typed of skips and notes waits for its own button."""
    with writing(database) as session:
        arrange_agenda(session, moment_id, automatic(round_at(session, moment_id)))
        now = agenda_table(round_at(session, moment_id), today)
    unplaced = {action_id: replace(one, place=sheet.seen[action_id].place) for action_id, one in wanted.items()}
    _lay_down(moment_id, _Sheet(now, on_top(now, sheet.seen, unplaced)))


def _sheet(moment_id: int, now: Arranged) -> _Sheet:
    """The one that the tab kept of the session before and just gave back, else the one that is open, else a new one."""
    sheet, told = st.session_state.get(_name(moment_id)), st.session_state.get(_typed(moment_id))
    if told and not (sheet and sheet.told == told):
        seen, shown = ({int(key): Arrangement(*cells) for key, cells in table.items()} for table in json.loads(told))
        sheet = _Sheet(seen, shown)
    return sheet if isinstance(sheet, _Sheet) and sheet.seen.keys() <= now.keys() else _Sheet(now, now)


def _keep(moment_id: int, sheet: _Sheet, wanted: Arranged) -> None:
    """Keeps the table over the runs of this session, and lets the tab keep what was typed and not applied."""
    tables = [{key: astuple(one) for key, one in table.items()} for table in (sheet.seen, wanted)]
    told = "" if wanted == sheet.seen else json.dumps(tables)
    st.session_state[_name(moment_id)], st.session_state[_typed(moment_id)] = replace(sheet, told=told), told


def _lay_down(moment_id: int, sheet: _Sheet | None) -> NoReturn:
    """Begins anew with this table, or with the one that is stored."""
    st.session_state[_name(moment_id)], st.session_state[_typed(moment_id)] = sheet, ""
    st.rerun()


def _name(moment_id: int) -> str:
    return f"agenda-sheet/{moment_id}"


def _typed(moment_id: int) -> str:
    return kept(f"agenda-{moment_id}")
