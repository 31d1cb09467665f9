"""The tables: one class a table, in the words of the field.

The base has a registry of its own, so that this module can be loaded again while the server runs (hot reload).
Nothing derived is stored: urgency, first dates and counts are computed on reading.
"""

from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Enum as EnumColumn
from sqlalchemy import Index, MetaData, UniqueConstraint, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from mrdb.domain.facts import Fact
from mrdb.domain.keys import KeyKind
from mrdb.domain.people import Role, Visit
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.reminders import Step
from mrdb.domain.status import Acceptance, Status

Day = date  # inside a class that has a field of that name
CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Alembic can only alter a constraint that has a name."""


class Row(SQLModel, registry=registry(metadata=MetaData(naming_convention=CONSTRAINT_NAMES))):
    """Base of every table. Rows never leave ``mrdb.store``."""


def _unless_put_away(*columns: str) -> Index:
    """No two rows hold the same there, but for those that were put away."""
    where = text("NOT is_put_away")
    return Index(None, *columns, unique=True, sqlite_where=where, postgresql_where=where)


def code_of(enum: type[Enum]) -> Any:
    """A column type that stores an enum by its value, as text on every database."""
    return EnumColumn(enum, native_enum=False, length=32, values_callable=lambda members: [m.value for m in members])


class DatabaseRow(Row, table=True):
    """One row: what this database is called, so that a file tells from which one it was made; and the mark of the last
    transaction, by which every process sees that something was written.
    """

    __tablename__ = "database"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=32)
    mark: str = Field(max_length=32)


class PersonRow(Row, table=True):
    """Who may come in where people sign in; ``subject`` is None until the first time. Nobody is ever taken out.

    ``seen_line`` is as in ``domain.people.Person``; it is no key, as a copy that is put back may not hold that line.
    """

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("subject"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    email: str
    role: Role = Field(sa_type=code_of(Role))
    subject: str | None = None
    is_withdrawn: bool = False
    seen_at: datetime | None = None
    wants_reminders: bool = True
    seen_line: int | None = None


class ReminderRow(Row, table=True):
    """What a person was told by mail: of which action, why, and the day that it was about.

    It stays when a copy is put back, which may not hold the action.
    """

    __tablename__ = "reminder"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    action_id: int
    step: Step = Field(sa_type=code_of(Step))
    day: Day
    at: datetime


class AnsweringRow(Row, table=True):
    """Who answers for a responsible, by its name, or for a whole management response; the other one is None."""

    __tablename__ = "answering"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    responsible: str | None = None
    response_id: int | None = Field(default=None, foreign_key="management_response.id")
    first_day: date
    last_day: date | None = None


class KeyRow(Row, table=True):
    """A secret with which a program reads, as this person lets it; ``digest`` is all that is kept of it."""

    __tablename__ = "key"
    __table_args__ = (UniqueConstraint("digest"),)

    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(max_length=64)
    kind: KeyKind = Field(sa_type=code_of(KeyKind))
    person_id: int = Field(foreign_key="person.id")
    about: str
    made_at: datetime
    read_on: Day | None = None


class VisitRow(Row, table=True):
    """The access log; ``who`` and ``about`` are texts: it also tells of people who are nobody here."""

    __tablename__ = "visit"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    who: str
    what: Visit = Field(sa_type=code_of(Visit))
    about: str


class ResponseRow(Row, table=True):
    """One that ``is_put_away`` was stored by mistake: nobody sees it, and the same bytes may be stored again."""

    __tablename__ = "management_response"
    __table_args__ = (_unless_put_away("source_digest"),)

    id: int | None = Field(default=None, primary_key=True)
    subject: str
    document_number: str
    date: date
    sender: str
    recipient: str
    context: str
    source_digest: str = Field(max_length=64)
    is_put_away: bool = False


class RecommendationRow(Row, table=True):
    __tablename__ = "recommendation"
    __table_args__ = (UniqueConstraint("response_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    response_id: int = Field(foreign_key="management_response.id")
    number: str = Field(max_length=32)
    title: str
    text: str
    answer: str
    acceptance: Acceptance | None = Field(default=None, sa_type=code_of(Acceptance))
    acceptance_reason: str
    is_realised: bool | None = None
    realisation_proof: str = ""


class ActionRow(Row, table=True):
    """``version`` grows with every save and guards against overwriting somebody else's.

    One that ``is_put_away`` was added by mistake: nobody sees it, and its number is free.
    """

    __tablename__ = "action"
    __table_args__ = (_unless_put_away("recommendation_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    recommendation_id: int = Field(foreign_key="recommendation.id")
    number: str = Field(max_length=32)
    text: str
    calendar: str
    responsible: str
    version: int = 1
    is_put_away: bool = False


class ResponsibleRow(Row, table=True):
    __tablename__ = "responsible"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class ActionResponsibleRow(Row, table=True):
    __tablename__ = "action_responsible"
    __table_args__ = (UniqueConstraint("action_id", "responsible_id"),)

    action_id: int = Field(foreign_key="action.id", primary_key=True)
    position: int = Field(primary_key=True)
    responsible_id: int = Field(foreign_key="responsible.id", index=True)


class MilestoneRow(Row, table=True):
    """The five columns of the period are all empty where no date could be read."""

    __tablename__ = "milestone"
    __table_args__ = (UniqueConstraint("action_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="action.id")
    position: int
    label: str
    kind: PeriodKind | None = Field(default=None, sa_type=code_of(PeriodKind))
    first_day: date | None = None
    last_day: date | None = None
    precision: Precision | None = Field(default=None, sa_type=code_of(Precision))
    inferred: bool | None = None
    reached_on: date | None = None


class MomentRow(Row, table=True):
    """Of ``attendees``, ``absent`` and ``leaving_early`` one name a line; ``is_document`` where it is the document.

    One that ``is_removed`` was empty: only the journal still tells of it.
    """

    __tablename__ = "moment"

    id: int | None = Field(default=None, primary_key=True)
    date: date
    title: str
    attendees: str
    closed_at: datetime | None = None
    closed_by: str | None = None
    next_date: Day | None = None
    absent: str = ""
    leaving_early: str = ""
    is_document: bool = False
    is_removed: bool = False


class MomentResponseRow(Row, table=True):
    """Which management responses a moment covers."""

    __tablename__ = "moment_response"

    moment_id: int = Field(foreign_key="moment.id", primary_key=True)
    response_id: int = Field(foreign_key="management_response.id", primary_key=True, index=True)


class StatusReportRow(Row, table=True):
    __tablename__ = "status_report"
    __table_args__ = (UniqueConstraint("action_id", "moment_id"),)

    id: int | None = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="action.id")
    moment_id: int = Field(foreign_key="moment.id")
    status: Status = Field(sa_type=code_of(Status))
    comment: str
    internal: str = ""
    author: str
    at: datetime


class AgreementRow(Row, table=True):
    __tablename__ = "agreement"

    id: int | None = Field(default=None, primary_key=True)
    action_id: int = Field(foreign_key="action.id", index=True)
    moment_id: int = Field(foreign_key="moment.id")
    text: str
    who: str
    due: date | None = None


class ArrangementRow(Row, table=True):
    """What the secretary laid down for one action on the agenda of a moment."""

    __tablename__ = "arrangement"

    moment_id: int = Field(foreign_key="moment.id", primary_key=True)
    action_id: int = Field(foreign_key="action.id", primary_key=True, index=True)
    place: int | None = None
    is_skipped: bool
    note: str


class MinutesRow(Row, table=True):
    """The decision list of a closed moment as it was fixed; its words are never altered.

    Reopening the moment says that it no longer ``holds``, and makes room for another one.
    """

    __tablename__ = "minutes"

    moment_id: int = Field(foreign_key="moment.id", primary_key=True)
    text: str
    author: str
    at: datetime = Field(primary_key=True)
    holds: bool = True


class PublicationRow(Row, table=True):
    """A year as it was published; the newest edition holds, and no row is ever altered.

    ``lists`` is JSON: to the code of each figure the ids of its actions, each with the number that it bore.
    """

    __tablename__ = "published_year"

    year: int = Field(primary_key=True)
    edition: int = Field(primary_key=True)
    author: str
    at: datetime
    reason: str
    paragraph: str
    lists: str


class ChangeRow(Row, table=True):
    """The journal: the one truth about the past. Lines are only ever added; codes as in ``domain.response.Change``."""

    __tablename__ = "change"
    __table_args__ = (Index(None, "milestone_id", "field"), Index(None, "field"))

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    author: str
    person_id: int | None = Field(default=None, foreign_key="person.id")
    response_id: int | None = Field(default=None, foreign_key="management_response.id", index=True)
    action_id: int | None = Field(default=None, foreign_key="action.id", index=True)
    recommendation_id: int | None = Field(default=None, foreign_key="recommendation.id")
    moment_id: int | None = Field(default=None, foreign_key="moment.id", index=True)
    milestone_id: int | None = Field(default=None, foreign_key="milestone.id")
    field: Fact = Field(sa_type=code_of(Fact))
    old: str | None = None
    new: str | None = None
    reason: str = ""
    undoes_id: int | None = Field(default=None, foreign_key="change.id")
    source: str = ""


class ReviewRow(Row, table=True):
    """A document that people look over before it is stored; ``version`` grows with every change.

    ``file`` are its bytes and ``state`` is what was made of it, both compressed. Names of people may stand in them:
    the row goes when the document is stored or thrown away, or is left lying.
    """

    __tablename__ = "review"

    token: str = Field(max_length=32, primary_key=True)
    name: str
    author: str
    at: datetime
    version: int = 1
    file: bytes
    state: bytes


class KnownWordRow(Row, table=True):
    """What somebody said that a title (of ``kind`` "column") or the words of a status mean; "" for nothing of ours."""

    __tablename__ = "known_word"

    kind: str = Field(max_length=32, primary_key=True)
    words: str = Field(primary_key=True)
    meaning: str = Field(max_length=32)


def period_columns(period: Period | None) -> dict[str, Any]:
    """The five columns of a milestone that hold its period."""
    if period is None:
        return dict.fromkeys(("kind", "first_day", "last_day", "precision", "inferred"))
    return {
        "kind": period.kind,
        "first_day": period.first,
        "last_day": period.last,
        "precision": period.precision,
        "inferred": period.inferred,
    }


OF_PEOPLE = frozenset(
    table.name
    for table in Row.metadata.sorted_tables
    if table.name in {PersonRow.__tablename__, VisitRow.__tablename__}
    or (
        table.name != ChangeRow.__tablename__
        and any(key.column.table.name == PersonRow.__tablename__ for key in table.foreign_keys)
    )
)
"""The tables that tell who may come in, and who came."""
