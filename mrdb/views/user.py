"""Who is typing: asked once and remembered in this browser. Sign-in, when it comes, answers here."""

import json
from urllib.parse import quote, unquote

import streamlit as st

from mrdb.text import nl
from mrdb.views.pieces import label_text
from mrdb.views.typed_text import kept

COOKIE = "mrdb_name"
YEAR = 365 * 24 * 60 * 60
"""In seconds."""
PAGE, DIALOG = "user", "user-in-dialog"


def current_user() -> str:
    """The name of whoever sits at this screen, or "" as long as nobody said."""
    if "user" not in st.session_state:
        st.session_state["user"] = _remembered()
    return str(st.session_state["user"])


def ask_user(place: str = PAGE) -> str:
    """Shows who is typing, or asks for it, and returns the name; "" while it is unknown.

    A page asks once; a dialog lies over a page that may ask too, and asks in a ``place`` of its own.
    """
    if known := _known():
        said, other = st.columns([3, 2], vertical_alignment="center")
        said.markdown(nl.saving_as(label_text(known)))
        other.button(nl.SOMEONE_ELSE, key=f"someone-else-{place}", type="tertiary", on_click=_ask_again)
    else:
        st.text_input(nl.WHO_TYPES, key=kept(place), placeholder=nl.WHO_HINT, max_chars=80, persist_state="session")
    return author(place)


def author(place: str = PAGE) -> str:
    """Whoever a click of now is done by: the known name, or the one being typed; "" while it is unknown."""
    return _known() or str(st.session_state.get(kept(place)) or "").strip()


def confirmed_by(label: str, key: str, place: str = PAGE) -> str:
    """Asks who is typing and offers to do something; the name once that is clicked, until then "".

    A click without a name is told so.
    """
    name = ask_user(place)
    if not st.button(label, type="primary", key=key):
        return ""
    if not name:
        st.error(nl.WHO_MISSING)
    return name


def remember_user(name: str) -> None:
    """Keeps the name for this session; ``keep_user`` puts it into the browser."""
    st.session_state["user"] = name
    st.session_state["ask_user_again"] = False


def keep_user() -> None:
    """Writes the name into a cookie of this browser for a year, as long as the browser does not know it yet."""
    name = current_user()
    if name and name != _remembered():
        cookie = f"{COOKIE}={quote(name)}; path=/; max-age={YEAR}; samesite=lax"
        st.html(f"<script>document.cookie = {json.dumps(cookie)}</script>", unsafe_allow_javascript=True)


def _remembered() -> str:
    return unquote(dict(st.context.cookies).get(COOKIE, ""))


def _known() -> str:
    return "" if st.session_state.get("ask_user_again") else current_user()


def _ask_again() -> None:
    st.session_state["ask_user_again"] = True
