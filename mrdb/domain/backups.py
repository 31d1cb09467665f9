"""Backups: what a file holds, which of them stay, and whether the journal and the present tell the same."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from mrdb.domain.codes import Known, code_of
from mrdb.domain.facts import Fact, Subject, Way, facts_of
from mrdb.domain.response import Action, Change, ManagementResponse, Moment, MomentState, Recommendation


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds, in counts; the last change (UTC) with its author is None where there was none."""

    responses: int
    actions: int
    moments: int
    last_moment: date | None
    lines: int
    changed_at: datetime | None
    changed_by: str


@dataclass(frozen=True, slots=True)
class Backup:
    """``made_at`` is in UTC; ``is_set_aside`` where it was made before another one was put back."""

    file: Path
    made_at: datetime
    is_set_aside: bool


Keep = Mapping[str, int]
"""How many days, weeks and months (``d``, ``w``, ``m``) each keep their newest backup."""
_PERIODS: Mapping[str, Callable[[date], object]] = {
    "d": lambda day: day,
    "w": lambda day: day.isocalendar()[:2],
    "m": lambda day: (day.year, day.month),
}


def keep_from(text: str) -> Keep:
    """``7d,4w,12m``. Raises ValueError for anything else."""
    if not re.fullmatch(r"[1-9]\d{0,3}[dwm](,[1-9]\d{0,3}[dwm])*", text):
        raise ValueError(text)
    return {part[-1]: int(part[:-1]) for part in text.split(",")}


def superfluous(backups: Sequence[Backup], keep: Keep) -> tuple[Backup, ...]:
    """Those that no period keeps; what was set aside stays, and so does the newest."""
    newest_first = sorted((one for one in backups if not one.is_set_aside), key=lambda one: one.made_at, reverse=True)
    kept = set(newest_first[:1])
    for unit, most in keep.items():
        of_period: dict[object, Backup] = {}
        for one in newest_first:
            of_period.setdefault(_PERIODS[unit](one.made_at.date()), one)
        kept.update(list(of_period.values())[:most])
    return tuple(one for one in newest_first if one not in kept)


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found: what SQLite says of the file, rows that point nowhere, lines of the journal that say something
    else than what stands there, and the version of the tables; all are None as long as the file is not whole."""

    damage: tuple[str, ...]
    dangling: int | None = None
    contradictions: int | None = None
    revision: str | None = None

    @property
    def is_well(self) -> bool:
        return not (self.damage or self.dangling or self.contradictions)


def contradictions(
    journal: Iterable[Change],
    responses: Iterable[ManagementResponse],
    recommendations: Iterable[Recommendation],
    actions: Sequence[Action],
    moments: Sequence[Moment],
) -> int:
    """Of how many facts something else stands there than their newest line says, or no line tells where it came from;
    ``journal`` is whole, newest first."""
    things: dict[tuple[Subject, int | None], Known] = {
        **{(Subject.RESPONSE, one.id): one for one in responses},
        **{(Subject.RECOMMENDATION, one.id): one for one in recommendations},
        **{(Subject.ACTION, one.id): one for one in actions},
        **{(Subject.MILESTONE, step.id): step for one in actions for step in one.milestones},
        **{(Subject.MOMENT, one.id): one for one in moments},
    }
    reports = {(action.id, report.moment.id): report for action in actions for report in action.reports}
    open_by_id = {moment.id: moment.is_open for moment in moments}
    newest: dict[tuple[object, ...], Change] = {}
    for line in journal:
        newest.setdefault(_what(line), line)

    def holds(line: Change) -> bool:
        moment_id = line.moment.id if line.moment else None
        if line.fact == Fact.MOMENT and line.new in {MomentState.OPEN.value, MomentState.CLOSED.value}:
            return open_by_id.get(moment_id or 0) == (line.new == MomentState.OPEN.value)
        if line.fact.subject == Subject.REPORT:
            confirmed = newest.get((Fact.CONFIRMED, line.action_id, moment_id))
            if confirmed and confirmed.id > line.id and confirmed.new:  # the report was carried over after this line
                return True
            report = reports.get((line.action_id or 0, moment_id or 0))
            return code_of(report, line.fact) == (line.new or None) if report else line.undoes is not None
        thing = things.get((line.fact.subject, _id_of(line)))
        return not line.fact.attribute or (thing is not None and code_of(thing, line.fact) == (line.new or None))

    untold = [
        (place, fact)
        for place, report in reports.items()
        for fact in facts_of(Subject.REPORT, Way.FORM)
        if code_of(report, fact) and not {(fact, *place), (Fact.CONFIRMED, *place)} & newest.keys()
    ]
    return sum(not holds(line) for line in newest.values()) + len(untold)


def _id_of(line: Change) -> int | None:
    match line.fact.subject:
        case Subject.RESPONSE:
            return line.response_id
        case Subject.RECOMMENDATION:
            return line.recommendation_id
        case Subject.MILESTONE:
            return line.milestone_id
        case Subject.MOMENT:
            return line.moment.id if line.moment else None
        case _:
            return line.action_id


def _what(line: Change) -> tuple[object, ...]:
    """What a later line about the same replaces; a report has its facts at each moment anew."""
    if line.fact == Fact.CONFIRMED or line.fact.subject == Subject.REPORT:
        return (line.fact, line.action_id, line.moment.id if line.moment else None)
    return (line.fact, _id_of(line))
