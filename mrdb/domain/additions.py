"""Rows that bear no key: which of them is a new action or a new milestone, which says something of a known one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mrdb.domain.draft import DraftAction, DraftMilestone
from mrdb.domain.edit import closing_lack
from mrdb.domain.facts import FOLLOWED_UP, TEXTS, Fact, Subject
from mrdb.domain.mending import MAX_NUMBER
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Recommendation
from mrdb.domain.returned import NewAction, NewMilestone, Problem, ReturnedCell, TypedRow, Why, present_value
from mrdb.domain.status import Status
from mrdb.domain.wording import folded


@dataclass(frozen=True, slots=True)
class Readers:
    """How phrases are read: who is named, and which milestones a calendar holds for a document of that day."""

    responsibles: Callable[[str], tuple[str, ...]]
    calendar: Callable[[str, date], tuple[DraftMilestone, ...]]


@dataclass(slots=True)
class Additions:
    """What the rows without a key come to; ``cells`` and ``action_ids`` are about actions that are known."""

    new_actions: tuple[NewAction, ...] = ()
    new_milestones: tuple[NewMilestone, ...] = ()
    cells: list[ReturnedCell] = field(default_factory=list)
    action_ids: frozenset[int] = frozenset()
    problems: list[Problem] = field(default_factory=list)


def plan_typed(
    rows: Sequence[TypedRow],
    actions: Sequence[Action],
    recommendations: Sequence[Recommendation],
    readers: Readers,
    today: date,
) -> Additions:
    """Sorts the rows. One with the number and the text of a known action fills that in; it takes nothing away."""
    sorting = _Sorting(actions, recommendations, readers, today)
    for row in rows:
        if row.is_milestone:
            sorting.take_milestone(row)
        else:
            sorting.take_action(row)
    return sorting.result()


@dataclass(slots=True)
class _Sorting:
    actions: Sequence[Action]
    recommendations: Sequence[Recommendation]
    readers: Readers
    today: date
    found: Additions = field(default_factory=Additions)
    seen: set[int] = field(default_factory=set)
    by_number: dict[tuple[int, str], list[Action]] = field(init=False)
    added: dict[tuple[int, str], NewAction] = field(default_factory=dict)
    milestones: dict[tuple[int, str], NewMilestone] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_number = {}
        for action in self.actions:
            self.by_number.setdefault((action.recommendation.response.id, action.number), []).append(action)

    def take_action(self, row: TypedRow) -> None:
        if why := _lack(row):
            self._note(row, *why)
            return
        known = self._known(row)
        if len({action.recommendation.response.id for action in known}) > 1:
            self._note(row, Why.UNKNOWN_DOCUMENT, Fact.NUMBER)
        elif same := [action for action in known if folded(action.text) == folded(row.text(Fact.ACTION_TEXT))]:
            self._fill_in(row, same[0])
        elif known:
            self._note(row, Why.DOUBLE_NUMBER, Fact.NUMBER)
        else:
            self._add(row)

    def _known(self, row: TypedRow) -> list[Action]:
        number = row.text(Fact.NUMBER)
        return [action for id_ in sorted(row.response_ids) for action in self.by_number.get((id_, number), ())]

    def _fill_in(self, row: TypedRow, action: Action) -> None:
        """Nobody knows what stood there when the row was typed: where something else stands now, it is a clash."""
        self.seen.add(action.id)
        for fact in FOLLOWED_UP:
            value, present = row.values.get(fact), present_value(action, fact)
            if value is not None and value != present:
                place = row.places[fact]
                self.found.cells.append(ReturnedCell(action.id, None, fact, None, value, place, is_exported=False))

    def _add(self, row: TypedRow) -> None:
        recommendation = self._recommendation(row)
        if isinstance(recommendation, Why):
            fact = Fact.RECOMMENDATION if row.text(Fact.RECOMMENDATION) else Fact.NUMBER
            self._note(row, recommendation, fact)
        elif why := _broken_rule(row):
            self._note(row, *why)
        elif any(folded(one.text) == folded(row.text(Fact.ACTION_TEXT)) for one in self._under(recommendation)):
            self._note(row, Why.SAME_TEXT, Fact.ACTION_TEXT)
        else:
            draft = draft_action(row, row.text(Fact.NUMBER), self.readers, self.today)
            self._add_once(row, NewAction(recommendation, draft, row.place))

    def _under(self, recommendation: Recommendation) -> list[Action]:
        return [action for action in self.actions if action.recommendation.id == recommendation.id]

    def _add_once(self, row: TypedRow, new: NewAction) -> None:
        """Two files that bring the same action bring it once; where they differ somebody has to make them one."""
        key = (new.recommendation.response.id, new.action.number)
        other = self.added.setdefault(key, new)
        if folded(other.action.text) != folded(new.action.text):
            self._note(row, Why.DOUBLE_NUMBER, Fact.NUMBER)
        elif replace(other.action, text="") != replace(new.action, text=""):
            self._note(row, Why.NEW_DIFFERS, Fact.NUMBER)

    def _recommendation(self, row: TypedRow) -> Recommendation | Why:
        """By its number, its title or both; without any, the first part of the action's number tells it."""
        wanted = row.text(Fact.RECOMMENDATION) or row.text(Fact.NUMBER).partition(".")[0]
        fits = [r for r in self.recommendations if r.response.id in row.response_ids and _is_named(r, wanted)]
        if len(fits) > 1:
            return Why.UNKNOWN_DOCUMENT
        return fits[0] if fits else Why.UNKNOWN_RECOMMENDATION

    def take_milestone(self, row: TypedRow) -> None:
        known = self._known(row)
        if not row.text(Fact.NUMBER):
            self._note(row, Why.NUMBER_WANTED, Fact.NUMBER)
        elif not row.text(Fact.LABEL):
            self._note(row, Why.LABEL_WANTED, Fact.LABEL)
        elif len(known) != 1:
            self._note(row, Why.UNKNOWN_DOCUMENT if known else Why.UNKNOWN_ACTION, Fact.NUMBER)
        else:
            self._add_milestone(row, known[0])

    def _add_milestone(self, row: TypedRow, action: Action) -> None:
        due, reached = row.values.get(Fact.PERIOD), row.values.get(Fact.REACHED)
        period = Period(PeriodKind.DEADLINE, due, due, Precision.DAY) if isinstance(due, date) else None
        label = row.text(Fact.LABEL)
        reached_on = reached if isinstance(reached, date) else None
        same = next((one for one in action.milestones if folded(one.label) == folded(label)), None)
        if same is None:
            new = NewMilestone(action, DraftMilestone(label, period), reached_on, row.place)
            other = self.milestones.setdefault((action.id, folded(label)), new)
            if (other.milestone, other.reached_on) != (new.milestone, reached_on):
                self._note(row, Why.DOUBLE_MILESTONE, Fact.LABEL)
        elif same.period != period:
            self._note(row, Why.DOUBLE_MILESTONE, Fact.LABEL)
        else:
            self.seen.add(action.id)
            if reached_on not in {None, same.reached_on}:
                place = row.places[Fact.REACHED]
                self.found.cells.append(
                    ReturnedCell(action.id, same.id, Fact.REACHED, same.reached_on, reached_on, place)
                )

    def _note(self, row: TypedRow, why: Why, fact: Fact) -> None:
        self.found.problems.append(Problem(row.places.get(fact, row.place), row.text(fact), why))

    def result(self) -> Additions:
        self.found.new_actions, self.found.new_milestones = tuple(self.added.values()), tuple(self.milestones.values())
        self.found.action_ids = frozenset(self.seen)
        return self.found


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


def _lack(row: TypedRow) -> tuple[Why, Fact] | None:
    """Without its number and its text nobody can tell a row from another."""
    if not row.text(Fact.NUMBER):
        return Why.NUMBER_WANTED, Fact.NUMBER
    if len(row.text(Fact.NUMBER)) > MAX_NUMBER:
        return Why.NUMBER_TOO_LONG, Fact.NUMBER
    return None if row.text(Fact.ACTION_TEXT) else (Why.TEXT_WANTED, Fact.ACTION_TEXT)


def _broken_rule(row: TypedRow) -> tuple[Why, Fact] | None:
    status, comment = row.values.get(Fact.STATUS), row.text(Fact.COMMENT)
    if comment and status is None:
        return Why.STATUS_WANTED, Fact.COMMENT
    if isinstance(status, Status) and closing_lack(status, comment):
        return Why.COMMENT_WANTED, Fact.STATUS
    return None


def _is_named(recommendation: Recommendation, wanted: str) -> bool:
    number, title = str(recommendation.number), folded(recommendation.title)
    names = {number, title, f"{number} {title}", f"aanbeveling {number}"}
    return folded(wanted) in names
