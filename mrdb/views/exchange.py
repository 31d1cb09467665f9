"""Overviews that come back filled in: chosen, laid beside what is known now, and carried out after a yes."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from mrdb.clock import now
from mrdb.domain.errors import MrdbError
from mrdb.domain.response import Action
from mrdb.domain.return_plan import unfinished, work
from mrdb.domain.returned import CellPlan, ReturnPlan, RowKind, Work
from mrdb.exchange.plain_list import PlainList
from mrdb.intake import carry_out, has_moments, read_returned
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import management_responses, newest_line
from mrdb.text import nl
from mrdb.text import returned as words
from mrdb.text.documents import document_names, numbered
from mrdb.text.faults import sentence
from mrdb.views.addresses import MOMENTS
from mrdb.views.choices import show_choices, value_html
from mrdb.views.plain_list import plan_of_list
from mrdb.views.problems import show_problem_table, show_problems
from mrdb.views.tables import changed, changed_rows, show_table, table_row
from mrdb.views.user import confirmed_by, remember_user

TURN, READ, APPLIED = "exchange_turn", "exchange_read", "applied"


def chosen_files() -> list[UploadedFile]:
    turn = st.session_state.setdefault(TURN, 0)
    st.write(words.UPLOAD_HELP)
    return st.file_uploader(
        words.UPLOAD,
        type=["xlsx", "csv"],
        accept_multiple_files=True,
        key=f"files-{turn}",
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
    key = tuple((file.name, sha256(file.getvalue()).hexdigest()) for file in files)
    known, read_at, found = st.session_state.get(READ, (None, None, None))
    if known == key and read_at == newest and isinstance(found, ReturnPlan | PlainList):
        return found
    if known == key:
        st.info(words.MEANWHILE)
    progress = st.progress(0.0, text=words.READING)
    try:
        named = list(zip(words.own_names([file.name for file in files]), (f.getvalue() for f in files), strict=True))
        found = read_returned(database, named, today, lambda done: progress.progress(done, text=words.READING))
    except MrdbError as error:  # said again on every run
        st.error(sentence(error))
        return None
    finally:
        progress.empty()
    st.session_state[READ] = (key, newest, found)
    return found


def _show_plan(database: Engine, plan: ReturnPlan) -> None:
    """Mistakes first, then what wants a choice, what is new and what changes, and the question to carry it out."""
    with read_only(database) as session:
        names = document_names(management_responses(session))
    st.subheader(words.counts(plan))
    may_apply = show_problems(plan.mistakes)
    choices = show_choices(plan)
    _show_new(plan, names)
    _show_changes(plan, names)
    if plan.unread:
        st.header(words.NOT_READ)
        show_problem_table(plan.unread, "unread")
    if wanting := unfinished(plan, choices):
        st.warning(words.FIRST_CHOOSE)
        show_problem_table(wanting, "wanting")
    elif may_apply:
        _offer_to_apply(database, work(plan, choices))


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
        changed_rows(_name(row.action, names), changes)
        for row in plan.rows
        if row.kind in {RowKind.CHANGED, RowKind.CONFLICT}
        and (changes := [_change(row.action, cell) for cell in row.cells if not cell.is_conflict])
    ]
    if rows:
        st.header(words.CHANGES)
        headings = (words.ACTION, words.COLUMN, words.BEFORE, words.AFTER, words.WHERE)
        show_table(headings, rows, "changes", look="plain past")


def _offer_to_apply(database: Engine, wanted: Work) -> None:
    """The last question. A click counts for what stood on screen: the button of anything else is another one."""
    if wanted.is_empty:
        st.success(words.NOTHING)
        return
    if not has_moments(database, wanted):
        st.info(words.NO_MOMENT)
        st.page_link(MOMENTS)
        return
    author = confirmed_by(words.apply(wanted), f"apply/{wanted.digest}")
    if not author:
        return
    with st.spinner(words.APPLYING):
        carry_out(database, wanted, author=author, at=now())
    remember_user(author)
    st.session_state[APPLIED] = words.applied(wanted)
    st.session_state[TURN] += 1
    st.rerun()


def _name(action: Action, names: Mapping[int, str]) -> str:
    document = names.get(action.recommendation.response.id, "")
    return escape(f"{numbered(action.number, document)} {nl.shortened(action.text)}")


def _change(action: Action, cell: CellPlan) -> str:
    option = cell.options[0]
    old, new = value_html(cell.present), value_html(option.value)
    cells = changed(words.field_words(action, cell), old, new, is_known=cell.present is not None)
    return f'{cells}<td class="quiet">{escape(words.place_words(option.place))}</td>'
