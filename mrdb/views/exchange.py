"""Overviews that come back filled in: chosen, read, laid beside what is known now, and carried out after a yes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from mrdb.clock import now
from mrdb.domain.errors import MrdbError
from mrdb.domain.filled import CellPlan, Field, FillPlan, Problem, RowKind, Value
from mrdb.domain.filling import Choices, edits, plan_filled
from mrdb.domain.response import Action, Change
from mrdb.exchange.filled_workbook import Filled, read_filled
from mrdb.reading.responsibles import read_responsibles
from mrdb.store.database import Engine, reading, transaction
from mrdb.store.filling import apply_edits
from mrdb.store.reading import actions, changes, newest_line
from mrdb.text import filling as words
from mrdb.text import nl
from mrdb.text.faults import sentence
from mrdb.text.labels import FIELD
from mrdb.views.pieces import label_text
from mrdb.views.user import ask_user, remember_user

TURN, READ = "exchange_turn", "exchange_read"


@dataclass(frozen=True, slots=True)
class Returned:
    """What the chosen files say beside what is known now; ``names`` are the files that could be read."""

    plan: FillPlan
    names: tuple[str, ...]


def chosen_files() -> list[UploadedFile]:
    turn = st.session_state.setdefault(TURN, 0)
    st.write(words.UPLOAD_HELP)
    return st.file_uploader(
        words.UPLOAD, type="xlsx", accept_multiple_files=True, key=f"files-{turn}", label_visibility="collapsed"
    )


def returned(database: Engine, files: Sequence[UploadedFile]) -> Returned | None:
    """Reads the files, once for each state of the database; None where one of them cannot be read at all."""
    with reading(database) as session:
        newest = newest_line(session)
    key = (newest, *(sha256(file.getvalue()).hexdigest() for file in files))
    known, result = st.session_state.get(READ, (None, None))
    if known != key:
        result = _read(database, files)
        st.session_state[READ] = (key, result) if result else (None, None)  # an error is said again on every run
    return result if isinstance(result, Returned) else None


def _read(database: Engine, files: Sequence[UploadedFile]) -> Returned | None:
    with reading(database) as session:
        everything, journal = actions(session), _by_action(changes(session))
    progress = st.progress(0.0, text=words.READING)
    found: list[Filled] = []
    for number, file in enumerate(files, start=1):
        try:
            found.append(read_filled(file.name, file.getvalue(), everything, journal))
        except MrdbError as error:
            progress.empty()
            st.error(sentence(error))
            return None
        progress.progress(number / len(files), text=words.READING)
    progress.empty()
    seen = frozenset().union(*(one.action_ids for one in found))
    cells = [cell for one in found for cell in one.cells]
    problems = [problem for one in found for problem in one.problems]
    return Returned(plan_filled(cells, seen, problems, everything), tuple(file.name for file in files))


def _by_action(journal: Sequence[Change]) -> Mapping[int, list[Change]]:
    lines: defaultdict[int, list[Change]] = defaultdict(list)
    for line in journal:
        if line.action_id is not None:
            lines[line.action_id].append(line)
    return lines


def show_problems(plan: FillPlan) -> bool:
    """Every mistake with its place and the way out; tells whether the rest may be carried out."""
    problems = [*plan.problems, *(problem for row in plan.rows for problem in row.problems)]
    if not problems:
        return True
    st.header(words.PROBLEMS)
    rows = "".join(_problem(problem) for problem in problems)
    _show_table((words.WHERE, words.FOUND, words.WHAT), rows)
    if st.checkbox(words.LEAVE_OUT, key="leave_out"):
        return True
    st.info(words.FIRST_MEND)
    return False


def show_choices(plan: FillPlan) -> Choices:
    """Asks for every cell that clashes; what is known now stays where nobody chooses otherwise."""
    rows = plan.of(RowKind.CONFLICT)
    if not rows:
        return {}
    st.header(words.CONFLICTS)
    st.write(words.CONFLICTS_WHY)
    chosen: dict[tuple[int, int | None, Field], Value] = {}
    for row in rows:
        for cell in row.cells:
            if cell.is_conflict:
                chosen[cell.key] = _choice(row.action, cell)
    return chosen


def _choice(action: Action, cell: CellPlan) -> Value:
    options: list[tuple[str, Value]] = [(words.PRESENT, cell.present)]
    options += [(option.place.file, option.value) for option in cell.options]
    labels = [f"**{label_text(name)}**: {label_text(words.value_words(value))}" for name, value in options]
    place = st.radio(
        label_text(words.cell_title(action, cell)),
        range(len(options)),
        format_func=labels.__getitem__,
        captions=[f"{words.EXPORTED}: {words.value_words(cell.exported)}"] + [""] * len(cell.options),
        key="choice/" + "/".join(str(part) for part in cell.key),
    )
    return options[place or 0][1]


def show_changes(plan: FillPlan) -> None:
    rows = "".join(
        _change(row.action, cell)
        for kind in (RowKind.CHANGED, RowKind.CONFLICT)
        for row in plan.of(kind)
        for cell in row.cells
        if not cell.is_conflict
    )
    if rows:
        st.header(words.CHANGES)
        _show_table((words.ACTION, words.COLUMN, words.BEFORE, words.AFTER, words.FILE), rows)


def offer_to_apply(database: Engine, plan: FillPlan, choices: Choices, names: Sequence[str]) -> None:
    """The last question; what is carried out is what stands on screen, or nothing."""
    wanted = edits(plan, choices)
    if not wanted:
        st.success(words.NOTHING)
        return
    author = ask_user()
    if not st.button(words.apply(len(wanted)), type="primary", key="apply"):
        return
    if not author:
        st.error(nl.WHO_MISSING)
        return
    with transaction(database) as session:
        source = nl.listed(list(names))
        apply_edits(session, wanted, names_in=read_responsibles, author=author, at=now(), source=source)
    remember_user(author)
    st.session_state["applied"] = words.applied(len(wanted))
    st.session_state[TURN] += 1
    st.rerun()


def _problem(problem: Problem) -> str:
    texts = (words.place(problem), problem.found, words.what_to_do(problem))
    return f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in texts)}</tr>"


def _change(action: Action, cell: CellPlan) -> str:
    option = cell.options[0]
    texts = (f"{action.number} {nl.shortened(action.text)}", FIELD[cell.field])
    before, after = words.value_words(cell.present), words.value_words(option.value)
    place = f"{option.place.file}, {option.place.cell}"
    return (
        f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in texts)}<td><del>{escape(before)}</del></td>"
        f'<td>{escape(after)}</td><td class="quiet">{escape(place)}</td></tr>'
    )


def _show_table(headings: Sequence[str], rows: str) -> None:
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    st.html(f'<table class="plain"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')
