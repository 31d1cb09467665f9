"""The fields of a document under review: each can be mended, and what is typed is kept before anything reruns."""

from html import escape
from typing import Any, Literal

import streamlit as st

from mrdb.domain.draft import DraftAction, DraftRecommendation
from mrdb.domain.mending import HEAD, Mending, Place, doubts_by_part
from mrdb.domain.status import Acceptance, Status
from mrdb.text import labels, nl
from mrdb.text import new_response as words
from mrdb.views.pieces import label_text
from mrdb.views.review import NO_CHOICE, Review, change, chosen_part, mend

DATES = "DD-MM-YYYY"
ACCEPTANCES: tuple[Acceptance | str, ...] = (NO_CHOICE, *Acceptance)
STATUSES: tuple[Status | str, ...] = (NO_CHOICE, *Status)
LONG, MANY = 260, 600
"""Pixels of a field that holds a long text, and from how many characters on a text is long."""
Height = int | Literal["content"]
"""Of a field of several lines: pixels, or as much as it holds."""


def choose_part(review: Review) -> None:
    """The head and the recommendations by their numbers, each with how many doubts it has."""
    draft, doubts = review.mending.draft, doubts_by_part(review.document.doubts, review.document.source)
    st.session_state.setdefault(review.part_key, -1)

    def label(position: int) -> str:
        part = None if position < 0 else position
        name = words.HEAD if part is None else str(draft.recommendations[part].number)
        name = name if review.mending.is_kept(Place(part)) else f"~~{name}~~"
        return f"{name} :orange-badge[{len(doubts[part])}]" if part in doubts else name

    with st.container(key="part"):
        options = range(-1, len(draft.recommendations))
        st.segmented_control(words.PART, options, format_func=label, required=True, key=review.part_key)


def show_fields(review: Review) -> None:
    part = chosen_part(review)
    if part is None:
        st.subheader(words.HEAD_FIELDS)
        _show_head(review)
    elif review.mending.is_kept(Place(part)):
        _show_recommendation(review, Place(part), review.mending.draft.recommendations[part])
    else:
        _show_left_out(review, Place(part))


def _show_head(review: Review) -> None:
    _text(review, HEAD, "subject", words.SUBJECT, height="content")
    day, number = st.columns(2)
    with day:
        st.date_input(nl.DATE, format=DATES, **_bound(review, HEAD, "date"))
    with number:
        _text(review, HEAD, "document_number", nl.DOCUMENT_NUMBER)
    sender, recipient = st.columns(2)
    with sender:
        _text(review, HEAD, "sender", nl.FROM)
    with recipient:
        _text(review, HEAD, "recipient", nl.TO)
    _text(review, HEAD, "context", nl.CONTEXT, height=LONG)


def _show_recommendation(review: Review, place: Place, part: DraftRecommendation) -> None:
    name, out = st.columns([3, 2], vertical_alignment="center")
    name.subheader(words.place_name(review.mending.draft, place))
    with out:
        _offer_to_leave_out(place, words.LEAVE_OUT_PART)
    number, title = st.columns([1, 5])
    with number:
        st.number_input(words.NUMBER, min_value=1, max_value=9999, step=1, **_bound(review, place, "number"))
    with title:
        _text(review, place, "title", words.PART_TITLE, height="content")
    _text(review, place, "text", words.PART_TEXT, height=LONG)
    _text(review, place, "answer", nl.ANSWER, height=LONG)
    st.selectbox(words.ACCEPTANCE, ACCEPTANCES, format_func=_acceptance, **_bound(review, place, "acceptance"))
    if part.acceptance is not None and part.acceptance.wants_reason:
        _text(review, place, "acceptance_reason", words.ACCEPTANCE_REASON)
    st.subheader(words.ACTIONS)
    for position, action in enumerate(part.actions):
        at = Place(place.part, position)
        if review.mending.is_kept(at):
            _show_action(review, at, action)
        else:
            _show_left_out(review, at)
    st.button(
        words.ADD_ACTION, key=f"add-{place.part}", on_click=change, args=(lambda m: m.with_new_action(place.part),)
    )


def _show_action(review: Review, place: Place, action: DraftAction) -> None:
    with st.container(border=True, key=f"draft-action-{place.part}-{place.action}"):
        number, text = st.columns([1, 5])
        with number:
            _text(review, place, "number", words.NUMBER)
        with text:
            _text(review, place, "text", words.ACTION_TEXT, height="content")
        calendar, responsible = st.columns(2)
        with calendar:
            _text(review, place, "calendar", words.CALENDAR, height="content")
            st.html(_milestones(action))
        with responsible:
            _text(review, place, "responsible", nl.COLUMNS["responsible"], height="content")
            st.html(_read_as([f"<b>{escape(name)}</b>" for name in action.responsibles] or [escape(words.NO_NAMES)]))
        status, comment = st.columns(2)
        with status:
            st.selectbox(words.STATUS, STATUSES, format_func=_status, **_bound(review, place, "status"))
        with comment:
            _text(review, place, "comment", nl.COMMENT, height="content")
        _offer_to_leave_out(place, words.LEAVE_OUT_ACTION)


def _offer_to_leave_out(place: Place, label: str) -> None:
    with st.container(horizontal=True, horizontal_alignment="right"):
        key = f"out-{place.part}-{place.action}"
        st.button(label, key=key, type="tertiary", on_click=change, args=(lambda mending: mending.without(place),))


def _show_left_out(review: Review, place: Place) -> None:
    said, back = st.columns([3, 2], vertical_alignment="center")
    said.markdown(f":gray[{label_text(words.left_out(words.place_name(review.mending.draft, place)))}]")
    back.button(
        words.TAKE_IN,
        key=f"in-{place.part}-{place.action}",
        on_click=change,
        args=(lambda mending: mending.again_with(place),),
    )


def _text(
    review: Review, place: Place, field: str, label: str, *, height: int | Literal["content"] | None = None
) -> None:
    bound = _bound(review, place, field)
    if height is None:
        st.text_input(label, **bound)
    else:
        was_read = str(getattr(Mending(review.document.draft).at(place), field)) if height == LONG else ""
        tall: Height = "content" if len(was_read) < MANY else LONG  # not what is typed: the field would jump
        st.text_area(label, height=tall, help=words.LONG_TEXT_HELP if height == LONG else None, **bound)


def _bound(review: Review, place: Place, field: str) -> dict[str, Any]:
    """What ties a widget to its field: it shows the draft's value, and each change goes into the draft at once."""
    key = review.key(place, field)
    value = getattr(review.mending.at(place), field)
    st.session_state.setdefault(key, NO_CHOICE if value is None else value)
    return {"key": key, "on_change": mend, "args": (place, field)}


def _milestones(action: DraftAction) -> str:
    if not action.milestones:
        return f'<p class="quiet read">{escape(words.NO_CALENDAR)}</p>'
    said = [words.milestone_words(milestone) for milestone in action.milestones]
    return _read_as([f"<b>{escape(day)}</b> {escape(about)}" for day, about in said])


def _read_as(items: list[str]) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f'<div class="read"><p class="quiet">{escape(words.READ_AS)}</p><ul>{rows}</ul></div>'


def _acceptance(choice: Acceptance | str) -> str:
    return labels.ACCEPTANCE[choice] if isinstance(choice, Acceptance) else words.NO_ACCEPTANCE


def _status(choice: Status | str) -> str:
    return labels.STATUS[choice] if isinstance(choice, Status) else words.NO_STATUS
