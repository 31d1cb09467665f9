"""The form of one action: a new stand van zaken in the open follow-up moment, or prepared for the next one."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from html import escape
from typing import Literal

import streamlit as st

from mrdb.domain.edit import Edit, lacks, wrong_days
from mrdb.domain.errors import EditConflict
from mrdb.domain.facts import Fact
from mrdb.domain.followup import waiting
from mrdb.domain.response import Action, Milestone, Moment, Prepared
from mrdb.domain.roles import Right
from mrdb.domain.status import Status
from mrdb.store import queries
from mrdb.store.database import Engine, read_only
from mrdb.store.moments import open_moment
from mrdb.store.writing import prepare, save_edit
from mrdb.text import nl
from mrdb.text import prepared as preparing
from mrdb.text.colours import STATUS_LOOK
from mrdb.text.decisions import capital
from mrdb.text.labels import FACT, LACK, STATUS
from mrdb.text.periods import done_words, period_phrase
from mrdb.views.addresses import asked_action
from mrdb.views.conflict import show_conflict
from mrdb.views.form_state import (
    AGREEMENT,
    ON,
    TEXTS,
    Pin,
    can_reach,
    drop_form,
    id_of,
    pin_form,
    pinned,
    rebind_form,
    slot,
    typed_edit,
)
from mrdb.views.internal import is_internal_shown
from mrdb.views.pieces import DAY_FIELD, label_text
from mrdb.views.prepared import is_to_take_over
from mrdb.views.rights import may_here
from mrdb.views.sign_in import fragment
from mrdb.views.typed_forms import keep_part
from mrdb.views.user import ask_user, author, carry_out, faults_told, faults_told_next, has_news, in_one_click

WANTING = "form_wanting"
"""What the last click on *Opslaan* still wanted."""
Save = Callable[[], None]
"""What a button of the form does when it is clicked."""


@fragment()
def show_form(
    database: Engine,
    action: Action,
    moment: Moment | None,
    today: date,
    *,
    show_ways: Callable[[Save], None] | None = None,
    after_save: Callable[[], None] = lambda: None,
) -> None:
    """The form where a moment is open; where none is, what is prepared for the next one, and the offer to open one.

    ``show_ways`` draws the buttons of a moment, one of which is to save; ``after_save`` may lead to another action.
    What is typed here draws nothing but the form anew, until the page around it shows something else.
    """
    with faults_told():
        if _is_overtaken(database, action, moment):
            st.rerun()
        with st.container(border=True, key="form"):
            _show_fields(database, action, moment, today, show_ways, after_save)
        keep_part("form")


def _is_overtaken(database: Engine, action: Action, moment: Moment | None) -> bool:
    """Whether a click or somebody else changed what stands around the form since the page was drawn."""
    with read_only(database) as session:
        newest = queries.action(session, action.id)
        open_now = queries.open_moment(session, action.recommendation.response.id)
    is_same = newest is not None and newest.version == action.version and open_now == moment
    return has_news() or asked_action() != action.id or not is_same


def _show_fields(
    database: Engine,
    action: Action,
    moment: Moment | None,
    today: date,
    show_ways: Callable[[Save], None] | None,
    after_save: Callable[[], None],
) -> None:
    pin = _current_pin(action, moment)
    if moment:
        st.subheader(label_text(nl.form_title(nl.moment_name(moment))))
        _show_report(pin)
        _show_more(pin, action)
        is_next = not is_to_take_over(action, waiting(action, moment))
        show_ways = show_ways or partial(save_button, nl.SAVE, action, is_next=is_next)
    else:
        _show_preparation(pin, action.prepared)
        show_ways = partial(_show_ways_to_prepare, database, action, today)
    save = partial(_save, database, pin, action, moment, today, after_save)
    if pin.version == action.version:
        show_ways(save)
    else:
        show_conflict(database, pin, action, moment, typed_edit(pin, action, moment, today), save)
    if wanting := st.session_state.pop(WANTING, ""):
        st.error(wanting)
    if pin.asked:
        hidden = slot(Fact.INTERNAL) in pin.asked and not is_internal_shown()
        st.html(f'<p class="unsaved">● {nl.INTERNAL_WAITS if hidden else nl.UNSAVED}</p>')
    ask_user()


def _current_pin(action: Action, moment: Moment | None) -> Pin:
    """The form as it is open; opened anew where nothing was typed since the action or the moment changed."""
    pin = pinned(action.id)
    if pin is None or (pin.moment_id != id_of(moment) and pin.version == action.version):
        return pin_form(action, moment)
    if pin.version != action.version and not pin.asked:
        st.info(nl.REFRESHED)
        return pin_form(action, moment)
    return pin if pin.moment_id == id_of(moment) else rebind_form(pin, moment)


def save_button(label: str, action: Action, save: Save, *, is_next: bool = True) -> None:
    """Each action has its own, so that a click on one that still stands there never saves another; ``is_next`` where
    nothing else comes first."""
    look: Literal["primary", "secondary"] = "primary" if is_next else "secondary"
    st.button(label, type=look, width="stretch", key=f"save-{action.id}", shortcut="Ctrl+S", on_click=save)


def _show_preparation(pin: Pin, known: Prepared | None) -> None:
    """What is asked where no moment is open, and where all else belongs."""
    st.subheader(preparing.TITLE)
    if known:
        st.html(f'<p class="quiet">{escape(preparing.prepared_by(known))}</p>')
    _show_report(pin)
    st.html(f'<p class="quiet">{escape(preparing.ONLY_REPORT)}</p>')
    if len(pin.touched) > len(pin.asked):
        st.warning(preparing.REST_KEPT)


def _show_ways_to_prepare(database: Engine, action: Action, today: date, save: Save) -> None:
    save_button(preparing.SAVE, action, save)
    quiet = {}
    if action.prepared:
        quiet[preparing.WITHDRAW] = ("withdraw", _withdraw)
    if may_here(Right.HOLD_MOMENTS):
        quiet[nl.open_one_today(today)] = ("open_moment", partial(_open_moment, today=today))
    with st.container(horizontal=True):
        for label, (key, act) in quiet.items():
            st.button(label, key=key, type="tertiary", on_click=act, args=(database, action))


def _withdraw(database: Engine, action: Action) -> None:
    write = partial(prepare, action_id=action.id, version=action.version, status=None)
    if in_one_click(database, write, preparing.WITHDRAWN):
        _leave(database, action.id, None)


def _open_moment(database: Engine, action: Action, today: date) -> None:
    write = partial(open_moment, day=today, title="", response_ids=[action.recommendation.response.id])
    in_one_click(database, write, nl.opened_moment(today))


def _show_report(pin: Pin) -> None:
    of_status = pin.widget(slot(Fact.STATUS))
    status = st.segmented_control(
        nl.STATUS, list(Status), format_func=_status_word, required=True, width="stretch", **of_status
    )
    is_reason = status is not None and status.wants_reason
    st.text_area(
        nl.REASON_WHEN_DROPPED if is_reason else nl.COMMENT,
        placeholder=nl.DROPPED_HINT if is_reason else nl.COMMENT_HINT,
        height=120,
        **pin.widget(slot(Fact.COMMENT)),
    )
    if pin.moment_id and is_internal_shown():
        st.text_area(nl.INTERNAL, placeholder=nl.INTERNAL_HINT, height=80, **pin.widget(slot(Fact.INTERNAL)))


def _show_agreement(pin: Pin) -> None:
    agreed, by_whom, by_when = AGREEMENT
    with st.expander(nl.AGREEMENT, expanded=not set(AGREEMENT).isdisjoint(pin.touched)):
        st.text_input(nl.AGREEMENT_TEXT, **pin.widget(agreed))
        who, due = st.columns(2)
        who.text_input(nl.AGREEMENT_WHO, **pin.widget(by_whom))
        due.date_input(nl.AGREEMENT_DUE, value=None, **DAY_FIELD, **pin.widget(by_when))


def _show_more(pin: Pin, action: Action) -> None:
    for milestone in filter(can_reach, action.milestones):
        _show_reached(pin, milestone)
    with st.container(horizontal=True, gap="xsmall", key="more"):
        for milestone in (one for one in action.milestones if one.is_movable):
            _show_move(pin, milestone)
        _show_agreement(pin)
        for fact in TEXTS:
            with st.expander(nl.change_fact(FACT[fact]), expanded=slot(fact) in pin.touched):
                st.text_input(FACT[fact], **pin.widget(slot(fact)))


def _show_reached(pin: Pin, milestone: Milestone) -> None:
    day = slot(Fact.REACHED, milestone, ON)
    if st.checkbox(_reached_label(milestone), **pin.widget(slot(Fact.REACHED, milestone))):
        st.date_input(nl.REACHED_ON, **DAY_FIELD, help=nl.REACHED_HELP, **pin.widget(day))


def _show_move(pin: Pin, milestone: Milestone) -> None:
    date_field, reason_field = slot(Fact.PERIOD, milestone), slot(Fact.MOVE_REASON, milestone)
    is_used = date_field in pin.touched or reason_field in pin.touched
    period = milestone.period
    title = nl.move_deadline(period_phrase(period)) if period else nl.agree_deadline(milestone.label)
    with st.expander(label_text(title), expanded=is_used):
        day, reason = st.columns(2)
        day.date_input(nl.NEW_DATE, value=None, **DAY_FIELD, **pin.widget(date_field))
        reason.text_input(nl.MOVE_REASON, **pin.widget(reason_field))


def _save(
    database: Engine, pin: Pin, action: Action, moment: Moment | None, today: date, after_save: Callable[[], None]
) -> None:
    """Saves what was typed over the version on screen, or leaves it to the next run to say what is missing.

    The callback of a click, so that the page is drawn once, with what came of it.
    """
    if pinned(action.id) is not pin:
        return  # a click before this one saved it
    edit, who = typed_edit(pin, action, moment, today), author()
    wanting = [LACK[lack] for lack in (*lacks(edit), *wrong_days(edit, today))]
    if not who:
        wanting.append(nl.WHO_MISSING)
    if wanting:
        st.session_state[WANTING] = "\n\n".join(wanting)
        return
    with faults_told_next(), suppress(EditConflict):  # of those the page shows both
        carry_out(database, who, _writing(action, moment, edit), nl.SAVED if moment else preparing.SAVED)
        _leave(database, action.id, moment)
        after_save()


def _writing(action: Action, moment: Moment | None, edit: Edit) -> Callable[..., None]:
    if moment:
        return partial(save_edit, action_id=action.id, version=action.version, moment_id=moment.id, edit=edit)
    return partial(prepare, action_id=action.id, version=action.version, status=edit.status, comment=edit.comment)


def _leave(database: Engine, action_id: int, moment: Moment | None) -> None:
    """What was saved is typed no longer; what was typed for a moment still is, as long as none is open."""
    if moment is None:
        with read_only(database) as session:
            newest = queries.action(session, action_id)
        if newest:
            pin_form(newest, None)
    else:
        drop_form(action_id)


def _status_word(status: Status) -> str:
    return f"{STATUS_LOOK[status].icon} {STATUS[status]}"


def _reached_label(milestone: Milestone) -> str:
    done = done_words(milestone)
    words = f"**{label_text(period_phrase(milestone.period))}** {done}" if milestone.period else capital(done)
    return f"{words}: {label_text(nl.shortened(milestone.label))}" if milestone.label else words
