"""Somebody's own list: its headings, its letters, its words and its dates, and what becomes of its rows."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from mrdb.domain.draft import DoubtKind
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.domain.period import Precision
from mrdb.domain.returned import ReturnPlan, RowKind, Why
from mrdb.domain.status import Status
from mrdb.exchange.cell_values import read_number
from mrdb.exchange.list_document import document_of
from mrdb.exchange.plain_list import (
    Agreed,
    PlainList,
    ambiguous_dates,
    is_day_first,
    list_rows,
    proposed_columns,
    read_list,
    status_words,
)
from mrdb.intake import plan_list
from mrdb.reading.phrases import READERS
from mrdb.startup import prepared_database
from mrdb.store.database import read_only
from mrdb.store.queries import actions

TODAY = date(2026, 11, 23)
HEADINGS = ["Nr.", "Aanbeveling", "Maatregel", "Deadline", "Trekker", "Voortgang", "Opmerkingen", "Budget"]
ROWS: list[list[object]] = [
    ["1.1", "1. Versterk de partners", "Overleg met de coördinatie", "30/06/2026", "Directeur Zuid", "bezig", "", 100],
    ["1.2", None, "Handleiding schrijven", "najaar 2027", "Dienst Partners en MEAL-coördinator", "", "", None],
    ["2.1", "2. Vereenvoudig", "Nieuw sjabloon", None, "", "uitgevoerd", "Klaar in mei – zie nota.", None],
]


def a_workbook(rows: list[list[object]], headings: list[str] = HEADINGS, merge: str = "") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Opvolging van de evaluatie"])
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def a_csv(rows: list[list[object]], separator: str, headings: list[str] = HEADINGS) -> str:
    cells = [headings, *([("" if cell is None else str(cell)) for cell in row] for row in rows)]
    return "\r\n".join(separator.join(f'"{cell}"' if separator in cell else cell for cell in row) for row in cells)


def agreed(plain: PlainList) -> Agreed:
    """What is proposed, taken as it is."""
    columns = proposed_columns(plain.head)
    known = {word: status for word, status in status_words(plain, columns).items() if status}
    return Agreed(columns, known, is_day_first(plain, columns))


def numbers(plain: PlainList) -> list[str]:
    return [row.text(Fact.NUMBER) for row in list_rows(plain, agreed(plain), frozenset()).typed]


def test_list_headings_are_recognised_and_the_others_stay_outside() -> None:
    plain = read_list("lijst.xlsx", a_workbook(ROWS))
    assert {plain.columns[column]: of for of, column in proposed_columns(plain.head).items()} == {
        "Nr.": Fact.NUMBER,
        "Aanbeveling": Fact.RECOMMENDATION,
        "Maatregel": Fact.ACTION_TEXT,
        "Deadline": Fact.CALENDAR,
        "Trekker": Fact.RESPONSIBLE,
        "Voortgang": Fact.STATUS,
        "Opmerkingen": Fact.COMMENT,
    }


def test_list_headings_in_english_are_recognised() -> None:
    headings = ["No", "Recommendation", "Key action", "Due date", "Responsible person", "Status", "Remarks"]
    plain = read_list("list.xlsx", a_workbook([row[:7] for row in ROWS], headings))
    assert list(proposed_columns(plain.head)) == [
        Fact.NUMBER, Fact.RECOMMENDATION, Fact.ACTION_TEXT, Fact.CALENDAR, Fact.RESPONSIBLE, Fact.STATUS, Fact.COMMENT,
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_list_csv_is_read_whatever_wrote_it(encoding: str, separator: str) -> None:
    plain = read_list("lijst.csv", a_csv(ROWS, separator).encode(encoding))
    rows = list_rows(plain, agreed(plain), frozenset()).typed
    assert [row.text(Fact.NUMBER) for row in rows] == ["1.1", "1.2", "2.1"]
    assert rows[0].text(Fact.ACTION_TEXT) == "Overleg met de coördinatie"
    assert rows[2].values[Fact.STATUS] == Status.COMPLETED
    assert rows[2].text(Fact.COMMENT) == "Klaar in mei – zie nota."
    assert (rows[0].place.sheet, rows[0].place.cell) == ("", "A2")


def test_list_recommendation_counts_for_the_rows_below_also_in_merged_cells() -> None:
    plain = read_list("lijst.xlsx", a_workbook(ROWS, merge="B3:B4"))
    filled = list_rows(plain, agreed(plain), frozenset())
    assert filled.problems == []
    assert [row.text(Fact.RECOMMENDATION) for row in filled.typed] == ["1. Versterk de partners"] * 2 + [
        "2. Vereenvoudig"
    ]


@pytest.mark.parametrize(
    ("row", "why", "cell"),
    [
        (["1.1", "1", "Overleg", "09-01", "", "", ""], Why.AMBIGUOUS_DATE, "D3"),
        (["1.1", "1", "Overleg", "31/02/2027", "", "", ""], Why.NO_SUCH_DATE, "D3"),
        (["1.1", "1", "Overleg", "", "", "half", ""], Why.UNKNOWN_STATUS, "F3"),
        (["1.1", "1", "=A1", "", "", "", ""], Why.FORMULA, "C3"),
    ],
)
def test_list_mistake_is_named_with_its_cell(row: list[object], why: Why, cell: str) -> None:
    plain = read_list("lijst.xlsx", a_workbook([row, ROWS[1]]))
    filled = list_rows(plain, agreed(plain), frozenset())
    assert [(problem.why, problem.place.cell) for problem in filled.problems] == [(why, cell)]
    assert [line.text(Fact.NUMBER) for line in filled.typed] == ["1.2"]


def calendars(dates: list[str], *, day_first: bool | None = None) -> list[str]:
    rows: list[list[object]] = [[f"1.{n}", "1", "Doen", day] for n, day in enumerate(dates, start=1)]
    plain = read_list("lijst.csv", a_csv(rows, ";", HEADINGS[:4]).encode())
    columns = proposed_columns(plain.head)
    order = is_day_first(plain, columns) if day_first is None else day_first
    return [row.text(Fact.CALENDAR) for row in list_rows(plain, Agreed(columns, {}, order), frozenset()).typed]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("2,1", "2.1"),
        ("2.1.", "2.1"),
        ("Actie 2.1", "2.1"),
        ("Actie nr. 2,1 ", "2.1"),
        ("Nr.2", "2"),
        (2.1, "2.1"),
        (3, "3"),
        ("5a", "5a"),
        ("Nota 3", "Nota 3"),
        (None, ""),
    ],
)
def test_list_number_is_read_as_people_type_it(typed: object, number: str) -> None:
    assert read_number(typed) == number


def test_list_number_that_became_a_date_is_a_mistake() -> None:
    rows: list[list[object]] = [[datetime(2026, 1, 2), "2", "Doen"], ["2,2", "2", "Ook doen"]]  # noqa: DTZ001
    plain = read_list("lijst.xlsx", a_workbook(rows, HEADINGS[:3]))
    filled = list_rows(plain, agreed(plain), frozenset())
    assert [(problem.why, problem.found) for problem in filled.problems] == [(Why.NUMBER_IS_DATE, "02/01/2026")]
    assert [row.text(Fact.NUMBER) for row in filled.typed] == ["2.2"]


def test_list_date_that_reads_two_ways_is_asked_about_and_follows_the_answer() -> None:
    plain = read_list("lijst.csv", b"Nr;Actie;Deadline\n1.1;Doen;03/04/2026\n1.2;Doen;05/05/2026\n")
    assert ambiguous_dates(plain, proposed_columns(plain.head)) == ["03/04/2026"]
    assert calendars(["03/04/2026"], day_first=True) == ["03/04/2026"]
    assert calendars(["03/04/2026"], day_first=False) == ["4 mrt 2026"]


def test_list_other_dates_show_which_number_is_the_day() -> None:
    assert calendars(["03/04/2026", "03/25/2026"]) == ["4 mrt 2026", "25 mrt 2026"]
    assert calendars(["03/04/2026", "25/03/2026"]) == ["03/04/2026", "25/03/2026"]


def test_list_real_date_and_words_stay_what_they_are() -> None:
    rows: list[list[object]] = [["1.1", "1", "Doen", datetime(2027, 3, 31)], ["1.2", "1", "Doen", "begin 2027"]]  # noqa: DTZ001
    plain = read_list("lijst.xlsx", a_workbook(rows, HEADINGS[:4]))
    assert [row.text(Fact.CALENDAR) for row in list_rows(plain, agreed(plain), frozenset()).typed] == [
        "31 mrt 2027",
        "begin 2027",
    ]


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("leeg.csv", b"", FileFault.EMPTY),
        ("een.csv", b"een regel\nnog een regel\n", FileFault.NO_LIST),
        ("titels.csv", b"Nr;Actie\n", FileFault.NO_LIST),
        ("nul.csv", b"Nr;Actie\n1;a\0b\n", FileFault.NOT_TEXT),
        ("lang.csv", b"Nr;Actie\n" + b"1;a\n" * 60_001, FileFault.TOO_MANY_ROWS),
        ("breed.csv", b'Nr;Actie\n1;"' + b"a" * 200_000 + b'"\n', FileFault.DAMAGED),
        ("leeg.xlsx", a_workbook([], []), FileFault.NO_LIST),
    ],
)
def test_list_that_is_none_is_told(name: str, data: bytes, fault: FileFault) -> None:
    with pytest.raises(UnreadableUpload) as unreadable:
        read_list(name, data)
    assert unreadable.value.fault == fault


def test_list_becomes_a_management_response_to_be_mended() -> None:
    plain = read_list("lijst.xlsx", a_workbook(ROWS))
    rows = list_rows(plain, agreed(plain), frozenset()).typed
    document = document_of(plain, rows, "Zuidwerking", date(2025, 3, 1), READERS)
    assert [(part.number, part.title) for part in document.draft.recommendations] == [
        ("1", "Versterk de partners"),
        ("2", "Vereenvoudig"),
    ]
    action = document.draft.recommendations[0].actions[1]
    assert (action.number, action.responsibles) == ("1.2", ("Dienst Partners", "MEAL-coördinator"))
    assert [one.period.precision for one in action.milestones if one.period] == [Precision.SEASON]
    assert document.doubts == ()
    assert [document.source.lines[start - 1][:3] for start in document.source.starts] == ["1.1", "2.1"]


def recommendations_of(said: list[str]) -> list[tuple[str, str, int]]:
    """Number, title and how many actions, of a list whose actions have no numbers."""
    rows = "".join(f"{word};Doen {n}\n" for n, word in enumerate(said))
    plain = read_list("lijst.csv", f"Aanbeveling;Actie\n{rows}".encode())
    typed = list_rows(plain, agreed(plain), frozenset()).typed
    parts = document_of(plain, typed, "Zuidwerking", date(2025, 3, 1), READERS).draft.recommendations
    return [(part.number, part.title, len(part.actions)) for part in parts]


@pytest.mark.parametrize(
    ("said", "number", "title"),
    [
        ("7. Eerste", "7", "Eerste"),
        ("7: Eerste", "7", "Eerste"),
        ("7) Eerste", "7", "Eerste"),
        ("7 – Eerste", "7", "Eerste"),
        ("7 - Eerste", "7", "Eerste"),
        ("7", "7", ""),
        ("Aanbeveling 7", "7", ""),
        ("Aanbeveling 7 Eerste", "7", "Eerste"),
        ("Recommendation 7: Eerste", "7", "Eerste"),
        ("3 jaar na de start evalueren", "1", "3 jaar na de start evalueren"),
        ("2025 plan", "1", "2025 plan"),
        ("2025-2030 plannen", "1", "2025-2030 plannen"),
        ("3-jarig plan", "1", "3-jarig plan"),
        ("3.5 procent meer", "1", "3.5 procent meer"),
    ],
)
def test_list_recommendation_number_is_told_from_a_title_that_begins_with_one(
    said: str, number: int, title: str
) -> None:
    assert recommendations_of([said]) == [(number, title, 1)]


@pytest.mark.parametrize(
    "said", [["2. Eerste", "2", "eerste"], ["2", "Eerste", "Aanbeveling 2: Eerste"], ["Eerste", "2", "2. Eerste"]]
)
def test_list_recommendation_by_its_number_or_its_title_alone_is_the_same_one(said: list[str]) -> None:
    ((number, title, actions),) = recommendations_of(said)
    assert (number, title.lower(), actions) == ("2", "eerste", 3)


def test_list_recommendation_without_a_number_takes_one_that_no_other_row_has() -> None:
    assert recommendations_of(["Samenwerken", "1. Eerste", "Samenwerken"]) == [
        ("2", "Samenwerken", 2),
        ("1", "Eerste", 1),
    ]


def test_list_recommendations_with_one_number_and_two_titles_stay_apart() -> None:
    assert recommendations_of(["1. Eerste", "1. Tweede"]) == [("1", "Eerste", 1), ("1", "Tweede", 1)]


def test_list_without_numbers_and_recommendations_gets_free_numbers_and_a_doubt() -> None:
    plain = read_list("lijst.csv", b"Actie;Wie\nBellen;An\nSchrijven;Bert\n")
    rows = list_rows(plain, agreed(plain), frozenset()).typed
    document = document_of(plain, rows, "Zuidwerking", date(2025, 3, 1), READERS)
    assert [action.number for action in document.draft.recommendations[0].actions] == ["1.1", "1.2"]
    assert [(doubt.line, doubt.kind) for doubt in document.doubts] == [(2, DoubtKind.MISSING_FIELD)]


def planned(rows: list[list[object]]) -> ReturnPlan:
    """The plan of these rows for the real document."""
    database = prepared_database()
    with read_only(database) as session:
        response_id = actions(session)[0].recommendation.response.id
    plain = read_list("lijst.xlsx", a_workbook(rows))
    return plan_list(database, plain, agreed(plain), response_id, TODAY)


def test_list_fills_in_known_actions_adds_new_ones_and_takes_nothing_away(installation: None) -> None:
    with read_only(prepared_database()) as session:
        known = {action.number: action.text for action in actions(session)}
    plan = planned(
        [
            ["5.3", "5", known["5.3"].upper(), "", "", "", ""],
            ["6.1", "6", known["6.1"], "", "", "bezig", "Loopt goed."],
            ["6.2", "6", "Een barometer maken", "eind 2027", "Directeur beleid", "", ""],
        ]
    )
    assert plan.mistakes == ()
    assert [row.action.number for row in plan.of(RowKind.CHANGED)] == ["6.1"]
    assert [row.action.number for row in plan.of(RowKind.UNCHANGED)] == ["5.3"]
    assert [(new.action.number, new.recommendation.number) for new in plan.new_actions] == [("6.2", "6")]


def test_list_with_another_text_under_a_known_number_is_told(installation: None) -> None:
    (problem,) = planned([["6.1", "6", "Iets helemaal anders", "", "", "", ""]]).mistakes
    assert (problem.why, problem.place.cell, problem.found) == (Why.DOUBLE_NUMBER, "A3", "6.1")
