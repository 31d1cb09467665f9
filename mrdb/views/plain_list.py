"""Somebody's own list: what its columns seem to hold is shown and confirmed once, then it goes the common way."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from mrdb.domain.facts import Fact
from mrdb.domain.returned import ReturnPlan, Value
from mrdb.domain.status import Status
from mrdb.exchange.list_document import document_of
from mrdb.exchange.plain_list import (
    Agreed,
    PlainList,
    ambiguous_dates,
    is_day_first,
    list_rows,
    proposed_columns,
    status_words,
)
from mrdb.intake import plan_list
from mrdb.reading.phrases import READERS
from mrdb.reading.review import review_of
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import management_responses
from mrdb.text import plain_list as words
from mrdb.text.documents import document_names
from mrdb.text.labels import HEADING, STATUS
from mrdb.text.lexicon.names import COLUMNS
from mrdb.text.nl import shortened
from mrdb.views.addresses import NEW_RESPONSE
from mrdb.views.pieces import DAY_FIELD, label_text
from mrdb.views.review import begin_review
from mrdb.views.tables import show_note_table, show_problems

CONFIRMED = "list_confirmed"


def plan_of_list(database: Engine, plain: PlainList, today: date) -> ReturnPlan | None:
    """Shows what was found in the list; the plan once the user agreed, for a management response that is there."""
    st.subheader(label_text(words.found(plain.name, len(plain.rows))))
    chosen = _chosen_columns(plain)
    columns = {fact: places[0] for fact, places in chosen.items()}
    doubles = [fact for fact, places in chosen.items() if len(places) > 1]
    for fact in doubles:
        st.error(words.one_column_only(HEADING[fact], len(chosen[fact])))
    statuses, target = st.columns(2, gap="large")
    with statuses:
        agreed = Agreed(columns, _chosen_statuses(plain, columns), _chosen_order(plain, columns))
    with target:
        response_id = _chosen_target(database)
        if Fact.ACTION_TEXT not in columns:
            st.info(words.NO_TEXT_COLUMN)
            return None
        if doubles:
            st.info(words.FIRST_COLUMNS)
            return None
        if response_id is None:
            _offer_new(plain, agreed)
            return None
        st.caption(words.CALENDAR_ONLY_NEW)
        said = (plain.digest, agreed, response_id)
        if st.button(words.AGREE, type="primary", key="agree"):
            st.session_state[CONFIRMED] = said
    if st.session_state.get(CONFIRMED) != said:
        return None
    return plan_list(database, plain, agreed, response_id, today)


def _chosen_columns(plain: PlainList) -> dict[Fact, list[int]]:
    """Each column with what stands in it, and the choice of what it is; the columns that were chosen for each field."""
    proposed = {column: HEADING[fact] for fact, column in proposed_columns(plain.head).items()}
    facts = {HEADING[fact]: fact for fact in COLUMNS}
    st.markdown(f"**{words.COLUMNS}**")
    places = st.columns(2, gap="large")
    half = (len(plain.columns) + 1) // 2
    chosen: dict[Fact, list[int]] = {}
    for position, (column, heading) in enumerate(plain.columns.items()):
        with places[position // half]:
            about = shortened(words.examples(plain.examples(column, 3)))
            start = proposed.get(column, words.NOT_READ)
            name = _choice(heading, about, [words.NOT_READ, *facts], start, f"column-{column}")
        if name in facts:
            chosen.setdefault(facts[name], []).append(column)
    return chosen


def _chosen_statuses(plain: PlainList, columns: Mapping[Fact, int]) -> dict[str, Value]:
    """What each status word means; one that is not known waits for a choice, and its rows with it."""
    found = status_words(plain, columns)
    names: Mapping[str, Value] = {words.NO_STATUS: None} | {STATUS[status]: status for status in Status}
    if found:
        st.markdown(f"**{words.STATUSES}**")
    chosen: dict[str, Value] = {}
    for word, meaning in found.items():
        start = STATUS[meaning] if isinstance(meaning, Status) else None
        name = _choice(word, "", list(names), start, f"status-{word}")
        if name is not None:
            chosen[word] = names[name]
    return chosen


def _choice(name: str, about: str, options: list[str], start: str | None, key: str) -> str | None:
    """One line: what it is called, what it looks like, and the choice of what it is."""
    said, choice = st.columns([3, 2], vertical_alignment="center")
    said.markdown("  \n".join(filter(None, (f"**{label_text(name)}**", label_text(about)))))
    return choice.selectbox(
        name,
        options,
        index=options.index(start) if start else None,
        placeholder=words.CHOOSE,
        key=f"list-{key}",
        label_visibility="collapsed",
    )


def _chosen_order(plain: PlainList, columns: Mapping[Fact, int]) -> bool:
    is_likely = is_day_first(plain, columns)
    if not (doubtful := ambiguous_dates(plain, columns)):
        return is_likely
    st.markdown(f"**{words.DATES}**")
    orders = {words.DAY_FIRST: True, words.MONTH_FIRST: False}
    label, start = label_text(words.which_day(doubtful[0])), list(orders.values()).index(is_likely)
    return orders[st.radio(label, list(orders), index=start, horizontal=True, key=f"order-{plain.digest}")]


def _chosen_target(database: Engine) -> int | None:
    """The management response that the list is about; None for a new one."""
    with read_only(database) as session:
        known = management_responses(session)
    names = {response.id: response.subject for response in known} | document_names(known)
    options: tuple[int | None, ...] = (*names, None)
    return st.radio(
        words.TARGET, options, index=len(options) - 1, format_func=lambda id_: label_text(names.get(id_, words.NEW))
    )


def _offer_new(plain: PlainList, agreed: Agreed) -> None:
    filled = list_rows(plain, agreed, frozenset())
    may_go_on = show_problems(filled.problems)
    show_note_table(filled.notes)
    subject = st.text_input(words.SUBJECT, placeholder=words.SUBJECT_HINT, key="list-subject").strip()
    day = st.date_input(words.DAY, value=None, **DAY_FIELD, key="list-day")
    if not st.button(words.TO_REVIEW, type="primary", key="to_review", disabled=not may_go_on):
        return
    if not subject or not isinstance(day, date):
        st.error(words.SUBJECT_AND_DAY)
        return
    document = document_of(plain, filled.typed, subject, day, READERS)
    begin_review(review_of(plain.name, document), b"")
    st.switch_page(NEW_RESPONSE)
