"""The Excel overview, opened again the way a person's program opens it: what stands in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from builders import (
    AT,
    CONTINUOUS,
    DECEMBER_2026,
    DOCUMENT_MOMENT,
    RESPONSE,
    TODAY,
    a_milestone,
    a_report,
    an_action,
    document_actions,
    starting,
)
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from mrdb.domain.basis import Basis
from mrdb.domain.response import Action, Agreed, Agreement
from mrdb.domain.status import Status
from mrdb.exchange.cell_text import LONGEST, cell_text
from mrdb.exchange.excel import overview_workbook
from mrdb.exchange.row_key import RowKey

HEADINGS = ["Nr", "Aanbeveling", "Actie", "Kalender", "Termijn", "Verantwoordelijke(n)", "Stvz", "Commentaar"]
JOURNAL = Basis("f" * 8, 340, "0" * 8, AT)
AUTUMN = replace(DOCUMENT_MOMENT, id=2, date=date(2026, 10, 5), title="Stuurgroep")


def opened_book(actions: Sequence[Action], *, with_internal: bool = False, address: str = "") -> Workbook:
    made = overview_workbook(actions, TODAY, basis=JOURNAL, with_internal=with_internal, address=address)
    return load_workbook(BytesIO(made))


def opened(actions: Sequence[Action], name: str = "Overzicht") -> Worksheet:
    sheet = opened_book(actions)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def headings(sheet: Worksheet) -> list[object]:
    return [cell.value for cell in sheet[1]]


def column(sheet: Worksheet, heading: str) -> list[object]:
    """What stands below a heading, in the table itself."""
    position = headings(sheet).index(heading) + 1
    (table,) = sheet.tables.values()
    return [sheet.cell(row, position).value for row in range(2, int(table.ref.split("1:")[1][1:]) + 1)]


def the_cell(sheet: Worksheet, heading: str, row: int = 2) -> object:
    return sheet.cell(row, headings(sheet).index(heading) + 1)


def test_excel_has_seven_sheets_and_opens_on_the_summary() -> None:
    names = ["Samenvatting", "Overzicht", "Aanbevelingen", "Mijlpalen", "Afspraken", "Historiek", "Leeswijzer"]
    assert opened_book(document_actions()).sheetnames == names


def test_excel_has_one_row_an_action_under_the_agreed_headings() -> None:
    actions = document_actions()
    sheet = opened(actions)
    assert headings(sheet) == [*HEADINGS, "Mijlpalen", "Sleutel"]
    assert column(sheet, "Nr") == [action.number for action in actions]
    assert sheet["B12"].value == "7. Bevorder gezamenlijke analyses en dossiervorming tussen diensten"


def test_excel_has_one_row_a_milestone() -> None:
    actions = document_actions()
    sheet = opened(actions, "Mijlpalen")
    assert headings(sheet) == [
        "Nr", "Actie", "Mijlpaal", "Termijn", "Nieuwe termijn", "Reden", "Bereikt op", "Sleutel",
    ]  # fmt: skip
    assert column(sheet, "Nr") == [action.number for action in actions for _ in action.milestones]
    of_7_1 = [row for row in sheet.iter_rows(min_row=2, max_col=7, values_only=True) if row[0] == "7.1"]
    assert [row[2:] for row in of_7_1] == [
        ("Ontwerp en voorbereiding", datetime(2026, 12, 31), None, None, None),  # noqa: DTZ001
        ("In uitvoering", "vanaf 1 jan 2027", None, None, None),
    ]


def test_excel_milestone_shows_its_first_date_where_one_moved_and_the_day_it_was_reached() -> None:
    moved = a_milestone(DECEMBER_2026, first_period=starting(date(2026, 6, 1)))
    sheet = opened([an_action("1.1", moved, a_milestone(DECEMBER_2026, reached_on=TODAY))], "Mijlpalen")
    assert column(sheet, "Eerste termijn") == ["vanaf 1 jun 2026", None]
    assert column(sheet, "Bereikt op") == [None, datetime(2026, 11, 23)]  # noqa: DTZ001


def test_excel_has_every_recommendation_with_the_answer_and_its_actions() -> None:
    sheet = opened(document_actions(), "Aanbevelingen")
    assert column(sheet, "Nr") == [str(number) for number in range(1, 9)]
    assert column(sheet, "Acties")[6] == "7.1, 7.2, 7.3"
    assert set(column(sheet, "Antwoord van het management")) == {"Akkoord met deze aanbeveling."}
    assert set(column(sheet, "Aanvaard?")) == {"Aanvaard"}


def test_excel_spreads_an_answer_that_one_row_cannot_show() -> None:
    action = an_action("1.1")
    answer = "\n\n".join(f"Alinea {n}: " + "akkoord met het belang hiervan. " * 20 for n in range(6))
    recommendation = replace(action.recommendation, answer=answer)
    sheet = opened([replace(action, recommendation=recommendation)], "Aanbevelingen")
    parts = column(sheet, "Antwoord van het management")
    assert len(parts) > 1
    assert "".join(map(str, parts)).split() == answer.split()
    assert all((sheet.row_dimensions[row].height or 0) < 409 for row in range(2, sheet.max_row + 1))
    assert [str(title).endswith("(vervolg)") for title in column(sheet, "Aanbeveling")] == [
        False,
        *[True] * (len(parts) - 1),
    ]


def test_excel_history_has_every_report_of_every_moment() -> None:
    first, second = a_report(Status.ONGOING, "gestart"), a_report(Status.COMPLETED, "klaar", AUTUMN)
    sheet = opened([an_action("1.1", reports=[first, second]), an_action("1.2")], "Historiek")
    assert column(sheet, "Nr") == ["1.1", "1.1"]
    assert column(sheet, "Stvz") == ["Lopende", "Afgerond"]
    assert column(sheet, "Commentaar") == ["gestart", "klaar"]
    assert column(sheet, "Datum") == [datetime(2025, 10, 13), datetime(2026, 10, 5)]  # noqa: DTZ001
    assert column(sheet, "Ingevuld door") == ["Serge Beel"] * 2


def test_excel_due_is_a_real_date_in_dutch_format() -> None:
    sheet = opened(document_actions())
    by_number = dict(zip(column(sheet, "Nr"), column(sheet, "Termijn"), strict=True))
    assert {by_number[number] for number in ("7.1", "7.2", "8.1", "8.2")} == {datetime(2026, 12, 31)}  # noqa: DTZ001
    assert (sheet["E12"].is_date, sheet["E12"].number_format) == (True, "dd/mm/yyyy")


def test_excel_due_without_a_deadline_says_what_is_known_and_guesses_nothing() -> None:
    sheet = opened(
        [
            an_action("1.1", a_milestone(CONTINUOUS)),
            an_action("1.2", a_milestone(None, "opnemen in vormingsbeleid")),
            an_action("1.3", a_milestone(starting(date(2027, 1, 1)))),
            an_action("1.4", a_milestone(DECEMBER_2026, reached_on=TODAY)),
        ]
    )
    assert column(sheet, "Termijn") == ["Doorlopend", None, "vanaf 1 jan 2027", None]


def test_excel_shows_the_last_status_and_comment() -> None:
    reports = [a_report(Status.ONGOING, "gestart"), a_report(Status.COMPLETED, "klaar", DOCUMENT_MOMENT)]
    sheet = opened([an_action("1.1", reports=reports)])
    assert (sheet["G2"].value, sheet["H2"].value) == ("Afgerond", "klaar")


def test_excel_shows_where_a_character_stood_that_it_cannot_hold() -> None:
    cell = opened([an_action("1.1", text="a\x00b\ud800c\uffffd\x0be\r\nf")])["C2"]
    assert cell.value == "a\ufffdb\ufffdc\ufffdd\ne\nf"


def test_excel_says_so_when_a_text_does_not_fit_in_a_cell() -> None:
    text = "woord " * 10_000
    cell = opened([an_action("1.1", text=text)])["C2"]
    assert isinstance(cell.value, str)
    assert len(cell.value) <= LONGEST
    assert cell.value.endswith("… [ingekort: de volledige tekst telt 60.000 tekens en staat in het programma]")


def test_excel_counts_characters_as_excel_does() -> None:
    fits, does_not = "\U0001f30d" * (LONGEST // 2), "\U0001f30d" * (LONGEST // 2 + 1)
    assert cell_text(fits) == fits
    shortened = cell_text(does_not)
    assert shortened is not None
    assert len(shortened.encode("utf-16-le")) // 2 <= LONGEST
    assert "ingekort" in shortened


def test_excel_status_is_empty_without_a_report() -> None:
    sheet = opened(document_actions())
    stated = {number for number, status in zip(column(sheet, "Nr"), column(sheet, "Stvz"), strict=True) if status}
    assert stated == {"3.2", "4.1", "4.2", "5.2", "5.3"}
    assert set(column(sheet, "Stvz")) == {None, "Lopende"}


@pytest.mark.parametrize("text", ["=1+1", "+32 475", "- eerst overleggen", "@klimaat", "\t=1", "#N/A", "#REF!", "007"])
def test_excel_keeps_text_as_text_on_every_sheet(text: str) -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026, text), text=text, calendar=text, responsible=text)
    recommendation = replace(action.recommendation, title=text, text=text, answer=text)
    report = replace(a_report(Status.ONGOING, text), author=text, internal=text)
    agreed = Agreed(DOCUMENT_MOMENT, Agreement(text, text, None))
    whole = replace(action, recommendation=recommendation, reports=(report,), agreements=(agreed,))
    book = opened_book([whole], with_internal=True)
    assert not [cell.coordinate for sheet in book for row in sheet for cell in row if cell.data_type in {"f", "e"}]
    as_typed = [cell for sheet in book for row in sheet for cell in row if cell.value == text]
    assert [sheet.title for sheet in book for row in sheet for cell in row if cell.value == text] == [
        *["Samenvatting"] * 2, *["Overzicht"] * 5, *["Aanbevelingen"] * 3, *["Mijlpalen"] * 2, *["Afspraken"] * 3,
        *["Historiek"] * 4,
    ]  # fmt: skip
    assert {cell.data_type for cell in as_typed} == {"s"}
    assert {bool(cell.quotePrefix) for cell in as_typed} == {text[0] in "=+-@\t"}


def test_excel_hidden_keys_tell_action_milestone_and_journal() -> None:
    milestones = a_milestone(CONTINUOUS), a_milestone(DECEMBER_2026)
    action = an_action("1.1", *milestones)
    book = opened_book([action])
    assert keys(book["Overzicht"]) == [RowKey.of(action, JOURNAL)]
    assert keys(book["Mijlpalen"]) == [RowKey.of(action, JOURNAL, milestone.id) for milestone in milestones]
    for name, letter in (("Overzicht", "J"), ("Mijlpalen", "H")):
        assert book[name][f"{letter}1"].value == "Sleutel"
        assert book[name].column_dimensions[letter].hidden


def keys(sheet: Worksheet) -> list[RowKey | None]:
    return [RowKey.from_code(str(code)) for code in column(sheet, "Sleutel")]


def test_excel_keeps_internal_remarks_to_those_who_ask() -> None:
    report = replace(a_report(Status.ONGOING, "gestart"), internal="gevoelig: wacht op budget")
    actions = [an_action("1.1", a_milestone(DECEMBER_2026), reports=[report])]
    public = ZipFile(BytesIO(overview_workbook(actions, TODAY, basis=JOURNAL)))
    assert not [name for name in public.namelist() if b"gevoelig" in public.read(name)]
    assert not [name for name in public.namelist() if b"Interne opmerking<" in public.read(name)]
    inside = opened_book(actions, with_internal=True)
    assert headings(inside["Overzicht"])[:9] == [*HEADINGS, "Interne opmerking"]
    assert column(inside["Overzicht"], "Interne opmerking") == ["gevoelig: wacht op budget"]
    assert column(inside["Historiek"], "Interne opmerking") == ["gevoelig: wacht op budget"]
    assert "INTERN" in inside["Overzicht"].oddHeader.left.text


def test_excel_of_no_actions_is_sheets_with_headings() -> None:
    book = opened_book([])
    assert headings(book["Overzicht"])[:8] == HEADINGS
    assert [len(sheet.tables) for sheet in book] == [0] * 7
    assert book["Historiek"]["A2"].value == "Over deze acties is nog niets gerapporteerd."


def test_excel_tells_the_document_of_every_row_where_there_are_several() -> None:
    other = replace(RESPONSE, id=2, subject="Eindevaluatie Zuid", date=date(2026, 3, 16))
    step, report = a_milestone(DECEMBER_2026), a_report(Status.ONGOING)
    book = opened_book([an_action("1.1", step, response=of, reports=[report]) for of in (RESPONSE, other)])
    assert [book["Samenvatting"][f"A{row}"].value for row in (3, 4)] == [
        f"{RESPONSE.subject}, 13 okt 2025",
        "Eindevaluatie Zuid, 16 mrt 2026",
    ]
    for name in ("Overzicht", "Aanbevelingen", "Mijlpalen", "Historiek"):
        assert headings(book[name])[:2] == ["Nr", "Managementrespons"]
        assert column(book[name], "Managementrespons") == ["Klimaat en migratie", "Eindevaluatie Zuid"]
        assert book[name].freeze_panes == "C2"
        assert book[name].oddHeader.left.text == "&BOpvolging managementrespons&B"


def test_excel_of_an_earlier_day_is_only_read() -> None:
    data = overview_workbook(document_actions(), TODAY, basis=None)
    book = load_workbook(BytesIO(data))
    assert not {"Sleutel", "Nieuwe termijn", "Reden"} & {cell.value for sheet in book for cell in sheet[1]}
    assert all(cell.protection.locked for sheet in book for row in sheet for cell in row)
