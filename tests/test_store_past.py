"""A file that was made earlier shows what stood there then: the journal tells every value of the past."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from drafts import NOW, a_draft, a_draft_action, found, opened_moment, store

from mrdb.domain.comparison import action_as_of
from mrdb.domain.draft import DraftMilestone
from mrdb.domain.edit import Edit, Move
from mrdb.domain.facts import Fact
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.returned import Value
from mrdb.domain.rewind import cell_value, code_at, gestures, present_value
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import close_moment, open_moment
from mrdb.store.queries import changes, moments
from mrdb.store.undoing import take_back
from mrdb.store.writing import confirm_unchanged, save_edit

MARCH = Period(PeriodKind.DEADLINE, date(2027, 3, 31), date(2027, 3, 31), Precision.DAY)
NUMBER = "2.2"


class Life:
    """One action through two follow-up moments."""

    def __init__(self, database: Engine, number: str = NUMBER) -> None:
        self.database, self.number = database, number
        self.moment = opened_moment(database)
        self.at = NOW

    def who(self) -> dict[str, object]:
        self.at += timedelta(minutes=1)
        return {"author": "An", "at": self.at}

    def save(self, edit: Edit) -> None:
        action = found(self.database, self.number)
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
        action = found(self.database, self.number)
        with transaction(self.database) as session:
            confirm_unchanged(session, versions={action.id: action.version}, moment_id=self.moment, **self.who())

    def hand_on(self, phrase: str) -> None:
        action = found(self.database, self.number)
        with transaction(self.database) as session:
            save_edit(
                session,
                action_id=action.id,
                version=action.version,
                moment_id=self.moment,
                edit=Edit(texts={Fact.RESPONSIBLE: phrase}, responsibles=(phrase,)),
                **self.who(),
            )

    def undo(self) -> None:
        with transaction(self.database) as session:
            last = gestures(changes(session, moment_id=self.moment), {})[0]
            take_back(session, moment_id=self.moment, line_ids=[line.id for line in last.lines], **self.who())

    def next_moment(self) -> None:
        response_id = found(self.database, self.number).recommendation.response.id
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
            (None, field): present_value(action, field)
            for field in Fact
            if field not in (Fact.PERIOD, Fact.MOVE_REASON, Fact.REACHED)
        }
        dated = [Fact.PERIOD, Fact.REACHED]
        return own | {(m.id, field): present_value(action, field, m.id) for m in action.milestones for field in dated}

    def newest() -> int:
        with read_only(database) as session:
            return changes(session)[0].id

    seen = [(newest(), values())]
    for step in steps:
        step()
        seen.append((newest(), values()))
    action = found(database, NUMBER)
    with read_only(database) as session:
        lines = changes(session, action.id)
    for line_id, then in seen:
        since = [line for line in lines if line.id >= line_id]
        told = {(id_, field): cell_value(field, code_at(action, since, line_id, field, id_)) for id_, field in then}
        assert told == then


def test_past_of_two_milestones_alike_is_told_by_which_one_it_was(database: Engine) -> None:
    """ "maart 2026 en juni 2026": without labels, and both ticked on one day."""
    alike = (DraftMilestone("", MARCH), DraftMilestone("", MARCH))
    draft = a_draft()
    part = replace(draft.recommendations[0], actions=(a_draft_action("1.1", *alike),))
    store(database, replace(draft, recommendations=(part,)))
    life = Life(database, number="1.1")
    first, second = found(database, "1.1").milestones
    day = date(2026, 11, 20)
    life.save(Edit(reached={second.id: day}))
    life.next_moment()
    life.save(Edit(reached={first.id: day}))
    with read_only(database) as session:
        journal, known = changes(session), sorted(moments(session), key=lambda one: one.id)
    action = found(database, "1.1")
    told = [[one.reached_on for one in action_as_of(action, journal, moment).milestones] for moment in known]
    assert told == [[None, None], [None, day], [day, day]]
