"""What a day may be: the same days through the form and through every kind of file, refused and read alike."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from overviews import TODAY, a_row, apply, column, filled_in, found, planned
from serving import press
from streamlit.testing.v1 import AppTest
from test_page_action import field
from word_documents import HEAD, ONE, TITLE_ROWS, read

from mrdb.__main__ import main
from mrdb.domain.days import LAST
from mrdb.domain.edit import Edit, Move, wrong_days
from mrdb.domain.errors import Lack
from mrdb.domain.mending import Mending, draft_lacks
from mrdb.domain.period import Period
from mrdb.domain.response import Action
from mrdb.domain.returned import ReturnPlan, Why
from mrdb.exchange.plain_list import Agreed, is_day_first, proposed_columns, read_list
from mrdb.intake import plan_list
from mrdb.store.database import Engine
from mrdb.text.labels import LACK

STRANGE, PAST, FUTURE = Lack.STRANGE_YEAR, Lack.MOVE_AHEAD, Lack.REACHED_BEHIND
DAYS: Mapping[str, tuple[Lack | None, Lack | None, Lack | None]] = {
    "31/03/2020": (PAST, None, None),
    "31/03/0202": (STRANGE, STRANGE, STRANGE),
    "01/01/0001": (STRANGE, STRANGE, STRANGE),
    "31/12/1899": (STRANGE, STRANGE, STRANGE),
    "22/11/2026": (PAST, None, None),
    "23/11/2026": (None, None, None),
    "24/11/2026": (None, FUTURE, None),
    "01/01/2030": (None, FUTURE, None),
    "31/12/2199": (None, FUTURE, None),
    "01/01/2200": (STRANGE, STRANGE, STRANGE),
    "31/12/9999": (STRANGE, STRANGE, STRANGE),
}
"""What is wrong with each as a new deadline, as the day on which something was reached, and in a calendar."""
READ = (
    "31/03/2027", "31-3-2027", "31.03.2027", "2027-03-31", "2027/03/31", "31 maart 2027", "31-mrt-2027", "31 mrt. 2027",
    "31 MAART 2027", "woensdag 31 maart 2027", "31\u00a0maart\u00a02027", "31/03/2027\u200b",
)  # fmt: skip
UNREAD = {"31/02/2027": Why.NO_SUCH_DATE, "31-03": Why.AMBIGUOUS_DATE, "31/03/27": Why.AMBIGUOUS_DATE}
MARCH = date(2027, 3, 31)


def day_of(written: str) -> date:
    day, month, year = map(int, written.split("/"))
    return date(year, month, day)


def in_milestones(data: bytes, heading: str, typed: list[object]) -> bytes:
    """Each of them as a new milestone of 7.3, under one heading."""

    def fill(sheet: Worksheet, _: dict[str, int]) -> None:
        for number, value in enumerate(typed):
            a_row(sheet, Nr="7.3", Mijlpaal=f"Stap {number}", **{heading: value})

    return filled_in(data, fill, "Mijlpalen")


def in_calendars(data: bytes, typed: list[object]) -> bytes:
    """Each of them as the calendar of a new action under recommendation 5."""

    def fill(sheet: Worksheet, _: dict[str, int]) -> None:
        for number, value in enumerate(typed, start=4):
            a_row(sheet, Nr=f"5.{number}", Aanbeveling="5", Actie=f"Nota {number}", Kalender=value)

    return filled_in(data, fill)


def a_list(typed: list[object]) -> bytes:
    book = Workbook()
    book.active.append(["Nr", "Aanbeveling", "Actie", "Deadline"])
    for number, value in enumerate(typed, start=4):
        book.active.append([f"5.{number}", "5", f"Nota {number}", value])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def plan_of(engine: Engine, name: str, data: bytes) -> ReturnPlan:
    """The plan of somebody's own list for the real document."""
    plain = read_list(name, data)
    columns = proposed_columns(plain.head)
    agreed = Agreed(columns, {}, is_day_first(plain, columns))
    return plan_list(engine, plain, agreed, found(engine, "5.3").recommendation.response.id, TODAY)


def refused(plan: ReturnPlan, first_row: int) -> list[Lack | Why | None]:
    """What is wrong with each of the rows, in their order; the last one of them is not."""
    wrong = {int(one.place.cell.lstrip("ABCDEFGHIJKLMNOP")): one.why for one in plan.mistakes}
    return [wrong.get(row) for row in range(first_row, max(*wrong, first_row) + 1)]


def cut(whys: list[Lack | None]) -> list[Lack | None]:
    """Without those at the end that are right."""
    last = max(place for place, why in enumerate(whys) if why)
    return whys[: last + 1]


def test_days_are_refused_as_a_new_deadline_and_as_reached_with_their_cell(known: Engine, exported: bytes) -> None:
    written = list(DAYS)
    for place, heading in enumerate(("Nieuwe termijn", "Bereikt op")):
        wanted = cut([whys[place] for whys in DAYS.values()])
        plan = planned(known, in_milestones(exported, heading, list(written)))
        assert refused(plan, 23) == wanted, heading
        assert {one.found for one in plan.mistakes} == {
            day_of(one) for one, whys in DAYS.items() if whys[place] is not None
        }
        assert len(plan.new_milestones) == len(DAYS) - len(plan.mistakes)


def test_days_are_refused_where_a_known_deadline_moves_or_is_reached(known: Engine, exported: bytes) -> None:
    """And the row with them whole: what else stands in it is not written either."""

    def fill(sheet: Worksheet, rows: dict[str, int]) -> None:
        move, reached, reason = (column(sheet, name) for name in ("Nieuwe termijn", "Bereikt op", "Reden"))
        sheet.cell(rows["5.1"], reached).value = datetime.combine(date(2030, 1, 1), time())
        for number, day in {"7.1": "31/03/0202", "7.2": "01/01/0001", "8.2": "31/12/9999", "5.3": "31/03/2020"}.items():
            row = next(cell.row for cell in sheet["A"] if cell.value == number)
            sheet.cell(row, move).value, sheet.cell(row, reason).value = day, "omdat"

    def also(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["7.1"], column(sheet, "Stvz")).value = "Lopende"

    plan = planned(known, filled_in(filled_in(exported, fill, "Mijlpalen"), also))
    assert {(row.action.number, *(one.why for one in row.problems)) for row in plan.rows if row.problems} == {
        ("5.1", FUTURE), ("7.1", STRANGE), ("7.2", STRANGE), ("8.2", STRANGE), ("5.3", PAST),
    }  # fmt: skip
    before = [found(known, number) for number in ("5.1", "5.3", "7.1", "7.2", "8.2")]
    apply(known, plan)
    assert [found(known, one.number) for one in before] == before


def test_days_in_a_calendar_are_refused_where_nobody_means_them(known: Engine, exported: bytes) -> None:
    """What a document, or a row of it, promised may have passed since."""
    wanted = cut([whys[2] for whys in DAYS.values()])
    for typed in ([*DAYS], [day if day_of(day).year < 1900 else day_of(day) for day in DAYS]):
        assert refused(planned(known, in_calendars(exported, list(typed))), 17) == wanted
        assert refused(plan_of(known, "lijst.xlsx", a_list(list(typed))), 2) == wanted
    rows = [f"5.{number};5;Nota {number};{day}" for number, day in enumerate(DAYS, start=4)]
    csv = "\n".join(["Nr;Aanbeveling;Actie;Deadline", *rows]).encode()
    assert refused(plan_of(known, "lijst.csv", csv), 2) == wanted


def test_days_in_a_document_are_refused_at_their_action() -> None:
    rows = [(f"1.{number} Doe dit", day, "Els", "", "") for number, day in enumerate(DAYS, start=1)]
    draft = read(*HEAD, *ONE, (*TITLE_ROWS, *rows)).draft
    lacks = {place.action: lack for place, lack in draft_lacks(Mending(draft), TODAY)}
    assert [lacks.get(place) for place in range(len(DAYS))] == [whys[2] for whys in DAYS.values()]


def test_days_are_refused_on_the_command_line_with_their_cell(
    known: Engine, exported: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "overzicht.xlsx"
    file.write_bytes(in_milestones(exported, "Nieuwe termijn", ["31/12/9999", "31/03/2020"]))
    assert main(["import", str(file), "--apply"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told == [
        f"overzicht.xlsx, blad Mijlpalen, cel E23: 31 dec 9999: {LACK[STRANGE]}",
        f"overzicht.xlsx, blad Mijlpalen, cel E24: 31 mrt 2020: {LACK[PAST]}",
    ]


def test_days_are_refused_in_the_form(open_page: Callable[..., AppTest], stored: Callable[[str], Action]) -> None:
    page = open_page("pages/action.py", actie=str(stored("8.2").id))
    page.text_input(key="typed_user").set_value("An").run()
    page.button(key="open_moment").click().run()
    page.text_input(key=field(page, "move_reason-")).set_value("omdat")
    before = stored("8.2").milestones
    for day, said in {date(2020, 3, 31): LACK[PAST], date.max: LACK[Lack.DATE_FOR_MOVE]}.items():
        page.date_input(key=field(page, "period-")).set_value(day)  # Streamlit itself drops the other one
        press(page, "Opslaan")
        assert page.error[0].value == said
    assert stored("8.2").milestones == before
    page.date_input(key=field(page, "period-")).set_value(LAST)
    press(page, "Opslaan")
    assert [one.period.due for one in stored("8.2").milestones if one.period] == [LAST]


def test_days_of_the_form_are_held_to_the_same_rule() -> None:
    for written, (promised, reached, _) in DAYS.items():
        day = day_of(written)
        for edit, wanted in (
            (Edit(moves=(Move(1, Period.due_on(day), "omdat"),)), promised),
            (Edit(reached={1: day}), reached),
        ):
            assert wrong_days(edit, TODAY) == ((wanted,) if wanted else ())


def test_days_that_leave_no_doubt_are_read_however_they_are_written(known: Engine, exported: bytes) -> None:
    plan = planned(known, in_milestones(exported, "Nieuwe termijn", [*READ]))
    assert [one.milestone.period.due for one in plan.new_milestones if one.milestone.period] == [MARCH] * len(READ)
    for calendars in (planned(known, in_calendars(exported, [*READ])), plan_of(known, "lijst.xlsx", a_list([*READ]))):
        steps = [step for new in calendars.new_actions for step in new.action.milestones]
        assert [step.period.due for step in steps if step.period] == [MARCH] * len(READ)
        assert not calendars.mistakes


def test_days_that_leave_a_doubt_are_told_with_their_cell(known: Engine, exported: bytes) -> None:
    wanted = list(UNREAD.values())
    assert refused(planned(known, in_milestones(exported, "Nieuwe termijn", [*UNREAD])), 23) == wanted
    assert refused(planned(known, in_calendars(exported, [*UNREAD])), 17) == wanted
    assert refused(plan_of(known, "lijst.xlsx", a_list([*UNREAD])), 2) == wanted
