"""What people call a management response, where there are several."""

from dataclasses import replace
from datetime import date

import pytest
from builders import RESPONSE, an_action

from mrdb.domain.response import ManagementResponse
from mrdb.text.documents import action_documents, action_name, document_names, recommendation_name


def a_document(id_: int, subject: str = RESPONSE.subject, day: date = RESPONSE.date) -> ManagementResponse:
    return replace(RESPONSE, id=id_, subject=subject, date=day)


def names(*documents: ManagementResponse) -> list[str]:
    return list(document_names(documents).values())


OTHER = a_document(99, "Jaarplan")


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (RESPONSE.subject, "Klimaat en migratie"),
        ("Managementrespons op de eindevaluatie van het Zuidprogramma 2022-2026", "Zuidprogramma 2022-2026"),
        ("Management response: evaluatie van de partnerwerking", "Partnerwerking"),
        ("Managementrespons externe tussentijdse evaluatie van de beweging", "Beweging"),
        ("Eindevaluatie Zuid", "Eindevaluatie Zuid"),
        ("Evaluatie 2025", "Evaluatie 2025"),
        ("Operationele doelen", "Operationele doelen"),
        ("Managementrespons", "Managementrespons"),
        ("", "Managementrespons"),
        ("Geïntegreerde aanpak van duurzame landbouw in de Sahel", "Geïntegreerde aanpak van duurzame …"),
        ("x" * 90, f"{'x' * 36} …".capitalize()),
    ],
)
def test_document_name_is_what_people_say(subject: str, name: str) -> None:
    assert names(a_document(1, subject), OTHER)[0] == name


def test_document_without_another_needs_no_name() -> None:
    assert document_names([RESPONSE, RESPONSE]) == {}
    assert document_names([]) == {}
    assert action_documents([an_action("1.1"), an_action("1.2")]) == {}


def test_document_names_of_one_subject_tell_the_year() -> None:
    later = a_document(2, day=date(2026, 10, 12))
    assert names(later, RESPONSE) == ["Klimaat en migratie (2025)", "Klimaat en migratie (2026)"]


def test_document_names_of_one_subject_and_year_tell_the_day_and_at_last_a_number() -> None:
    later, again = a_document(2, day=date(2025, 12, 1)), a_document(3, day=date(2025, 12, 1))
    assert names(RESPONSE, later) == ["Klimaat en migratie (13 okt 2025)", "Klimaat en migratie (1 dec 2025)"]
    assert names(later, again) == ["Klimaat en migratie (1 dec 2025) 1", "Klimaat en migratie (1 dec 2025) 2"]


def test_document_names_that_begin_alike_take_more_words() -> None:
    south = a_document(2, RESPONSE.subject.replace("België-programma", "Zuidprogramma"))
    assert names(RESPONSE, south) == [
        "Klimaat en migratie binnen het België-programma",
        "Klimaat en migratie binnen het Zuidprogramma",
    ]


def test_document_names_of_two_reports_on_one_thing_keep_the_kind_of_report() -> None:
    half = a_document(1, "Managementrespons op de mid-term evaluatie van het Zuidprogramma")
    end = a_document(2, "Managementrespons op de eindevaluatie van het Zuidprogramma")
    assert names(half, end) == ["Mid-term evaluatie van het Zuidprogramma", "Eindevaluatie van het Zuidprogramma"]


def test_document_names_differ_in_more_than_capitals() -> None:
    found = names(a_document(1, "Zuid"), a_document(2, "ZUID"), a_document(3, "zuid (2025)"))
    assert len({name.casefold() for name in found}) == 3


def test_action_is_named_by_its_document_only_where_there_are_several() -> None:
    assert action_name("1.1", "", "Agenderen") == "1.1 Agenderen"
    assert action_name("1.1", "Zuid", "Agenderen") == "1.1 · Zuid · Agenderen"
    assert recommendation_name("1", "", "Versterk") == "1. Versterk"
    assert recommendation_name("1", "Zuid", "Versterk") == "1 · Zuid · Versterk"
