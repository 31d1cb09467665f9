"""One round of follow-up: what is on the agenda, what has been dealt with, and what may be confirmed together."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from functools import reduce
from itertools import pairwise

from mrdb.domain.discussed import Outcome, comes_up, outcomes
from mrdb.domain.facts import OF_MOMENT, Fact
from mrdb.domain.followup import SOON, is_closed, next_deadline
from mrdb.domain.once import once
from mrdb.domain.response import Action, Change, Moment, Recommendation
from mrdb.domain.rewind import before, by_action, standing

PAUSE = timedelta(minutes=30)
"""After so long without any change nobody is meeting any more."""


class AgendaPart(Enum):
    """Why an action comes up, in the order in which a meeting takes them."""

    LEAVING = "leaving"
    LATE = "late"
    DUE = "due"
    SILENT = "silent"
    REST = "rest"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the secretary laid down for one action: its place (None leaves it to the rule), or that it is skipped."""

    place: int | None = None
    is_skipped: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A follow-up moment with all that bears on it, as it stands now.

    ``actions`` are those of the management responses that the moment covers, in their order. ``lines`` are what the
    journal holds of this moment, in any order. ``earlier`` are the moments before this one, the newest first.
    ``arranged`` is what the secretary laid down, by the id of the action.
    """

    moment: Moment
    actions: tuple[Action, ...]
    lines: tuple[Change, ...]
    earlier: tuple[Moment, ...]
    arranged: Mapping[int, Arrangement] = field(default_factory=dict)

    @property
    def is_ordered_by_hand(self) -> bool:
        return any(arrangement.place is not None for arrangement in self.arranged.values())


@dataclass(frozen=True, slots=True)
class AgendaItem:
    action: Action
    part: AgendaPart
    outcome: Outcome
    note: str = ""

    @property
    def is_dealt_with(self) -> bool:
        return self.outcome != Outcome.OPEN


@once
def agenda(round_: Round, today: date) -> tuple[AgendaItem, ...]:
    """What the meeting goes through: first what concerns people who leave early, what is late, what falls due before
    the next meeting, what was not discussed for two moments, then the rest; what is skipped stands last.

    Within each the nearest deadline goes first, and of one day they keep the order of the document.
    Where the secretary laid down an order, that one holds, and what has no place in it comes after it. What was closed
    before this round does not come up any more, unless something is prepared for it. What the round itself changes
    moves nothing: the group would lose its place.
    """
    became = outcomes(round_.actions, round_.lines)
    at_start = _at_start(round_)
    items = [
        _item(round_, action, at_start[action.id], became.get(action.id, Outcome.OPEN), today)
        for action in round_.actions
        if action.id in became or comes_up(action, round_.moment)
    ]
    order = list(AgendaPart)

    def place(item: AgendaItem) -> tuple[object, ...]:
        arrangement = round_.arranged.get(item.action.id, Arrangement())
        by_hand = len(items) if arrangement.place is None else arrangement.place
        is_skipped = item.part == AgendaPart.SKIPPED
        return (is_skipped, by_hand, order.index(item.part), next_deadline(at_start[item.action.id]) or date.max)

    return tuple(sorted(items, key=place))


def _at_start(round_: Round) -> dict[int, Action]:
    """Each action by its id, as it was before the round."""
    written = by_action(standing(round_.lines))

    def rewound(action: Action) -> Action:
        lines = sorted(written.get(action.id, ()), key=lambda line: line.id, reverse=True)
        return reduce(before, lines, action)

    return {action.id: rewound(action) for action in round_.actions}


def _item(round_: Round, action: Action, at_start: Action, became: Outcome, today: date) -> AgendaItem:
    arrangement = round_.arranged.get(action.id, Arrangement())
    is_skipped = arrangement.is_skipped and became == Outcome.OPEN
    why = AgendaPart.SKIPPED if is_skipped else part(round_, at_start, today)
    return AgendaItem(action, why, became, arrangement.note)


def part(round_: Round, action: Action, today: date) -> AgendaPart:
    """Why the action comes up. Without a date for the next meeting, the coming 90 days count."""
    if not set(round_.moment.leaving_early).isdisjoint(action.responsibles):
        return AgendaPart.LEAVING
    otherwise = AgendaPart.SILENT if _is_silent(round_, action) else AgendaPart.REST
    return _pressing(round_.moment, action, today) or otherwise


def _pressing(moment: Moment, action: Action, today: date) -> AgendaPart | None:
    deadline = next_deadline(action)
    if deadline is None or deadline > (moment.next_date or today + SOON):
        return None
    return AgendaPart.LATE if deadline < today else AgendaPart.DUE


def _is_silent(round_: Round, action: Action) -> bool:
    """Its document is its first moment; one before that, and another document, could not speak of it."""
    begin = action.recommendation.response.date
    own = [one.id for one in round_.earlier if one.date == begin or (one.date > begin and not one.is_document)]
    recent = set(own[:2])
    return len(recent) == 2 and not any(moment.id in recent for moment in action.discussed)


@once
def coverage(items: tuple[AgendaItem, ...]) -> Counter[Outcome]:
    """How far the round has come: what became of the whole agenda but for what is skipped."""
    return Counter(item.outcome for item in items if item.part != AgendaPart.SKIPPED)


def confirmable(moment: Moment, items: tuple[AgendaItem, ...], today: date) -> Iterator[Action]:
    """The actions that may be confirmed together, in the agenda's order: neither due nor dealt with nor skipped, and
    nothing was prepared for them."""
    for item in items:
        is_open = item.outcome == Outcome.OPEN and item.part != AgendaPart.SKIPPED
        if is_open and item.action.prepared is None and _pressing(moment, item.action, today) is None:
            yield item.action


def next_open(items: tuple[AgendaItem, ...], after: int | None) -> Action | None:
    """The first other action after this one that is still open, else the first open one before it."""
    ids = [item.action.id for item in items]
    start = ids.index(after) + 1 if after in ids else 0
    others = (*items[start:], *items[: max(start - 1, 0)])
    is_left = (item.action for item in others if item.outcome == Outcome.OPEN and item.part != AgendaPart.SKIPPED)
    return next(is_left, None)


def neighbours(items: tuple[AgendaItem, ...], action_id: int) -> tuple[Action | None, Action | None]:
    """The actions before and after this one on the agenda, whatever became of them."""
    actions = [item.action for item in items]
    place = next(place for place, action in enumerate(actions) if action.id == action_id)
    return (actions[place - 1] if place else None, actions[place + 1] if place + 1 < len(actions) else None)


@once
def to_realise(round_: Round) -> tuple[Recommendation, ...]:
    """The recommendations of which this moment has to say whether they are realised: every action is closed and no
    answer was yes, or an action is open again after the answer was yes.
    """
    by_recommendation: defaultdict[Recommendation, list[Action]] = defaultdict(list)
    for action in round_.actions:
        by_recommendation[action.recommendation].append(action)
    answers = (line for line in standing(round_.lines) if line.fact == Fact.REALISED)
    answered = {line.recommendation_id for line in answers}
    return tuple(
        recommendation
        for recommendation, actions in by_recommendation.items()
        if all(map(is_closed, actions)) != _is_realised(recommendation) and recommendation.id not in answered
    )


def _is_realised(recommendation: Recommendation) -> bool:
    return recommendation.realisation is not None and recommendation.realisation.is_realised


def last_moments(moments: Iterable[Moment], covered: Mapping[int, Collection[int]]) -> dict[int, Moment]:
    """The last moment of each document, by its id; ``moments`` has the newest first, ``covered`` their documents."""
    found: dict[int, Moment] = {}
    for moment in moments:
        for response_id in covered[moment.id]:
            found.setdefault(response_id, moment)
    return found


def is_empty(lines: Iterable[Change]) -> bool:
    """Whether nothing is said in the moment that these lines are of, but of the moment itself."""
    return all(line.fact in OF_MOMENT for line in standing(lines))


def time_spent(lines: Iterable[Change], now: datetime) -> timedelta:
    """How long the group has been at it: from change to change and until ``now`` (UTC), longer pauses left out."""
    times = sorted({line.at for line in lines if line.at <= now} | {now})
    gaps = (after - before for before, after in pairwise(times))
    return sum((gap for gap in gaps if gap <= PAUSE), timedelta())
