"""The words with which the secretary arranges the agenda."""

from mrdb.domain.meeting import Arrangement

ARRANGE = "Volgorde van de agenda"
HOW = "Geef een actie een andere plaats, vink aan wat je overslaat of schrijf er een nota bij. Klik dan op Toepassen."
PLACE, ACTION, SKIP, NOTE = "Plaats", "Actie", "Overslaan", "Nota"
APPLY = "Toepassen"
AUTOMATIC = "Terug naar de automatische volgorde"
APPLIED = "De agenda is aangepast."


def arranged_meanwhile(arranged: list[tuple[str, Arrangement]]) -> str:
    """What a colleague made of actions (by their numbers) while one was arranging them."""
    said = "; ".join(f"{number}: {_in_words(one)}" for number, one in arranged)
    return f"Iemand anders wijzigde dit intussen ({said}). Klik nog eens op Toepassen om jouw versie te houden."


def _in_words(one: Arrangement) -> str:
    place = "overgeslagen" if one.is_skipped else f"plaats {(one.place or 0) + 1}"
    return f"{place}, nota “{one.note}”" if one.note else f"{place}, geen nota"
