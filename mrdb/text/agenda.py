"""The words with which the secretary arranges the agenda."""

ARRANGE = "Agenda schikken"
EDITOR = {
    "how": "Sleep een rij, gebruik de pijlen of typ een andere plaats. Elke wijziging wordt meteen bewaard.",
    "automatic": "Terug naar de automatische volgorde",
    "skip": "Overslaan",
    "hint": "bijvoorbeeld: met de nieuwe directeur",
    "refused": "niet bewaard",
    "moved": "Actie {number} staat op plaats {place}.",
}
"""What the rows say; ``{number}`` and ``{place}`` are filled in by the browser."""


def row_labels(number: str) -> dict[str, str]:
    """What a screen reader says of the controls of one action."""
    return {
        "drag": f"Versleep actie {number}",
        "place": f"Plaats van actie {number}",
        "up": f"Zet actie {number} hoger",
        "down": f"Zet actie {number} lager",
        "skip": f"Actie {number} overslaan",
        "note": f"Nota bij actie {number}",
    }
