"""The journal as a table: who changed what from what to what, when."""

from collections.abc import Iterable, Mapping
from html import escape
from itertools import islice

import streamlit as st

from mrdb.domain.facts import Fact
from mrdb.domain.response import Change
from mrdb.text import nl
from mrdb.text.dates import short_time
from mrdb.text.history import new_in_words, old_in_words, what_changed
from mrdb.views.internal import is_internal_shown
from mrdb.views.tables import show_table

HEADINGS = (nl.CHANGED_WHEN, nl.CHANGED_BY, nl.ACTION, nl.CHANGED_WHAT, nl.CHANGED_FROM, nl.CHANGED_TO, nl.MOVE_REASON)

MOST = 500
"""More lines than this nobody reads, and no browser shows at once."""


def show_changes(changes: Iterable[Change], numbers: Mapping[int, str]) -> None:
    """Shows the changes in the order given; ``numbers`` tells what to call each action."""
    shown = list(islice((change for change in changes if _may_be_seen(change)), MOST + 1))
    if not shown:
        st.info(nl.NO_CHANGES)
        return
    if len(shown) > MOST:
        st.caption(nl.newest_changes(MOST))
    show_table(HEADINGS, [_row(change, numbers) for change in shown[:MOST]], "journal", at_once=MOST)


def _may_be_seen(change: Change) -> bool:
    return change.fact != Fact.INTERNAL or is_internal_shown()


def _row(change: Change, numbers: Mapping[int, str]) -> str:
    number = numbers.get(change.action_id, "") if change.action_id is not None else ""
    old, new = old_in_words(change), new_in_words(change)
    before = f"<del>{escape(old)}</del>" if old else ""
    file = f'<br><span class="quiet">{escape(nl.out_of_file(change.source))}</span>' if change.source else ""
    return (
        f'<tr><td class="when">{escape(short_time(change.at))}</td><td>{escape(change.author)}{file}</td>'
        f"<td>{escape(number)}</td><td>{escape(what_changed(change))}</td>"
        f"<td>{before}</td><td>{escape(new)}</td><td>{escape(change.reason)}</td></tr>"
    )
