"""Storing a document that was reviewed: what still stands in the way, what will be stored, and the last question."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from mrdb.clock import now
from mrdb.domain.errors import Lack
from mrdb.domain.mending import Place, draft_lacks
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.importing import response_with, store_document
from mrdb.store.queries import management_responses
from mrdb.text import new_response as words
from mrdb.text.documents import document_names
from mrdb.text.labels import LACK
from mrdb.views.addresses import OVERVIEW, RECOMMENDATIONS
from mrdb.views.document import DOCUMENT
from mrdb.views.pieces import label_text
from mrdb.views.review import Review, end_review, show_part
from mrdb.views.user import confirmed_by, remember_user

STORED = "review_stored"
GO = ":material/arrow_forward:"


def show_stored(database: Engine) -> None:
    """Says once what was just stored, with the ways to it."""
    said, response_id = st.session_state.pop(STORED, ("", 0))
    if not said:
        return
    st.success(label_text(said))
    with st.container(horizontal=True):
        _link(database, response_id)
        st.page_link(OVERVIEW, label=words.TO_OVERVIEW, icon=GO)


def is_there(database: Engine, review: Review) -> bool:
    """Says so where these very bytes were stored before, with the way to the document."""
    with read_only(database) as session:
        response_id = response_with(session, review.document.draft.source_digest)
        known = {response.id: response for response in management_responses(session)}
    if response_id is None:
        return False
    st.info(words.already_there(known[response_id].date))
    _link(database, response_id)
    return True


def offer_to_store(database: Engine, review: Review, today: date) -> None:
    """What storing will do, and the last question; or what has to be mended first."""
    st.header(words.STORE, divider="gray")
    if lacks := draft_lacks(review.mending, today):
        show_lacks(review, lacks)
        return
    draft = review.mending.kept()
    st.write(label_text(words.summary(draft)))
    author = reviewed_by(review, words.CONFIRM)
    if not author:
        return
    with transaction(database) as session:
        added = store_document(session, draft, author=author, at=now(), source=review.name)
        response_id = response_with(session, draft.source_digest)
    if not added or response_id is None:
        st.warning(words.THERE_MEANWHILE)
        return
    finish(author, words.stored(draft), response_id)


def reviewed_by(review: Review, label: str) -> str:
    """Asks who stores it and whether the doubts were looked at; the name once that is all clicked, until then ""."""
    is_seen = not review.document.doubts or st.checkbox(words.DOUBTS_SEEN, key=f"review-seen-{review.token}")
    return confirmed_by(label, "store_document", lacks=[] if is_seen else [words.DOUBTS_FIRST])


def finish(author: str, said: str, response_id: int) -> None:
    """The review is over; the next run says what became of it."""
    remember_user(author)
    end_review()
    st.session_state[STORED] = (said, response_id)
    st.rerun()


def show_lacks(review: Review, lacks: Sequence[tuple[Place, Lack]]) -> None:
    """A click on the place of what is wanting brings it on screen."""
    st.warning(words.FIRST_MEND)
    for position, (at, lack) in enumerate(lacks):
        place, said = st.columns([1, 4], vertical_alignment="center")
        name = label_text(words.place_name(review.mending.draft, at))
        place.button(name, key=f"lack-{position}", width="stretch", on_click=show_part, args=(review, at.part))
        said.write(LACK[lack])


def _link(database: Engine, response_id: int) -> None:
    """To the document among those there are; with one document its page needs no name."""
    with read_only(database) as session:
        names = document_names(management_responses(session))
    parameters = {DOCUMENT: names[response_id]} if response_id in names else None
    st.page_link(RECOMMENDATIONS, label=words.TO_DOCUMENT, query_params=parameters, icon=GO)
