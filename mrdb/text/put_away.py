"""The words by which what was stored by mistake is put away and put back."""

from collections.abc import Sequence

from mrdb.domain.response import Change
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_time
from mrdb.text.reasons import because

TITLE = "Opbergen"
RESPONSE = "Berg deze managementrespons op"
ACTION = "Berg deze actie op"
WHY = (
    "Kwam dit er bij vergissing in? Opgeborgen staat het op geen enkel scherm en in geen enkel bestand of cijfer meer. "
    "Er gaat niets verloren: onderaan Aanbevelingen kan het altijd teruggezet worden."
)
REASON = "Waarom moet dit opgeborgen worden?"
CONFIRM = "Ja, opbergen"
DONE = "Opgeborgen. Terugzetten kan onderaan Aanbevelingen."
PUT_BACK = "Zet terug"
BACK = "Teruggezet."


def counted(lines: Sequence[Change]) -> str:
    """``1 opgeborgen managementrespons en 2 opgeborgen acties``"""
    actions = sum(line.action_id is not None for line in lines)
    counts = (
        (len(lines) - actions, "opgeborgen managementrespons", "opgeborgen managementresponsen"),
        (actions, "opgeborgen actie", "opgeborgen acties"),
    )
    return listed([count_of(*one) for one in counts if one[0]])


def put_away_by(line: Change) -> str:
    """``An, 28 nov 2026, 14:05. Reden: twee keer ingelezen``"""
    return f"{line.author}, {short_time(line.at)}{because(line.reason)}"
