"""The words around the keys with which other programs read the data."""

from mrdb.domain.days import day_of
from mrdb.domain.keys import Key
from mrdb.text.dates import short_date
from mrdb.text.subscription import last_read

TITLE = "Welke programma’s lezen mee?"
WHY = (
    "Met een sleutel leest een ander programma (Power BI, Podio, een website) de acties, documenten en momenten. Het "
    "kan niets wijzigen, en interne opmerkingen ziet het niet. Een sleutel werkt zolang wie hem maakte hier binnen "
    "mag: wordt die toegang ingetrokken, dan maakt een andere secretaris een nieuwe."
)
NAME = "Voor welk programma?"
NAME_MISSING = "Vul in voor welk programma de sleutel is."
MAKE, MADE = "Maak een sleutel", "De sleutel is gemaakt."
COPY_NOW = "Kopieer deze sleutel nu: hij wordt maar één keer getoond. Wie hem heeft, leest alles mee."
REVOKE, REVOKED = "Trek in", "De sleutel werkt niet meer."


def key_line(key: Key, maker: str) -> str:
    """``Power BI, gemaakt door An Peeters op 23 nov 2026, laatst opgehaald op 28 nov 2026``"""
    made = short_date(day_of(key.made_at))
    return f"{key.about}, gemaakt door {maker} op {made}, {last_read(key)}"
