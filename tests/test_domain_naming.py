"""Where a name stands in a text, and what the role in its place leaves alone."""

from datetime import date

import pytest
from builders import due_on

from mrdb.domain.codes import reworded
from mrdb.domain.errors import Lack
from mrdb.domain.facts import Fact, Kind
from mrdb.domain.naming import in_place_of, lacks
from mrdb.domain.response import Agreement, Realisation
from mrdb.domain.status import Status

DUE = date(2026, 12, 5)
TOLD = Agreement("nota", "yes", None)
NEVER_WRITTEN = {Fact.RECOMMENDATION, Fact.DOCUMENT}
"""These the journal has no lines of."""
PERIOD = due_on(DUE).code()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("An Peeters belt.", "de rol belt."),
        ("gebeld met AN PEETERS.Morgen opnieuw", "gebeld met de rol.Morgen opnieuw"),
        ("(an  peeters), An\nPeeters, An\N{NO-BREAK SPACE}Peeters’ nota", "(de rol), de rol, de rol’ nota"),
        ("mail naar an@example.org en AN@example.org.", "mail naar de rol en de rol."),
        ("An Peetersen, Jan Peeters, An-Peeters, An Peeters-Claes", None),
        ("an.peeters@example.org, jan@example.org, j.an@example.org, x@an peeters.be", None),
        ("stvz_an_peeters_v2.xlsx, stvz_An Peeters.xlsx", "stvz_de rol_v2.xlsx, stvz_de rol.xlsx"),
        ("an_peeters@example.org, x@an_peeters.be, stvz_an_peetersen", None),
        ("André belt, Andre\N{COMBINING ACUTE ACCENT} ook", "de rol belt, de rol ook"),
        ("Andrea, Andréa, Andre", None),
        ("Els D'Hondt en Els D’Hondt", "de rol en de rol"),
    ],
)
def test_name_is_found_as_words_of_its_own(text: str, said: str | None) -> None:
    say = in_place_of(["An Peeters", "an@example.org", "André", "Els D’Hondt", " "], "de rol")
    assert say(text) == (text if said is None else said)


def test_longer_name_goes_before_the_shorter_and_signs_are_plain_text() -> None:
    assert in_place_of(["An", "An Peeters (ngo)"], r"\1 M&O")("An Peeters (ngo), An.") == r"\1 M&O, \1 M&O."
    assert in_place_of([], "x")("An") == "An"


@pytest.mark.parametrize(
    ("fact", "code", "said"),
    [
        (Fact.STATUS, Status.COMPLETED.value, None),
        (Fact.CONFIRMED, Status.ONGOING.value, None),
        (Fact.MOMENT, "open", None),
        (Fact.YEAR, "2026", None),
        (Fact.REACHED, "2026-12-05", None),
        (Fact.PERIOD, PERIOD, None),
        (Fact.NUMBER, "yes", None),
        (Fact.COMMENT, "open yes", "X X"),
        (Fact.ADDED, "open", "X"),
        (Fact.PUT_AWAY, "7.9 open", "7.9 X"),
        (Fact.ATTENDEES, "yes\nEls\nopen", "X\nEls"),
        (Fact.RESPONSIBLES, "Els\nEls", None),
        (Fact.ACCEPTANCE, "rejected\nopen", "rejected\nX"),
        (Fact.ACCEPTANCE, "rejected", None),
        (Fact.REALISED, Realisation(True, "yes").code(), Realisation(True, "X").code()),
        (Fact.AGREEMENT, Agreement("open\nnota", "yes", DUE).code(), Agreement("X\nnota", "X", DUE).code()),
        (
            Fact.AGREEMENT_DONE,
            f"2\n{Agreement('nota', 'yes', None).code()}",
            f"2\n{Agreement('nota', 'X', None).code()}",
        ),
    ],
)
def test_code_keeps_what_is_no_word_of_people(fact: Fact, code: str, said: str | None) -> None:
    names = ["open", "yes", "2026", "deadline", "day", "stated", "rejected", *(status.value for status in Status)]
    assert reworded(fact, code, in_place_of(names, "X")) == (code if said is None else said)


@pytest.mark.parametrize("fact", [fact for fact in Fact if fact not in NEVER_WRITTEN], ids=lambda fact: fact.value)
def test_code_of_every_fact_is_known(fact: Fact) -> None:
    codes = {Kind.PERIOD: PERIOD, Kind.AGREEMENT: TOLD.code(), Kind.REALISATION: Realisation(True, "").code()}
    code = codes.get(fact.kind, f"2\n{TOLD.code()}")
    assert reworded(fact, code, in_place_of(["iemand"], "X")) == code


def test_code_of_an_added_milestone_is_a_period() -> None:
    assert reworded(Fact.ADDED, PERIOD, in_place_of(["deadline"], "X"), of_milestone=True) == PERIOD


@pytest.mark.parametrize(
    ("names", "role", "wanting"),
    [
        (["An"], "de secretaris", ()),
        ([], "x", (Lack.NAME,)),
        (["An", "7"], "", (Lack.NAME, Lack.ROLE)),
        (["An Peeters", "Peeters"], "Dienst  peeters", (Lack.ROLE_WITHOUT_NAME,)),
    ],
)
def test_what_is_wanting_before_a_name_is_replaced(names: list[str], role: str, wanting: tuple[Lack, ...]) -> None:
    assert lacks(names, role) == wanting
