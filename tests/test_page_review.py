"""Mending a document under review: kinds of doubt at once, columns and words, restarts and colleagues."""

from collections.abc import Callable

import pytest
from drafts import NOW
from sqlalchemy import event
from sqlalchemy.orm import SessionTransaction
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox
from test_page_new_response import PAGE, SMALL, field, read, show, shown, store, stored
from word_documents import HEAD, ONE, Rows, a_document, saved

from mrdb.domain.draft import Place
from mrdb.domain.facts import Fact
from mrdb.domain.status import Acceptance
from mrdb.reading.review import as_bytes, of_bytes
from mrdb.startup import prepared_database
from mrdb.store.database import Session, read_only, transaction
from mrdb.store.reviews import change_review, state_of, unfinished
from mrdb.views.data import database
from mrdb.views.review import with_field

Open = Callable[..., AppTest]
TABLE: Rows = (
    ("Actie", "Kalender", "Verantwoordelijke(n)", "Kostprijs", "Stvz"),
    ("1.1 Doe dit", "2026", "Els", "500 euro", "Lopende"),
    ("1.2 Doe dat", "2027", "Jan", "100 euro", "Lopende"),
)
DAMAGED = SMALL.replace("Een plan schrijven", "Een beleidsbeinvioeding").replace("Het plan uitvoeren", "Een strategié")


def read_table(page: AppTest, head: tuple[str, ...] = HEAD) -> AppTest:
    page.file_uploader[0].set_value(("kolommen.docx", saved(a_document(*head, *ONE, TABLE)), "")).run()
    assert not page.exception
    return page


def column(page: AppTest, title: str) -> Selectbox:
    return next(box for box in page.selectbox if box.label == f"‘{title}’" and str(box.key).startswith("column"))


def token(page: AppTest) -> str:
    return str(page.session_state["typed_review"])


def press(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click().run()
    assert not page.exception
    return page


def left() -> list[str]:
    with read_only(prepared_database()) as session:
        return [one.name for one in unfinished(session)]


def test_review_ticks_off_one_doubt_then_all_of_its_kind(open_page: Open) -> None:
    page = read(open_page(PAGE), DAMAGED)
    first = page.header[0].value
    press(page, "right-doubt-damaged_letters-0")
    assert (first, page.header[0].value) == ("2 twijfels om na te kijken", "1 twijfel om na te kijken")
    press(page, "all-damaged_letters")
    assert "Alle twijfels zijn nagekeken." in shown(page)
    assert not page.checkbox
    assert "is opgeslagen" in shown(store(page))


def test_review_doubt_about_a_field_is_gone_once_it_is_mended(open_page: Open) -> None:
    page = read(open_page(PAGE), SMALL.replace("DOC. NR: 12", "DOC. NR:"))
    assert "Kop, doc. nr" in shown_buttons(page)
    page.text_input(key=field(page, "head", "document_number")).set_value("13").run()
    assert "Kop, doc. nr" not in shown_buttons(page)


def shown_buttons(page: AppTest) -> str:
    return " ".join(str(button.label) for button in page.button)


def test_review_accepts_all_in_one_click_but_for_the_exceptions(open_page: Open) -> None:
    page = read(open_page(PAGE), SMALL.replace("Akkoord.", "Hier werken we aan."))
    key = f"{field(page, '1', 'acceptance')}-grid"
    chooser = next(one for one in page.button_group if one.key == key)
    chooser.set_value(Acceptance.REJECTED).run()
    press(page, "accept_all")
    show(page, 1)
    page.text_input(key=field(page, "1", "acceptance_reason")).set_value("te duur").run()
    store(page)
    _, found = stored()
    assert [one.recommendation.acceptance for one in found] == [Acceptance.ACCEPTED, Acceptance.REJECTED]


def test_review_reads_again_what_a_column_is_said_to_be(open_page: Open) -> None:
    page = show(read_table(open_page(PAGE)), 0)
    page.text_input(key=field(page, "0-0", "number")).set_value("1.9").run()
    assert page.text_area(key=field(page, "0-0", "text")).value == "Doe dit\nKostprijs: 500 euro"
    column(page, "Kostprijs").set_value(Fact.COMMENT).run()
    assert page.text_area(key=field(page, "0-0", "text")).value == "Doe dit"
    assert page.text_area(key=field(page, "0-0", "comment")).value == "500 euro"
    assert page.text_input(key=field(page, "0-0", "number")).value == "1.9"
    assert "all-columns" not in [button.key for button in page.button]


def test_review_offers_for_the_next_document_what_was_chosen_for_the_last(open_page: Open) -> None:
    page = read_table(open_page(PAGE))
    column(page, "Kostprijs").set_value(Fact.COMMENT).run()
    store(page)
    page = read_table(open_page(PAGE), ("ONDERWERP: Evaluatie Noord", *HEAD[1:]))
    assert "zoals vorige keer" in shown_buttons(page)
    assert column(page, "Kostprijs").value == Fact.COMMENT
    assert page.header[0].value.startswith("1 twijfel")  # nobody confirmed them for this document
    press(page, "all-columns")
    show(page, 0)
    assert page.text_area(key=field(page, "0-1", "comment")).value == "100 euro"


def test_review_waits_for_whoever_goes_on_with_it(open_page: Open) -> None:
    page = show(read(open_page(PAGE), DAMAGED), 0)
    page.text_area(key=field(page, "0", "answer")).set_value("Getypt").run()
    press(page, "all-damaged_letters")
    colleague = open_page(PAGE)
    assert "Verder met ‘water.txt’" in shown_buttons(colleague)
    press(colleague, f"go-on-{token(page)}")
    assert "Alle twijfels zijn nagekeken." in shown(colleague)
    show(colleague, 0)
    assert colleague.text_area(key=field(colleague, "0", "answer")).value == "Getypt"
    store(colleague)
    assert left() == []
    page.run()
    assert "iemand sloeg het op of gooide het weg" in page.error[0].value


def test_review_is_not_stored_over_what_a_colleague_types_at_that_moment(open_page: Open) -> None:
    """Her word comes between what this run reads of the review and what it stores."""
    page = read(open_page(PAGE))
    colleague, waiting = prepared_database(), [token(page)]

    def typed_meanwhile(session: Session, _: SessionTransaction) -> None:
        if session.bind is database() and waiting:
            with transaction(colleague) as hers:
                review = of_bytes(state_of(hers, waiting.pop()) or b"")
                typed = with_field(review, Place(None, None), "sender", "Typte een collega")
                change_review(hers, review.token, as_bytes(typed), author="Cis", at=NOW)

    event.listen(Session, "after_transaction_create", typed_meanwhile)
    store(page)
    event.remove(Session, "after_transaction_create", typed_meanwhile)
    assert left() == ["water.txt"]
    assert "Intussen wijzigde een collega iets" in page.warning[0].value
    store(page)
    assert left() == []
    assert stored()[0].sender == "Typte een collega"


def test_review_of_the_same_file_goes_on_where_it_was(open_page: Open) -> None:
    page = read(open_page(PAGE))
    page.text_input(key=field(page, "head", "sender")).set_value("Cis").run()
    press(page, "other_document")
    again = read(open_page(PAGE))
    assert again.text_input(key=field(again, "head", "sender")).value == "Cis"
    assert left() == ["water.txt"]


def test_review_is_thrown_away_after_a_yes(open_page: Open) -> None:
    page = press(read(open_page(PAGE)), "other_document")
    press(page, next(str(button.key) for button in page.button if str(button.key).startswith("throw-away")))
    assert left() == []


@pytest.mark.parametrize(("take", "kept"), [("clash_take", "Van mij"), ("clash_leave", "Van Bert")])
def test_review_two_people_in_one_field_see_both_and_choose(open_page: Open, take: str, kept: str) -> None:
    page = read(open_page(PAGE))
    other = press(open_page(PAGE), f"go-on-{token(page)}")
    other.text_input(key=field(other, "head", "sender")).set_value("Van Bert").run()
    other.text_input(key=field(other, "head", "recipient")).set_value("Aan Bert").run()
    page.text_input(key=field(page, "head", "sender")).set_value("Van mij").run()
    assert "een collega wijzigde dit veld intussen ook" in shown(page)
    assert "Van Bert" in shown(page)
    assert "Van mij" in shown(page)
    press(page, take)
    assert page.text_input(key=field(page, "head", "sender")).value == kept
    assert page.text_input(key=field(page, "head", "recipient")).value == "Aan Bert"  # nobody else typed there
    assert "clash_take" not in [button.key for button in page.button]


def test_review_that_an_older_release_kept_in_another_form_is_told(open_page: Open) -> None:
    page = press(read(open_page(PAGE)), "other_document")
    key = next(str(button.key) for button in page.button if str(button.key).startswith("go-on-"))
    with transaction(prepared_database()) as session:
        change_review(session, key.removeprefix("go-on-"), b"{}", author="", at=NOW)
    press(page, key)
    assert "vorige versie van het programma" in page.error[0].value
    assert left() == ["water.txt"]
