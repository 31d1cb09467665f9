"""Rows that bear no key: which of them is a new action or a new milestone, which says something of a known one."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mrdb.domain.days import names_strange_year, wrong_day
from mrdb.domain.draft import DraftAction, DraftMilestone
from mrdb.domain.edit import Edit, lacks
from mrdb.domain.errors import Lack
from mrdb.domain.facts import FOLLOWED_UP, TEXTS, Fact, Subject
from mrdb.domain.mending import MAX_NUMBER
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Recommendation
from mrdb.domain.returned import CELL_OF, NewAction, NewMilestone, Problem, Returned, ReturnedCell, TypedRow, Why
from mrdb.domain.rewind import present_value
from mrdb.domain.status import Status
from mrdb.domain.wording import folded

_Named = tuple[int, str]
_Wrong = tuple[Why | Lack, Fact]
"""What is wrong with a row, and in which of its cells."""


@dataclass(frozen=True, slots=True)
class Readers:
    """How phrases are read: who is named, and which milestones a calendar holds for a document of that day."""

    responsibles: Callable[[str], tuple[str, ...]]
    calendar: Callable[[str, date], tuple[DraftMilestone, ...]]


@dataclass(slots=True)
class Additions:
    """What the rows without a key come to: ``actions`` and ``milestones`` are new, by the document or the action that
    they belong to and what they are called; ``known`` is what is said of actions that are known, and the mistakes.
    """

    actions: dict[_Named, NewAction] = field(default_factory=dict)
    milestones: dict[_Named, NewMilestone] = field(default_factory=dict)
    known: Returned = field(default_factory=Returned)


def plan_typed(
    rows: Sequence[TypedRow],
    actions: Sequence[Action],
    recommendations: Sequence[Recommendation],
    readers: Readers,
    today: date,
) -> Additions:
    """Sorts the rows. One with the number and the text of a known action fills that in; it takes nothing away."""
    sorting, found = _Sorting(actions, recommendations, readers, today), Additions()
    for row in rows:
        wrong = sorting.take_milestone(found, row) if row.is_milestone else sorting.take_action(found, row)
        if wrong:
            why, fact = wrong
            found.known.problems.append(Problem(row.places.get(fact, row.place), row.values.get(fact), why))
    return found


class _Sorting:
    """What is known, by what people call it. Each row is taken in, or told what is wrong with it and where."""

    def __init__(
        self, actions: Sequence[Action], recommendations: Sequence[Recommendation], readers: Readers, today: date
    ) -> None:
        self.readers, self.today = readers, today
        self.numbered: defaultdict[_Named, list[Action]] = defaultdict(list)
        self.named: defaultdict[_Named, list[Recommendation]] = defaultdict(list)
        self.past_nine: set[_Named] = set()
        self.texts = {(action.recommendation.id, folded(action.text)) for action in actions}
        for action in actions:
            self.numbered[action.recommendation.response.id, action.number].append(action)
            self._see_length(action.recommendation.response.id, action.number)
        for one in recommendations:
            number, title = one.number, folded(one.title)
            for name in {number, title, f"{number} {title}", f"aanbeveling {number}"}:
                self.named[one.response.id, name].append(one)

    def take_action(self, found: Additions, row: TypedRow) -> _Wrong | None:
        if wrong := _lack(row):
            return wrong
        known = self._known(row)
        if len({action.recommendation.response.id for action in known}) > 1:
            return Why.UNKNOWN_DOCUMENT, Fact.NUMBER
        same = [action for action in known if folded(action.text) == folded(row.text(Fact.ACTION_TEXT))]
        if known and not same:
            return _taken(row)
        if not known:
            return self._add(found, row)
        _fill_in(found, row, same[0])
        return None

    def _see_length(self, response_id: int, number: str) -> None:
        """Where there is a 1.10, a 1.2 may be a 1.20."""
        part, _, last = number.rpartition(".")
        if len(last) > 1:
            self.past_nine.add((response_id, part))

    def _known(self, row: TypedRow) -> list[Action]:
        number = row.text(Fact.NUMBER)
        return [action for id_ in sorted(row.response_ids) for action in self.numbered.get((id_, number), ())]

    def _add(self, found: Additions, row: TypedRow) -> _Wrong | None:
        """Under a recommendation that is named by its number, its title or both; without any, the first part of the
        action's number tells it."""
        said, number = row.text(Fact.RECOMMENDATION), row.text(Fact.NUMBER)
        name = folded(said or number.partition(".")[0])
        fits = [part for id_ in row.response_ids for part in self.named.get((id_, name), ())]
        if len(fits) != 1:
            why = Why.UNKNOWN_DOCUMENT if fits else Why.UNKNOWN_RECOMMENDATION
            return why, Fact.RECOMMENDATION if said else Fact.NUMBER
        response_id = fits[0].response.id
        if row.may_lack_zero and (response_id, number.rpartition(".")[0]) in self.past_nine:
            return Why.NUMBER_IS_DECIMAL, Fact.NUMBER
        new = NewAction(fits[0], draft_action(row, number, self.readers, self.today), row.place, row.late)
        wanting = lacks(Edit(new.action.status, new.action.comment))
        if wrong := next(((lack, CELL_OF[lack]) for lack in wanting if lack in CELL_OF), None):
            return wrong
        if names_strange_year(row.text(Fact.CALENDAR)):
            return Lack.STRANGE_YEAR, Fact.CALENDAR
        if (new.recommendation.id, folded(new.action.text)) in self.texts:
            return Why.SAME_TEXT, Fact.ACTION_TEXT
        # Two files that bring the same action bring it once; where they differ somebody has to make them one.
        other = found.actions.setdefault((response_id, number), new)
        self._see_length(response_id, number)
        if folded(other.action.text) != folded(new.action.text):
            return _taken(row)
        is_same = replace(other.action, text="") == replace(new.action, text="")
        return None if is_same else (Why.NEW_DIFFERS, Fact.NUMBER)

    def take_milestone(self, found: Additions, row: TypedRow) -> _Wrong | None:
        known, label = self._known(row), row.text(Fact.LABEL)
        if not row.text(Fact.NUMBER):
            return Why.NUMBER_WANTED, Fact.NUMBER
        if not label:
            return Why.LABEL_WANTED, Fact.LABEL
        if row.may_lack_zero and any((id_, f"{row.text(Fact.NUMBER)}0") in self.numbered for id_ in row.response_ids):
            return Why.NUMBER_IS_DECIMAL, Fact.NUMBER
        if len(known) != 1:
            return Why.UNKNOWN_DOCUMENT if known else Why.UNKNOWN_ACTION, Fact.NUMBER
        action = known[0]
        due, reached = (
            value if isinstance(value := row.values.get(fact), date) else None for fact in (Fact.PERIOD, Fact.REACHED)
        )
        step = DraftMilestone(label, Period.due_on(due) if due else None)
        same = next((one for one in action.milestones if folded(one.label) == folded(label)), None)
        if same is None:
            return self._add_milestone(found, NewMilestone(action, step, reached, row.place, row.late))
        if same.period != step.period:
            return Why.DOUBLE_MILESTONE, Fact.LABEL
        found.known.action_ids.add(action.id)
        if reached not in {None, same.reached_on}:
            place = row.places[Fact.REACHED]
            found.known.cells.append(ReturnedCell(action.id, same.id, Fact.REACHED, same.reached_on, reached, place))
        return None

    def _add_milestone(self, found: Additions, new: NewMilestone) -> _Wrong | None:
        period, label = new.milestone.period, folded(new.milestone.label)
        for fact, day in ((Fact.PERIOD, period.due if period else None), (Fact.REACHED, new.reached_on)):
            if day and (wrong := wrong_day(fact, day, self.today)):
                return wrong, fact
        other = found.milestones.setdefault((new.action.id, label), new)
        is_said_twice = (other.milestone, other.reached_on) != (new.milestone, new.reached_on)
        return (Why.DOUBLE_MILESTONE, Fact.LABEL) if is_said_twice else None


def _taken(row: TypedRow) -> _Wrong:
    """The number is that of another action; a decimal may have been typed as one that is free."""
    return Why.NUMBER_IS_DECIMAL if row.may_lack_zero else Why.DOUBLE_NUMBER, Fact.NUMBER


def _fill_in(found: Additions, row: TypedRow, action: Action) -> None:
    """Nobody knows what stood there when the row was typed: where something else stands now, it is a clash."""
    found.known.action_ids.add(action.id)
    for fact in FOLLOWED_UP:
        value = row.values.get(fact)
        if value is not None and value != present_value(action, fact):
            found.known.cells.append(
                ReturnedCell(action.id, None, fact, None, value, row.places[fact], is_exported=False)
            )


def draft_action(row: TypedRow, number: str, readers: Readers, day: date) -> DraftAction:
    """The row as an action; a calendar without a year takes that of ``day``."""
    status, calendar, responsible = row.values.get(Fact.STATUS), row.text(Fact.CALENDAR), row.text(Fact.RESPONSIBLE)
    texts = {fact: row.text(fact) for fact in TEXTS[Subject.ACTION]} | {Fact.NUMBER: number}
    return DraftAction(
        **{fact.attribute: text for fact, text in texts.items()},
        responsibles=readers.responsibles(responsible),
        milestones=readers.calendar(calendar, day),
        status=status if isinstance(status, Status) else None,
        comment=row.text(Fact.COMMENT),
    )


def _lack(row: TypedRow) -> _Wrong | None:
    """Without its number and its text nobody can tell a row from another."""
    if not row.text(Fact.NUMBER):
        return Why.NUMBER_WANTED, Fact.NUMBER
    if len(row.text(Fact.NUMBER)) > MAX_NUMBER:
        return Why.NUMBER_TOO_LONG, Fact.NUMBER
    return None if row.text(Fact.ACTION_TEXT) else (Why.TEXT_WANTED, Fact.ACTION_TEXT)
