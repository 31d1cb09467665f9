"""Beheer: a backup in one click, one put back, and whether all is well."""

import streamlit as st

from mrdb.domain.errors import DatabaseFault
from mrdb.text import backup as words
from mrdb.text.labels import DATABASE_FAULT
from mrdb.views.backup import is_file, show_backup, show_checkup, show_overdue, show_restore
from mrdb.views.screen import screen

with screen() as (database, _):
    st.title(words.TITLE)
    if not is_file(database):
        st.write(DATABASE_FAULT[DatabaseFault.NO_FILE])
        st.stop()
    show_overdue(database)
    making, restoring = st.columns([2, 3], gap="large")
    with making:
        show_backup(database)
        show_checkup(database)
    with restoring:
        show_restore(database)
