"""Who answers for what, on Beheer: the links between people and the responsibles or the documents, and their end."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from mrdb.domain.people import Answering, Person
from mrdb.store.database import Engine, read_only
from mrdb.store.people import answer_from, answer_until, people
from mrdb.store.queries import management_responses, responsibles
from mrdb.text import people as words
from mrdb.text.documents import document_names
from mrdb.views.pieces import DAY_FIELD
from mrdb.views.tables import show_table, table_row
from mrdb.views.user import carried_out

COLUMNS = (words.PERSON, words.ABOUT_WHAT, words.SINCE, words.UNTIL)


def show_answering(database: Engine, today: date) -> None:
    """The table, one link made, one ended."""
    with read_only(database) as session:
        known, responses = people(session), management_responses(session)
        about: dict[str | int, str] = {name: name for name in responsibles(session)}
    documents = {one.id: one.subject for one in responses} | document_names(responses)
    about |= {id_: words.of_document(name) for id_, name in documents.items()}
    links = [(person, one) for person in known for one in person.answers]
    st.header(words.ANSWERING)
    st.write(words.ANSWERING_WHY)
    if links:
        rows = [table_row(person.name, _name(one, about), *words.since_until(one)) for person, one in links]
        show_table(COLUMNS, rows, "answering")
    linking, ending = st.columns(2, gap="large")
    with linking, st.container(border=True, key="answering-begins"):
        _offer_to_link(database, [one for one in known if not one.is_withdrawn], about, today)
    if lasting := [(person, one) for person, one in links if one.last is None]:
        with ending, st.container(border=True, key="answering-ends"):
            _offer_to_end(database, lasting, about, today)


def _name(one: Answering, about: Mapping[str | int, str]) -> str:
    """What no document names any more keeps its name; one that was put away has none here."""
    return about.get(one.about, str(one.about))


def _offer_to_link(database: Engine, known: list[Person], about: Mapping[str | int, str], today: date) -> None:
    st.subheader(words.LINK_TITLE)
    person = st.selectbox(words.PERSON, known, format_func=words.called, index=None, key="answers_who", placeholder="")
    of = st.selectbox(
        words.ABOUT_WHAT, list(about), format_func=about.__getitem__, index=None, key="answers_for", placeholder=""
    )
    first = st.date_input(words.SINCE, value=today, **DAY_FIELD, key="answers_from")
    lacks = [] if person and of and first else [words.CHOOSE_BOTH]
    if person and first and any(one.about == of and one.holds_on(first) for one in person.answers):
        lacks = [words.LINKED_ALREADY]
    write = partial(
        answer_from,
        person_id=person.id if person else 0,
        about=of or "",
        first=first or today,
        name=about.get(of or "", ""),
    )
    if carried_out(database, words.LINK, "answer_from", write, words.LINKED, lacks=lacks, is_next=False):
        st.rerun()


def _offer_to_end(
    database: Engine, lasting: list[tuple[Person, Answering]], about: Mapping[str | int, str], today: date
) -> None:
    st.subheader(words.END_TITLE)
    names = {one.id: f"{words.called(person)}: {_name(one, about)}" for person, one in lasting}
    chosen = st.selectbox(
        words.WHICH, list(names), format_func=names.__getitem__, index=None, key="answers_which", placeholder=""
    )
    last = st.date_input(words.LAST_DAY, value=today, **DAY_FIELD, key="answers_until")
    of = next((_name(one, about) for _, one in lasting if one.id == chosen), "")
    write = partial(answer_until, answering_id=chosen or 0, last=last or today, name=of)
    lacks = [] if chosen and last else [words.CHOOSE_LINK]
    if carried_out(
        database, words.END, "answer_until", write, words.ENDED, place="answering", lacks=lacks, is_next=False
    ):
        st.rerun()
