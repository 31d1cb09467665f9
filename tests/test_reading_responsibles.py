"""Who a phrase in the column *Verantwoordelijke(n)* names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrdb.reading.responsibles import doubtful_names, read_responsibles


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("Directeur M&O", ["Directeur M&O"]),
        ("SG Klimaat", ["SG Klimaat"]),
        ("Dienst Beweging (Directeur Beweging)", ["Dienst Beweging", "Directeur Beweging"]),
        ("Dienst Beweging — Directeur Beweging", ["Dienst Beweging", "Directeur Beweging"]),
        ("Dienst Beweging - Directeur Beweging", ["Dienst Beweging", "Directeur Beweging"]),
        ("Dienst Beweging (Leen Janssen)", ["Dienst Beweging", "Leen Janssen"]),
        ("Directeur Connaction en eventcoördinator", ["Directeur Connaction", "eventcoördinator"]),
        ("Directeur A, Directeur B; SG C/SG D", ["Directeur A", "Directeur B", "SG C", "SG D"]),
        ("Directeur A\nDirecteur B\nDirecteur A", ["Directeur A", "Directeur B"]),
        ("Jan Peeters en An De Smet", ["Jan Peeters", "An De Smet"]),
        ("Directeur M&O en/of SG Klimaat", ["Directeur M&O", "SG Klimaat"]),
        ("Directie (Jan Peeters, An De Smet)", ["Directie", "Jan Peeters", "An De Smet"]),
        ("HR + IT", ["HR", "IT"]),
        ("HR & IT", ["HR", "IT"]),
        ("HR-dienst en IT-dienst", ["HR-dienst", "IT-dienst"]),
        ("Directeur A, Directeur B en Directeur C", ["Directeur A", "Directeur B", "Directeur C"]),
        ("Directeur Zuid en ?", ["Directeur Zuid"]),
        ("HR (trekker) i.s.m. de teamcoördinatoren", ["HR", "teamcoördinatoren"]),
        ("CO, with support of HQ", ["CO", "HQ"]),
        ("Lead: Programme Unit / Finance", ["Programme Unit", "Finance"]),
        ("M&E Officer and Head of Programmes", ["M&E Officer", "Head of Programmes"]),
        ("Directrice pays, avec l'appui de la cellule S&E", ["Directrice pays", "cellule S&E"]),
        (
            "Conseiller au Programme, Conseiller Technique Principal du projet et l'OM.",
            ["Conseiller au Programme", "Conseiller Technique Principal du projet", "OM"],
        ),
        ("Chief, Finance Officer", ["Chief", "Finance Officer"]),
        ("Head, Supply; Chief, Health", ["Head, Supply", "Chief, Health"]),
        ("-", []),
        ("n.v.t.", []),
        ("", []),
        (" , ", []),
    ],
)
def test_responsibles_are_split_in_order_each_once(phrase: str, named: list[str]) -> None:
    assert read_responsibles(phrase) == tuple(named)


@pytest.mark.parametrize(
    "phrase",
    [
        "Dienst Communicatie en Beweging",
        "Directeur beleid (a.i.)",
        "MEAL-coördinator",
        "Dienst Noord-Zuid",
        "Monitoring and Evaluation Unit",
        "Director of Finance and Administration",
        "Service communication et plaidoyer",
        "Directeur/directrice",
        "Country Office (CO)",
        "Chief, Nutrition",
    ],
)
def test_responsibles_keep_together_what_is_one_name(phrase: str) -> None:
    assert read_responsibles(phrase) == (phrase,)
    assert doubtful_names(phrase) == ()


@pytest.mark.parametrize(
    "phrase",
    [
        "Communicatie en Beweging",
        "Research & Development",
        "Dienst HR en IT",
        "HR- en IT-dienst",
        "HR and Finance Manager",
        "Directeur beleid en Jan Peeters",
        "Animatrices et point focal",
        "Partners and Country Office",
        "Iedereen die bij het project betrokken is en tijd heeft",
    ],
)
def test_responsibles_doubt_what_may_be_one_name_or_several(phrase: str) -> None:
    assert read_responsibles(phrase) == doubtful_names(phrase) == (phrase,)


@pytest.mark.parametrize("phrase", ["?", "Nog te bepalen", "TBD", "À déterminer", "(to be confirmed)", "idem"])
def test_responsibles_doubt_words_in_the_place_of_a_name(phrase: str) -> None:
    assert read_responsibles(phrase) == ()
    assert doubtful_names(phrase) == (phrase,)


@given(st.text(alphabet="Dirnaé &(),;/—-\n", max_size=60))
def test_responsibles_invent_nothing(phrase: str) -> None:
    for name in read_responsibles(phrase):
        assert name == name.strip() != ""
        assert set(name.split()) <= set(phrase.replace("(", " ").replace(")", " ").split()) or name in " ".join(
            phrase.split()
        )
