"""One whole meeting of the real document: every screen and every file tells the same of it."""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from itertools import count

import docx
import pytest
from openpyxl import load_workbook
from serving import title_of
from streamlit.testing.v1 import AppTest

from mrdb.domain.decisions import decisions
from mrdb.domain.edit import Edit, Move
from mrdb.domain.facts import Fact
from mrdb.domain.meeting import AgendaPart, Arrangement, agenda
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Agreement
from mrdb.domain.status import Status
from mrdb.exchange.decisions import decision_document
from mrdb.exchange.excel import overview_workbook
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import arrange_agenda, close_moment, open_moment
from mrdb.store.queries import actions, basis, changes, moments
from mrdb.store.rounds import round_at
from mrdb.store.undoing import take_back
from mrdb.store.writing import confirm_unchanged, save_edit
from mrdb.text.decision_list import decision_list
from mrdb.views.download import report_at

Open = Callable[..., AppTest]
Stored = Callable[[str], Action]
TODAY = date(2026, 11, 23)
MARCH = Period(PeriodKind.DEADLINE, date(2027, 3, 31), date(2027, 3, 31), Precision.DAY)
CHANGED = ("1.1", "3.1", "4.1", "5.1", "7.1", "7.2", "8.1", "8.2")
CONFIRMED = ("2.1", "3.2", "4.2", "5.2", "6.1")
LEFT = ("5.3", "7.3")
"""5.3 was changed, and that was taken back; 7.3 was skipped."""
REPORTED = {"1.1", "3.1", "3.2", "4.1", "4.2", "5.1", "5.2", "8.2"}
_minutes = count()


def at() -> datetime:
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC) + timedelta(minutes=next(_minutes))


class Held:
    """The meeting, still open: all ways in which something can become of an action."""

    def __init__(self, stored: Stored) -> None:
        self.stored, self.database = stored, prepared_database()
        response = stored("1.1").recommendation.response.id
        with transaction(self.database) as session:
            self.id = open_moment(session, day=TODAY, title="", response_ids=[response], author="An", at=at())
        for number, comment in (("1.1", "Agenda ligt vast."), ("3.1", "Besproken.")):
            self.save(number, Edit(Status.ONGOING, comment))
        for number in ("5.1", "8.2"):
            self.save(number, Edit(Status.COMPLETED, "Klaar."))
        self.save("4.1", Edit(Status.ONGOING, "Een nieuwe tekst."))
        said = stored("4.2").reports[-1]
        self.save("4.2", Edit(said.status, said.comment, internal="Niet voor buiten."))  # the same, word for word
        self.save("7.1", self.moved("7.1"))
        self.save("7.2", Edit(agreement=Agreement("bezorgt de nota", "Els", date(2026, 12, 5))))
        self.save("8.1", Edit(reached={stored("8.1").milestones[0].id: TODAY}))
        self.save("5.3", self.moved("5.3"))
        taken_back, skipped = stored("5.3").id, stored("7.3").id
        versions = {stored(number).id: stored(number).version for number in ("2.1", "3.2", "5.2", "6.1")}
        with transaction(self.database) as session:
            of_5_3 = [line.id for line in changes(session, taken_back, moment_id=self.id)]
            take_back(session, moment_id=self.id, line_ids=of_5_3, author="An", at=at())
            confirm_unchanged(session, versions=versions, moment_id=self.id, author="An", at=at())
            arrange_agenda(session, self.id, {skipped: Arrangement(is_skipped=True)})

    def moved(self, number: str) -> Edit:
        return Edit(moves=(Move(self.stored(number).milestones[0].id, MARCH, "de directeur is ziek"),))

    def save(self, number: str, edit: Edit) -> None:
        action = self.stored(number)
        ids = {"action_id": action.id, "version": action.version, "moment_id": self.id}
        with transaction(self.database) as session:
            save_edit(session, edit=edit, author="An", at=at(), **ids)

    def close(self) -> None:
        left = [self.stored(number).id for number in LEFT]
        with transaction(self.database) as session:
            close_moment(session, self.id, "An", at(), not_discussed=left)


@pytest.fixture
def held(stored: Stored) -> Held:
    return Held(stored)


def shown(page: AppTest) -> str:
    assert not page.exception
    return " ".join(html.proto.body for html in page.get("html"))


def rows(page: AppTest) -> dict[str, dict[str, str]]:
    """What the table of Overzicht holds, by number."""
    (table,) = [part.proto for part in page.get("bidi_component") if part.proto.component_name == "action_table"]
    return {row["number"]: row for row in json.loads(table.json)["rows"]}


def test_one_meeting_that_runs_counts_the_same_in_its_agenda_and_among_the_moments(open_page: Open, held: Held) -> None:
    so_far = "13 van 14 besproken · 8 gewijzigd · 5 ongewijzigd"
    assert so_far in shown(open_page("pages/meeting.py"))
    assert so_far in shown(open_page("pages/moments.py"))
    preview = re.split("Bevestigd ongewijzigd|Nog te bespreken", shown(open_page("pages/decisions.py")))
    assert [set(re.findall(r"\b(\d\.\d)\b", group)) for group in preview[:2]] == [set(CHANGED), set(CONFIRMED)]


def test_one_meeting_lists_each_change_with_its_action_its_field_and_its_reason(open_page: Open, held: Held) -> None:
    page = open_page("pages/meeting.py")
    page.session_state["noted_here"] = True
    (moved,) = re.findall(r'<p class="gesture">(<b>Actie 7\.1 .*?)</p>', shown(page.run()))
    assert re.fullmatch(
        r"<b>Actie 7\.1 \w.*</b> Termijn – .*: dec 2026 → 31 mrt 2027\. Reden: de directeur is ziek", moved
    )


def test_one_meeting_that_is_over_counts_the_same_on_every_screen(open_page: Open, held: Held) -> None:
    held.close()
    assert "13 van 15 acties besproken" in shown(open_page("pages/moments.py"))

    history = open_page("pages/history.py")
    assert history.header[0].value == (
        "Tussen 13 okt 2025 en 23 nov 2026: 8 acties gewijzigd, 5 ongewijzigd, 2 niet aan bod, 1 deadline verschoven, "
        "4 te laat"
    )
    assert shown(history).count("bevestigd ongewijzigd</span>") == len(CONFIRMED)
    assert shown(history).count("niet aan bod</span>") == len(LEFT)
    assert "bezorgt de nota (Els, tegen 5 dec 2026)" in shown(history)

    (text,) = [area.value for area in open_page("pages/decisions.py").text_area]
    groups = re.split("Bevestigd ongewijzigd:|Niet aan bod gekomen:", text)
    assert [set(re.findall(r"[Aa]ctie (\d\.\d)", group)) for group in groups] == [
        set(CHANGED),
        set(CONFIRMED),
        set(LEFT),
    ]

    table = rows(open_page())
    followed_up = {number: row["followed_up"] for number, row in table.items()}
    assert followed_up == {
        **dict.fromkeys((*CHANGED, *CONFIRMED), "23 nov 2026"),
        "5.3": "13 okt 2025",
        "7.3": "",
    }
    assert table["2.1"]["comment"] == "Besproken op 23 nov 2026, nog zonder status."

    year = open_page("pages/year.py")
    tiles = " ".join(" ".join(button.label for button in year.button).split())
    assert "**2** Afgesloten in 2026" in tiles
    assert "**1** Verschoven in 2026" in tiles


def test_one_meeting_counts_the_same_in_its_decision_list_the_excel_and_the_report(held: Held, open_page: Open) -> None:
    held.close()
    with read_only(held.database) as session:
        round_, everything, made_from = round_at(session, held.id), actions(session), basis(session)
        moment, journal = moments(session)[0], changes(session, facts={Fact.PERIOD})
    text = decision_list(decisions(round_))
    (list_on_screen,) = [area.value for area in open_page("pages/decisions.py").text_area]
    assert text == list_on_screen
    list_ = docx.Document(BytesIO(decision_document(round_, text, None, at())))
    written = [paragraph.text for paragraph in list_.paragraphs]
    agreed = {cell.text for table in list_.tables for row in table.rows for cell in row.cells}
    for line in text.split("\n\n"):
        assert line.removesuffix(":") in written or set(line.split(" | ")) <= agreed

    statuses = Counter(action.reports[-1].status if action.reports else None for action in everything)
    assert statuses == {Status.ONGOING: 7, Status.COMPLETED: 2, None: 6}
    tiles = " ".join(open_page().button_group(key="tiles").options)
    assert ("**7** Lopende" in tiles, "**2** Afgerond" in tiles, "**6** Nog geen status" in tiles) == (True,) * 3
    book = load_workbook(BytesIO(overview_workbook(everything, TODAY, basis=made_from, journal=journal)))
    (moved,) = [note for note in column(book["Overzicht"], "Wat er met de termijn gebeurde") if "Reden" in note]
    assert moved.endswith("verschoven naar 31 mrt 2027. Reden: de directeur is ziek")
    assert Counter(column(book["Overzicht"], "Stvz")) == {"Lopende": 7, "Afgerond": 2}
    first = book["Samenvatting"].iter_rows(max_col=2, values_only=True)
    assert " ".join(f"**{n}** {label}" for n, label in first if isinstance(n, int)) == tiles
    agreements = column(book["Afspraken"], "Wat er afgesproken is"), column(book["Afspraken"], "Wie")
    assert agreements == (["bezorgt de nota"], ["Els"])
    history = zip(column(book["Historiek"], "Nr"), column(book["Historiek"], "Datum"), strict=True)
    assert {number for number, day in history if day.date() == TODAY} == REPORTED

    report = docx.Document(BytesIO(report_at(held.database, everything[0].recommendation.response, moment)))
    told_first = [paragraph.text for paragraph in report.paragraphs if paragraph.style.name == "Report Note"]
    assert told_first[0] == "15 acties: 7 lopende, 2 afgerond en 6 nog zonder status."
    assert f"**{told_first[1].split()[0]}** Te laat" in tiles
    cells = [row.cells for table in report.tables for row in table.rows]
    told = Counter(cell[-2].paragraphs[0].text for cell in cells)
    assert (told["Lopende"], told["Afgerond"], told["Nog geen status"]) == (7, 2, 6)
    words = "\n".join(cell.text for row in cells for cell in row)
    assert words.count("Afspraak: bezorgt de nota (Els, tegen 5 dec 2026)") == 1
    assert words.count("verschoven naar 31 mrt 2027. Reden: de directeur is ziek") == 1
    assert words.count("Besproken op 23 nov 2026, nog zonder status.") == 5  # 2.1, 6.1, 7.1, 7.2 and 8.1


def test_next_agenda_calls_silent_only_what_was_not_discussed(held: Held) -> None:
    held.close()
    day = date(2026, 12, 7)
    response = held.stored("1.1").recommendation.response.id
    with transaction(held.database) as session:
        following = open_moment(session, day=day, title="", response_ids=[response], author="An", at=at())
    with read_only(held.database) as session:
        items = agenda(round_at(session, following), day)
    assert [item.action.number for item in items if item.part == AgendaPart.SILENT] == ["7.3"]
    assert {item.action.number for item in items} == {*CHANGED, *CONFIRMED, *LEFT} - {"5.1", "8.2"}


def test_timeline_title_counts_what_its_list_shows(held: Held, open_page: Open) -> None:
    page = open_page("pages/timeline.py")
    days = re.findall(r'<b class="day">\d+ dec 2026</b>', shown(page))
    assert title_of(page) == "In december 2026 vallen 3 deadlines: 4.1, 5.3 en 7.2"
    assert len(days) == 3


def test_decision_list_before_any_meeting_says_where_the_first_moment_comes_from(open_page: Open) -> None:
    assert (
        open_page("pages/decisions.py")
        .info[0]
        .value.startswith("Er werd nog niet vergaderd: de eerste stand van zaken komt uit het document zelf.")
    )


def column(sheet, heading: str) -> list:
    """The cells under this heading that are filled in; the table ends where its first column does."""
    titles = next(row for row in sheet.iter_rows() if any(cell.value == heading for cell in row))
    place = next(cell for cell in titles if cell.value == heading)
    found = [sheet.cell(row, place.column).value for row in range(place.row + 1, sheet.max_row + 1)]
    return [value for value in found if value is not None]
