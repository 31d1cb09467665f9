"""Beheer: a backup in one click, one put back, whether all is well; who may come in, where people sign in; and what
stands here about one person."""

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

PARTS = (words.BACKUP, people.PEOPLE, reminders.TITLE, people.PROGRAMS, people.VISITS, privacy.PART)
PARTS_FOR_ALL = (words.BACKUP, privacy.PART)
"""Where nobody signs in."""


def show_part(database: Engine, part: str, today: date) -> None:
    if part == people.PEOPLE:
        show_people(database)
        show_answering(database, today)
    elif part == reminders.TITLE:
        show_reminders(database, today)
    elif part == people.PROGRAMS:
        show_data_keys(database)
    elif part == people.VISITS:
        show_visits(database)
    elif part == privacy.PART:
        show_privacy(database, today)
    else:
        show_backups(database)


with screen() as (database, today):
    title, parts = st.columns([1, 4], vertical_alignment="bottom")
    title.title(words.TITLE)
    with parts:
        part = choose_view(people.PART, PARTS if is_asked() else PARTS_FOR_ALL, words.BACKUP, "deel")
    show_part(database, part, today)
