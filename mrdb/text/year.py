"""The words of Jaarcijfers: the figures, how they are counted, and the paragraph for the annual report."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import floor

from mrdb.domain.followup import current_status
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.domain.year import Figure, YearFigures
from mrdb.text import nl
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date
from mrdb.text.labels import EMPTY, STATUS
from mrdb.text.statuses import any_closed

TITLE = "Jaarcijfers"
YEAR = "Jaar"
ALL_RESPONSES = "Alle managementresponsen"
PARAGRAPH = "Voor het jaarverslag"
METHOD = "Hoe tellen we?"

EXPLANATION = {
    Figure.DUE: "acties met een deadline in dat jaar. Een verschoven deadline telt in het jaar waarin ze nu valt.",
    Figure.CLOSED: f"acties die {any_closed()} zijn, in het jaar van het opvolgingsmoment dat dit meldde.",
    Figure.RATE: (
        "het deel van de acties met een deadline in dat jaar dat afgesloten is, ook als dat vroeger gebeurde. "
        "Wat pas later klaar moet zijn, telt niet mee. Zo rekent ook het Wereldvoedselprogramma (WFP)."
    ),
    Figure.LATE: (
        "acties die niet afgesloten zijn en waarvan een deadline voorbij is: vandaag, of op het einde van een jaar dat "
        "om is."
    ),
    Figure.MOVED: "acties waarvan in dat jaar een deadline een andere datum kreeg.",
}
_SHORT = {
    Figure.DUE: "Deadline",
    Figure.CLOSED: "Afgesloten",
    Figure.RATE: "Aandeel afgesloten",
    Figure.LATE: "Te laat",
    Figure.MOVED: "Verschoven",
}


def number(figures: YearFigures, figure: Figure) -> str:
    """What stands large on a tile: ``4``, ``44 %``, or a dash where nothing is due."""
    return _percentage(figures) if figure == Figure.RATE else str(len(figures.behind(figure)))


def label(figures: YearFigures, figure: Figure) -> str:
    """``Aandeel afgesloten: 4 van 9``"""
    if figure == Figure.RATE:
        return f"{_SHORT[figure]}: {_fraction(figures)}" if figures.due else _SHORT[figure]
    if figure == Figure.LATE:
        return f"{_SHORT[figure]} {_when(figures)}"
    return f"{_SHORT[figure]} in {figures.year}"


def earlier(before: YearFigures, figure: Figure) -> str:
    """``2025: 3``, and ``2025: 3 van 5 · 60 %`` for the closure rate."""
    value = number(before, figure)
    is_fraction = figure == Figure.RATE and before.due
    return f"{before.year}: {_fraction(before)} · {value}" if is_fraction else f"{before.year}: {value}"


def list_title(figures: YearFigures, figure: Figure) -> str:
    """The heading of the list behind a figure; its number of actions stands under it."""
    year, day = figures.year, short_date(figures.day)
    are = "waren" if _is_over(figures) else "zijn"
    return {
        Figure.DUE: f"Acties met een deadline in {year}",
        Figure.CLOSED: f"Acties afgesloten in {year}",
        Figure.RATE: f"Acties met een deadline in {year} die op {day} afgesloten {are}",
        Figure.LATE: f"Acties die {_when(figures)} te laat {are}",
        Figure.MOVED: f"Acties waarvan in {year} een deadline verschoof",
    }[figure]


def empty_list(figures: YearFigures, figure: Figure) -> str:
    year, day = figures.year, short_date(figures.day)
    has, is_ = ("had", "was") if _is_over(figures) else ("heeft", "is")
    nothing_due = f"Geen enkele actie {has} een deadline in {year}."
    none_closed = f"Van de acties met een deadline in {year} {is_} er op {day} nog geen enkele afgesloten."
    return {
        Figure.DUE: nothing_due,
        Figure.CLOSED: f"In {year} {is_} geen enkele actie afgesloten.",
        Figure.RATE: none_closed if figures.due else nothing_due,
        Figure.LATE: f"Geen enkele actie {is_} {_when(figures)} te laat.",
        Figure.MOVED: f"In {year} {is_} geen enkele deadline verschoven.",
    }[figure]


def explanation(figure: Figure) -> str:
    return f"**{_SHORT[figure]}**: {EXPLANATION[figure]}"


def paragraph(figures: YearFigures, before: YearFigures | None, documents: int) -> str:
    """The year in sentences; ``before`` is the year before it, where that one is known too.

    A year that is over is told in the past tense, the running one as it stands.
    """
    sentences = [
        _due_sentence(figures, documents),
        _rate_sentence(figures),
        _late_sentence(figures),
        _closed_sentence(figures),
        _moved_sentence(figures),
    ]
    if before is not None and any(before.behind(figure) for figure in Figure):
        sentences.append(_earlier_sentence(before))
    return " ".join(filter(None, sentences))


def _due_sentence(figures: YearFigures, documents: int) -> str:
    verb = _verb(figures.due, ("had", "hadden") if _is_over(figures) else ("heeft", "hebben"))
    source = "onze managementrespons" if documents == 1 else f"onze {documents} managementresponsen"
    return f"In {figures.year} {verb} {_actions(figures.due)} uit {source} een deadline."


def _rate_sentence(figures: YearFigures) -> str:
    due, closed = figures.due, figures.closed_of_due
    start = f"Op {short_date(figures.day)} {_be(closed, figures)}"
    if not due:
        return ""
    if len(due) == 1:
        return f"{start} die {'' if closed else 'nog niet '}afgesloten."
    if not closed:
        return f"{start} daarvan nog geen enkele actie afgesloten."
    if len(closed) == len(due):
        return f"{start} ze alle {len(due)} afgesloten."
    return f"{start} daarvan {_actions(closed)} afgesloten ({_percentage(figures)})."


def _late_sentence(figures: YearFigures) -> str:
    when = "op die dag" if figures.due and not _is_over(figures) else _when(figures)
    older = ", deadlines van vroegere jaren meegerekend" if figures.late else ""
    return f"{when[:1].upper()}{when[1:]} {_be(figures.late, figures)} {_actions(figures.late)} te laat{older}."


def _closed_sentence(figures: YearFigures) -> str:
    """With how each was closed: closed alone does not tell completed from dropped."""
    closed, start = figures.closed, "In de loop van het jaar sloten we"
    if not closed:
        return f"{start} {'' if _is_over(figures) else 'nog '}geen enkele actie af."
    ended = Counter(current_status(action) for action in closed)
    said = [(ended[status], STATUS[status].lower()) for status in Status if ended[status]]
    if len(said) > 1:
        how = listed([f"{count_of(n, 'is', 'zijn')} {word}" for n, word in said])
    else:
        how = f"{'ze is' if len(closed) == 1 else f'ze zijn alle {len(closed)}'} {said[0][1]}"
    return f"{start} {'' if _is_over(figures) else 'al '}{_actions(closed)} af: {how}."


def _when(figures: YearFigures) -> str:
    """When something is late: ``op 23 nov 2026``, or ``eind 2025``."""
    return f"eind {figures.year}" if _is_over(figures) else f"op {short_date(figures.day)}"


def _moved_sentence(figures: YearFigures) -> str:
    verb = "werd" if _is_over(figures) else "is"
    if not figures.moved:
        return f"Er {verb} geen enkele deadline verschoven."
    return f"Van {_actions(figures.moved)} {verb} een deadline verschoven."


def _earlier_sentence(before: YearFigures) -> str:
    moved = f"van {_actions(before.moved)} werd een deadline verschoven"
    return (
        f"Ter vergelijking: in {before.year} {_verb(before.due, ('had', 'hadden'))} {_actions(before.due)} een deadline"
        f"{_earlier_rate(before)}. We sloten dat jaar {_actions(before.closed)} af, {_when(before)} "
        f"{_be(before.late, before)} {_actions(before.late)} te laat en "
        f"{moved if before.moved else 'er werd geen enkele deadline verschoven'}."
    )


def _earlier_rate(before: YearFigures) -> str:
    due, closed = before.due, before.closed_of_due
    if not due:
        return ""
    if len(due) == 1:
        return f"; die was toen {'' if closed else 'nog niet '}afgesloten"
    if not closed:
        return ", waarvan er toen nog geen enkele afgesloten was"
    return f", waarvan er toen {len(closed)} afgesloten {_be(closed, before)} ({_percentage(before)})"


def _actions(actions: Sequence[Action]) -> str:
    return nl.actions(len(actions)) if actions else "geen enkele actie"


def _verb(actions: Sequence[Action], forms: tuple[str, str]) -> str:
    """Singular or plural; *geen enkele actie* is singular."""
    return forms[len(actions) > 1]


def _be(actions: Sequence[Action], figures: YearFigures) -> str:
    return _verb(actions, ("was", "waren") if _is_over(figures) else ("is", "zijn"))


def _is_over(figures: YearFigures) -> bool:
    return figures.day == date(figures.year, 12, 31)


def _fraction(figures: YearFigures) -> str:
    return f"{len(figures.closed_of_due)} van {len(figures.due)}"


def _percentage(figures: YearFigures) -> str:
    rate = figures.closure_rate
    return EMPTY if rate is None else f"{floor(rate * 100 + 0.5)} %"
