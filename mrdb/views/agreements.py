"""Agreements on screen: who does what by when, with a click that says that it is done."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial
from html import escape
from typing import Literal

import streamlit as st

from mrdb.domain.agreements import AgreedOn, done_agreements, open_agreements
from mrdb.domain.followup import urgency_on
from mrdb.domain.response import Action
from mrdb.store.agreements import finish_agreement, reopen_agreement
from mrdb.store.database import Engine
from mrdb.text import agreements as words
from mrdb.text import nl
from mrdb.text.dates import short_date
from mrdb.text.history import agreement_words
from mrdb.views.action_line import link_to_action
from mrdb.views.pieces import urgency_pill
from mrdb.views.tables import page_of
from mrdb.views.user import at_click

AT_ONCE = 25
"""Agreements: what a few screens hold."""
WIDTHS = (10, 4, 4, 8, 3)


def show_open(
    database: Engine, found: Sequence[AgreedOn], today: date, documents: Mapping[int, str], to_edit: Collection[int]
) -> None:
    """In the order given, each with its action and, where one may edit that (``to_edit``, ids), a button; ``documents``
    names the document of each action where there are several."""
    shown = page_of(found, AT_ONCE, "part/agreements")
    with st.container(key="agreements_head"):
        for place, heading in zip(st.columns(WIDTHS), words.HEADINGS, strict=False):
            place.html(f"<b>{escape(heading)}</b>")
    for one in shown:
        with st.container(key=f"agreement-{_key(one)}"):
            what, who, due, about, done = st.columns(WIDTHS, vertical_alignment="center")
            since = f'<span class="quiet small">{escape(words.agreed_at(one.agreed.moment))}</span>'
            what.html(f"<p><b>{escape(one.agreed.agreement.text)}</b><br>{since}</p>")
            who.html(f"<p>{escape(one.agreed.agreement.who)}</p>")
            due.html(f"<p>{_due(one, today)}</p>")
            with about:
                link_to_action(one.action, documents.get(one.action.id, ""), is_short=True)
            if one.action.id in to_edit:
                with done:
                    _done_button(database, one)


def show_done(database: Engine, found: Sequence[AgreedOn], to_edit: Collection[int]) -> None:
    """What is done, in the order given, each with the way back where one may edit its action (``to_edit``, ids)."""
    with st.expander(words.done_so_far(len(found)), key="done", on_change="rerun") as box:
        if not box.open:
            return
        for one in page_of(found, AT_ONCE, "part/done"):
            assert one.agreed.done is not None
            what, back = st.columns([8, 2], vertical_alignment="center")
            what.html(f"<p><b>{escape(one.action.number)}</b> {_told(one)}</p>")
            if one.action.id not in to_edit:
                continue
            write = partial(reopen_agreement, action_id=one.action.id, line_id=one.agreed.done.line_id)
            back.button(
                words.NOT_DONE,
                key=f"reopen-{one.agreed.done.line_id}",
                width="stretch",
                on_click=at_click,
                args=(database, write, words.OPEN_AGAIN),
            )


def show_agreements(database: Engine, action: Action, today: date, *, is_to_edit: bool) -> None:
    """Those of one action: what is open with a button, then what is done; nothing where nothing was agreed."""
    if not action.agreements:
        return
    st.header(nl.AGREEMENTS)
    for one in open_agreements([action]):
        _show_waiting(database, one, today, is_to_edit=is_to_edit)
    items = "".join(f"<li>{_told(one)}</li>" for one in done_agreements([action]))
    st.html(f'<ul class="milestones">{items}</ul>')


def show_own(
    database: Engine, found: Sequence[AgreedOn], today: date, documents: Mapping[int, str], to_edit: Collection[int]
) -> None:
    """The same of several actions, each agreement with the way to its own; ``documents`` and ``to_edit`` as above."""
    for one in page_of(found, AT_ONCE, "part/agreements"):
        with st.container(key=f"agreement-{_key(one)}", gap="xxsmall"):
            _show_waiting(database, one, today, is_to_edit=one.action.id in to_edit)
            link_to_action(one.action, documents.get(one.action.id, ""), is_short=True)


def _show_waiting(database: Engine, one: AgreedOn, today: date, *, is_to_edit: bool) -> None:
    text, who = escape(one.agreed.agreement.text), escape(one.agreed.agreement.who)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p><b>{text}</b><br>{' · '.join(filter(None, (who, _due(one, today))))}</p>")
        if is_to_edit:
            _done_button(database, one, width="content")


def _done_button(database: Engine, one: AgreedOn, width: Literal["stretch", "content"] = "stretch") -> None:
    write = partial(finish_agreement, action_id=one.action.id, code=one.agreed.code())
    st.button(
        f"✓ {words.DONE}",
        key=f"done-{_key(one)}",
        width=width,
        on_click=at_click,
        args=(database, write, words.NOTED),
    )


def _due(one: AgreedOn, today: date) -> str:
    """The day and how soon that is, as HTML."""
    due = one.agreed.agreement.due
    if due is None:
        return f'<span class="quiet">{escape(words.NO_DAY)}</span>'
    return f"{escape(short_date(due))} {urgency_pill(urgency_on(due, today), nl.days_left(due, today))}"


def _told(one: AgreedOn) -> str:
    """What was agreed, at which moment, and who said that it is done, as HTML."""
    done = [words.done_by(one.agreed.done)] if one.agreed.done else []
    said = " · ".join([words.agreed_at(one.agreed.moment), *done])
    return f'{escape(agreement_words(one.agreed.agreement))} <span class="quiet small">{escape(said)}</span>'


def _key(one: AgreedOn) -> str:
    """The same as long as the page is open: what is done keeps its place among the agreements of its action."""
    return f"{one.action.id}-{one.action.agreements.index(one.agreed)}"
