"""Backups on screen: the newest and a new one, one put back, and whether all is well."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from mrdb import safekeeping
from mrdb.domain.backups import Backup, Contents
from mrdb.domain.errors import DatabaseFault, DatabaseUnusable
from mrdb.domain.people import Visit
from mrdb.domain.roles import Right
from mrdb.store.backup import contents, made_at, present_contents
from mrdb.store.checking import check
from mrdb.store.database import Engine, known_revisions
from mrdb.text import backup as words
from mrdb.text import nl
from mrdb.text.labels import DATABASE_FAULT
from mrdb.views.rights import check_right
from mrdb.views.sign_in import dialog, note, noted
from mrdb.views.tables import show_table, table_row
from mrdb.views.typed_text import of_session
from mrdb.views.user import SAID, faults_told

Chosen = Path | UploadedFile
MIME = "application/vnd.sqlite3"


def is_file(database: Engine) -> bool:
    """Whether it can be copied and put back here."""
    return database.dialect.name == "sqlite"


def show_overdue(database: Engine) -> None:
    """A red line where the newest backup is older than whoever looks after this installation allows."""
    if not safekeeping.most_days():
        return
    with suppress(DatabaseUnusable):  # one that is no file is looked after elsewhere
        known = safekeeping.backups(database)
        if safekeeping.is_overdue(known):
            newest = _newest(known)
            said = words.overdue(safekeeping.age(newest) if newest else None)
            st.html(f'<p class="overdue" role="alert">{escape(said)}</p>')


def show_backups(database: Engine) -> None:
    """A copy made and looked through, and one put back; where the database is no file here, who does that."""
    if not is_file(database):
        st.write(DATABASE_FAULT[DatabaseFault.NO_FILE])
        return
    show_overdue(database)
    making, restoring = st.columns([2, 3], gap="large")
    with making:
        _show_backup(database)
        _show_checkup(database)
    with restoring:
        _show_restore(database)


def _show_backup(database: Engine) -> None:
    st.header(words.BACKUP)
    st.write(words.MAKE_WHY)
    if st.button(words.MAKE, type="primary", key="make_backup"):
        with faults_told():
            check_right(Right.ADMINISTER)
            safekeeping.back_up(database)
            st.session_state[SAID] = words.MADE
            st.rerun()
    newest = _newest(safekeeping.backups(database))
    if newest is None:
        st.write(words.NONE_YET)
        return
    st.write(words.newest(newest.made_at, safekeeping.age(newest)))
    file = newest.file
    st.download_button(
        words.DOWNLOAD, data=noted(file.read_bytes, file.name), file_name=file.name, on_click="ignore", mime=MIME
    )


def _newest(known: tuple[Backup, ...]) -> Backup | None:
    return next((one for one in known if not one.is_set_aside), None)


def _show_checkup(database: Engine) -> None:
    st.header(words.CHECK)
    if st.button(words.TO_CHECK, key="check"):
        with faults_told():
            found = check(database)
            if found.is_well:
                st.success(words.ALL_WELL)
            else:
                st.error(words.SOMETHING_WRONG)
            show_table(("", ""), [table_row(*line[:2]) for line in words.checkup(found, known_revisions()[0])], "check")


def _show_restore(database: Engine) -> None:
    """What a copy holds beside what is there now, and the question to put it back."""
    st.header(words.RESTORE)
    chosen = _chosen_copy(safekeeping.backups(database))
    if chosen is None:
        return
    with faults_told():
        with _at_hand(chosen) as file:
            in_file, at = contents(file), made_at(file)
        now = present_contents(database)
        lines = [table_row(*line) for line in words.side_by_side(in_file, at, now)]
        show_table(("", words.IN_FILE, words.IN_USE), lines, "copy")
        if in_file == now:
            st.info(words.SAME)
        if st.button(words.TO_RESTORE, key="restore"):
            _confirm(database, chosen, in_file)


def _chosen_copy(known: tuple[Backup, ...]) -> Chosen | None:
    by_file = {one.file: words.choice(one.made_at, is_set_aside=one.is_set_aside) for one in known}
    if by_file and (
        which := st.selectbox(words.WHICH, by_file, index=None, format_func=by_file.__getitem__, key="copy")
    ):
        return which
    return st.file_uploader(words.UPLOAD, type=["sqlite3"], key=of_session("copy"))


@contextmanager
def _at_hand(chosen: Chosen) -> Iterator[Path]:
    """The file itself; one that was handed in lies under its own name, by which its wholeness is told."""
    if isinstance(chosen, Path):
        yield chosen
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / Path(chosen.name).name
        file.write_bytes(chosen.getvalue())
        yield file


@dialog(words.RESTORE)
def _confirm(database: Engine, chosen: Chosen, in_file: Contents) -> None:
    st.write(words.RESTORE_WHY)
    st.write(words.until(in_file))
    with st.container(horizontal=True):
        is_sure = st.button(words.RESTORE_CONFIRM, type="primary", key="restore-confirmed")
        if st.button(nl.CANCEL, key="restore-cancelled"):
            st.rerun()
    if is_sure:
        with faults_told():
            check_right(Right.ADMINISTER)
            with _at_hand(chosen) as file:
                safekeeping.put_back(database, file)
            note(Visit.RESTORED, Path(chosen.name).name)
            st.session_state[SAID] = words.RESTORED
            st.rerun()
