"""What somebody is reminded of: each thing once when it comes near, once more when it is late, once for a round."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mrdb.domain.followup import is_closed, report_at
from mrdb.domain.people import Person
from mrdb.domain.response import Action, Moment
from mrdb.domain.roles import answers_for


class Step(Enum):
    """Why now, in the order in which a mail tells it."""

    LATE = "late"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    ROUND = "round"


AHEAD = {Step.DAY: 1, Step.WEEK: 7, Step.MONTH: 30}
"""Days before the deadline, the nearest first."""
Told = tuple[int, Step, date]
"""By which it is known again: the id of the action, why, and the day that it was about. A moved deadline is another."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """``day`` is that of the deadline, or of the round."""

    action: Action
    step: Step
    day: date

    @property
    def told(self) -> Told:
        return (self.action.id, self.step, self.day)


def reminders(
    person: Person, actions: Iterable[Action], rounds: Mapping[int, Moment], today: date, told: Collection[Told]
) -> tuple[Reminder, ...]:
    """What this person was not told yet. ``rounds`` has the open moment of each document, by its id."""
    if person.is_withdrawn or not person.wants_reminders or not person.email:
        return ()
    own = (action for action in actions if answers_for(person, action, today) and not is_closed(action))
    found = {one.told: one for action in own for one in _about(action, rounds, today)}
    steps = list(Step)
    news = (one for key, one in found.items() if key not in told)
    return tuple(sorted(news, key=lambda one: (steps.index(one.step), one.day)))


def _about(action: Action, rounds: Mapping[int, Moment], today: date) -> Iterator[Reminder]:
    for milestone in action.milestones:
        day = milestone.period.due if milestone.period and milestone.reached_on is None else None
        if day and (step := _step(day, today)):
            yield Reminder(action, step, day)
    moment = rounds.get(action.recommendation.response.id)
    if moment and report_at(action, moment) is None and action.prepared is None:
        yield Reminder(action, Step.ROUND, moment.date)


def _step(day: date, today: date) -> Step | None:
    left = (day - today).days
    if left < 0:
        return Step.LATE
    return next((step for step, days in AHEAD.items() if left <= days), None)
