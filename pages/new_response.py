"""Nieuwe managementrespons: a document is read, mended beside its source, and stored after a yes."""

import streamlit as st

from mrdb.views.document_upload import show_name, show_upload
from mrdb.views.review import current_review
from mrdb.views.review_fields import choose_part, show_fields
from mrdb.views.review_source import show_doubts, show_source
from mrdb.views.review_store import is_there, offer_to_store, show_stored
from mrdb.views.screen import screen

with screen() as (database, today):
    review = current_review()
    if review is None:
        show_upload()
        show_stored(database)
        st.stop()
    show_name(review)
    if is_there(database, review):
        st.stop()
    show_doubts(review)
    choose_part(review)
    source, fields = st.columns([5, 6], gap="large")
    with source:
        show_source(review)
    with fields:
        show_fields(review)
    offer_to_store(database, review, today)
