"""The form of one action: a new stand van zaken in the open follow-up moment."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from mrdb.domain.edit import lacks, wrong_days
from mrdb.domain.errors import EditConflict, MrdbError
from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, Milestone, Moment
from mrdb.domain.roles import Right
from mrdb.domain.status import Status
from mrdb.store import queries
from mrdb.store.database import Engine, read_only
from mrdb.store.moments import open_moment
from mrdb.store.writing import save_edit
from mrdb.text import nl
from mrdb.text.colours import STATUS_LOOK
from mrdb.text.decisions import capital
from mrdb.text.faults import sentence
from mrdb.text.labels import FACT, LACK, STATUS
from mrdb.text.people import SECRETARY_OPENS
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
    pin_form,
    pinned,
    rebind_form,
    slot,
    typed_edit,
)
from mrdb.views.internal import is_internal_shown
from mrdb.views.pieces import DAY_FIELD, label_text
from mrdb.views.rights import may_here
from mrdb.views.sign_in import fragment
from mrdb.views.typed_forms import keep_part
from mrdb.views.user import PROBLEM, ask_user, author, carried_out, carry_out, faults_told, has_news

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
    """The form where a moment is open; where none is, the offer to open one.

    ``show_ways`` draws the buttons, one of which is to save; ``after_save`` may lead to another action. What is typed
    here draws nothing but the form anew, until the page around it shows something else.
    """
    with faults_told():
        if _is_overtaken(database, action, moment):
            st.rerun()
        with st.container(border=True, key="form"):
            if moment is None:
                st.subheader(nl.FORM)
                _offer_moment(database, action, today)
            else:
                ways = show_ways or partial(save_button, nl.SAVE, action)
                _show_fields(database, action, moment, today, ways, after_save)
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
    moment: Moment,
    today: date,
    show_ways: Callable[[Save], None],
    after_save: Callable[[], None],
) -> None:
    pin = _current_pin(action, moment)
    st.subheader(label_text(nl.form_title(nl.moment_name(moment.date, moment.title))))
    _show_report(pin)
    _show_more(pin, action)
    save = partial(_save, database, pin, action, moment, today, after_save)
    if pin.version == action.version:
        show_ways(save)
    else:
        show_conflict(database, pin, action, moment, typed_edit(pin, action, moment, today), save)
    if wanting := st.session_state.pop(WANTING, ""):
        st.error(wanting)
    if pin.touched:
        hidden = slot(Fact.INTERNAL) in pin.touched and not is_internal_shown()
        st.html(f'<p class="unsaved">● {nl.INTERNAL_WAITS if hidden else nl.UNSAVED}</p>')
    ask_user()


def _current_pin(action: Action, moment: Moment) -> Pin:
    """The form as it is open; opened anew where nothing was typed since the action or the moment changed."""
    pin = pinned(action.id)
    if pin is None or (pin.moment_id != moment.id and pin.version == action.version):
        return pin_form(action, moment)
    if pin.version != action.version and not pin.touched:
        st.info(nl.REFRESHED)
        return pin_form(action, moment)
    return pin if pin.moment_id == moment.id else rebind_form(pin, moment)


def save_button(label: str, action: Action, save: Save) -> None:
    """Each action has its own, so that a click on one that still stands there never saves another."""
    st.button(label, type="primary", width="stretch", key=f"save-{action.id}", shortcut="Ctrl+S", on_click=save)


def _offer_moment(database: Engine, action: Action, today: date) -> None:
    is_to_open = may_here(Right.HOLD_MOMENTS)
    st.write(nl.NO_OPEN_MOMENT if is_to_open else f"{nl.NO_OPEN_MOMENT} {SECRETARY_OPENS}")
    pin = pinned(action.id)
    if pin is not None and pin.touched:
        st.warning(nl.TEXT_KEPT)
        st.text(pin.comment)
    write = partial(open_moment, day=today, title="", response_ids=[action.recommendation.response.id])
    if is_to_open and carried_out(database, nl.open_one_today(today), "open_moment", write, nl.opened_moment(today)):
        st.rerun()


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
    if is_internal_shown():
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
    database: Engine, pin: Pin, action: Action, moment: Moment, today: date, after_save: Callable[[], None]
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
    write = partial(save_edit, action_id=action.id, version=action.version, moment_id=moment.id, edit=edit)
    try:
        carry_out(database, who, write, lambda _: nl.SAVED)
    except EditConflict:
        return  # the page shows both
    except MrdbError as error:
        st.session_state[PROBLEM] = sentence(error)
        return
    drop_form(action.id)
    after_save()


def _status_word(status: Status) -> str:
    return f"{STATUS_LOOK[status].icon} {STATUS[status]}"


def _reached_label(milestone: Milestone) -> str:
    done = done_words(milestone)
    words = f"**{label_text(period_phrase(milestone.period))}** {done}" if milestone.period else capital(done)
    return f"{words}: {label_text(nl.shortened(milestone.label))}" if milestone.label else words
