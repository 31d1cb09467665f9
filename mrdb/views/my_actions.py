"""What somebody answers for, on one page: late first, with the form of one action at a time in its own card."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from itertools import groupby

import streamlit as st

from mrdb.domain.agreements import AgreedOn
from mrdb.domain.errors import MrdbError
from mrdb.domain.facts import Fact
from mrdb.domain.followup import attention_day, count_actions, current_status, urgency
from mrdb.domain.meeting import last_moments
from mrdb.domain.my_actions import Group, Place, is_unreported, own_actions, own_agreements, place_of
from mrdb.domain.people import Person
from mrdb.domain.response import Action, Change, Moment, Prepared
from mrdb.reading.responsibles import read_responsibles
from mrdb.store.database import Engine, read_only
from mrdb.store.people import note_seen
from mrdb.store.queries import actions, changes, covered, moments, newest_line, open_moments
from mrdb.text import my_actions as words
from mrdb.text import nl
from mrdb.text.comparison import JOURNAL
from mrdb.text.dates import short_date
from mrdb.text.documents import action_documents
from mrdb.text.meeting import line_words
from mrdb.text.prepared import prepared_by
from mrdb.views.action_form import show_form
from mrdb.views.action_line import link_to_action
from mrdb.views.addresses import HISTORY, ask_for, asked_action
from mrdb.views.agreements import show_own
from mrdb.views.comparison import VIEW
from mrdb.views.form_state import typed_in
from mrdb.views.internal import facts_shown, is_internal_shown
from mrdb.views.pieces import status_pill, urgency_pill
from mrdb.views.prepared import show_waiting
from mrdb.views.rights import may_edit_here, show_why_not
from mrdb.views.sign_in import fragment, person_here
from mrdb.views.tables import page_of
from mrdb.views.typed_forms import keep_part
from mrdb.views.user import faults_told, keep_user, show_said, writing

PART, PLACES, SEEN, CLOSED = "my_actions", "places_of_mine", "seen_line", "mine_closed"
AT_ONCE = 25
"""Cards: what a few screens hold."""
MOST_NEWS = 10
"""Lines of the journal: the others stand on Historiek."""


@dataclass(frozen=True, slots=True)
class Own:
    """What whoever sits at this screen answers for now.

    ``last`` and ``rounds`` tell the last and the open moment of each document, ``names`` the document of each action
    where there are several, all by their ids.
    """

    person: Person
    actions: tuple[Action, ...]
    agreements: tuple[AgreedOn, ...]
    last: Mapping[int, Moment]
    rounds: Mapping[int, Moment]
    names: Mapping[int, str]


def places_now(database: Engine, today: date) -> dict[int, Place]:
    """Where each of these actions stands among the others, by its id; as before, as long as the form of one is open."""
    kept: dict[int, Place] = st.session_state.get(PLACES, {})
    if asked_action() in kept:
        return kept
    own = own_now(database, today)
    found = st.session_state[PLACES] = {action.id: _place(action, own, today) for action in own.actions}
    return found


def _place(action: Action, own: Own, today: date) -> Place:
    return place_of(action, own.last.get(action.recommendation.response.id), today)


def own_now(database: Engine, today: date) -> Own:
    person = person_here()
    assert person is not None  # without a sign-in there is no such page
    with read_only(database) as session:
        everything, rounds = actions(session), open_moments(session)
        last = last_moments(moments(session), covered(session))
    return Own(
        person=person,
        actions=own_actions(everything, person, today),
        agreements=own_agreements(person, everything, today, read_responsibles),
        last=last,
        rounds=rounds,
        names=action_documents(everything),
    )


def seen_before(database: Engine) -> int | None:
    """The newest line of the journal at the visit before this session, None where there was none; notes this visit,
    where anything can be written: to read one needs no more than that."""
    person = person_here()
    assert person is not None
    with read_only(database) as session:
        newest = newest_line(session)
    since: int | None = st.session_state.setdefault(SEEN, person.seen_line)
    if person.seen_line != newest:
        with suppress(MrdbError), writing(database, is_news=False) as session:
            note_seen(session, newest)
    return since


@fragment(key=PART)
def show_mine(database: Engine, today: date, places: Mapping[int, Place], since: int | None) -> None:
    """The counts, the actions, what others changed ``since`` that line of the journal, and the agreements.

    Each action keeps the place that it had when the page was opened (``places``), whatever is saved of it here: its
    card shows the new state, and nothing jumps away under the eyes of who goes through the list.
    """
    show_said()
    with faults_told():
        own = own_now(database, today)
        with st.container(horizontal=True, vertical_alignment="center", gap="large"):
            st.title(words.TITLE, width="content")
            if own.actions or own.agreements:
                _show_counts(own, today)
        if not own.actions:
            since = None  # of nothing, nothing changed
        is_beside = since is not None or bool(own.agreements)
        left, right = st.columns([5, 3], gap="large") if is_beside else (st.container(), None)
        with left:
            _show_list(database, own, places, today)
        with right or st.container():
            if since is not None:
                _show_news(_news(database, own, since), own)
            if own.agreements:
                st.header(words.AGREEMENTS)
                editable = {one.action.id for one in own.agreements if _is_to_edit(one.action, own, today)}
                show_own(database, own.agreements, today, own.names, editable)
    keep_user()
    keep_part(PART)


def _news(database: Engine, own: Own, since: int) -> tuple[Change, ...]:
    """What others changed of these actions after that line, the newest first.

    That what was prepared came up is told by what was said there; that an action did not come up changed nothing.
    """
    ids, me = [action.id for action in own.actions], own.person.id
    with read_only(database) as session:
        facts = facts_shown() - {Fact.NOT_DISCUSSED}
        found = changes(session, since=since + 1, among=ids, not_by=me, facts=facts, most=MOST_NEWS)
    return tuple(line for line in found if line.fact != Fact.PREPARED or line.moment is None)


def _show_counts(own: Own, today: date) -> None:
    counts = count_actions(own.actions, today)
    unreported = sum(is_unreported(one, own.last.get(one.recommendation.response.id)) for one in own.actions)
    numbers = words.counts(counts.overdue, counts.soon, unreported, len(own.agreements))
    shown = "".join(f'<span class="{"" if n else "none"}"><b>{n}</b> {escape(what)}</span>' for n, what in numbers)
    st.html(f'<p class="counts">{shown}</p>', width="stretch")


def _show_list(database: Engine, own: Own, places: Mapping[int, Place], today: date) -> None:
    """Every action in its card, under why it stands there; what is closed folded."""
    if not own.actions:
        is_linked = any(one.holds_on(today) for one in own.person.answers)
        st.info(words.NO_ACTIONS if is_linked else words.NOT_LINKED)
        return
    if not any(_is_to_edit(action, own, today) for action in own.actions):
        show_why_not()
    placed = [(places.get(action.id) or _place(action, own, today), action) for action in own.actions]
    placed.sort(key=lambda one: one[0])
    waiting = [one for one in placed if one[0].group != Group.CLOSED]
    closed = [action for place, action in placed if place.group == Group.CLOSED]
    shown = page_of(waiting, AT_ONCE, "part/mine", _place_of_form(action for _, action in waiting) or 0)
    for group, found in groupby(shown, lambda one: one[0].group):
        st.header(words.GROUP[group])
        for _, action in found:
            _show_card(database, own, action, today)
    if closed:
        _show_closed(database, own, closed, today)


def _show_closed(database: Engine, own: Own, closed: Sequence[Action], today: date) -> None:
    if (place := _place_of_form(closed)) is not None:
        st.session_state.setdefault(CLOSED, True)
    with st.expander(words.closed(len(closed)), key=CLOSED, on_change="rerun") as box:
        if box.open:
            for action in page_of(closed, AT_ONCE, "part/mine_closed", place or 0):
                _show_card(database, own, action, today)


def _place_of_form(actions: Iterable[Action]) -> int | None:
    """Where among these stands the one with the form that the address asks for: a page that is loaded anew shows it."""
    asked = asked_action()
    return next((place for place, action in enumerate(actions) if action.id == asked), None)


def _show_card(database: Engine, own: Own, action: Action, today: date) -> None:
    """How the action stands, and the way to its form; the form itself where the address asks for it."""
    is_to_edit, is_open = _is_to_edit(action, own, today), asked_action() == action.id
    with st.container(border=True, key=f"card-{action.id}"):
        about, way = st.columns([7, 2])
        with about, st.container(gap="xxsmall"):
            link_to_action(action)
            st.html(_state(action, own, today))
            if action.prepared and not is_open:  # the form itself tells too
                st.html(_prepared(action.prepared))
        if not is_to_edit:
            return
        way.button(
            words.CLOSE_FORM if is_open else words.REPORT,
            key=f"form-of-{action.id}",
            type="tertiary" if is_open else "secondary",
            width="stretch",
            on_click=ask_for,
            args=(None if is_open else action.id,),
        )
        if is_open:
            moment = own.rounds.get(action.recommendation.response.id)
            if moment:
                show_waiting(database, action, moment, is_to_edit=True, go_on=partial(ask_for, None))
            show_form(database, action, moment, today, after_save=_close_form)


def _state(action: Action, own: Own, today: date) -> str:
    """Term, status, document and what was said last, as HTML."""
    haste, day = urgency(action, today), attention_day(action, today)
    left = nl.urgency_with_days(haste, day, today) if haste and day else ""
    term = f'<b class="day">{short_date(day)}</b>' if haste and day else ""
    is_typed = action.id in typed_in() and asked_action() != action.id  # the form itself says so too
    unsaved = f'<span class="unsaved">● {escape(nl.UNSAVED)}</span>' if is_typed else ""
    document = f'<span class="quiet">{escape(own.names.get(action.id, ""))}</span>'
    when, said = words.said_last(action)
    return (
        f'<p class="state">{term} {urgency_pill(haste, left)} {status_pill(current_status(action))} {document}'
        f'{unsaved}</p><p class="said"><b>{escape(when)}</b> {escape(said)}</p>'
    )


def _prepared(one: Prepared) -> str:
    status = status_pill(one.status)
    return f'<p class="said"><b>{escape(prepared_by(one))}</b> {status} {escape(one.comment)}</p>'


def _is_to_edit(action: Action, own: Own, today: date) -> bool:
    return may_edit_here(action, today, is_round_open=action.recommendation.response.id in own.rounds)


def _close_form() -> None:
    ask_for(None)
    st.rerun(scope=PART)


def _show_news(news: Sequence[Change], own: Own) -> None:
    """A save at a time, with its action; the rest of the journal stands on Historiek."""
    st.header(words.NEWS)
    if not news:
        st.html(f'<p class="quiet">{escape(words.NO_NEWS)}</p>')
        return
    known = {action.id: action for action in own.actions}
    with st.container(key="mine_news", gap="xxsmall"):
        for (action_id, author, at), lines in groupby(news, lambda line: (line.action_id, line.author, line.at)):
            action, is_told = known[action_id or 0], is_internal_shown()
            link_to_action(action, own.names.get(action.id, ""), is_short=True)
            said = " · ".join(line_words(line, with_internal=is_told) for line in reversed(list(lines)))
            st.html(f'<p>{escape(said)}<br><span class="quiet small">{escape(words.by_at(author, at))}</span></p>')
    st.page_link(HISTORY, label=words.ALL_NEWS, query_params={VIEW: JOURNAL})
