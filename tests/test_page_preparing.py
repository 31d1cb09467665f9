"""A stand van zaken that is written between two moments and taken over at the next, driven through the entry."""

from collections.abc import Callable

import pytest
from drafts import NOW, opened_moment
from serving import press
from streamlit.testing.v1 import AppTest

from mrdb.domain.facts import Fact
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import transaction
from mrdb.store.moments import close_moment, reopen_moment
from mrdb.store.writing import prepare

Open = Callable[..., AppTest]
Stored = Callable[[str], Action]
Journal = Callable[[int], list[tuple[object, ...]]]
TEXT = "De gesprekken zijn na de zomer hervat."


@pytest.fixture
def form(open_page: Open, stored: Stored) -> Callable[..., AppTest]:
    """The page of an action, with somebody before it."""

    def opened(number: str, name: str = "An") -> AppTest:
        page = open_page("pages/action.py", actie=str(stored(number).id))
        page.text_input(key="typed_user").set_value(name).run()
        return page

    return opened


def type_in(page: AppTest, status: Status, comment: str) -> None:
    page.segmented_control[0].set_value(status)
    page.text_area[0].set_value(comment).run()


def waits(stored: Stored, number: str) -> tuple[Status, str, str] | None:
    one = stored(number).prepared
    return (one.status, one.comment, one.author) if one else None


def prepared(stored: Stored, *numbers: str) -> None:
    for number in numbers:
        action = stored(number)
        with transaction(prepared_database()) as session:
            known = {"action_id": action.id, "version": action.version}
            prepare(session, **known, status=Status.ONGOING, comment=TEXT, author="Els", at=NOW)


def test_what_is_prepared_stands_in_the_form_until_it_is_withdrawn(
    form: Callable[..., AppTest], stored: Stored, journal: Journal
) -> None:
    page = form("7.1")
    type_in(page, Status.COMPLETED, " ")
    press(page, "Bewaar als voorbereiding")
    assert page.error[0].value == "Een afgeronde actie vraagt een commentaar: wat is er bereikt?"
    type_in(page, Status.ONGOING, TEXT)
    press(page, "Bewaar als voorbereiding")
    assert waits(stored, "7.1") == (Status.ONGOING, TEXT, "An")
    assert stored("7.1").reports == ()
    again = form("7.1", "Bert")
    assert (again.segmented_control[0].value, again.text_area[0].value) == (Status.ONGOING, TEXT)
    again.text_area[0].set_value("Toch iets anders.").run()
    press(again, "Trek de voorbereiding in")
    assert waits(stored, "7.1") is None
    assert again.text_area[0].value == "Toch iets anders."  # what was typed is no part of what was withdrawn
    assert not again.warning
    code = f"ongoing\n{TEXT}"
    assert journal(stored("7.1").id) == [(Fact.PREPARED, code, None, "Bert"), (Fact.PREPARED, None, code, "An")]


def test_of_two_who_prepare_the_same_the_second_sees_both_and_joins_them(
    form: Callable[..., AppTest], stored: Stored
) -> None:
    first, second = form("7.1"), form("7.1", "Bert")
    type_in(second, Status.ONGOING, "Van Bert.")
    type_in(first, Status.ONGOING, "Van An.")
    press(first, "Bewaar als voorbereiding")
    press(second, "Bewaar als voorbereiding")
    assert second.warning[0].value.startswith("An sloeg deze actie op terwijl jij aan het typen was.")
    press(second, "Samenvoegen")
    press(second, "Bewaar als voorbereiding")
    assert waits(stored, "7.1") == (Status.ONGOING, "Van An.\n\nVan Bert.", "Bert")


def test_who_prepares_while_a_moment_is_opened_goes_on_in_it(form: Callable[..., AppTest], stored: Stored) -> None:
    prepared(stored, "7.1")
    page = form("7.1")
    page.text_area[0].set_value("Intussen is er meer.").run()
    opened_moment(prepared_database())
    press(page, "Bewaar als voorbereiding")
    assert page.error[0].value.startswith("Intussen is er een opvolgingsmoment open.")
    assert waits(stored, "7.1") == (Status.ONGOING, TEXT, "Els")
    press(page, "Opslaan")
    report = stored("7.1").reports[-1]
    assert (report.status, report.comment, report.author) == (Status.ONGOING, "Intussen is er meer.", "An")
    assert waits(stored, "7.1") is None


def test_what_belongs_to_a_moment_that_was_closed_waits_beside_what_is_prepared(
    form: Callable[..., AppTest], stored: Stored
) -> None:
    moment_id = opened_moment(prepared_database())
    page = form("7.1")
    agreed = next(field for field in page.text_input if field.label == "Wat is er afgesproken?")
    agreed.set_value("bezorgt de nota")
    type_in(page, Status.ONGOING, TEXT)
    with transaction(prepared_database()) as session:
        close_moment(session, moment_id, "Zoë", NOW)
    press(page.run(), "Bewaar als voorbereiding")
    assert page.warning[0].value.startswith("Wat je bij een termijn, een afspraak")
    assert waits(stored, "7.1") == (Status.ONGOING, TEXT, "An")
    opened_moment(prepared_database())
    page.run()
    agreed = next(field for field in page.text_input if field.label == "Wat is er afgesproken?")
    assert agreed.value == "bezorgt de nota"


def test_the_group_takes_over_what_was_prepared_or_changes_it_first(
    form: Callable[..., AppTest], open_page: Open, stored: Stored, journal: Journal
) -> None:
    prepared(stored, "1.1", "2.1", "3.1", "7.1")
    moment_id = opened_moment(prepared_database())
    page = open_page("pages/moments.py")
    assert "4 van 15 acties zijn voorbereid" in " ".join(html.proto.body for html in page.get("html"))
    page.switch_page("pages/meeting.py").run()
    assert page.title[0].value == "Hamerstukken (4)"  # 2.1 would be the fifth
    press(page, "Begin met 1.1")
    page.text_input(key="typed_user").set_value("Zoë").run()
    press(page, "Neem over en ga verder")
    report = stored("1.1").reports[-1]
    assert (report.status, report.comment, report.author) == (Status.ONGOING, TEXT, "Zoë")
    assert (Fact.PREPARED, f"ongoing\n{TEXT}", None, "Zoë") in journal(stored("1.1").id)
    assert page.query_params["actie"] == str(stored("3.1").id)
    press(press(page, "Eerst aanpassen"), "Eerst aanpassen")
    assert (page.segmented_control[0].value, page.text_area[0].value) == (Status.ONGOING, TEXT)
    press(page, "Neem over en ga verder")  # somebody's words stand in the form
    assert page.error[0].value.startswith("Er staat nog tekst in het formulier")
    page.text_area[0].set_value(f"{TEXT} Het verslag volgt.").run()
    press(page, "Opslaan en volgende")
    assert stored("3.1").reports[-1].comment == f"{TEXT} Het verslag volgt."
    assert (waits(stored, "1.1"), waits(stored, "3.1")) == (None, None)
    press(page, "Ongedaan maken")
    assert (waits(stored, "1.1"), waits(stored, "3.1")) == (None, (Status.ONGOING, TEXT, "Els"))
    page = form("7.1", "Zoë")
    press(page, "Neem over")
    assert stored("7.1").reports[-1].comment == TEXT
    assert page.button(key=f"save-{stored('7.1').id}").proto.type == "primary"
    with transaction(prepared_database()) as session:
        close_moment(session, moment_id, "Zoë", NOW)
    prepared(stored, "7.1")
    with transaction(prepared_database()) as session:
        reopen_moment(session, moment_id, reason="Er ontbrak iets.", author="Zoë", at=NOW)
    said = " ".join(html.proto.body for html in open_page("pages/moments.py").get("html"))
    assert "2 van 15 acties zijn voorbereid" in said  # that of 7.1, which was reported there, waits for the next one
