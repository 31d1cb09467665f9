"""Sign-in, where the organisation configured it (``[auth]`` in secrets.toml): who is let in, and on which page.

Streamlit keeps a sign-in for 30 days and looks at it when a session begins; our own table is asked at every run.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import wraps
from typing import Any, ParamSpec
from urllib.parse import parse_qsl, unquote, urlsplit

import streamlit as st

from mrdb.clock import now
from mrdb.domain.errors import MrdbError, NotLetIn, OnlyLooking
from mrdb.domain.people import Person, Visit, identity
from mrdb.domain.roles import Right, may
from mrdb.startup import first_secretary
from mrdb.store.database import read_only, transaction
from mrdb.store.people import has_people, note_visit, person_to_view, person_with, sign_in
from mrdb.text import people as words
from mrdb.views.addresses import OVERVIEW, first_page
from mrdb.views.data import database
from mrdb.views.pieces import label_text
from mrdb.views.typed_text import put_back, set_aside

BEGAN, ARRIVED, PERSON, VIEWED = "sign_in_began", "arrived", "person_here", "person_viewed"
COOKIE = "mrdb_wanted"
REMEMBER = f"""<script>
document.cookie = "{COOKIE}=" + encodeURIComponent(location.pathname + location.search)
  + "; path=/; max-age=600; samesite=lax"
</script>"""
"""Whoever signs in comes back at the first page, whatever page was asked for."""
FORGET = f"<script>document.cookie = '{COOKIE}=; path=/; max-age=0; samesite=lax'</script>"


Given = ParamSpec("Given")


def is_asked() -> bool:
    """Whether people sign in here: without ``[auth]`` Streamlit has no word for it."""
    return "is_logged_in" in st.user


def person_now() -> Person | None:
    """Whoever signed in at this screen and may still come in."""
    who = identity(st.user) if st.user.get("is_logged_in") else None
    if who is None:
        return None
    with read_only(database()) as session:
        return person_with(session, who.subject)


def person_here() -> Person | None:
    """For whom this run is drawn, as it found that one when it began: whoever signed in, or as whom a secretary looks.

    What is drawn asks this, what is written asks ``writer``.
    """
    return st.session_state.get(PERSON)


def is_viewing() -> bool:
    """Whether a secretary sees this screen as somebody else does."""
    return VIEWED in st.session_state


def view_as(person: Person) -> None:
    """From the next run on, in this session alone, until it ends; what was typed waits."""
    set_aside(BEGAN, ARRIVED)
    st.session_state[VIEWED] = person.id


def stop_viewing() -> None:
    """Nothing that was chosen or typed meanwhile stays. A second click on its button comes too late."""
    if is_viewing():
        put_back(BEGAN, ARRIVED)


def writer() -> Person | None:
    """Whoever would write at this screen, as known now; None where nobody signs in.

    Raises NotLetIn where that one may no longer come in, and OnlyLooking as long as a secretary looks as somebody else.
    """
    person = person_now()
    if person is None and is_asked():
        raise NotLetIn
    if is_viewing():
        raise OnlyLooking
    return person


def let_in(pages: Sequence[st.Page], page: st.Page) -> bool:
    """Whether the page may be shown; where it may not, what to do about it stands there instead."""
    if not is_asked():
        if is_locked := _is_locked():
            st.error(words.NOT_CONFIGURED)
        return not is_locked
    who, person = identity(st.user) if st.user.get("is_logged_in") else None, person_now()
    if who is not None and BEGAN not in st.session_state:
        with transaction(database(), is_news=False) as session:
            person = sign_in(session, who, now(), first_secretary=first_secretary())
        st.session_state[BEGAN] = True
    if person is None:
        _ask_to_sign_in(who.email if who else None)
        return False
    here = _drawn_for(person)
    if here is None:
        st.toast(words.NO_LONGER_VIEWED)
        stop_viewing()
    st.session_state[PERSON] = here or person
    _go_on(pages, page, person)
    return True


def _drawn_for(person: Person) -> Person | None:
    """None where the person looks as somebody else, and one of both may no longer."""
    if not is_viewing():
        return person
    with read_only(database()) as session:
        viewed = person_to_view(session, st.session_state[VIEWED])
    return viewed if may(person, Right.ADMINISTER) else None


def _is_locked() -> bool:
    """Whether people sign in to this database: a secrets.toml that got lost opens it to nobody."""
    with suppress(MrdbError), read_only(database()) as session:  # the page itself tells what is wrong with it
        return has_people(session)
    return False


def _ask_to_sign_in(refused: str | None) -> None:
    """``refused`` is the address of who signed in and is not let in."""
    _, place, _ = st.columns([1, 2, 1])
    with place.container(key="sign-in"):
        st.title(words.WELCOME)
        st.html(REMEMBER, unsafe_allow_javascript=True)
        if refused is None:
            st.write(words.SIGN_IN_WHY)
            if st.button(words.SIGN_IN, type="primary"):
                st.login()
        else:
            st.warning(label_text(words.not_let_in(refused)))
            offer_to_sign_out()


def _go_on(pages: Sequence[st.Page], page: st.Page, person: Person) -> None:
    """Once, to the page that was asked for before the sign-in, or to the person's first one."""
    wanted = urlsplit(unquote(dict(st.context.cookies).get(COOKIE, "")))
    if wanted.path:
        st.html(FORGET, unsafe_allow_javascript=True)
    if ARRIVED in st.session_state:
        return
    st.session_state[ARRIVED] = True
    first = pages[0]
    if st.query_params or page.url_path != first.url_path:
        return
    name = wanted.path.rstrip("/").rpartition("/")[2]
    found = next((one for one in pages if one.url_path == name), first)
    if found.url_path != first.url_path or wanted.query:
        st.switch_page(found, query_params=dict(parse_qsl(wanted.query)))
    if (own := first_page(person)) != OVERVIEW:
        st.switch_page(own)


def note(what: Visit, about: str) -> None:
    """Writes in the access log what whoever signed in does."""
    if person := person_now():
        with transaction(database(), is_news=False) as session:
            note_visit(session, person.name, what, about, now())


def noted(make: Callable[[], bytes], name: str) -> Callable[[], bytes]:
    """The same, with a line in the access log each time that somebody who signed in takes the file along.

    It is made at the click, where nothing tells any more who clicked.
    """
    person = person_now()
    if person is None:
        return make

    def made() -> bytes:
        with transaction(database(), is_news=False) as session:
            note_visit(session, person.name, Visit.DOWNLOADED, name, now())
        return make()

    return made


def offer_to_sign_out() -> None:
    if st.button(words.SIGN_OUT):
        st.logout()


def fragment(**options: Any) -> Callable[[Callable[Given, None]], Callable[Given, None]]:
    """``st.fragment``, which shows nothing more once the person may no longer come in, or look as another: such a run
    passes no entry."""
    return lambda show: st.fragment(_guarded(show), **options)


def dialog(title: str, **options: Any) -> Callable[[Callable[Given, None]], Callable[Given, None]]:
    """``st.dialog``, which is a fragment too."""
    return lambda show: st.dialog(title, **options)(_guarded(show))


def _guarded(show: Callable[Given, None]) -> Callable[Given, None]:
    @wraps(show)
    def shown(*given: Given.args, **named: Given.kwargs) -> None:
        if is_asked():
            person = person_now()
            st.session_state[PERSON] = person and _drawn_for(person)
            if person_here() is None:
                st.rerun()
        show(*given, **named)

    return shown
