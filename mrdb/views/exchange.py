"""Overviews that come back filled in: chosen, laid beside what is known now, and carried out after a yes."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from mrdb.domain.response import Action
from mrdb.domain.return_plan import Choices, notes_to_take, to_choose, unfinished, work
from mrdb.domain.returned import CellPlan, Note, ReturnPlan, RowKind, Value, Work
from mrdb.domain.status import Status
from mrdb.exchange.plain_list import PlainList
from mrdb.intake import carry_out, has_moments, read_returned
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import management_responses, newest_line
from mrdb.text import nl
from mrdb.text import returned as words
from mrdb.text.documents import document_names, numbered
from mrdb.views.addresses import MOMENTS
from mrdb.views.pieces import label_text, prose, status_pill, version
from mrdb.views.plain_list import plan_of_list
from mrdb.views.tables import (
    changed,
    changed_rows,
    page_of,
    show_note_table,
    show_problem_table,
    show_problems,
    show_table,
    table_row,
)
from mrdb.views.typed_text import of_session
from mrdb.views.user import carried_out, faults_told

TURN, READ, APPLIED = "exchange_turn", "exchange_read", "applied"
AT_ONCE = 25
"""More choices than this make no page that one can oversee."""
PRESENT = 0
_Clash = tuple[Action, CellPlan]


def chosen_files() -> list[UploadedFile]:
    turn = st.session_state.setdefault(TURN, 0)
    st.write(words.UPLOAD_HELP)
    return st.file_uploader(
        words.UPLOAD,
        type=["xlsx", "csv"],
        accept_multiple_files=True,
        key=of_session(f"{turn}"),
        label_visibility="collapsed",
    )


def show_returned(database: Engine, files: Sequence[UploadedFile], today: date) -> None:
    """What the files would change, and the question to carry it out."""
    found = _read(database, files, today)
    if isinstance(found, PlainList):
        found = plan_of_list(database, found, today)
    if found is not None:
        _show_plan(database, found)


def _read(database: Engine, files: Sequence[UploadedFile], today: date) -> ReturnPlan | PlainList | None:
    """Reads the files, once for each state of the database; None where one of them cannot be read at all."""
    with read_only(database) as session:
        newest = newest_line(session)
    key = tuple(file.file_id for file in files)
    known, read_at, found = st.session_state.get(READ, (None, None, None))
    if known == key and read_at == newest and isinstance(found, ReturnPlan | PlainList):
        return found
    if known == key:
        st.info(words.MEANWHILE)
    progress, found = st.progress(0.0, text=words.READING), None
    with faults_told():  # said again on every run
        names = words.own_names([file.name for file in files])
        named = [(name, file.getvalue()) for name, file in zip(names, files, strict=True)]
        found = read_returned(database, named, today, lambda done: progress.progress(done, text=words.READING))
        st.session_state[READ] = (key, newest, found)
    progress.empty()
    return found


def _show_plan(database: Engine, plan: ReturnPlan) -> None:
    """Mistakes first, then what wants a choice, what is new and what changes, and the question to carry it out."""
    with read_only(database) as session:
        names = document_names(management_responses(session))
    st.header(words.counts(plan))
    if plan.late:
        st.warning(words.late_rows(plan.late))
    may_apply = show_problems(plan.mistakes)
    choices = _show_choices(plan)
    _show_new(plan, names)
    _show_changes(plan, names)
    taken = _show_notes(plan)
    if plan.unread:
        st.header(words.NOT_READ)
        show_problem_table(plan.unread, "unread")
    if wanting := unfinished(plan, choices, taken):
        st.warning(words.FIRST_CHOOSE)
        show_problem_table(wanting, "wanting")
    elif may_apply:
        _offer_to_apply(database, work(plan, choices, taken), nothing=words.ONLY_NOTES if plan.notes else words.NOTHING)


def _show_new(plan: ReturnPlan, names: Mapping[int, str]) -> None:
    """``names`` tells the documents apart, by their ids."""
    rows = [
        table_row(numbered(number, names.get(part.response.id, "")), said, words.place_words(place))
        for number, part, said, place in words.added(plan)
    ]
    if rows:
        st.header(words.NEW)
        show_table((nl.COLUMNS["number"], words.IS_ADDED, words.WHERE), rows, "new")


def _show_changes(plan: ReturnPlan, names: Mapping[int, str]) -> None:
    rows = [
        changed_rows(_name(row.action, names) + _quiet(words.late(row)) + _quiet(words.gives_way(row)), changes)
        for row in plan.rows
        if row.kind in {RowKind.CHANGED, RowKind.CONFLICT}
        and (changes := [_change(row.action, cell) for cell in row.cells if not cell.is_conflict])
    ]
    if rows:
        st.header(words.CHANGES)
        headings = (words.ACTION, words.COLUMN, words.BEFORE, words.AFTER, words.WHERE)
        show_table(headings, rows, "changes", look="plain past")


def _show_notes(plan: ReturnPlan) -> list[Note]:
    """Names every note on a cell, and asks which of them come under a comment; none unless somebody says so."""
    if not plan.notes:
        return []
    st.header(words.NOTES)
    offered = notes_to_take(plan)
    known = {note for _, note in offered}
    show_note_table([note for note in plan.notes if note not in known])
    if offered:
        st.write(words.NOTES_WHY)
    for action, note in page_of(offered, AT_ONCE, "part/notes"):
        with st.container(border=True, key=f"card-{_note_key(note)}"):
            st.markdown(f"**{label_text(words.note_title(action, note))}**")
            st.html(prose(note.text) + _quiet(words.place_words(note.place)))
            st.checkbox(words.TAKE_NOTE, key=_note_key(note), persist_state="session")
    return [note for _, note in offered if st.session_state.get(_note_key(note))]


def _note_key(note: Note) -> str:
    return f"note/{hash(note)}"


def _offer_to_apply(database: Engine, wanted: Work, *, nothing: str) -> None:
    """The last question. A click counts for what stood on screen: the button of anything else is another one."""
    if wanted.is_empty:
        st.success(nothing)
        return
    if not has_moments(database, wanted):
        st.info(words.NO_MOMENT)
        st.page_link(MOMENTS)
        return
    write = partial(carry_out, work=wanted)
    with st.spinner(words.APPLYING):
        if carried_out(database, words.apply(wanted), f"apply/{wanted.digest}", write):
            st.session_state[APPLIED] = words.applied(wanted)
            st.session_state[TURN] += 1
            st.rerun()


def _name(action: Action, names: Mapping[int, str]) -> str:
    document = names.get(action.recommendation.response.id, "")
    return escape(f"{numbered(action.number, document)} {nl.shortened(action.text)}")


def _quiet(text: str) -> str:
    return f'<p class="quiet">{escape(text)}</p>' if text else ""


def _change(action: Action, cell: CellPlan) -> str:
    option = cell.options[0]
    old, new = _value(cell.present), _value(option.value)
    cells = changed(words.field_words(action, cell), old, new, is_known=cell.present is not None)
    return f'{cells}<td class="quiet">{escape(words.place_words(option.place))}</td>'


def _value(value: Value) -> str:
    """What a cell holds, as the other screens show it."""
    return status_pill(value) if isinstance(value, Status) else prose(words.value_words(value))


def _show_choices(plan: ReturnPlan) -> Choices:
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
    late = {row.action.id: words.late(row) for row in plan.of(RowKind.CONFLICT)}
    for action, cell in page_of(clashes, AT_ONCE, "part/choices"):
        _show_clash(action, cell, late[action.id])
    return {cell.key: _chosen(cell) for _, cell in clashes}


def _choose_all(clashes: Sequence[_Clash], place: int) -> None:
    for _, cell in clashes:
        st.session_state[_key(cell)] = place


def _show_clash(action: Action, cell: CellPlan, late: str) -> None:
    with st.container(border=True):
        st.markdown(f"**{label_text(words.cell_title(action, cell))}**")
        if doubt := words.of_other(cell):
            st.warning(label_text(doubt))
        if late:
            st.html(_quiet(late))
        versions = [(words.EXPORTED, cell.exported)] if cell.is_exported else []
        versions.append((words.PRESENT, cell.present))
        versions += [(option.place.file, option.value) for option in cell.options]
        for place, (title, value) in zip(st.columns(len(versions)), versions, strict=True):
            place.html(version(title, _value(value)))
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
