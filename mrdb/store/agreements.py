"""Writing down what a group agreed on."""

from sqlalchemy import delete, select
from sqlmodel import col

from mrdb.domain.facts import Fact
from mrdb.domain.response import Agreement
from mrdb.store.journal import Journal
from mrdb.store.tables import AgreementRow


def add_agreement(journal: Journal, agreement: Agreement) -> None:
    assert journal.action_id is not None
    assert journal.moment_id is not None
    clean = Agreement(agreement.text.strip(), " ".join(agreement.who.split()), agreement.due)
    journal.session.add(
        AgreementRow(
            action_id=journal.action_id, moment_id=journal.moment_id, text=clean.text, who=clean.who, due=clean.due
        )
    )
    journal.note(Fact.AGREEMENT, None, clean.code())


def drop_agreement(journal: Journal, agreement: Agreement) -> None:
    """Takes the agreement out of this moment, and writes no line."""
    one = select(col(AgreementRow.id)).where(
        col(AgreementRow.action_id) == journal.action_id,
        col(AgreementRow.moment_id) == journal.moment_id,
        col(AgreementRow.text) == agreement.text,
        col(AgreementRow.who) == agreement.who,
        col(AgreementRow.due) == agreement.due if agreement.due else col(AgreementRow.due).is_(None),
    )
    journal.session.execute(delete(AgreementRow).where(col(AgreementRow.id) == one.limit(1).scalar_subquery()))
