"""The reading screens with two management responses whose numbers, and one title, are the same."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from drafts import a_draft, a_draft_action, a_recommendation, store
from serving import own_links, press, title_of
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from mrdb.domain.draft import Draft, DraftMilestone
from mrdb.domain.period import Period
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import close_moment, open_moment, reopen_moment
from mrdb.store.putting_away import put_response_away
from mrdb.store.queries import actions, management_responses
from mrdb.store.writing import confirm_unchanged
from mrdb.text import decisions, nl

Open = Callable[..., AppTest]
Add = Callable[..., None]
TITLE = "Versterk de lange-termijn-relatie met administraties"


@pytest.fixture
def add_document(installation: None) -> Add:
    """Stores a document with the actions 1.1, 2.1 and 2.2 beside the real one."""

    def added(subject: str = "Managementrespons op de eindevaluatie van Zuid", day: date = date(2026, 3, 16)) -> None:
        assert store(prepared_database(), a_second(subject, day)) == 3

    return added


def a_second(subject: str, day: date) -> Draft:
    draft = a_draft("b" * 64)
    first, *others = draft.recommendations
    return replace(draft, subject=subject, date=day, recommendations=(replace(first, title=TITLE), *others))


def shown(page: AppTest) -> str:
    assert not page.exception
    return " ".join(html.proto.body for html in page.get("html"))


def rows(page: AppTest) -> list[dict[str, Any]]:
    assert not page.exception
    table = next(found for found in page.get("bidi_component") if "action_table" in found.proto.id)
    found: list[dict[str, Any]] = json.loads(table.proto.json)["rows"]
    return found


def of_document(name: str) -> list[int]:
    """The ids of the actions of the document with this in its subject."""
    with read_only(prepared_database()) as session:
        return [action.id for action in actions(session) if name in action.recommendation.response.subject]


def test_overview_with_one_document_names_none(open_page: Open) -> None:
    page = open_page()
    assert {row["document"] for row in rows(page)} == {""}
    assert "managementrespons" not in [choice.key for choice in page.multiselect]
    assert page.multiselect(key="aanbeveling").options[0] == f"1. {TITLE}"


def test_overview_names_the_document_of_every_action(open_page: Open, add_document: Add) -> None:
    add_document()
    found = rows(open_page())
    assert [row["document"] for row in found] == ["Klimaat en migratie"] * 15 + ["Zuid"] * 3
    # Narrowed down to one document it is still told which.
    assert {row["document"] for row in rows(open_page(managementrespons="Zuid"))} == {"Zuid"}


def test_overview_sorts_numbers_by_the_date_of_the_document(open_page: Open, add_document: Add) -> None:
    add_document(day=date(2024, 5, 6))
    found = rows(open_page())
    assert [row["document"] for row in found][:4] == ["Zuid"] * 3 + ["Klimaat en migratie"]
    assert rows(open_page(sorteer="Nr")) == found
    assert rows(open_page(sorteer="Nr (aflopend)")) == found[::-1]


def test_filter_tells_two_documents_of_one_subject_apart(open_page: Open, add_document: Add) -> None:
    with read_only(prepared_database()) as session:
        subject = management_responses(session)[0].subject
    add_document(subject=subject)
    page = open_page()
    choice = page.multiselect(key="managementrespons")
    assert choice.options == ["Klimaat en migratie (2025)", "Klimaat en migratie (2026)"]
    choice.set_value(["Klimaat en migratie (2026)"]).run()
    assert [row["number"] for row in rows(page)] == ["1.1", "2.1", "2.2"]
    assert len(rows(open_page(managementrespons="Klimaat en migratie (2025)"))) == 15


def test_filter_tells_two_recommendations_of_one_title_apart(open_page: Open, add_document: Add) -> None:
    add_document()
    page = open_page()
    options = [option for option in page.multiselect(key="aanbeveling").options if TITLE in option]
    assert options == [f"1 · Klimaat en migratie · {TITLE}", f"1 · Zuid · {TITLE}"]
    page.multiselect(key="aanbeveling").set_value([options[1]]).run()
    assert [row["id"] for row in rows(page)] == of_document("Zuid")[:1]


def test_filter_ignores_a_document_that_is_not_there(open_page: Open, add_document: Add) -> None:
    assert len(rows(open_page(managementrespons="Zuid"))) == 15
    add_document()
    assert len(rows(open_page(managementrespons="Onzin", aanbeveling=f"1. {TITLE}"))) == 18


def test_filter_survives_a_document_that_comes_in_meanwhile(open_page: Open, add_document: Add) -> None:
    page = open_page()
    page.multiselect(key="aanbeveling").set_value([f"1. {TITLE}"]).run()
    assert len(rows(page)) == 1
    add_document()
    assert {row["document"] for row in rows(page.run())} == {"Klimaat en migratie", "Zuid"}


def test_timeline_names_the_document_of_every_deadline(open_page: Open, add_document: Add) -> None:
    add_document()
    page = open_page("pages/timeline.py")
    assert title_of(page) == (
        "In december 2026 vallen 7 deadlines: 4.1, 5.3, 7.1, 7.2, 8.1 en 8.2 van Klimaat en migratie; 2.2 van Zuid"
    )
    assert [line.split("**")[1] for line in own_links(page)][3:6] == [
        "8.2 · Klimaat en migratie",
        "2.2 · Zuid",
        "4.1 · Klimaat en migratie",
    ]


def test_timeline_with_one_document_names_none(open_page: Open) -> None:
    assert all("Klimaat en migratie" not in line.split("**")[1] for line in own_links(open_page("pages/timeline.py")))


def test_timeline_offers_many_actions_in_parts_and_its_title_names_none(open_page: Open, installation: None) -> None:
    """A browser draws no picture of thousands of rows, and nobody reads fifty numbers in a title."""
    december = DraftMilestone("", Period.due_on(date(2026, 12, 31)))
    many = a_recommendation(1, *(a_draft_action(f"1.{number}", december) for number in range(1, 211)))
    store(prepared_database(), replace(a_draft("b" * 64), recommendations=(many,)))
    page = open_page("pages/timeline.py")
    assert title_of(page) == "In december 2026 vallen 216 deadlines, in 2 documenten"
    assert (len(own_links(page)), page.expander[0].label) == (15 + 5, "Nog 201 andere")
    page.button_group(key="part/timeline").set_value(200).run()
    drawn = next(one for one in page.get("vega_lite_chart")[0].proto.datasets if one.name == "rows")
    labels = list(convert_arrow_bytes_to_pandas_df(drawn.data.data)["label"])
    assert (labels[0], labels[-1][:5], len(labels)) == ("Klimaat en migratie", "1.210", 1 + 1 + 25)


def test_document_page_shows_the_one_in_the_address(open_page: Open, add_document: Add) -> None:
    add_document()
    page = open_page("pages/recommendations.py")
    assert page.selectbox(key="document").options == ["Klimaat en migratie", "Zuid"]
    page.button_group(key="aanbeveling-nr").set_value("7").run()
    page.selectbox(key="document").set_value("Zuid").run()
    assert len(page.header) == 2  # it has no recommendation 7
    assert page.title[0].value == "Managementrespons op de eindevaluatie van Zuid"
    assert len(open_page("pages/recommendations.py", document="Zuid").header) == 2


def test_document_page_offers_no_context_where_the_document_has_none(open_page: Open, installation: None) -> None:
    store(prepared_database(), replace(a_second("Zuid", date(2026, 3, 16)), context=""))
    assert [fold.label for fold in open_page("pages/recommendations.py", document="Zuid").expander] == []
    assert [fold.label for fold in open_page("pages/recommendations.py").expander] == ["Situering"]


def test_document_page_address_of_an_unknown_document_shows_the_first(open_page: Open, add_document: Add) -> None:
    add_document()
    page = open_page("pages/recommendations.py", document="Onzin")
    assert len(page.header) == 8


def test_action_choice_names_the_document(open_page: Open, add_document: Add) -> None:
    assert open_page("pages/action.py").selectbox[0].options[0].startswith("1.1 Verder prioritair")
    add_document()
    options = open_page("pages/action.py").selectbox[0].options
    assert [option for option in options if option.startswith("1.1")] == [
        "1.1 · Klimaat en migratie · Verder prioritair inzetten op contacten met administraties",
        "1.1 · Zuid · Wat actie 1.1 vraagt",
    ]


def test_history_names_the_document(open_page: Open, add_document: Add) -> None:
    add_document()
    compared = shown(open_page("pages/history.py"))
    assert "<b>1.1 · Klimaat en migratie</b>" in compared
    options = open_page("pages/history.py", beeld="Per actie").selectbox[0].options
    assert "2.1 · Zuid · Wat actie 2.1 vraagt" in options


def test_history_journal_names_the_document(open_page: Open, add_document: Add) -> None:
    add_document()
    journal = shown(open_page("pages/history.py", beeld="Alle wijzigingen"))
    assert "<td>1.1 · Zuid</td>" in journal


def test_document_that_is_put_away_is_on_no_page_and_comes_back_with_a_click(
    open_page: Open, add_document: Add
) -> None:
    add_document()
    database = prepared_database()
    with read_only(database) as session:
        ids = [response.id for response in management_responses(session)]
    with transaction(database) as session:
        at = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
        moment_id = open_moment(session, day=date(2026, 11, 23), title="", response_ids=ids, author="An", at=at)
        versions = {action.id: action.version for action in actions(session)}
        confirm_unchanged(session, versions=versions, moment_id=moment_id, author="An", at=at)
        close_moment(session, moment_id, "An", at)
        put_response_away(session, management_responses(session)[1], reason="dubbel", author="An", at=at)
        reopen_moment(session, moment_id, reason="vergeten", author="An", at=at)
    for name in sorted(path.name for path in Path("pages").glob("*.py")):
        page = open_page(f"pages/{name}")
        assert not page.exception
        said = f"{shown(page)} {[one.value for one in page.title]} {own_links(page)}"
        assert said.count("Zuid") == (name == "recommendations.py"), name
    journal = shown(open_page("pages/history.py", beeld="Alle wijzigingen"))
    assert journal.count("Zuid") == 1
    assert (
        "<td>Opgeborgen</td><td></td><td>Managementrespons op de eindevaluatie van Zuid</td><td>dubbel</td>" in journal
    )
    page = open_page("pages/recommendations.py")
    assert "1 opgeborgen managementrespons" in [one.label for one in page.expander]
    assert "document" not in [choice.key for choice in page.selectbox]
    page.text_input(key="typed_user").set_value("Bert")
    press(page, "Zet terug")
    assert page.selectbox(key="document").options == ["Klimaat en migratie", "Zuid"]
    assert "1 opgeborgen managementrespons" not in [one.label for one in page.expander]


def test_document_that_a_person_stored_is_no_meeting_to_reopen_or_to_decide_in(
    open_page: Open, add_document: Add
) -> None:
    add_document()
    moments = open_page("pages/moments.py")
    assert not [button for button in moments.button if str(button.key).startswith("reopen-")]
    assert "uit het document, ingelezen op 3 nov 2025" in shown(moments)
    assert not open_page("pages/decisions.py").selectbox


def test_pages_without_anything_to_show_hear_what_was_typed_all_the_same(open_page: Open) -> None:
    with transaction(prepared_database()) as session:
        (response,) = management_responses(session)
        put_response_away(session, response, reason="dubbel", author="An", at=datetime.now(UTC))
    for name, said in (
        ("recommendations", nl.NO_ACTIONS_YET),
        ("year", nl.NO_ACTIONS_YET),
        ("decisions", decisions.NO_MOMENT),
    ):
        page = open_page(f"pages/{name}.py")
        assert [info.value for info in page.info] == [said]
        assert page.get("bidi_component"), name
