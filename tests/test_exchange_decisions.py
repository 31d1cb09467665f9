"""The decision list as Word opens it."""

import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from builders import RESPONSE, an_action
from docx import Document
from docx.shared import Cm

from mrdb.domain.decisions import Minutes
from mrdb.domain.meeting import Round
from mrdb.domain.response import Moment
from mrdb.exchange.decisions import decision_document

AT = datetime(2026, 11, 23, 13, 5, tzinfo=UTC)
MOMENT = Moment(
    2, date(2026, 11, 23), "Stuurgroepen samen", ("An", "Els"), AT, "An", date(2027, 4, 12), absent=("Bart",)
)
TEXT = "Actie 7.1: gestart.\n\nGender:\n\nAfspraken:\n\nEls | nota | 5 dec 2026\n\nVrije \x0btekst & <tekens>."
FIXED = Minutes(2, TEXT, "An Peeters", AT)


def made(text: str = TEXT, minutes: Minutes | None = FIXED, moment: Moment = MOMENT) -> bytes:
    action = an_action(response=replace(RESPONSE, subject="Klimaat en migratie"))
    return decision_document(Round(moment, (action,), (), ()), text, minutes, AT)


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in Document(BytesIO(data)).paragraphs]


def test_document_holds_the_meeting_and_its_sentences() -> None:
    assert paragraphs(made()) == [
        ("Title", "Beslissingenlijst"),
        ("Subtitle", "Stuurgroepen samen"),
        ("Fact", "Datum\tmaandag 23 november 2026"),
        ("Fact", "Aanwezig\tAn en Els"),
        ("Fact", "Afwezig\tBart"),
        ("Fact", "Managementrespons\tKlimaat en migratie"),
        ("Last Fact", "Volgende vergadering\tmaandag 12 april 2027"),
        ("List Bullet", "Actie 7.1: gestart."),
        ("Heading 1", "Gender"),
        ("Heading 2", "Afspraken"),
        ("List Bullet", "Vrije"),
        ("List Bullet", "tekst & <tekens>."),
    ]
    (table,) = Document(BytesIO(made())).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Wie", "Wat", "Tegen"],
        ["Els", "nota", "5 dec 2026"],
    ]


def test_document_leaves_out_what_is_not_known() -> None:
    bare = paragraphs(made(moment=Moment(2, date(2026, 11, 23), "", "", AT, "An")))
    assert bare[1] == ("Subtitle", "Opvolgingsmoment")
    assert [text.partition("\t")[0] for style, text in bare if style.endswith("Fact")] == ["Datum", "Managementrespons"]


def test_document_says_whether_it_is_fixed() -> None:
    def footer(data: bytes) -> str:
        return Document(BytesIO(data)).sections[0].footer.paragraphs[0].text

    assert footer(made()) == "Vastgesteld door An Peeters op 23 nov 2026, 14:05\tBlad 1 van 1"
    assert footer(made(minutes=None)).startswith("Ontwerp, nog niet vastgesteld\t")


def test_document_bears_its_own_properties_and_no_others() -> None:
    properties = Document(BytesIO(made())).core_properties
    assert properties.title == "Beslissingenlijst maandag 23 november 2026"
    assert (properties.author, properties.last_modified_by) == ("An Peeters", "An Peeters")
    assert (properties.subject, properties.comments, properties.language) == ("Klimaat en migratie", "", "nl-BE")
    assert properties.created == properties.modified == AT
    with zipfile.ZipFile(BytesIO(made())) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name or "app.xml" in name]
        assert b"python" not in b"".join(map(archive.read, archive.namelist())).lower()


def test_document_is_on_european_paper() -> None:
    section = Document(BytesIO(made())).sections[0]
    assert (round(section.page_width, -4), round(section.page_height, -4)) == (round(Cm(21), -4), round(Cm(29.7), -4))
