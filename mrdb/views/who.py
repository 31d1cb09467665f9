"""Who sits at this screen: shown beside the menu; and as whom a secretary looks, in a bar above it."""

from html import escape

import streamlit as st

from mrdb.startup import has_mail_server
from mrdb.store.database import Session
from mrdb.store.people import want_reminders
from mrdb.text import people as words
from mrdb.text import reminders
from mrdb.views.data import database
from mrdb.views.pieces import label_text
from mrdb.views.sign_in import is_viewing, offer_to_sign_out, person_here, stop_viewing
from mrdb.views.user import in_one_click

WANTED = "wants_reminders"


def show_who() -> None:
    """Who signed in, whether he or she wants mail where any goes out, and the way out."""
    if person := person_here():
        with st.container(width="content", key="who"), st.popover(label_text(person.name), type="tertiary"):
            st.write(label_text(words.signed_in_as(person.name)))
            st.caption(words.ROLE[person.role])
            if has_mail_server():
                st.session_state[WANTED] = person.wants_reminders
                st.toggle(reminders.WANTED, key=WANTED, on_change=_want_reminders, args=(person.id,))
            offer_to_sign_out()


def _want_reminders(person_id: int) -> None:
    wanted = bool(st.session_state[WANTED])

    def write(session: Session, **_: object) -> None:
        want_reminders(session, person_id, wanted)

    in_one_click(database(), write, reminders.TURNED_ON if wanted else reminders.TURNED_OFF)


def show_viewing() -> None:
    """The bar as long as a secretary looks as somebody else, and the way back."""
    person = person_here()
    if person and is_viewing():
        with st.container(horizontal=True, vertical_alignment="center", key="viewing"):
            st.html(f'<p role="status">{escape(words.viewed_as(person))}</p>', width="content")
            label = label_text(words.stop_viewing(person))
            st.button(label, key="stop_viewing", type="tertiary", on_click=stop_viewing)
