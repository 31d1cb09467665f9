"""What the command line says beside the words of the screens."""

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
