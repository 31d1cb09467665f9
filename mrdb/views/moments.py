"""The follow-up moments: the open one, a new one, and the closed ones, which are frozen."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from html import escape
from typing import Any, TypedDict

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from mrdb.domain.discussed import Outcome, comes_up, is_discussed_at
from mrdb.domain.errors import NotAsItWas
from mrdb.domain.meeting import Round, agenda, coverage
from mrdb.domain.response import Action, Moment, MomentState
from mrdb.store.database import Engine, Session, read_only, transaction
from mrdb.store.moments import close_moment, open_moment, prepare_moment, reopen_moment
from mrdb.store.rounds import round_at
from mrdb.text import meeting, nl
from mrdb.text.counting import listed
from mrdb.text.dates import short_date
from mrdb.text.documents import action_numbers
from mrdb.text.labels import MOMENT_STATE
from mrdb.views.addresses import DECISIONS, MEETING, moment_parameters
from mrdb.views.form_state import typed_in
from mrdb.views.next_step import show_next
from mrdb.views.pieces import DAY_FIELD
from mrdb.views.typed_text import kept
from mrdb.views.user import DIALOG, SAID, carried_out, faults_told

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
        name = nl.moment_name(moment.date, moment.title)
        state = MOMENT_STATE[MomentState.OPEN]
        if moment.closed_at:
            state = nl.closed_by(moment.closed_by or "", moment.closed_at, is_document=moment.is_document)
        said = meeting.coverage(coverage(agenda(round_, today))) if round_ else _counts(moment, actions)
        st.html(
            f'<p><b class="large">{escape(name)}</b> <span class="quiet">{escape(state)}</span></p>'
            f"<p>{said}</p>{_people(moment)}"
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            _show_ways(database, moment, today, is_last=is_last)
        if round_:
            _prepare(database, round_)


def _counts(moment: Moment, actions: Sequence[Action]) -> str:
    discussed = sum(is_discussed_at(action, moment) for action in actions)
    counts = nl.document_counts if moment.is_document else nl.moment_counts
    return counts(discussed, sum(comes_up(action, moment) for action in actions))


def _show_ways(database: Engine, moment: Moment, today: date, *, is_last: bool) -> None:
    if moment.is_open:
        show_next(MEETING, meeting.TO_MEETING, moment_parameters(moment))
        offer_closing(database, moment, today, nl.CLOSE_MOMENT)
    elif not moment.is_document:
        st.page_link(DECISIONS, label=f"{meeting.TO_DECISIONS} →", query_params=moment_parameters(moment))
        if is_last and st.button(meeting.REOPEN, key=f"reopen-{moment.id}", type="tertiary"):
            _confirm_reopening(database, moment)


def offer_closing(database: Engine, moment: Moment, today: date, label: str, *, is_next: bool = False) -> None:
    """The button that closes the moment and leads to its decision list; ``is_next`` where nothing else is left."""
    if st.button(label, key=f"close-{moment.id}", type="primary" if is_next else "secondary"):
        _confirm_closing(database, moment, today)


def _people(moment: Moment) -> str:
    said = {
        nl.MOMENT_ATTENDEES: listed(moment.attendees),
        meeting.LEAVING: listed(moment.leaving_early),
        meeting.NEXT_DATE: short_date(moment.next_date) if moment.next_date else "",
    }
    return "".join(f"<p>{label}: {escape(words)}</p>" for label, words in said.items() if words)


@st.dialog(meeting.REOPEN)
def _confirm_reopening(database: Engine, moment: Moment) -> None:
    st.write(meeting.REOPEN_WHY)
    reason = st.text_input(meeting.REOPEN_REASON, key=f"reason-{moment.id}")
    write = partial(reopen_moment, moment_id=moment.id, reason=reason or "")
    if carried_out(database, meeting.REOPEN_CONFIRM, "reopen-confirmed", write, place=DIALOG):
        st.rerun()


@st.dialog(nl.CLOSE_MOMENT)
def _confirm_closing(database: Engine, moment: Moment, today: date) -> None:
    with faults_told():
        with read_only(database) as session:
            round_ = round_at(session, moment.id)
        if left := _left(round_, today):
            st.write(meeting.not_discussed(list(left.values())))
        waiting = typed_in()
        if typed := [action.number for action in round_.actions if action.id in waiting]:
            st.warning(meeting.still_typed(typed))
        st.write(nl.CLOSE_WARNING)
        write = partial(_close, moment_id=moment.id, today=today)
        if carried_out(database, nl.CLOSE_CONFIRM, "close-confirmed", write, place=DIALOG):
            st.switch_page(DECISIONS, query_params=moment_parameters(moment))
        if st.button(nl.CANCEL, key="close-cancelled"):
            st.rerun()


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
        when, words = st.columns([1, 3])
        day = when.date_input(nl.DATE, value=today, **DAY_FIELD, key=f"moment-day/{turn}", persist_state="session")
        asked = _ask_details(when, words, f"new/{turn}", Moment(0, today, "", (), None, None), names)
        lacks = [
            *([] if covered else [meeting.COVERS_NOTHING]),
            *([] if day else [nl.DATE_MISSING]),
            *([meeting.NEXT_TOO_EARLY] if _is_too_early(asked, day) else []),
        ]
        response_ids = [responses[name] for name in covered]
        write = partial(open_moment, day=day, response_ids=response_ids, **asked)
        if carried_out(database, nl.OPEN_MOMENT, "open_moment", write, lacks=lacks):
            st.session_state[TURN] = turn + 1
            st.rerun()


def _prepare(database: Engine, round_: Round) -> None:
    """Title, people and next meeting of an open moment, for as long as it is open."""
    moment = round_.moment
    names = sorted({name for action in round_.actions for name in action.responsibles}, key=str.casefold)
    with st.expander(meeting.PREPARE, key=f"prepare-{moment.id}", on_change="rerun") as box:
        if not box.open:
            return
        seen: Moment = st.session_state.setdefault(f"prepared/{moment.id}", moment)
        when, words = st.columns([1, 3])
        asked = _ask_details(when, words, str(moment.id), seen, names)
        if _is_too_early(asked, moment.date):
            st.error(meeting.NEXT_TOO_EARLY)
        elif st.button(nl.SAVE, key=f"prepared-{moment.id}"):
            _save_prepared(database, moment, seen, asked)


def _save_prepared(database: Engine, moment: Moment, seen: Moment, asked: "_Details") -> None:
    """Where a colleague was first, says what stands there now; a second click then knowingly replaces it."""
    del st.session_state[f"prepared/{moment.id}"]
    try:
        with transaction(database) as session:
            prepare_moment(session, moment.id, before=seen, **asked)
    except NotAsItWas:
        st.error(meeting.prepared_meanwhile(moment))
    else:
        st.session_state[SAID] = nl.SAVED
        st.rerun()


class _Details(TypedDict):
    title: str
    attendees: Sequence[str]
    leaving_early: Sequence[str]
    next_date: date | None


def _ask_details(when: DeltaGenerator, words: DeltaGenerator, key: str, seen: Moment, names: Sequence[str]) -> _Details:
    """Whoever is present may be a known responsible or somebody else; those who leave early are among the known.

    Any day is taken: one that is too early is told, where the widget would drop it without a word.
    """

    def at(field: str) -> dict[str, Any]:
        return {"key": kept(f"moment-{field}/{key}"), "persist_state": "session"}

    following = when.date_input(meeting.NEXT_DATE, value=seen.next_date, **DAY_FIELD, **at("next"))
    hint = nl.MOMENT_TITLE_HINT
    title = words.text_input(nl.MOMENT_TITLE, value=seen.title, placeholder=hint, max_chars=200, **at("title"))
    present = words.multiselect(
        nl.MOMENT_ATTENDEES,
        list(dict.fromkeys((*names, *seen.attendees))),
        default=list(seen.attendees),
        accept_new_options=True,
        placeholder=meeting.PRESENT_HINT,
        **at("attendees"),
    )
    leaving = words.multiselect(
        meeting.LEAVING,
        list(dict.fromkeys((*names, *seen.leaving_early))),
        default=list(seen.leaving_early),
        placeholder=meeting.LEAVING_HINT,
        help=meeting.LEAVING_WHY,
        **at("leaving"),
    )
    return {"title": (title or "").strip(), "attendees": present, "leaving_early": leaving, "next_date": following}


def _is_too_early(asked: _Details, day: date | None) -> bool:
    return bool(day and asked["next_date"] and asked["next_date"] <= day)
