"""Whether a recommendation is accepted, as answers and cells of three languages say it."""

import pytest

from mrdb.domain.status import Acceptance
from mrdb.reading.acceptance import read_acceptance

ACCEPTED, PARTIALLY, REJECTED = Acceptance


@pytest.mark.parametrize(
    ("text", "acceptance", "reason"),
    [
        ("Aanvaard", ACCEPTED, ""),
        ("Akkoord. We doen dit al.", ACCEPTED, ""),
        ("Akkoord met deze aanbeveling.", ACCEPTED, ""),
        ("11.11.11 aanvaardt de aanbeveling.", ACCEPTED, ""),
        ("[Added: 2012/10/07] Agree", ACCEPTED, ""),
        ("De directie neemt deze aanbeveling over.", ACCEPTED, ""),
        ("Het agentschap gaat gedeeltelijk akkoord. Te duur.", PARTIALLY, "Te duur."),
        ("De begroting is goedgekeurd.", None, ""),
        ("Het college neemt deze aanbeveling niet over.", REJECTED, ""),
        ("De directie neemt deze aanbeveling gedeeltelijk over: te duur", PARTIALLY, "te duur"),
        ("Deze aanbeveling gaat over de organisatie.", None, ""),
        ("Fully accepted", ACCEPTED, ""),
        ("Recommandation acceptée.", ACCEPTED, ""),
        ("La direction accepte cette recommandation et s’y engage.", ACCEPTED, ""),
        ("Enabel accepts this recommendation.", ACCEPTED, ""),
        ("☒ Accepted ☐ Rejected", ACCEPTED, ""),
        ("Gedeeltelijk aanvaard: er is geen budget.\nMeer volgt.", PARTIALLY, "er is geen budget."),
        ("Deels akkoord", PARTIALLY, ""),
        ("Partially agree as the budget is short", PARTIALLY, "the budget is short"),
        ("En partie acceptée, faute de moyens", PARTIALLY, "faute de moyens"),
        ("Acceptatie: gedeeltelijk", PARTIALLY, ""),
        ("Helemaal niet akkoord", REJECTED, ""),
        ("Niet aanvaard want te duur", REJECTED, "te duur"),
        ("Deels akkoord, omdat donoren het vragen.", PARTIALLY, "donoren het vragen."),
        ("We do not agree.", REJECTED, ""),
        ("Rejetée car le budget manque", REJECTED, "le budget manque"),
        ("Partiellement accepté. Sauf les données.", PARTIALLY, "Sauf les données."),
        ("Nous ne sommes pas d’accord : trop cher", REJECTED, "trop cher"),
        ("Nous n’y sommes pas favorables.", REJECTED, ""),
        ("Wij zijn het hier niet mee eens.", REJECTED, ""),
        ("We're in agreement.", ACCEPTED, ""),
        ("La direction n’accepte pas cette recommandation.", REJECTED, ""),
        ("Momenteel is een hervorming lopende.", None, ""),
        ("Akkoord met het belang van kennisborging.", None, ""),
        ("Wat eerder werd aanvaard, geldt nog.", None, ""),
        ("", None, ""),
    ],
)
def test_acceptance_is_what_the_first_words_say(text: str, acceptance: Acceptance | None, reason: str) -> None:
    assert read_acceptance(text) == (acceptance, reason, True)


@pytest.mark.parametrize(
    "text",
    [
        "Akkoord, maar niet dit jaar",
        "Accept with modifications",
        "Agreed in principle",
        "We gaan grotendeels akkoord.",
        "We do not fully agree.",
        "Partially agree with the analysis of trends",
        "Niet akkoord met punt 2",
        "☐ Aanvaard ☐ Niet aanvaard",
    ],
)
def test_acceptance_that_may_mean_two_things_is_none_and_not_sure(text: str) -> None:
    assert read_acceptance(text) == (None, "", False)


@pytest.mark.parametrize(
    ("text", "acceptance", "is_sure"),
    [
        ("Ja", ACCEPTED, True),
        ("N", REJECTED, True),
        ("Deels", PARTIALLY, True),
        ("En partie", PARTIALLY, True),
        ("Oneens", REJECTED, True),
        ("Later", None, False),
        ("", None, True),
    ],
)
def test_acceptance_in_a_column_of_its_own_may_be_shorter(
    text: str, acceptance: Acceptance | None, is_sure: bool
) -> None:
    assert read_acceptance(text, is_cell=True) == (acceptance, "", is_sure)


def test_acceptance_of_endless_words_is_heard_like_any_other() -> None:
    assert read_acceptance("Aanvaard: " * 5_000).acceptance == ACCEPTED
    assert read_acceptance("☒ " * 5_000, is_cell=True).acceptance is None
