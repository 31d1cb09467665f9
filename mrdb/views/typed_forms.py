"""The forms of actions after a restart: each opens again on the version that its editor saw, with what was typed."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from mrdb.store.database import Engine, read_only
from mrdb.store.queries import action as stored_action
from mrdb.store.queries import moments, open_moment
from mrdb.text import typed_text as words
from mrdb.views.form_state import Pin, id_of, open_forms, pin_form, pinned, rebind_form
from mrdb.views.internal import is_internal_shown
from mrdb.views.pieces import label_text
from mrdb.views.rights import show_why_not
from mrdb.views.sign_in import person_here
from mrdb.views.typed_text import FORM, kept, tell_tab

SAID, HOMELESS = "tab_said", kept("homeless")

_KEY = re.compile(FORM + r"(.+)-(\d{1,9})-(\d{1,9})-(\d{1,9})")
_Place = tuple[int, int, int]
"""Action, version and moment of one form."""


def keep_typed(database: Callable[[], Engine]) -> None:
    """Tells the tab at the end of a run what was typed, and gives a new session back what the tab kept."""
    tell_tab(*_typed(), take_back=lambda *told: _take_back(database, *told))


def keep_part(name: str) -> None:
    """Tells the tab what was typed when only this part of the page was drawn anew."""
    tell_tab(*_typed(), part=name)


def _typed() -> tuple[dict[str, object], list[str], str]:
    """The fields of open forms that were touched, by key, how the keys of each form end, and who signed in."""
    pins = open_forms().values()
    touched = {pin.key(field): pin.value(field) for pin in pins for field in pin.touched}
    person = person_here()
    ends = [f"{pin.action_id}-{pin.version}-{pin.moment_id}" for pin in pins]
    return touched, ends, str(person.id) if person else ""


def show_returned() -> None:
    """Says that the connection is back, and shows the text that has no form to return to."""
    if said := st.session_state.pop(SAID, ""):
        st.toast(label_text(said), duration="long")
    if homeless := st.session_state.get(HOMELESS):
        _show_to_copy(homeless)
        st.button(words.SEEN, key="returned_seen", on_click=st.session_state.pop, args=(HOMELESS, None))


def show_no_form(action_id: int) -> None:
    """In the place of the form of an action that one may not report on: why, and what one typed while one still might.

    The moment was closed meanwhile, or a role or a link ended.
    """
    show_why_not()
    if pin := pinned(action_id):
        texts = [(field, pin.text(field)) for field in pin.touched if isinstance(pin.value(field), str)]
        _show_to_copy(texts)


def _show_to_copy(texts: Iterable[tuple[str, str]]) -> None:
    """Each is a field of a form and what stands in it."""
    if shown := [text for field, text in texts if text and (field != "internal" or is_internal_shown())]:
        st.warning(words.NO_FORM_FOR_IT)
        for text in shown:
            st.code(text, language=None, wrap_lines=True)


def _take_back(database: Callable[[], Engine], typed: Mapping[str, object], is_reload: bool, has_files: bool) -> None:
    """Puts what the tab kept where it was. What is typed against an older version stays bound to that version, so
    that the form shows both, as it does whenever somebody else saved meanwhile."""
    forms: defaultdict[_Place, dict[str, object]] = defaultdict(dict)
    for key, value in typed.items():
        if match := _KEY.fullmatch(key):
            field, action_id, version, moment_id = match.groups()
            forms[int(action_id), int(version), int(moment_id)][field] = value
    numbers = {place: _reopen(database(), place, fields) for place, fields in sorted(forms.items())}
    st.session_state.update({key: value for key, value in typed.items() if not _KEY.fullmatch(key)})
    homeless = [cell for place, fields in forms.items() if not numbers[place] for cell in fields.items()]
    if lost := [cell for cell in homeless if isinstance(cell[1], str) and cell[1]]:
        st.session_state[HOMELESS] = [*st.session_state.get(HOMELESS, []), *lost]
    found = [number for number in numbers.values() if number]
    st.session_state[SAID] = words.returned(found, is_reload=is_reload, has_files=has_files)


def _reopen(database: Engine, place: _Place, typed: Mapping[str, object]) -> str:
    """Opens the form as it was and returns the action's number; "" where the action exists no more."""
    action_id, version, moment_id = place
    with read_only(database) as session:
        action = stored_action(session, action_id)
        known = {moment.id: moment for moment in moments(session)}
        moment = known.get(moment_id)
        if action and not moment:
            moment = open_moment(session, action.recommendation.response.id)
    if not action:
        return ""
    start = pin_form(action, moment).start
    pin = Pin(action_id, version, id_of(moment), start)
    for field, value in start.items():
        key = pin.key(field)
        st.session_state[key] = typed.get(field, st.session_state.get(key, value))
    rebind_form(pin, moment)
    return action.number
