"""Historiek, driven through the entry on the real document with a second follow-up moment."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from mrdb.domain.edit import Edit, Move
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import close_moment, open_moment
from mrdb.store.queries import changes
from mrdb.store.writing import save_edit

Open = Callable[..., AppTest]
Stored = Callable[[str], Action]
Meet = Callable[[date, Mapping[str, Edit]], None]
PAGE = "pages/history.py"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MARCH = Period(PeriodKind.DEADLINE, date(2027, 3, 1), date(2027, 3, 31), Precision.MONTH)
MAY = Period(PeriodKind.DEADLINE, date(2027, 5, 1), date(2027, 5, 31), Precision.MONTH)
TODAY = date(2026, 11, 23)


def shown(page: AppTest) -> str:
    assert not page.exception
    return " ".join(html.proto.body for html in page.get("html"))


def said(status: Status, comment: str = "") -> Edit:
    return Edit(status, comment, {}, ())


@pytest.fixture
def meet(stored: Stored) -> Meet:
    """Holds a follow-up moment on a day, with what was said there of each action, and closes it."""

    def held(day: date, edits: Mapping[str, Edit]) -> None:
        database, actions = prepared_database(), {number: stored(number) for number in ("1.1", *edits)}
        response = actions["1.1"].recommendation.response.id
        with transaction(database) as session:
            who = {"author": "An", "at": NOW}
            moment = open_moment(session, day=day, title="", response_ids=[response], **who)
            for number, edit in edits.items():
                action = actions[number]
                save_edit(session, action_id=action.id, version=action.version, moment_id=moment, edit=edit, **who)
            close_moment(session, moment, **who)

    return held


@pytest.fixture
def two_moments(meet: Meet, stored: Stored) -> None:
    """7.1 moves its deadline, 4.1 is completed; nothing else is said after the document."""
    ends = stored("7.1").milestones[0].id
    moved = Edit(Status.ONGOING, "<b>Ontwerp</b> ligt voor.", {}, (Move(ends, MARCH, "de coördinator later begint"),))
    meet(TODAY, {"7.1": moved, "4.1": said(Status.COMPLETED, "Klaar.")})


def test_history_of_the_document_alone_says_that_there_is_nothing_to_compare(open_page: Open) -> None:
    page = open_page(PAGE)
    assert not page.exception
    assert page.info[0].value.startswith("Er is nog maar één opvolgingsmoment.")
    assert page.header[0].value == "0 van 15 acties afgerond op 13 okt 2025"


def test_history_compares_the_two_newest_moments(open_page: Open, two_moments: None, meet: Meet) -> None:
    assert open_page(PAGE).header[0].value == (
        "Tussen 13 okt 2025 en 23 nov 2026: 2 acties gewijzigd, 13 niet aan bod, 1 deadline verschoven, 4 te laat"
    )
    meet(date(2026, 12, 7), {"6.1": said(Status.ONGOING, "Gestart.")})
    assert (
        open_page(PAGE)
        .header[0]
        .value.startswith(
            "Tussen 23 nov 2026 en 7 dec 2026: 1 actie gewijzigd, 13 niet aan bod, geen deadline verschoven"
        )
    )


def test_history_strikes_the_old_value_and_puts_the_new_one_beside_it(open_page: Open, two_moments: None) -> None:
    words = shown(open_page(PAGE))
    assert '<td class="old"><del>dec 2026</del></td><td class="new">mrt 2027' in words
    assert "90 dagen later" in words
    assert "Nog geen status</span></del>" not in words
    assert "Reden: de coördinator later begint" in words
    assert "&lt;b&gt;Ontwerp&lt;/b&gt; ligt voor." in words


def test_history_takes_the_moments_from_the_address(open_page: Open, two_moments: None, meet: Meet) -> None:
    meet(date(2026, 12, 7), {"6.1": said(Status.ONGOING, "Gestart.")})
    page = open_page(PAGE, van="13 okt 2025", tot="7 dec 2026")
    assert page.header[0].value.startswith("Tussen 13 okt 2025 en 7 dec 2026: 3 acties gewijzigd")
    page.selectbox(key="van").set_value("23 nov 2026").run()
    assert page.header[0].value.startswith("Tussen 23 nov 2026 en 7 dec 2026: 1 actie gewijzigd")


def test_history_address_with_an_unknown_moment_shows_the_newest(open_page: Open, two_moments: None) -> None:
    page = open_page(PAGE, van="1 jan 1900")
    assert page.header[0].value.startswith("Tussen 13 okt 2025 en 23 nov 2026")


def test_history_one_moment_with_itself_asks_for_another(open_page: Open, two_moments: None) -> None:
    page = open_page(PAGE)
    page.selectbox(key="van").set_value("23 nov 2026").run()
    assert page.info[0].value == "Kies twee verschillende opvolgingsmomenten om te vergelijken."


def test_history_of_closed_moments_stays_whatever_is_said_later(
    open_page: Open, two_moments: None, meet: Meet, stored: Stored
) -> None:
    address = {"van": "13 okt 2025", "tot": "23 nov 2026"}
    before = shown(open_page(PAGE, **address))
    ends = stored("7.1").milestones[0].id
    meet(date(2026, 12, 7), {"7.1": Edit(Status.DROPPED, "Toch niet.", {ends: TODAY}, (Move(ends, MAY, "het kan"),))})
    assert shown(open_page(PAGE, **address)) == before


def test_history_shows_progress(open_page: Open, two_moments: None) -> None:
    page = open_page(PAGE, beeld="Voortgang")
    assert page.header[0].value == "1 van 15 acties afgerond op 23 nov 2026, 0 op 13 okt 2025"
    assert len(page.get("arrow_vega_lite_chart")) + len(page.get("vega_lite_chart")) == 1


def test_history_of_one_action_tells_its_line(open_page: Open, two_moments: None, stored: Stored) -> None:
    page = open_page(PAGE, actie=str(stored("4.1").id))
    line = shown(page).split("<tbody>")[1]
    assert line.index("Klaar.") < line.index("Individuele gesprekken (momenteel nog reactief)")
    assert "An, 23 nov 2026" in line


def test_history_of_one_action_follows_the_choice_into_the_address(
    open_page: Open, two_moments: None, stored: Stored
) -> None:
    page = open_page(PAGE, beeld="Per actie")
    page.selectbox[0].set_value(stored("7.1").id).run()
    assert page.query_params["actie"] == str(stored("7.1").id)
    assert "ligt voor" in shown(page)


def test_history_keeps_the_whole_journal(open_page: Open, two_moments: None) -> None:
    with read_only(prepared_database()) as session:
        lines = len(changes(session))
    assert shown(open_page(PAGE, beeld="Alle wijzigingen")).count('<td class="when">') == lines
