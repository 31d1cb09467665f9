"""A document under review: what was read, and what has been made of it since; wherever it came from."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from secrets import token_hex
from typing import Any

import streamlit as st

from mrdb.domain.draft import Doubt, DraftAction, ReadDocument
from mrdb.domain.mending import Mending, Place, doubts_by_part, part_at
from mrdb.reading.phrases import redated, with_calendar, with_responsible
from mrdb.views.typed_text import kept

REVIEW = "review"
TOKEN = kept("review")
"""By what the tab remembers the review that it has open."""
MOST_KEPT = 40
ONE_LINE = {"subject", "title", "document_number", "sender", "recipient"}
NO_CHOICE = ""
"""What a widget holds for a status or an answer that the document does not state: None would be no choice at all."""


@dataclass(frozen=True, slots=True)
class Review:
    """``name`` is that of the file. ``token`` is in the keys of all widgets: no document gets the words of another;
    by it a new session of the same tab finds the review back. ``doubt`` is the position of the one that was clicked,
    ``jumps`` counts such clicks.
    """

    document: ReadDocument
    name: str
    mending: Mending
    token: str
    doubt: int | None = None
    jumps: int = 0

    @property
    def part_key(self) -> str:
        return f"review-part-{self.token}"

    @property
    def is_mended(self) -> bool:
        return self.mending != Mending(self.document.draft)

    def key(self, place: Place, field: str) -> str:
        at = "-".join("head" if position is None else str(position) for position in (place.part, place.action))
        return f"draft/{self.token}/{at}/{field}"


def begin_review(document: ReadDocument, name: str) -> None:
    """Puts a document before the user; one that was being reviewed gives way to it."""
    _keep(Review(document, name, Mending(document.draft), token_hex(16)))


def current_review() -> Review | None:
    """The one that this session has open, or that the session before had, as long as the server still has it."""
    found = st.session_state.get(REVIEW)
    if found is None and (found := _kept().get(st.session_state.get(TOKEN, ""))):
        st.session_state[REVIEW] = found
    return found if isinstance(found, Review) else None


@st.cache_resource(show_spinner=False)
def _kept() -> dict[str, Review]:
    """The reviews of all tabs: mending takes long, and a session ends with a reload or a laptop that falls asleep."""
    return {}


def _keep(review: Review) -> None:
    st.session_state[REVIEW], st.session_state[TOKEN] = review, review.token
    reviews = _kept()
    reviews.pop(review.token, None)
    reviews[review.token] = review
    while len(reviews) > MOST_KEPT:
        reviews.pop(next(iter(reviews)))


def end_review() -> None:
    _kept().pop(st.session_state.get(TOKEN, ""), None)
    for key in (REVIEW, TOKEN):
        st.session_state.pop(key, None)


def chosen_part(review: Review) -> int | None:
    """The position of the recommendation on screen; None for the head."""
    part = st.session_state.get(review.part_key)
    return part if isinstance(part, int) and part >= 0 else None


def show_part(review: Review, part: int | None) -> None:
    """A click on something that is elsewhere brings its part on screen."""
    st.session_state[review.part_key] = -1 if part is None else part


def current_doubt(review: Review) -> Doubt | None:
    """The doubt that was clicked, as long as its part is on screen; else the first one of that part."""
    doubts, part = review.document.doubts, chosen_part(review)
    if review.doubt is not None and part_at(review.document.source, doubts[review.doubt].line) == part:
        return doubts[review.doubt]
    return next(iter(doubts_by_part(doubts, review.document.source).get(part, ())), None)


def show_doubt(position: int) -> None:
    if review := current_review():
        _keep(replace(review, doubt=position, jumps=review.jumps + 1))
        show_part(review, part_at(review.document.source, review.document.doubts[position].line))


def change(step: Callable[[Mending], Mending]) -> None:
    """Keeps another state of the draft; called as the first thing of a run, so that no word waits for a widget."""
    if review := current_review():
        _keep(replace(review, mending=step(review.mending)))


def mend(place: Place, field: str) -> None:
    """What was just typed or chosen in a field becomes the draft's; a calendar, a name or a date is read anew."""
    if review := current_review():
        key = review.key(place, field)
        value = st.session_state[key]
        if value is None and field in {"date", "number"}:
            st.session_state[key] = getattr(review.mending.at(place), field)  # emptied, it takes back what it had
            return
        if field in {"status", "acceptance"}:
            value = None if value == NO_CHOICE else value
        if isinstance(value, str):
            value = " ".join(value.split()) if field in ONE_LINE else value.strip()
        change(lambda mending: _mended(mending, place, field, value))


def _mended(mending: Mending, place: Place, field: str, value: Any) -> Mending:
    found = mending.at(place)
    if field == "date" and isinstance(value, date):
        return replace(mending, draft=redated(mending.draft, value))
    if isinstance(found, DraftAction) and field == "calendar":
        return mending.with_part(place, with_calendar(found, value, mending.draft.date))
    if isinstance(found, DraftAction) and field == "responsible":
        return mending.with_part(place, with_responsible(found, value))
    return mending.mended(place, **{field: value})
