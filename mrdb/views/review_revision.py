"""A document under review that is there already: offered as an update, with every difference before it is stored."""

from dataclasses import dataclass
from datetime import date
from html import escape

import streamlit as st

from mrdb.clock import now
from mrdb.domain.mending import draft_lacks
from mrdb.domain.revision import Revision, recognised, revise
from mrdb.domain.wording import pieces
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.queries import actions, changes, management_responses, newest_line, open_moment, recommendations
from mrdb.store.revising import apply_revision
from mrdb.text import revision as words
from mrdb.views.addresses import MOMENTS
from mrdb.views.pieces import label_text
from mrdb.views.review import Review
from mrdb.views.review_store import GO, finish, reviewed_by, show_lacks
from mrdb.views.tables import show_table

TAGS = {"old": "del", "new": "ins", "same": "span"}
OFFERED = "review_offered"


@dataclass(frozen=True, slots=True)
class Offer:
    """A revision of the review with that ``token``, worked out when ``newest_line`` was the last one of the journal."""

    revision: Revision
    token: str
    newest_line: int

    def is_overtaken(self) -> bool:
        """Whether somebody else changed what these differences say, since the last ones were put on screen.

        What the user just mended is in them too, and that is no news to the user.
        """
        seen = st.session_state.get(OFFERED)
        if not isinstance(seen, Offer) or seen.token != self.token:
            return True
        return seen.newest_line != self.newest_line and seen.revision != self.revision


def chosen_revision(database: Engine, review: Review) -> Offer | None:
    """What the document changes in the management response that it is recognised as; None where there is none, or
    where it is to be stored as a new one all the same."""
    with read_only(database) as session:
        everything = actions(session)
        found = recognised(review.document.draft, management_responses(session), everything)
        if found is None:
            return None
        parts, journal, newest = recommendations(session), changes(session), newest_line(session)
    revision = revise(review.mending.kept(), found, parts, everything, journal)
    st.info(label_text(words.offered(revision)))
    options = (words.AS_UPDATE, words.AS_NEW)
    key = f"review-as-{review.token}"
    chosen = st.radio(
        words.HOW, options, key=key, horizontal=True, persist_state="session", label_visibility="collapsed"
    )
    return Offer(revision, review.token, newest) if chosen == words.AS_UPDATE else None


def offer_to_update(database: Engine, review: Review, offer: Offer, today: date) -> None:
    """Every difference, and the last question; or what has to be mended or opened first."""
    revision, is_overtaken = offer.revision, offer.is_overtaken()
    with read_only(database) as session:
        has_moment = open_moment(session, revision.response.id) is not None
    st.header(words.DIFFERENCES, divider="gray")
    _show(revision)
    st.session_state[OFFERED] = offer
    if lacks := draft_lacks(review.mending, today):
        show_lacks(review, lacks)
        return
    if revision.is_empty:
        return
    if revision.wants_moment and not has_moment:
        st.info(words.WANTS_MOMENT)
        st.page_link(MOMENTS, icon=GO)
        return
    author = reviewed_by(review, words.CONFIRM)
    if author and is_overtaken:
        st.warning(words.CHANGED_MEANWHILE)
    elif author:
        with transaction(database) as session:
            apply_revision(session, revision, author=author, at=now(), source=review.name)
        finish(author, words.updated(revision.response), revision.response.id)


def _show(revision: Revision) -> None:
    if revision.is_empty:
        st.success(words.NO_DIFFERENCES)
    else:
        st.write(f"**{words.summary(revision)}**")
    if revision.other_date is not None:
        st.write(words.date_stays(revision.response, revision.other_date))
    if not revision.is_empty:
        headings = (words.WHERE, words.WHAT, words.DIFFERENCE)
        show_table(headings, [_row(one) for one in words.differences(revision)], "revision", look="plain changes")
    if absent := words.absent(revision):
        st.markdown(f"**{words.ABSENT}**: {label_text(absent)}")


def _row(one: words.Difference) -> str:
    """Of a text the words that go out and come in, between those that stay."""
    whole = (("old", one.old), ("new", one.new))
    found = whole if one.is_whole else ((piece.kind, piece.text) for piece in pieces(one.old, one.new))
    shown = " ".join(f"<{TAGS[kind]}>{escape(text)}</{TAGS[kind]}>" for kind, text in found)
    return f'<tr><td class="when">{escape(one.where)}</td><td>{escape(one.what)}</td><td>{shown}</td></tr>'
