"""Nieuwe managementrespons: a document is read, doubted, mended and stored; driven through the entry."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from drafts import NOW, TODAY
from serving import own_links
from streamlit.testing.v1 import AppTest

from mrdb.domain.edit import Edit
from mrdb.domain.facts import TEXTS, Fact, Subject
from mrdb.domain.response import Action, ManagementResponse
from mrdb.domain.status import Acceptance, Status
from mrdb.exchange.report import report_document
from mrdb.startup import prepared_database
from mrdb.store.database import read_only, transaction
from mrdb.store.moments import open_moment
from mrdb.store.queries import actions, changes, management_responses, moments, recommendations
from mrdb.store.queries import open_moment as open_moment_of
from mrdb.store.writing import save_edit

Open = Callable[..., AppTest]
PAGE = "pages/new_response.py"
SEED = Path(__file__).resolve().parent.parent / "seed" / "managementrespons-klimaat-migratie-2025.txt"
SMALL = """ONDERWERP: Managementrespons op de evaluatie van Water
DOC. NR: 12 DATUM 14/03/2026
VAN: An Peeters
AAN: Directieteam
SITUERING

De evaluatie bekijkt de werking rond water.

MANAGEMENT RESPONSE

AANBEVELING 1 : Maak een plan

Schrijf een plan voor de waterwerking.

MANAGEMENT RESPONSE

Akkoord.

Actie

Kalender

Verantwoordelijke(n)

Opvolging

Stvz Commentaar

1.1 Een plan schrijven

najaar 2026

Directeur beleid

(stvz op
opvolgingsmoment,
wordt overschreven bij
volgend
opvolgingsmoment)

AANBEVELING 2 : Voer het plan uit

Voer het plan uit.

MANAGEMENT RESPONSE

Akkoord.

Actie

Kalender

Verantwoordelijke(n)

Opvolging

Stvz Commentaar

2.1 Het plan uitvoeren

dec 2026

Directeur beleid

Lopende
"""


def shown(page: AppTest) -> str:
    assert not page.exception
    texts = [html.proto.body for html in page.get("html")]
    texts += [text.value for text in (*page.markdown, *page.info, *page.success, *page.warning)]
    return " ".join(texts)


def read(page: AppTest, text: str = SMALL, name: str = "water.txt") -> AppTest:
    page.file_uploader[0].set_value((name, text.encode(), "text/plain"))
    page.run()
    assert not page.exception
    return page


def store(page: AppTest) -> AppTest:
    if page.checkbox:
        page.checkbox[0].check()
    page.text_input(key="typed_user").set_value("An")
    page.button(key="store_document").click().run()
    assert not page.exception
    return page


def field(page: AppTest, at: str, name: str) -> str:
    """The key of a field: of the ``head``, of ``0`` for the first recommendation, of ``0-1`` for its second action."""
    key = f"draft-{page.session_state['typed_review']}-{at if '-' in at else f'{at}-head'}-{name}"
    return key if name in {"status", "acceptance"} else f"typed_now-{key}"


def show(page: AppTest, part: int) -> AppTest:
    chooser = next(group for group in page.button_group if "onderdeel" in group.label)
    chooser.set_value(part + 1).run()
    assert not page.exception
    return page


def stored() -> tuple[ManagementResponse, list[Action]]:
    with read_only(prepared_database()) as session:
        response = max(management_responses(session), key=lambda one: one.id)
        return response, [action for action in actions(session) if action.recommendation.response == response]


def count() -> int:
    with read_only(prepared_database()) as session:
        return len(management_responses(session))


def test_new_response_is_read_mended_and_stored(open_page: Open) -> None:
    page = read(open_page(PAGE))
    assert "2 aanbevelingen, 2 acties" in shown(page)
    page.text_input(key=field(page, "head", "document_number")).set_value("13").run()
    show(page, 0)
    page.text_area(key=field(page, "0-0", "calendar")).set_value("Ontwerp: maart 2027").run()
    assert "<b>mrt 2027</b> Ontwerp" in shown(page)
    page.text_area(key=field(page, "0-0", "responsible")).set_value("Directeur M&O en Directeur beleid").run()
    assert "<b>Directeur M&amp;O</b>" in shown(page)
    assert "1 met een stand van zaken. Het document zelf wordt het eerste opvolgingsmoment: 14 mrt 2026." in shown(page)
    page = store(page)
    assert "is opgeslagen: 2 aanbevelingen, 2 acties." in shown(page)
    assert set(own_links(page)) == {"Bekijk de aanbevelingen", "Naar het overzicht"}

    response, (first, second) = stored()
    assert (response.subject, response.document_number, response.date) == (
        "Managementrespons op de evaluatie van Water",
        "13",
        date(2026, 3, 14),
    )
    assert [milestone.period.due for milestone in first.milestones if milestone.period] == [date(2027, 3, 31)]
    assert first.responsibles == ("Directeur M&O", "Directeur beleid")
    assert [(report.status, report.moment.date, report.author) for report in second.reports] == [
        (Status.ONGOING, date(2026, 3, 14), "An")
    ]
    with read_only(prepared_database()) as session:
        assert {line.source for line in changes(session, second.id)} == {"water.txt"}


def test_new_response_shows_doubts_first_and_jumps_to_them(open_page: Open) -> None:
    page = read(open_page(PAGE), SMALL.replace("Een plan schrijven", "Een beleidsbeinvioeding"))
    assert page.header[0].value == "1 twijfel om na te kijken"
    page.button(key="doubt-damaged_letters-0").click().run()
    assert "De tekstherkenning las hier misschien een letter verkeerd." in shown(page)
    assert "<mark>beleidsbeinvioeding</mark>" in shown(page)
    assert page.text_area(key=field(page, "0-0", "text")).value == "Een beleidsbeinvioeding"


def test_new_response_wants_the_doubts_looked_at(open_page: Open) -> None:
    page = read(open_page(PAGE), SMALL.replace("Een plan schrijven", "Een beleidsbeinvioeding"))
    page.text_input(key="typed_user").set_value("An")
    page.button(key="store_document").click().run()
    assert page.error[0].value == "Kijk eerst de twijfels na en vink dat aan."
    assert count() == 1
    store(page)
    assert count() == 2


def test_new_response_without_doubts_says_so(open_page: Open) -> None:
    page = read(open_page(PAGE))
    assert page.success[0].value == "Geen twijfels: alles kon met zekerheid gelezen worden."
    assert not page.checkbox


def test_new_response_wants_a_name(open_page: Open) -> None:
    page = read(open_page(PAGE))
    page.button(key="store_document").click().run()
    assert page.error[0].value == "Vul eerst in wie dit invult."
    assert count() == 1


def test_new_response_says_what_has_to_be_mended_first(open_page: Open) -> None:
    page = show(read(open_page(PAGE)), 1)
    page.text_input(key=field(page, "1-0", "number")).set_value("1.1").run()
    show(page, -1)
    assert [button.label for button in page.button if str(button.key).startswith("lack-")] == [
        "Actie 1.1",
        "Actie 1.1",
    ]
    assert "store_document" not in [button.key for button in page.button]
    page.button(key="lack-1").click().run()
    page.text_input(key=field(page, "1-0", "number")).set_value("2.1").run()
    store(page)
    assert count() == 2


def test_new_response_typed_text_stays_while_other_parts_are_shown(open_page: Open) -> None:
    page = show(read(open_page(PAGE)), 0)
    page.text_area(key=field(page, "0", "answer")).set_value("Gedeeltelijk akkoord.").run()
    show(page, 1)
    page.switch_page("pages/overview.py").run()
    page.switch_page(PAGE).run()
    show(page, 0)
    assert page.text_area(key=field(page, "0", "answer")).value == "Gedeeltelijk akkoord."


def test_new_response_actions_are_added_and_left_out(open_page: Open) -> None:
    page = show(read(open_page(PAGE)), 0)
    page.button(key="add-0").click().run()
    page.text_input(key=field(page, "0-1", "number")).set_value("1.2")
    page.text_area(key=field(page, "0-1", "text")).set_value("Het plan bespreken").run()
    page.button(key="out-0-0").click().run()
    assert "Actie 1.1 wordt niet opgeslagen" in shown(page)
    page.button(key="in-0-0").click().run()
    show(page, 1)
    page.button(key="out-1-None").click().run()
    store(page)
    _, found = stored()
    assert [(action.number, action.text) for action in found] == [
        ("1.1", "Een plan schrijven"),
        ("1.2", "Het plan bespreken"),
    ]


def test_new_response_partly_accepted_wants_a_reason(open_page: Open) -> None:
    page = show(read(open_page(PAGE)), 0)
    page.selectbox(key=field(page, "0", "acceptance")).set_value(Acceptance.PARTIALLY_ACCEPTED).run()
    assert "Schrijf op waarom ze niet of niet volledig aanvaard is." in shown(page)
    page.text_input(key=field(page, "0", "acceptance_reason")).set_value("geen budget").run()
    store(page)
    _, found = stored()
    assert found[0].recommendation.acceptance_reason == "geen budget"


def test_new_response_without_a_date_is_asked_for_it(open_page: Open) -> None:
    page = read(open_page(PAGE), SMALL.replace("DATUM 14/03/2026", ""))
    assert [header.value for header in page.subheader] == ["Welke datum draagt dit document?"]
    page.date_input[0].set_value(date(2026, 4, 1)).run()
    next(button for button in page.button if button.label == "Lees het document met deze datum").click().run()
    assert page.date_input(key=field(page, "head", "date")).value == date(2026, 4, 1)


def test_new_response_that_is_there_already_is_recognised_by_its_bytes(open_page: Open) -> None:
    page = read(open_page(PAGE), SEED.read_text(encoding="utf-8"), "zelfde.txt")
    assert "Dit document is al ingelezen." in shown(page)
    assert "store_document" not in [button.key for button in page.button]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Zomaar een tekst.", "brief.txt: In dit bestand staat geen managementrespons"),
        ("", "brief.txt: Dit bestand is leeg."),
    ],
)
def test_new_response_says_why_a_file_cannot_be_read(open_page: Open, text: str, said: str) -> None:
    page = read(open_page(PAGE), text, "brief.txt")
    assert page.error[0].value.startswith(said)
    assert (own_links(page) == ["Naar Uitwisselen →"]) == ("Zomaar" in text)  # with the other ways on


def test_new_response_another_document_begins_with_an_empty_place(open_page: Open) -> None:
    page = read(open_page(PAGE))
    page.text_input(key=field(page, "head", "sender")).set_value("Iemand").run()
    page.button(key="other_document").click().run()
    read(page, SMALL.replace("An Peeters", "Bert"))
    assert page.text_input(key=field(page, "head", "sender")).value == "Bert"


def again(open_page: Open, text: str) -> AppTest:
    """A first version is stored; another one is read."""
    store(read(open_page(PAGE)))
    page = read(open_page(PAGE), text, "water versie 2.txt")
    assert "Dit lijkt een nieuwe versie van ‘Managementrespons op de evaluatie van Water’ (14 mrt 2026)" in shown(page)
    return page


def test_new_version_is_offered_as_an_update_with_every_difference(open_page: Open) -> None:
    page = again(
        open_page, SMALL.replace("Een plan schrijven", "Een waterplan schrijven").replace("An Peeters", "Bert")
    )
    assert "2 velden gewijzigd" in shown(page)
    assert "<td>Van</td><td><del>An Peeters</del> <ins>Bert</ins></td>" in shown(page)
    assert "<del>plan</del> <ins>waterplan</ins> <span>schrijven</span>" in shown(page)
    store(page)
    assert "‘Managementrespons op de evaluatie van Water’ is bijgewerkt." in shown(page)
    response, (first, _) = stored()
    assert (response.sender, first.text) == ("Bert", "Een waterplan schrijven")
    with read_only(prepared_database()) as session:
        assert [line.source for line in changes(session, first.id)] == ["water versie 2.txt"]
    assert count() == 2


def test_new_version_that_was_mended_shows_the_differences_of_now(open_page: Open) -> None:
    page = again(open_page, SMALL.replace("An Peeters", "Bert"))
    page.text_input(key=field(page, "head", "sender")).set_value("An Peeters").run()
    assert "Er zijn geen verschillen" in shown(page)
    assert "store_document" not in [button.key for button in page.button]


def test_new_version_names_what_is_not_in_it_any_more(open_page: Open) -> None:
    first_only = SMALL[: SMALL.index("AANBEVELING 2")]
    page = again(open_page, first_only)
    assert "Staat niet meer in dit document en blijft zoals het is**: Aanbeveling 2 en Actie 2.1" in shown(page)


def test_new_version_with_news_wants_an_open_moment(open_page: Open) -> None:
    page = again(open_page, SMALL.replace("Lopende", "Afgerond Het plan is klaar."))
    page = show(page, 1)
    page.selectbox(key=field(page, "1-0", "status")).set_value(Status.COMPLETED)
    page.text_area(key=field(page, "1-0", "comment")).set_value("Het plan is klaar.").run()
    assert "Open er eerst een" in shown(page)
    assert "store_document" not in [button.key for button in page.button]
    open_a_moment()
    store(page.run())
    _, (_, second) = stored()
    assert [(report.status, report.comment) for report in second.reports] == [
        (Status.ONGOING, ""),
        (Status.COMPLETED, "Het plan is klaar."),
    ]


def test_new_version_never_writes_over_what_somebody_saved_unseen(open_page: Open) -> None:
    page = again(open_page, f"{SMALL}\n")
    open_a_moment()
    page = show(page, 1)
    page.selectbox(key=field(page, "1-0", "status")).set_value(Status.COMPLETED)
    page.text_area(key=field(page, "1-0", "comment")).set_value("Het plan is klaar.").run()
    assert "<del>Lopende</del> <ins>Afgerond</ins>" in shown(page)
    save_meanwhile(Edit(Status.DROPPED, "Geen budget.", {}, ()))
    page = store(page)
    assert "Intussen wijzigde iemand anders iets. Bekijk de verschillen opnieuw." in shown(page)
    assert "<del>Vervallen</del> <ins>Afgerond</ins>" in shown(page)
    assert last_report() == (Status.DROPPED, "Geen budget.", "Bert")
    page.button(key="store_document").click().run()
    assert "is bijgewerkt" in shown(page)
    assert last_report() == (Status.COMPLETED, "Het plan is klaar.", "An")


def test_new_version_is_stored_although_something_else_was_saved_meanwhile(open_page: Open) -> None:
    page = again(open_page, SMALL.replace("An Peeters", "Bert"))
    open_a_moment()
    save_meanwhile(Edit(Status.DROPPED, "Geen budget.", {}, ()))
    assert "is bijgewerkt" in shown(store(page))


def test_new_version_takes_along_what_was_typed_just_before_the_click(open_page: Open) -> None:
    page = again(open_page, SMALL.replace("An Peeters", "Bert"))
    page.text_input(key=field(page, "head", "sender")).set_value("Cis")
    assert "is bijgewerkt" in shown(store(page))
    assert stored()[0].sender == "Cis"


def test_new_version_may_be_stored_as_a_new_response_all_the_same(open_page: Open) -> None:
    page = again(open_page, SMALL.replace("An Peeters", "Bert"))
    page.radio[0].set_value("Toch opslaan als nieuwe managementrespons").run()
    assert "Het document zelf wordt het eerste opvolgingsmoment" in shown(page)
    store(page)
    assert count() == 3


def test_own_word_report_comes_back_without_differences(open_page: Open) -> None:
    page = open_page(PAGE)
    with read_only(prepared_database()) as session:
        journal, promised, asked = changes(session), actions(session), recommendations(session)
        report = report_document(asked[0].response, asked, promised, moments(session)[0], NOW, journal=journal)
    page.file_uploader[0].set_value(("verslag.docx", report, "")).run()
    assert "‘Management response m.b.t. evaluatierapport rond klimaat" in shown(page)
    assert "Er zijn geen verschillen" in shown(page)


def save_meanwhile(edit: Edit) -> None:
    """Bert saves the last action in the open moment."""
    _, (*_, action) = stored()
    with transaction(prepared_database()) as session:
        moment = open_moment_of(session, action.recommendation.response.id)
        assert moment is not None
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment.id,
            edit=edit,
            author="Bert",
            at=NOW,
        )


def last_report() -> tuple[Status, str, str]:
    _, (*_, action) = stored()
    report = action.reports[-1]
    return report.status, report.comment, report.author


def open_a_moment() -> None:
    response, _ = stored()
    with transaction(prepared_database()) as session:
        open_moment(session, day=TODAY, title="", response_ids=[response.id], author="An", at=NOW)


def test_new_response_has_a_field_for_every_text(open_page: Open) -> None:
    page = read(open_page(PAGE))

    def missing(at: str, subject: Subject) -> list[Fact]:
        keys = {widget.key for widget in (*page.text_input, *page.text_area)}
        return [fact for fact in TEXTS[subject] if field(page, at, fact.attribute) not in keys]

    assert missing("head", Subject.RESPONSE) == []
    show(page, 0)
    assert missing("0", Subject.RECOMMENDATION) == []
    assert missing("0-0", Subject.ACTION) == []
