"""What stood in an action when the journal had come as far as a certain line: a file that was made then shows that."""

from collections.abc import Sequence
from datetime import date

from mrdb.domain.facts import Fact
from mrdb.domain.filled import Value, present_value
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Change, Milestone, Moment
from mrdb.domain.status import Status
from mrdb.domain.undo import standing

_IN_JOURNAL = {
    Fact.RESPONSIBLE: Fact.RESPONSIBLE,
    Fact.STATUS: Fact.STATUS,
    Fact.PERIOD: Fact.PERIOD,
    Fact.REACHED: Fact.REACHED,
}


def value_at(action: Action, lines: Sequence[Change], line_id: int, milestone: Milestone | None, field: Fact) -> Value:
    """The value of the field when ``line_id`` was the newest line; ``lines`` are all of the action, newest first."""
    if not lines or lines[0].id <= line_id:
        return present_value(action, milestone, field)
    if field == Fact.COMMENT:
        return _comment([line for line in lines if line.id <= line_id])
    if field not in _IN_JOURNAL:
        return None
    milestone_id = milestone.id if milestone else None
    of_field = [x for x in lines if x.fact == _IN_JOURNAL[field] and x.milestone_id == milestone_id]
    since = [line for line in of_field if line.id > line_id]
    return _value(field, since[-1].old) if since else present_value(action, milestone, field)


def _comment(lines: Sequence[Change]) -> str | None:
    """The last comment there was: of the newest moment that had one, a confirmation keeping that of before."""
    by_moment: dict[int, str | None] = {}
    moments: dict[int, Moment] = {}
    for line in reversed(standing(lines)):
        if line.moment is not None:
            moments[line.moment.id] = line.moment
            if line.fact == Fact.COMMENT:
                by_moment[line.moment.id] = line.new
    newest_first = sorted(moments.values(), key=lambda moment: (moment.date, moment.id), reverse=True)
    return next((comment for moment in newest_first if (comment := by_moment.get(moment.id))), None)


def _value(field: Fact, code: str | None) -> Value:
    if not code:
        return None
    match field:
        case Fact.STATUS:
            return Status(code)
        case Fact.PERIOD:
            return Period.from_code(code).due
        case Fact.REACHED:
            return date.fromisoformat(code)
    return code
