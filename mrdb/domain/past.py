"""What stood in an action when the journal had come as far as a certain line: a file that was made then shows that."""

from collections.abc import Sequence
from datetime import date

from mrdb.domain.filled import Field, Value, present_value
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Change, ChangedField, Milestone, Moment
from mrdb.domain.status import Status
from mrdb.domain.undo import standing

_IN_JOURNAL = {
    Field.RESPONSIBLE: ChangedField.RESPONSIBLE,
    Field.STATUS: ChangedField.STATUS,
    Field.DUE: ChangedField.PERIOD,
    Field.REACHED_ON: ChangedField.REACHED,
}


def value_at(action: Action, lines: Sequence[Change], line_id: int, milestone: Milestone | None, field: Field) -> Value:
    """The value of the field when ``line_id`` was the newest line; ``lines`` are all of the action, newest first."""
    if not lines or lines[0].id <= line_id:
        return present_value(action, milestone, field)
    if field == Field.COMMENT:
        return _comment([line for line in lines if line.id <= line_id])
    if field not in _IN_JOURNAL:
        return None
    milestone_id = milestone.id if milestone else None
    of_field = [x for x in lines if x.field == _IN_JOURNAL[field] and x.milestone_id == milestone_id]
    since = [line for line in of_field if line.id > line_id]
    return _value(field, since[-1].old) if since else present_value(action, milestone, field)


def _comment(lines: Sequence[Change]) -> str | None:
    """The last comment there was: of the newest moment that had one, a confirmation keeping that of before."""
    by_moment: dict[int, str | None] = {}
    moments: dict[int, Moment] = {}
    for line in reversed(standing(lines)):
        if line.moment is not None:
            moments[line.moment.id] = line.moment
            if line.field == ChangedField.COMMENT:
                by_moment[line.moment.id] = line.new
    newest_first = sorted(moments.values(), key=lambda moment: (moment.date, moment.id), reverse=True)
    return next((comment for moment in newest_first if (comment := by_moment.get(moment.id))), None)


def _value(field: Field, code: str | None) -> Value:
    if not code:
        return None
    match field:
        case Field.STATUS:
            return Status(code)
        case Field.DUE:
            return Period.from_code(code).due
        case Field.REACHED_ON:
            return date.fromisoformat(code)
    return code
