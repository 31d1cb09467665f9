"""The document that this session has under review: it lives in the database, so that nothing but a person ends it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from mrdb.clock import now
from mrdb.domain.draft import Choices, Doubt, DoubtKind, DraftAction, Place
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Mending
from mrdb.domain.review import Review
from mrdb.reading.phrases import redated, with_calendar, with_responsible
from mrdb.reading.review import as_bytes, doubts_left, of_bytes, read_again, with_reading
from mrdb.store.database import read_only
from mrdb.store.reviews import change_review, file_of, forget_review, keep_review, state_of, unfinished
from mrdb.text import new_response as words
from mrdb.views.data import database
from mrdb.views.typed_text import NOW, kept
from mrdb.views.user import PROBLEM, SAID, author, faults_told_next, writing

REVIEW, CLASH, SPOT, JUMPS = "review", "review_clash", "review_spot", "review_jumps"
TOKEN = kept("review")
"""By what the tab remembers the review that it has open."""
ONE_LINE = {"subject", "title", "document_number", "sender", "recipient"}
NO_CHOICE = ""
"""What a widget holds for a status or an answer that the document does not state: None would be no choice at all."""
CHOICES = {"status", "acceptance", Fact.RECOMMENDATION.value}
LETTERS = re.compile(rf"{NOW}draft-(?P<token>\w+)-(?P<part>head|\d+)-(?P<action>head|\d+)-(?P<attribute>\w+)")
IN_GRID = "-grid"
"""How the key of a field ends where it stands among those of all recommendations."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What somebody typed in a field that somebody else changed meanwhile; without a place the field is no more."""

    place: Place | None
    attribute: str
    typed: Any


def begin_review(review: Review, data: bytes) -> None:
    """Puts a document before the user, as it was left where it is there already; by ``data`` it can be read again."""
    with writing(database()) as session:
        if unfinished(session, review.token):
            st.session_state[SAID] = words.GOES_ON
        else:
            keep_review(session, review.token, review.name, data, as_bytes(review), author=author(), at=now())
    go_on_with(review.token)


def go_on_with(token: str) -> None:
    leave()
    st.session_state[TOKEN] = token


def throw_away(token: str) -> None:
    with faults_told_next():
        with writing(database()) as session:
            forget_review(session, token)
        forget_fields(token)


def leave() -> None:
    forget_fields(str(st.session_state.get(TOKEN)))
    for key in (TOKEN, REVIEW, CLASH, SPOT, JUMPS):
        st.session_state.pop(key, None)


def current_review() -> Review | None:
    """The one that this tab has open, as it is now: a colleague may work on it too, or have ended it."""
    token = st.session_state.get(TOKEN)
    if not isinstance(token, str) or not token:
        return None
    seen = _on_screen()
    with read_only(database()) as session:
        there, state = unfinished(session, token), None
        if there and seen and seen[0] == there[0].version:
            return seen[1]
        state = state_of(session, token)
    if not there or state is None:
        leave()
        if seen:
            st.session_state[PROBLEM] = words.GONE
        return None
    try:
        review, version = of_bytes(state), there[0].version
    except ValueError:
        leave()
        st.session_state[PROBLEM] = words.OF_OLDER_RELEASE
        return None
    if not seen and _with_letters(review) != review:
        _write(token, _with_letters)
        return current_review()
    if seen:
        st.session_state[SAID] = words.worked_on_by(there[0].author)
        forget_fields(token)
    st.session_state[REVIEW] = (version, review)
    return review


def _on_screen() -> tuple[int, Review] | None:
    """The version that was drawn last, and what it held."""
    match st.session_state.get(REVIEW):
        case (int(version), Review() as review) if review.token == st.session_state.get(TOKEN):
            return version, review
    return None


def version_on_screen() -> int | None:
    seen = _on_screen()
    return seen[0] if seen else None


def forget_fields(token: str) -> None:
    """They take what the draft holds, which somebody else changed."""
    for key in [str(key) for key in st.session_state if f"draft-{token}-" in str(key)]:
        del st.session_state[key]


def change(step: Callable[..., Review], *given: object) -> None:
    """Keeps another state of the review; called as the first thing of a run, so that no word waits for a widget."""
    with faults_told_next():
        if review := current_review():
            _write(review.token, step, *given)


def _write(token: str, step: Callable[..., Review], *given: object) -> None:
    """On what is there by now: where it is gone the next run says so."""
    with writing(database()) as session:
        state = state_of(session, token, alone=True)
        if state is None:
            return
        before = of_bytes(state)
        after = step(before, *given)
        if after is before:
            return
        version = change_review(session, token, as_bytes(after), author=author(), at=now())
    st.session_state[REVIEW] = (version, after)


def change_draft(step: Callable[..., Mending], *given: object) -> None:
    change(lambda review: replace(review, mending=step(review.mending, *given)))


def say(said: Choices) -> None:
    """The document is read again with what somebody chose for its titles or its status words."""
    with faults_told_next():
        if review := current_review():
            with read_only(database()) as session:
                data = file_of(session, review.token) or b""
            _write(review.token, with_reading, read_again(review, data, said), said)
            forget_fields(review.token)


def tick(*doubts: Doubt) -> None:
    """They are right as they are."""
    change(Review.ticked, doubts)


def tick_and_go_on(doubt: Doubt) -> None:
    """To the one after it."""
    if review := current_review():
        left = doubts_left(review)
        after = left[left.index(doubt) + 1 :] if doubt in left else ()
        tick(doubt)
        if others := (*after, *(one for one in left if one != doubt)):
            go_to(others[0])


def field_key(token: str, place: Place, attribute: str) -> str:
    """A text is stored when it is left: the tab keeps what is typed until then."""
    at = "-".join("head" if position is None else str(position) for position in (place.part, place.action))
    key = f"draft-{token}-{at}-{attribute}"
    return key if attribute in CHOICES else kept(f"now-{key}")


def _with_letters(review: Review) -> Review:
    """With what was typed when the server stopped or the page was loaded anew: the field had not been left yet."""
    for key, value in st.session_state.to_dict().items():
        if isinstance(value, str) and (found := LETTERS.fullmatch(str(key))) and found["token"] == review.token:
            part, action = (None if at == "head" else int(at) for at in (found["part"], found["action"]))
            if review.has(Place(part, action)):
                review = with_field(
                    review, Place(part, action), found["attribute"], _cleaned(found["attribute"], value)
                )
    return review


def part_key(token: str) -> str:
    return kept(f"review-part-{token}")


def chosen_part(review: Review) -> int | None:
    """The position of the recommendation on screen; None for the head."""
    part = st.session_state.get(part_key(review.token))
    return part - 1 if isinstance(part, int) and 0 < part <= len(review.mending.draft.recommendations) else None


def show_part(review: Review, part: int | None) -> None:
    """A click on something that is elsewhere brings its part on screen."""
    st.session_state[part_key(review.token)] = 0 if part is None else part + 1


def go_to(spot: Doubt) -> None:
    """Brings the line of the source and the field that it is about on screen."""
    if review := current_review():
        st.session_state[SPOT] = spot
        st.session_state[JUMPS] = st.session_state.get(JUMPS, 0) + 1
        show_part(review, review.part_of(spot))


def spot_of(review: Review, place: Place, fact: Fact | None) -> Doubt:
    """A field that somebody wants to see, beside the line at which its part begins."""
    starts = review.document.source.starts
    line = starts[place.part] if place.part is not None and place.part < len(starts) else 1
    return Doubt(line, DoubtKind.MISSING_FIELD, "", place, fact)


def is_under_way() -> bool:
    """Whether somebody began to go from one doubt to the next."""
    return JUMPS in st.session_state


def current_spot(review: Review) -> Doubt | None:
    """What was clicked, as long as its part is on screen; else the first open doubt of that part."""
    part, spot = chosen_part(review), st.session_state.get(SPOT)
    if isinstance(spot, Doubt) and review.part_of(spot) == part:
        return spot
    return next((doubt for doubt in doubts_left(review) if review.part_of(doubt) == part), None)


def mend(place: Place, attribute: str, key: str) -> None:
    """What was just typed or chosen in a field becomes the draft's; a calendar, a name or a date is read anew."""
    value, seen = st.session_state[key], _on_screen()
    if seen is None:
        return
    if value is None and attribute == "date":
        st.session_state[key] = getattr(seen[1].mending.at(place), attribute)  # emptied, it takes back what it had
        return
    value = _cleaned(attribute, value)
    for twin in {key.removesuffix(IN_GRID), key.removesuffix(IN_GRID) + IN_GRID} - {key}:
        st.session_state.pop(twin, None)
    change(_typed, seen[1], place, attribute, value)


def _cleaned(attribute: str, value: Any) -> Any:
    if attribute in CHOICES:
        return None if value == NO_CHOICE else value
    if not isinstance(value, str):
        return value
    return " ".join(value.split()) if attribute in ONE_LINE else value.strip()


def _typed(review: Review, seen: Review, place: Place, attribute: str, value: Any) -> Review:
    """Unless somebody else wrote in the same field since it was on screen: then the user is asked."""
    if review.document.draft != seen.document.draft:
        st.session_state[CLASH] = Clash(None, attribute, value)
        return review
    there = getattr(review.mending.at(place), attribute)
    if there not in (getattr(seen.mending.at(place), attribute), value):
        st.session_state[CLASH] = Clash(place, attribute, value)
        return review
    return with_field(review, place, attribute, value)


def with_field(review: Review, place: Place, attribute: str, value: Any) -> Review:
    return review.mended(_mended(review.mending, place, attribute, value), place, attribute)


def _mended(mending: Mending, place: Place, attribute: str, value: Any) -> Mending:
    found = mending.at(place)
    if attribute == "date" and isinstance(value, date):
        return replace(mending, draft=redated(mending.draft, value))
    if isinstance(found, DraftAction) and attribute == "calendar":
        return mending.with_part(place, with_calendar(found, value, mending.draft.date))
    if isinstance(found, DraftAction) and attribute == "responsible":
        return mending.with_part(place, with_responsible(found, value))
    return mending.mended(place, **{attribute: value})
