"""What each role sees: what one may not press isn't there, and what one may not read isn't either."""

from datetime import date
from pathlib import Path

import pytest
from drafts import NOW
from roles import INTERNAL, MINE, OTHER, ROLES, WAITING, Enter, Stored, buttons, menu, shown

from mrdb.domain.people import Role
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import close_moment
from mrdb.store.people import change_role, people
from mrdb.text import people as words


@pytest.mark.parametrize("role", ROLES)
def test_internal_remarks_are_offered_to_who_may_read_them(enter: Enter, stored: Stored, role: Role) -> None:
    page = enter(role, "pages/action.py", actie=str(stored(MINE).id))
    may_read = role in {Role.SECRETARY, Role.DIRECTOR}
    assert ("show_internal" in buttons(page)) == may_read
    page.session_state["internal_shown"] = True  # as before the role was taken away
    assert (INTERNAL in shown(page.run())) == may_read


@pytest.mark.parametrize("role", ROLES)
def test_an_action_has_its_form_for_who_may_report_on_it(enter: Enter, stored: Stored, role: Role) -> None:
    mine, other = (enter(role, "pages/action.py", actie=str(stored(number).id)) for number in (MINE, OTHER))
    assert ("save" in buttons(mine)) == (role != Role.READER)
    assert any(key.startswith("done") for key in buttons(mine)) == (role != Role.READER)
    assert ("save" in buttons(other)) == (role == Role.SECRETARY)
    assert role == Role.SECRETARY or words.why_not(role) in shown(other)
    assert "Mijlpalen" in {one.value for one in other.header}


@pytest.mark.parametrize("role", ROLES)
def test_a_meeting_is_held_by_the_secretary_and_read_by_all(enter: Enter, stored: Stored, role: Role) -> None:
    mine, other = (enter(role, "pages/meeting.py", actie=str(stored(number).id)) for number in (MINE, OTHER))
    assert ("save" in buttons(mine)) == (role != Role.READER)
    assert ("save" in buttons(other)) == ("take_prepared" in buttons(other)) == (role == Role.SECRETARY)
    assert WAITING in shown(other)
    for page in (mine, other, enter(role, "pages/moments.py")):
        assert ("close" in buttons(page)) == (role == Role.SECRETARY)
    assert ("confirm_together" in buttons(mine)) == (role == Role.SECRETARY)
    assert not {"arrange", "open_moment"} & buttons(other) or role == Role.SECRETARY


@pytest.mark.parametrize("role", ROLES)
def test_between_two_moments_who_answers_prepares_and_all_read_it(
    enter: Enter, stored: Stored, everybody: int, role: Role
) -> None:
    with transaction(prepared_database()) as session:
        close_moment(session, everybody, "Zoë", NOW)
    mine, other = (enter(role, "pages/action.py", actie=str(stored(number).id)) for number in (MINE, OTHER))
    assert ("save" in buttons(mine)) == (role in {Role.SECRETARY, Role.DIRECTOR})
    assert ("open_moment" in buttons(mine)) == ("withdraw" in buttons(other)) == (role == Role.SECRETARY)
    if role == Role.SECRETARY:  # it stands in the form
        assert other.text_area[0].value == WAITING
    else:
        assert "Voorbereid voor het volgende opvolgingsmoment" in {one.value for one in other.header}
        assert WAITING in shown(other)


def test_what_was_typed_while_one_might_stays_there_to_be_copied(
    enter: Enter, stored: Stored, everybody: int, database_file: Path
) -> None:
    page = enter(Role.STEERING, "pages/action.py", actie=str(stored(MINE).id))
    page.text_area[0].set_value("De groep vraagt een plan.").run()
    with transaction(prepared_database()) as session:
        close_moment(session, everybody, "Zoë", NOW)
    page.button(key=f"save-{stored(MINE).id}").click().run()
    assert [one.value for one in page.code] == ["De groep vraagt een plan."]


@pytest.mark.parametrize("role", ROLES)
def test_overviews_go_out_to_all_and_come_back_to_the_secretary(enter: Enter, role: Role) -> None:
    page = enter(role, "pages/exchange.py")
    assert len(page.get("download_button")) == 2
    assert len(page.get("file_uploader")) == (role == Role.SECRETARY)
    assert ("Beheer" in menu(page)) == (role == Role.SECRETARY)
    assert ("put_response_away" in buttons(enter(role, "pages/recommendations.py"))) == (role == Role.SECRETARY)


@pytest.mark.parametrize("role", ROLES)
def test_beheer_and_new_documents_are_the_secretarys(enter: Enter, role: Role) -> None:
    for stem, title in (("admin", "Beheer"), ("new_response", "Nieuwe managementrespons")):
        page = enter(role, f"pages/{stem}.py")
        told = {one.value for one in page.info}
        assert (title in {one.value for one in page.title}) == (role == Role.SECRETARY)
        assert (words.NOT_FOR_HERE in told) == (role != Role.SECRETARY)


def test_whose_role_was_taken_away_is_refused_on_an_old_screen(enter: Enter, stored: Stored) -> None:
    page, action = enter(Role.SECRETARY, "pages/action.py", actie=str(stored(OTHER).id)), stored(OTHER)
    page.segmented_control[0].set_value(Status.ONGOING)
    with transaction(prepared_database()) as session:
        director, secretary = (
            next(one for one in people(session) if one.role == role) for role in (Role.DIRECTOR, Role.SECRETARY)
        )
        change_role(session, director.id, Role.SECRETARY, author="mrdb", at=NOW)
        change_role(session, secretary.id, Role.READER, author="mrdb", at=NOW)
    page.button(key=f"save-{action.id}").click().run()
    assert [one.value for one in page.error] == [words.NOT_ALLOWED]
    assert stored(OTHER).version == action.version


def test_the_secretary_links_people_to_the_responsibles_and_ends_it(enter: Enter, stored: Stored) -> None:
    page = enter(Role.SECRETARY, "pages/admin.py", deel=words.PEOPLE)
    director = next(one for one in page.selectbox(key="answers_who").options if "Directeur" in one)
    assert [one for one in page.selectbox(key="answers_for").options if one.startswith("Document: ")]
    page.selectbox(key="answers_who").set_value(director)
    page.selectbox(key="answers_for").set_value(stored(OTHER).responsibles[0])
    page.button(key="answer_from").click().run()
    assert not page.error
    page.button(key="answer_from").click().run()
    assert [error.value for error in page.error] == [words.LINKED_ALREADY]
    assert "save" in buttons(enter(Role.DIRECTOR, "pages/action.py", actie=str(stored(OTHER).id)))
    which = next(
        one for one in page.selectbox(key="answers_which").options if one.endswith(stored(OTHER).responsibles[0])
    )
    page.selectbox(key="answers_which").set_value(which)
    page.date_input(key="answers_until").set_value(date(2026, 11, 22))
    page.button(key="answer_until").click().run()
    assert not page.error
    assert "save" not in buttons(enter(Role.DIRECTOR, "pages/action.py", actie=str(stored(OTHER).id)))
    with read_only(prepared_database()) as session:
        known = next(one for one in people(session) if one.role == Role.DIRECTOR)
    assert [one.last for one in known.answers] == [None, date(2026, 11, 22)]
    page.selectbox(key="person").set_value(director).run().button(key="withdraw").click().run()
    assert "let_in" in buttons(page)
    assert "withdraw" not in buttons(page)  # a second click on it lets nobody in again


def test_who_signed_in_turns_mail_off_where_any_goes_out(
    enter: Enter, database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not enter(Role.READER).toggle
    monkeypatch.setenv("MRDB_SMTP_HOST", "smtp.example.org")
    enter(Role.READER).toggle[0].set_value(False).run()
    assert [one.value for one in enter(Role.READER).toggle] == [False]
    assert [one.value for one in enter(Role.DIRECTOR).toggle] == [True]
