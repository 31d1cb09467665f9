"""A file that was made earlier shows what stood there then: the journal tells every value of the past."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from drafts import NOW, a_draft, found, opened_moment, store

from mrdb.domain.facts import Fact
from mrdb.domain.filled import Value, present_value
from mrdb.domain.followup import Edit, Move
from mrdb.domain.past import value_at
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.status import Status
from mrdb.domain.undo import gestures
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import close_moment, open_moment
from mrdb.store.queries import changes
from mrdb.store.undoing import take_back
from mrdb.store.writing import change_responsible, confirm_unchanged, save_edit

MARCH = Period(PeriodKind.DEADLINE, date(2027, 3, 31), date(2027, 3, 31), Precision.DAY)
NUMBER = "2.2"


class Life:
    """One action through two follow-up moments."""

    def __init__(self, database: Engine) -> None:
        self.database = database
        self.moment = opened_moment(database)
        self.at = NOW

    def who(self) -> dict[str, object]:
        self.at += timedelta(minutes=1)
        return {"author": "An", "at": self.at}

    def save(self, edit: Edit) -> None:
        action = found(self.database, NUMBER)
        with transaction(self.database) as session:
            save_edit(
                session,
                action_id=action.id,
                version=action.version,
                moment_id=self.moment,
                edit=edit,
                author="An",
                at=self.who()["at"],
            )

    def confirm(self) -> None:
        action = found(self.database, NUMBER)
        with transaction(self.database) as session:
            confirm_unchanged(session, versions={action.id: action.version}, moment_id=self.moment, **self.who())

    def hand_on(self, phrase: str) -> None:
        action = found(self.database, NUMBER)
        with transaction(self.database) as session:
            change_responsible(
                session,
                action_id=action.id,
                version=action.version,
                responsible=phrase,
                responsibles=[phrase],
                moment_id=self.moment,
                **self.who(),
            )

    def undo(self) -> None:
        with transaction(self.database) as session:
            last = gestures(changes(session, moment_id=self.moment), {})[0]
            take_back(session, moment_id=self.moment, line_ids=[line.id for line in last.lines], **self.who())

    def next_moment(self) -> None:
        response_id = found(self.database, NUMBER).recommendation.response.id
        with transaction(self.database) as session:
            close_moment(session, self.moment, **self.who())
            self.moment = open_moment(session, day=date(2027, 1, 4), title="", response_ids=[response_id], **self.who())


@pytest.fixture
def steps(database: Engine) -> list[Callable[[], None]]:
    store(database, a_draft())
    life = Life(database)
    design, start = found(database, NUMBER).milestones
    return [
        life.confirm,
        lambda: life.save(Edit(Status.ONGOING, "Eerste.", {start.id: date(2026, 11, 20)}, ())),
        lambda: life.save(Edit(Status.ONGOING, "Tweede.", {}, (Move(design.id, MARCH, "ziekte"),))),
        life.undo,
        lambda: life.hand_on("Els"),
        life.next_moment,
        life.confirm,
        lambda: life.save(Edit(Status.COMPLETED, "Derde.", {start.id: None}, ())),
        life.undo,
        lambda: life.save(Edit(Status.ONGOING, "", {}, (Move(design.id, MARCH, "ziekte"),))),
        life.undo,
        lambda: life.save(Edit(Status.DROPPED, "Vierde.", {}, ())),
        lambda: life.hand_on("Jan"),
    ]


def test_past_every_value_can_be_told_from_the_journal(database: Engine, steps: list[Callable[[], None]]) -> None:
    def values() -> dict[tuple[int | None, Fact], Value]:
        action = found(database, NUMBER)
        own = {
            (None, field): present_value(action, None, field)
            for field in Fact
            if field not in (Fact.PERIOD, Fact.MOVE_REASON, Fact.REACHED)
        }
        dated = [Fact.PERIOD, Fact.REACHED]
        return own | {(m.id, field): present_value(action, m, field) for m in action.milestones for field in dated}

    def newest() -> int:
        with read_only(database) as session:
            return changes(session)[0].id

    seen = [(newest(), values())]
    for step in steps:
        step()
        seen.append((newest(), values()))
    action = found(database, NUMBER)
    milestones = {milestone.id: milestone for milestone in action.milestones}
    with read_only(database) as session:
        lines = changes(session, action.id)
    for line_id, then in seen:
        told = {(id_, field): value_at(action, lines, line_id, milestones.get(id_ or 0), field) for id_, field in then}
        assert told == then
