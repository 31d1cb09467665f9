"""What the command line says beside the words of the screens."""

from mrdb.domain.draft import Doubt
from mrdb.text.counting import count_of
from mrdb.text.doubts import TITLE
from mrdb.text.nl import actions

AUTHOR = "Opdrachtregel"
KNOWN = "Dit document staat al in de databank. Er is niets gewijzigd."
APPLIED = "Verwerkt."
WHICH_RESPONSE = (
    "Bij welke managementrespons hoort deze lijst? Lees ze in op het scherm, of maak er een nieuwe van met --subject "
    "en --date."
)
NOT_READ = "niet ingelezen"


def column(heading: str, field: str) -> str:
    """``kolom Deadline: Kalender``"""
    return f"kolom {heading}: {field or NOT_READ}"


def seeded(added: int) -> str:
    return f"{actions(added)} toegevoegd." if added else KNOWN


def exported(n: int, name: str) -> str:
    return f"{actions(n)} opgeslagen in {name}."


def moved(n: int) -> str:
    return f"{count_of(n, 'rij', 'rijen')} overgezet. Stel MRDB_DATABASE_URL nu in op de nieuwe databank."


def doubt_line(doubt: Doubt) -> str:
    """``regel 12: Beschadigde woorden: Belgié``"""
    return f"regel {doubt.line}: {TITLE[doubt.kind]}: {doubt.found}"


def cannot_write(error: OSError) -> str:
    return f"{error.filename}: dit bestand kan niet geschreven worden."
