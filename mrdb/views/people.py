"""Who may come in, on Beheer: people with their roles, and the access log."""

from datetime import date
from functools import partial

import streamlit as st

from mrdb.clock import now
from mrdb.domain.people import Person, Role
from mrdb.exchange.visits import visits_workbook
from mrdb.startup import public_address
from mrdb.store.database import Engine, read_only
from mrdb.store.people import add_person, change_role, note_viewing, people, visits, withdraw
from mrdb.store.reminders import due_reminders
from mrdb.text import people as words
from mrdb.text import reminders
from mrdb.text.dates import short_time
from mrdb.views.addresses import first_page
from mrdb.views.download import offer_file
from mrdb.views.pieces import label_text
from mrdb.views.sign_in import person_here, view_as
from mrdb.views.tables import show_table, table_row
from mrdb.views.user import at_click, carried_out, faults_told, writing

COLUMNS = (words.NAME, words.EMAIL, words.ROLE_OF, words.LAST_SEEN)
LOG_COLUMNS = (words.AT, words.NAME, words.WHAT, words.ABOUT)


def show_people(database: Engine) -> None:
    """The table, one person added, one person's role changed or access withdrawn."""
    with read_only(database) as session:
        known = people(session)
    st.header(words.TITLE)
    rows = [table_row(one.name, one.email, words.role_of(one), words.seen(one.seen_at)) for one in known]
    show_table(COLUMNS, rows, "people")
    adding, changing, viewing = st.columns(3, gap="large")
    with adding, st.container(border=True):
        _offer_to_add(database)
    with changing, st.container(border=True):
        _offer_to_change(database, known)
    with viewing, st.container(border=True):
        _offer_to_view(database, known)


def _offer_to_add(database: Engine) -> None:
    st.subheader(words.ADD_TITLE)
    email = st.text_input(words.EMAIL, key="person_email", max_chars=200).strip()
    role = _choose_role(len(Role) - 1, "person_role")
    lacks = [] if "@" in email else [words.NO_EMAIL]
    write = partial(add_person, email=email, role=role)
    if carried_out(database, words.ADD, "add_person", write, words.ADDED, lacks=lacks):
        st.rerun()


def _choose_role(at: int, key: str) -> Role:
    roles = list(Role)
    chosen = st.selectbox(words.ROLE_OF, roles, format_func=words.ROLE.__getitem__, index=at, key=key)
    return chosen or roles[at]


def _offer_to_change(database: Engine, known: tuple[Person, ...]) -> None:
    st.subheader(words.CHANGE)
    by_id = {one.id: one for one in known}  # whose role changed is another object
    chosen = st.selectbox(
        words.WHO, by_id, format_func=lambda id_: words.called(by_id[id_]), index=None, key="person", placeholder=""
    )
    if chosen is None:
        return
    person = by_id[chosen]
    role = _choose_role(list(Role).index(person.role), f"role-{person.id}")
    give = partial(change_role, person_id=person.id, role=role)
    turn = partial(withdraw, person_id=person.id, is_withdrawn=not person.is_withdrawn)
    turned = words.LET_IN_NOW if person.is_withdrawn else words.WITHDRAWN_NOW
    with st.container(horizontal=True):
        st.button(
            words.CHANGE_ROLE,
            key="change_role",
            type="primary",
            disabled=role == person.role,
            on_click=at_click,
            args=(database, give, words.ROLE_CHANGED),
        )
        st.button(
            words.LET_IN if person.is_withdrawn else words.WITHDRAW,
            key="let_in" if person.is_withdrawn else "withdraw",
            on_click=at_click,
            args=(database, turn, turned),
        )


def _offer_to_view(database: Engine, known: tuple[Person, ...]) -> None:
    """Everybody who may come in; also who never did yet, so that one sees what is ready for whom."""
    st.subheader(words.VIEW_TITLE)
    st.write(words.VIEW_WHY)
    own = person_here()
    others = [one for one in known if not one.is_withdrawn and one != own]
    person = st.selectbox(words.VIEW_WHO, others, format_func=words.called, index=None, key="to_view", placeholder="")
    if st.button(words.VIEW, key="view_as", disabled=person is None) and person and own:
        with faults_told():
            with writing(database) as session:
                note_viewing(session, person.id, author=own.name, at=now())
            view_as(person)
            # Without parameters Streamlit refuses to leave the part of Beheer.
            st.switch_page(first_page(person), query_params={})


def show_reminders(database: Engine, today: date) -> None:
    """What would go out by mail now, and to whom."""
    with read_only(database) as session:
        digests = due_reminders(session, today)
    st.header(reminders.PREVIEW)
    st.write(reminders.PREVIEW_WHY if digests else reminders.NOTHING)
    for person, news in digests:
        with st.expander(label_text(reminders.would_go_to(person, news))):
            st.text(reminders.body(person, news, today, public_address()))


def show_visits(database: Engine) -> None:
    """The access log, and the same as a file."""
    with read_only(database) as session:
        lines = [(short_time(at), who, words.VISIT[what], about) for at, who, what, about in visits(session)]
    why, file = st.columns([3, 1], vertical_alignment="center")
    why.write(words.LOG_WHY)
    with file:
        offer_file(words.DOWNLOAD_LOG, words.LOG_FILE, partial(visits_workbook, LOG_COLUMNS, lines))
    show_table(LOG_COLUMNS, [table_row(*line) for line in lines], "visits", at_once=25)
