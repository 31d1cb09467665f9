"""Nieuwe managementrespons: a document is read, mended beside its source, and stored after a yes."""

from datetime import date

import streamlit as st

from mrdb.domain.review import Review
from mrdb.store.database import Engine
from mrdb.text import new_response as words
from mrdb.views.review import current_review
from mrdb.views.review_doubts import show_doubts, to_do
from mrdb.views.review_fields import choose_part, show_fields
from mrdb.views.review_news import show_clash, show_name, watch
from mrdb.views.review_questions import choose_columns
from mrdb.views.review_source import show_source
from mrdb.views.review_start import show_unfinished, show_upload
from mrdb.views.review_store import chosen_revision, is_there, offer_to_store, show_stored
from mrdb.views.screen import screen
from mrdb.views.user import show_said


def show_review(database: Engine, review: Review, today: date) -> None:
    """What is doubtful, one part beside its source, and what storing will do: first of all once nothing is doubtful."""
    offer = chosen_revision(database, review)
    show_doubts(review)
    is_clear = not to_do(review)
    if is_clear:
        offer_to_store(database, review, offer, today)
    choose_part(review)
    source, fields = st.columns([5, 6], gap="large")
    with source:
        watch(database, review.token)
        show_source(review)
        choose_columns(review)
    with fields:
        show_fields(review)
    if not is_clear:
        offer_to_store(database, review, offer, today)


with screen() as (database, today):
    review = current_review()
    show_said()  # what a colleague did meanwhile
    if review is None:
        st.title(words.TITLE)
        show_stored(database)
        show_upload(database)
        show_unfinished(database)
    else:
        show_name(review)
        show_clash(review)
        if not is_there(database, review):
            show_review(database, review, today)
