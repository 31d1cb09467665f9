"""The follow-up moments: the open one, a new one, and the closed ones, which are frozen but for a mistake."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from html import escape
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.discussed import Outcome, comes_up, is_discussed_at
from mrdb.domain.errors import NotAsItWas
from mrdb.domain.facts import OF_MOMENT, Fact
from mrdb.domain.followup import responsibles_of, waiting
from mrdb.domain.meeting import Round, agenda, coverage, is_empty
from mrdb.domain.response import Action, Moment, MomentState
from mrdb.domain.roles import Right
from mrdb.store.database import Engine, Session, read_only
from mrdb.store.moments import change_moment, close_moment, open_moment, remove_moment, reopen_moment
from mrdb.store.rounds import round_at
from mrdb.text import meeting, nl
from mrdb.text import moments as words
from mrdb.text.counting import listed
from mrdb.text.dates import short_date
from mrdb.text.documents import action_numbers
from mrdb.text.labels import FACT, MOMENT_STATE
from mrdb.text.prepared import prepared_of
from mrdb.views.addresses import DECISIONS, MEETING, moment_parameters
from mrdb.views.form_state import typed_in
from mrdb.views.next_step import show_next
from mrdb.views.pieces import DAY_FIELD, label_text
from mrdb.views.rights import may_here
from mrdb.views.sign_in import dialog
from mrdb.views.typed_text import kept
from mrdb.views.user import carried_out, carry_out, confirmed_by, done_in_dialog, faults_told

TURN = "moments_opened"
"""Tells one empty form from the next: what was typed into one that opened a moment never comes back."""
AT_ONCE = 20
"""Moments of which one can oversee the cards."""


def show_moment(database: Engine, moment: Moment, actions: Sequence[Action], today: date, *, is_last: bool) -> None:
    """One moment as a card, with how many of the ``actions`` of its documents were discussed; ``is_last`` where no
    later one was held of these documents, so that it may be reopened."""
    with st.container(border=True, key=f"card-{moment.id}"):
        round_ = None
        if moment.is_open:
            with read_only(database) as session:
                round_ = round_at(session, moment.id)
        name = nl.moment_name(moment)
        state = MOMENT_STATE[MomentState.OPEN]
        if moment.closed_at:
            state = nl.closed_by(moment.closed_by or "", moment.closed_at, is_document=moment.is_document)
        said = _progress(round_, today) if round_ else _counts(moment, actions)
        st.html(
            f'<p><b class="large">{escape(name)}</b> <span class="quiet">{escape(state)}</span></p>'
            f"<p>{said}</p>{_people(moment)}"
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            _show_ways(database, moment, round_, actions, today, is_last=is_last)
        if round_ and may_here(Right.HOLD_MOMENTS):
            _prepare(database, round_)


def _progress(round_: Round, today: date) -> str:
    items = agenda(round_, today)
    counts, prepared = coverage(items), sum(waiting(item.action, round_.moment) is not None for item in items)
    said = [meeting.coverage(counts)] + ([prepared_of(prepared, counts.total())] if prepared else [])
    return "</p><p>".join(said)


def _counts(moment: Moment, actions: Sequence[Action]) -> str:
    discussed = sum(is_discussed_at(action, moment) for action in actions)
    counts = nl.document_counts if moment.is_document else nl.moment_counts
    return counts(discussed, sum(comes_up(action, moment) for action in actions))


def _show_ways(
    database: Engine, moment: Moment, round_: Round | None, actions: Sequence[Action], today: date, *, is_last: bool
) -> None:
    is_to_hold = may_here(Right.HOLD_MOMENTS)
    if round_:
        is_to_remove = is_to_hold and is_empty(round_.lines)
        show_next(MEETING, meeting.TO_MEETING, moment_parameters(moment))
        offer_closing(database, moment, today, nl.CLOSE_MOMENT)
        if is_to_remove and st.button(words.REMOVE, key=f"remove-{moment.id}", type="tertiary"):
            _confirm_removing(database, moment)
    elif not moment.is_document:
        st.page_link(DECISIONS, label=f"{meeting.TO_DECISIONS} →", query_params=moment_parameters(moment))
        if is_to_hold and is_last and st.button(meeting.REOPEN, key=f"reopen-{moment.id}", type="tertiary"):
            _confirm_reopening(database, moment)
        if is_to_hold and st.button(words.CORRECT, key=f"correct-{moment.id}", type="tertiary"):
            _correct(database, moment, responsibles_of(actions))


def offer_closing(database: Engine, moment: Moment, today: date, label: str, *, is_next: bool = False) -> None:
    """The button that closes the moment and leads to its decision list; ``is_next`` where nothing else is left."""
    look: Literal["primary", "secondary"] = "primary" if is_next else "secondary"
    if may_here(Right.HOLD_MOMENTS) and st.button(label, key=f"close-{moment.id}", type=look):
        _confirm_closing(database, moment, today)


def _people(moment: Moment) -> str:
    said = {
        Fact.ATTENDEES: listed(moment.attendees),
        Fact.ABSENT: listed(moment.absent),
        Fact.LEAVING_EARLY: listed(moment.leaving_early),
        Fact.NEXT_DATE: short_date(moment.next_date) if moment.next_date else "",
    }
    return "".join(f"<p>{FACT[fact]}: {escape(text)}</p>" for fact, text in said.items() if text)


@dialog(meeting.REOPEN)
def _confirm_reopening(database: Engine, moment: Moment) -> None:
    st.write(meeting.REOPEN_WHY)
    reason = st.text_input(meeting.REOPEN_REASON, key=f"reason-{moment.id}")
    write = partial(reopen_moment, moment_id=moment.id, reason=reason or "")
    if done_in_dialog(database, meeting.REOPEN_CONFIRM, "reopen-confirmed", write):
        st.rerun()


@dialog(words.CORRECT, width="large")
def _correct(database: Engine, moment: Moment, names: Sequence[str]) -> None:
    """What is typed here is gone with the dialog: it opens on what stands there."""
    st.write(words.CORRECT_WHY)
    asked, lacks = _ask(st.columns([1, 2]), moment, names, lambda field: {"key": f"correct-{field}-{moment.id}"})
    reason = st.text_input(words.CORRECT_REASON, key=f"correct-reason-{moment.id}")
    write = partial(change_moment, before=moment, after=asked, reason=reason or "")
    if done_in_dialog(database, nl.SAVE, "correct-confirmed", write, nl.SAVED, lacks=lacks):
        st.rerun()


@dialog(words.REMOVE)
def _confirm_removing(database: Engine, moment: Moment) -> None:
    st.write(words.REMOVE_WHY)
    write = partial(remove_moment, moment_id=moment.id)
    if done_in_dialog(database, words.REMOVE_CONFIRM, "remove-confirmed", write, words.removed(moment.date)):
        st.rerun()


@dialog(nl.CLOSE_MOMENT)
def _confirm_closing(database: Engine, moment: Moment, today: date) -> None:
    with faults_told():
        with read_only(database) as session:
            round_ = round_at(session, moment.id)
        if left := _left(round_, today):
            st.write(label_text(meeting.not_discussed(list(left.values()))))
        waiting = typed_in()
        if typed := [action.number for action in round_.actions if action.id in waiting]:
            st.warning(label_text(meeting.still_typed(typed)))
        st.write(nl.CLOSE_WARNING)
        write = partial(_close, moment_id=moment.id, today=today)
        if done_in_dialog(database, nl.CLOSE_CONFIRM, "close-confirmed", write):
            st.switch_page(DECISIONS, query_params=moment_parameters(moment))


def _close(session: Session, *, moment_id: int, today: date, author: str, at: datetime) -> None:
    """What was left is what is left now, not when the dialog opened."""
    close_moment(session, moment_id, author, at, not_discussed=_left(round_at(session, moment_id), today))


def _left(round_: Round, today: date) -> dict[int, str]:
    """What was not dealt with: the actions' ids and numbers, in the agenda's order."""
    items, numbers = agenda(round_, today), action_numbers(round_.actions)
    return {item.action.id: numbers[item.action.id] for item in items if item.outcome == Outcome.OPEN}


def show_new_moment(
    database: Engine, responses: Mapping[str, int], names: Sequence[str], today: date, newest: int, *, is_next: bool
) -> None:
    """The form that opens a moment for one or more of these management responses (name to id).

    ``names`` are the responsibles to choose from. Once it has opened a moment the form starts empty; what colleagues
    open meanwhile leaves it as it is. ``newest`` is the id of the newest moment; ``is_next`` where none is open, else
    it is folded away.
    """
    turn = st.session_state.setdefault(TURN, newest)
    with st.expander(nl.OPEN_MOMENT, expanded=is_next, key="form"):
        covered = list(responses)
        if len(responses) > 1:
            covered = st.multiselect(
                nl.RESPONSE, covered, default=covered, key=f"moment-covers/{turn}", persist_state="session"
            )
        asked, lacks = _ask(st.columns([1, 3]), Moment(0, today, "", (), None, None), names, _kept(f"new/{turn}"))
        write = partial(
            open_moment,
            day=asked.date,
            title=asked.title,
            attendees=asked.attendees,
            absent=asked.absent,
            leaving_early=asked.leaving_early,
            next_date=asked.next_date,
            response_ids=[responses[name] for name in covered],
        )
        lacks = [*([] if covered else [meeting.COVERS_NOTHING]), *lacks]
        if carried_out(database, nl.OPEN_MOMENT, "open_moment", write, lacks=lacks):
            st.session_state[TURN] = turn + 1
            st.rerun()


def _prepare(database: Engine, round_: Round) -> None:
    """Day, title, people and next meeting of an open moment, for as long as it is open."""
    moment, pin = round_.moment, f"prepared/{round_.moment.id}"
    with st.expander(meeting.PREPARE, key=f"prepare-{moment.id}", on_change="rerun") as box:
        if not box.open:
            return
        version = max((line.id for line in round_.lines if line.fact in OF_MOMENT), default=0)
        seen, version = st.session_state.setdefault(pin, (moment, version))
        asked, lacks = _ask(st.columns([1, 3]), seen, responsibles_of(round_.actions), _kept(f"{moment.id}-{version}"))
        place = f"prepare-{moment.id}"
        who = confirmed_by(nl.SAVE, f"prepared-{moment.id}", place=place, lacks=lacks, is_next=False)
        if not who:
            return
        with faults_told():
            try:
                carry_out(database, who, partial(change_moment, before=seen, after=asked), nl.SAVED)
            except NotAsItWas:  # a second click knowingly replaces what a colleague wrote
                st.session_state[pin] = (moment, version)
                st.error(label_text(meeting.prepared_meanwhile(moment)))
            else:
                del st.session_state[pin]
                st.rerun()


At = Callable[[str], Mapping[str, Any]]
"""What the widget of a field is told: its key, and whether what it holds stays."""


def _kept(key: str) -> At:
    """What is typed stays, whatever page one visits."""
    return lambda field: {"key": kept(f"moment-{field}/{key}"), "persist_state": "session"}


def _ask(columns: Sequence[DeltaGenerator], seen: Moment, names: Sequence[str], at: At) -> tuple[Moment, list[str]]:
    """The moment as it is asked for, and what is wanting. Whoever is present or absent may be a known responsible or
    somebody else; those who leave early are among the known.

    Any day is taken: one that is too early is told, where the widget would drop it without a word.
    """
    when, what = columns
    day = when.date_input(nl.DATE, value=seen.date, **DAY_FIELD, **at("day"))
    following = when.date_input(FACT[Fact.NEXT_DATE], value=seen.next_date, **DAY_FIELD, **at("next"))
    hint = nl.MOMENT_TITLE_HINT
    title = what.text_input(FACT[Fact.TITLE], value=seen.title, placeholder=hint, max_chars=200, **at("title"))

    def people(fact: Fact, field: str, known: Sequence[str], **extra: Any) -> tuple[str, ...]:
        options = list(dict.fromkeys((*names, *known)))
        return tuple(what.multiselect(FACT[fact], options, default=list(known), **extra, **at(field)))

    anybody = {"accept_new_options": True, "placeholder": meeting.PRESENT_HINT}
    early = {"placeholder": meeting.LEAVING_HINT, "help": meeting.LEAVING_WHY}
    asked = replace(
        seen,
        date=day or seen.date,
        title=(title or "").strip(),
        attendees=people(Fact.ATTENDEES, "attendees", seen.attendees, **anybody),
        absent=people(Fact.ABSENT, "absent", seen.absent, **anybody),
        leaving_early=people(Fact.LEAVING_EARLY, "leaving", seen.leaving_early, **early),
        next_date=following,
    )
    lacks = [] if day else [nl.DATE_MISSING]
    if asked.next_date and asked.next_date <= asked.date:
        lacks.append(meeting.NEXT_TOO_EARLY)
    if not set(asked.attendees).isdisjoint(asked.absent):
        lacks.append(meeting.HERE_AND_NOT)
    return asked, lacks
