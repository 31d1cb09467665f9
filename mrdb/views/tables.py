"""Long tables and lists, in parts that one can oversee; the mistakes in somebody's file are one."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import TypeVar

import streamlit as st

from mrdb.domain.returned import Note, Problem
from mrdb.domain.wording import Piece, PieceKind
from mrdb.text import returned as words

T = TypeVar("T")
AT_ONCE = 200
"""Rows: of more nobody sees the end."""


def page_of(items: Sequence[T], at_once: int, key: str, place: int = 0) -> Sequence[T]:
    """The chosen part, or all where they are few; ``key`` is that of the choice. Until one chooses, it is the part with
    the item at this ``place``."""
    first = chosen_first(len(items), at_once, key, place)
    return items[first : first + at_once]


def chosen_first(count: int, at_once: int, key: str, place: int = 0) -> int:
    """Where among so many the chosen part begins."""
    if count <= at_once:
        return 0
    first = st.segmented_control(
        words.PARTS,
        range(0, count, at_once),
        default=place - place % at_once,
        required=True,
        format_func=lambda start: words.span(start + 1, min(start + at_once, count)),
        key=key,
    )
    return first or 0


def around(items: Sequence[T], place: int, most: int) -> Sequence[T]:
    """As many as fit, those at this place among them."""
    start = max(0, min(place - most // 3, len(items) - most))
    return items[start : start + most]


def show_table(
    headings: Sequence[str], rows: Sequence[str], key: str, *, look: str = "plain", at_once: int = AT_ONCE
) -> None:
    """``rows`` are HTML, as ``table_row`` makes them; ``key`` tells this table from others on the page."""
    st.html(table(headings, page_of(rows, at_once, f"part/{key}"), look))


def table(headings: Sequence[str], rows: Sequence[str], look: str = "plain") -> str:
    """The same as HTML, all of it."""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    return f'<table class="{look}"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def changed_rows(about: str, changes: Sequence[str]) -> str:
    """What changed of one action, which stands before the first change; both are HTML, as ``changed`` makes it."""
    first, *others = changes
    name = f'<td rowspan="{len(changes)}" class="what">{about}</td>'
    return f'<tr class="first">{name}{first}</tr>{"".join(f"<tr>{other}</tr>" for other in others)}'


def changed(what: str, old: str, new: str, *, is_known: bool) -> str:
    """The cells of one change; ``old`` and ``new`` are HTML, and ``is_known`` tells whether there was an old one."""
    before = f"<del>{old}</del>" if is_known else old
    return f'<td class="field">{escape(what)}</td><td class="old">{before}</td><td class="new">{new}</td>'


_TAGS: dict[PieceKind, str] = {"same": "span", "old": "del", "new": "ins"}


def marked(found: Iterable[Piece]) -> str:
    """What went out and what came in between what stayed, as HTML."""
    return " ".join(f"<{_TAGS[one.kind]}>{escape(one.text)}</{_TAGS[one.kind]}>" for one in found)


def table_row(*texts: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in texts)}</tr>"


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


def show_note_table(notes: Sequence[Note]) -> None:
    if notes:
        rows = [table_row(words.place_words(note.place), note.author, note.text) for note in notes]
        show_table((words.WHERE, words.SIGNED, words.NOTE), rows, "notes")
