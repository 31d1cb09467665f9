"""Broken rules as exceptions that carry data; the sentences for people stand in ``mrdb.text``."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path


class MrdbError(Exception):
    """Base of every rule that this program holds people to."""


class FileFault(Enum):
    """Why a file cannot be read at all."""

    MISSING = "missing"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    NOT_A_RESPONSE = "not_a_response"
    NO_DATE = "no_date"
    OLD_OR_PROTECTED = "old_or_protected"
    PROTECTED = "protected"
    OLD_SHEET = "old_sheet"
    NOT_CONVERTED = "not_converted"
    PICTURE = "picture"
    WEB_PAGE = "web_page"
    SLIDES = "slides"
    MAIL = "mail"
    ARCHIVE = "archive"
    OVERVIEW = "overview"
    DAMAGED = "damaged"
    NOT_EXCEL = "not_excel"
    OPEN_DOCUMENT = "open_document"
    MACROS = "macros"
    ENTITIES = "entities"
    NO_KEYS = "no_keys"
    OTHER_DATABASE = "other_database"
    NO_LIST = "no_list"
    TOO_MANY_ROWS = "too_many_rows"
    PDF_SCANNED = "pdf_scanned"
    PDF_PROTECTED = "pdf_protected"
    PDF_DAMAGED = "pdf_damaged"
    PDF_TOO_LARGE = "pdf_too_large"


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in a document that holds no management response: some of its headings, how many tables, the first
    row of the longest."""

    headings: tuple[str, ...]
    tables: int
    titles: tuple[str, ...]


@dataclass(eq=False)
class UnreadableUpload(MrdbError):
    """A file that somebody handed in; ``name`` is what it is called on their machine."""

    name: str
    fault: FileFault
    seen: Seen | None = None


class Lack(Enum):
    """What an edit, or a draft of a document, still wants before it can be saved."""

    NOTHING_ENTERED = "nothing_entered"
    STATUS = "status"
    STATUS_FOR_COMMENT = "status_for_comment"
    COMMENT_WHEN_COMPLETED = "comment_when_completed"
    REASON_WHEN_DROPPED = "reason_when_dropped"
    REASON_FOR_MOVE = "reason_for_move"
    DATE_FOR_MOVE = "date_for_move"
    MOVE_AHEAD = "move_ahead"
    AGREEMENT_AHEAD = "agreement_ahead"
    REACHED_BEHIND = "reached_behind"
    STRANGE_YEAR = "strange_year"
    TEXT_FOR_AGREEMENT = "text_for_agreement"
    PROOF = "proof"
    REASON_FOR_REOPENING = "reason_for_reopening"
    REASON_FOR_CORRECTING = "reason_for_correcting"
    REASON_FOR_PUTTING_AWAY = "reason_for_putting_away"
    REASON_FOR_PUBLISHING = "reason_for_publishing"
    NAME = "name"
    ROLE = "role"
    ROLE_WITHOUT_NAME = "role_without_name"
    SUBJECT = "subject"
    DATE_AHEAD = "date_ahead"
    NO_ACTIONS = "no_actions"
    PART_NUMBER = "part_number"
    PART_NUMBER_TWICE = "part_number_twice"
    PART_TITLE = "part_title"
    REASON_WHEN_NOT_ACCEPTED = "reason_when_not_accepted"
    NUMBER = "number"
    NUMBER_TOO_LONG = "number_too_long"
    NUMBER_TWICE = "number_twice"
    TEXT = "text"


@dataclass(eq=False)
class IncompleteEdit(MrdbError):
    lacks: tuple[Lack, ...]


class EditConflict(MrdbError):
    """Somebody else saved this action since the editor opened it."""


class MomentClosed(MrdbError):
    """A closed follow-up moment is frozen."""


class MomentAlreadyOpen(MrdbError):
    """A management response has one open follow-up moment at a time."""


class PreparedTooLate(MrdbError):
    """A follow-up moment is open by now: what is known is said in it, and no longer prepared."""


class MomentNotLast(MrdbError):
    """Only the newest follow-up moment of a management response can be opened again."""


class InOpenMoment(MrdbError):
    """A management response that is being followed up now is not put away."""


class NotAllowed(MrdbError):
    """Whoever signed in may not do this."""


class NotThere(MrdbError):
    """Somebody put away this action, or removed this follow-up moment, since it was on screen."""


class PlaceTaken(MrdbError):
    """What was put away cannot come back: another one has its number meanwhile, or the same document was stored."""


class MomentNotForAction(MrdbError):
    """The follow-up moment does not cover the action's management response."""


@dataclass(eq=False)
class MomentTooEarly(MrdbError):
    """A follow-up moment cannot lie before an earlier one of the same management response, or before its document."""

    earlier: date


@dataclass(eq=False)
class MomentTooLate(MrdbError):
    """A follow-up moment cannot lie after a later one of the same management response."""

    later: date


@dataclass(eq=False)
class MomentTooFar(MrdbError):
    """A follow-up moment lies so far ahead that its year is mistyped; ``meant`` is the same day in a year nearby."""

    day: date
    meant: date


class MomentNotEmpty(MrdbError):
    """What was said in a follow-up moment stays: only one in which nothing stands can be removed."""


@dataclass(eq=False)
class NoOpenMoment(MrdbError):
    """There is no follow-up moment to write into; ``subject`` is that of the management response."""

    subject: str


@dataclass(eq=False)
class PersonKnown(MrdbError):
    """Somebody with this address may come in already, or could."""

    email: str


class NotLetIn(MrdbError):
    """Who signed in may no longer come in."""


class OnlyLooking(MrdbError):
    """A secretary sees the screen as somebody else does: nothing is written meanwhile."""


class LastSecretary(MrdbError):
    """Nobody would be left who lets people in."""


@dataclass(eq=False)
class StillLetIn(MrdbError):
    """The name of who may come in stays: the next sign-in would bring it back."""

    name: str


@dataclass(eq=False)
class UnderReview(MrdbError):
    """A document that is looked over may hold the name, and nobody can tell; ``files`` are their names."""

    files: tuple[str, ...]


class NotAsItWas(MrdbError):
    """What was to be changed or taken back has changed since it was on screen."""


class MomentStillOpen(MrdbError):
    """The decision list of an open moment may still grow: it cannot be fixed."""


class MinutesFixed(MrdbError):
    """A decision list is fixed once."""


class MinutesEmpty(MrdbError):
    """There is no text to fix."""


@dataclass(eq=False)
class BadSetting(MrdbError):
    """A setting of the environment holds something that cannot be used."""

    name: str
    found: str


class DatabaseFault(Enum):
    """Why a database cannot be used."""

    BAD_ADDRESS = "bad_address"
    NO_DRIVER = "no_driver"
    MISSING = "missing"
    EMPTY = "empty"
    DIRECTORY = "directory"
    NETWORK = "network"
    READ_ONLY = "read_only"
    FULL = "full"
    UNREACHABLE = "unreachable"
    NOT_A_DATABASE = "not_a_database"
    DAMAGED = "damaged"
    FOREIGN_LOG = "foreign_log"
    FOREIGN = "foreign"
    NEWER = "newer"
    NOT_AS_MADE = "not_as_made"
    NO_FILE = "no_file"
    IN_USE = "in_use"


@dataclass(eq=False)
class DatabaseUnusable(MrdbError):
    """``place`` is the file's path, or the address without its password."""

    place: str
    fault: DatabaseFault


@dataclass(eq=False)
class BrokenCorrections(MrdbError):
    """The corrections file itself cannot be used; ``entry`` is such as "repair 3", ``why`` a technical reason."""

    path: Path
    entry: str
    why: str


class UnusableCharacter(MrdbError):
    """A text holds a NUL, which no database keeps."""


class StorageFailed(MrdbError):
    """The database did not answer or could not write (locked, disk full); nothing of the gesture was stored."""
