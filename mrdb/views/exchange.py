"""Overviews that come back filled in: chosen, laid beside what is known now, and carried out after a yes."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from mrdb.clock import now
from mrdb.domain.errors import MrdbError
from mrdb.domain.filled import CellPlan, FillPlan, Problem, RowKind
from mrdb.domain.filling import Choices, work
from mrdb.domain.response import Action
from mrdb.intake import carry_out, plan_overviews
from mrdb.store.database import Engine, reading
from mrdb.store.reading import newest_line
from mrdb.text import filling as words
from mrdb.text import nl
from mrdb.text.faults import sentence
from mrdb.text.labels import FIELD
from mrdb.views.choices import show_choices
from mrdb.views.user import ask_user, remember_user

TURN, READ, APPLIED = "exchange_turn", "exchange_read", "applied"
MOST = 500
"""More lines than this nobody reads before saying yes."""


def chosen_files() -> list[UploadedFile]:
    turn = st.session_state.setdefault(TURN, 0)
    st.write(words.UPLOAD_HELP)
    return st.file_uploader(
        words.UPLOAD, type="xlsx", accept_multiple_files=True, key=f"files-{turn}", label_visibility="collapsed"
    )


def planned(database: Engine, files: Sequence[UploadedFile], today: date) -> FillPlan | None:
    """Reads the files, once for each state of the database; None where one of them cannot be read at all."""
    with reading(database) as session:
        newest = newest_line(session)
    key = (newest, *(sha256(file.getvalue()).hexdigest() for file in files))
    known, plan = st.session_state.get(READ, (None, None))
    if known == key:
        return plan if isinstance(plan, FillPlan) else None
    progress = st.progress(0.0, text=words.READING)
    try:
        named = [(file.name, file.getvalue()) for file in files]
        plan = plan_overviews(database, named, today, lambda done: progress.progress(done, text=words.READING))
    except MrdbError as error:  # said again on every run
        st.error(sentence(error))
        return None
    finally:
        progress.empty()
    st.session_state[READ] = (key, plan)
    return plan


def show_plan(database: Engine, plan: FillPlan, names: Sequence[str]) -> None:
    """Mistakes first, then what wants a choice, what is new and what changes, and the question to carry it out."""
    st.subheader(words.counts(plan))
    may_apply = _show_problems(plan)
    choices = show_choices(plan)
    _show_new(plan)
    _show_changes(plan)
    if may_apply:
        _offer_to_apply(database, plan, choices, names)


def _show_problems(plan: FillPlan) -> bool:
    """Every mistake with its place and the way out; tells whether the rest may be carried out."""
    if not plan.mistakes:
        return True
    st.header(words.PROBLEMS)
    _show_table((words.WHERE, words.FOUND, words.WHAT), [_problem(problem) for problem in plan.mistakes])
    if st.checkbox(words.LEAVE_OUT, key="leave_out"):
        return True
    st.info(words.FIRST_MEND)
    return False


def _show_new(plan: FillPlan) -> None:
    rows = [
        _row(new.action.number, words.new_action(new), words.place_words(new.place)) for new in plan.new_actions
    ] + [_row(new.action.number, words.new_milestone(new), words.place_words(new.place)) for new in plan.new_milestones]
    if rows:
        st.header(words.NEW)
        _show_table((nl.COLUMNS["number"], words.IS_ADDED, words.WHERE), rows)


def _show_changes(plan: FillPlan) -> None:
    rows = [
        _change(row.action, cell)
        for kind in (RowKind.CHANGED, RowKind.CONFLICT)
        for row in plan.of(kind)
        for cell in row.cells
        if not cell.is_conflict
    ]
    if rows:
        st.header(words.CHANGES)
        _show_table((words.ACTION, words.COLUMN, words.BEFORE, words.AFTER, words.WHERE), rows)


def _offer_to_apply(database: Engine, plan: FillPlan, choices: Choices, names: Sequence[str]) -> None:
    """The last question; what is carried out is what stands on screen, or nothing."""
    wanted = work(plan, choices)
    if wanted.is_empty:
        st.success(words.NOTHING)
        return
    author = ask_user()
    if not st.button(words.apply(wanted), type="primary", key="apply"):
        return
    if not author:
        st.error(nl.WHO_MISSING)
        return
    with st.spinner(words.APPLYING):
        carry_out(database, wanted, author=author, at=now(), source=nl.listed(list(names)))
    remember_user(author)
    st.session_state[APPLIED] = words.applied(wanted)
    st.session_state[TURN] += 1
    st.rerun()


def _problem(problem: Problem) -> str:
    return _row(words.place_words(problem.place), problem.found, words.what_to_do(problem))


def _change(action: Action, cell: CellPlan) -> str:
    option = cell.options[0]
    return (
        f"<tr><td>{escape(f'{action.number} {nl.shortened(action.text)}')}</td>"
        f"<td>{escape(FIELD[cell.field])}</td>"
        f"<td><del>{escape(words.value_words(cell.present))}</del></td>"
        f"<td>{escape(words.value_words(option.value))}</td>"
        f'<td class="quiet">{escape(words.place_words(option.place))}</td></tr>'
    )


def _row(*texts: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in texts)}</tr>"


def _show_table(headings: Sequence[str], rows: Sequence[str]) -> None:
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join(rows[:MOST])
    st.html(f'<table class="plain"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')
    if len(rows) > MOST:
        st.caption(words.first_ones(MOST, len(rows)))
