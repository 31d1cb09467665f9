"""What a file says to who reads no further: the summary of the Excel overview, its agreements, why deadlines moved."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from builders import (
    AT,
    DECEMBER_2026,
    DOCUMENT_MOMENT,
    TODAY,
    a_line,
    a_milestone,
    a_report,
    an_action,
    document_actions,
    due_on,
    starting,
)
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from streamlit.testing.v1 import AppTest
from test_exchange_excel import JOURNAL, column, headings, opened

from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, Agreed, Agreement, Change, Done
from mrdb.domain.status import Status
from mrdb.exchange.excel import overview_workbook
from mrdb.startup import prepared_database
from mrdb.store.database import read_only
from mrdb.store.queries import actions, basis

Open = Callable[..., AppTest]
PAST = date(2026, 11, 2)


def counts(sheet: Worksheet) -> dict[str, int]:
    found = sheet.iter_rows(min_row=4, max_col=2, values_only=True)
    return {str(label): n for n, label in found if isinstance(n, int)}


def listed(sheet: Worksheet) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The rows under *Te laat* and those under *Binnenkort*, without their headings."""
    rows = list(sheet.iter_rows(values_only=True))
    late = next(place for place, row in enumerate(rows) if row[0] == "Te laat")
    soon = next(place for place, row in enumerate(rows) if str(row[0]).startswith("Binnenkort"))
    return [row for row in rows[late + 2 : soon] if row[1]], [row for row in rows[soon + 2 :] if row[1]]


def with_journal(promised: Sequence[Action], journal: Sequence[Change]) -> Worksheet:
    made = overview_workbook(promised, TODAY, basis=JOURNAL, journal=journal)
    return load_workbook(BytesIO(made))["Overzicht"]


def test_excel_summary_counts_what_the_tiles_of_overzicht_count(open_page: Open) -> None:
    page = open_page()
    with read_only(prepared_database()) as session:
        made = overview_workbook(actions(session), TODAY, basis=basis(session))
    sheet = load_workbook(BytesIO(made))["Samenvatting"]
    tiles = [re.fullmatch(r"\*\*(\d+)\*\* (.+)", one) for one in page.button_group(key="tiles").options]
    assert counts(sheet) == {tile[2]: int(tile[1]) for tile in tiles if tile}
    late, soon = listed(sheet)
    assert (len(late), len(soon)) == (counts(sheet)["Te laat"], counts(sheet)["Binnenkort"]) != (0, 0)


def test_excel_summary_lists_what_is_late_and_what_is_due_soon_the_earliest_first() -> None:
    late = [an_action("1.1", a_milestone(due_on(PAST))), an_action("1.2", a_milestone(due_on(date(2026, 10, 1))))]
    soon = [an_action("2.1", a_milestone(DECEMBER_2026)), an_action("2.2", a_milestone(starting(date(2026, 12, 1))))]
    done = an_action("3.1", a_milestone(due_on(PAST)), reports=[a_report(Status.COMPLETED, "klaar")])
    sheet = opened([*late, *soon, done], "Samenvatting")
    assert [sheet["A1"].value, sheet["A2"].value] == ["Waar staan we?", "Stand op maandag 23 november 2026"]
    text, who = "Realisatie van de MEAL hervorming", "Directeur M&O"
    assert listed(sheet) == (
        [
            ("1.2", text, who, datetime(2026, 10, 1), "53 dagen te laat"),  # noqa: DTZ001
            ("1.1", text, who, datetime(2026, 11, 2), "21 dagen te laat"),  # noqa: DTZ001
        ],
        [
            ("2.2", text, who, datetime(2026, 12, 1), "nog 8 dagen"),  # noqa: DTZ001
            ("2.1", text, who, datetime(2026, 12, 31), "nog 38 dagen"),  # noqa: DTZ001
        ],
    )
    assert {cell.value: cell.hyperlink.location for cell in sheet["A"] if cell.hyperlink} == {
        "1.1": "'Overzicht'!A2",
        "1.2": "'Overzicht'!A3",
        "2.1": "'Overzicht'!A4",
        "2.2": "'Overzicht'!A5",
    }


def test_excel_summary_says_that_nothing_is_late_and_stops_a_list_that_is_too_long() -> None:
    told = [row[0] for row in opened([an_action("1.1")], "Samenvatting").iter_rows(values_only=True)]
    assert {"Geen enkele actie is te laat.", "Binnen 90 dagen valt er geen termijn."} <= set(told)
    many = [an_action(f"1.{n}", a_milestone(due_on(PAST))) for n in range(40)]
    sheet = opened(many, "Samenvatting")
    assert (counts(sheet)["Te laat"], len(listed(sheet)[0])) == (40, 25)
    assert "… en nog 15 acties" in [cell.value for cell in sheet["A"]]


def test_excel_says_beside_the_deadline_why_it_moved() -> None:
    moved = a_milestone(due_on(date(2027, 3, 31)), "Ontwerp", first_period=DECEMBER_2026)
    action = an_action("7.1", moved)
    old, new = DECEMBER_2026.code(), moved.period.code() if moved.period else ""
    journal = [a_line(action, Fact.PERIOD, old, new, milestone="Ontwerp", reason="de directeur start")]
    sheet = with_journal([action, an_action("7.2")], journal)
    assert headings(sheet)[4:6] == ["Termijn", "Wat er met de termijn gebeurde"]
    assert column(sheet, "Wat er met de termijn gebeurde") == [
        "Verschoven naar 31 mrt 2027. Reden: de directeur start",
        None,
    ]
    assert sheet.print_area == "'Overzicht'!$A$1:$I$3"
    assert "Wat er met de termijn gebeurde" not in headings(with_journal(document_actions(), []))


def test_excel_lists_agreements_the_open_ones_first_and_marks_what_is_late() -> None:
    done = Done(9, "An", AT)
    agreed = (
        Agreed(DOCUMENT_MOMENT, Agreement("de zaal boeken", "Jan", None), done),
        Agreed(DOCUMENT_MOMENT, Agreement("de nota bezorgen", "Els", PAST)),
        Agreed(replace(DOCUMENT_MOMENT, title="Stuurgroep"), Agreement("=de raad vragen", "", date(2026, 12, 5))),
    )
    sheet = opened([replace(an_action("7.1"), agreements=agreed)], "Afspraken")
    assert headings(sheet) == [
        "Nr", "Actie", "Wat er afgesproken is", "Wie", "Tegen", "Opvolgingsmoment", "Gedaan",
    ]  # fmt: skip
    assert column(sheet, "Wat er afgesproken is") == ["de nota bezorgen", "=de raad vragen", "de zaal boeken"]
    assert column(sheet, "Wie") == ["Els", None, "Jan"]
    assert column(sheet, "Opvolgingsmoment")[1] == "13 okt 2025 – Stuurgroep"
    assert column(sheet, "Gedaan") == [None, None, "gedaan volgens An, 23 nov 2026, 10:00"]
    assert [cell.number_format == 'dd/mm/yyyy" ▲"' for cell in sheet["E"][1:]] == [True, False, False]
    assert sheet.oddFooter.left.text == "▲ = termijn verstreken"
