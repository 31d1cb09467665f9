"""One line in the list of facts is known everywhere: what forgets a fact is named here.

Whoever adds a fact runs this file first: it asks each place that must know a fact for every fact there is.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest
from builders import TODAY, a_milestone, a_report, an_action, due_on
from drafts import NOW, a_draft, found, opened_moment, store
from streamlit.testing.v1 import AppTest

from mrdb.domain.codes import attributes, code_of, differences, with_code
from mrdb.domain.edit import Edit
from mrdb.domain.facts import TEXTS, Fact, Kind, Subject, Way, facts_of
from mrdb.domain.response import (
    Action,
    ManagementResponse,
    Milestone,
    Moment,
    Realisation,
    Recommendation,
    StatusReport,
)
from mrdb.domain.rewind import gestures
from mrdb.domain.status import Acceptance, Status
from mrdb.exchange.columns import MILESTONES, OVERVIEW
from mrdb.exchange.list_document import document_of
from mrdb.exchange.plain_list import Agreed, list_rows, proposed_columns, read_list
from mrdb.exchange.report import report_document
from mrdb.reading.document import read_document
from mrdb.reading.phrases import READERS
from mrdb.startup import prepared_database
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import open_moment
from mrdb.store.queries import changes
from mrdb.store.tables import ActionRow, MilestoneRow, MomentRow, RecommendationRow, ResponseRow, StatusReportRow
from mrdb.store.undoing import take_back
from mrdb.store.writing import save_edit
from mrdb.text.history import code_words, new_in_words, old_in_words, what_changed
from mrdb.text.labels import FACT, HEADING

HELD = {
    Subject.RESPONSE: (ManagementResponse, ResponseRow),
    Subject.RECOMMENDATION: (Recommendation, RecommendationRow),
    Subject.ACTION: (Action, ActionRow),
    Subject.MILESTONE: (Milestone, MilestoneRow),
    Subject.REPORT: (StatusReport, StatusReportRow),
    Subject.MOMENT: (Moment, MomentRow),
}
IN_OTHER_COLUMNS = {Fact.PERIOD, Fact.REALISED, Fact.RESPONSIBLES}
"""These a table holds in several columns, or in another table."""
VALUES = {
    Kind.TEXT: "Een tekst.\n\nNog een.",
    Kind.STATUS: Status.ONGOING.value,
    Kind.DAY: "2026-11-20",
    Kind.PERIOD: due_on(date(2027, 3, 31)).code(),
    Kind.NAMES: "Els\nJan",
    Kind.ACCEPTANCE: f"{Acceptance.REJECTED.value}\nte duur",
    Kind.REALISATION: Realisation(True, "de nota is er").code(),
}
OF_VALUES = [fact for fact in Fact if fact.attribute]
Stored = Callable[[str], Action]
TYPED = facts_of(Subject.ACTION, Way.FORM)


@pytest.mark.parametrize("fact", OF_VALUES, ids=lambda fact: fact.value)
def test_fact_is_held_by_the_domain_and_by_a_table(fact: Fact) -> None:
    of_domain, row = HELD[fact.subject]
    assert fact.attribute in {field.name for field in fields(of_domain)}
    assert fact in IN_OTHER_COLUMNS or attributes(fact, None).keys() <= row.model_fields.keys()


@pytest.mark.parametrize("fact", OF_VALUES, ids=lambda fact: fact.value)
def test_fact_survives_its_code_and_has_words(fact: Fact) -> None:
    action = an_action("7.1", a_milestone(None), reports=[a_report(Status.NOT_STARTED)])
    things = {
        Subject.RESPONSE: action.recommendation.response,
        Subject.RECOMMENDATION: action.recommendation,
        Subject.ACTION: action,
        Subject.MILESTONE: action.milestones[0],
        Subject.REPORT: action.reports[0],
        Subject.MOMENT: action.reports[0].moment,
    }
    code = VALUES[fact.kind]
    changed = with_code(things[fact.subject], fact, code)
    assert code_of(changed, fact) == code
    assert [one.fact for one in differences(things[fact.subject], changed, [fact])] == [fact]
    assert code_words(fact, code)


def test_fact_of_the_overview_has_a_column() -> None:
    for subjects, columns in (((Subject.ACTION, Subject.REPORT), OVERVIEW), ((Subject.MILESTONE,), MILESTONES)):
        asked = {fact for fact in Fact if fact.subject in subjects and Way.OVERVIEW in fact.ways}
        assert {column.field for column in columns if column.field} == asked


def test_fact_of_an_action_has_a_column_to_be_read_or_filled_in() -> None:
    assert set(TEXTS[Subject.ACTION]) <= {column.typed for column in OVERVIEW}


def test_fact_of_an_action_comes_back_from_the_word_report_and_from_a_list() -> None:
    texts = {fact.attribute: f"Woorden bij {fact.value}" for fact in TEXTS[Subject.ACTION]} | {"number": "7.1"}
    action = replace(an_action("7.1"), **texts)
    part = action.recommendation
    report = report_document(part.response, [part], [action], Moment(1, TODAY, "", (), NOW, "An"), NOW)
    written = [HEADING[fact] for fact in TEXTS[Subject.ACTION]], list(texts.values())
    rows = read_list("lijst.csv", "\n".join(";".join(row) for row in written).encode())
    agreed = Agreed(proposed_columns(rows.head), {}, is_day_first=True)
    typed = list_rows(rows, agreed, frozenset()).typed
    listed = document_of(rows, typed, "Onderwerp", TODAY, READERS).draft
    for draft in (read_document(report, name="rapport.docx").draft, listed):
        ((read,),) = (one.actions for one in draft.recommendations)
        assert {name: getattr(read, name) for name in texts} == texts


@pytest.mark.parametrize("fact", TYPED, ids=lambda fact: fact.value)
def test_fact_of_the_form_is_written_told_and_taken_back(database: Engine, fact: Fact) -> None:
    store(database, a_draft())
    moment_id, before = opened_moment(database), found(database, "2.1")
    with transaction(database) as session:
        save_edit(
            session,
            action_id=before.id,
            version=before.version,
            moment_id=moment_id,
            edit=Edit(texts={fact: "Iets anders"}),
            author="An",
            at=NOW,
        )
    assert code_of(found(database, "2.1"), fact) == "Iets anders"
    with read_only(database) as session:
        (line,) = changes(session, before.id)
        (gesture,) = gestures(changes(session, moment_id=moment_id), {})
    assert what_changed(line) == FACT[fact]
    assert (old_in_words(line), new_in_words(line)) == (code_of(before, fact) or "", "Iets anders")
    with transaction(database) as session:
        take_back(session, moment_id=moment_id, line_ids=[one.id for one in gesture.lines], author="An", at=NOW)
    assert code_of(found(database, "2.1"), fact) == code_of(before, fact)


def test_fact_of_an_action_is_on_its_page_and_in_the_form(open_page: Callable[..., AppTest], stored: Stored) -> None:
    action = stored("7.1")
    texts = {fact.attribute: f"woord-{fact.value}" for fact in TEXTS[Subject.ACTION]}
    with transaction(prepared_database()) as session:
        put = ", ".join(f"{name} = '{text}'" for name, text in texts.items())
        session.connection().exec_driver_sql(f"UPDATE action SET {put} WHERE id = {action.id}")
        document = action.recommendation.response.id
        open_moment(session, day=TODAY, title="", response_ids=[document], author="An", at=NOW)
    page = open_page("pages/action.py", actie=str(action.id))
    shown = " ".join(html.proto.body for html in page.get("html"))
    assert [text for text in texts.values() if text not in shown] == []
    widgets = [*page.text_area, *page.text_input, *page.checkbox, *page.date_input, *page.button_group]
    keys = {str(widget.key) for widget in widgets}
    asked = [*facts_of(Subject.REPORT, Way.FORM), *TYPED, Fact.AGREEMENT, *facts_of(Subject.MILESTONE, Way.FORM)]
    begins = {fact: f"typed_form-{fact.value}-" for fact in asked}
    hidden = [fact for fact, begin in begins.items() if not any(key.startswith(begin) for key in keys)]
    assert hidden == [Fact.INTERNAL]  # until somebody asks for it
