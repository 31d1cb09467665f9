"""The headings of recommendations and their parts, as documents in three languages write them."""

import pytest

from mrdb.reading.blocks import Paragraph, Role
from mrdb.reading.interpreter.headings import heading_of


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("AANBEVELING 1 : Doe meer", "1", "Doe meer"),
        ("Aanbeveling nr. 4: Doe meer", "4", "Doe meer"),
        ("AANB. 2 – Doe meer", "2", "Doe meer"),
        ("Aanbeveling 1a: Doe meer", "1a", "Doe meer"),
        ("AANBEVELING NR. 1BIS: Doe meer", "1BIS", "Doe meer"),
        ("AANBEVELING OVER DE WERKING", "", "AANBEVELING OVER DE WERKING"),
        ("Aanbeveling IV. Doe meer", "IV", "Doe meer"),
        ("Aanbeveling A: Doe meer", "A", "Doe meer"),
        ("Aanbeveling 3 Doe meer", "3", "Doe meer"),
        ("Aanbeveling / Recommendation 1: Doe meer", "1", "Doe meer"),
        ("Recommendation 1.1: Do more", "1.1", "Do more"),
        ("Recommendation no. 2 - Do more", "2", "Do more"),
        (
            "Recommendation 1 (recommendation #3 from the report): Do more",
            "1",
            "(recommendation #3 from the report): Do more",
        ),
        ("Evaluation Recommendation or Issue 1: Do more", "1", "Do more"),
        ("Rec. 5: Do more", "5", "Do more"),
        ("R1: Do more", "1", "Do more"),
        ("1. Recommendation: Do more", "1", "Do more"),
        ("Recommendation: Do more", "", "Do more"),
        ("Eerste aanbeveling: Doe meer", "1", "Doe meer"),
        ("Recommendation Two – Do more", "2", "Do more"),
        ("Troisième recommandation : Faire plus", "3", "Faire plus"),
        ("RECOMMANDATION N°2 : Faire plus", "2", "Faire plus"),
        ("Recommandation n° 1 – Faire plus", "1", "Faire plus"),
        ("Recommandation 3\nFaire plus", "3", "Faire plus"),
    ],
)
def test_heading_of_a_recommendation_gives_its_number_as_text_and_its_title(text: str, number: str, title: str) -> None:
    heading = heading_of(Paragraph(1, text), None, "head")
    assert heading is not None
    assert heading.kind == "recommendation"
    assert not heading.is_shared
    assert (heading.number, heading.rest.said) == (number, title)


@pytest.mark.parametrize(
    ("text", "role"), [("#3 Doe meer", "heading"), ("R3 Doe meer", "heading"), ("Aanbeveling 3 doe meer", "heading")]
)
def test_heading_style_makes_a_heading_of_what_a_sentence_could_begin_with(text: str, role: Role) -> None:
    heading = heading_of(Paragraph(1, text, role), "1", "text")
    assert heading is not None
    assert (heading.kind, heading.number) == ("recommendation", "3")


@pytest.mark.parametrize("text", ["AANBEVELING 2 en 3 : X", "AANBEVELINGEN 2 en 3", "Recommendations 2, 3 and 4: X"])
def test_heading_of_several_recommendations_keeps_all_its_words_in_the_title(text: str) -> None:
    heading = heading_of(Paragraph(1, text), "1", "actions")
    assert heading is not None
    assert heading.is_shared
    assert (heading.number, heading.rest.said) == ("2", text)


@pytest.mark.parametrize(
    "text",
    [
        "Zie aanbeveling 3: daar staat meer.",
        "Aanbeveling 2 en 3 worden samen behandeld.",
        "Aanbeveling 1: zie hierboven.",
        "Aanbeveling 3 werd al uitgevoerd.",
        "Recommendations 2 and 3 were merged.",
        "Aanbeveling: dit is de tekst onder een kop.",
        "Aanbevelingen: zie het rapport.",
        "Een aanbeveling die terugkomt.",
        "Reactie op de vorige evaluatie kwam laat.",
        "R&D blijft belangrijk.",
    ],
)
def test_heading_is_no_sentence_that_only_mentions_a_recommendation(text: str) -> None:
    assert heading_of(Paragraph(1, text), "1", "text") is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Management Response: [Added: 2012/10/07] Agree", "[Added: 2012/10/07] Agree"),
        ("MANAGEMENT RESPONSE", ""),
        ("Managementrespons / Management response: Aanvaard", "Aanvaard"),
        ("Reactie van 11.11.11: Akkoord", "Akkoord"),
        ("Reactie van de directie: Akkoord", "Akkoord"),
        ("Réponse de la direction : acceptée", "acceptée"),
        ("Reponse du management", ""),
        ("Standpunt van de directie: aanvaard", "aanvaard"),
        ("Response to recommendation 1: Accepted", "Accepted"),
    ],
)
def test_heading_of_an_answer_leaves_the_answer(text: str, rest: str) -> None:
    heading = heading_of(Paragraph(1, text), "1", "text")
    assert heading is not None
    assert (heading.kind, heading.rest.said) == ("answer", rest)


@pytest.mark.parametrize("text", ["Key Action(s):", "Actions clés", "PLAN D'ACTION", "Actieplan", "Actions à mener :"])
def test_heading_of_actions_goes_in_no_field(text: str) -> None:
    heading = heading_of(Paragraph(1, text), "1", "answer")
    assert heading is not None
    assert heading.kind == "furniture"


@pytest.mark.parametrize(
    ("text", "kind"), [("Bijlage 2", "annex"), ("Annexes", "annex"), ("Bijlage: actieplan", None), ("Gevolgen", None)]
)
def test_heading_of_an_annex_ends_the_recommendations_and_a_plan_does_not(text: str, kind: str | None) -> None:
    heading = heading_of(Paragraph(1, text, "heading"), "1", "answer")
    assert (heading and heading.kind) == kind
