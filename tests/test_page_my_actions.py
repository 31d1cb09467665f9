"""Mijn acties: what whoever signed in answers for, in the order in which it asks for attention."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from drafts import NOW, opened_moment
from roles import ISSUER, Enter, Stored, shown
from serving import ROOT, TODAY
from streamlit.testing.v1 import AppTest

from mrdb.domain.edit import Edit
from mrdb.domain.people import Identity, Role
from mrdb.domain.reminders import Step, reminders
from mrdb.domain.response import Action, Agreement
from mrdb.domain.status import Status, Urgency
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.people import answer_from, people, sign_in
from mrdb.store.queries import actions, moments
from mrdb.store.writing import prepare, save_edit
from mrdb.text import my_actions as words
from mrdb.text import nl
from mrdb.text.labels import URGENCY
from mrdb.text.people import why_not
from mrdb.views import my_actions

OVERVIEW, PAGE = "pages/overview.py", "pages/my_actions.py"
POLICY, METHOD, NAME = "Directeur beleid", "Directeur M&O", "An Peeters"
MINE = ("7.1", "7.2", "7.3", "8.1", "8.2")
LOOPS = Edit(Status.ONGOING, "Loopt goed.", internal="Het budget is krap.")


@pytest.fixture
def enter(installation: None) -> Enter:
    """A new session of An, who has this role and is linked to these responsibles: at the bare address or on a page."""

    def opened(role: Role, *responsibles: str, page: str = "", **address: str) -> AppTest:
        with transaction(prepared_database()) as session:
            who = Identity(f"{ISSUER}|{role.value}", NAME, f"{role.value}@example.org", (role,))
            person = sign_in(session, who, NOW)
            assert person is not None
            for name in {*responsibles} - {one.about for one in person.answers}:
                day = date.fromisoformat(TODAY)
                answer_from(session, person.id, name, day, name=name, author="mrdb", at=NOW)
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        app.user = {"is_logged_in": True, "sub": role.value, "iss": ISSUER, "name": NAME}
        app.query_params.update(address)
        app.run()
        return app.switch_page(page).run() if page else app

    return opened


def saved(action: Action, moment_id: int, edit: Edit, by: int | None = None) -> None:
    about = {"action_id": action.id, "version": action.version, "moment_id": moment_id}
    with transaction(prepared_database(), by=by) as session:
        save_edit(session, **about, edit=edit, author="Zoë", at=NOW)


def prepared(action: Action) -> None:
    about = {"action_id": action.id, "version": action.version}
    with transaction(prepared_database()) as session:
        prepare(session, **about, status=Status.ONGOING, comment="Op voorhand.", author="Zoë", at=NOW)


def title(page: AppTest) -> str:
    assert not page.exception
    return str(page.title[0].value)


def counts(page: AppTest) -> list[int]:
    return [int(n) for n in re.findall(r'<span class="\w*"><b>(\d+)</b>', shown(page))]


def cards(page: AppTest, stored: Stored, *numbers: str) -> list[str]:
    """Those of these actions that have a card, in the order of the page."""
    known = {f"form-of-{stored(number).id}": number for number in numbers}
    return [known[str(button.key)] for button in page.button if str(button.key) in known]


def test_director_arrives_at_mijn_acties_once_and_a_filter_or_another_page_wins(enter: Enter) -> None:
    page = enter(Role.DIRECTOR, METHOD)
    assert title(page) == words.TITLE
    assert title(page.switch_page(OVERVIEW).run()) == nl.WHERE_WE_STAND
    assert title(page.run()) == nl.WHERE_WE_STAND
    assert title(enter(Role.DIRECTOR, status="Lopende")) == nl.WHERE_WE_STAND


def test_mijn_acties_is_not_there_where_nobody_signs_in(open_page: Callable[..., AppTest]) -> None:
    page = open_page(PAGE)
    assert [one.value for one in page.info] == [words.NOBODY_SIGNS_IN]
    assert words.TITLE not in {link.proto.label for link in page.get("page_link")}


def test_mijn_acties_is_for_who_answers_for_something(enter: Enter) -> None:
    cases = (
        (Role.READER, "", words.ANSWERS_FOR_NOTHING),
        (Role.READER, METHOD, why_not(Role.READER)),
        (Role.STEERING, METHOD, why_not(Role.STEERING)),
        (Role.SECRETARY, METHOD, "<b>4</b> binnenkort"),
        (Role.DIRECTOR, "", words.NOT_LINKED),
    )
    for role, responsible, said in cases:
        first = enter(role, *filter(None, [responsible]))
        assert title(first) == (words.TITLE if role == Role.DIRECTOR else nl.WHERE_WE_STAND)
        page = first.switch_page(PAGE).run()
        told = " ".join([shown(page), *(one.value for one in page.info)])
        assert said in told
        in_menu = f">{words.TITLE}</span>" in told  # which names the page that one is on
        assert in_menu == (words.TITLE in {one.value for one in page.title}) == (said != words.ANSWERS_FOR_NOTHING)


def test_mijn_acties_counts_as_overzicht_afspraken_and_the_reminders_do(enter: Enter, stored: Stored) -> None:
    prepared(stored("7.2"))
    moment_id = opened_moment(prepared_database())
    saved(stored("7.1"), moment_id, Edit(agreement=Agreement("belt", NAME, None)))
    saved(stored("7.1"), moment_id, LOOPS)
    saved(stored("1.1"), moment_id, Edit(agreement=Agreement("schrijft", POLICY, date(2026, 11, 3))))
    late, soon, unreported, agreed = counts(enter(Role.DIRECTOR, METHOD, POLICY))
    for urgency, n in ((Urgency.OVERDUE, late), (Urgency.SOON, soon)):
        overview = enter(Role.DIRECTOR, verantwoordelijke=f"{METHOD},{POLICY}", termijn=URGENCY[urgency])
        overview.multiselect(key="verantwoordelijke").set_value([METHOD, POLICY]).run()
        assert f"**{nl.actions_shown(n, 15)}**" in {one.value for one in overview.markdown}
    assert f"{agreed} open afspraken, waarvan" in shown(enter(Role.DIRECTOR, page="pages/agreements.py"))
    with read_only(prepared_database()) as session:
        (an,), known = people(session), actions(session)
        rounds = {stored("7.1").recommendation.response.id: next(one for one in moments(session) if one.is_open)}
    asked = reminders(an, known, rounds, date.fromisoformat(TODAY), ())
    assert unreported == sum(one.step == Step.ROUND for one in asked)
    assert (late, soon, unreported, agreed) == (2, 4, 8, 2)


def test_form_that_the_address_asks_for_is_shown_wherever_it_stands(
    enter: Enter, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(my_actions, "AT_ONCE", 2)
    saved(stored("7.1"), opened_moment(prepared_database()), Edit(Status.COMPLETED, "Klaar."))
    first = cards(enter(Role.DIRECTOR, METHOD, page=PAGE), stored, *MINE)
    later = next(number for number in MINE if number not in first and number != "7.1")
    for number in (later, "7.1"):
        page = enter(Role.DIRECTOR, METHOD, page=PAGE, actie=str(stored(number).id))
        assert page.text_area, number
        page.button(key=f"form-of-{stored(number).id}").click().run()
        assert not page.text_area
        assert number in cards(page, stored, number)


def test_mijn_acties_reports_in_the_card_of_the_action_and_folds_what_is_closed(enter: Enter, stored: Stored) -> None:
    moment_id = opened_moment(prepared_database())
    numbers = ("1.1", "3.1", "7.1", "7.2", "7.3")
    page, action = enter(Role.DIRECTOR, METHOD, POLICY), stored("3.1")
    before = cards(page, stored, *numbers)
    assert before == ["1.1", "3.1", "7.1", "7.2", "7.3"]
    page.button(key=f"form-of-{action.id}").click().run()
    page.segmented_control[0].set_value(Status.COMPLETED).run()
    page.text_area[0].set_value("Besproken op het beleidsoverleg.").run()
    assert nl.UNSAVED in shown(page)
    saved(stored("1.1"), moment_id, Edit(Status.COMPLETED, "Afgerond door een collega."))
    assert cards(page.run(), stored, *numbers) == before  # nothing moves around a form that is open
    page.button(key=f"save-{action.id}").click().run()
    assert (stored("3.1").reports[-1].status, stored("3.1").reports[-1].author) == (Status.COMPLETED, NAME)
    page.run()  # AppTest forgets which pages there are when a part is drawn anew
    assert not page.text_area
    assert cards(page, stored, *numbers) == ["7.1", "7.2", "7.3"]
    assert words.closed(2) in {one.label for one in page.expander}


def test_mijn_acties_tells_what_others_changed_since_the_visit_before_this_session(
    enter: Enter, stored: Stored
) -> None:
    moment_id = opened_moment(prepared_database())
    saved(stored("7.2"), moment_id, LOOPS)
    first = enter(Role.DIRECTOR, METHOD)
    assert words.NEWS not in {one.value for one in first.header}
    assert words.NO_NEWS in shown(enter(Role.DIRECTOR))
    with read_only(prepared_database()) as session:
        (an,) = people(session)
    saved(stored("7.1"), moment_id, LOOPS)  # by somebody else
    saved(stored("8.1"), moment_id, LOOPS, by=an.id)
    saved(stored("1.1"), moment_id, LOOPS)  # no action of hers
    second, told = enter(Role.DIRECTOR), f"{nl.STATUS}: Lopende · {nl.COMMENT}: Loopt goed."
    for _ in range(2):
        assert shown(second.run()).count(told) == 1
        assert nl.INTERNAL not in shown(second)
    second.session_state["internal_shown"] = True
    assert "Het budget is krap." in shown(second.run())
    assert told not in shown(enter(Role.DIRECTOR))


def test_mijn_acties_ends_an_agreement_with_one_click(enter: Enter, stored: Stored) -> None:
    moment_id = opened_moment(prepared_database())
    saved(stored("7.1"), moment_id, Edit(agreement=Agreement("belt de federatie", NAME, None)))
    saved(stored("7.1"), moment_id, Edit(agreement=Agreement("schrijft de nota", "Jan", None)))
    page = enter(Role.DIRECTOR, METHOD)
    assert "schrijft de nota" not in shown(page)
    page.button(key=f"done-{stored('7.1').id}-0").click().run()
    assert [bool(one.done) for one in stored("7.1").agreements] == [True, False]
    assert counts(page)[-1] == 0
