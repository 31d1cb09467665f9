"""Who a phrase in the column *Verantwoordelijke(n)* names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrdb.reading.responsibles import read_responsibles


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
        ("", []),
        (" , ", []),
    ],
)
def test_responsibles_are_split_in_order_each_once(phrase: str, named: list[str]) -> None:
    assert read_responsibles(phrase) == tuple(named)


@pytest.mark.parametrize(
    "phrase", ["Dienst Communicatie en Beweging", "Directeur beleid (a.i.)", "MEAL-coördinator", "Dienst Noord-Zuid"]
)
def test_responsibles_keep_together_what_may_be_one_name(phrase: str) -> None:
    assert read_responsibles(phrase) == (phrase,)


@given(st.text(alphabet="Dirnaé &(),;/—-\n", max_size=60))
def test_responsibles_invent_nothing(phrase: str) -> None:
    for name in read_responsibles(phrase):
        assert name == name.strip() != ""
        assert set(name.split()) <= set(phrase.replace("(", " ").replace(")", " ").split()) or name in " ".join(
            phrase.split()
        )
