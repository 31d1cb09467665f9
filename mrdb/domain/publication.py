"""The figures of a year as they were published: they stay, and what the data say later stands beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mrdb.domain.response import Action
from mrdb.domain.year import Figure, YearFigures


@dataclass(frozen=True, slots=True)
class Publication:
    """A year as somebody closed it (``at``, UTC), or published it again for a ``reason``, over all documents.

    ``lists`` holds the actions behind each figure: their ids, each with the number that it bore.
    """

    year: int
    author: str
    at: datetime
    reason: str
    paragraph: str
    lists: Mapping[Figure, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """The actions by which a figure of now differs from the published one."""

    figure: Figure
    came: tuple[Action, ...]
    gone: tuple[Action, ...]


def kept_lists(figures: YearFigures) -> dict[Figure, dict[int, str]]:
    return {figure: {action.id: action.number for action in found} for figure, found in figures.lists.items()}


def as_published(publication: Publication, now: YearFigures, actions: Iterable[Action]) -> YearFigures:
    """The figures that were published, as far as they are about these ``actions``, each as ``now`` knows it."""
    known = {action.id: action for action in (*actions, *now.actions)}
    lists = {
        figure: tuple(known[id_] for id_ in publication.lists[figure] if id_ in known) for figure in publication.lists
    }
    return replace(now, lists=lists)


def discrepancies(published: YearFigures, now: YearFigures) -> tuple[Discrepancy, ...]:
    """The figures behind which not the same actions stand any more."""
    found = (Discrepancy(one, _beyond(now, published, one), _beyond(published, now, one)) for one in published.lists)
    return tuple(one for one in found if one.came or one.gone)


def _beyond(these: YearFigures, those: YearFigures, figure: Figure) -> tuple[Action, ...]:
    ids = {action.id for action in those[figure]}
    return tuple(action for action in these[figure] if action.id not in ids)
