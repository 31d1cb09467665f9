"""A small management response as a reader would hand it over, and how it comes into a database."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from mrdb.domain.draft import Draft, DraftAction, DraftMilestone, DraftRecommendation
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action
from mrdb.domain.status import Acceptance, Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.importing import store_document
from mrdb.store.moments import open_moment
from mrdb.store.queries import action as stored_action
from mrdb.store.queries import actions
from mrdb.store.tables import Row

DOCUMENT_DATE = date(2025, 10, 13)
IMPORTED = datetime(2025, 11, 3, 8, 30, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
DECEMBER = Period(PeriodKind.DEADLINE, date(2026, 12, 1), date(2026, 12, 31), Precision.MONTH)
JANUARY = Period(PeriodKind.START, date(2027, 1, 1), date(2027, 1, 1), Precision.DAY)


def a_draft_action(
    number: str, *milestones: DraftMilestone, status: Status | None = None, comment: str = ""
) -> DraftAction:
    return DraftAction(
        number=number,
        text=f"Wat actie {number} vraagt",
        calendar="dec 2026",
        responsible="Directeur M&O en MEAL-coördinator",
        responsibles=("Directeur M&O", "MEAL-coördinator"),
        milestones=milestones,
        status=status,
        comment=comment,
    )


def a_recommendation(number: int, *actions: DraftAction) -> DraftRecommendation:
    return DraftRecommendation(
        number=str(number),
        title=f"Aanbeveling {number}",
        text="Versterk de werking.\n\n• een voorbeeld",
        answer="Akkoord.",
        acceptance=Acceptance.ACCEPTED,
        acceptance_reason="",
        actions=actions,
    )


def a_draft(digest: str = "a" * 64) -> Draft:
    """Recommendation 1 with action 1.1 (ongoing in the document), 2 with 2.1 (no date) and 2.2 (deadline and start)."""
    return Draft(
        subject="Klimaat en migratie",
        document_number="/",
        date=DOCUMENT_DATE,
        sender="Directeur M&O",
        recipient="Directieteam",
        context="De evaluatie beoordeelt de aanpak.",
        recommendations=(
            a_recommendation(
                1,
                a_draft_action(
                    "1.1",
                    DraftMilestone("", Period(PeriodKind.CONTINUOUS, None, None, None)),
                    status=Status.ONGOING,
                    comment="Gesprekken zijn opgestart.",
                ),
            ),
            a_recommendation(
                2,
                a_draft_action("2.1", DraftMilestone("Overleg met de ngo-federatie", None)),
                a_draft_action("2.2", DraftMilestone("Ontwerp", DECEMBER), DraftMilestone("In uitvoering", JANUARY)),
            ),
        ),
        source_digest=digest,
    )


def store(engine: Engine, draft: Draft) -> int:
    """Plans and applies; returns how many actions that added."""
    with transaction(engine) as session:
        return store_document(session, draft, author="mrdb", at=IMPORTED)


def found(engine: Engine, number: str) -> Action:
    with read_only(engine) as session:
        return next(action for action in actions(session) if action.number == number)


def found_by_id(engine: Engine, action_id: int) -> Action:
    with read_only(engine) as session:
        action = stored_action(session, action_id)
    assert action is not None
    return action


def opened_moment(engine: Engine, day: date = TODAY) -> int:
    """Opens a moment for the oldest document."""
    response_id = found(engine, "1.1").recommendation.response.id
    with transaction(engine) as session:
        return open_moment(session, day=day, title="", response_ids=[response_id], author="An", at=NOW)


def with_number(draft: Draft, old: str, new: str) -> Draft:
    """The same draft with one action renumbered."""
    parts = [
        replace(part, actions=tuple(replace(a, number=new) if a.number == old else a for a in part.actions))
        for part in draft.recommendations
    ]
    return replace(draft, recommendations=tuple(parts))


def every_row(engine: Engine) -> dict[str, list[Any]]:
    """Of each table, by its name."""
    with read_only(engine) as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for table in Row.metadata.sorted_tables
        }
