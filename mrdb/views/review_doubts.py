"""What is still to be looked at in a document under review: each kind once, with what was done and what to choose."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from mrdb.domain.draft import Choices, Doubt, DoubtKind, Place, ReadColumn, ReadStatus
from mrdb.domain.facts import Fact
from mrdb.domain.review import Review
from mrdb.domain.status import Acceptance
from mrdb.reading.review import asked_columns, asked_statuses, doubts_left
from mrdb.text import doubts as saying
from mrdb.text import new_response as words
from mrdb.text.labels import ACCEPTANCE, HEADING, STATUS
from mrdb.text.lexicon import COLUMNS, folded_heading
from mrdb.views.pieces import label_text
from mrdb.views.review import IN_GRID, NO_CHOICE, change, field_key, go_to, mend, say, tick

MOST = 200
"""Lines: more doubts than this are a document that could not be read; the others come as these are done."""
HEIGHT, LINE, TOP = 300, 46, 66
"""Pixels: of the list, what follows it has to stay in sight; of a line; and of the title of a kind."""
SIGNS = ("**", "", "*")
"""How a line tells the field, the words and what became of them apart."""
FACTS = (*COLUMNS, Fact.TITLE, Fact.ADVICE, Fact.ANSWER, Fact.ACCEPTANCE)
"""What a column of any document can hold."""


def to_do(review: Review) -> int:
    return len(doubts_left(review)) + len(asked_columns(review)) + len(asked_statuses(review))


def show_doubts(review: Review) -> None:
    """The one next step, and below it all that is doubtful, kind by kind."""
    left, columns, statuses = doubts_left(review), asked_columns(review), asked_statuses(review)
    if not (n := to_do(review)):
        st.success(words.NONE_LEFT if review.document.doubts else words.NO_DOUBTS)
    else:
        count, step = st.columns([3, 1], vertical_alignment="center")
        count.header(words.to_check(n))
        groups = {kind: found for kind in saying.TITLE if (found := [one for one in left if one.kind == kind])}
        if groups:
            first = next(iter(groups.values()))[0]
            step.button(
                words.TO_FIRST, type="primary", width="stretch", key="first_doubt", on_click=go_to, args=(first,)
            )
        kinds = len(groups) + bool(columns) + bool(statuses)
        with st.container(key="doubts", height=min(HEIGHT, 30 + TOP * kinds + LINE * n), border=True, gap="xxsmall"):
            _ask_columns(review, columns)
            _ask_statuses(review, statuses)
            for kind, found in groups.items():
                _show_kind(review, kind, found[:MOST])
    _ask_acceptance(review)


def _head(title: str, why: str, n: int) -> None:
    st.html(f'<p class="kind"><b>{escape(title)}</b> <span>{n}</span> {escape(why)}</p>')


def _show_kind(review: Review, kind: DoubtKind, found: Sequence[Doubt]) -> None:
    said, done = st.columns([9, 2], vertical_alignment="center")
    with said:
        _head(saying.TITLE[kind], saying.WAY[kind], len(found))
    label = saying.all_right(kind, len(found))
    done.button(label, key=f"all-{kind.value}", width="stretch", on_click=tick, args=tuple(found))
    for position, doubt in enumerate(found):
        texts = (saying.about(review, doubt), saying.quoted(doubt), saying.outcome(review.mending, doubt))
        label = " ".join(f"{sign}{label_text(text)}{sign}" for sign, text in zip(SIGNS, texts, strict=True) if text)
        line, right = st.columns([9, 2], vertical_alignment="center")
        key = f"doubt-{kind.value}-{position}"
        line.button(label, key=key, type="tertiary", on_click=go_to, args=(doubt,))
        if len(found) > 1:
            right.button(words.RIGHT, key=f"right-{key}", type="tertiary", on_click=tick, args=(doubt,))


def _ask_columns(review: Review, asked: Sequence[ReadColumn]) -> None:
    if not asked:
        return
    said, done = st.columns([9, 2], vertical_alignment="center")
    with said:
        _head(words.COLUMNS, words.COLUMNS_WHY, len(asked))
    as_read = Choices(columns={folded_heading(one.title): one.fact for one in asked})
    label = saying.all_right(DoubtKind.OWN_COLUMN, len(asked))
    done.button(label, key="all-columns", width="stretch", on_click=say, args=(as_read,))
    for one in asked:
        _choose_column(review, one)


def choose_columns(review: Review) -> None:
    """Every title of the tables, also those of which the reader is sure."""
    if review.document.columns:
        with st.popover(words.ALL_COLUMNS, type="tertiary"):
            st.caption(words.ALL_COLUMNS_WHY)
            for one in {folded_heading(one.title): one for one in review.document.columns}.values():
                _choose_column(review, one, "every-")


def _choose_column(review: Review, one: ReadColumn, where: str = "") -> None:
    key = folded_heading(one.title)
    spot = Doubt(one.line, DoubtKind.OWN_COLUMN, one.title)
    names: Mapping[Any, str] = {NO_CHOICE: words.OWN_COLUMN, **{fact: HEADING[fact] for fact in FACTS}}
    known = words.AS_LAST_TIME if key in review.recalled.columns and key not in review.said.columns else ""

    def chosen() -> None:
        say(Choices(columns={key: st.session_state[widget] or None}))

    widget = f"{where}column-{review.token}-{key}-{one.fact}"
    with st.container(horizontal=True, vertical_alignment="center"):
        label = f"**{label_text(one.title)}** {label_text(known)}"
        st.button(label, key=f"go-{widget}", type="tertiary", width="stretch", on_click=go_to, args=(spot,))
        options = list(names)
        st.selectbox(
            words.COLUMN_IS,
            options,
            index=options.index(one.fact or NO_CHOICE),
            format_func=names.__getitem__,
            key=widget,
            on_change=chosen,
            label_visibility="collapsed",
            width=380,
        )


def _ask_statuses(review: Review, asked: Sequence[ReadStatus]) -> None:
    if not asked:
        return
    said, done = st.columns([9, 2], vertical_alignment="center")
    with said:
        _head(saying.TITLE[DoubtKind.STATUS_NOT_KNOWN], saying.WAY[DoubtKind.STATUS_NOT_KNOWN], len(asked))
    as_read = Choices(statuses={folded_heading(one.words): one.status for one in asked})
    label = saying.all_right(DoubtKind.STATUS_NOT_KNOWN, len(asked))
    done.button(label, key="all-statuses", width="stretch", on_click=say, args=(as_read,))
    for one in asked:
        _choose_status(review, one)


def _choose_status(review: Review, one: ReadStatus) -> None:
    key = folded_heading(one.words)
    names: Mapping[Any, str] = {NO_CHOICE: words.NO_STATUS_WORDS, **STATUS}
    known = words.AS_LAST_TIME if key in review.recalled.statuses else ""

    def chosen() -> None:
        say(Choices(statuses={key: st.session_state[widget] or None}))

    widget = f"status-{review.token}-{key}-{one.status}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**‘{label_text(one.words)}’** {label_text(known)}", width="stretch")
        options = list(names)
        st.selectbox(
            words.WORDS_MEAN,
            options,
            index=options.index(one.status or NO_CHOICE),
            format_func=names.__getitem__,
            key=widget,
            on_change=chosen,
            label_visibility="collapsed",
            width=380,
        )


def _ask_acceptance(review: Review) -> None:
    """Offered, not asked: a document may leave it open, and so may its review."""
    open_ones = review.without_acceptance
    if not open_ones:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="acceptance"):
        said = f"**{words.without_acceptance(len(open_ones))}** {words.ACCEPTANCE_OPTIONAL}"
        st.markdown(said, width="stretch")
        step = Review.with_acceptance
        label = words.accept_all(len(open_ones))
        st.button(label, key="accept_all", on_click=change, args=(step, Acceptance.ACCEPTED))
        with st.popover(words.ACCEPTANCE_EACH):
            for place in open_ones:
                _ask_one_acceptance(review, place)


def _ask_one_acceptance(review: Review, place: Place) -> None:
    key = field_key(review.token, place, "acceptance") + IN_GRID
    st.segmented_control(
        label_text(saying.titled(review.mending.draft, place)),
        list(ACCEPTANCE),
        format_func=ACCEPTANCE.__getitem__,
        key=key,
        on_change=mend,
        args=(place, "acceptance", key),
    )
