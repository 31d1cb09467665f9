"""What the screen says of text that was typed and not saved when the server or the page started anew."""

from collections.abc import Sequence

BACK_AGAIN = "De verbinding met de server was even weg en is terug."
STILL_THERE = "Wat je typte maar nog niet opsloeg, staat er weer,"
FILES_AGAIN = "Kies je bestand opnieuw: er is nog niets van overgenomen."
NOT_KEPT = (
    "Deze browser onthoudt niets: wat je typt en nog niet opsloeg, verlies je als je de pagina vernieuwt. "
    "Sla dus vaak op."
)
NO_FORM_FOR_IT = (
    "Je had nog niet-opgeslagen tekst die in geen enkel formulier meer past. "
    "Kopieer hem hieronder als je hem nog nodig hebt."
)
SEEN = "Niet meer tonen"


def returned(numbers: Sequence[str], *, is_reload: bool, has_files: bool = False) -> str:
    """What to say once a new session took over from the one before, with the numbers of the actions typed in."""
    said = [] if is_reload else [BACK_AGAIN]
    if has_files and not is_reload:
        said.append(FILES_AGAIN)
    if numbers:
        said.append(f"{STILL_THERE} bij {'actie' if len(numbers) == 1 else 'acties'} {', '.join(numbers)}.")
    return " ".join(said)
