"""What stands here about one person, on Beheer: all of it as a file, and a role in the place of the name."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from html import escape

import streamlit as st

from mrdb import safekeeping
from mrdb.domain.errors import DatabaseUnusable, IncompleteEdit
from mrdb.domain.naming import Survey, lacks
from mrdb.domain.wording import pieces
from mrdb.exchange.mentions import mentions_workbook
from mrdb.store.database import Engine, read_only
from mrdb.store.mentions import mentions, survey
from mrdb.store.privacy import known_as, names
from mrdb.store.renaming import overwrite_free_space, replace_name
from mrdb.text import privacy as words
from mrdb.text.faults import sentence
from mrdb.views.backup import is_file
from mrdb.views.download import offer_file
from mrdb.views.pieces import label_text
from mrdb.views.sign_in import dialog, is_asked
from mrdb.views.tables import marked, show_table, table_row
from mrdb.views.user import PROBLEM, done_in_dialog

NAMES, ROLE = "person_names", "person_role"
DONE = "names_replaced"
"""How many this session replaced: each of them leaves the fields empty."""


def show_privacy(database: Engine, today: date) -> None:
    """How much stands here of the person that one chooses, the file of all of it, and the role in its place."""
    st.header(words.TITLE)
    st.write(words.WHY)
    with read_only(database) as session:
        hint, options = words.NAMES_HINT, names(session)
        chosen = st.multiselect(words.NAMES, options, key=_key(NAMES), accept_new_options=True, placeholder=hint)
        if not chosen:
            return
        searched, role = known_as(session, chosen), " ".join(st.session_state.get(_key(ROLE), "").split())
        known = survey(session, searched, role)
    if len(searched) > len(chosen):
        st.write(label_text(words.searched(searched)))
    if not known.counts:
        st.info(words.NOT_NAMED)
        return
    telling, doing = st.columns([3, 2], gap="large")
    with telling:
        rows = [table_row(words.TABLE[table], words.places(count)) for table, count in known.counts.items()]
        show_table((words.KIND, words.COUNT), rows, "mentions")
        if not lacks(searched, role):
            _show_examples(known, is_one_word=any(len(name.split()) == 1 for name in chosen))
    with doing:
        _offer_file(database, searched, today)
        with st.container(border=True):
            _offer_to_replace(database, searched, role)


def _key(field: str) -> str:
    return f"{field}-{st.session_state.get(DONE, 0)}"


def _offer_file(database: Engine, searched: Sequence[str], today: date) -> None:
    def make() -> bytes:
        with read_only(database) as session:
            return mentions_workbook(mentions(session, searched), searched, today)

    offer_file(words.DOWNLOAD, words.FILE, make)
    st.caption(words.CHECK_FIRST)


def _offer_to_replace(database: Engine, searched: Sequence[str], role: str) -> None:
    st.subheader(words.REPLACE)
    st.write(words.REPLACE_WHY)
    st.text_input(words.ROLE_FOR_NAME, key=_key(ROLE), placeholder=words.ROLE_HINT, max_chars=80)
    if st.button(words.TO_REPLACE, key="replace_name"):
        if wanting := lacks(searched, role):
            st.error(sentence(IncompleteEdit(wanting)))
        else:
            _confirm(database, searched, role)


def _show_examples(known: Survey, *, is_one_word: bool) -> None:
    st.subheader(words.PREVIEW)
    if is_one_word:
        st.caption(words.ONE_WORD)
    rows = [
        f"<tr><td>{escape(words.TABLE[one.table])}</td><td>{escape(one.what)}</td>"
        f"<td>{marked(pieces(one.old, one.new))}</td></tr>"
        for one in known.examples
    ]
    show_table((words.KIND, words.WHAT, words.DIFFERENCE), rows, "examples", look="plain changes")


@dialog(words.REPLACE, width="large")
def _confirm(database: Engine, searched: Sequence[str], role: str) -> None:
    st.write(f"**{label_text(words.becomes(searched, role))}**")
    st.write(words.BEYOND)
    beyond = [words.BEYOND_FILES, words.BEYOND_TYPED, words.BEYOND_PROGRAM]
    if is_asked():
        beyond.append(words.BEYOND_ACCOUNT)
    if is_file(database):
        beyond.insert(0, words.beyond_backups(len(safekeeping.backups(database)), str(safekeeping.folder(database))))
    st.markdown("\n".join(f"- {label_text(one)}" for one in beyond))
    is_sure = st.checkbox(words.SURE, key="replace_name_sure")
    write = partial(replace_name, names=searched, role=role)
    wanting = [] if is_sure else [words.NOT_SURE]
    if done_in_dialog(database, words.CONFIRM, "replace_name_confirmed", write, words.REPLACED, lacks=wanting):
        try:
            overwrite_free_space(database)
        except DatabaseUnusable:
            st.session_state[PROBLEM] = words.NOT_REWRITTEN
        st.session_state[DONE] = st.session_state.get(DONE, 0) + 1
        st.rerun()
