"""The words of Jaarcijfers: the figures, how they are counted, and the paragraph for the annual report."""

from collections import Counter
from collections.abc import Sequence
from math import floor

from mrdb.domain.followup import current_status
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.domain.year import LATE_FOR, MAIN, SHARE_OF, Figure, YearFigures
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

STANDING = (
    "**Een jaar dat om is** staat er zoals het op 31 december stond, met de deadlines, mijlpalen en stvz van toen. De "
    "datum van het opvolgingsmoment telt, ook voor wat er later in bijgeschreven of verbeterd is. Wat buiten een "
    "opvolgingsmoment wijzigt, telt vanaf de dag waarop het ingevoerd is."
)
_EXPLAINED = (
    (
        Figure.DUE,
        "acties met een deadline in dat jaar. Een deadline die voor het einde van het jaar naar een ander jaar "
        "verschoof, telt daar.",
    ),
    (Figure.CLOSED, f"acties die {any_closed()} zijn, in het jaar van het opvolgingsmoment dat dit meldde."),
    (
        Figure.RATE,
        "het deel van de acties met een deadline in dat jaar dat afgesloten is, ook als dat vroeger gebeurde. "
        "Wat pas later klaar moet zijn, telt niet mee.",
    ),
    (
        Figure.ON_TIME,
        "het deel van die afgesloten acties waarvan elke deadline gehaald is op de datum die eerst beloofd was, voor "
        "er iets verschoof. Een mijlpaal is gehaald op de dag waarop hij bereikt is, anders bij het afsluiten.",
    ),
    (
        Figure.SAME_YEAR,
        "zo rekent het Wereldvoedselprogramma (WFP): het deel van de acties met een deadline in dat jaar dat in "
        "hetzelfde jaar afgesloten is. Wat vroeger klaar was, telt daar niet mee.",
    ),
    (
        Figure.LATE,
        "acties die niet afgesloten zijn en waarvan een deadline voorbij is: vandaag, of op het einde van een jaar dat "
        "om is. De dagen tellen vanaf de oudste deadline die niet gehaald is.",
    ),
    (Figure.MOVED, "acties waarvan in dat jaar een deadline een andere datum kreeg."),
)


def _days(band: Figure) -> str:
    """``t.e.m. 30 dagen``, ``31–90 dagen``, ``meer dan 180 dagen``"""
    least, most = LATE_FOR[band]
    if most is None:
        return f"meer dan {least - 1} dagen"
    return f"{least}–{most} dagen" if least > 1 else f"t.e.m. {most} dagen"


_SHORT = {
    Figure.DUE: "Deadline",
    Figure.CLOSED: "Afgesloten",
    Figure.RATE: "Aandeel afgesloten",
    Figure.LATE: "Te laat",
    Figure.MOVED: "Verschoven",
    Figure.ON_TIME: "Op tijd zoals eerst beloofd",
    Figure.SAME_YEAR: "In het jaar zelf (WFP)",
    **{band: f"Te laat: {_days(band)}" for band in LATE_FOR},
}


def name(figure: Figure) -> str:
    """What the figure is called without its year: ``Aandeel afgesloten``, ``Te laat: 31–90 dagen``."""
    return _SHORT[figure]


def number(figures: YearFigures, figure: Figure) -> str:
    """What stands large on a tile: ``4``, ``44 %``, or a dash where there is nothing to have a share of."""
    return _percentage(figures, figure) if figure in SHARE_OF else str(len(figures[figure]))


def label(figures: YearFigures, figure: Figure) -> str:
    """``Aandeel afgesloten: 4 van 9``"""
    if figure in LATE_FOR:
        least, most = LATE_FOR[figure]
        days = f"{least}–{most}" if most and least > 1 else f"≤ {most}" if most else f"> {least - 1}"
        return f"{days} dagen te laat"
    if figure in SHARE_OF:
        return f"{_SHORT[figure]}: {_fraction(figures, figure)}" if figures[SHARE_OF[figure]] else _SHORT[figure]
    if figure == Figure.LATE:
        return f"{_SHORT[figure]} {_when(figures)}"
    return f"{_SHORT[figure]} in {figures.year}"


def value(figures: YearFigures, figure: Figure) -> str:
    """``3``, and ``3 van 5 · 60 %`` for a share."""
    is_fraction = figure in SHARE_OF and figures[SHARE_OF[figure]]
    said = number(figures, figure)
    return f"{_fraction(figures, figure)} · {said}" if is_fraction else said


def earlier(before: YearFigures, figure: Figure) -> str:
    """``2025: 3``, and ``2025: 3 van 5 · 60 %`` for the closure rate."""
    return f"{before.year}: {value(before, figure)}"


def list_title(figures: YearFigures, figure: Figure) -> str:
    """The heading of the list behind a figure; its number of actions stands under it."""
    year, day = figures.year, short_date(figures.day)
    are = "waren" if figures.is_over else "zijn"
    if figure in LATE_FOR:
        return f"Acties die {_when(figures)} {_days(figure)} te laat {are}"
    due = f"Acties met een deadline in {year}"
    return {
        Figure.DUE: due,
        Figure.CLOSED: f"Acties afgesloten in {year}",
        Figure.RATE: f"{due} die op {day} afgesloten {are}",
        Figure.LATE: f"Acties die {_when(figures)} te laat {are}",
        Figure.MOVED: f"Acties waarvan in {year} een deadline verschoof",
        Figure.ON_TIME: f"{due}, afgesloten op de eerst beloofde datum",
        Figure.SAME_YEAR: f"{due} die in {year} zelf afgesloten {are}",
    }[figure]


def empty_list(figures: YearFigures, figure: Figure) -> str:
    year, day = figures.year, short_date(figures.day)
    has, is_ = ("had", "was") if figures.is_over else ("heeft", "is")
    if figure in LATE_FOR:
        return f"Geen enkele actie {is_} {_when(figures)} {_days(figure)} te laat."
    nothing_due = f"Geen enkele actie {has} een deadline in {year}."
    if figure in SHARE_OF and not figures[Figure.DUE]:
        return nothing_due
    none_closed = f"Van de acties met een deadline in {year} {is_} er op {day} nog geen enkele afgesloten."
    none_on_time = "Geen enkele van die afgesloten acties was op tijd, gemeten aan de eerst beloofde datum."
    return {
        Figure.DUE: nothing_due,
        Figure.CLOSED: f"In {year} {is_} geen enkele actie afgesloten.",
        Figure.RATE: none_closed,
        Figure.LATE: f"Geen enkele actie {is_} {_when(figures)} te laat.",
        Figure.MOVED: f"In {year} {is_} geen enkele deadline verschoven.",
        Figure.ON_TIME: none_on_time if figures[Figure.RATE] else none_closed,
        Figure.SAME_YEAR: f"Van de acties met een deadline in {year} {is_} er in {year} geen enkele afgesloten.",
    }[figure]


def explanations() -> tuple[str, ...]:
    """How the figures are counted, one by one."""
    return (STANDING, *(f"**{_SHORT[figure]}**: {how}" for figure, how in _EXPLAINED))


def paragraph(figures: YearFigures, before: YearFigures | None) -> str:
    """The year in sentences; ``before`` is the year before it, where that one is known too.

    A year that is over is told in the past tense, the running one as it stands.
    """
    sentences = [
        _due_sentence(figures),
        _rate_sentence(figures),
        _on_time_sentence(figures),
        _late_sentence(figures),
        _closed_sentence(figures),
        _moved_sentence(figures),
    ]
    if before is not None and any(before[figure] for figure in MAIN):
        sentences.append(_earlier_sentence(before))
    return " ".join(filter(None, sentences))


def _due_sentence(figures: YearFigures) -> str:
    due = figures[Figure.DUE]
    verb = _verb(due, ("had", "hadden") if figures.is_over else ("heeft", "hebben"))
    documents = len({action.recommendation.response.id for action in figures.actions})
    source = "onze managementrespons" if documents < 2 else f"onze {documents} managementresponsen"
    return f"In {figures.year} {verb} {_actions(due)} uit {source} een deadline."


def _rate_sentence(figures: YearFigures) -> str:
    due, closed = figures[Figure.DUE], figures[Figure.RATE]
    start = f"Op {short_date(figures.day)} {_be(closed, figures)}"
    if not due:
        return ""
    if len(due) == 1:
        return f"{start} die {'' if closed else 'nog niet '}afgesloten."
    if not closed:
        return f"{start} daarvan nog geen enkele actie afgesloten."
    if len(closed) == len(due):
        return f"{start} ze alle {len(due)} afgesloten."
    return f"{start} daarvan {_actions(closed)} afgesloten ({_percentage(figures, Figure.RATE)})."


def _on_time_sentence(figures: YearFigures) -> str:
    closed, on_time = figures[Figure.RATE], figures[Figure.ON_TIME]
    promised = "op tijd, gemeten aan de eerst beloofde datum"
    if not closed:
        return ""
    if len(closed) == 1:
        return f"Die was {'' if on_time else 'niet '}{promised}."
    if not on_time:
        return f"Geen enkele daarvan was {promised}."
    if len(on_time) == len(closed):
        return f"Ze waren alle {len(closed)} {promised}."
    was = _verb(on_time, ("was", "waren"))
    return f"Daarvan {was} er {len(on_time)} {promised} ({_percentage(figures, Figure.ON_TIME)})."


def _late_sentence(figures: YearFigures) -> str:
    late = figures[Figure.LATE]
    when = "op die dag" if figures[Figure.DUE] and not figures.is_over else _when(figures)
    older = ", deadlines van vroegere jaren meegerekend" if late else ""
    return f"{when[:1].upper()}{when[1:]} {_be(late, figures)} {_actions(late)} te laat{older}."


def _closed_sentence(figures: YearFigures) -> str:
    """With how each was closed: closed alone does not tell completed from dropped."""
    closed, start = figures[Figure.CLOSED], "In de loop van het jaar sloten we"
    if not closed:
        return f"{start} {'' if figures.is_over else 'nog '}geen enkele actie af."
    ended = Counter(current_status(action) for action in closed)
    said = [(ended[status], STATUS[status].lower()) for status in Status if ended[status]]
    if len(said) > 1:
        how = listed([f"{count_of(n, 'is', 'zijn')} {word}" for n, word in said])
    else:
        how = f"{'ze is' if len(closed) == 1 else f'ze zijn alle {len(closed)}'} {said[0][1]}"
    return f"{start} {'' if figures.is_over else 'al '}{_actions(closed)} af: {how}."


def _when(figures: YearFigures) -> str:
    """When something is late: ``op 23 nov 2026``, or ``eind 2025``."""
    return f"eind {figures.year}" if figures.is_over else f"op {short_date(figures.day)}"


def _moved_sentence(figures: YearFigures) -> str:
    verb, moved = "werd" if figures.is_over else "is", figures[Figure.MOVED]
    if not moved:
        return f"Er {verb} geen enkele deadline verschoven."
    return f"Van {_actions(moved)} {verb} een deadline verschoven."


def _earlier_sentence(before: YearFigures) -> str:
    due, late, moved = before[Figure.DUE], before[Figure.LATE], before[Figure.MOVED]
    moves = f"van {_actions(moved)} werd een deadline verschoven"
    return (
        f"Ter vergelijking: in {before.year} {_verb(due, ('had', 'hadden'))} {_actions(due)} een deadline"
        f"{_earlier_rate(before)}. We sloten dat jaar {_actions(before[Figure.CLOSED])} af, {_when(before)} "
        f"{_be(late, before)} {_actions(late)} te laat en "
        f"{moves if moved else 'er werd geen enkele deadline verschoven'}."
    )


def _earlier_rate(before: YearFigures) -> str:
    due, closed = before[Figure.DUE], before[Figure.RATE]
    if not due:
        return ""
    if len(due) == 1:
        return f"; die was toen {'' if closed else 'nog niet '}afgesloten"
    if not closed:
        return ", waarvan er toen nog geen enkele afgesloten was"
    rate = _percentage(before, Figure.RATE)
    return f", waarvan er toen {len(closed)} afgesloten {_be(closed, before)} ({rate})"


def _actions(actions: Sequence[Action]) -> str:
    return nl.actions(len(actions)) if actions else "geen enkele actie"


def _verb(actions: Sequence[Action], forms: tuple[str, str]) -> str:
    """Singular or plural; *geen enkele actie* is singular."""
    return forms[len(actions) > 1]


def _be(actions: Sequence[Action], figures: YearFigures) -> str:
    return _verb(actions, ("was", "waren") if figures.is_over else ("is", "zijn"))


def _fraction(figures: YearFigures, figure: Figure) -> str:
    return f"{len(figures[figure])} van {len(figures[SHARE_OF[figure]])}"


def _percentage(figures: YearFigures, figure: Figure) -> str:
    share = figures.share(figure)
    return EMPTY if share is None else f"{floor(share * 100 + 0.5)} %"
