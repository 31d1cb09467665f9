"""Nieuwe managementrespons: a document is read, mended beside its source, and stored after a yes."""

from datetime import date

import streamlit as st

from mrdb.store.database import Engine
from mrdb.text import new_response as words
from mrdb.views.review import Review, current_review, show_name, show_upload
from mrdb.views.review_fields import choose_part, show_fields
from mrdb.views.review_source import show_doubts, show_source
from mrdb.views.review_store import chosen_revision, is_there, offer_to_store, show_stored
from mrdb.views.screen import screen


def show_review(database: Engine, review: Review, today: date) -> None:
    """The doubts, one part beside its source, and what storing will do."""
    offer = chosen_revision(database, review)
    show_doubts(review)
    choose_part(review)
    source, fields = st.columns([5, 6], gap="large")
    with source:
        show_source(review)
    with fields:
        show_fields(review)
    offer_to_store(database, review, offer, today)


with screen() as (database, today):
    review = current_review()
    if review is None:  # no st.stop(): it would keep the frame from finding back a review that a reload interrupted
        st.title(words.TITLE)
        show_stored(database)
        show_upload()
    else:
        show_name(review)
        if not is_there(database, review):
            show_review(database, review, today)
