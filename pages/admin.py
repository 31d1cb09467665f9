"""Beheer: a backup in one click, one put back, and whether all is well."""

import streamlit as st

from mrdb.text import backup as words
from mrdb.views.backup import show_backup, show_checkup, show_overdue, show_restore
from mrdb.views.screen import screen

with screen() as (database, _):
    st.title(words.TITLE)
    show_overdue(database)
    making, restoring = st.columns([2, 3], gap="large")
    with making:
        show_backup(database)
        show_checkup(database)
    with restoring:
        show_restore(database)
