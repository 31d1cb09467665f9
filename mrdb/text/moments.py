"""The words by which a mistake in a follow-up moment is mended."""

from datetime import date

from mrdb.text.dates import short_date

CORRECT = "Verbeter een vergissing"
CORRECT_WHY = "Wat je hier verbetert, verandert overal mee. In de historiek blijft staan wat er stond, en waarom."
CORRECT_REASON = "Waarom moet dit verbeterd worden?"
REMOVE = "Verwijder dit lege opvolgingsmoment"
REMOVE_WHY = "Hierin is nog niets genoteerd. Na het verwijderen staat het nergens meer, behalve in de historiek."
REMOVE_CONFIRM = "Ja, verwijderen"


def removed(day: date) -> str:
    return f"Het opvolgingsmoment van {short_date(day)} is verwijderd."
