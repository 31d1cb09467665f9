"""The fields of a document under review: each can be mended, and what is typed is kept before anything reruns."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from html import escape
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.draft import HEAD, DoubtKind, DraftAction, DraftRecommendation, Place
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Mending
from mrdb.domain.review import Review
from mrdb.reading.review import doubts_left
from mrdb.text import new_response as words
from mrdb.text import nl
from mrdb.text.doubts import HEAD as HEAD_NAME
from mrdb.text.doubts import NO_NAMES, place_name, titled
from mrdb.text.labels import ACCEPTANCE, HEADING, STATUS
from mrdb.views.pieces import DAY_FIELD, label_text
from mrdb.views.review import NO_CHOICE, change, change_draft, chosen_part, field_key, mend, part_key, show_part
from mrdb.views.review_source import mark_fields

SMALL = {Fact.DOCUMENT_NUMBER, Fact.SENDER, Fact.RECIPIENT, Fact.NUMBER}
LONG = {Fact.CONTEXT, Fact.ADVICE, Fact.ANSWER}
HIGH, MANY = 260, 600
"""Pixels of a field that holds a long text, and from how many characters on a text is long."""


def choose_part(review: Review) -> None:
    """The head and the recommendations by their numbers, each with how many doubts it has."""
    draft, doubts = review.mending.draft, Counter(map(review.part_of, doubts_left(review)))
    st.session_state.setdefault(part_key(review.token), 0)

    def label(position: int) -> str:
        part = position - 1 if position else None
        name = HEAD_NAME if part is None else label_text(draft.recommendations[part].number)
        name = name if review.mending.is_kept(Place(part)) else f"~~{name}~~"
        return f"{name} :orange-badge[{doubts[part]}]" if part in doubts else name

    with st.container(key="part"):
        options = range(len(draft.recommendations) + 1)
        st.segmented_control(words.PART, options, format_func=label, required=True, key=part_key(review.token))


def show_fields(review: Review) -> None:
    part = chosen_part(review)
    mark_fields(review)
    if part is None:
        st.subheader(words.HEAD_FIELDS)
        _show_head(review)
    elif review.mending.is_kept(Place(part)):
        _show_recommendation(review, Place(part), review.mending.draft.recommendations[part])
    else:
        _show_left_out(review, Place(part))


def _show_head(review: Review) -> None:
    show = partial(_show_text, review, HEAD)
    show(Fact.SUBJECT)
    day, number = st.columns(2)
    day.date_input(nl.DATE, **DAY_FIELD, **_bound(review, HEAD, "date"))
    show(Fact.DOCUMENT_NUMBER, number)
    sender, recipient = st.columns(2)
    show(Fact.SENDER, sender)
    show(Fact.RECIPIENT, recipient)
    show(Fact.CONTEXT)


def _show_recommendation(review: Review, place: Place, part: DraftRecommendation) -> None:
    show = partial(_show_text, review, place)
    name, out = st.columns([3, 2], vertical_alignment="center")
    name.subheader(label_text(place_name(review.mending.draft, place)))
    with out:
        _offer_to_leave_out(place, words.LEAVE_OUT_PART)
    number, title = st.columns([1, 5])
    show(Fact.NUMBER, number)
    show(Fact.TITLE, title)
    show(Fact.ADVICE)
    show(Fact.ANSWER)
    _choose(review, place, Fact.ACCEPTANCE, words.ACCEPTANCE, {NO_CHOICE: words.NO_ACCEPTANCE, **ACCEPTANCE})
    if part.acceptance is not None and part.acceptance.wants_reason:
        st.text_input(words.ACCEPTANCE_REASON, **_bound(review, place, "acceptance_reason"))
    st.subheader(nl.TOTAL)
    for position, action in enumerate(part.actions):
        below = Place(place.part, position)
        if review.mending.is_kept(below):
            _show_action(review, below, action)
        else:
            _show_left_out(review, below)
    step = Mending.with_new_action
    st.button(words.ADD_ACTION, key=f"add-{place.part}", on_click=change_draft, args=(step, place.part))


def _show_action(review: Review, place: Place, action: DraftAction) -> None:
    show = partial(_show_text, review, place)
    with st.container(border=True, key=f"draft-action-{place.part}-{place.action}"):
        if any(doubt.at == place and doubt.kind == DoubtKind.NOT_LINKED for doubt in review.open_doubts):
            _choose_recommendation(review, place)
        number, text = st.columns([1, 5])
        show(Fact.NUMBER, number)
        show(Fact.ACTION_TEXT, text)
        calendar, responsible = st.columns(2)
        show(Fact.CALENDAR, calendar)
        calendar.html(_milestones(action))
        show(Fact.RESPONSIBLE, responsible)
        names = [f"<b>{escape(name)}</b>" for name in action.responsibles] or [escape(NO_NAMES)]
        responsible.html(_read_as(names))
        status, comment = st.columns(2)
        with status:
            _choose(review, place, Fact.STATUS, words.STATUS, {NO_CHOICE: words.NO_STATUS, **STATUS})
        show(Fact.COMMENT, comment)
        _offer_to_leave_out(place, words.LEAVE_OUT_ACTION)


def _choose_recommendation(review: Review, place: Place) -> None:
    """Where nothing says to which one the action belongs; the part to which it goes comes on screen with it."""

    def chosen() -> None:
        part = st.session_state[key]
        if part != place.part:
            change(Review.moved, place, part)
            show_part(review, part)

    key = field_key(review.token, place, Fact.RECOMMENDATION.value)
    names = {at.part: titled(review.mending.draft, at) for at, _ in review.mending.parts()}
    st.selectbox(
        words.BELONGS_TO,
        list(names),
        index=list(names).index(place.part),
        format_func=names.__getitem__,
        key=key,
        on_change=chosen,
    )


def _show_text(review: Review, place: Place, fact: Fact, column: DeltaGenerator | None = None) -> None:
    column, bound = column or st.container(), _bound(review, place, fact.attribute)
    if fact in SMALL:
        column.text_input(HEADING[fact], **bound)
    elif fact in LONG:
        was_read = getattr(Mending(review.document.draft).at(place), fact.attribute)
        height: int | Literal["content"] = HIGH if len(was_read) >= MANY else "content"
        # not by what is typed: the field would jump
        column.text_area(HEADING[fact], height=height, help=words.LONG_TEXT_HELP, **bound)
    else:
        column.text_area(HEADING[fact], height="content", **bound)


def _choose(review: Review, place: Place, fact: Fact, label: str, names: Mapping[Any, str]) -> None:
    st.selectbox(label, list(names), format_func=names.__getitem__, **_bound(review, place, fact.attribute))


def _bound(review: Review, place: Place, field: str) -> dict[str, Any]:
    """What ties a widget to its field: it shows the draft's value, and each change goes into the draft at once."""
    key, value = field_key(review.token, place, field), getattr(review.mending.at(place), field)
    st.session_state.setdefault(key, NO_CHOICE if value is None else value)
    return {"key": key, "on_change": mend, "args": (place, field, key)}


def _offer_to_leave_out(place: Place, label: str) -> None:
    with st.container(horizontal=True, horizontal_alignment="right"):
        key = f"out-{place.part}-{place.action}"
        st.button(label, key=key, type="tertiary", on_click=change_draft, args=(Mending.without, place))


def _show_left_out(review: Review, place: Place) -> None:
    said, back = st.columns([3, 2], vertical_alignment="center")
    said.markdown(f":gray[{label_text(words.left_out(place_name(review.mending.draft, place)))}]")
    key = f"in-{place.part}-{place.action}"
    back.button(words.TAKE_IN, key=key, on_click=change_draft, args=(Mending.again_with, place))


def _milestones(action: DraftAction) -> str:
    if not action.milestones:
        return f'<p class="quiet read">{escape(words.NO_CALENDAR)}</p>'
    said = [words.milestone_words(milestone) for milestone in action.milestones]
    return _read_as([f"<b>{escape(day)}</b> {escape(about)}" for day, about in said])


def _read_as(items: list[str]) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f'<div class="read"><p class="quiet">{escape(words.READ_AS)}</p><ul>{rows}</ul></div>'
