"""The address of an agenda that follows the deadlines, made and revoked by who signed in."""

from functools import partial

import streamlit as st

from mrdb.domain.followup import responsibles_of
from mrdb.domain.keys import CALENDARS, KeyKind
from mrdb.domain.people import Person
from mrdb.startup import public_address
from mrdb.store.database import Engine, read_only
from mrdb.store.keys import keys, make_key, revoke_key
from mrdb.store.queries import actions
from mrdb.text import ics
from mrdb.text import subscription as words
from mrdb.views.pieces import label_text
from mrdb.views.sign_in import person_here
from mrdb.views.user import at_click, in_one_click

WHOSE, MADE = "follow", "calendar_secret"
"""What was chosen. The secret that was just made, until the page is left: nobody can read it again."""


def offer_subscription(database: Engine) -> None:
    """Nothing where nobody signs in: there is no one whose address it would be."""
    if not (person := person_here()):
        return
    with read_only(database) as session:
        own = next((key for key in keys(session, *CALENDARS) if key.person_id == person.id), None)
        names = responsibles_of(actions(session))
    secret = st.session_state.pop(MADE, "")
    st.subheader(words.TITLE)
    if own is None:
        st.write(words.WHY)
        _offer_to_make(database, person, names)
        return
    st.write(label_text(words.following(own)))
    if secret:
        st.info(words.COPY_NOW)
        st.code(f"{_here()}/{ics.SUBSCRIPTION_ADDRESS.format(secret=secret)}", language=None, wrap_lines=True)
    revoke = partial(revoke_key, key_id=own.id)
    st.button(words.REVOKE, on_click=at_click, args=(database, revoke, words.REVOKED))


def _offer_to_make(database: Engine, person: Person, names: list[str]) -> None:
    choices = [(KeyKind.CALENDAR, ""), (KeyKind.OWN_CALENDAR, ""), *((KeyKind.CALENDAR, name) for name in names)]
    st.selectbox(words.WHOSE, choices, format_func=lambda chosen: words.whose(*chosen), key=WHOSE)
    st.button(words.MAKE, on_click=_make, args=(database, person))


def _make(database: Engine, person: Person) -> None:
    """What was chosen is read at the click, which may come before the page ran for the choice."""
    kind, about = st.session_state[WHOSE]
    write = partial(make_key, person_id=person.id, kind=kind, about=about)
    in_one_click(database, write, _remembered)


def _remembered(secret: str) -> str:
    st.session_state[MADE] = secret
    return words.MADE


def _here() -> str:
    """Where the program is found: as its installation says, or else as this browser found it."""
    return public_address().rstrip("/") or (st.context.url or "").partition("?")[0].rpartition("/")[0]
