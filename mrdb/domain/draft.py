"""A management response as read from a document, before it is stored: the draft, and the doubts about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from mrdb.domain.facts import Fact
from mrdb.domain.period import Period
from mrdb.domain.status import Acceptance, Status


@dataclass(frozen=True, slots=True)
class DraftMilestone:
    label: str
    period: Period | None


@dataclass(frozen=True, slots=True)
class DraftAction:
    """``status`` and ``comment`` are the follow-up that the document itself reports; None and "" when it has none."""

    number: str
    text: str
    calendar: str
    responsible: str
    responsibles: tuple[str, ...]
    milestones: tuple[DraftMilestone, ...]
    status: Status | None
    comment: str


@dataclass(frozen=True, slots=True)
class DraftRecommendation:
    number: str
    title: str
    text: str
    answer: str
    acceptance: Acceptance | None
    acceptance_reason: str
    actions: tuple[DraftAction, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """``source_digest`` is the SHA-256 of the file's bytes, in hex: it recognises the same document later."""

    subject: str
    document_number: str
    date: date
    sender: str
    recipient: str
    context: str
    recommendations: tuple[DraftRecommendation, ...]
    source_digest: str


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the draft: a recommendation, or an action under it, by its position from 0; without both the head."""

    part: int | None = None
    action: int | None = None


HEAD = Place()


class DoubtKind(Enum):
    """Why the reader could not go on with certainty.

    ``YEAR_INFERRED``: the calendar leaves the year out. ``DATE_NOT_READ``: it names time, but no certain day.
    ``OWN_COLUMN``: its words stay with the action under their title. ``COLUMN_GUESSED``: words that name no field we
    know, taken for one all the same. ``NUMBER_GIVEN``: the document has none. ``SHARED``: one heading or cell for
    several. ``STATUS_NOT_KNOWN``: its words became comment. ``NAME_NOT_READ``: words in the place of a name.
    ``NOT_LINKED``: nothing says to which recommendation the action belongs.
    """

    COLUMNS_RUN_TOGETHER = "columns_run_together"
    TITLE_TORN = "title_torn"
    HYPHEN_AT_LINE_END = "hyphen_at_line_end"
    PARAGRAPH_BREAK = "paragraph_break"
    STATUS_NOT_STATED = "status_not_stated"
    STRAY_CHARACTERS = "stray_characters"
    DAMAGED_LETTERS = "damaged_letters"
    NOT_PLACED = "not_placed"
    MISSING_FIELD = "missing_field"
    CORRECTION_DOES_NOT_FIT = "correction_does_not_fit"
    PAGE_IS_PICTURE = "page_is_picture"
    PAGE_RECOGNISED = "page_recognised"
    YEAR_INFERRED = "year_inferred"
    DATE_NOT_READ = "date_not_read"
    STRUCK_OUT = "struck_out"
    HIDDEN = "hidden"
    OWN_COLUMN = "own_column"
    COLUMN_GUESSED = "column_guessed"
    NUMBER_GIVEN = "number_given"
    SHARED = "shared"
    STATUS_NOT_KNOWN = "status_not_known"
    NAME_NOT_READ = "name_not_read"
    NOT_LINKED = "not_linked"


@dataclass(frozen=True, slots=True)
class Doubt:
    """``line`` counts from 1 in the source; ``found`` is the text that stands there.

    ``at`` and ``fact`` say which field of the draft it is about; ``at`` is None where it is about none, ``fact`` where
    it is about the whole of that part.
    """

    line: int
    kind: DoubtKind
    found: str
    at: Place | None = None
    fact: Fact | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person said of the titles and the status words of a document, by their folded words.

    None means a column of the document's own, or words that are no status.
    """

    columns: Mapping[str, Fact | None] = field(default_factory=dict)
    statuses: Mapping[str, Status | None] = field(default_factory=dict)


NO_CHOICE = Choices()


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A title over a table, and the column that it was taken for; None where it is one of the document's own."""

    title: str
    fact: Fact | None
    line: int
    is_sure: bool


@dataclass(frozen=True, slots=True)
class ReadStatus:
    """The words of a status cell, and what they were taken for; None where they became comment."""

    words: str
    status: Status | None
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Source:
    """The document as lines, for people to look at beside the draft; the first line is 1.

    ``starts`` tells for each recommendation of the draft, in its order, at which line it begins; ``pages`` for each
    line on which page it stands, from 1, and nothing where the document has none.
    """

    lines: tuple[str, ...]
    starts: tuple[int, ...]
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What one document says, whichever reader read it; ``doubts`` stand in the order of their lines.

    ``columns`` are the titles of its tables, ``statuses`` the words of its status cells, each once.
    """

    draft: Draft
    doubts: tuple[Doubt, ...]
    source: Source
    columns: tuple[ReadColumn, ...] = ()
    statuses: tuple[ReadStatus, ...] = ()
