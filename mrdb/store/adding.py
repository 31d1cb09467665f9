"""What comes to be after the document was stored: an action, or a milestone of one, laid down in an open moment.

Both leave a line in the journal, which tells later since when they are there; nothing here commits, ``at`` is aware.
"""

from dataclasses import replace
from datetime import date

from sqlalchemy import func, select
from sqlmodel import Session, col

from mrdb.domain.codes import texts_of
from mrdb.domain.draft import DraftAction, DraftMilestone
from mrdb.domain.errors import NotAsItWas
from mrdb.domain.facts import Fact, Subject
from mrdb.domain.response import Recommendation
from mrdb.domain.wording import folded
from mrdb.store.guards import check_moment, known_action, take_version
from mrdb.store.journal import Journal
from mrdb.store.tables import ActionRow, MilestoneRow, MomentRow, RecommendationRow, period_columns
from mrdb.store.values import add_report, put_names, write


def add_action(journal: Journal, recommendation: Recommendation, action: DraftAction) -> int:
    """Adds the action with its milestones, its responsibles and the status that it comes with; returns its id.

    Raises MomentClosed, MomentNotForAction where the moment is about another management response, or NotAsItWas where
    the document has an action with that number.
    """
    session, response_id = journal.session, recommendation.response.id
    if has_number(session, response_id, action.number):
        raise NotAsItWas
    check_moment(journal, response_id)
    action_id = put_action(session, action, recommendation.id)
    journal = journal.of_action_id(action_id, response_id)
    journal.note(Fact.ADDED, None, action.text)
    if action.status is not None:
        add_report(journal, action.status, action.comment, "", before=None)
    session.flush()
    return action_id


def has_number(session: Session, response_id: int, number: str) -> bool:
    """Whether the document has an action with that number."""
    taken = select(col(ActionRow.id)).join(RecommendationRow, col(RecommendationRow.id) == ActionRow.recommendation_id)
    taken = taken.where(col(RecommendationRow.response_id) == response_id, col(ActionRow.number) == number)
    return session.execute(taken.where(~col(ActionRow.is_put_away))).first() is not None


def put_action(session: Session, action: DraftAction, recommendation_id: int) -> int:
    """The action with its responsibles and its milestones, and no line in the journal; returns its id."""
    action_id = put_row(session, ActionRow(recommendation_id=recommendation_id, **texts_of(action, Subject.ACTION)))
    put_names(session, action_id, action.responsibles)
    session.add_all(
        MilestoneRow(action_id=action_id, position=position, label=milestone.label, **period_columns(milestone.period))
        for position, milestone in enumerate(action.milestones)
    )
    return action_id


def put_row(session: Session, row: ActionRow | MilestoneRow | MomentRow | RecommendationRow) -> int:
    """Adds the row, and returns the id that it gets."""
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def add_milestone(journal: Journal, action_id: int, milestone: DraftMilestone, reached_on: date | None) -> int:
    """Puts the milestone behind those that the action has, and returns its id.

    Raises MomentClosed, MomentNotForAction, NotAsItWas where the action has one of that label and period, or NotThere.
    """
    action = known_action(journal.session, action_id)
    check_moment(journal, action.recommendation.response.id)
    same = (folded(milestone.label), milestone.period)
    if any((folded(one.label), one.period) == same for one in action.milestones):
        raise NotAsItWas
    take_version(journal.session, action_id, action.version)
    return put_milestone(journal.of_action(action), milestone, reached_on)


def put_milestone(journal: Journal, milestone: DraftMilestone, reached_on: date | None) -> int:
    """Puts it behind those that the action has, with its lines, over a version that was taken; returns its id."""
    session, action_id = journal.session, journal.action_id
    assert action_id is not None
    last = session.execute(select(func.max(col(MilestoneRow.position))).where(col(MilestoneRow.action_id) == action_id))
    position = last.scalar()
    row = MilestoneRow(
        action_id=action_id,
        position=0 if position is None else position + 1,
        label=milestone.label,
        **period_columns(milestone.period),
    )
    milestone_id = put_row(session, row)
    journal = replace(journal, milestone_id=milestone_id)
    code = milestone.period.code() if milestone.period else None
    journal.note(Fact.ADDED, None, code)
    if reached_on is not None:
        write(journal, Fact.REACHED, None, reached_on.isoformat())
    return milestone_id
