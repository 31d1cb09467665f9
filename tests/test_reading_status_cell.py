"""What a status cell says, in three languages, and what it is not sure of."""

import pytest

from mrdb.domain.status import Status
from mrdb.reading.status_cell import read_status

NOT_STARTED, ONGOING, COMPLETED, DROPPED = Status
SEVERAL = "Stvz 15/06/2026: In uitvoering, 40%\nStvz 01/02/2026: Niet gestart"


@pytest.mark.parametrize(
    ("text", "status", "comment"),
    [
        ("Réalisées", COMPLETED, ""),
        ("Non démarrée", NOT_STARTED, ""),
        ("EN COURS D’EXECUTION", ONGOING, ""),
        ("Mis en oeuvre", COMPLETED, ""),
        ("No Longer Applicable.", DROPPED, ""),
        ("In process\nSee the note", ONGOING, "See the note"),
        ("Afgerond: zie nota", COMPLETED, "Afgerond: zie nota"),
        ("Achevée (rapport remis)", COMPLETED, "Achevée (rapport remis)"),
        ("✓", COMPLETED, ""),
        ("☑ Rapport geleverd", COMPLETED, "☑ Rapport geleverd"),
        ("☐ Niet gestart ☒ Lopende ☐ Afgerond", ONGOING, "☐ Niet gestart ☒ Lopende ☐ Afgerond"),
        ("80%", ONGOING, "80%"),
        ("100 %", COMPLETED, "100 %"),
        ("0%", NOT_STARTED, "0%"),
        ("80% uitgevoerd", ONGOING, "80% uitgevoerd"),
        ("In uitvoering (80%)", ONGOING, "In uitvoering (80%)"),
        ("Stvz 01/02/2026: Lopende", ONGOING, "Stvz 01/02/2026: Lopende"),
        ("–", None, ""),
        ("", None, ""),
    ],
)
def test_status_cell_is_read(text: str, status: Status | None, comment: str) -> None:
    assert read_status(text, {}) == (status, comment, True)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Lopende tot juni", ONGOING),
        ("Completed, except for the South", COMPLETED),
        ("Ja RIB d.d. 06-11-15", COMPLETED),
        ("Nee", None),
        ("☒", None),
        ("☐", None),
        ("☐ Lopende ☐ Afgerond", None),
        ("☑ Lopende ☑ Afgerond", None),
        ("Uitgevoerd voor 80%", None),
        ("Afgerond (80%)", None),
        ("80% van de partners is bereikt", None),
        ("250%", None),
        ("Taken into account for further implementation", None),
        ("Uitgesteld", None),
        (SEVERAL, ONGOING),
        (SEVERAL.replace("\n", " / "), ONGOING),
    ],
)
def test_status_cell_keeps_its_words_and_is_not_sure(text: str, status: Status | None) -> None:
    assert read_status(text, {}) == (status, text, False)


@pytest.mark.parametrize("text", ["1/1/2026: " * 5_000, "-\n" * 5_000 + "x", "☐ a " * 5_000])
def test_status_cell_of_endless_reports_is_read_like_any_other(text: str) -> None:
    assert read_status(text, {}).status is None


def test_status_cell_obeys_what_a_person_said() -> None:
    chosen = {"taken into account": COMPLETED, "uitgevoerd": None}
    assert read_status("Taken into account.", chosen) == (COMPLETED, "Taken into account.", True)
    assert read_status("Uitgevoerd", chosen) == (None, "Uitgevoerd", True)
