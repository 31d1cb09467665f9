"""The documents, the moments and the actions as JSON, for programs that read: described in docs/openapi.json.

Names are those of the domain, days and times ISO 8601, closed lists their codes. Remarks that stay inside stay out.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from mrdb.domain.followup import current_status, next_deadline, urgency
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Agreed, ManagementResponse, Milestone, Moment, Recommendation, StatusReport

Record = dict[str, Any]


def as_json(records: object) -> bytes:
    return json.dumps(records, ensure_ascii=False, indent=1).encode()


def action_records(actions: Sequence[Action], today: date) -> list[Record]:
    """``urgency`` and ``next_deadline`` are those of ``today``."""
    return [_action(action, today) for action in actions]


def response_records(
    responses: Sequence[ManagementResponse], recommendations: Sequence[Recommendation]
) -> list[Record]:
    return [
        {
            "id": one.id,
            "subject": one.subject,
            "document_number": one.document_number,
            "date": one.date.isoformat(),
            "sender": one.sender,
            "recipient": one.recipient,
            "context": one.context,
            "recommendations": [_recommendation(part) for part in recommendations if part.response.id == one.id],
        }
        for one in responses
    ]


def moment_records(moments: Sequence[Moment], covered: Mapping[int, Collection[int]]) -> list[Record]:
    """``covered`` has the management responses of each moment, all by their ids."""
    return [
        {
            "id": one.id,
            "date": one.date.isoformat(),
            "title": one.title,
            "response_ids": sorted(covered[one.id]),
            "attendees": list(one.attendees),
            "absent": list(one.absent),
            "closed_at": _iso(one.closed_at),
            "closed_by": one.closed_by,
            "next_date": _iso(one.next_date),
            "is_document": one.is_document,
        }
        for one in moments
    ]


def _action(action: Action, today: date) -> Record:
    status, how_soon = current_status(action), urgency(action, today)
    return {
        "id": action.id,
        "version": action.version,
        "response_id": action.recommendation.response.id,
        "recommendation_id": action.recommendation.id,
        "number": action.number,
        "text": action.text,
        "calendar": action.calendar,
        "responsible": action.responsible,
        "responsibles": list(action.responsibles),
        "status": status.value if status else None,
        "urgency": how_soon.value if how_soon else None,
        "next_deadline": _iso(next_deadline(action)),
        "milestones": [_milestone(one) for one in action.milestones],
        "reports": [_report(one) for one in action.reports],
        "agreements": [_agreement(one) for one in action.agreements],
    }


def _recommendation(part: Recommendation) -> Record:
    return {
        "id": part.id,
        "number": part.number,
        "title": part.title,
        "text": part.text,
        "answer": part.answer,
        "acceptance": part.acceptance.value if part.acceptance else None,
        "acceptance_reason": part.acceptance_reason,
        "is_realised": part.realisation.is_realised if part.realisation else None,
        "proof": part.realisation.proof if part.realisation else "",
    }


def _milestone(one: Milestone) -> Record:
    return {
        "id": one.id,
        "label": one.label,
        "period": _period(one.period),
        "first_period": _period(one.first_period),
        "reached_on": _iso(one.reached_on),
    }


def _period(period: Period | None) -> Record | None:
    if period is None:
        return None
    return {
        "kind": period.kind.value,
        "first": _iso(period.first),
        "last": _iso(period.last),
        "precision": period.precision.value if period.precision else None,
        "inferred": period.inferred,
    }


def _report(one: StatusReport) -> Record:
    return {
        "moment_id": one.moment.id,
        "status": one.status.value,
        "comment": one.comment,
        "author": one.author,
        "at": _iso(one.at),
    }


def _agreement(one: Agreed) -> Record:
    return {
        "moment_id": one.moment.id,
        "text": one.agreement.text,
        "who": one.agreement.who,
        "due": _iso(one.agreement.due),
        "done_at": _iso(one.done.at) if one.done else None,
    }


def _iso(day: date | None) -> str | None:
    """Of a day or of a time."""
    return day.isoformat() if day else None
