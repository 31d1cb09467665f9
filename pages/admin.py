"""Beheer: a backup in one click, one put back, whether all is well; and who may come in, where people sign in."""

import streamlit as st

from mrdb.domain.errors import DatabaseFault
from mrdb.text import backup as words
from mrdb.text.labels import DATABASE_FAULT
from mrdb.views.answering import show_answering
from mrdb.views.backup import is_file, show_backup, show_checkup, show_overdue, show_restore
from mrdb.views.data_keys import show_data_keys
from mrdb.views.people import show_people, show_reminders, show_visits
from mrdb.views.screen import screen
from mrdb.views.sign_in import is_asked

with screen() as (database, today):
    st.title(words.TITLE)
    if is_file(database):
        show_overdue(database)
        making, restoring = st.columns([2, 3], gap="large")
        with making:
            show_backup(database)
            show_checkup(database)
        with restoring:
            show_restore(database)
    else:
        st.write(DATABASE_FAULT[DatabaseFault.NO_FILE])
    if is_asked():
        show_people(database)
        show_answering(database, today)
        show_reminders(database, today)
        show_data_keys(database)
        show_visits(database)
