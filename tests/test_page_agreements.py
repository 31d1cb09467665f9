"""Afspraken: what was agreed and waits to be done, across moments, and the click that says that it is."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from drafts import opened_moment
from streamlit.testing.v1 import AppTest

from mrdb.domain.decisions import decisions
from mrdb.domain.edit import Edit
from mrdb.domain.errors import NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.meeting import Outcome, outcomes
from mrdb.domain.response import Action, Agreement
from mrdb.domain.rewind import gestures
from mrdb.startup import prepared_database
from mrdb.store.agreements import finish_agreement
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import close_moment
from mrdb.store.queries import moments
from mrdb.store.rounds import round_at
from mrdb.store.undoing import take_back
from mrdb.store.writing import save_edit
from mrdb.text.decision_list import decision_list

Open = Callable[..., AppTest]
Stored = Callable[[str], Action]
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NOTE = Agreement("bezorgt de nota", "Els", date(2026, 12, 5))
OFFERS = Agreement("vraagt offertes", "", date(2026, 11, 3))
CALL = Agreement("belt de federatie", "Jan", None)


@pytest.fixture
def moment_id(stored: Stored) -> int:
    """An open moment in which three agreements were made."""
    moment_id = opened_moment(prepared_database())
    for number, agreement in (("7.1", CALL), ("7.1", NOTE), ("8.2", OFFERS)):
        action = stored(number)
        with transaction(prepared_database()) as session:
            save_edit(
                session,
                action_id=action.id,
                version=action.version,
                moment_id=moment_id,
                edit=Edit(agreement=agreement),
                author="An",
                at=AT,
            )
    return moment_id


def opened(open_page: Open) -> AppTest:
    page = open_page("pages/agreements.py")
    page.text_input(key="typed_user").set_value("Zoë").run()
    return page


def waiting(page: AppTest) -> list[str]:
    shown = [html.proto.body for html in page.get("html")]
    return [text for body in shown for text in (NOTE.text, OFFERS.text, CALL.text) if f"<b>{text}</b>" in body]


def done_button(page: AppTest, action: Action, agreement: Agreement) -> object:
    place = [one.agreement for one in action.agreements].index(agreement)
    return page.button(key=f"done-{action.id}-{place}")


def test_agreements_stand_with_the_late_ones_first_and_those_without_a_day_last(
    open_page: Open, moment_id: int
) -> None:
    page = opened(open_page)
    assert waiting(page) == [OFFERS.text, NOTE.text, CALL.text]
    assert "**3 open afspraken, waarvan 1 te laat**" in [one.value for one in page.markdown]


def test_agreement_is_done_with_one_click_and_open_again_with_another(
    open_page: Open, stored: Stored, moment_id: int, journal: Callable[[int], list[tuple[object, ...]]]
) -> None:
    page = opened(open_page)
    done_button(page, stored("7.1"), NOTE).click().run()
    assert waiting(page) == [OFFERS.text, CALL.text]
    (done,) = (one for one in stored("7.1").agreements if one.done)
    assert (done.agreement, done.done.author) == (NOTE, "Zoë")
    assert journal(stored("7.1").id)[0] == (Fact.AGREEMENT_DONE, None, done.code(), "Zoë")
    page.session_state["done"] = True
    page.run()
    page.button(key=f"reopen-{done.done.line_id}").click().run()
    assert waiting(page) == [OFFERS.text, NOTE.text, CALL.text]


def test_agreement_can_be_done_between_two_moments(open_page: Open, stored: Stored, moment_id: int) -> None:
    with transaction(prepared_database()) as session:
        close_moment(session, moment_id, "An", AT)
    page = opened(open_page)
    done_button(page, stored("8.2"), OFFERS).click().run()
    assert waiting(page) == [NOTE.text, CALL.text]


def test_agreement_that_is_done_is_in_the_decision_list_and_leaves_its_action_to_be_discussed(
    stored: Stored, moment_id: int, next_moment: Callable[[], None]
) -> None:
    next_moment()
    action = stored("8.2")
    with transaction(prepared_database()) as session:
        code = action.agreements[0].code()
        finish_agreement(session, action_id=action.id, code=code, author="Zoë", at=datetime.now(UTC))
    with read_only(prepared_database()) as session:
        now = next(moment for moment in moments(session) if moment.is_open)
        round_ = round_at(session, now.id)
    assert outcomes(round_.actions, round_.lines).get(action.id, Outcome.OPEN) == Outcome.OPEN
    said = decision_list(decisions(round_))
    assert "afspraak nagekomen: vraagt offertes (tegen 3 nov 2026)." in said
    assert "Actie 8.2:" in said.split("Nog te bespreken:")[1]
    (gesture,) = gestures(round_.lines, {})
    with transaction(prepared_database()) as session:
        ids = [line.id for line in gesture.lines]
        take_back(session, moment_id=now.id, line_ids=ids, author="Zoë", at=datetime.now(UTC))
    assert stored("8.2").agreements[0].done is None


def test_agreement_is_done_once(stored: Stored, moment_id: int) -> None:
    action = stored("8.2")
    code = action.agreements[0].code()

    def finish() -> None:
        with transaction(prepared_database()) as session:
            finish_agreement(session, action_id=action.id, code=code, author="Zoë", at=AT)

    finish()
    with pytest.raises(NotAsItWas):
        finish()


def test_agreements_page_without_any_says_how_they_come(open_page: Open) -> None:
    page = open_page("pages/agreements.py")
    assert page.info[0].value.startswith("Er zijn nog geen afspraken gemaakt.")


def test_open_agreement_stands_beside_its_action_at_the_next_moment_until_it_is_done(
    open_page: Open, stored: Stored, moment_id: int, next_moment: Callable[[], None]
) -> None:
    next_moment()
    action = stored("7.1")
    for address in ("pages/meeting.py", "pages/action.py"):
        page = open_page(address, actie=str(action.id))
        assert set(waiting(page)) & {NOTE.text, CALL.text}, address
    page.text_input(key="typed_user").set_value("Zoë").run()
    done_button(page, action, CALL).click().run()
    assert waiting(page) == [NOTE.text]
