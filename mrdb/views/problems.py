"""The mistakes in somebody's file, with their place and the way out."""

from collections.abc import Sequence

import streamlit as st

from mrdb.domain.returned import Problem
from mrdb.text import returned as words
from mrdb.views.tables import show_table, table_row


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
