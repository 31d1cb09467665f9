"""Choosing among actions: the same filter serves the table on screen and the file that is downloaded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mrdb.domain.followup import current_status, last_comment, urgency
from mrdb.domain.response import Action
from mrdb.domain.status import Status, Urgency
from mrdb.domain.wording import plain


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """What must hold of an action; an empty choice asks nothing. A None among ``statuses`` means: no report yet."""

    responses: frozenset[int] = frozenset()
    recommendations: frozenset[int] = frozenset()
    responsibles: frozenset[str] = frozenset()
    statuses: frozenset[Status | None] = frozenset()
    urgencies: frozenset[Urgency] = frozenset()
    text: str = ""

    def keep(self, actions: Iterable[Action], today: date) -> tuple[Action, ...]:
        if self == ActionFilter():
            return tuple(actions)
        words = plain(self.text).split()
        return tuple(action for action in actions if self._fits(action, today) and _has_words(action, words))

    def _fits(self, action: Action, today: date) -> bool:
        return (
            (not self.responses or action.recommendation.response.id in self.responses)
            and (not self.recommendations or action.recommendation.id in self.recommendations)
            and (not self.responsibles or not self.responsibles.isdisjoint(action.responsibles))
            and (not self.statuses or current_status(action) in self.statuses)
            and (not self.urgencies or urgency(action, today) in self.urgencies)
        )


def _has_words(action: Action, words: list[str]) -> bool:
    if not words:
        return True
    texts = [action.number, action.text, action.calendar, action.responsible, action.recommendation.title]
    haystack = plain(" ".join([*texts, last_comment(action)]))
    return all(word in haystack for word in words)
