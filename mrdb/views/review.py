"""A document under review, read from a file or a list: what was read, and what has been made of it since."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from secrets import token_hex
from typing import Any

import streamlit as st

from mrdb.domain.draft import Doubt, DraftAction, Place, ReadDocument
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.mending import Mending, doubts_by_part, part_at
from mrdb.reading.document import read_document
from mrdb.reading.phrases import redated, with_calendar, with_responsible
from mrdb.text import new_response as words
from mrdb.text.faults import sentence
from mrdb.views.pieces import DAY_FIELD, label_text
from mrdb.views.typed_text import kept, of_session

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


def show_upload() -> None:
    """Once the file is read, its review begins; a document without a date is asked for it."""
    st.write(words.UPLOAD_HELP)
    file = st.file_uploader(
        words.UPLOAD, type=["docx", "txt"], key=of_session("document"), label_visibility="collapsed"
    )
    if file is None:
        return
    stated = st.session_state.get(f"stated-{file.file_id}")
    try:
        with st.spinner(words.READING):
            document = read_document(file.getvalue(), name=file.name, stated_date=stated)
    except UnreadableUpload as error:
        if error.fault == FileFault.NO_DATE:
            _ask_date(f"stated-{file.file_id}")
        else:
            st.error(sentence(error))
    else:
        begin_review(document, file.name)
        st.rerun()


def _ask_date(key: str) -> None:
    st.subheader(words.WHICH_DATE)
    st.write(words.WHICH_DATE_WHY)
    place, _ = st.columns([1, 3])
    label = words.WHICH_DATE
    day = place.date_input(label, value=None, **DAY_FIELD, key=f"{key}-day", label_visibility="collapsed")
    take = partial(st.session_state.update, {key: day})
    st.button(words.READ_WITH_DATE, type="primary", disabled=day is None, on_click=take)


def show_name(review: Review) -> None:
    """Which document this is, beside the title, and the way to another one."""
    title, said, other = st.columns([4, 5, 2], vertical_alignment="center")
    title.title(words.TITLE)
    said.markdown(f"**{label_text(review.name)}**: {label_text(words.contents(review.mending.kept()))}")
    with other.popover(words.OTHER, width="stretch"):
        if review.is_mended:
            st.write(words.OTHER_WHY)
        st.button(words.OTHER_CONFIRM, key="other_document", on_click=end_review)


def begin_review(document: ReadDocument, name: str) -> None:
    """Puts a document before the user; one that was being reviewed gives way to it."""
    _keep(Review(document, name, Mending(document.draft), token_hex(16)))


def current_review() -> Review | None:
    """The one that this session has open, or that the session before had, as long as the server still has it."""
    if REVIEW not in st.session_state and (kept_one := _kept(st.session_state.get(TOKEN, ""))):
        [st.session_state[REVIEW]] = kept_one
    found = st.session_state.get(REVIEW)
    return found if isinstance(found, Review) else None


@st.cache_resource(show_spinner=False, max_entries=MOST_KEPT)
def _kept(token: str) -> list[Review]:  # noqa: ARG001, by which the cache tells them apart
    """The review of each tab: mending takes long, and a session ends with a reload or a laptop that falls asleep."""
    return []


def _keep(review: Review) -> None:
    st.session_state[REVIEW], st.session_state[TOKEN] = review, review.token
    _kept(review.token)[:] = [review]


def end_review() -> None:
    _kept(st.session_state.pop(TOKEN, "")).clear()
    st.session_state.pop(REVIEW, None)


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


def change(step: Callable[..., Mending], *given: object) -> None:
    """Keeps another state of the draft; called as the first thing of a run, so that no word waits for a widget."""
    if review := current_review():
        _keep(replace(review, mending=step(review.mending, *given)))


def mend(place: Place, field: str) -> None:
    """What was just typed or chosen in a field becomes the draft's; a calendar, a name or a date is read anew."""
    if review := current_review():
        key = review.key(place, field)
        value = st.session_state[key]
        if value is None and field == "date":
            st.session_state[key] = getattr(review.mending.at(place), field)  # emptied, it takes back what it had
            return
        if field in {"status", "acceptance"}:
            value = None if value == NO_CHOICE else value
        elif isinstance(value, str):
            value = " ".join(value.split()) if field in ONE_LINE else value.strip()
        change(_mended, place, field, value)


def _mended(mending: Mending, place: Place, field: str, value: Any) -> Mending:
    found = mending.at(place)
    if field == "date" and isinstance(value, date):
        return replace(mending, draft=redated(mending.draft, value))
    if isinstance(found, DraftAction) and field == "calendar":
        return mending.with_part(place, with_calendar(found, value, mending.draft.date))
    if isinstance(found, DraftAction) and field == "responsible":
        return mending.with_part(place, with_responsible(found, value))
    return mending.mended(place, **{field: value})
