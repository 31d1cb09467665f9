"""Adding lines to the journal: who changed what from what to what, and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from mrdb.domain.facts import Fact
from mrdb.store.tables import ChangeRow


@dataclass(frozen=True, slots=True)
class Journal:
    """The lines that one person's gesture leaves; ``at`` is aware and stored in UTC.

    ``source`` is the name of the file that the change came in with, if it did.
    """

    session: Session
    author: str
    at: datetime
    action_id: int | None = None
    moment_id: int | None = None
    recommendation_id: int | None = None
    source: str = ""

    def note(
        self,
        field: Fact,
        old: str | None,
        new: str | None,
        *,
        milestone_id: int | None = None,
        reason: str = "",
        undoes: int | None = None,
    ) -> None:
        """Adds one line; ``old`` and ``new`` are codes as in ``domain.response.Change``."""
        line = ChangeRow(
            at=self.at,
            author=self.author,
            action_id=self.action_id,
            recommendation_id=self.recommendation_id,
            moment_id=self.moment_id,
            milestone_id=milestone_id,
            field=field,
            old=old,
            new=new,
            reason=reason,
            undoes_id=undoes,
            source=self.source,
        )
        self.session.add(line)
