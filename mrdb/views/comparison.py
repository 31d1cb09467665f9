"""Historiek: two follow-up moments side by side, progress over all of them, and the line of one action."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from html import escape
from typing import TypeVar

import streamlit as st

from mrdb.charts.progress import progress_chart
from mrdb.domain.codes import Difference
from mrdb.domain.comparison import (
    ActionComparison,
    Comparison,
    Slip,
    action_as_of,
    compare,
    progress,
    reporting_moments,
)
from mrdb.domain.facts import Fact, Kind
from mrdb.domain.followup import current_status, report_at
from mrdb.domain.once import once
from mrdb.domain.response import Action, Moment
from mrdb.domain.rewind import REWOUND
from mrdb.domain.status import Status, Urgency
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import changes
from mrdb.text import comparison as words
from mrdb.text import nl
from mrdb.text.dates import short_date
from mrdb.text.documents import action_documents, numbered
from mrdb.text.history import code_words
from mrdb.text.labels import EMPTY, FACT
from mrdb.text.meeting import OUTCOME
from mrdb.text.periods import period_phrase
from mrdb.text.reasons import reason_sentence
from mrdb.views.addresses import ACTION, action_parameters, ask_for, asked_action
from mrdb.views.journal import show_changes
from mrdb.views.one_choice import choose_view, pick_action
from mrdb.views.pieces import prose, status_pill, urgency_pill
from mrdb.views.tables import AT_ONCE, changed, changed_rows, page_of, show_table

T = TypeVar("T")
VIEWS = (words.COMPARE, words.PROGRESS, words.PER_ACTION, words.JOURNAL)
VIEW, OLDER, NEWER = "beeld", "van", "tot"
"""What the choices are called in the address."""


def chosen_view() -> str:
    """The way to look at the past; an address that names an action and no view asks for that action."""
    default = words.COMPARE if asked_action() is None else words.PER_ACTION
    return choose_view(words.LOOK, VIEWS, default, VIEW)


def show_comparison(database: Engine, actions: Sequence[Action], moments: Sequence[Moment]) -> None:
    """Two moments side by side, by default the two newest; ``moments`` has the newest first."""
    if len(moments) < 2:
        st.info(words.ONE_MOMENT if moments else words.NO_MOMENT)
        show_progress(actions, moments)
        return
    heading = st.container()
    older, newer = _chosen_moments(moments)
    if older == newer:
        heading.info(words.SAME_MOMENT)
        return
    comparison = _compared(actions, database, older, newer)
    heading.header(words.headline(comparison))
    named = partial(_name, documents=action_documents(actions))
    _show_changed(comparison, named)
    if comparison.added:
        _show_list(words.ADDED, comparison.added, lambda one: _item(named(one), status_pill(current_status(one))))
    slipped, unchanged = st.columns(2, gap="large")
    with slipped:
        _show_list(
            words.SLIPPED,
            comparison.slipped,
            lambda one: _item(named(one.new), *map(_slip, one.slips)),
            words.NOTHING_SLIPPED,
        )
    with unchanged:
        _show_list(
            words.UNCHANGED,
            comparison.unchanged,
            lambda one: _item(named(one.new), _unchanged(one)),
            words.EVERYTHING_CHANGED,
        )


@once
def _compared(actions: Sequence[Action], database: Engine, older: Moment, newer: Moment) -> Comparison:
    with read_only(database) as session:
        journal = changes(session, facts=REWOUND)
    return compare(actions, journal, older, newer)


def show_progress(actions: Sequence[Action], moments: Sequence[Moment]) -> None:
    steps = progress(actions, moments)
    if not steps:
        return
    st.header(words.progress_headline(steps))
    st.altair_chart(progress_chart(steps), theme=None)


def show_line(database: Engine, actions: Sequence[Action], moments: Sequence[Moment]) -> None:
    """Lets the reader choose one action, and shows how it stood at every moment; its journal stands under it."""
    action_id = _chosen_action(actions, action_documents(actions))
    action = next((action for action in actions if action.id == action_id), None)
    if action is None:
        return
    with read_only(database) as session:
        lines = changes(session, action.id)
    st.header(words.LINE)
    rows = [_line_row(action, action_as_of(action, lines, m), m) for m in reporting_moments(action, moments)]
    headings = (FACT[Fact.MOMENT], nl.STATUS, nl.COMMENT, nl.URGENCY, words.REPORTED_BY)
    show_table(headings, rows, "line", look="plain past")
    st.header(words.JOURNAL_OF_ACTION)
    show_changes(lines, {action.id: action.number})


def _chosen_moments(moments: Sequence[Moment]) -> tuple[Moment, Moment]:
    named = words.moment_names(moments)
    first, second, _ = st.columns([2, 2, 1], gap="small")
    older = first.selectbox(nl.CHANGED_FROM, list(named), index=1, key=OLDER, bind="query-params")
    newer = second.selectbox(words.TO_MOMENT, list(named), index=0, key=NEWER, bind="query-params")
    return named[older], named[newer]


def _chosen_action(actions: Sequence[Action], documents: Mapping[int, str]) -> int | None:
    """The address holds the number of the row, as on the page of the action: links lead here from there."""
    with st.container(key="which-action"):
        choice, link = st.columns([5, 1], vertical_alignment="bottom")
    chosen = pick_action(choice, actions, documents)
    if chosen != asked_action() and chosen is not None:
        ask_for(chosen)
        st.rerun()
    if chosen is not None:
        link.page_link(ACTION, label=words.TO_ACTION, query_params=action_parameters(chosen))
    return chosen


def _show_changed(comparison: Comparison, named: Callable[[Action], str]) -> None:
    st.subheader(words.section(words.CHANGED, len(comparison.changed)))
    if not comparison.changed:
        st.html(f'<p class="quiet">{escape(words.NOTHING_CHANGED)}</p>')
        return
    rows = [
        changed_rows(named(one.new), [_difference(difference, one.slips) for difference in one.differences])
        for one in page_of(comparison.changed, AT_ONCE, "part/compared")
    ]
    headings = (nl.ACTION, nl.CHANGED_WHAT, short_date(comparison.older.date), short_date(comparison.newer.date))
    show_table(headings, rows, "compared", look="plain past")


def _show_list(title: str, items: Sequence[T], shown: Callable[[T], str], when_empty: str = "") -> None:
    """``shown`` makes the HTML of one of them."""
    st.subheader(words.section(title, len(items)))
    rows = "".join(map(shown, page_of(items, AT_ONCE, f"part/{title}")))
    st.html(f'<ul class="past">{rows}</ul>' if rows else f'<p class="quiet">{escape(when_empty)}</p>')


def _item(name: str, *lines: str) -> str:
    return f"<li>{name}{''.join(f'<p>{line}</p>' for line in lines)}</li>"


def _difference(difference: Difference, slips: Iterable[Slip]) -> str:
    moved = [
        _moved(slip) for slip in slips if difference.fact == Fact.PERIOD and slip.milestone == difference.milestone
    ]
    reason = f'<p class="quiet">{escape(reason_sentence(difference.reason))}</p>' if difference.reason else ""
    old, new = _value(difference, difference.old), _value(difference, difference.new)
    what = words.field_words(difference)
    return changed(what, old, f"{new} {''.join(moved)}{reason}", is_known=difference.old is not None)


def _moved(slip: Slip) -> str:
    return urgency_pill(Urgency.SOON, words.moved_later(slip.days_moved)) if slip.days_moved else ""


def _value(difference: Difference, code: str | None) -> str:
    """A status looks like itself everywhere, also where there is none yet; only a text has paragraphs and lists."""
    if difference.fact == Fact.STATUS:
        return status_pill(Status(code) if code else None)
    if code is None:
        is_added = difference.fact == Fact.ADDED and difference.milestone is not None
        return escape(difference.milestone.label if is_added and difference.milestone else EMPTY)
    if difference.fact.kind == Kind.TEXT:
        return prose(code)
    return escape(code_words(difference.fact, code, of_milestone=difference.milestone is not None))


def _slip(slip: Slip) -> str:
    old = f"<del>{escape(period_phrase(slip.old))}</del> " if slip.days_moved and slip.old else ""
    late = urgency_pill(Urgency.OVERDUE, words.late(slip.days_late)) if slip.days_late else ""
    phrase = f"{old}<b>{escape(period_phrase(slip.milestone.period))}</b>"
    reason = f' <span class="quiet">{escape(reason_sentence(slip.reason))}</span>' if slip.reason else ""
    return f"{escape(words.slip_label(slip))}{phrase} {_moved(slip)} {late}{reason}"


def _unchanged(compared: ActionComparison) -> str:
    how = OUTCOME[compared.outcome] if compared.outcome else words.OVER
    return f'{status_pill(current_status(compared.new))} <span class="quiet">{escape(how)}</span>'


def _name(action: Action, documents: Mapping[int, str]) -> str:
    number = numbered(action.number, documents.get(action.id, ""))
    return f"<b>{escape(number)}</b> {escape(nl.shortened(action.text))}"


def _line_row(action: Action, then: Action, moment: Moment) -> str:
    """``then`` is the action as it stood at the moment."""
    report = report_at(action, moment)
    name = f"<b>{escape(short_date(moment.date))}</b><br>{escape(words.moment_note(moment))}"
    comment = prose(report.comment) if report else f'<span class="quiet">{escape(words.NO_OWN_REPORT)}</span>'
    dates = "<br>".join(escape(words.milestone_words(milestone)) for milestone in then.milestones)
    said = nl.reported_by(report.author, report.at, is_document=moment.is_document) if report else ""
    return (
        f'<tr class="first"><td class="when">{name}</td><td>{status_pill(current_status(then))}</td>'
        f"<td>{comment}</td><td>{dates}</td><td>{escape(said)}</td></tr>"
    )
