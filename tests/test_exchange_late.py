"""What comes back beside the cells, or too late: notes on cells, a moment that was closed, a column that was sorted."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from overviews import AT, a_row, an_export, apply, column, filled_in, found, kinds, opened, planned, say
from streamlit.testing.v1 import AppTest

from mrdb.__main__ import main
from mrdb.domain.errors import Lack
from mrdb.domain.followup import last_comment
from mrdb.domain.response import Action
from mrdb.domain.return_plan import notes_to_take, unfinished, work
from mrdb.domain.returned import Note, ReturnPlan, RowKind
from mrdb.domain.status import Status
from mrdb.exchange.plain_list import read_list
from mrdb.store.database import Engine, transaction
from mrdb.store.moments import close_moment, reopen_moment
from mrdb.store.queries import moments
from mrdb.text.returned import added

NEXT = date(2026, 12, 14)
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
LINK = "http://schemas.microsoft.com/office/2017/10/relationships"


def with_notes(data: bytes) -> bytes:
    """An on the comment of 4.1 (whose row is 6), nobody on the status of 7.1, and Bert on a heading of Mijlpalen."""

    def fill(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["4.1"], column(sheet, "Commentaar")).comment = Comment("An:\nTwee gesprekken erbij.", "An")
        sheet.cell(rows["7.1"], column(sheet, "Stvz")).comment = Comment("Is dit al begonnen?", "")
        sheet.parent["Mijlpalen"]["E1"].comment = Comment("Welke kolom?", "Bert")

    return filled_in(data, fill)


def with_thread(data: bytes) -> bytes:
    """The conversation that An and Bert had on the comment of 4.1, as Excel 365 keeps it, and what stands in for it."""
    stand_in = "[Threaded comment]\n\nYour version of Excel allows you to read this"

    def fill(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["4.1"], column(sheet, "Commentaar")).comment = Comment(stand_in, "tc={1}")

    people = "".join(f'<person displayName="{name}" id="{{{name}}}"/>' for name in ("An", "Bert"))
    said = "".join(
        f'<threadedComment ref="H6" personId="{{{name}}}" id="{{{n}}}"><text>{text}</text></threadedComment>'
        for n, (name, text) in enumerate((("An", "Is dit klaar?"), ("Bert", "Bijna.")))
    )
    added = {
        "xl/persons/person.xml": f'<personList xmlns="{THREADS}">{people}</personList>',
        "xl/threadedComments/threadedComment1.xml": f'<ThreadedComments xmlns="{THREADS}">{said}</ThreadedComments>',
    }
    links = {
        "xl/_rels/workbook.xml.rels": f'<Relationship Id="p" Type="{LINK}/person" Target="persons/person.xml"/>',
        "xl/worksheets/_rels/sheet2.xml.rels": (
            f'<Relationship Id="t" Type="{LINK}/threadedComment" Target="../threadedComments/threadedComment1.xml"/>'
        ),
    }
    buffer = BytesIO()
    with ZipFile(BytesIO(filled_in(data, fill))) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            more = links.get(name, "") + "</Relationships>"
            new.writestr(name, old.read(name).replace(b"</Relationships>", more.encode()))
        for name, content in added.items():
            new.writestr(name, content)
    return buffer.getvalue()


def told(plan: ReturnPlan) -> list[tuple[str, str, str, str]]:
    return [(note.place.sheet, note.place.cell, note.author, note.text) for note in plan.notes]


def note_on(plan: ReturnPlan, number: str) -> Note:
    return next(note for action, note in notes_to_take(plan) if action.number == number)


def test_note_on_a_cell_is_named_and_changes_nothing_by_itself(known: Engine, exported: bytes) -> None:
    plan = planned(known, with_notes(exported))
    assert told(plan) == [
        ("Overzicht", "H6", "An", "Twee gesprekken erbij."),
        ("Overzicht", "G12", "", "Is dit al begonnen?"),
        ("Mijlpalen", "E1", "Bert", "Welke kolom?"),
    ]
    assert (kinds(plan), work(plan, {}).is_empty) == ({RowKind.UNCHANGED: 15}, True)
    assert [action.number for action, _ in notes_to_take(plan)] == ["4.1", "7.1"]


def test_note_that_one_can_reply_to_is_named_reply_by_reply(known: Engine, exported: bytes) -> None:
    assert told(planned(known, with_thread(exported))) == [
        ("Overzicht", "H6", "An", "Is dit klaar?"),
        ("Overzicht", "H6", "Bert", "Bijna."),
    ]


def test_note_that_is_taken_comes_under_the_comment_once(known: Engine, exported: bytes) -> None:
    file, before = with_notes(exported), last_comment(found(known, "4.1"))
    plan = planned(known, file)
    (edit,) = work(plan, {}, [note_on(plan, "4.1")]).edits
    assert (edit.edit.status, edit.edit.comment, edit.files) == (
        Status.ONGOING,
        f"{before}\n\nTwee gesprekken erbij.",
        ("0.xlsx",),
    )
    assert [problem.why for problem in unfinished(plan, {}, [note_on(plan, "7.1")])] == [Lack.STATUS]
    say(known, "4.1", edit.edit.comment)
    assert [action.number for action, _ in notes_to_take(planned(known, file))] == ["7.1"]


def test_note_comes_under_the_new_comment_and_not_into_a_row_with_a_mistake(known: Engine, exported: bytes) -> None:
    def fill(sheet: Worksheet, rows: dict[str, int]) -> None:
        sheet.cell(rows["4.1"], column(sheet, "Commentaar")).value = "Nieuws."
        sheet.cell(rows["7.1"], column(sheet, "Stvz")).value = "bijna"

    book = openpyxl.load_workbook(BytesIO(with_notes(exported)))
    fill(book["Overzicht"], {"4.1": 6, "7.1": 12})
    buffer = BytesIO()
    book.save(buffer)
    plan = planned(known, buffer.getvalue())
    assert [action.number for action, _ in notes_to_take(plan)] == ["4.1"]
    (edit,) = work(plan, {}, [note_on(plan, "4.1")]).edits
    assert edit.edit.comment == "Nieuws.\n\nTwee gesprekken erbij."


def test_note_in_a_list_of_ones_own_is_named(known: Engine) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Nr", "Actie"])
    book.active.append(["5.4", "Een nota"])
    book.active["B2"].comment = Comment("Wie doet dit?", "An")
    buffer = BytesIO()
    book.save(buffer)
    (note,) = read_list("lijst.xlsx", buffer.getvalue()).notes
    assert (note.place.cell, note.author, note.text) == ("B2", "An", "Wie doet dit?")


def close(engine: Engine) -> int:
    """Closes the newest moment; its id."""
    with transaction(engine) as session:
        moment = moments(session)[0]
        close_moment(session, moment.id, author="An", at=AT)
    return moment.id


def close_and_open_the_next(engine: Engine) -> None:
    """The moment of 23 November is closed, that of 14 December open."""
    close(engine)
    opened(engine, NEXT)


def news(sheet: Worksheet, rows: dict[str, int]) -> None:
    sheet.cell(rows["4.1"], column(sheet, "Commentaar")).value = "Nieuws."
    sheet.cell(rows["7.1"], column(sheet, "Stvz")).value = "Lopende"


def new_row(sheet: Worksheet, _: dict[str, int]) -> None:
    a_row(sheet, Nr="5.4", Aanbeveling="5", Actie="Een nota opstellen")


def late(plan: ReturnPlan) -> dict[str, date]:
    return {row.action.number: row.late.date for row in plan.rows if row.late}


def test_late_answer_says_for_which_moment_it_was_filled_in(known: Engine, exported: bytes) -> None:
    file = filled_in(exported, news)
    assert late(planned(known, file)) == {}
    close_and_open_the_next(known)
    between = filled_in(an_export(known), news)
    assert late(planned(known, file)) == {"4.1": date(2026, 11, 23), "7.1": date(2026, 11, 23)}
    assert late(planned(known, between)) == {}
    say(known, "4.1", "Gezegd in december.")
    plan = planned(known, file)
    assert kinds(plan) == {RowKind.CONFLICT: 1, RowKind.CHANGED: 1, RowKind.UNCHANGED: 13}
    assert late(plan).keys() == {"4.1", "7.1"}
    close(known)
    assert set(late(planned(known, between)).values()) == {NEXT}


def test_late_new_action_says_it_too(known: Engine, exported: bytes) -> None:
    file = filled_in(exported, new_row)
    assert [new.late for new in planned(known, file).new_actions] == [None]
    close_and_open_the_next(known)
    plan = planned(known, file)
    assert plan.late == 1
    [said] = [said for _, _, said, _ in added(plan)]
    assert said.endswith("Ingevuld voor het opvolgingsmoment van 23 nov 2026, dat intussen gesloten is.")


def test_late_answer_to_a_moment_that_was_opened_again_is_not_late(known: Engine, exported: bytes) -> None:
    moment_id = close(known)
    with transaction(known) as session:
        reopen_moment(session, moment_id, reason="te vroeg", author="An", at=AT)
    assert late(planned(known, filled_in(exported, news))) == {}


def test_late_answer_is_told_on_the_command_line(
    known: Engine, exported: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "van Bert.xlsx"
    file.write_bytes(with_notes(filled_in(exported, news)))
    close_and_open_the_next(known)
    assert main(["import", str(file)]) == 0
    said = capsys.readouterr()
    assert "7.1 Ingevuld voor het opvolgingsmoment van 23 nov 2026, dat intussen gesloten is." in said.out
    assert "van Bert.xlsx, blad Overzicht, cel H6: Notitie van An: Twee gesprekken erbij." in said.err


def test_comments_that_were_sorted_alone_are_each_a_choice_that_says_whose_they_were(
    known: Engine, exported: bytes
) -> None:
    def sort(sheet: Worksheet, rows: dict[str, int]) -> None:
        place = column(sheet, "Commentaar")
        one, other = sheet.cell(rows["4.1"], place), sheet.cell(rows["4.2"], place)
        one.value, other.value = other.value, one.value
        sheet.cell(rows["5.2"], place).value = "Nieuws."

    plan = planned(known, filled_in(exported, sort))
    (one, other) = plan.of(RowKind.CONFLICT)
    assert [(row.action.number, row.cells[0].options[0].of_other) for row in (one, other)] == [
        ("4.1", "4.2"),
        ("4.2", "4.1"),
    ]
    before = [last_comment(row.action) for row in (one, other)]
    apply(known, plan)
    assert [last_comment(found(known, number)) for number in ("4.1", "4.2", "5.2")] == [*before, "Nieuws."]


def test_page_exchange_shows_what_is_late_and_takes_the_note_that_is_ticked(
    known: Engine, exported: bytes, open_page: Callable[..., AppTest], stored: Callable[[str], Action]
) -> None:
    file = with_notes(filled_in(exported, news))
    close_and_open_the_next(known)
    app = open_page("pages/exchange.py")
    app.file_uploader[0].set_value([("van Bert.xlsx", file, "application/octet-stream")])
    app = app.run()
    app.text_input(key="typed_user").set_value("Bert")
    app = app.run()
    assert app.warning[0].value.startswith("2 rijen komen uit een overzicht van een opvolgingsmoment dat intussen")
    shown = " ".join(html.proto.body for html in app.get("html"))
    assert "Ingevuld voor het opvolgingsmoment van 23 nov 2026, dat intussen gesloten is. Nu: Lopende" in shown
    assert "Welke kolom?" in shown
    ticks = [box for box in app.checkbox if box.key and box.key.startswith("note/")]
    assert [box.value for box in ticks] == [False, False]
    ticks[0].check()
    app = app.run()
    next(one for one in app.button if one.key and one.key.startswith("apply/")).click()
    app = app.run()
    assert not app.exception
    report = stored("4.1").reports[-1]
    assert (report.moment.date, report.comment) == (NEXT, "Nieuws.\n\nTwee gesprekken erbij.")
    assert stored("7.1").reports[-1].comment == ""
