"""The words of a year that is closed: who published it, and how the data of now differ from it."""

from collections.abc import Iterable, Mapping

from mrdb.domain.days import day_of
from mrdb.domain.followup import current_status, in_document_order
from mrdb.domain.publication import Discrepancy, Publication
from mrdb.domain.response import Action
from mrdb.domain.year import LATE_FOR, Figure, YearFigures
from mrdb.text.counting import listed
from mrdb.text.dates import short_date
from mrdb.text.documents import numbers_by_document
from mrdb.text.labels import status_label
from mrdb.text.year import name, number, value

CLOSE = "Jaar afsluiten"
CLOSE_CONFIRM = "Ja, afsluiten"
AGAIN = "Opnieuw publiceren"
AGAIN_CONFIRM = "Ja, opnieuw publiceren"
AGAIN_WHY = (
    "De cijfers en de tekst volgens de gegevens van nu komen in de plaats. Wat eerder gepubliceerd is, blijft leesbaar."
)
REASON = "Waarom publiceer je opnieuw?"
PUBLISHED = "De jaarcijfers liggen vast."
WHOLE = "Deze tekst gaat over alle managementresponsen samen, zoals hij gepubliceerd is."
HEADINGS = ("Cijfer", "Gepubliceerd", "Gegevens van nu", "Wat er wijzigde")


def close_why(year: int) -> str:
    return (
        f"De cijfers van {year} en de tekst voor het jaarverslag liggen daarna vast, zoals ze nu op het scherm staan. "
        "Wat later verbeterd wordt, komt er als verschil naast te staan."
    )


def still_open(year: int) -> str:
    return (
        f"Een opvolgingsmoment van {year} is nog open: wat daar nog gezegd wordt, telt voor dit jaar. Sluit het eerst."
    )


def not_closed(year: int) -> str:
    return f"{year} is nog niet afgesloten: deze cijfers kunnen nog wijzigen."


def published_by(publication: Publication) -> str:
    """``Gepubliceerd op 15 jan 2027 door An``, with why where it was published again."""
    day = short_date(day_of(publication.at))
    why = f", opnieuw: {publication.reason}" if publication.reason else ""
    return f"Gepubliceerd op {day} door {publication.author}{why}"


def of_now(figures: YearFigures, figure: Figure) -> str:
    """What stands beside a published number that is another one by now."""
    return f"nu: {number(figures, figure)}"


def differs(found: Iterable[Discrepancy], documents: Mapping[int, str]) -> str:
    """``Volgens de gegevens van nu is dit jaar anders, door 4.1 en 5.2``; ``documents`` as ``action_documents`` tells
    them."""
    about = {action.id: action for one in found for action in (*one.came, *one.gone)}
    numbers = [(action.id, action.number) for action in in_document_order(about.values())]
    named = {id_: documents.get(id_) or action.recommendation.response.subject for id_, action in about.items()}
    said = numbers_by_document(numbers, named) if documents else [number for _, number in numbers]
    return f"Volgens de gegevens van nu is dit jaar anders, door {listed(said)}"


def difference_row(
    published: YearFigures, now: YearFigures, one: Discrepancy, numbers: Mapping[int, str]
) -> tuple[str, ...]:
    """The figure, its two values, and ``erbij: 4.1 (afgerond); weg: 5.2 (lopende)``: the cells under ``HEADINGS``."""
    changed = [
        f"{word}: {listed([_action_words(action, one.figure, numbers) for action in actions])}"
        for word, actions in (("erbij", one.came), ("weg", one.gone))
        if actions
    ]
    return name(one.figure), value(published, one.figure), value(now, one.figure), "; ".join(changed)


def _action_words(action: Action, figure: Figure, numbers: Mapping[int, str]) -> str:
    """With the status, where the figure is about more than dates."""
    number = numbers.get(action.id, action.number)  # what is put away has no other name
    is_about_dates = figure in {Figure.DUE, Figure.MOVED, *LATE_FOR}
    return number if is_about_dates else f"{number} ({status_label(current_status(action)).lower()})"
