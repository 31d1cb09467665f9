"""Writing down what is said of an action at a moment, and the journal lines that this leaves."""

from collections.abc import Mapping

from sqlalchemy import update
from sqlmodel import col

from mrdb.domain.facts import Fact
from mrdb.domain.response import StatusReport
from mrdb.domain.status import Status
from mrdb.store.journal import Journal
from mrdb.store.tables import StatusReportRow


def add_report(journal: Journal, status: Status, comment: str, internal: str, *, before: Status | None) -> None:
    """The first report at this moment; ``before`` is where the action stood until now.

    It always leaves a line for the status: where that has not changed, the line says that it was said again.
    """
    journal.session.add(_row(journal, status, comment, internal))
    journal.note(Fact.STATUS, before.value if before else None, status.value)
    if comment:
        journal.note(Fact.COMMENT, None, comment)
    if internal:
        journal.note(Fact.INTERNAL, None, internal)


def carry_report(journal: Journal, report: StatusReport) -> None:
    """Brings an earlier report into this moment word for word; the one line it leaves says that nothing changed.

    An internal remark stays with the moment at which it was made.
    """
    journal.session.add(_row(journal, report.status, report.comment, ""))
    journal.note(Fact.CONFIRMED, report.status.value, report.status.value)


def change_report(journal: Journal, report: StatusReport, status: Status, comment: str, internal: str) -> None:
    """Another version of the report of this moment; the journal keeps what it said before, and who said it."""
    said = {"status": status, "comment": comment, "internal": internal}
    put_report(journal, said | {"author": journal.author, "at": journal.at})
    if status != report.status:
        journal.note(Fact.STATUS, report.status.value, status.value)
    if comment != report.comment:
        journal.note(Fact.COMMENT, report.comment or None, comment or None)
    if internal != report.internal:
        journal.note(Fact.INTERNAL, report.internal or None, internal or None)


def put_report(journal: Journal, values: Mapping[str, object]) -> None:
    """Writes these columns of the report of this moment, and no line."""
    journal.session.execute(
        update(StatusReportRow)
        .where(
            col(StatusReportRow.action_id) == journal.action_id,
            col(StatusReportRow.moment_id) == journal.moment_id,
        )
        .values(values)
    )


def _row(journal: Journal, status: Status, comment: str, internal: str) -> StatusReportRow:
    assert journal.action_id is not None
    assert journal.moment_id is not None
    return StatusReportRow(
        action_id=journal.action_id,
        moment_id=journal.moment_id,
        status=status,
        comment=comment,
        internal=internal,
        author=journal.author,
        at=journal.at,
    )
