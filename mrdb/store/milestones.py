"""Writing down that a milestone was reached, or that its deadline moved."""

from datetime import date

from sqlalchemy import update
from sqlmodel import col

from mrdb.domain.facts import Fact
from mrdb.domain.followup import Move
from mrdb.domain.period import Period
from mrdb.domain.response import Milestone
from mrdb.store.journal import Journal
from mrdb.store.tables import MilestoneRow, period_columns


def write_reached(journal: Journal, milestone: Milestone, day: date | None) -> None:
    put_reached(journal, milestone.id, day)
    old = milestone.reached_on.isoformat() if milestone.reached_on else None
    journal.note(Fact.REACHED, old, day.isoformat() if day else None, milestone_id=milestone.id)


def write_move(journal: Journal, milestone: Milestone, move: Move) -> None:
    assert move.period is not None
    put_period(journal, milestone.id, move.period)
    old = milestone.period.code() if milestone.period else None
    reason = move.reason.strip()
    journal.note(Fact.PERIOD, old, move.period.code(), milestone_id=milestone.id, reason=reason)


def put_reached(journal: Journal, milestone_id: int, day: date | None) -> None:
    """Writes the day and no line."""
    row = update(MilestoneRow).where(col(MilestoneRow.id) == milestone_id)
    journal.session.execute(row.values(reached_on=day))


def put_period(journal: Journal, milestone_id: int, period: Period | None) -> None:
    """Writes the period and no line."""
    row = update(MilestoneRow).where(col(MilestoneRow.id) == milestone_id)
    journal.session.execute(row.values(period_columns(period)))
