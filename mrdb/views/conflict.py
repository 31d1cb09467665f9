"""Two people, one action: both versions side by side, and a choice. Whatever is not chosen stays in the history."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

import streamlit as st

from mrdb.domain.codes import code_of
from mrdb.domain.edit import Edit
from mrdb.domain.facts import Fact
from mrdb.domain.followup import current_status, report_at, said_at
from mrdb.domain.response import Action, Agreement, Moment
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import changes
from mrdb.text import nl
from mrdb.text.dates import short_date
from mrdb.text.history import agreement_words
from mrdb.text.labels import EMPTY, FACT
from mrdb.text.periods import done_word, done_words, period_phrase
from mrdb.views.form_state import (
    TEXTS,
    Pin,
    can_reach,
    drop_form,
    merge_comment,
    pin_form,
    slot,
)
from mrdb.views.internal import is_internal_shown
from mrdb.views.pieces import label_text, prose, status_pill, version


def show_conflict(
    database: Engine, pin: Pin, action: Action, moment: Moment | None, edit: Edit, save: Callable[[], None]
) -> None:
    """Shows what ``edit`` would make of it beside what somebody else saved meanwhile, with the ways on.

    The buttons are bound to the version on screen: a third save in between brings a new choice, not a blind one.
    """
    with read_only(database) as session:
        last = changes(session, action.id)[0]
    st.warning(nl.conflict(label_text(last.author)))
    mine, theirs = st.columns(2)
    said = said_at(action, moment)
    saved = (said.status if said else current_status(action), said.comment if said else "")
    with mine:
        status, comment = (edit.status, edit.comment) if edit.status else saved
        st.html(_version(nl.YOURS, status, comment or pin.comment, _typed(pin, action, edit) if moment else ()))
        st.button(nl.KEEP_MINE, key=f"mine-{action.version}", width="stretch", on_click=save)
    with theirs:
        lines = _saved(action, moment) if moment else ()
        st.html(_version(nl.saved_by(last.author, last.at), *saved, lines))
        st.button(
            nl.KEEP_THEIRS, key=f"theirs-{action.version}", width="stretch", on_click=drop_form, args=(action.id,)
        )
    if st.button(nl.MERGE, key=f"merge-{action.version}", type="primary", width="stretch", help=nl.MERGE_HELP):
        typed = pin.comment
        merge_comment(pin_form(action, moment), typed)
        st.rerun()


def _version(title: str, status: Status | None, comment: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return version(title, f"<p>{status_pill(status)}</p>{prose(comment) or EMPTY}<ul>{items}</ul>")


def _typed(pin: Pin, action: Action, edit: Edit) -> Iterator[str]:
    yield from _facts(edit.texts, edit.internal, [edit.agreement] if edit.agreement else [])
    moved = {move.milestone_id: move for move in edit.moves}
    for milestone in action.milestones:
        phrase = period_phrase(milestone.period)
        if (move := moved.get(milestone.id)) and move.period and move.period.due:
            yield nl.moved_to(phrase, short_date(move.period.due), move.reason)
        if can_reach(milestone) and pin.value(slot(Fact.REACHED, milestone)):
            yield f"{phrase} {done_word(milestone.period)}"


def _saved(action: Action, moment: Moment) -> Iterator[str]:
    report = report_at(action, moment)
    agreed = [one.agreement for one in action.agreements if one.moment.id == moment.id]
    internal = report.internal or None if report else None
    yield from _facts({fact: code_of(action, fact) or "" for fact in TEXTS}, internal, agreed)
    for milestone in action.milestones:
        phrase = period_phrase(milestone.period)
        if milestone.reached_on:
            yield f"{phrase} {done_words(milestone)}"
        elif milestone.first_period:
            yield f"{phrase} ({nl.moved_from(period_phrase(milestone.first_period))})"


def _facts(texts: Mapping[Fact, str], internal: str | None, agreed: Iterable[Agreement]) -> Iterator[str]:
    yield from (f"{FACT[fact]}: {text}" for fact, text in texts.items())
    if internal is not None and is_internal_shown():
        yield f"{FACT[Fact.INTERNAL]}: {internal}"
    yield from (f"{FACT[Fact.AGREEMENT]}: {agreement_words(agreement)}" for agreement in agreed)
