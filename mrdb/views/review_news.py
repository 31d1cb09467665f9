"""Which document is under review, and what a colleague who works on it too did meanwhile."""

import streamlit as st

from mrdb.domain.review import Review
from mrdb.store.database import Engine, read_only
from mrdb.store.reviews import unfinished
from mrdb.text import doubts as saying
from mrdb.text import new_response as words
from mrdb.text.labels import EMPTY
from mrdb.views.pieces import label_text, prose, version
from mrdb.views.review import CLASH, Clash, change, forget_fields, leave, version_on_screen, with_field
from mrdb.views.sign_in import dialog, fragment


def show_name(review: Review) -> None:
    """Which document this is and what was read of it, beside the title, and the way to another one."""
    title, said, other = st.columns([4, 5, 2], vertical_alignment="center")
    title.title(words.TITLE)
    said.markdown(f"**{label_text(review.name)}**: {label_text(words.contents(review.mending.kept()))}")
    other.button(words.OTHER, key="other_document", on_click=leave, help=words.OTHER_WHY, width="stretch")


def show_clash(review: Review) -> None:
    """Lies over the page as long as the user has not chosen between what two people typed in one field."""
    clash = st.session_state.get(CLASH)
    if isinstance(clash, Clash):
        _choose(review, clash)


@dialog(words.CLASH, width="medium", dismissible=False)
def _choose(review: Review, clash: Clash) -> None:
    if clash.place is None:
        st.write(words.CLASH_READ_AGAIN)
        st.code(str(clash.typed), language=None, wrap_lines=True)
    else:
        st.write(label_text(words.clash(saying.place_name(review.mending.draft, clash.place))))
        there = getattr(review.mending.at(clash.place), clash.attribute)
        for side, title, text in zip(st.columns(2), words.CLASH_SIDES, (there, clash.typed), strict=True):
            side.html(version(title, prose(str(text or EMPTY))))
    with st.container(horizontal=True):
        if clash.place and st.button(words.CLASH_TAKE, key="clash_take"):
            change(with_field, clash.place, clash.attribute, clash.typed)
            forget_fields(review.token)
            _done()
        if st.button(words.CLASH_LEAVE if clash.place else words.CLASH_SEEN, key="clash_leave", type="primary"):
            _done()


def _done() -> None:
    del st.session_state[CLASH]
    st.rerun()


@fragment(run_every="10s")
def watch(database: Engine, token: str) -> None:
    """Says that somebody else changed it: the page itself waits for a click, or half a word would be gone.

    A server that started anew is heard through it too: nothing else on this page asks by itself.
    """
    with read_only(database) as session:
        there = unfinished(session, token)
    if there and there[0].version != version_on_screen():
        said, show = st.columns([4, 1], vertical_alignment="center")
        said.info(words.works_here(label_text(there[0].author)))
        if show.button(words.SHOW_NEWS, key="show_news", width="stretch"):
            st.rerun()
