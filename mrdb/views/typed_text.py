"""What is typed and not saved outlives the session: the tab keeps it, and a new session gets it back.

A session ends when the server stops, when the page is loaded anew, or when the connection stayed away too long.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from pathlib import Path
from secrets import token_hex
from typing import Any

import streamlit as st

from mrdb.clock import today
from mrdb.domain.errors import MrdbError
from mrdb.domain.response import Moment
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import action as stored_action
from mrdb.store.queries import moments, open_moment
from mrdb.text import typed_text as words
from mrdb.views.form_state import Pin, pin_form, rebind_form
from mrdb.views.internal import is_internal_shown
from mrdb.views.review import REVIEW, find_back, review_token

KEY = "typed"
SESSION, IS_RESTORED, SAID, HOMELESS = "typed_session", "typed_is_restored", "typed_said", "typed_homeless"
CHOICES = {choice.__name__: choice for choice in (Status,)}
LOOSE = (
    "typed_user",
    "typed_agenda/",
    "moment-title/",
    "moment-attendees/",
    "moment-leaving/",
    "moment-next/",
    "minutes/",
    "proof-",
)
"""How the keys of fields begin that belong to no action's form, and lose no default when they are set."""
FUTURE = ("period-", "agreement-due")
"""How the fields begin that take no day before today."""

_FORM_KEY = re.compile(r"(?P<field>[^/]+)/(?P<action>\d{1,9})/(?P<version>\d{1,9})/(?P<moment>\d{1,9})")
_FORM_CLASS = re.compile(r"st-key-(.+)-(\d{1,9})-(\d{1,9})-(\d{1,9})")

_tab = st.components.v2.component(
    KEY,
    css=f".st-key-{KEY}-frame {{ position: absolute; }}",
    js=Path(__file__).with_name("typed_text.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def keep_typed(database: Callable[[], Engine]) -> None:
    """Tells the tab at the end of a run what was typed, and gives a new session back what the tab kept."""
    data = {
        "session": st.session_state.setdefault(SESSION, token_hex(8)),
        "isRestored": IS_RESTORED in st.session_state,
        "open": [f"{pin.action_id}-{pin.version}-{pin.moment_id}" for pin in _pins()],
        "fields": {**dict(_typed()), **st.session_state.get(HOMELESS, {}), **_review()},
        "loose": [_class_of(begin) for begin in LOOSE],
        "notKept": words.NOT_KEPT,
    }
    with st.container(key=f"{KEY}-frame"):
        _tab(data=data, key=KEY, on_restore_change=lambda: _restore(database))


def show_returned() -> None:
    """Says that the connection is back, and shows the text that has no form to return to."""
    if said := st.session_state.pop(SAID, ""):
        st.toast(said, duration="long")
    if homeless := st.session_state.get(HOMELESS):
        st.warning(words.NO_FORM_FOR_IT)
        for key, text in homeless.items():
            if not key.startswith("internal/") or is_internal_shown():
                st.code(text, language=None, wrap_lines=True)
        st.button(words.SEEN, key="typed_seen", on_click=_forget_homeless)


def _forget_homeless() -> None:
    st.session_state.pop(HOMELESS, None)


def _pins() -> list[Pin]:
    return [value for value in st.session_state.values() if isinstance(value, Pin)]


def _typed() -> Iterator[tuple[str, object]]:
    """Keys of widgets and what was committed in them, as JSON can hold it."""
    values = [(pin.key(field), pin.value(field)) for pin in _pins() for field in pin.touched]
    values += [(str(key), value) for key, value in st.session_state.items() if str(key).startswith(LOOSE) and value]
    for key, value in values:
        if isinstance(kept := encoded(value), str | int | float | list | dict | None):
            yield key, kept


def _review() -> dict[str, str]:
    """A document that is being mended stays on the server; the tab remembers which one it is."""
    return {REVIEW: token} if (token := review_token()) else {}


def encoded(value: object) -> object:
    """As JSON can hold it; other kinds than choices and dates stay what they are."""
    if isinstance(value, Enum):
        return {type(value).__name__: value.value}
    return {"date": value.isoformat()} if isinstance(value, date) else value


def decoded(value: object) -> object:
    """The other way round. Raises ValueError or KeyError for what ``encoded`` never makes."""
    if not isinstance(value, dict):
        return value
    [(kind, inner)] = value.items()
    return date.fromisoformat(str(inner)) if kind == "date" else CHOICES[kind](inner)


def _restore(database: Callable[[], Engine]) -> None:
    """Puts what the tab kept where it was. What is typed against an older version stays bound to that version, so
    that the form shows both, as it does whenever somebody else saved meanwhile."""
    kept = st.session_state[KEY].restore
    find_back(kept["fields"].get(REVIEW))
    forms, loose = _sorted(kept)
    homeless: dict[str, object] = {}
    numbers: list[str] = []
    try:
        for (action_id, version, moment_id), typed in sorted(forms.items()):
            if number := _reopen(database(), action_id, version, moment_id, typed):
                numbers.append(number)
            else:
                homeless |= {f"{f}/{action_id}/{version}/{moment_id}": t for f, t in typed.items() if t}
    except MrdbError:
        return  # the tab keeps everything, and the page says what is wrong
    st.session_state.update(loose)
    st.session_state[HOMELESS] = {key: text for key, text in homeless.items() if isinstance(text, str)}
    st.session_state[IS_RESTORED] = True
    st.session_state[SAID] = words.returned(numbers, is_reload=bool(kept["isReload"]))


def _sorted(kept: Mapping[str, Any]) -> tuple[dict[tuple[int, int, int], dict[str, object]], dict[str, object]]:
    """What the tab kept: per form (action, version, moment) its fields, and the fields that belong to no form.

    The letters that no run saw come last: they are newer.
    """
    known = {_class_of(str(key)): str(key) for key in (*st.session_state, *kept["fields"])}
    letters = {_FORM_CLASS.sub(r"\1/\2/\3/\4", name): (name, text) for name, text in kept["typing"].items()}
    typed = {**kept["fields"], **{known.get(name, key): text for key, (name, text) in letters.items()}}
    forms: dict[tuple[int, int, int], dict[str, object]] = {}
    loose: dict[str, object] = {}
    for key, value in typed.items():
        with suppress(ValueError, KeyError, TypeError):  # a release that no longer knows this choice keeps the rest
            if match := _FORM_KEY.fullmatch(key):
                place = (int(match["action"]), int(match["version"]), int(match["moment"]))
                forms.setdefault(place, {})[match["field"]] = decoded(value)
            elif key.startswith(LOOSE):
                loose[key] = decoded(value)
    return forms, loose


def _class_of(key: str) -> str:
    """The class that Streamlit gives to the widget with this key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())


def _reopen(database: Engine, action_id: int, version: int, moment_id: int, typed: Mapping[str, object]) -> str:
    """Opens the form as it was and returns the action's number; "" where action or moment exist no more."""
    with read_only(database) as session:
        action = stored_action(session, action_id)
        known = {moment.id: moment for moment in moments(session)}
        moment: Moment | None = known.get(moment_id)
        if action and not moment:
            moment = open_moment(session, action.recommendation.response.id)
    if not action or not moment:
        return ""
    start = pin_form(action, moment).start
    pin = Pin(action_id, version, moment.id, start)
    for field, value in start.items():
        key = pin.key(field)
        st.session_state[key] = typed[field] if _fits(field, typed) else st.session_state.get(key, value)
    rebind_form(pin, moment)
    return action.number


def _fits(field: str, typed: Mapping[str, object]) -> bool:
    """A day agreed on that has passed since is one that the form refuses."""
    value = typed.get(field)
    return field in typed and not (field.startswith(FUTURE) and isinstance(value, date) and value < today())
