"""The overview goes out and comes back: unchanged it plans nothing, filled in it plans exactly that."""

import gc
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from drafts import a_draft, store
from openpyxl.worksheet.worksheet import Worksheet
from overviews import TODAY, a_row, an_export, apply, column, filled_in, found, kinds, planned, say, strict

from mrdb import safekeeping
from mrdb.__main__ import main
from mrdb.domain.errors import FileFault, Lack, UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.domain.return_plan import work
from mrdb.domain.returned import ReturnPlan, RowKind, Why
from mrdb.domain.status import Status
from mrdb.intake import plan_overviews
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.queries import changes

NINE = ("1.1", "2.1", "3.1", "3.2", "4.1", "4.2", "5.1", "7.1", "8.2")
SOFFICE = shutil.which("soffice")


def nine_changes(sheet: Worksheet, rows: dict[str, int]) -> None:
    status, comment = column(sheet, "Stvz"), column(sheet, "Commentaar")
    for number in NINE:
        sheet.cell(rows[number], status).value = "Lopende"
        sheet.cell(rows[number], comment).value = f"Nieuws over {number}."


def test_filled_unchanged_export_plans_nothing(known: Engine, exported: bytes) -> None:
    plan = planned(known, exported)
    assert kinds(plan) == {RowKind.UNCHANGED: 15}
    assert plan.problems == ()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_filled_export_that_libreoffice_saved_plans_nothing(known: Engine, exported: bytes, tmp_path: Path) -> None:
    (tmp_path / "in.xlsx").write_bytes(exported)
    (tmp_path / "out").mkdir()
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = [str(SOFFICE), "--headless", profile, "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*convert, str(tmp_path / "in.xlsx")], check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "out" / "in.xlsx").read_bytes()
    assert saved != exported
    plan = planned(known, saved)
    assert (kinds(plan), plan.problems) == ({RowKind.UNCHANGED: 15}, ())
    again = planned(known, filled_in(saved, nine_changes))
    assert {row.action.number for row in again.of(RowKind.CHANGED)} == set(NINE)


def test_filled_export_that_was_saved_as_strict_is_read(known: Engine, exported: bytes) -> None:
    assert kinds(planned(known, strict(exported))) == {RowKind.UNCHANGED: 15}
    plan = planned(known, strict(filled_in(exported, nine_changes)))
    assert {row.action.number for row in plan.of(RowKind.CHANGED)} == set(NINE)


def test_filled_export_that_was_saved_as_ods_is_told_what_to_do(
    known: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "overzicht.ods"
    with ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<office:document-content/>")
    with pytest.raises(UnreadableUpload) as told:
        planned(known, file.read_bytes())
    assert told.value.fault == FileFault.OPEN_DOCUMENT
    assert main(["import", str(file)]) == 2
    assert "kies ‘Opslaan als’ en neem Excel (.xlsx)" in capsys.readouterr().err


def test_filled_rows_may_be_sorted_hidden_and_have_company(known: Engine, exported: bytes) -> None:
    def rearrange(sheet: Worksheet, rows: dict[str, int]) -> None:
        values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=16)]
        for number, row in enumerate(reversed(values), start=2):
            for place, value in enumerate(row, start=1):
                sheet.cell(number, place).value = value
        status, comment = column(sheet, "Stvz"), column(sheet, "Commentaar")
        for number in range(1, 17):  # two columns change places, headings and all
            one, other = sheet.cell(number, status), sheet.cell(number, comment)
            one.value, other.value = other.value, one.value
        sheet.cell(1, sheet.max_column + 1).value = "Eigen notitie"
        sheet.cell(2, sheet.max_column).value = "bellen"
        sheet.row_dimensions[4].hidden = True
        sheet.parent.create_sheet("Eigen blad")["A1"] = "iets"

    plan = planned(known, filled_in(exported, rearrange))
    assert (kinds(plan), plan.problems) == ({RowKind.UNCHANGED: 15}, ())


def test_filled_nine_rows_are_exactly_nine_and_stand_in_the_history(known: Engine, exported: bytes) -> None:
    plan = planned(known, filled_in(exported, nine_changes))
    assert {row.action.number for row in plan.of(RowKind.CHANGED)} == set(NINE)
    assert kinds(plan) == {RowKind.CHANGED: 9, RowKind.UNCHANGED: 6}
    apply(known, plan)
    action = found(known, "8.2")
    assert (action.reports[-1].status, action.reports[-1].comment) == (Status.ONGOING, "Nieuws over 8.2.")
    with read_only(known) as session:
        line = changes(session, action.id)[0]
    assert (line.author, line.source) == ("Bert", "0.xlsx")
    assert kinds(planned(known, filled_in(exported, nine_changes))) == {RowKind.UNCHANGED: 15}


def test_filled_older_export_keeps_what_was_saved_since(known: Engine, exported: bytes) -> None:
    apply(known, planned(known, filled_in(exported, nine_changes)))
    assert kinds(planned(known, exported)) == {RowKind.UNCHANGED: 15}

    def other_words(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["7.1"], column(sheet, "Commentaar")).value = "Van An."

    (row,) = planned(known, filled_in(exported, other_words)).of(RowKind.CONFLICT)
    (cell,) = row.cells
    assert (cell.exported, cell.present, cell.options[0].value) == (None, "Nieuws over 7.1.", "Van An.")


def test_filled_deadline_moves_with_its_reason(known: Engine, exported: bytes) -> None:
    def move(sheet: Worksheet, rows: dict[str, int]) -> None:
        row = next(cell.row for cell in sheet["A"] if cell.value == "7.1")
        sheet.cell(row, column(sheet, "Nieuwe termijn")).value = datetime(2027, 3, 31)  # noqa: DTZ001
        sheet.cell(row, column(sheet, "Reden")).value = "de directeur start later"

    apply(known, planned(known, filled_in(exported, move, "Mijlpalen")))
    period = found(known, "7.1").milestones[0].period
    assert period is not None
    assert period.due == date(2027, 3, 31)


def test_filled_mistakes_are_all_named_with_their_place(known: Engine, exported: bytes) -> None:
    def blunder(sheet: Worksheet, rows: dict[str, int]) -> None:
        status, comment = column(sheet, "Stvz"), column(sheet, "Commentaar")
        sheet.cell(rows["1.1"], status).value = "bijna klaar"
        sheet.cell(rows["2.1"], comment).value = "=1+1"
        sheet.cell(rows["3.1"], status).value = "Afgerond"
        sheet.merge_cells(start_row=rows["4.1"], end_row=rows["4.2"], start_column=comment, end_column=comment)

    plan = planned(known, filled_in(exported, blunder))
    assert {(problem.why, problem.place.cell[0]) for problem in plan.mistakes} >= {
        (Why.UNKNOWN_STATUS, "G"),
        (Why.FORMULA, "H"),
        (Lack.COMMENT_WHEN_COMPLETED, "G"),
        (Why.MERGED, "H"),
    }


@pytest.mark.parametrize(
    ("typed", "why"), [("09-01", Why.AMBIGUOUS_DATE), ("31/02/2027", Why.NO_SUCH_DATE), ("weldra", Why.NO_SUCH_DATE)]
)
def test_filled_date_is_never_guessed(known: Engine, exported: bytes, typed: str, why: Why) -> None:
    def type_it(sheet: Worksheet, rows: dict[str, int]) -> None:
        row = next(cell.row for cell in sheet["A"] if cell.value == "7.1")
        sheet.cell(row, column(sheet, "Nieuwe termijn")).value = typed

    (problem,) = planned(known, filled_in(exported, type_it, "Mijlpalen")).mistakes
    assert (problem.why, problem.found) == (why, typed)


def new_action(**typed: object) -> Callable[[Worksheet, dict[str, int]], None]:
    row = {"Nr": "5.4", "Aanbeveling": "5", "Actie": "Een nota opstellen", "Kalender": "dec 2027"}
    return lambda sheet, _: a_row(sheet, **(row | typed))


def test_filled_new_action_at_the_end_is_added_once(known: Engine, exported: bytes) -> None:
    file = filled_in(exported, new_action(**{"Verantwoordelijke(n)": "Dienst Beweging", "Stvz": "Lopende"}))
    plan = planned(known, file)
    (new,) = plan.new_actions
    assert (kinds(plan), plan.mistakes, new.recommendation.number) == ({RowKind.UNCHANGED: 15}, (), "5")
    apply(known, plan)
    action = found(known, "5.4")
    assert (action.text, action.responsibles) == ("Een nota opstellen", ("Dienst Beweging",))
    assert [one.period.due for one in action.milestones if one.period] == [date(2027, 12, 31)]
    assert [report.status for report in action.reports] == [Status.ONGOING]
    again = planned(known, file)
    assert (kinds(again), again.new_actions, again.mistakes) == ({RowKind.UNCHANGED: 16}, (), ())


@pytest.mark.parametrize("typed", ["5,4", "5.4.", 5.4, "Actie 5.4"])
def test_filled_number_is_read_as_people_write_it(known: Engine, exported: bytes, typed: object) -> None:
    (new,) = planned(known, filled_in(exported, new_action(Nr=typed))).new_actions
    assert new.action.number == "5.4"


@pytest.mark.parametrize(
    "typed",
    ["Lopende\u00a0", "LOPENDE.", "  lopende ", "Lopen\u00adde", "\ufeffLopende\u200b", "Niet  gestart",
     "Niet\u00a0gestart", "Niet\u200bgestart", "niet gestart ."],
)  # fmt: skip
def test_filled_status_is_read_whatever_stands_around_it(known: Engine, exported: bytes, typed: str) -> None:
    def type_it(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["7.1"], column(sheet, "Stvz")).value = typed
        sheet.cell(rows["7.2"], column(sheet, "Stvz")).value = "\u200b"

    plan = planned(known, filled_in(exported, type_it))
    (row,) = plan.of(RowKind.CHANGED)
    wanted = Status.NOT_STARTED if "iet" in typed else Status.ONGOING
    assert ([option.value for cell in row.cells for option in cell.options], plan.mistakes) == ([wanted], ())


@pytest.mark.parametrize(
    ("typed", "why"),
    [(1.1, Why.NUMBER_IS_DECIMAL), ("1.1", Why.DOUBLE_NUMBER), (1.2, None), ("1.20", None), (1.25, None)],
)
def test_filled_number_that_excel_made_shorter_is_told_for_what_it_is(
    known: Engine, exported: bytes, typed: object, why: Why | None
) -> None:
    """1.10, typed as a number, meets 1.1; 1.2 is what it says, as long as there is no 1.10."""
    plan = planned(known, filled_in(exported, new_action(Nr=typed, Aanbeveling="1")))
    assert [problem.why for problem in plan.mistakes] == ([why] if why else [])


def test_filled_number_may_have_lost_its_zero_where_there_are_such_numbers(known: Engine, exported: bytes) -> None:
    def type_them(sheet: Worksheet, rows: dict[str, int]) -> None:
        for number, typed in enumerate(("1.19", 1.2)):
            a_row(sheet, Nr=typed, Aanbeveling="1", Actie=f"Een nota opstellen ({number})")

    plan = planned(known, filled_in(exported, type_them))
    assert [(problem.why, problem.place.cell) for problem in plan.mistakes] == [(Why.NUMBER_IS_DECIMAL, "A18")]
    apply(known, planned(known, filled_in(exported, new_action(Nr="1.10", Aanbeveling="1"))))

    def of_which(sheet: Worksheet, rows: dict[str, int]) -> None:
        a_row(sheet, Nr=1.1, Mijlpaal="Een stap")

    (problem,) = planned(known, filled_in(exported, of_which, "Mijlpalen")).mistakes
    assert (problem.why, problem.place.cell) == (Why.NUMBER_IS_DECIMAL, "A23")


def test_filled_new_milestone_at_the_end_is_added_once(known: Engine, exported: bytes) -> None:
    def type_it(sheet: Worksheet, rows: dict[str, int]) -> None:
        day = datetime(2027, 3, 31)  # noqa: DTZ001
        a_row(sheet, Nr="7.3", Mijlpaal="Eerste vorming", **{"Nieuwe termijn": day})

    file = filled_in(exported, type_it, "Mijlpalen")
    plan = planned(known, file)
    assert ([new.action.number for new in plan.new_milestones], plan.mistakes) == (["7.3"], ())
    apply(known, plan)
    period = found(known, "7.3").milestones[-1].period
    assert period is not None
    assert period.due == date(2027, 3, 31)
    again = planned(known, file)
    assert (again.new_milestones, again.mistakes) == ((), ())


@pytest.mark.parametrize(
    ("typed", "why", "cell"),
    [
        ({"Nr": None}, Why.NUMBER_WANTED, "A17"),
        ({"Nr": "5.3"}, Why.DOUBLE_NUMBER, "A17"),
        ({"Nr": "5" * 40}, Why.NUMBER_TOO_LONG, "A17"),
        ({"Actie": None}, Why.TEXT_WANTED, "C17"),
        ({"Aanbeveling": "Versterk de zuidwerking"}, Why.UNKNOWN_RECOMMENDATION, "B17"),
        ({"Commentaar": "Begonnen."}, Lack.STATUS, "H17"),
        ({"Stvz": "Afgerond"}, Lack.COMMENT_WHEN_COMPLETED, "G17"),
        ({"Stvz": "bijna"}, Why.UNKNOWN_STATUS, "G17"),
        ({"Kalender": "=1+1"}, Why.FORMULA, "D17"),
    ],
)
def test_filled_new_action_that_cannot_be_is_named(
    known: Engine, exported: bytes, typed: dict[str, object], why: Why, cell: str
) -> None:
    plan = planned(known, filled_in(exported, new_action(**typed)))
    assert [(problem.why, problem.place.cell) for problem in plan.mistakes] == [(why, cell)]
    assert plan.new_actions == ()


def test_filled_two_new_actions_with_one_number_are_told_and_the_same_one_twice_is_one(
    known: Engine, exported: bytes
) -> None:
    one, other = filled_in(exported, new_action()), filled_in(exported, new_action(Actie="Iets anders"))
    assert [(problem.why, problem.place.file) for problem in planned(known, one, other).mistakes] == [
        (Why.DOUBLE_NUMBER, "1.xlsx")
    ]
    assert len(planned(known, one, one).new_actions) == 1


def test_filled_new_action_goes_to_the_document_that_its_row_names(known: Engine) -> None:
    store(known, a_draft("b" * 64))
    book = an_export(known)
    row = {"Nr": "1.7", "Aanbeveling": "1", "Actie": "Een nota opstellen"}

    def typed(document: str | None) -> ReturnPlan:
        def type_it(sheet: Worksheet, rows: dict[str, int]) -> None:
            free = sheet.max_row + 1
            for heading, value in (row | {"Managementrespons": document}).items():
                sheet.cell(free, column(sheet, heading)).value = value

        return planned(known, filled_in(book, type_it))

    (new,) = typed("Klimaat en migratie").new_actions
    assert new.recommendation.response.subject == "Klimaat en migratie"
    assert [problem.why for problem in typed(None).mistakes] == [Why.UNKNOWN_DOCUMENT]
    assert [problem.why for problem in typed("Zuidwerking").mistakes] == [Why.UNKNOWN_DOCUMENT]


def test_filled_new_action_that_comes_again_does_not_undo_what_was_said_since(known: Engine, exported: bytes) -> None:
    first = filled_in(exported, new_action(Stvz="Lopende", Commentaar="Begonnen."))
    apply(known, planned(known, first))
    later = an_export(known)

    def done(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["5.4"], column(sheet, "Stvz")).value = "Afgerond"
        sheet.cell(rows["5.4"], column(sheet, "Commentaar")).value = "Klaar."

    apply(known, planned(known, filled_in(later, done)))
    again = planned(known, first)
    assert kinds(again) == {RowKind.CONFLICT: 1, RowKind.UNCHANGED: 15}
    assert work(again, {}).is_empty


def test_filled_new_action_with_the_text_of_a_known_one_is_told(known: Engine, exported: bytes) -> None:
    text = found(known, "5.3").text
    (problem,) = planned(known, filled_in(exported, new_action(Actie=text.upper()))).mistakes
    assert (problem.why, problem.place.cell) == (Why.SAME_TEXT, "C17")


def test_filled_row_says_of_which_document_it_is_where_two_have_its_number(known: Engine) -> None:
    store(known, a_draft("b" * 64))
    book = an_export(known)

    def type_it(sheet: Worksheet, rows: dict[str, int]) -> None:
        free = sheet.max_row + 1
        for heading, value in {"Nr": "1.1", "Actie": "Wat actie 1.1 vraagt", "Stvz": "Lopende"}.items():
            sheet.cell(free, column(sheet, heading)).value = value

    assert [problem.why for problem in planned(known, filled_in(book, type_it)).mistakes] == [Why.UNKNOWN_DOCUMENT]


def test_filled_copies_stay_readable_when_the_subject_is_put_right(known: Engine, exported: bytes) -> None:
    with transaction(known) as session:
        session.connection().exec_driver_sql("UPDATE management_response SET subject = 'Een beter onderwerp'")
    assert kinds(planned(known, exported)) == {RowKind.UNCHANGED: 15}


def test_filled_new_row_under_a_column_that_is_not_read_is_told(known: Engine, exported: bytes) -> None:
    def type_it(sheet: Worksheet, rows: dict[str, int]) -> None:
        a_row(sheet, Nr="7.3", Mijlpaal="Eerste vorming", Termijn=datetime(2027, 3, 31))  # noqa: DTZ001

    plan = planned(known, filled_in(exported, type_it, "Mijlpalen"))
    assert [problem.why for problem in plan.mistakes] == [Why.NOT_READ_IN_NEW_ROW]
    assert plan.new_milestones == ()


def test_filled_text_that_is_only_shown_is_named_and_the_rest_goes_on(known: Engine, exported: bytes) -> None:
    def change(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["7.1"], column(sheet, "Kalender")).value = "eind 2030"
        sheet.cell(rows["7.1"], column(sheet, "Stvz")).value = "Lopende"

    plan = planned(known, filled_in(exported, change))
    assert [(one.why, one.found) for one in plan.unread] == [(Why.NOT_READ, "eind 2030")]
    assert [edit.action.number for edit in work(plan, {}).edits] == ["7.1"]


@pytest.mark.parametrize("heading", ["Actie", "Nr"])
def test_filled_row_that_does_not_look_like_its_action_is_a_clash(known: Engine, exported: bytes, heading: str) -> None:
    """Where somebody sorted some of the columns, a key stands beside the words about another action."""

    def shift(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["7.1"], column(sheet, heading)).value = sheet.cell(rows["7.2"], column(sheet, heading)).value
        sheet.cell(rows["7.1"], column(sheet, "Stvz")).value = "Lopende"

    plan = planned(known, filled_in(exported, shift))
    assert kinds(plan) == {RowKind.CONFLICT: 1, RowKind.UNCHANGED: 14}
    assert work(plan, {}).is_empty


def test_filled_milestone_that_does_not_look_like_itself_is_a_clash(known: Engine, exported: bytes) -> None:
    """Two milestones of one action have the same number and text: their label tells which one a row is about."""

    def swap(sheet: Worksheet, rows: dict[str, int]) -> None:
        label = column(sheet, "Mijlpaal")
        one, other = (sheet.cell(row, label) for row in (rows["7.1"] - 1, rows["7.1"]))
        one.value, other.value = other.value, one.value
        sheet.cell(rows["7.1"], column(sheet, "Bereikt op")).value = date(2026, 11, 1)

    plan = planned(known, filled_in(exported, swap, "Mijlpalen"))
    assert kinds(plan) == {RowKind.CONFLICT: 1, RowKind.UNCHANGED: 14}
    assert work(plan, {}).is_empty


def test_filled_export_of_before_a_backup_was_put_back_clashes_wherever_it_differs(known: Engine) -> None:
    """Other lines of the journal bear the numbers that the file knows: what it tells of them holds no more."""
    backup = safekeeping.back_up(known)
    for number in NINE:
        say(known, number, f"Eerst over {number}.")
    older = an_export(known)
    safekeeping.put_back(known, backup)
    for number in reversed(NINE):
        say(known, number, f"Daarna over {number}.")
    plan = planned(known, older)
    assert kinds(plan) == {RowKind.CONFLICT: 9, RowKind.UNCHANGED: 6}
    assert work(plan, {}).is_empty
    comments = [cell for row in plan.of(RowKind.CONFLICT) for cell in row.cells if cell.fact == Fact.COMMENT]
    assert {(cell.present, cell.options[0].value) for cell in comments} == {
        (f"Daarna over {number}.", f"Eerst over {number}.") for number in NINE
    }


def test_filled_export_of_another_database_is_told_and_nothing_of_it_proposed(known: Engine, exported: bytes) -> None:
    with transaction(known) as session:
        session.connection().exec_driver_sql(f"UPDATE database SET name = '{'0' * 32}'")
    with pytest.raises(UnreadableUpload) as told:
        planned(known, exported)
    assert told.value.fault == FileFault.OTHER_DATABASE


def test_filled_export_of_an_earlier_release_clashes_wherever_it_differs(known: Engine, exported: bytes) -> None:
    """Its keys name no database, and only the number of a line."""

    def old_keys(sheet: Worksheet, rows: dict[str, int]) -> None:
        for row in rows.values():
            cell = sheet.cell(row, column(sheet, "Sleutel"))
            cell.value = re.sub(r"\.[0-9a-f]{8}#(\w+):[0-9a-f]{8}", r"#\1", str(cell.value))

    older = filled_in(exported, old_keys)
    assert kinds(planned(known, older)) == {RowKind.UNCHANGED: 15}
    say(known, "4.1", "Nieuws.")
    assert kinds(planned(known, older)) == {RowKind.CONFLICT: 1, RowKind.UNCHANGED: 14}


def test_filled_closing_wants_a_new_comment(known: Engine, exported: bytes) -> None:
    def close(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["4.1"], column(sheet, "Stvz")).value = "Afgerond"

    (problem,) = planned(known, filled_in(exported, close)).mistakes
    assert (problem.why, problem.action_id) == (Lack.COMMENT_WHEN_COMPLETED, found(known, "4.1").id)


def test_filled_history_names_the_file_of_each_change(known: Engine, exported: bytes) -> None:
    def say(number: str) -> Callable[[Worksheet, dict[str, int]], None]:
        return lambda sheet, rows: setattr(sheet.cell(rows[number], column(sheet, "Stvz")), "value", "Lopende")

    apply(known, planned(known, filled_in(exported, say("7.1")), filled_in(exported, say("7.2"))))
    with read_only(known) as session:
        sources = [changes(session, found(known, number).id)[0].source for number in ("7.1", "7.2")]
    assert sources == ["0.xlsx", "1.xlsx"]


def test_filled_row_with_a_mistake_is_left_out_whole(known: Engine, exported: bytes) -> None:
    def half_right(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["7.1"], column(sheet, "Stvz")).value = "bijna klaar"
        sheet.cell(rows["7.1"], column(sheet, "Commentaar")).value = "Nieuws."
        sheet.cell(rows["7.2"], column(sheet, "Stvz")).value = "Lopende"

    plan = planned(known, filled_in(exported, half_right))
    assert [edit.action.number for edit in work(plan, {}).edits] == ["7.2"]


def test_filled_missing_column_is_named(known: Engine, exported: bytes) -> None:
    def drop(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.delete_cols(column(sheet, "Commentaar"))

    (problem,) = planned(known, filled_in(exported, drop)).problems
    assert (problem.why, problem.found) == (Why.MISSING_COLUMN, "Commentaar")


def test_filled_file_without_our_keys_is_told(known: Engine) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Actie"
    buffer = BytesIO()
    book.save(buffer)
    with pytest.raises(UnreadableUpload) as unreadable:
        planned(known, buffer.getvalue())
    assert unreadable.value.fault == FileFault.NO_KEYS


def test_collector_runs_again_after_a_file_that_cannot_be_read(known: Engine) -> None:
    with pytest.raises(UnreadableUpload):
        plan_overviews(known, [("leeg.xlsx", b"")], TODAY)
    assert gc.isenabled()


def test_excel_that_was_sent_before_it_had_a_summary_still_comes_back(known: Engine, exported: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(exported))
    for name in ("Samenvatting", "Afspraken"):
        del book[name]
    book["Overzicht"]["G2"].value = "Lopende"
    buffer = BytesIO()
    book.save(buffer)
    assert kinds(planned(known, buffer.getvalue())) == {RowKind.CHANGED: 1, RowKind.UNCHANGED: 14}
