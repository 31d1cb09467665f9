"""The words of a stand van zaken that is prepared between two follow-up moments."""

from mrdb.domain.days import day_of
from mrdb.domain.response import Prepared
from mrdb.text.dates import short_date
from mrdb.text.nl import actions

TITLE = "Voorbereiden voor het volgende opvolgingsmoment"
SAVE = "Bewaar als voorbereiding"
SAVED = "Bewaard. De groep ziet je voorbereiding op het volgende opvolgingsmoment."
ONLY_REPORT = "Een termijn verschuiven of een afspraak noteren kan op het opvolgingsmoment zelf."
REST_KEPT = (
    "Wat je bij een termijn, een afspraak of een interne opmerking typte, is niet verloren. Het staat weer in het "
    "formulier zodra er een opvolgingsmoment open is."
)
WITHDRAW = "Trek de voorbereiding in"
WITHDRAWN = "De voorbereiding is ingetrokken."
FOR_NEXT = "Voorbereid voor het volgende opvolgingsmoment"
FOR_NOW = "Voorbereid voor dit opvolgingsmoment"
TAKE_OVER, TAKE_OVER_AND_NEXT = "Neem over", "Neem over en ga verder"
ADAPT = "Eerst aanpassen"


def prepared_by(one: Prepared) -> str:
    """``Voorbereid door An Peeters, 12 nov 2026``"""
    return f"Voorbereid door {signed(one)}"


def signed(one: Prepared) -> str:
    """``An Peeters, 12 nov 2026``"""
    return f"{one.author}, {short_date(day_of(one.at))}"


def prepared_of(n: int, total: int) -> str:
    """``3 van 15 acties zijn voorbereid``"""
    return f"{n} van {actions(total)} {'is' if n == 1 else 'zijn'} voorbereid"
