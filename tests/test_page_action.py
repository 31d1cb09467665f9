"""Actie and its form, driven through the entry on the real document; what counts is what the database then holds."""

from collections.abc import Callable
from datetime import date

import pytest
from drafts import NOW, a_draft_action
from serving import press
from streamlit.testing.v1 import AppTest

from mrdb.domain.facts import Fact
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.adding import add_action
from mrdb.store.database import transaction
from mrdb.store.journal import Journal
from mrdb.store.putting_away import put_action_away
from mrdb.store.queries import open_moment

Open = Callable[..., AppTest]
Stored = Callable[[str], Action]


def field(page: AppTest, name: str) -> str:
    """The key of a field of the form; it also holds the action's version."""
    widgets = [*page.text_area, *page.text_input, *page.checkbox, *page.date_input, *page.button_group]
    return next(widget.key for widget in widgets if widget.key and widget.key.startswith(f"typed_form-{name}"))


@pytest.fixture
def form(open_page: Open, stored: Stored) -> Callable[[str], AppTest]:
    """The page of an action with a moment opened today by An."""

    def opened(number: str) -> AppTest:
        page = open_page("pages/action.py", actie=str(stored(number).id))
        page.text_input(key="typed_user").set_value("An").run()
        return page.button(key="open_moment").click().run()

    return opened


def save(page: AppTest) -> AppTest:
    return press(page, "Opslaan")


def test_action_shows_the_phrase_as_written_and_what_was_read(open_page: Open, stored: Stored) -> None:
    page = open_page("pages/action.py", actie=str(stored("4.1").id))
    shown = " ".join(html.proto.body for html in page.get("html"))
    assert "najaar (2025)" in shown
    assert "jaar afgeleid, niet genoemd" in shown
    assert "Individuele gesprekken (momenteel nog reactief) zijn opgestart" in shown


def test_action_without_open_moment_prepares_the_next_and_offers_one_dated_today(
    open_page: Open, stored: Stored
) -> None:
    page = open_page("pages/action.py", actie=str(stored("7.1").id))
    assert page.button(key="open_moment").label == "Open een opvolgingsmoment van vandaag (23 nov 2026)"
    page.text_input(key="typed_user").set_value("An").run()
    page.text_area[0].set_value("Getypt toen er nog geen open was.").run()
    page.button(key="open_moment").click().run()
    assert page.subheader[0].value == "Stand van zaken op 23 nov 2026"
    assert page.text_area[0].value == "Getypt toen er nog geen open was."


def test_action_save_writes_to_the_open_moment(form: Callable[[str], AppTest], stored: Stored) -> None:
    page = form("7.1")
    page.button_group(key=field(page, "status")).set_value(Status.ONGOING)
    page.text_area(key=field(page, "comment")).set_value("Ontwerp ligt voor.")
    assert not save(page).run().exception  # AppTest forgets which pages there are when a part is drawn anew
    report = stored("7.1").reports[-1]
    assert (report.status, report.comment, report.author) == (Status.ONGOING, "Ontwerp ligt voor.", "An")
    assert report.moment.date == date(2026, 11, 23)


def test_action_session_holds_no_more_after_many_saves(form: Callable[[str], AppTest], stored: Stored) -> None:
    page, held = form("7.1"), []
    for turn in range(3):
        page.button_group(key=field(page, "status")).set_value(Status.ONGOING)
        page.text_area(key=field(page, "comment")).set_value(f"Stand {turn}")
        save(page)
        held.append(len(list(page.session_state)))
    assert stored("7.1").reports[-1].comment == "Stand 2"
    assert held[0] == held[-1]


def test_action_later_report_leaves_the_earlier_one(form: Callable[[str], AppTest], stored: Stored) -> None:
    page = form("4.2")
    page.button_group(key=field(page, "status")).set_value(Status.COMPLETED)
    page.text_area(key=field(page, "comment")).set_value("Campagne geëvalueerd.")
    save(page)
    reports = stored("4.2").reports
    assert [report.status for report in reports] == [Status.ONGOING, Status.COMPLETED]
    assert reports[0].comment.startswith("Campagne ‘de lopende rekening’ is reeds gelanceerd.")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (Status.COMPLETED, "Een afgeronde actie vraagt een commentaar: wat is er bereikt?"),
        (Status.DROPPED, "Een vervallen actie vraagt een reden: waarom gaat ze niet door?"),
    ],
)
def test_action_closing_without_words_is_refused(
    form: Callable[[str], AppTest], stored: Stored, status: Status, sentence: str
) -> None:
    page = form("7.1")
    page.button_group(key=field(page, "status")).set_value(status)
    save(page)
    assert sentence in page.error[0].value
    assert stored("7.1").reports == ()


def test_action_refused_save_keeps_what_was_typed(form: Callable[[str], AppTest]) -> None:
    page = form("7.1")
    comment = field(page, "comment")
    page.text_area(key=comment).set_value("Zonder status.")
    save(page)
    assert "Kies een status." in page.error[0].value
    assert page.text_area(key=comment).value == "Zonder status."


def test_action_moved_deadline_keeps_its_first_date(form: Callable[[str], AppTest], stored: Stored) -> None:
    page = form("7.1")
    page.date_input(key=field(page, "period-")).set_value(date(2027, 3, 31))
    save(page)
    assert "Een verschoven deadline vraagt een reden." in page.error[0].value
    page.text_input(key=field(page, "move_reason-")).set_value("de nieuwe directeur start in februari")
    save(page)
    milestone = stored("7.1").milestones[0]
    assert milestone.period == Period(PeriodKind.DEADLINE, date(2027, 3, 31), date(2027, 3, 31), Precision.DAY)
    assert milestone.first_period == Period(PeriodKind.DEADLINE, date(2026, 12, 1), date(2026, 12, 31), Precision.MONTH)


def test_action_new_responsible_keeps_the_former_in_the_history(
    form: Callable[[str], AppTest], stored: Stored, journal: Callable[[int], list[object]]
) -> None:
    page = form("5.3")
    page.text_input(key=field(page, "responsible")).set_value("Dienst Beweging en An Peeters")
    save(page)
    action = stored("5.3")
    assert (action.responsible, action.reports[-1].moment.date) == ("Dienst Beweging en An Peeters", date(2025, 10, 13))
    assert (
        Fact.RESPONSIBLE, "Dienst Beweging (Leen Janssen)", "Dienst Beweging en An Peeters", "An",
    ) in journal(action.id)  # fmt: skip


def test_action_typed_text_survives_a_visit_to_another_page(form: Callable[[str], AppTest]) -> None:
    page = form("7.1")
    comment = field(page, "comment")
    page.text_area(key=comment).set_value("Half getypt").run()
    page.switch_page("pages/overview.py").run()
    page.switch_page("pages/action.py").run()
    assert page.text_area(key=comment).value == "Half getypt"


def test_action_ticked_milestone_says_nothing_of_the_status(form: Callable[[str], AppTest], stored: Stored) -> None:
    page = form("4.2")
    page.checkbox(key=field(page, "reached-")).check()
    save(page)
    action = stored("4.2")
    assert action.milestones[0].reached_on == date(2026, 11, 23)
    assert len(action.reports) == 1


def test_action_second_editor_keeps_only_what_he_touched(
    form: Callable[[str], AppTest], open_page: Open, stored: Stored
) -> None:
    first = form("4.2")
    second = open_page("pages/action.py", actie=str(stored("4.2").id))
    second.text_input(key="typed_user").set_value("Bert")
    second.checkbox(key=field(second, "reached-")).check().run()
    first.button_group(key=field(first, "status")).set_value(Status.COMPLETED)
    first.text_area(key=field(first, "comment")).set_value("Klaar, zegt An")
    save(first)
    save(second)
    press(second, "Mijn versie opslaan")
    action = stored("4.2")
    assert (action.reports[-1].status, action.reports[-1].comment) == (Status.COMPLETED, "Klaar, zegt An")
    assert action.milestones[0].reached_on == date(2026, 11, 23)


def test_action_new_moment_does_not_hide_what_somebody_saved_in_it(
    form: Callable[[str], AppTest], open_page: Open, stored: Stored, next_moment: Callable[[], None]
) -> None:
    first = form("8.2")
    first.text_area(key=field(first, "comment")).set_value("Tekst van An").run()
    next_moment()
    second = open_page("pages/action.py", actie=str(stored("8.2").id))
    second.text_input(key="typed_user").set_value("Bert")
    second.button_group(key=field(second, "status")).set_value(Status.ONGOING)
    second.text_area(key=field(second, "comment")).set_value("Tekst van Bert")
    save(second)
    first.run()
    assert first.warning[0].value.startswith("Bert sloeg deze actie op terwijl jij aan het typen was.")
    assert first.text_area(key=field(first, "comment")).value == "Tekst van An"


def test_action_that_does_not_exist_says_so(open_page: Open) -> None:
    for asked in ("9999", "abc", "99999999999999999999"):
        page = open_page("pages/action.py", actie=asked)
        assert not page.exception
        assert page.info[0].value == "Deze actie bestaat niet (meer). Kies hieronder een andere."


def test_action_that_was_added_can_be_put_away_and_one_of_the_document_cannot(
    form: Callable[[str], AppTest], open_page: Open, stored: Stored
) -> None:
    page = form("7.1")
    assert "Berg deze actie op" not in [button.label for button in page.button]
    part, database = stored("7.1").recommendation, prepared_database()
    with transaction(database) as session:
        moment = open_moment(session, part.response.id)
        assert moment is not None
        add_action(Journal(session, "An", NOW, "lijst.xlsx", moment_id=moment.id), part, a_draft_action("7.9"))
    added = stored("7.9")
    page = open_page("pages/action.py", actie=str(added.id))
    with transaction(database) as session:
        put_action_away(session, added, reason="vergissing", author="Els", at=NOW)
    press(page, "Berg deze actie op")
    assert page.info[0].value == "Deze actie bestaat niet (meer). Kies hieronder een andere."
    assert "Berg deze actie op" not in [button.label for button in page.button]


def test_action_from_the_menu_asks_which_one(open_page: Open, stored: Stored) -> None:
    page = open_page("pages/action.py")
    assert (page.title[0].value, len(page.info)) == ("Kies een actie", 0)
    page.button(key=f"go-to-{stored('3.1').id}").click().run()
    assert page.query_params["actie"] == str(stored("3.1").id)
    assert not page.title  # the action itself, in its own large type


def test_action_second_editor_is_told_and_chooses(
    form: Callable[[str], AppTest], open_page: Open, stored: Stored
) -> None:
    first = form("8.2")
    second = open_page("pages/action.py", actie=str(stored("8.2").id))
    second.text_input(key="typed_user").set_value("Bert")
    second.button_group(key=field(second, "status")).set_value(Status.NOT_STARTED)
    second.text_area(key=field(second, "comment")).set_value("Tekst van Bert").run()
    first.button_group(key=field(first, "status")).set_value(Status.ONGOING)
    first.text_area(key=field(first, "comment")).set_value("Tekst van An")
    save(first)

    save(second)
    assert second.warning[0].value.startswith("An sloeg deze actie op terwijl jij aan het typen was.")
    shown = " ".join(html.proto.body for html in second.get("html"))
    assert "Tekst van An" in shown
    assert "Tekst van Bert" in shown
    assert stored("8.2").reports[-1].comment == "Tekst van An"

    press(second, "Samenvoegen")
    assert second.text_area(key=field(second, "comment")).value == "Tekst van An\n\nTekst van Bert"
    save(second)
    report = stored("8.2").reports[-1]
    assert (report.comment, report.author) == ("Tekst van An\n\nTekst van Bert", "Bert")


def test_action_choosing_mine_keeps_theirs_in_the_history(
    form: Callable[[str], AppTest], open_page: Open, stored: Stored, journal: Callable[[int], list[object]]
) -> None:
    first = form("8.2")
    second = open_page("pages/action.py", actie=str(stored("8.2").id))
    second.text_input(key="typed_user").set_value("Bert")
    second.text_area(key=field(second, "comment")).set_value("Tekst van Bert")
    second.button_group(key=field(second, "status")).set_value(Status.ONGOING).run()
    first.button_group(key=field(first, "status")).set_value(Status.ONGOING)
    first.text_area(key=field(first, "comment")).set_value("Tekst van An")
    save(first)
    save(second)
    press(second, "Mijn versie opslaan")
    assert stored("8.2").reports[-1].comment == "Tekst van Bert"
    assert (Fact.COMMENT, "Tekst van An", "Tekst van Bert", "Bert") in journal(stored("8.2").id)
