"""What is still to be looked at in a document under review: each kind once, with what was done and what to choose."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from mrdb.domain.draft import Doubt, DoubtKind
from mrdb.domain.review import Review
from mrdb.domain.status import Status
from mrdb.reading.review import asked_columns, asked_statuses, doubts_left
from mrdb.text import doubts as saying
from mrdb.text import new_response as words
from mrdb.views.review import change, go_to, is_under_way, tick
from mrdb.views.review_questions import ask_acceptance, ask_columns, ask_statuses, in_one_line, show_head

MOST = 200
"""Lines of a kind: more doubts than this are a document that could not be read; the others come as these are done."""


def to_do(review: Review) -> int:
    return len(doubts_left(review)) + len(asked_columns(review)) + len(asked_statuses(review))


def show_doubts(review: Review) -> None:
    """The one next step, and below it all that is doubtful, kind by kind."""
    if n := to_do(review):
        left = doubts_left(review)
        groups = {kind: found for kind in saying.TITLE if (found := [one for one in left if one.kind == kind])}
        count, step = st.columns([3, 1], vertical_alignment="center")
        count.header(words.to_check(n))
        for first, *_ in list(groups.values())[:1]:
            look: Literal["primary", "secondary"] = "secondary" if is_under_way() else "primary"
            step.button(words.TO_FIRST, type=look, width="stretch", key="first_doubt", on_click=go_to, args=(first,))
        with st.container(key="doubts", border=True, gap="xxsmall"):
            ask_columns(review, asked_columns(review))
            ask_statuses(review, asked_statuses(review))
            for kind, found in groups.items():
                _show_kind(review, kind, found[:MOST])
    else:
        st.success(words.NONE_LEFT if review.document.doubts else words.NO_DOUBTS)
    ask_acceptance(review)


def _show_kind(review: Review, kind: DoubtKind, found: Sequence[Doubt]) -> None:
    n, may_stay = len(found), kind not in saying.TO_MEND
    label = saying.all_right(kind, n)
    if may_stay:
        show_head(saying.TITLE[kind], saying.WAY[kind], n, label, f"all-{kind.value}", tick, *found)
    else:
        show_head(saying.TITLE[kind], saying.WAY[kind], n, words.ONGOING_FOR_ALL, "all-ongoing", _all_ongoing, found)
    for position, doubt in enumerate(found):
        line, right = st.columns([9, 2], vertical_alignment="center")
        key = f"doubt-{kind.value}-{position}"
        texts = (
            saying.about(review, doubt),
            saying.quoted(review.mending, doubt),
            saying.outcome(review.mending, doubt),
        )
        line.button(in_one_line(*texts), key=key, type="tertiary", width="stretch", on_click=go_to, args=(doubt,))
        if may_stay and n > 1:
            label, given = saying.right(kind), (doubt,)
            right.button(label, key=f"right-{key}", type="tertiary", width="stretch", on_click=tick, args=given)


def _all_ongoing(found: Sequence[Doubt]) -> None:
    """Of what has a comment and no status one can say at once that it goes on; another one is chosen by the action."""
    change(Review.with_status, found, Status.ONGOING)
