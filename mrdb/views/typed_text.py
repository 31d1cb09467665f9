"""What is typed and not saved outlives the session: the tab keeps it, and a new session gets it back.

A session ends when the server stops, when the page is loaded anew, or when the connection stayed away too long. A view
says by the key of a field that its value is to be kept: ``kept("minutes/3")``.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from secrets import token_hex

import streamlit as st

from mrdb.domain.errors import MrdbError
from mrdb.domain.status import Status
from mrdb.text import typed_text as words

KEY, PREFIX, FORM, FILES = "typed", "typed_", "typed_form-", "files-"
"""The fields of a form lose a default when they are set: of those it says itself which were touched."""
NOW = f"{PREFIX}now-"
"""The fields that are stored as soon as they are left: of those the tab keeps the letters that no run has seen."""
SESSION, IS_RESTORED, ASIDE = "tab_session", "tab_is_restored", "set_aside"

TakeBack = Callable[[dict[str, object], bool, bool], None]
"""Gets what was typed by key, whether the page was loaded anew, and whether files lay on it that are gone."""

_tab = st.components.v2.component(
    KEY,
    js=Path(__file__).with_name("typed_text.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)
_turns = count()
"""The tab believes whoever told last: a part of the page or the whole of it."""


def kept(key: str) -> str:
    """The key of something that the tab keeps: text, numbers, dates, choices and lists of them.

    It has no sign that Streamlit would change in the class of the widget, by which the browser knows it.
    """
    return PREFIX + re.sub(r"[^a-zA-Z0-9_-]", "-", key)


def tell_tab(
    touched: Mapping[str, object], forms: list[str], owner: str, *, part: str = "", take_back: TakeBack | None = None
) -> None:
    """Tells the tab at the end of a run what was typed, and gives a new session back what the tab kept.

    ``touched`` are the fields of forms (key and value), ``forms`` how the keys end of all that are open. ``owner`` says
    who typed, "" where nobody signs in: no other one gets it back.
    When ``take_back`` raises, the tab keeps all. A ``part`` of the page that is drawn anew on its own tells without it:
    a new session is for the whole page to restore.
    """
    key = f"{KEY}-{part}" if part else KEY
    known = {str(key): value for key, value in st.session_state.to_dict().items() if value}
    loose = {key: value for key, value in known.items() if key.startswith(PREFIX) and not key.startswith((FORM, NOW))}
    data = {
        "session": st.session_state.setdefault(SESSION, token_hex(8)),
        "isRestored": IS_RESTORED in st.session_state,
        "owner": owner,
        "open": forms,
        "hasFiles": any(key.startswith(FILES) for key in known),
        "fields": {key: encoded(value) for key, value in {**loose, **touched}.items()},
        "notKept": words.NOT_KEPT,
        "isPart": bool(part),
        "isAside": ASIDE in st.session_state,
        "turn": next(_turns),
    }
    with st.container(key=f"{key}-frame"):
        _tab(data=data, key=key, on_restore_change=lambda: _restore(take_back), on_late_change=_take_late)


def set_aside(*stay: str) -> None:
    """Empties the session but for these keys; what was typed waits, here and in the tab, until it is ``put_back``."""
    typed = {key: value for key, value in st.session_state.to_dict().items() if str(key).startswith(PREFIX)}
    _empty(stay)
    st.session_state[ASIDE] = typed


def put_back(*stay: str) -> None:
    """Empties the session again, but for these keys and what was typed before."""
    typed = st.session_state[ASIDE]
    _empty(stay)
    st.session_state.update(typed)


def _empty(stay: Iterable[str]) -> None:
    for key in set(st.session_state).difference(stay, (SESSION, IS_RESTORED)):
        del st.session_state[key]


def of_session(key: str) -> str:
    """The key of an uploader: the files of an earlier session are gone with it, and the field shows none."""
    return f"{FILES}{key}-{st.session_state.setdefault(SESSION, token_hex(8))}"


def encoded(value: object) -> object:
    """As JSON can hold it; what is no status or date stays what it is."""
    if isinstance(value, Status):
        return {"status": value.value}
    return {"date": value.isoformat()} if isinstance(value, date) else value


def decoded(value: object) -> object:
    """The other way round. Raises ValueError or TypeError for what ``encoded`` never makes."""
    match value:
        case {"status": word}:
            return Status(word)
        case {"date": day}:
            return date.fromisoformat(day)
        case dict():
            raise ValueError(value)
    return value


def _take_late() -> None:
    """What was typed in fields that are off the page by now: it is there when they come back."""
    st.session_state.update(_decoded(st.session_state[KEY].late))


def _restore(take_back: TakeBack | None) -> None:
    """The letters that no run saw come last: they are newer."""
    assert take_back is not None  # a part never asks
    told = st.session_state[KEY].restore
    typed = _decoded({**told["fields"], **told["typing"]})
    with suppress(MrdbError):  # the tab keeps everything, and the page says what is wrong
        take_back(typed, bool(told["isReload"]), bool(told["hasFiles"]))
        st.session_state[IS_RESTORED] = True


def _decoded(told: Mapping[str, object]) -> dict[str, object]:
    typed: dict[str, object] = {}
    for key, value in told.items():
        with suppress(ValueError, TypeError):  # a release that no longer knows this choice keeps the rest
            typed[key] = decoded(value)
    return typed
