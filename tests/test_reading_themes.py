"""Which headings are those of recommendations where the document does not call them so."""

import pytest

from mrdb.reading.blocks import Cell, Grid, Paragraph, Role, Row
from mrdb.reading.interpreter.headings import heading_of
from mrdb.reading.interpreter.themes import with_themes

TABLE = Grid(
    (
        Row(
            9,
            tuple(Cell(n, n + 1, False, (Paragraph(9, said),)) for n, said in enumerate(("Actie", "Wie"))),
        ),
    )
)


def a_heading(text: str) -> Paragraph:
    return Paragraph(1, text, "heading")


def roles(*blocks: Paragraph | Grid) -> list[Role]:
    return [one.role for one in with_themes(blocks) if isinstance(one, Paragraph)]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((Paragraph(1, "Thema: A"), Paragraph(1, "Tekst."), Paragraph(1, "Thema 2: B")), ["theme", "", "theme"]),
        ((a_heading("Aanbevelingen"), Paragraph(1, "1. Doe meer"), Paragraph(1, "Zo.")), ["heading", "theme", ""]),
        ((a_heading("Recommendations"), a_heading("Do more"), a_heading("Do less")), ["heading", "theme", "theme"]),
        (
            (a_heading("Plan"), a_heading("Doe meer"), Paragraph(1, "Reactie van de directie: akkoord")),
            ["heading", "theme", ""],
        ),
        ((a_heading("Plan"), a_heading("Doe meer"), TABLE), ["heading", "theme"]),
        (
            (Paragraph(1, "HIGH PRIORITY"), Paragraph(1, "Recommendation 1: Do more"), Paragraph(1, "1. Do it")),
            ["section", "", ""],
        ),
        ((a_heading("Inleiding"), Paragraph(1, "Zomaar een tekst.")), ["heading", ""]),
    ],
)
def test_themes_are_found_by_what_stands_around_them(
    blocks: tuple[Paragraph | Grid, ...], expected: list[Role]
) -> None:
    assert roles(*blocks) == expected


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("Thema: Instroom", "", "Instroom"),
        ("Thème 2 – Suivi", "2", "Suivi"),
        ("3. That the unit publish", "3", "That the unit publish"),
        ("A) Doe meer", "A", "Doe meer"),
        ("Doe meer", "", "Doe meer"),
        ("2025 was een jaar", "", "2025 was een jaar"),
    ],
)
def test_theme_gives_its_number_and_its_title(text: str, number: str, title: str) -> None:
    heading = heading_of(Paragraph(1, text, "theme"), None, "head")
    assert heading is not None
    assert (heading.kind, heading.number, heading.rest.said) == ("recommendation", number, title)
