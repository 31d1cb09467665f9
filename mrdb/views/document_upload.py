"""Choosing one document and having it read; a document without a date is asked for it."""

from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.document import read_document
from mrdb.text import new_response as words
from mrdb.text.faults import sentence
from mrdb.views.pieces import label_text
from mrdb.views.review import Review, begin_review, end_review
from mrdb.views.review_fields import DATES


def show_upload() -> None:
    """Once the file is read, its review begins."""
    st.write(words.UPLOAD_HELP)
    file = st.file_uploader(words.UPLOAD, type=["docx", "txt"], label_visibility="collapsed")
    if file is not None:
        _read(file, None)


def _read(file: UploadedFile, stated: date | None) -> None:
    try:
        with st.spinner(words.READING):
            document = read_document(file.getvalue(), name=file.name, stated_date=stated)
    except UnreadableUpload as error:
        if error.fault == FileFault.NO_DATE:
            _ask_date(file)
        else:
            st.error(sentence(error))
    else:
        begin_review(document, file.name)
        st.rerun()


def _ask_date(file: UploadedFile) -> None:
    st.subheader(words.WHICH_DATE)
    st.write(words.WHICH_DATE_WHY)
    place, _ = st.columns([1, 3])
    key = f"stated-date-{file.file_id}"
    day = place.date_input(words.WHICH_DATE, value=None, format=DATES, key=key, label_visibility="collapsed")
    if st.button(words.READ_WITH_DATE, type="primary", disabled=day is None) and day is not None:
        _read(file, day)


def show_name(review: Review) -> None:
    """Which document this is, beside the title, and the way to another one."""
    title, said, other = st.columns([4, 5, 2], vertical_alignment="center")
    title.title(words.TITLE)
    said.markdown(f"**{label_text(review.name)}**: {label_text(words.contents(review.mending.kept()))}")
    with other.popover(words.OTHER, width="stretch"):
        if review.is_mended:
            st.write(words.OTHER_WHY)
        st.button(words.OTHER_CONFIRM, key="other_document", on_click=end_review)
