"""Cells that clash: what was exported, what stands there now and what was filled in, side by side, and a choice."""

from collections.abc import Sequence

import streamlit as st

from mrdb.domain.response import Action
from mrdb.domain.return_plan import Choices, to_choose
from mrdb.domain.returned import CellPlan, ReturnPlan, Value
from mrdb.domain.status import Status
from mrdb.text import returned as words
from mrdb.views.pieces import label_text, prose, status_pill, version
from mrdb.views.tables import page_of

AT_ONCE = 25
"""More choices than this make no page that one can oversee."""
PRESENT = 0
_Clash = tuple[Action, CellPlan]


def value_html(value: Value) -> str:
    """What a cell holds, as the other screens show it."""
    return status_pill(value) if isinstance(value, Status) else prose(words.value_words(value))


def show_choices(plan: ReturnPlan) -> Choices:
    """Asks for every cell that clashes; what is known now stays where nobody chooses otherwise."""
    clashes = to_choose(plan)
    if not clashes:
        return {}
    st.header(words.conflicts(len(clashes)))
    st.write(words.CONFLICTS_WHY)
    if len(clashes) > 1:
        keep, take, _ = st.columns([1, 1, 2])
        keep.button(words.KEEP_ALL, on_click=_choose_all, args=(clashes, PRESENT), width="stretch")
        if all(len(cell.options) == 1 for _, cell in clashes):
            take.button(words.TAKE_ALL, on_click=_choose_all, args=(clashes, PRESENT + 1), width="stretch")
    for action, cell in page_of(clashes, AT_ONCE, "part/choices"):
        _show_clash(action, cell)
    return {cell.key: _chosen(cell) for _, cell in clashes}


def _choose_all(clashes: Sequence[_Clash], place: int) -> None:
    for _, cell in clashes:
        st.session_state[_key(cell)] = place


def _show_clash(action: Action, cell: CellPlan) -> None:
    with st.container(border=True):
        st.markdown(f"**{label_text(words.cell_title(action, cell))}**")
        versions = [(words.EXPORTED, cell.exported)] if cell.is_exported else []
        versions.append((words.PRESENT, cell.present))
        versions += [(option.place.file, option.value) for option in cell.options]
        for place, (title, value) in zip(st.columns(len(versions)), versions, strict=True):
            place.html(version(title, value_html(value)))
        names = [words.KEEP, *(words.take(option.place.file) for option in cell.options)]
        st.radio(
            words.cell_title(action, cell),
            range(len(names)),
            format_func=lambda place: label_text(names[place]),
            key=_key(cell),
            horizontal=True,
            label_visibility="collapsed",
            persist_state="session",
        )


def _chosen(cell: CellPlan) -> Value:
    place = st.session_state.get(_key(cell), PRESENT)
    return cell.options[place - 1].value if 0 < place <= len(cell.options) else cell.present


def _key(cell: CellPlan) -> str:
    """Bound to what is offered: another file, or another present value, begins without a choice."""
    action_id, milestone_id, field = cell.key
    offered = hash((cell.present, *(option.value for option in cell.options)))
    return f"choice/{action_id}/{milestone_id}/{field.value}/{offered}"
