"""One line of the journal taken back: how an action, a recommendation or the head stood before it was written."""

from dataclasses import replace
from datetime import date

from mrdb.domain.facts import Fact
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Change, ManagementResponse, Milestone, Recommendation
from mrdb.domain.revision import acceptance_of


def action_before(action: Action, line: Change) -> Action:
    """The action before this line was written; a line that no longer fits what stands there changes nothing."""
    if line.fact == Fact.RESPONSIBLE and action.responsible == (line.new or ""):
        return replace(action, responsible=line.old or "")
    if line.fact == Fact.ACTION_TEXT and action.text == line.new:
        return replace(action, text=line.old or "")
    if line.fact == Fact.CALENDAR and action.calendar == line.new:
        return replace(action, calendar=line.old or "")
    milestones = list(action.milestones)
    for place, milestone in enumerate(milestones):
        # The journal names a milestone by its label; of two that share label and value either may be taken.
        if milestone.label == line.milestone and is_result(milestone, line):
            milestones[place] = _before(milestone, line)
            return replace(action, milestones=tuple(milestones))
    return action


def recommendation_before(recommendation: Recommendation, line: Change) -> Recommendation:
    """The recommendation in the words that stood there before this line was written."""
    old = line.old or ""
    match line.fact:
        case Fact.TITLE:
            return replace(recommendation, title=old)
        case Fact.ADVICE:
            return replace(recommendation, text=old)
        case Fact.ANSWER:
            return replace(recommendation, answer=old)
        case Fact.ACCEPTANCE:
            acceptance, reason = acceptance_of(old)
            return replace(recommendation, acceptance=acceptance, acceptance_reason=reason)
    return recommendation


def response_before(response: ManagementResponse, line: Change) -> ManagementResponse:
    """The head of the document in the words that stood there before this line was written."""
    old = line.old or ""
    match line.fact:
        case Fact.SUBJECT:
            return replace(response, subject=old)
        case Fact.DOCUMENT_NUMBER:
            return replace(response, document_number=old)
        case Fact.SENDER:
            return replace(response, sender=old)
        case Fact.RECIPIENT:
            return replace(response, recipient=old)
        case Fact.CONTEXT:
            return replace(response, context=old)
    return response


def is_result(milestone: Milestone, line: Change) -> bool:
    """Whether the milestone stands where this line put it."""
    if line.fact == Fact.PERIOD:
        return (milestone.period.code() if milestone.period else None) == line.new
    if line.fact == Fact.REACHED:
        return (milestone.reached_on.isoformat() if milestone.reached_on else None) == line.new
    return False


def _before(milestone: Milestone, line: Change) -> Milestone:
    if line.fact == Fact.PERIOD:
        return replace(milestone, period=Period.from_code(line.old) if line.old else None)
    return replace(milestone, reached_on=date.fromisoformat(line.old) if line.old else None)
