"""Nieuwe managementrespons: a document is read, mended beside its source, and stored after a yes."""

import streamlit as st

from mrdb.text import new_response as words
from mrdb.views.document_upload import show_name, show_upload
from mrdb.views.review import current_review
from mrdb.views.review_fields import choose_part, show_fields
from mrdb.views.review_revision import chosen_response, offer_to_update
from mrdb.views.review_source import show_doubts, show_source
from mrdb.views.review_store import is_there, offer_to_store, show_stored
from mrdb.views.screen import screen

with screen() as (database, today):
    review = current_review()
    if review is None:
        st.title(words.TITLE)
        show_stored(database)
        show_upload()
        st.stop()
    show_name(review)
    if is_there(database, review):
        st.stop()
    response = chosen_response(database, review)
    show_doubts(review)
    choose_part(review)
    source, fields = st.columns([5, 6], gap="large")
    with source:
        show_source(review)
    with fields:
        show_fields(review)
    if response is None:
        offer_to_store(database, review, today)
    else:
        offer_to_update(database, review, response, today)
