"""One action as it stands: its title and state, its milestones, its earlier reports, its recommendation."""

from datetime import date
from html import escape

import streamlit as st

from mrdb.domain.facts import Fact
from mrdb.domain.followup import attention_day, current_status, urgency
from mrdb.domain.response import Action, Milestone, StatusReport
from mrdb.text import nl
from mrdb.text.labels import FACT
from mrdb.text.periods import INFERRED, done_words, period_phrase
from mrdb.views.addresses import HISTORY, action_parameters
from mrdb.views.internal import is_internal_shown
from mrdb.views.pieces import prose, status_pill, urgency_pill


def show_heading(action: Action, today: date) -> None:
    """Number and text in the largest type, and in one line what the group wants to know first."""
    haste, day = urgency(action, today), attention_day(action, today)
    left = nl.urgency_with_days(haste, day, today) if haste and day else ""
    st.html(
        f'<p class="quiet over">{escape(_over(action))}</p>'
        f'<h1 class="action"><span>{escape(action.number)}</span> {escape(action.text)}</h1>'
        f'<p class="state">{status_pill(current_status(action))} {urgency_pill(haste, left)} '
        f'<span class="who">{escape(action.responsible)}</span></p>'
    )


def _over(action: Action) -> str:
    """Under which recommendation it stands, and since when where the document itself does not hold it."""
    line = _recommendation_line(action)
    return f"{line} · {nl.added_on(action.added.moment.date)}" if action.added else line


def show_calendar(action: Action) -> None:
    """The calendar phrase exactly as written, and under it the milestones that were read from it."""
    st.header(nl.MILESTONES)
    items = "".join(f"<li>{_milestone(milestone)}</li>" for milestone in action.milestones)
    source = nl.AS_FILLED_IN if action.added else nl.AS_WRITTEN
    st.html(
        f'<ul class="milestones">{items}</ul>'
        f'<p class="quiet small">{escape(source)}:</p><div class="written">{prose(action.calendar)}</div>'
    )


def show_reports(action: Action) -> None:
    """Every report, the newest moment first."""
    st.header(nl.REPORTS)
    if not action.reports:
        st.html(f'<p class="quiet">{nl.said_last(action) or nl.NO_REPORTS}</p>')
    for report in reversed(action.reports):
        show_report(report)
    st.page_link(HISTORY, label=nl.SEE_HISTORY, query_params=action_parameters(action.id))


def show_report(report: StatusReport) -> None:
    internal = report.internal if is_internal_shown() else ""
    remark = f'<p class="internal"><b>{escape(nl.INTERNAL)}:</b> {escape(internal)}</p>' if internal else ""
    name = nl.moment_name(report.moment)
    said = nl.reported_by(report.author, report.at, is_document=report.moment.is_document)
    st.html(
        f'<div class="report"><p><b>{escape(name)}</b> {status_pill(report.status)}</p>'
        f"{prose(report.comment)}{remark}"
        f'<p class="quiet small">{escape(said)}</p></div>'
    )


def show_recommendation(action: Action) -> None:
    recommendation = action.recommendation
    with st.expander(nl.READ_RECOMMENDATION):
        asked, answered = st.columns(2, gap="large")
        asked.html(
            f'<h3>{escape(_recommendation_line(action))}</h3><div class="prose">{prose(recommendation.text)}</div>'
        )
        answered.html(f'<h3>{FACT[Fact.ANSWER]}</h3><div class="prose">{prose(recommendation.answer)}</div>')


def _recommendation_line(action: Action) -> str:
    return nl.recommendation_line(action.recommendation.number, action.recommendation.title)


def _milestone(milestone: Milestone) -> str:
    words = f"<b>{escape(period_phrase(milestone.period))}</b>"
    if milestone.label:
        words += f" {escape(milestone.label)}"
    return words + "".join(f' <span class="quiet">({escape(note)})</span>' for note in _notes(milestone))


def _notes(milestone: Milestone) -> list[str]:
    notes = [nl.added_on(milestone.added.moment.date)] if milestone.added else []
    if milestone.period and milestone.period.inferred:
        notes.append(INFERRED)
    if milestone.first_period:
        notes.append(nl.moved_from(period_phrase(milestone.first_period)))
    if milestone.reached_on:
        notes.append(done_words(milestone))
    return notes
