"""Uitwisselen with somebody's own list: what is proposed, confirmed once, and stored."""

from collections.abc import Callable
from datetime import date

import pytest
from drafts import NOW, TODAY
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button, Selectbox

from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import open_moment
from mrdb.store.queries import actions, management_responses

LIST = """Nr;Aanbeveling;Maatregel;Deadline;Trekker;Voortgang;Opmerkingen
6.1;6;Verderzetting bestaand beleid.;;;in de steigers;Nieuw rapport in mei.
6.2;6;Een barometer maken;03/04/2027;Directeur beleid;nog niet gestart;
"""


@pytest.fixture
def with_list(open_page: Callable[..., AppTest]) -> AppTest:
    app = open_page("pages/exchange.py")
    app.file_uploader[0].set_value([("oud.csv", LIST.encode("cp1252"), "text/csv")])
    return app.run()


def apply_button(app: AppTest) -> Button:
    return next(button for button in app.button if button.key and button.key.startswith("apply/"))


def choice(app: AppTest, label: str) -> Selectbox:
    return next(box for box in app.selectbox if box.label == label)


def opened_moment() -> None:
    with transaction(prepared_database()) as session:
        response_id = actions(session)[0].recommendation.response.id
        open_moment(session, day=TODAY, title="", response_ids=[response_id], author="An", at=NOW)


def test_page_list_shows_what_it_sees_and_what_it_does_not_know(with_list: AppTest) -> None:
    chosen = {box.label: box.value for box in with_list.selectbox}
    assert (chosen["Maatregel"], chosen["Deadline"], chosen["Trekker"]) == ("Actie", "Kalender", "Verantwoordelijke(n)")
    assert (chosen["nog niet gestart"], chosen["in de steigers"]) == ("Niet gestart", None)
    assert ["eerst de dag", "eerst de maand"] in [list(radio.options) for radio in with_list.radio]


def test_page_list_with_two_columns_for_one_field_asks_for_one(with_list: AppTest) -> None:
    choice(with_list, "Deadline").set_value("Commentaar")
    app = with_list.run()
    (said,) = [error.value for error in app.error]
    assert said.startswith("Twee kolommen zijn Commentaar. Kies er een")
    assert not {"to_review", "agree"} & {button.key for button in app.button}
    choice(app, "Opmerkingen").set_value("niet inlezen")
    app = app.run()
    assert not app.error
    assert "to_review" in {button.key for button in app.button}


def test_page_list_goes_into_a_document_that_is_there(with_list: AppTest, stored: Callable[[str], Action]) -> None:
    response_id = stored("6.1").recommendation.response.id
    target = next(radio for radio in with_list.radio if radio.label == "Waar hoort deze lijst bij?")
    target.set_value(response_id)
    app = with_list.run()
    choice(app, "in de steigers").set_value("Lopende")
    app = app.run()
    app.button(key="agree").click()
    app = app.run()
    assert "1 actie gelezen: 1 gewijzigd. 1 nieuwe actie" in [header.value for header in app.header]
    assert any("geen opvolgingsmoment open" in info.value for info in app.info)
    opened_moment()
    app = app.run()
    app.text_input(key="typed_user").set_value("Bert")
    apply_button(app).click()
    app = app.run()
    assert [said.value for said in app.success] == ["Verwerkt: de wijzigingen in 1 actie en 1 nieuwe actie."]
    report, new = stored("6.1").reports[-1], stored("6.2")
    assert (report.status, report.comment, report.author) == (Status.ONGOING, "Nieuw rapport in mei.", "Bert")
    assert [one.period.due for one in new.milestones if one.period] == [date(2027, 4, 3)]


def test_page_list_becomes_a_new_management_response(with_list: AppTest) -> None:
    choice(with_list, "in de steigers").set_value("Lopende")
    app = with_list.run()
    app.button(key="to_review").click()
    app = app.run()
    assert "Vul eerst het onderwerp en de datum in." in [error.value for error in app.error]
    app.text_input(key="list-subject").set_value("Managementrespons zuidwerking")
    app.date_input(key="list-day").set_value(date(2025, 3, 1))
    app.button(key="to_review").click()
    app = app.run()
    assert [title.value for title in app.title] == ["Nieuwe managementrespons"]
    assert any("1 aanbeveling, 2 acties" in text.value for text in app.markdown)
    with read_only(prepared_database()) as session:
        assert len(management_responses(session)) == 1


def test_page_list_with_another_file_is_asked_for_alone(open_page: Callable[..., AppTest]) -> None:
    app = open_page("pages/exchange.py")
    files = [("oud.csv", LIST.encode(), "text/csv"), ("nog.csv", LIST.encode(), "text/csv")]
    app.file_uploader[0].set_value(files)
    app = app.run()
    assert [error.value.partition(":")[0] for error in app.error] == ["oud.csv"]
