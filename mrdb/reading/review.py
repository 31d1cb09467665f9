"""A document under review as the database keeps it, and read again with what people said about its words."""

from dataclasses import replace
from datetime import date

from pydantic import TypeAdapter

from mrdb.domain.draft import NO_CHOICE, Choices, Doubt, DoubtKind, ReadColumn, ReadDocument, ReadStatus
from mrdb.domain.mending import Mending
from mrdb.domain.review import Review, joined
from mrdb.reading.document import read_document
from mrdb.reading.phrases import redated
from mrdb.text.doubts import TITLE
from mrdb.text.lexicon import folded_heading

_ORDER = {kind: place for place, kind in enumerate(TITLE)}
_FORM = TypeAdapter(Review)
OF_COLUMNS = {DoubtKind.OWN_COLUMN, DoubtKind.COLUMN_GUESSED}
OF_STATUSES = {DoubtKind.STATUS_NOT_KNOWN}


def as_bytes(review: Review) -> bytes:
    return _FORM.dump_json(review)


def of_bytes(state: bytes) -> Review:
    """The other way round. Raises ValueError for one that another release of this program kept in another form."""
    return _FORM.validate_json(state)


def begun(data: bytes, *, name: str, stated_date: date | None, known: Choices) -> Review:
    """The review of a file; what is ``known`` of words on which its reader doubts counts until somebody confirms it.

    Raises UnreadableUpload and BrokenCorrections, as ``read_document``.
    """
    document = read_document(data, name=name, stated_date=stated_date)
    titles = [folded_heading(one.title) for one in document.columns if not one.is_sure]
    states = [folded_heading(one.words) for one in document.statuses if not one.is_sure]
    recalled = Choices(
        {key: known.columns[key] for key in titles if key in known.columns},
        {key: known.statuses[key] for key in states if key in known.statuses},
    )
    if recalled.columns or recalled.statuses:
        document = read_document(data, name=name, stated_date=stated_date, choices=recalled)
    return review_of(name, document, stated_date, recalled)


def review_of(
    name: str, document: ReadDocument, stated_date: date | None = None, recalled: Choices = NO_CHOICE
) -> Review:
    """The same bytes are the same review: who hands them in again goes on with it."""
    draft = document.draft
    return Review(draft.source_digest[:32], name, document, Mending(draft), stated_date, recalled=recalled)


def read_again(review: Review, data: bytes, said: Choices) -> ReadDocument:
    """What the file says with more choices of people. Raises UnreadableUpload."""
    choices = joined(review.choices, said)
    return read_document(data, name=review.name, stated_date=review.stated_date, choices=choices)


def with_reading(review: Review, document: ReadDocument, said: Choices) -> Review:
    """The review goes on with what ``read_again`` found; what people mended stays."""
    again = review.read_again(document, joined(review.said, said))
    day, draft = review.mending.draft.date, replace(again.mending.draft, date=document.draft.date)
    return replace(again, mending=replace(again.mending, draft=redated(draft, day) if day != draft.date else draft))


def asked_columns(review: Review) -> list[ReadColumn]:
    """The titles of which nobody has said yet what they mean: doubtful ones, and those of an earlier document."""
    said, recalled = review.said.columns, review.recalled.columns
    found = {folded_heading(one.title): one for one in review.document.columns}
    return [one for key, one in found.items() if key not in said and (key in recalled or not one.is_sure)]


def asked_statuses(review: Review) -> list[ReadStatus]:
    """The same of the words of a status."""
    said, recalled = review.said.statuses, review.recalled.statuses
    found = {folded_heading(one.words): one for one in review.document.statuses}
    return [one for key, one in found.items() if key not in said and (key in recalled or not one.is_sure)]


def doubts_left(review: Review) -> tuple[Doubt, ...]:
    """Those that nobody saw, kind by kind, without those about a title or a status word that is asked about as such."""
    columns = {folded_heading(one.title) for one in review.document.columns}
    statuses = {folded_heading(one.words) for one in review.document.statuses}

    def is_asked(doubt: Doubt) -> bool:
        words = folded_heading(doubt.found)
        return words in (columns if doubt.kind in OF_COLUMNS else statuses if doubt.kind in OF_STATUSES else ())

    left = [doubt for doubt in review.open_doubts if not is_asked(doubt)]
    return tuple(sorted(left, key=lambda doubt: _ORDER[doubt.kind]))
