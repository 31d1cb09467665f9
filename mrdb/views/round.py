"""What concerns the whole round: the agenda that stays up to date, what is confirmed or asked together."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from html import escape
from itertools import groupby, islice
from string import ascii_uppercase

import streamlit as st

from mrdb.clock import now
from mrdb.domain.followup import current_status, report_at, responsibles_of
from mrdb.domain.meeting import (
    PAUSE,
    AgendaItem,
    AgendaPart,
    Round,
    agenda,
    confirmable,
    coverage,
    neighbours,
    time_spent,
    to_realise,
)
from mrdb.domain.response import Action, Moment, Realisation, Recommendation
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import mark, moments
from mrdb.store.rounds import round_at
from mrdb.store.writing import answer_realised, confirm_unchanged
from mrdb.text import meeting, nl
from mrdb.text.colours import OUTCOME_LOOK
from mrdb.text.documents import action_documents, action_numbers
from mrdb.views.addresses import ask_for
from mrdb.views.form_state import typed_in
from mrdb.views.news import rerun_on_news
from mrdb.views.one_choice import choose_moment
from mrdb.views.pieces import label_text, status_pill
from mrdb.views.sign_in import fragment
from mrdb.views.tables import around
from mrdb.views.typed_text import kept
from mrdb.views.user import PROBLEM, SAID, faults_told, in_one_click

PART = "round"
"""The key of the fragment that a click draws anew: the meeting, without the page around it."""
SINCE, ON_TURN = "meeting_since", "meeting_on_turn"
"""Since when this screen has had its action before it, and the id of the one that it has, or is about to have."""
MOST = 60
"""More actions than this nobody oversees before confirming them together."""
AT_ONCE, STRIP = 30, "meeting_strip"
"""More actions than this do not fit above the one that is on; the place on the agenda of which the strip shows the
surroundings, and the action for which that was chosen."""


def chosen_round(database: Engine) -> Moment | None:
    """The moment that is open; where several are, the one that is chosen. None where none is."""
    with read_only(database) as session:
        return choose_moment([moment for moment in moments(session) if moment.is_open])


@fragment(run_every="30s")
def show_agenda(database: Engine, moment_id: int, current: Action | None, today: date) -> None:
    """The counter and the agenda, on every screen the same within two seconds; typed text is not touched by it.

    Its clock tells minutes, and needs no more than a look every half of one.
    """
    with faults_told():
        with read_only(database) as session:
            rerun_on_news(mark(session))
            round_ = round_at(session, moment_id)
        _show_agenda(round_, current, today)


def _show_agenda(round_: Round, current: Action | None, today: date) -> None:
    items, on_screen = agenda(round_, today), current.id if current else None
    place = next((place for place, item in enumerate(items) if item.action.id == on_screen), 0)
    chosen_for, chosen = st.session_state.get(STRIP, (None, 0))
    shown = around(items, chosen if chosen_for == on_screen else place, AT_ONCE)
    before = items.index(shown[0]) if shown else 0
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(
            f'<p class="coverage">{escape(meeting.coverage(coverage(items)))} '
            f'<span class="quiet clock">{escape(_clock(round_, current))}</span></p>'
        )
        if current is not None:
            _show_neighbours(items, current)
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall", key="agenda"):
        documents = action_documents(round_.actions)
        letters = dict(zip(dict.fromkeys(documents.values()), ascii_uppercase, strict=False))
        if before:
            _offer_others(f"← {meeting.not_shown(before)}", on_screen, before - AT_ONCE)
        for part, group in groupby(shown, key=lambda item: item.part):
            if not round_.is_ordered_by_hand:
                st.html(f'<p class="quiet part">{escape(meeting.AGENDA_PART[part])}</p>', width="content")
            for item in group:
                document = documents.get(item.action.id, "")
                name = f"{letters.get(document, '')} {item.action.number}".strip()
                _show_item(item, name, document, is_current=item.action.id == on_screen)
        if after := len(items) - len(shown) - before:
            _offer_others(f"{meeting.not_shown(after)} →", on_screen, before + AT_ONCE)
        said = meeting.legend(letters, with_skipped=any(item.part == AgendaPart.SKIPPED for item in shown))
        st.html(f'<p class="quiet part">{escape(said)}</p>', width="content")
    if current is not None:
        _tell_of_news(round_, current)


def _offer_others(label: str, on_screen: int | None, start: int) -> None:
    """The part of the agenda that begins there, in the place of the one that is shown."""
    shown = {STRIP: (on_screen, start + AT_ONCE // 3)}
    st.button(label, key=f"strip-{start}", type="tertiary", on_click=st.session_state.update, args=(shown,))


def _show_neighbours(items: tuple[AgendaItem, ...], current: Action) -> None:
    ways = ((f"← {nl.PREVIOUS}", "Alt+Up"), (f"{nl.NEXT} →", "Alt+Down"))
    for (label, key), to in zip(ways, neighbours(items, current.id), strict=True):
        st.button(label, disabled=to is None, shortcut=key, on_click=_turn_to, args=(to,))


def _clock(round_: Round, current: Action | None) -> str:
    """How long the group has been meeting, and how long this screen has had this action before it."""
    at = now()
    shown, since = st.session_state.get(SINCE, (None, at))
    if current is None or shown != current.id:
        since = at
        st.session_state[SINCE] = (current.id if current else None, at)
    here = at - since
    return meeting.clock(time_spent(round_.lines, at), here if current and here <= PAUSE else None)


def _tell_of_news(round_: Round, current: Action) -> None:
    """Somebody else saved the action on this screen: one click shows it. Unasked, it could take a half-typed word."""
    newest = next((action for action in round_.actions if action.id == current.id), current)
    if newest.version == current.version:
        return
    who = next((line.author for line in round_.lines if line.action_id == current.id), meeting.SOMEBODY)
    said, show = st.columns([5, 1], vertical_alignment="center")
    said.info(meeting.news(label_text(who)))
    # Named, because a screen that only follows would show the next one.
    show.button(meeting.SHOW_NEWS, key="show_news", width="stretch", on_click=_turn_to, args=(current,))


def _show_item(item: AgendaItem, name: str, document: str, *, is_current: bool) -> None:
    """A button, because a link to the page that one is on would leave the address as it is."""
    icon = meeting.SKIP_ICON if item.part == AgendaPart.SKIPPED else OUTCOME_LOOK[item.outcome].icon
    words = label_text(f"{icon} {name}")
    label = f":primary-background[**{words}**]" if is_current else words
    why = label_text(": ".join(filter(None, (meeting.OUTCOME[item.outcome], document, item.action.text, item.note))))
    key = f"agenda-{item.action.id}"
    st.button(label, key=key, type="tertiary", help=why, on_click=_turn_to, args=(item.action,))


def together_at(moment: Moment, items: tuple[AgendaItem, ...], today: date) -> list[Action]:
    """The actions that are neither due nor dealt with; of many the first ones, and the next ones after that."""
    typed = typed_in()
    found = (action for action in confirmable(moment, items, today) if action.id not in typed)
    return list(islice(found, MOST))


def show_together(
    database: Engine, moment: Moment, together: list[Action], numbers: Mapping[int, str], first: Action | None = None
) -> None:
    """These actions, confirmed by name in one click; ``first`` is the one to begin with where nothing comes before."""
    st.write(meeting.TOGETHER_WHY)
    with st.container(horizontal=True):
        st.button(
            meeting.confirm_together(len(together)),
            key="confirm_together",
            type="primary" if first else "secondary",
            on_click=confirm_and_go_on,
            args=(database, moment.id, {action.id: action.version for action in together}, None),
        )
        if first:
            st.button(label_text(meeting.begin_with(numbers[first.id])), key="begin", on_click=go_on, args=(first,))
    lines = ((numbers[a.id], status_pill(current_status(a)), nl.shortened(a.text, 180)) for a in together)
    st.html(
        "".join(
            f'<p class="together"><b>{escape(number)}</b> {pill} {escape(text)}</p>' for number, pill, text in lines
        )
    )


def show_realisations(database: Engine, round_: Round) -> None:
    """Asks of every recommendation whose actions are all closed whether it is realised; folded where nothing was said
    of them at this moment, so that what an earlier one left open pushes no action from the screen."""
    said_here = {action.recommendation.id for action in round_.actions if report_at(action, round_.moment)}
    for recommendation in to_realise(round_):
        question = label_text(meeting.is_realised(recommendation.number, recommendation.title))
        with st.expander(f"**{question}**", expanded=recommendation.id in said_here):
            is_doubted = recommendation.realisation is not None and recommendation.realisation.is_realised
            st.write(meeting.OPEN_AGAIN if is_doubted else meeting.ALL_CLOSED)
            proof = kept(f"proof-{recommendation.id}")
            st.text_input(meeting.PROOF, key=proof, persist_state="session")
            places = st.columns([1, 1, 4])
            for place, is_realised, label in zip(places, (True, False), meeting.ANSWERS, strict=False):
                place.button(
                    label,
                    key=f"realised-{recommendation.id}-{is_realised}",
                    width="stretch",
                    on_click=_answer,
                    args=(database, round_.moment.id, recommendation, is_realised, proof),
                )


def _answer(database: Engine, moment_id: int, recommendation: Recommendation, is_realised: bool, key: str) -> None:
    write = partial(
        answer_realised,
        recommendation_id=recommendation.id,
        moment_id=moment_id,
        before=recommendation.realisation,
        answer=Realisation(is_realised, str(st.session_state[key] or "")),  # as typed at the click
    )
    in_one_click(database, write, nl.SAVED)


def show_invitations(moment: Moment, items: tuple[AgendaItem, ...], today: date) -> None:
    """For each responsible the text of a mail, to copy: what comes up."""
    items = tuple(item for item in items if item.part != AgendaPart.SKIPPED)
    names = responsibles_of(item.action for item in items)
    with st.expander(meeting.INVITATIONS):
        name = st.selectbox(
            nl.RESPONSIBLE, names, index=None, placeholder=nl.AGREEMENT_WHO, key="invited", persist_state="session"
        )
        if name:
            actions = [item.action for item in items if name in item.action.responsibles]
            numbers = action_numbers(item.action for item in items)
            st.code(meeting.invitation(name, moment.date, actions, numbers, today), language=None, wrap_lines=True)


def confirm_and_go_on(database: Engine, moment_id: int, versions: dict[int, int], following: Action | None) -> None:
    """Confirms these actions (id to the version on screen), unless somebody types in one or changed one meanwhile."""
    if not typed_in().isdisjoint(versions):
        st.session_state[PROBLEM] = meeting.STILL_TYPED
        return
    if in_one_click(database, partial(confirm_unchanged, versions=versions, moment_id=moment_id), meeting.confirmed):
        go_on(following)


def go_on(action: Action | None) -> None:
    _lead_to(action.id if action else None)


def _turn_to(action: Action | None) -> None:
    """What a click does that only leads to another action."""
    go_on(action)
    st.rerun(scope=PART)


def _lead_to(action_id: int | None) -> None:
    st.session_state[ON_TURN] = action_id
    ask_for(action_id)


def on_turn(action: Action, act: Callable[[], object]) -> None:
    """Does what a button of this action is for, unless an earlier click already led to another one: whoever pressed it
    had not seen that yet, nor had the browser, which still sends the address of before. That is said."""
    if st.session_state.get(ON_TURN) == action.id:
        act()
    else:
        _lead_to(st.session_state.get(ON_TURN))
        st.session_state.setdefault(SAID, meeting.too_late(action.number))  # after what the earlier click did
    st.rerun(scope=PART)
