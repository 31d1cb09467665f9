"""A management response as read from a document, before it is stored: the draft, and the doubts about it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

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
    number: int
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


class DoubtKind(Enum):
    """Why the reader could not go on with certainty."""

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


@dataclass(frozen=True, slots=True)
class Doubt:
    """``line`` counts from 1 in the source; ``found`` is the text that stands there."""

    line: int
    kind: DoubtKind
    found: str


@dataclass(frozen=True, slots=True)
class Source:
    """The document as lines, for people to look at beside the draft; the first line is 1.

    ``starts`` tells for each recommendation of the draft, in its order, at which line it begins.
    """

    lines: tuple[str, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What one document says, whichever reader read it; ``doubts`` stand in the order of their lines."""

    draft: Draft
    doubts: tuple[Doubt, ...]
    source: Source
