"""Storing a document that was reviewed, new or as an update: what is in the way, what it does, the last question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import streamlit as st

from mrdb.clock import now
from mrdb.domain.draft import Place
from mrdb.domain.errors import Lack
from mrdb.domain.facts import Fact
from mrdb.domain.mending import draft_lacks
from mrdb.domain.review import Review
from mrdb.domain.revision import Revision, recognised, revise
from mrdb.domain.wording import Piece, pieces
from mrdb.store.database import Engine, Session, read_only
from mrdb.store.importing import response_with, store_document
from mrdb.store.queries import actions, changes, management_responses, newest_line, open_moment, recommendations
from mrdb.store.reviews import forget_review, learn, unfinished
from mrdb.store.revising import apply_revision
from mrdb.text import new_response as words
from mrdb.text import revision as updating
from mrdb.text.documents import document_names
from mrdb.text.doubts import place_name
from mrdb.text.labels import LACK
from mrdb.views.addresses import MOMENTS, OVERVIEW, RECOMMENDATIONS
from mrdb.views.document import DOCUMENT
from mrdb.views.pieces import label_text
from mrdb.views.review import go_to, leave, spot_of, version_on_screen
from mrdb.views.review_doubts import to_do
from mrdb.views.tables import marked, show_table
from mrdb.views.user import confirmed_by, remember_user, writing

STORED = "review_stored"
GO = ":material/arrow_forward:"
OFFERED = "review_offered"
FACT_OF = {
    Lack.SUBJECT: Fact.SUBJECT,
    Lack.PART_NUMBER: Fact.NUMBER,
    Lack.PART_NUMBER_TWICE: Fact.NUMBER,
    Lack.PART_TITLE: Fact.TITLE,
    Lack.NUMBER: Fact.NUMBER,
    Lack.NUMBER_TWICE: Fact.NUMBER,
    Lack.NUMBER_TOO_LONG: Fact.NUMBER,
    Lack.TEXT: Fact.ACTION_TEXT,
    Lack.STATUS_FOR_COMMENT: Fact.STATUS,
    Lack.COMMENT_WHEN_COMPLETED: Fact.COMMENT,
    Lack.REASON_WHEN_DROPPED: Fact.COMMENT,
}
"""In which field most of what is wanting is to be filled in; the others show their part."""


def show_stored(database: Engine) -> None:
    """Says once what was just stored, with the ways to it."""
    said, response_id = st.session_state.pop(STORED, ("", 0))
    if not said:
        return
    st.success(label_text(said))
    with st.container(horizontal=True):
        _link(database, response_id)
        st.page_link(OVERVIEW, label=words.TO_OVERVIEW, icon=GO)


def is_there(database: Engine, review: Review) -> bool:
    """Says so where these very bytes were stored before, with the way to the document."""
    with read_only(database) as session:
        response_id = response_with(session, review.document.draft.source_digest)
        known = {response.id: response for response in management_responses(session)}
    if response_id is None:
        return False
    st.info(words.already_there(known[response_id].date))
    _link(database, response_id)
    return True


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
    st.info(label_text(updating.offered(revision)))
    options = (updating.AS_UPDATE, updating.AS_NEW)
    key = f"review-as-{review.token}"
    chosen = st.radio(
        updating.HOW, options, key=key, horizontal=True, persist_state="session", label_visibility="collapsed"
    )
    return Offer(revision, review.token, newest) if chosen == updating.AS_UPDATE else None


def offer_to_store(database: Engine, review: Review, offer: Offer | None, today: date) -> None:
    """What storing will do, of an update every difference, and the last question; or what has to be mended first."""
    is_overtaken = offer is not None and offer.is_overtaken()
    if offer is None:
        st.header(words.STORE, divider="gray")
    else:
        st.header(updating.DIFFERENCES, divider="gray")
        _show_differences(offer.revision)
        st.session_state[OFFERED] = offer
    if lacks := draft_lacks(review.mending, today):
        _show_lacks(review, lacks)
    elif offer is None:
        _offer_new(database, review)
    elif not offer.revision.is_empty:
        _offer_update(database, review, offer.revision, is_overtaken=is_overtaken)


def _offer_new(database: Engine, review: Review) -> None:
    draft = review.mending.kept()
    st.write(label_text(words.summary(draft)))
    author = _reviewed_by(review, words.CONFIRM)
    if not author:
        return
    with writing(database) as session:
        is_as_seen = _is_as_seen(session, review)
        added = is_as_seen and store_document(session, draft, author=author, at=now(), source=review.name)
        response_id = response_with(session, draft.source_digest)
        if added:
            _end(session, review)
    if not is_as_seen:
        st.warning(words.CHANGED_MEANWHILE)
        return
    if not added or response_id is None:
        st.warning(words.THERE_MEANWHILE)
        return
    _finish(author, words.stored(draft), response_id)


def _offer_update(database: Engine, review: Review, revision: Revision, *, is_overtaken: bool) -> None:
    with read_only(database) as session:
        has_moment = open_moment(session, revision.response.id) is not None
    if revision.wants_moment and not has_moment:
        st.info(updating.WANTS_MOMENT)
        st.page_link(MOMENTS, icon=GO)
        return
    author = _reviewed_by(review, updating.CONFIRM)
    if author and is_overtaken:
        st.warning(updating.CHANGED_MEANWHILE)
    elif author:
        with writing(database) as session:
            if is_as_seen := _is_as_seen(session, review):
                apply_revision(session, revision, author=author, at=now(), source=review.name)
                _end(session, review)
        if is_as_seen:
            _finish(author, updating.updated(revision.response), revision.response.id)
        st.warning(words.CHANGED_MEANWHILE)


def _is_as_seen(session: Session, review: Review) -> bool:
    """Whether nobody typed in it, stored it or threw it away since this run read it: what is stored ends the review."""
    there = unfinished(session, review.token)
    return bool(there) and there[0].version == version_on_screen()


def _reviewed_by(review: Review, label: str) -> str:
    """Asks who stores it and whether the doubts were looked at; the name once that is all clicked, until then ""."""
    left = to_do(review)
    is_seen = not left or st.checkbox(words.doubts_seen(left), key=f"review-seen-{review.token}-{left}")
    return confirmed_by(label, "store_document", lacks=[] if is_seen else [words.DOUBTS_FIRST])


def _end(session: Session, review: Review) -> None:
    """What was chosen for its words is offered for the next document; the rest is in the document itself by now."""
    learn(session, review.said)
    forget_review(session, review.token)


def _finish(author: str, said: str, response_id: int) -> None:
    """The review is over; the next run says what became of it."""
    remember_user(author)
    leave()
    st.session_state[STORED] = (said, response_id)
    st.rerun()


def _show_lacks(review: Review, lacks: Sequence[tuple[Place, Lack]]) -> None:
    """A click on the place of what is wanting brings it on screen."""
    st.warning(words.FIRST_MEND)
    for position, (at, lack) in enumerate(lacks):
        place, said = st.columns([1, 4], vertical_alignment="center")
        name = label_text(place_name(review.mending.draft, at))
        spot = spot_of(review, at, FACT_OF.get(lack))
        place.button(name, key=f"lack-{position}", width="stretch", on_click=go_to, args=(spot,))
        said.write(LACK[lack])


def _link(database: Engine, response_id: int) -> None:
    """To the document among those there are; with one document its page needs no name."""
    with read_only(database) as session:
        names = document_names(management_responses(session))
    parameters = {DOCUMENT: names[response_id]} if response_id in names else None
    st.page_link(RECOMMENDATIONS, label=words.TO_DOCUMENT, query_params=parameters, icon=GO)


def _show_differences(revision: Revision) -> None:
    if revision.is_empty:
        st.success(updating.NO_DIFFERENCES)
    else:
        st.write(f"**{updating.summary(revision)}**")
    if revision.other_date is not None:
        st.write(updating.date_stays(revision.response, revision.other_date))
    if not revision.is_empty:
        headings = (updating.WHERE, updating.WHAT, updating.DIFFERENCE)
        show_table(headings, [_row(one) for one in updating.differences(revision)], "revision", look="plain changes")
    if absent := updating.absent(revision):
        st.markdown(f"**{updating.ABSENT}**: {label_text(absent)}")


def _row(one: updating.Difference) -> str:
    """Of a text the words that go out and come in, between those that stay."""
    shown = marked((Piece("old", one.old), Piece("new", one.new)) if one.is_whole else pieces(one.old, one.new))
    return f'<tr><td class="when">{escape(one.where)}</td><td>{escape(one.what)}</td><td>{shown}</td></tr>'
