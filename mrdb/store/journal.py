"""Adding lines to the journal: who changed what from what to what, and when."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, Change, Recommendation
from mrdb.store.database import BY
from mrdb.store.tables import ChangeRow


@dataclass(frozen=True, slots=True)
class Journal:
    """The lines that one person's gesture leaves, and what they are about; ``at`` is aware and stored in UTC.

    ``source`` is the name of the file that the change came in with, if it did, ``reason`` why it was made.
    """

    session: Session
    author: str
    at: datetime
    source: str = ""
    reason: str = ""
    moment_id: int | None = None
    response_id: int | None = None
    recommendation_id: int | None = None
    action_id: int | None = None
    milestone_id: int | None = None

    def of_response(self, response_id: int | None) -> "Journal":
        return replace(self, response_id=response_id, recommendation_id=None, action_id=None, milestone_id=None)

    def of_recommendation(self, recommendation: Recommendation) -> "Journal":
        part = self.of_response(recommendation.response.id)
        return replace(part, recommendation_id=recommendation.id)

    def of_action(self, action: Action) -> "Journal":
        return self.of_action_id(action.id, action.recommendation.response.id)

    def of_action_id(self, action_id: int | None, response_id: int | None) -> "Journal":
        return replace(self.of_response(response_id), action_id=action_id)

    def of_line(self, line: Change) -> "Journal":
        """About what that line is about."""
        part = self.of_action_id(line.action_id, line.response_id)
        return replace(part, recommendation_id=line.recommendation_id, milestone_id=line.milestone_id)

    def note(self, fact: Fact, old: str | None, new: str | None, *, undoes: int | None = None) -> None:
        """Adds one line; ``old`` and ``new`` are codes as in ``domain.response.Change``."""
        line = ChangeRow(
            at=self.at,
            author=self.author,
            person_id=self.session.info.get(BY),
            response_id=self.response_id,
            action_id=self.action_id,
            recommendation_id=self.recommendation_id,
            moment_id=self.moment_id,
            milestone_id=self.milestone_id,
            field=fact,
            old=old,
            new=new,
            reason=self.reason,
            undoes_id=undoes,
            source=self.source,
        )
        self.session.add(line)
