"""Who is typing, asked once and remembered in this browser, and what one click of theirs does.

Where people sign in, that is who it is.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar
from urllib.parse import quote, unquote

import streamlit as st

from mrdb.clock import now
from mrdb.domain.errors import MrdbError
from mrdb.store.database import Engine, Session, transaction
from mrdb.text import nl
from mrdb.text.faults import sentence
from mrdb.views.pieces import label_text
from mrdb.views.sign_in import is_asked, person_here, writer
from mrdb.views.typed_text import kept

COOKIE = "mrdb_name"
YEAR = 365 * 24 * 60 * 60
"""In seconds."""
PAGE, DIALOG = "user", "user-in-dialog"
SAID, PROBLEM = "saved", "problem"
"""What the next run tells of the last click."""
Written = TypeVar("Written")
Said = str | Callable[[Written], str]
"""What is told of a click, in words, or how what came of it is told."""


def carried_out(
    database: Engine,
    label: str,
    key: str,
    write: Callable[..., object],
    said: str = "",
    *,
    place: str = PAGE,
    lacks: Sequence[str] = (),
    is_next: bool = True,
) -> bool:
    """Asks who is typing and offers to do something; True once a click did it, as one transaction.

    It is done by ``write(session, author=…, at=…)``, and the next run tells what was ``said``; what went wrong is told
    below the button.
    """
    if not (who := confirmed_by(label, key, place=place, lacks=lacks, is_next=is_next)):
        return False
    with faults_told():
        carry_out(database, who, write, said)
        return True
    return False


def done_in_dialog(
    database: Engine, label: str, key: str, write: Callable[..., object], said: str = "", *, lacks: Sequence[str] = ()
) -> bool:
    """The same in a dialog, beside a button that leaves it and changes nothing."""
    return carried_out(database, label, key, write, said, place=DIALOG, lacks=lacks)


def confirmed_by(label: str, key: str, *, place: str = PAGE, lacks: Sequence[str] = (), is_next: bool = True) -> str:
    """Asks who is typing and offers to do something; the name once that is clicked, until then "".

    A click is told what is wanting (``lacks``), and that the name is. In a dialog a button beside it leaves that.
    ``is_next`` where it is the one step that leads on.
    """
    who = ask_user(place)
    with st.container(horizontal=True):
        is_asked = st.button(label, type="primary" if is_next else "secondary", key=key)
        if place == DIALOG and st.button(nl.CANCEL, key=f"{key}-cancelled"):
            st.rerun()
    if not is_asked:
        return ""
    if wanting := [*lacks, *([] if who else [nl.WHO_MISSING])]:
        st.error("\n\n".join(wanting))
        return ""
    return who


def in_one_click(database: Engine, write: Callable[..., Written], said: Said[Written]) -> bool:
    """The same for a click whose callback this is: the next run tells what came of it, or what went wrong."""
    if not (who := author()):
        st.session_state[PROBLEM] = nl.WHO_MISSING
        return False
    with faults_told_next():
        carry_out(database, who, write, said)
        return True
    return False


def at_click(database: Engine, write: Callable[..., object], said: str) -> None:
    """The same as the callback of a button, where nothing more follows."""
    in_one_click(database, write, said)


def carry_out(database: Engine, who: str, write: Callable[..., Written], said: Said[Written]) -> None:
    """Does it as one transaction; the next run tells what came of it. Raises MrdbError, and changes nothing then."""
    with writing(database) as session:
        written = write(session, author=who, at=now())
    remember_user(who)
    st.session_state[SAID] = said if isinstance(said, str) else said(written)


@contextmanager
def writing(database: Engine, *, is_news: bool = True) -> Iterator[Session]:
    """A transaction of whoever sits at this screen: every one that a click asks for. Raises as ``writer`` does."""
    person = writer()
    with transaction(database, by=person.id if person else None, is_news=is_news) as session:
        yield session


@contextmanager
def faults_told() -> Iterator[None]:
    """A rule that is broken in the block becomes a sentence there; what follows in the block is left."""
    try:
        yield
    except MrdbError as error:
        tell_fault(error)


@contextmanager
def faults_told_next() -> Iterator[None]:
    """The same in the callback of a click: the next run tells it."""
    try:
        yield
    except MrdbError as error:
        st.session_state[PROBLEM] = sentence(error)


def tell_fault(error: MrdbError) -> None:
    st.error(label_text(sentence(error)))


def show_said() -> None:
    """What came of the last click: that it was stored, or what went wrong."""
    with st.container():  # a place of its own, so that what stands below it stays the same element
        if problem := st.session_state.pop(PROBLEM, ""):
            st.error(label_text(problem))
    if said := st.session_state.pop(SAID, ""):
        st.toast(label_text(said))


def has_news() -> bool:
    """Whether the last click left something that only the whole page tells."""
    return PROBLEM in st.session_state or SAID in st.session_state


def ask_user(place: str = PAGE) -> str:
    """Shows who is typing, or asks for it, and returns the name; "" while it is unknown.

    A page asks once; a dialog lies over a page that may ask too, and asks in a ``place`` of its own.
    """
    if is_asked():
        st.markdown(nl.saving_as(label_text(current_user())))
    elif known := current_user():
        said, other = st.columns([3, 2], vertical_alignment="center")
        said.markdown(nl.saving_as(label_text(known)))
        key = f"someone-else-{place}"
        other.button(nl.SOMEONE_ELSE, key=key, type="tertiary", on_click=remember_user, args=("",))
    else:
        st.text_input(nl.WHO_TYPES, key=kept(place), placeholder=nl.WHO_HINT, max_chars=80, persist_state="session")
    return author(place)


def author(place: str = PAGE) -> str:
    """Whoever a click of now is done by: the known name, or the one being typed; "" while it is unknown."""
    typed = "" if is_asked() else st.session_state.get(kept(place))
    return current_user() or str(typed or "").strip()


def current_user() -> str:
    """The name of whoever sits at this screen, or "" as long as nobody said or signed in."""
    if is_asked():
        person = person_here()
        return person.name if person else ""
    return str(st.session_state.setdefault("user", _remembered()))


def remember_user(name: str) -> None:
    """Keeps the name for this session; ``keep_user`` puts it into the browser."""
    st.session_state["user"] = name


def keep_user() -> None:
    """Writes the name into a cookie of this browser for a year, as long as the browser does not know it yet."""
    name = "" if is_asked() else current_user()
    if name and name != _remembered():
        cookie = f"{COOKIE}={quote(name)}; path=/; max-age={YEAR}; samesite=lax"
        st.html(f"<script>document.cookie = {json.dumps(cookie)}</script>", unsafe_allow_javascript=True)


def _remembered() -> str:
    return unquote(dict(st.context.cookies).get(COOKIE, ""))
