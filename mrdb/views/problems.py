"""Tables of what is in somebody's file: mistakes with their place and the way out, rows with old and new."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from mrdb.domain.filled import Problem
from mrdb.text import filling as words

MOST = 500
"""More lines than this nobody reads before saying yes."""


def show_problems(problems: Sequence[Problem]) -> bool:
    """Every mistake with its place and the way out; tells whether the rest may be carried out."""
    if not problems:
        return True
    st.header(words.problems(len(problems)))
    rows = [table_row(words.place_words(one.place), words.found_words(one), words.what_to_do(one)) for one in problems]
    show_table((words.WHERE, words.FOUND, words.WHAT), rows)
    if st.checkbox(words.LEAVE_OUT, key="leave_out"):
        return True
    st.info(words.FIRST_MEND)
    return False


def show_table(headings: Sequence[str], rows: Sequence[str], *, look: str = "plain") -> None:
    """``rows`` are HTML, as ``table_row`` makes them."""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join(rows[:MOST])
    st.html(f'<table class="{look}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')
    if len(rows) > MOST:
        st.caption(words.first_ones(MOST, len(rows)))


def table_row(*texts: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in texts)}</tr>"
