"""Tables of what is in somebody's file: mistakes with their place and the way out, rows with old and new."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from mrdb.domain.returned import Problem
from mrdb.text import returned as words
from mrdb.views.paging import page_of

AT_ONCE = 200
"""Rows: of more nobody sees the end."""


def show_problems(problems: Sequence[Problem]) -> bool:
    """Every mistake with its place and the way out; tells whether the rest may be carried out."""
    if not problems:
        return True
    st.header(words.problems(len(problems)))
    show_problem_table(problems, "problems")
    # Who left out these rows did not leave out those of another file.
    if st.checkbox(words.LEAVE_OUT, key=f"leave_out/{hash(tuple(problems))}"):
        return True
    st.info(words.FIRST_MEND)
    return False


def show_problem_table(problems: Sequence[Problem], key: str) -> None:
    rows = [table_row(words.place_words(one.place), words.found_words(one), words.what_to_do(one)) for one in problems]
    show_table((words.WHERE, words.FOUND, words.WHAT), rows, key)


def show_table(headings: Sequence[str], rows: Sequence[str], key: str, *, look: str = "plain") -> None:
    """``rows`` are HTML, as ``table_row`` makes them; ``key`` tells this table from others on the page."""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join(page_of(rows, AT_ONCE, f"part/{key}"))
    st.html(f'<table class="{look}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def table_row(*texts: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in texts)}</tr>"
