"""The pieces of the decision list: which moment, its list to read or to correct, and the ways to take it along."""

from collections.abc import Sequence
from functools import partial
from html import escape
from itertools import groupby

import streamlit as st

from mrdb.clock import now
from mrdb.domain.decisions import Minutes
from mrdb.domain.meeting import Round
from mrdb.domain.response import Moment
from mrdb.exchange.decisions import decision_document
from mrdb.store.database import Engine
from mrdb.store.moments import fix_minutes
from mrdb.text import decisions as words
from mrdb.text.decision_list import AGREEMENT_COLUMNS, Line, facts, lines
from mrdb.views import pieces
from mrdb.views.download import offer_file
from mrdb.views.tables import table, table_row
from mrdb.views.typed_text import kept
from mrdb.views.user import carried_out


def show_correction(database: Engine, round_: Round, suggested: str) -> None:
    """The list of a closed moment, to correct and then to fix. What was typed stays, whatever page one visits."""
    moment = round_.moment
    # A moment that is closed again after it was reopened has other decisions: it begins with those.
    key = kept(f"minutes/{moment.id}/{moment.closed_at}")
    if key not in st.session_state:
        st.session_state[key] = suggested
    left, right = st.columns([2, 1], gap="large")
    with left, st.container(key="form"):
        text = st.text_area(words.TEXT, key=key, persist_state="session", height="content") or ""
    with right:
        st.write(words.CORRECT_FIRST)
        _ask_to_fix(database, moment, text)
        if text.strip() != suggested:
            st.button(
                words.RESTORE,
                on_click=st.session_state.update,
                args=({key: suggested},),
                key="restore",
                width="stretch",
            )
        _offer_document(round_, text, None)
    _offer_copy(text)


def show_minutes(round_: Round, minutes: Minutes) -> None:
    """The list as it was fixed."""
    left, right = st.columns([2, 1], gap="large")
    with left:
        show_lines(minutes.text)
    with right:
        st.success(pieces.label_text(words.fixed_by(minutes.author, minutes.at)))
        _offer_document(round_, minutes.text, minutes)
    _offer_copy(minutes.text)


def show_earlier(lists: Sequence[Minutes]) -> None:
    """The lists that were fixed before the moment was opened again, the newest first."""
    for minutes in lists:
        with st.expander(pieces.label_text(words.no_longer_holds(minutes.author, minutes.at))):
            show_lines(minutes.text)


def _ask_to_fix(database: Engine, moment: Moment, text: str) -> None:
    with st.popover(words.FIX, type="primary", width="stretch"):
        st.write(words.FIX_WARNING)
        write = partial(fix_minutes, moment_id=moment.id, closed_at=moment.closed_at, text=text)
        if carried_out(database, words.FIX_CONFIRM, f"fix/{moment.id}/{moment.closed_at}", write, words.FIXED):
            st.rerun()


def _offer_document(round_: Round, text: str, minutes: Minutes | None) -> None:
    at = now()
    name = words.file_name(round_.moment.date)
    make = partial(decision_document, round_, text, minutes, at)
    offer_file(words.DOWNLOAD, name, make, is_empty=not text.strip())


def _offer_copy(text: str) -> None:
    with st.expander(words.COPY):
        st.code(text, language=None, wrap_lines=True)


def show_facts(round_: Round) -> None:
    """When it was, who was there and who was not: above the list, on screen as in Word."""
    st.html(pieces.facts(facts(round_)))


def show_lines(text: str) -> None:
    """The list as it is read: the beginning of each line stands out, agreements are a table."""
    found, parts = lines(text), []
    top = [line.heading for line in found if line.heading and not line.is_group]
    for is_row, group in groupby(found, key=lambda line: bool(line.cells)):
        if is_row:
            parts.append(table(AGREEMENT_COLUMNS, [table_row(*line.cells) for line in group]))
        else:
            parts += (_paragraph(line, 3 if top and line.is_group else 2) for line in group)
    st.html(f'<div class="prose">{"".join(parts)}</div>')


def _paragraph(line: Line, level: int) -> str:
    if line.heading:
        return f"<h{level}>{escape(line.heading)}</h{level}>"
    return f"<p><b>{escape(line.lead)}</b> {escape(line.rest)}</p>"
