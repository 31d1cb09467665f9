"""The Word report of an earlier moment knows nothing of what a later version of the document says."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from drafts import NOW, a_draft, a_draft_action, opened_moment, store

from mrdb.domain.draft import Draft
from mrdb.domain.revision import revise
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.queries import actions, changes, management_responses, moments, recommendations
from mrdb.store.revising import apply_revision
from mrdb.views.download import report_at

HEAD = {"subject": "Water", "document_number": "77", "sender": "Serge", "recipient": "Raad", "context": "Anders."}


def update(database: Engine, draft: Draft) -> None:
    """The oldest document gets a new version."""
    with transaction(database) as session:
        response = min(management_responses(session), key=lambda one: one.id)
        revision = revise(draft, response, recommendations(session), actions(session), changes(session))
        apply_revision(session, revision, author="An", at=NOW, source="versie 2.docx")


def reports(database: Engine) -> tuple[str, str]:
    """All words of the report of the oldest document, at its first moment and at its newest."""
    with read_only(database) as session:
        response = min(management_responses(session), key=lambda one: one.id)
        known = sorted(moments(session), key=lambda one: one.id)
    return words(report_at(database, response, known[0])), words(report_at(database, response, known[-1]))


def words(data: bytes) -> str:
    return " ".join(text.text or "" for text in Document(BytesIO(data)).element.body.iter("{*}t"))


@pytest.fixture
def stored(database: Engine) -> Engine:
    store(database, a_draft())
    return database


def test_earlier_report_does_not_know_a_recommendation_of_later(stored: Engine) -> None:
    opened_moment(stored)
    part = replace(a_draft().recommendations[0], number="3", title="Derde", actions=(a_draft_action("3.1"),))
    update(stored, replace(a_draft(), recommendations=(*a_draft().recommendations, part)))
    earlier, newest = reports(stored)
    assert ("Derde" in earlier, "Derde" in newest) == (False, True)
    assert "Aanbeveling 2" in earlier


def test_earlier_report_opens_in_the_words_of_then(stored: Engine) -> None:
    opened_moment(stored)
    update(stored, replace(a_draft(), **HEAD))
    earlier, newest = reports(stored)
    assert [word in newest for word in HEAD.values()] == [True] * 5
    assert [word in earlier for word in HEAD.values()] == [False] * 5
    assert "Klimaat en migratie" in earlier
    assert "De evaluatie beoordeelt de aanpak." in earlier


def test_report_keeps_apart_what_changed_in_another_document(stored: Engine) -> None:
    opened_moment(stored)
    update(stored, replace(a_draft(), **HEAD))
    other = replace(a_draft("b" * 64), subject="Lucht", date=NOW.date())
    store(stored, other)
    assert "Klimaat en migratie" in reports(stored)[0]
    with read_only(stored) as session:
        newest, first = max(management_responses(session), key=lambda one: one.id), moments(session)[-1]
    assert "Lucht" in words(report_at(stored, newest, first))


def test_earlier_report_opens_in_the_words_of_then_among_documents_of_one_date(stored: Engine) -> None:
    opened_moment(stored)
    store(stored, replace(a_draft("b" * 64), subject="Lucht"))
    update(stored, replace(a_draft(), subject="Water"))
    earlier, _ = reports(stored)
    assert ("Klimaat en migratie" in earlier, "Water" in earlier) == (True, False)
