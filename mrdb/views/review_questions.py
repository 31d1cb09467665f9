"""What is asked once for a whole document under review: its columns, its words for a status, what was accepted."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.draft import Choices, Doubt, DoubtKind, Place, ReadColumn, ReadStatus
from mrdb.domain.facts import Fact
from mrdb.domain.review import Review
from mrdb.domain.status import Acceptance, Status
from mrdb.text import doubts as saying
from mrdb.text import new_response as words
from mrdb.text.labels import ACCEPTANCE, HEADING, STATUS
from mrdb.text.lexicon import folded_heading
from mrdb.text.lexicon.names import COLUMNS
from mrdb.views.pieces import label_text
from mrdb.views.review import IN_GRID, NO_CHOICE, change, field_key, go_to, mend, say

FORMS = ("**{}**", ":small[{}]", "*{}*")
"""How a line tells what it is about, the words in the source, and what became of them apart."""
FACTS = (*COLUMNS, Fact.TITLE, Fact.ADVICE, Fact.ANSWER, Fact.ACCEPTANCE)
"""What a column of any document can hold."""
COLUMN_NAMES: Mapping[Any, str] = {NO_CHOICE: words.OWN_COLUMN, **{fact: HEADING[fact] for fact in FACTS}}
STATUS_NAMES: Mapping[Any, str] = {NO_CHOICE: words.NO_STATUS_WORDS, **STATUS}


def in_one_line(*texts: str) -> str:
    """The label of a line that can be clicked; every text may be empty."""
    return " ".join(form.format(label_text(text)) for form, text in zip(FORMS, texts, strict=True) if text)


def show_head(title: str, why: str, n: int, label: str, key: str, answer: Callable[..., None], *given: object) -> None:
    """One kind of doubt: what it is called, how many there are, and the button that answers all of them."""
    said, done = st.columns([9, 2], vertical_alignment="center")
    said.html(f'<p class="kind"><b>{escape(title)}</b> <span>{n}</span> {escape(why)}</p>')
    done.button(label, key=key, width="stretch", on_click=answer, args=given)


def ask_columns(review: Review, asked: Sequence[ReadColumn]) -> None:
    if asked:
        as_read = Choices(columns={folded_heading(one.title): one.fact for one in asked})
        label = saying.all_right(DoubtKind.OWN_COLUMN, len(asked))
        show_head(words.COLUMNS, words.COLUMNS_WHY, len(asked), label, "all-columns", say, as_read)
    for one in asked:
        _ask_column(review, one)


def choose_columns(review: Review) -> None:
    """Every title of the tables, also those of which the reader is sure."""
    if review.document.columns:
        with st.popover(words.ALL_COLUMNS, type="tertiary"):
            st.caption(words.ALL_COLUMNS_WHY)
            for one in {folded_heading(one.title): one for one in review.document.columns}.values():
                _choose(f"every-{_key(review, one)}", f"‘{one.title}’", COLUMN_NAMES, one.fact, partial(_is, one))


def _ask_column(review: Review, one: ReadColumn) -> None:
    key = folded_heading(one.title)
    is_recalled = key in review.recalled.columns and key not in review.said.columns
    texts = (f"‘{one.title}’", saying.examples(review.document.source, one), words.AS_LAST_TIME if is_recalled else "")
    spot = Doubt(one.line, DoubtKind.OWN_COLUMN, one.title)
    with _beside(_key(review, one), texts, spot):
        _choose(_key(review, one), texts[0], COLUMN_NAMES, one.fact, partial(_is, one), is_line=True)


def _key(review: Review, one: ReadColumn) -> str:
    """No words of people stand in a key: the style sheet might hear its own in them."""
    return f"column-{review.token}-{review.document.columns.index(one)}-{one.fact}"


def _is(one: ReadColumn, fact: Fact | None) -> Choices:
    return Choices(columns={folded_heading(one.title): fact})


def ask_statuses(review: Review, asked: Sequence[ReadStatus]) -> None:
    if asked:
        as_read = Choices(statuses={folded_heading(one.words): one.status for one in asked})
        kind, n = DoubtKind.STATUS_NOT_KNOWN, len(asked)
        show_head(saying.TITLE[kind], saying.WAY[kind], n, saying.all_right(kind, n), "all-statuses", say, as_read)
    for one in asked:
        _ask_status(review, one)


def _ask_status(review: Review, one: ReadStatus) -> None:
    key = folded_heading(one.words)
    texts = (f"‘{one.words}’", "", words.AS_LAST_TIME if key in review.recalled.statuses else "")
    stands = [doubt for doubt in review.document.doubts if folded_heading(doubt.found) == key]
    spot = stands[0] if stands else Doubt(1, DoubtKind.STATUS_NOT_KNOWN, one.words)
    widget = f"status-{review.token}-{review.document.statuses.index(one)}-{one.status}"
    with _beside(widget, texts, spot):
        means = partial(_means, one)
        _choose(widget, texts[0], STATUS_NAMES, one.status, means, is_line=True)


def _means(one: ReadStatus, status: Status | None) -> Choices:
    return Choices(statuses={folded_heading(one.words): status})


def _beside(key: str, texts: tuple[str, str, str], spot: Doubt) -> DeltaGenerator:
    """A title or word to click, which shows where it stands; returns the place for the choice of what it means."""
    said, choice = st.columns([7, 4], vertical_alignment="center")
    label = in_one_line(*texts)
    said.button(label, key=f"doubt-{key}", type="tertiary", width="stretch", on_click=go_to, args=(spot,))
    return choice


def _choose(
    key: str,
    label: str,
    names: Mapping[Any, str],
    now: object,
    choice: Callable[[Any], Choices],
    *,
    is_line: bool = False,
) -> None:
    """The document is read again with what is chosen."""
    options = list(names)
    st.selectbox(
        label_text(label),
        options,
        index=options.index(now) if now in options else 0,
        format_func=names.__getitem__,
        key=key,
        on_change=lambda: say(choice(st.session_state[key] or None)),
        label_visibility="collapsed" if is_line else "visible",
    )


def ask_acceptance(review: Review) -> None:
    """Offered, not asked: a document may leave it open, and so may its review."""
    left = review.without_acceptance
    if not left:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="acceptance"):
        st.markdown(f"**{words.without_acceptance(len(left))}** {words.ACCEPTANCE_OPTIONAL}", width="stretch")
        step, label = Review.with_acceptance, words.accept_all(len(left))
        st.button(label, key="accept_all", on_click=change, args=(step, Acceptance.ACCEPTED))
        with st.popover(words.ACCEPTANCE_EACH):
            for place in left:
                _ask_one_acceptance(review, place)


def _ask_one_acceptance(review: Review, place: Place) -> None:
    key = field_key(review.token, place, "acceptance") + IN_GRID
    label = label_text(saying.titled(review.mending.draft, place))
    options = list(ACCEPTANCE)
    given = (place, "acceptance", key)
    st.segmented_control(label, options, format_func=ACCEPTANCE.__getitem__, key=key, on_change=mend, args=given)
