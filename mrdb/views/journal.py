"""The journal as a table: who changed what from what to what, when."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import islice

import streamlit as st

from mrdb.domain.response import Action, Change
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import changes
from mrdb.text import nl
from mrdb.text.dates import short_time
from mrdb.text.documents import action_numbers
from mrdb.text.history import new_in_words, old_in_words, what_changed
from mrdb.views.internal import facts_shown
from mrdb.views.tables import show_table

HEADINGS = (nl.CHANGED_WHEN, nl.CHANGED_BY, nl.ACTION, nl.CHANGED_WHAT, nl.CHANGED_FROM, nl.CHANGED_TO, nl.MOVE_REASON)

MOST = 500
"""More lines than this nobody reads, and no browser shows at once."""


def show_journal(database: Engine, actions: Sequence[Action]) -> None:
    """The newest changes of all."""
    with read_only(database) as session:
        lines = changes(session, facts=facts_shown(), most=MOST + 1, is_shown=True)
    show_changes(lines, action_numbers(actions))


def show_changes(lines: Iterable[Change], numbers: Mapping[int, str]) -> None:
    """Shows the changes in the order given; ``numbers`` tells what to call each action."""
    seen = facts_shown()
    shown = list(islice((line for line in lines if line.fact in seen), MOST + 1))
    if not shown:
        st.info(nl.NO_CHANGES)
        return
    if len(shown) > MOST:
        st.caption(nl.newest_changes(MOST))
    rows = [_row(change, numbers) for change in shown[:MOST]]
    show_table(HEADINGS, rows, "journal", look="plain journal", at_once=MOST)


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
