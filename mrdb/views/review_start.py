"""Where a review begins: a file is handed in, or one goes on with what was left unfinished."""

from contextlib import suppress
from functools import partial

import streamlit as st

from mrdb.clock import now
from mrdb.domain.errors import FileFault, OnlyLooking, UnreadableUpload
from mrdb.reading.kinds import FileKind
from mrdb.reading.review import begun
from mrdb.store.database import Engine, read_only
from mrdb.store.reviews import KEPT_FOR, Unfinished, forget_old, known_words, unfinished
from mrdb.text import new_response as words
from mrdb.views.addresses import EXCHANGE
from mrdb.views.pieces import DAY_FIELD, label_text
from mrdb.views.review import begin_review, go_on_with, throw_away
from mrdb.views.typed_text import of_session
from mrdb.views.user import tell_fault, writing

KINDS = [kind.value for kind in FileKind]
WIDE = 460
"""Pixels of every button with a name, so that what stands behind them is a column."""


def show_upload(database: Engine) -> None:
    """Once the file is read, its review begins; a document without a date is asked for it."""
    st.write(words.UPLOAD_HELP)
    file = st.file_uploader(words.UPLOAD, type=KINDS, key=of_session("document"), label_visibility="collapsed")
    if file is None:
        return
    data, stated = file.getvalue(), st.session_state.get(f"stated-{file.file_id}")
    try:
        with st.spinner(words.READING):
            with read_only(database) as session:
                known = known_words(session)
            review = begun(data, name=file.name, stated_date=stated, known=known)
    except UnreadableUpload as error:
        if error.fault == FileFault.NO_DATE:
            _ask_date(f"stated-{file.file_id}")
        else:
            _refuse(error)
    else:
        begin_review(review, data)
        st.rerun()


def _refuse(error: UnreadableUpload) -> None:
    tell_fault(error)
    if error.fault == FileFault.NOT_A_RESPONSE:
        st.markdown(words.WAYS_ON)
        st.page_link(EXCHANGE, label=f"{words.TO_EXCHANGE} →")


def _ask_date(key: str) -> None:
    st.subheader(words.WHICH_DATE)
    st.write(words.WHICH_DATE_WHY)
    place, _ = st.columns([1, 3])
    label = words.WHICH_DATE
    day = place.date_input(label, value=None, **DAY_FIELD, key=f"{key}-day", label_visibility="collapsed")
    take = partial(st.session_state.update, {key: day})
    st.button(words.READ_WITH_DATE, type="primary", disabled=day is None, on_click=take)


def show_unfinished(database: Engine) -> None:
    """The reviews that anybody began and nobody ended, for whoever goes on with them."""
    with read_only(database) as session:
        left = unfinished(session)
    if left and left[-1].at < now() - KEPT_FOR:
        with suppress(OnlyLooking), writing(database) as session:
            forget_old(session, now())
            left = unfinished(session)
    if not left:
        return
    st.header(words.UNFINISHED)
    st.caption(words.UNFINISHED_WHY)
    for one in left:
        with st.container(horizontal=True, vertical_alignment="center", key=f"unfinished-{one.token}"):
            _show_one(one)


def _show_one(one: Unfinished) -> None:
    label = label_text(words.go_on_with(one.name))
    st.button(label, width=WIDE, key=f"go-on-{one.token}", on_click=go_on_with, args=(one.token,))
    st.markdown(f":gray[{label_text(words.last_worked_on(one.author, one.at))}]", width="stretch")
    with st.popover(words.THROW_AWAY, type="tertiary"):
        st.write(words.THROW_AWAY_WHY)
        key = f"throw-away-{one.token}"
        st.button(words.THROW_AWAY_CONFIRM, key=key, on_click=throw_away, args=(one.token,))
