"""Beheer: a backup in one click, one put back, whether all is well; who may come in, where people sign in; and what
stands here about one person."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from mrdb.store.database import Engine
from mrdb.text import backup as words
from mrdb.text import people, privacy, reminders
from mrdb.views.answering import show_answering
from mrdb.views.backup import show_backups
from mrdb.views.data_keys import show_data_keys
from mrdb.views.one_choice import choose_view
from mrdb.views.people import show_people, show_reminders, show_visits
from mrdb.views.privacy import show_privacy
from mrdb.views.screen import screen
from mrdb.views.sign_in import is_asked


def show_everybody(database: Engine, today: date) -> None:
    show_people(database)
    show_answering(database, today)


PARTS: dict[str, Callable[[Engine, date], None]] = {
    words.BACKUP: lambda database, _: show_backups(database),
    people.PEOPLE: show_everybody,
    reminders.TITLE: show_reminders,
    people.PROGRAMS: lambda database, _: show_data_keys(database),
    people.VISITS: lambda database, _: show_visits(database),
    privacy.PART: show_privacy,
}
FOR_ALL = (words.BACKUP, privacy.PART)
"""Where nobody signs in."""

with screen() as (database, today):
    title, parts = st.columns([1, 4], vertical_alignment="bottom")
    title.title(words.TITLE)
    with parts:
        part = choose_view(people.PART, list(PARTS) if is_asked() else FOR_ALL, words.BACKUP, "deel")
    PARTS[part](database, today)
