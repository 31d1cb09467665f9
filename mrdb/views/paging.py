"""A long list in parts that one can oversee, and the choice of the part on screen."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from mrdb.text import returned as words

T = TypeVar("T")


def page_of(items: Sequence[T], at_once: int, key: str) -> Sequence[T]:
    """The chosen part, or all where they are few; ``key`` is that of the choice."""
    if len(items) <= at_once:
        return items
    first = st.segmented_control(
        words.PARTS,
        range(0, len(items), at_once),
        default=0,
        required=True,
        format_func=lambda start: words.span(start + 1, min(start + at_once, len(items))),
        key=key,
    )
    return items[first or 0 :][:at_once]
