"""What may be known and changed of an action, a milestone, a recommendation or a document: one line a fact.

Labels, history, undo, the past, the form, the columns of a file and the readers all ask this description. A fact that
is added here wants its words in ``text.labels``; a test walks every fact through every place that must know it.
"""

from enum import Enum, Flag, auto
from functools import cache
from typing import Self


class Subject(Enum):
    """What a fact is about, and so where it is held. A report is what one moment says of an action."""

    RESPONSE = "response"
    RECOMMENDATION = "recommendation"
    ACTION = "action"
    MILESTONE = "milestone"
    REPORT = "report"
    MOMENT = "moment"
    YEAR = "year"
    PERSON = "person"


class Kind(Enum):
    """The shape of a value; ``domain.codes`` tells how the journal writes each of them.

    ``NOTE`` has no value of its own: it goes with another fact, or says that something happened.
    """

    TEXT = "text"
    STATUS = "status"
    DAY = "day"
    PERIOD = "period"
    NAMES = "names"
    ACCEPTANCE = "acceptance"
    AGREEMENT = "agreement"
    REALISATION = "realisation"
    NOTE = "note"


class Way(Flag):
    """Where people may change a fact: in the form, in the Excel overview, by a new version of the document."""

    NOWHERE = 0
    FORM = auto()
    OVERVIEW = auto()
    VERSION = auto()


class Fact(Enum):
    """The value is the code in the journal; ``attribute`` is what holds it, in the domain and in its table.

    ``CONFIRMED`` says that nothing changed, and holds twice the status that was carried over: nothing where there was
    no report to carry. ``NOT_DISCUSSED`` has no values: the moment was closed before the action came up. ``ADDED``
    holds the text of an action that came to be, the period of such a milestone, or the title of a recommendation.
    ``PUT_AWAY`` holds what an action that was put away is called, or a document where the line is about no action.
    ``AGREEMENT_DONE`` holds the ``code`` of what was ``Agreed``: that it is done stands in the journal alone.
    ``PREPARED`` holds the ``code`` of what is ``Prepared``, none where it was withdrawn, or where the first report or
    confirmation at a moment put an end to it: it too stands in the journal alone.
    ``YEAR`` holds the year of which the figures were published, ``RENAMED`` the role that took the place of a name.
    ``DOCUMENT`` and ``RECOMMENDATION`` are the names under which somebody puts a new row.
    """

    STATUS = ("status", Subject.REPORT, Kind.STATUS, Way.FORM | Way.OVERVIEW, "status")
    COMMENT = ("comment", Subject.REPORT, Kind.TEXT, Way.FORM | Way.OVERVIEW, "comment")
    INTERNAL = ("internal", Subject.REPORT, Kind.TEXT, Way.FORM, "internal")
    RESPONSIBLE = ("responsible", Subject.ACTION, Kind.TEXT, Way.FORM | Way.OVERVIEW | Way.VERSION, "responsible")
    RESPONSIBLES = ("responsibles", Subject.ACTION, Kind.NAMES, Way.NOWHERE, "responsibles")
    AGREEMENT = ("agreement", Subject.ACTION, Kind.AGREEMENT, Way.FORM)
    AGREEMENT_DONE = ("agreement_done", Subject.ACTION, Kind.NOTE)
    PREPARED = ("prepared", Subject.ACTION, Kind.NOTE)
    NUMBER = ("number", Subject.ACTION, Kind.TEXT, Way.NOWHERE, "number")
    ACTION_TEXT = ("action_text", Subject.ACTION, Kind.TEXT, Way.VERSION, "text")
    CALENDAR = ("calendar", Subject.ACTION, Kind.TEXT, Way.VERSION, "calendar")
    CONFIRMED = ("confirmed", Subject.ACTION, Kind.NOTE)
    NOT_DISCUSSED = ("not_discussed", Subject.ACTION, Kind.NOTE)
    ADDED = ("added", Subject.ACTION, Kind.NOTE)
    PUT_AWAY = ("put_away", Subject.ACTION, Kind.NOTE)

    PERIOD = ("period", Subject.MILESTONE, Kind.PERIOD, Way.FORM | Way.OVERVIEW | Way.VERSION, "period")
    MOVE_REASON = ("move_reason", Subject.MILESTONE, Kind.NOTE, Way.FORM | Way.OVERVIEW)
    REACHED = ("reached", Subject.MILESTONE, Kind.DAY, Way.FORM | Way.OVERVIEW, "reached_on")
    LABEL = ("label", Subject.MILESTONE, Kind.TEXT, Way.NOWHERE, "label")

    RECOMMENDATION = ("recommendation", Subject.RECOMMENDATION, Kind.NOTE)
    TITLE = ("title", Subject.RECOMMENDATION, Kind.TEXT, Way.VERSION, "title")
    ADVICE = ("advice", Subject.RECOMMENDATION, Kind.TEXT, Way.VERSION, "text")
    ANSWER = ("answer", Subject.RECOMMENDATION, Kind.TEXT, Way.VERSION, "answer")
    ACCEPTANCE = ("acceptance", Subject.RECOMMENDATION, Kind.ACCEPTANCE, Way.VERSION, "acceptance")
    REALISED = ("realised", Subject.RECOMMENDATION, Kind.REALISATION, Way.FORM, "realisation")

    DOCUMENT = ("document", Subject.RESPONSE, Kind.NOTE)
    SUBJECT = ("subject", Subject.RESPONSE, Kind.TEXT, Way.VERSION, "subject")
    DOCUMENT_NUMBER = ("document_number", Subject.RESPONSE, Kind.TEXT, Way.VERSION, "document_number")
    SENDER = ("sender", Subject.RESPONSE, Kind.TEXT, Way.VERSION, "sender")
    RECIPIENT = ("recipient", Subject.RESPONSE, Kind.TEXT, Way.VERSION, "recipient")
    CONTEXT = ("context", Subject.RESPONSE, Kind.TEXT, Way.VERSION, "context")

    MOMENT = ("moment", Subject.MOMENT, Kind.NOTE)
    MOMENT_DATE = ("moment_date", Subject.MOMENT, Kind.DAY, Way.NOWHERE, "date")
    MOMENT_TITLE = ("moment_title", Subject.MOMENT, Kind.TEXT, Way.NOWHERE, "title")
    ATTENDEES = ("attendees", Subject.MOMENT, Kind.NAMES, Way.NOWHERE, "attendees")
    ABSENT = ("absent", Subject.MOMENT, Kind.NAMES, Way.NOWHERE, "absent")
    LEAVING_EARLY = ("leaving_early", Subject.MOMENT, Kind.NAMES, Way.NOWHERE, "leaving_early")
    NEXT_DATE = ("next_date", Subject.MOMENT, Kind.DAY, Way.NOWHERE, "next_date")
    YEAR = ("year", Subject.YEAR, Kind.NOTE)
    RENAMED = ("renamed", Subject.PERSON, Kind.NOTE)

    subject: Subject
    kind: Kind
    ways: Way
    attribute: str

    def __new__(cls, code: str, subject: Subject, kind: Kind, ways: Way = Way.NOWHERE, attribute: str = "") -> Self:
        member = object.__new__(cls)
        member._value_ = code
        member.subject, member.kind, member.ways, member.attribute = subject, kind, ways, attribute
        return member

    @property
    def is_followed_up(self) -> bool:
        """Whether people change it in a round; what only a new version of the document states is in no round."""
        return Way.FORM in self.ways


@cache
def facts_of(subject: Subject, way: Way) -> tuple[Fact, ...]:
    """The values that may be changed in this way, in the order in which people read them."""
    return tuple(fact for fact in Fact if fact.subject == subject and fact.attribute and way in fact.ways)


TEXTS = {
    subject: tuple(fact for fact in Fact if fact.subject == subject and fact.kind == Kind.TEXT) for subject in Subject
}
"""What of each subject is a plain text."""
OF_MOMENT = tuple(fact for fact in Fact if fact.subject == Subject.MOMENT)
"""What the journal says of a moment itself, whatever is said in it."""
FOLLOWED_UP = facts_of(Subject.REPORT, Way.OVERVIEW) + facts_of(Subject.ACTION, Way.OVERVIEW)
"""What of an action itself is filled in, and laid side by side: all that may be in a published overview."""
