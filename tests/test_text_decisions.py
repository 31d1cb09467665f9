"""The decision list in Dutch: capitals, stops, singular and plural, whatever people typed."""

from dataclasses import replace
from datetime import date

import pytest
from builders import (
    CONTINUOUS,
    DECEMBER_2026,
    RESPONSE,
    TODAY,
    a_milestone,
    a_recommendation,
    an_action,
    due_on,
    starting,
)

from mrdb.domain.codes import Difference
from mrdb.domain.decisions import Decision
from mrdb.domain.discussed import Outcome
from mrdb.domain.facts import Fact
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Agreement, Realisation
from mrdb.domain.status import Status
from mrdb.text.decision_list import Line, decision_list, lines
from mrdb.text.decisions import NOTHING_DECIDED, capital, closed, sentence, titled

PROMISED = Difference(Fact.AGREEMENT, None, Agreement("bezorgt de nota", "Els", date(2026, 12, 5)).code())
FINISHED = Difference(Fact.STATUS, Status.ONGOING.value, Status.COMPLETED.value)
TITLE = "Bevorder gezamenlijke analyses en dossiervorming tussen diensten"
MARCH = due_on(date(2027, 3, 31))


def said(*settled: Difference, action: Action | None = None) -> str:
    about = action or an_action("7.1")
    return sentence(Decision(RESPONSE, Outcome.CHANGED, (about,), settled)).removeprefix(f"{titled(about)} – ")


def status(old: Status | None, new: Status) -> Difference:
    return Difference(Fact.STATUS, old.value if old else None, new.value)


def moved(old: Period | None, new: Period | None, reason: str = "", label: str = "") -> Difference:
    milestone = a_milestone(new, label)
    return Difference(Fact.PERIOD, old.code() if old else None, new.code() if new else None, milestone, reason)


def reached(label: str, period: Period, day: date | None) -> Difference:
    old, new = (None, day.isoformat()) if day else (TODAY.isoformat(), None)
    return Difference(Fact.REACHED, old, new, a_milestone(period, label))


def comment(text: str) -> Difference:
    return Difference(Fact.COMMENT, None, text)


def responsible(old: str | None, new: str | None, had: int, has: int) -> str:
    names = ("\n".join(f"{who} {n}" for n in range(count)) or None for who, count in (("oud", had), ("nieuw", has)))
    return said(Difference(Fact.RESPONSIBLE, old, new), Difference(Fact.RESPONSIBLES, *names))


def together(outcome: Outcome, *numbers: str) -> Decision:
    return Decision(RESPONSE, outcome, tuple(an_action(number) for number in numbers))


def remark(text: str) -> str:
    return said(comment(text))


@pytest.mark.parametrize(
    ("reason", "end"),
    [
        ("", "."),
        ("de nieuwe directeur start in februari.", ". Reden: de nieuwe directeur start in februari."),
        ("vormingsaanbod schuift op", ". Reden: vormingsaanbod schuift op."),
        ("Omdat het budget er\nnog niet is", ". Reden: Omdat het budget er nog niet is."),
        ("MEAL-coördinator vertrekt!", ". Reden: MEAL-coördinator vertrekt!"),
        ("Reden: geen budget", ". Reden: geen budget."),
        ("?", ". Reden: ?"),
    ],
)
def test_reason_stands_in_a_sentence_of_its_own(reason: str, end: str) -> None:
    assert said(moved(DECEMBER_2026, MARCH, reason)) == f"termijn verschoven van 31 dec 2026 naar 31 mrt 2027{end}"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (Status.ONGOING, Status.COMPLETED, "van lopende naar afgerond."),
        (Status.NOT_STARTED, Status.COMPLETED, "van niet gestart naar afgerond."),
        (Status.NOT_STARTED, Status.ONGOING, "gestart."),
        (None, Status.ONGOING, "gestart."),
        (None, Status.NOT_STARTED, "nog niet gestart."),
        (None, Status.COMPLETED, "afgerond."),
        (Status.COMPLETED, Status.ONGOING, "van afgerond naar lopende."),
        (Status.ONGOING, Status.ONGOING, "blijft lopende."),
        (Status.NOT_STARTED, Status.NOT_STARTED, "nog niet gestart."),
    ],
)
def test_status_in_words(old: Status | None, new: Status, words: str) -> None:
    assert said(status(old, new)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Campagne geëvalueerd.", "Campagne geëvalueerd."),
        ("campagne geëvalueerd", "Campagne geëvalueerd."),
        ("Klaar..", "Klaar."),
        ("Wat nu?", "Wat nu?"),
        ("Wordt vervolgd…", "Wordt vervolgd…"),
        ("Eerste regel\nTweede regel.\n\nderde", "Eerste regel. Tweede regel. Derde."),
        ("Besproken:\n- aanpak\n- dossiers", "Besproken: aanpak; dossiers."),
        ("ijverig gewerkt", "IJverig gewerkt."),
        ("’s avonds overlegd", "’s Avonds overlegd."),
        ("zie bijlage (versie 2)", "Zie bijlage (versie 2)."),
        ("Nog te doen:", "Nog te doen."),
    ],
)
def test_comment_becomes_sentences(text: str, words: str) -> None:
    assert remark(text) == words


def test_dropped_action_gives_its_reason() -> None:
    dropped = status(Status.ONGOING, Status.DROPPED)
    words = "van lopende naar vervallen. Reden: geen budget meer."
    assert said(dropped, comment("Reden: geen budget meer.")) == words
    assert said(dropped, comment("geen budget meer")) == words


def test_deadline_in_words() -> None:
    two = an_action("7.1", a_milestone(MARCH, "Ontwerp"), a_milestone(MARCH))
    assert said(moved(MARCH, DECEMBER_2026, label="Ontwerp"), action=two) == (
        "termijn van ‘Ontwerp’ vervroegd van 31 mrt 2027 naar 31 dec 2026."
    )
    assert said(moved(None, MARCH)) == "termijn vastgelegd op 31 mrt 2027."
    assert said(moved(MARCH, None)) == "termijn geschrapt (was 31 mrt 2027)."


def test_milestone_in_words() -> None:
    assert said(reached("Ontwerp.", MARCH, TODAY)) == "mijlpaal ‘Ontwerp’ bereikt op 23 nov 2026."
    assert said(reached("", DECEMBER_2026, TODAY)) == "mijlpaal ‘dec 2026’ bereikt op 23 nov 2026."
    begun = reached("In uitvoering", starting(TODAY), TODAY)
    assert said(begun) == "mijlpaal ‘In uitvoering’ gestart op 23 nov 2026."
    assert said(reached("Ontwerp", MARCH, None)) == "mijlpaal ‘Ontwerp’ toch nog niet bereikt."


def test_responsible_in_words() -> None:
    assert responsible("An", "Els", 1, 1) == "verantwoordelijke is nu Els (was An)."
    assert responsible("An en Jan", "Els", 2, 1) == "verantwoordelijke is nu Els (waren An en Jan)."
    assert responsible(None, "Els en An", 0, 2) == "verantwoordelijken zijn nu Els en An."
    assert responsible("An", None, 1, 0) == "er is geen verantwoordelijke meer (was An)."
    assert responsible("Dienst (An)", "Els", 2, 1) == ("verantwoordelijke is nu Els; voordien was dat Dienst (An).")


def test_facts_of_one_action_stand_in_one_paragraph() -> None:
    started = status(Status.NOT_STARTED, Status.ONGOING)
    assert said(started, reached("Ontwerp", MARCH, TODAY)) == ("gestart. Mijlpaal ‘Ontwerp’ bereikt op 23 nov 2026.")


@pytest.mark.parametrize(
    ("outcome", "group"),
    [
        (Outcome.CONFIRMED, "Bevestigd ongewijzigd"),
        (Outcome.NOT_DISCUSSED, "Niet aan bod gekomen"),
        (Outcome.OPEN, "Nog te bespreken"),
    ],
)
def test_others_are_named_under_what_became_of_them(outcome: Outcome, group: str) -> None:
    assert decision_list([together(outcome, "2.1", "5.2")]).split("\n\n") == [
        f"{group}:",
        "Actie 2.1: Realisatie van de MEAL hervorming (Directeur M&O).",
        "Actie 5.2: Realisatie van de MEAL hervorming (Directeur M&O).",
    ]


def test_list_stands_in_groups_and_tells_who_was_not_there_what_each_action_is() -> None:
    done = Decision(RESPONSE, Outcome.CHANGED, (an_action("2.1", text="x" * 60 + " klaar en af."),), (FINISHED,))
    later = Decision(RESPONSE, Outcome.CHANGED, (an_action("1.1"),), (moved(DECEMBER_2026, MARCH, "ziekte"), PROMISED))
    agreed = Decision(RESPONSE, Outcome.CHANGED, (an_action("3.1"),), (PROMISED,))
    assert decision_list([later, done, agreed]).split("\n\n") == [
        "Afgerond:",
        f"Actie 2.1: {'x' * 60} klaar … (Directeur M&O) – van lopende naar afgerond.",
        "Termijn gewijzigd:",
        "Actie 1.1: Realisatie van de MEAL hervorming (Directeur M&O) – termijn verschoven van 31 dec 2026 naar "
        "31 mrt 2027. Reden: ziekte.",
        "Afspraken:",
        "Els | bezorgt de nota (actie 1.1) | 5 dec 2026",
        "Els | bezorgt de nota (actie 3.1) | 5 dec 2026",
    ]


def test_list_of_several_documents_names_each() -> None:
    one = together(Outcome.CONFIRMED, "2.1")
    other = replace(one, response=replace(RESPONSE, id=2, subject="Gender"))
    assert decision_list([one, other]).split("\n\n")[3:5] == ["Gender:", "Bevestigd ongewijzigd:"]
    assert decision_list([]) == NOTHING_DECIDED


def test_lines_part_the_lead_from_the_rest() -> None:
    found = lines(
        "Actie 7.1: gestart. Let op: morgen.\n\nGender m.b.t. klimaat:\nVrije tekst.\nEls | nota | –\nAfspraken:"
    )
    assert found == (
        Line("Actie 7.1:", "gestart. Let op: morgen."),
        Line("Gender m.b.t. klimaat:", ""),
        Line("", "Vrije tekst."),
        Line("", "", ("Els", "nota", "–")),
        Line("Afspraken:", ""),
    )
    assert [line.is_group for line in found] == [False, False, False, False, True]


def test_capital_and_stop_leave_what_is_right() -> None:
    assert capital("https://voorbeeld.be") == "https://voorbeeld.be"
    assert capital("") == ""
    assert closed("Hij zei: “klaar.”") == "Hij zei: “klaar.”"


@pytest.mark.parametrize(
    ("agreement", "row"),
    [
        (Agreement("bezorgt de nota.", "Els", None), "Els | bezorgt de nota (actie 7.1) | –"),
        (Agreement("bezorgt\nde | nota", "", date(2026, 12, 5)), "– | bezorgt de / nota (actie 7.1) | 5 dec 2026"),
    ],
)
def test_agreement_tells_who_what_and_by_when(agreement: Agreement, row: str) -> None:
    made = Difference(Fact.AGREEMENT, None, agreement.code())
    assert decision_list([Decision(RESPONSE, Outcome.CHANGED, (an_action("7.1"),), (made,))]) == f"Afspraken:\n\n{row}"


@pytest.mark.parametrize(
    ("is_realised", "words"),
    [
        (True, f"Aanbeveling 7: {TITLE} – gerealiseerd. De nota is goedgekeurd."),
        (False, f"Aanbeveling 7: {TITLE} – nog niet gerealiseerd. De nota is goedgekeurd."),
    ],
)
def test_recommendation_is_realised_with_its_proof(is_realised: bool, words: str) -> None:
    facts = (Difference(Fact.REALISED, None, Realisation(is_realised, "de nota is goedgekeurd").code()),)
    about = a_recommendation(7)
    assert sentence(Decision(RESPONSE, Outcome.CHANGED, (), facts, about)) == words


@pytest.mark.parametrize(("period", "words"), [(CONTINUOUS, "doorlopend"), (starting(MARCH.last), "vanaf 31 mrt 2027")])
def test_sentence_of_a_new_milestone_names_a_day_only_where_it_is_due(period: Period, words: str) -> None:
    goes_on = Difference(Fact.ADDED, None, period.code(), a_milestone(period, "Proef"))
    assert said(goes_on) == f"nieuwe mijlpaal ‘Proef’, {words}."


def test_sentence_of_a_new_milestone_leaves_nothing_open() -> None:
    proof = Difference(Fact.ADDED, None, MARCH.code(), a_milestone(MARCH, "Proef"))
    assert said(proof) == "nieuwe mijlpaal ‘Proef’, tegen 31 mrt 2027."
    assert said(Difference(Fact.ADDED, None, MARCH.code(), a_milestone(MARCH))) == "nieuwe mijlpaal: 31 mrt 2027."
    assert said(Difference(Fact.ADDED, None, None, a_milestone(None))) == "nieuwe mijlpaal."
