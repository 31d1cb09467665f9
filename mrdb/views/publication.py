"""A year that is over: who closed it and when, the way to close it, and what the data of now say beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from itertools import chain

import streamlit as st

from mrdb.domain.once import once
from mrdb.domain.publication import Discrepancy, Publication, as_published, discrepancies
from mrdb.domain.response import Action
from mrdb.domain.roles import Right
from mrdb.domain.year import TELLING, Figure, YearFigures, year_figures
from mrdb.store.database import Engine, Session, read_only
from mrdb.store.fresh import actions as fresh_actions
from mrdb.store.queries import actions as present_actions
from mrdb.store.queries import changes, moments
from mrdb.store.years import publications, publish_year
from mrdb.text import publication as words
from mrdb.text import year as figure_words
from mrdb.text.documents import action_documents, action_numbers
from mrdb.views.pieces import facts, label_text
from mrdb.views.rights import may_here
from mrdb.views.sign_in import dialog
from mrdb.views.tables import show_table, table_row
from mrdb.views.user import done_in_dialog


@dataclass(frozen=True, slots=True)
class ToldYear:
    """The figures that a year shows: those that were published, else those of ``now``; ``editions`` are the newest
    first, and ``known`` are all actions that they may be about."""

    figures: YearFigures
    now: YearFigures
    known: tuple[Action, ...]
    editions: tuple[Publication, ...] = ()
    differences: tuple[Discrepancy, ...] = ()

    @property
    def published(self) -> Publication | None:
        return self.editions[0] if self.editions else None


def told_years(database: Engine, actions: Sequence[Action], years: Sequence[int], today: date) -> tuple[ToldYear, ...]:
    """These years of these actions, in the order given."""
    with read_only(database) as session:
        editions = [publications(session, year) for year in years]
        known = (*actions, *_put_away(session, chain(*editions), actions))
    computed = _figures_of(actions, database, tuple(years), today)
    return tuple(_told(now, kept, known) for now, kept in zip(computed, editions, strict=True))


def _put_away(session: Session, editions: Iterable[Publication], shown: Sequence[Action]) -> tuple[Action, ...]:
    """What was published and is put away by now: no published figure loses it. Of ``shown`` documents, where some are
    chosen."""
    there = present_actions(session)
    ids = {id_ for one in editions for kept in one.lists.values() for id_ in kept}
    if not (gone := ids.difference(action.id for action in there)):
        return ()
    documents = {action.recommendation.response.id for action in shown}
    found = fresh_actions(session, gone, or_put_away=True)
    is_whole = len(shown) == len(there)
    return tuple(action for action in found if is_whole or action.recommendation.response.id in documents)


def _told(now: YearFigures, editions: tuple[Publication, ...], known: tuple[Action, ...]) -> ToldYear:
    if not editions:
        return ToldYear(now, now, known)
    published = as_published(editions[0], now, known)
    return ToldYear(published, now, known, editions, discrepancies(published, now))


@once
def _figures_of(
    actions: Sequence[Action], database: Engine, years: tuple[int, ...], today: date
) -> tuple[YearFigures, ...]:
    with read_only(database) as session:
        journal = changes(session, facts=TELLING)
    return tuple(year_figures(actions, journal, year, today) for year in years)


def show_standing(database: Engine, told: ToldYear, paragraph: str, everything: Sequence[Action]) -> None:
    """Whether the year is closed, and what differs by now; it is closed with this ``paragraph`` about ``everything``,
    and only where there is one."""
    if not told.now.is_over:
        return
    is_to_publish = bool(paragraph) and may_here(Right.HOLD_MOMENTS)
    said = words.published_by(told.published) if told.published else words.not_closed(told.now.year)
    if differences := told.differences:
        numbers = action_numbers(everything)
        label = f"{said}. {words.differs(differences, action_documents(everything))}"
        with st.expander(label_text(label), key="standing"):
            rows = [words.difference_row(told.figures, told.now, one, numbers) for one in differences]
            show_table(words.HEADINGS, [table_row(*cells) for cells in rows], "differences", look="plain journal")
            if is_to_publish and st.button(words.AGAIN, key="publish-again"):
                _confirm_publishing_again(database, told, paragraph)
        return
    with st.container(horizontal=True, vertical_alignment="center", key="standing"):
        st.html(f'<p class="quiet">{escape(said)}</p>', width="content")
        if is_to_publish and not told.published and st.button(words.CLOSE, key="publish"):
            _confirm_closing_year(database, told, paragraph)


@dialog(words.CLOSE)
def _confirm_closing_year(database: Engine, told: ToldYear, paragraph: str) -> None:
    st.write(words.close_why(told.now.year))
    with read_only(database) as session:
        if any(moment.is_open and moment.date <= told.now.day for moment in moments(session)):
            st.warning(words.still_open(told.now.year))
    _ask_to_publish(database, told, paragraph, words.CLOSE_CONFIRM)


@dialog(words.AGAIN)
def _confirm_publishing_again(database: Engine, told: ToldYear, paragraph: str) -> None:
    st.write(words.AGAIN_WHY)
    reason = st.text_input(words.REASON, key="publish-reason") or ""
    _ask_to_publish(database, told, paragraph, words.AGAIN_CONFIRM, reason)


def _ask_to_publish(database: Engine, told: ToldYear, paragraph: str, label: str, reason: str = "") -> None:
    """What is laid down is what stood on screen when the dialog opened."""
    edition = len(told.editions) + 1
    write = partial(publish_year, figures=told.now, paragraph=paragraph, edition=edition, reason=reason)
    if done_in_dialog(database, label, "publish-confirmed", write, words.PUBLISHED):
        st.rerun()


def show_earlier(told: ToldYear) -> None:
    """What was published before the edition that holds, the newest first."""
    for edition in told.editions[1:]:
        with st.expander(label_text(words.published_by(edition))):
            figures = as_published(edition, told.now, told.known)
            st.html(facts((figure_words.name(figure), figure_words.value(figures, figure)) for figure in Figure))
            st.code(edition.paragraph, language=None, wrap_lines=True)
