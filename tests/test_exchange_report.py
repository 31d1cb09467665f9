"""The management response as Word opens it, filled for one follow-up moment."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from builders import (
    DECEMBER_2026,
    DOCUMENT_MOMENT,
    RESPONSE,
    a_line,
    a_milestone,
    a_recommendation,
    a_report,
    an_action,
    due_on,
    starting,
)
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table
from docx.text.paragraph import Paragraph

from mrdb.domain.comparison import action_as_of
from mrdb.domain.facts import Fact
from mrdb.domain.response import (
    Action,
    Agreed,
    Agreement,
    Change,
    Moment,
    Realisation,
    Recommendation,
)
from mrdb.domain.status import Acceptance, Status
from mrdb.exchange.report import report_document
from mrdb.startup import seed
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import actions, moments, recommendations

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MOMENT = Moment(2, date(2026, 11, 23), "Stuurgroepen samen", ("An", "Els"), AT, "An")
MOVED = a_milestone(due_on(date(2027, 3, 31)), "Ontwerp", first_period=DECEMBER_2026)
START = a_milestone(starting(date(2027, 1, 1)), "In uitvoering")


SUMMARY_OF_THE_SOURCE = [
    "Samenvatting",
    "15 acties: 5 lopende en 10 nog zonder status.",
    "Geen enkele actie is te laat.",
    "5 acties hebben een termijn binnen 90 dagen:",
    "1.1 Verder prioritair inzetten op contacten met administraties (Directeur beleid): 31 dec 2025, nog 79 dagen",
    "3.1 Blijvende specifieke aandacht voor het bereiken van politieke … (Directeur beleid): 31 dec 2025, nog 79 dagen",
    "4.1 opstarten community building met vooruitstrevende ondernemers (Directeur Connaction en eventcoördinator): "
    "31 dec 2025, nog 79 dagen",
    "4.2 Framing natuurlijke rijkdommen als ‘De verborgen kost van energie’ (SG Klimaat): 31 dec 2025, nog 79 dagen",
    "5.1 Voorzien in vormingen voor vrijwilligers en intervisie (Dienst Beweging (Directeur Beweging)): 31 dec 2025, "
    "nog 79 dagen",
]


def made(
    *promised: Action,
    asked: Sequence[Recommendation] | None = None,
    moment: Moment = MOMENT,
    journal: Sequence[Change] = (),
) -> bytes:
    under = asked or list(dict.fromkeys(action.recommendation for action in promised))
    return report_document(RESPONSE, under, promised, moment, AT, journal=journal)


def lines(data: bytes) -> list[str]:
    """Every paragraph once, also those in tables, in the order of the document."""
    body = Document(BytesIO(data)).element.body
    return [text for p in body.iter(qn("w:p")) if (text := Paragraph(p, body).text)]


def styled(data: bytes) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in Document(BytesIO(data)).paragraphs]


def table(data: bytes) -> Table:
    return Document(BytesIO(data)).tables[0]


def row(data: bytes, number: int = 0) -> list[str]:
    """The cells of the row of an action, under the two rows of headings."""
    return [cell.text for cell in table(data).rows[number + 2].cells]


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(re.findall(r"[^\s•◦]+", " ".join(texts)))


def test_report_holds_every_word_of_the_source_once_and_little_else(database: Engine) -> None:
    seed(database)
    with read_only(database) as session:
        asked, promised, (moment,) = recommendations(session), actions(session), moments(session)
    response = asked[0].response
    written = words(lines(report_document(response, asked, promised, moment, AT)))
    source = words(
        [response.subject, response.document_number, response.sender, response.recipient, response.context]
        + [text for r in asked for text in (r.title, r.text, r.answer)]
        + [text for a in promised for text in (a.number, a.text, a.calendar, a.responsible)]
        + [report.comment for a in promised for report in a.reports]
    )
    assert len(promised) == 15
    assert sum(source.values()) > 2000
    assert source - written == Counter()
    headings = ["Actie", "Kalender", "Verantwoordelijke(n)", "Opvolging", "Stvz", "Commentaar"]
    assert written - source == words(
        ["Datum maandag 13 oktober 2025", "Van Aan Doc. nr.", "Stand van zaken op maandag 13 oktober 2025"]
        + ["Situering", "Management response"]
        + SUMMARY_OF_THE_SOURCE
        + [f"Aanbeveling {number}: Management response" for number in range(1, 9)]
        + headings * 8
        + ["Lopende"] * 5
        + ["Nog geen status"] * 10
    )


def test_report_opens_with_what_the_source_opens_with() -> None:
    assert styled(made(an_action("7.1")))[:14] == [
        ("Title", RESPONSE.subject),
        ("Fact", "Datum\tmaandag 13 oktober 2025"),
        ("Fact", "Van\tSerge Beel – Directeur M&O"),
        ("Fact", "Aan\tDirectieteam"),
        ("Fact", "Doc. nr.\t/"),
        ("Last Fact", "Stand van zaken op\tmaandag 23 november 2026 – Stuurgroepen samen"),
        ("Report Heading", "Samenvatting"),
        ("Report Note", "1 actie: 1 nog zonder status."),
        ("Report Note", "Geen enkele actie is te laat."),
        ("Report Note", "Binnen 90 dagen valt er geen termijn."),
        ("Heading 1", "Situering"),
        ("Body Text", RESPONSE.context),
        ("Heading 1", "Management response"),
        ("Heading 2", "Aanbeveling 7: Bevorder gezamenlijke analyses en dossiervorming tussen diensten"),
    ]


def test_report_keeps_paragraphs_and_both_depths_of_lists() -> None:
    text = "Ontwikkel een strategie.\n\nBijvoorbeeld:\n\n• Contacten leggen.\n◦ Ook regionaal."
    asked = replace(a_recommendation(1), text=text, answer="Akkoord.\nMet dank.")
    assert styled(made(asked=[asked]))[10:-1] == [
        ("Body Text", "Ontwikkel een strategie."),
        ("Body Text", "Bijvoorbeeld:"),
        ("List Bullet", "Contacten leggen."),
        ("List Bullet 2", "Ook regionaal."),
        ("Heading 3", "Management response"),
        ("Acceptance", "Aanvaard."),
        ("Body Text", "Akkoord."),
        ("Body Text", "Met dank."),
    ]


def test_report_begins_with_what_is_late_and_what_is_due_next() -> None:
    late = [an_action(f"1.{n}", a_milestone(due_on(date(2026, 10, 1 + n)))) for n in range(7)]
    soon = replace(an_action("2.1", a_milestone(DECEMBER_2026), text="Nota schrijven."), responsible="Els\nJan")
    reports = [a_report(Status.COMPLETED, "Klaar.", MOMENT)]
    found = styled(made(*late, soon, an_action("3.1", a_milestone(DECEMBER_2026), reports=reports)))
    told = [text for style, text in found if style.startswith("Report")]
    text = "Realisatie van de MEAL hervorming (Directeur M&O)"
    assert told == [
        "Samenvatting",
        "9 acties: 1 afgerond en 8 nog zonder status.",
        "7 acties zijn te laat:",
        *[f"1.{n} {text}: {1 + n} okt 2026, {53 - n} dagen te laat" for n in range(5)],
        "… en nog 2 acties",
        "1 actie heeft een termijn binnen 90 dagen:",
        "2.1 Nota schrijven (Els Jan): 31 dec 2026, nog 38 dagen",
    ]


def test_report_tears_a_row_that_would_leave_most_of_a_page_empty() -> None:
    long = a_report(Status.ONGOING, "Opvolging via het actieplan van de stuurgroep. " * 30, MOMENT)
    high, low = table(made(an_action("7.1", reports=[long]), an_action("7.2"))).rows[2:]
    assert (qn("w:cantSplit") in {mark.tag for mark in high._tr.trPr or ()}) is False
    assert [mark.tag for mark in low._tr.trPr] == [qn("w:cantSplit")]


def test_report_table_has_the_merged_headings_of_the_source() -> None:
    found = table(made(an_action("7.1")))
    above, below = found.rows[0].cells, found.rows[1].cells
    assert [cell.text for cell in above] == ["Actie", "Kalender", "Verantwoordelijke(n)", "Opvolging", "Opvolging"]
    assert [cell.text for cell in below[3:]] == ["Stvz", "Commentaar"]
    assert [above[place]._tc is below[place]._tc for place in range(5)] == [True, True, True, False, False]
    assert above[3]._tc is above[4]._tc


def test_report_repeats_both_rows_of_headings_and_tears_no_row() -> None:
    found = table(made(an_action("7.1"), an_action("7.2")))
    marks = [{mark.tag for mark in row._tr.trPr} for row in found.rows]
    repeated, whole = qn("w:tblHeader"), qn("w:cantSplit")
    assert marks == [{repeated, whole}, {repeated, whole}, {whole}, {whole}]


def test_report_is_filled_for_the_moment_that_was_chosen() -> None:
    reports = [a_report(Status.ONGOING, "Net begonnen."), a_report(Status.COMPLETED, "Klaar.", MOMENT)]
    action = an_action("7.1", calendar="Dec 2026", reports=reports)
    then = made(action_as_of(action, (), DOCUMENT_MOMENT), moment=DOCUMENT_MOMENT)
    assert row(then) == [
        "7.1 Realisatie van de MEAL hervorming",
        "Dec 2026",
        "Directeur M&O",
        "Lopende",
        "Net begonnen.",
    ]
    assert row(made(action_as_of(action, (), MOMENT)))[3:] == ["Afgerond", "Klaar."]


def test_report_dates_what_was_said_before_the_moment() -> None:
    old = an_action("7.1", reports=[a_report(Status.ONGOING, "Net begonnen.")])
    assert row(made(old))[3:] == ["Lopende\nop 13 okt 2025", "Net begonnen."]
    silent = an_action("7.1", reports=[a_report(Status.ONGOING, "Net begonnen."), a_report(Status.ONGOING, "", MOMENT)])
    assert row(made(silent))[3:] == ["Lopende", "Net begonnen.\nop 13 okt 2025"]


def test_report_says_quietly_that_there_is_no_report_yet() -> None:
    cell = table(made(an_action("7.1"))).rows[2].cells[3]
    assert [(p.style.name, p.text) for p in cell.paragraphs] == [("Table Note", "Nog geen status")]
    assert row(made(an_action("7.1")))[4] == ""


def test_report_leaves_the_calendar_as_written_and_tells_beneath_what_became_of_it() -> None:
    reached = replace(START, reached_on=date(2027, 1, 4))
    action = an_action("7.1", MOVED, reached, calendar="• Ontwerp: dec 2026\n• In uitvoering: 2027")
    told = "Ontwerp: verschoven naar 31 mrt 2027\nIn uitvoering: gestart op 4 jan 2027"
    assert row(made(action))[1] == f"Ontwerp: dec 2026\nIn uitvoering: 2027\n{told}"


def test_report_names_the_deadline_only_where_there_are_several() -> None:
    alone = an_action("7.1", replace(MOVED, reached_on=date(2027, 3, 1)), calendar="dec 2026")
    assert row(made(alone))[1] == "dec 2026\nverschoven naar 31 mrt 2027; bereikt op 1 mrt 2027"
    earlier = an_action("7.1", replace(MOVED, period=due_on(date(2026, 10, 1))), calendar="dec 2026")
    assert row(made(earlier))[1] == "dec 2026\nvervroegd naar 1 okt 2026"


def test_report_says_why_a_deadline_moved_and_which_one_is_new() -> None:
    fresh = a_milestone(due_on(date(2027, 1, 29)), "Overleg")
    action = an_action("7.1", MOVED, fresh, calendar="dec 2026")
    journal = [
        a_line(action, Fact.PERIOD, DECEMBER_2026.code(), MOVED.period.code(), milestone="Ontwerp", reason="ziek"),
        a_line(action, Fact.PERIOD, None, fresh.period.code(), milestone="Overleg"),
    ]
    told = "Ontwerp: verschoven naar 31 mrt 2027. Reden: ziek\nOverleg: vastgelegd op 29 jan 2027"
    assert row(made(action, journal=journal))[1] == f"dec 2026\n{told}"
    alike = an_action("7.1", replace(fresh, id=fresh.id + 1000), calendar="dec 2026")
    assert row(made(alike, journal=journal))[1] == "dec 2026"


def test_report_gives_the_agreements_of_that_moment_alone() -> None:
    agreed = (
        Agreed(DOCUMENT_MOMENT, Agreement("Oude afspraak", "", None)),
        Agreed(MOMENT, Agreement("Nota bezorgen", "Els", date(2026, 12, 5))),
    )
    action = replace(an_action("7.1", reports=[a_report(Status.ONGOING, "Loopt.", MOMENT)]), agreements=agreed)
    assert row(made(action))[4] == "Loopt.\nAfspraak: Nota bezorgen (Els, tegen 5 dec 2026)"


def test_report_never_holds_an_internal_remark() -> None:
    report = replace(a_report(Status.ONGOING, "Loopt.", MOMENT), internal="GEHEIM")
    journal = [a_line(an_action("7.1"), Fact.INTERNAL, None, "GEHEIM", reason="GEHEIM")]
    with zipfile.ZipFile(BytesIO(made(an_action("7.1", reports=[report]), journal=journal))) as archive:
        parts = b"".join(map(archive.read, archive.namelist()))
    assert b"Loopt." in parts
    assert b"GEHEIM" not in parts


def test_report_tells_how_management_answered_and_whether_it_is_realised() -> None:
    asked = replace(
        a_recommendation(1),
        acceptance=Acceptance.PARTIALLY_ACCEPTED,
        acceptance_reason="te duur",
        realisation=Realisation(True, "de nota is goedgekeurd"),
    )
    found = lines(made(asked=[asked]))
    assert "Gedeeltelijk aanvaard: te duur" in found
    assert "Gerealiseerd: de nota is goedgekeurd" in found
    assert "Nog niet gerealiseerd: geen tijd" in lines(
        made(asked=[replace(asked, realisation=Realisation(False, "geen tijd"))])
    )


def test_report_says_that_there_is_no_answer() -> None:
    silent = replace(a_recommendation(1), answer="", acceptance=None)
    assert "Er staat geen antwoord in het document." in lines(made(asked=[silent]))
    assert "Er staat geen antwoord in het document." not in lines(made(asked=[replace(silent, answer="Akkoord.")]))


def test_report_says_in_words_that_a_recommendation_has_no_actions() -> None:
    rejected = replace(a_recommendation(1), acceptance=Acceptance.REJECTED, acceptance_reason="niet haalbaar")
    data = made(asked=[rejected, a_recommendation(2)])
    assert Document(BytesIO(data)).tables == []
    assert lines(data).count("Deze aanbeveling is niet aanvaard. Er horen geen acties bij.") == 1
    assert lines(data).count("Bij deze aanbeveling horen geen acties.") == 1


def test_report_puts_each_action_under_its_own_recommendation() -> None:
    found = Document(BytesIO(made(an_action("1.1"), an_action("2.1"), an_action("2.2")))).tables
    assert [[row.cells[0].text[:3] for row in table.rows[2:]] for table in found] == [["1.1"], ["2.1", "2.2"]]


def test_report_survives_whatever_people_type() -> None:
    long = "lang " * 20_000 + "einde"
    report = a_report(Status.ONGOING, f"=SOM(A1) & <b>\x00\x1b\x0bregel\ud800twee\n{long}", MOMENT)
    action = an_action("7.1", text="\x07", calendar="", responsible="\t", reports=[report])
    number, calendar, responsible, _, comment = row(made(action))
    assert (number, calendar, responsible) == ("7.1 ", "", "")
    assert comment == f"=SOM(A1) & <b>\nregel\N{REPLACEMENT CHARACTER}twee\n{long}"


def test_report_lies_on_a4_in_dutch_with_its_moment_and_page_numbers_below() -> None:
    document = Document(BytesIO(made(an_action("7.1"))))
    section = document.sections[0]
    assert (round(section.page_width / Cm(1), 1), round(section.page_height / Cm(1), 1)) == (29.7, 21.0)
    assert section.footer.paragraphs[0].text == (
        "Stand van zaken op 23 nov 2026 · gemaakt op 24 nov 2026, 10:00\tBlad 1 van 1"
    )
    codes = [code.text for code in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "nl-BE"


def test_report_of_an_open_moment_says_that_it_may_still_change() -> None:
    document = Document(BytesIO(made(an_action("7.1"), moment=replace(MOMENT, closed_at=None, closed_by=None))))
    assert document.sections[0].footer.paragraphs[0].text.startswith("Stand van zaken op 23 nov 2026 (open) ·")
    assert document.paragraphs[5].text.endswith("(voorlopig: dit opvolgingsmoment is nog open)")


def test_report_bears_its_own_properties_and_no_traces() -> None:
    data = made(an_action("7.1"))
    properties = Document(BytesIO(data)).core_properties
    assert properties.title == "Managementrespons, stand van zaken op 23 nov 2026"
    assert (properties.subject, properties.author) == (RESPONSE.subject, "Opvolging managementrespons")
    assert properties.created == properties.modified == AT
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name or "app.xml" in name]
        assert b"python" not in b"".join(map(archive.read, archive.namelist())).lower()
