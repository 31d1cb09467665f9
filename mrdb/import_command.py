"""``python -m mrdb import``: prints what a file would change and, when asked, changes it; no screen, the same rules."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from mrdb.clock import now, today
from mrdb.domain.draft import Draft, ReadDocument
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Mending, draft_lacks
from mrdb.domain.return_plan import work
from mrdb.domain.returned import ReturnPlan, RowKind
from mrdb.domain.revision import Revision, recognised, revise
from mrdb.exchange.list_document import document_of
from mrdb.exchange.plain_list import Agreed, PlainList, is_day_first, list_rows, proposed_columns, status_words
from mrdb.intake import carry_out, has_moments, plan_list, read_returned
from mrdb.reading.document import read_file
from mrdb.reading.phrases import READERS
from mrdb.startup import prepared_database
from mrdb.store.database import Engine, Session, read_only, transaction
from mrdb.store.importing import response_with, store_document
from mrdb.store.queries import actions, changes, management_responses, open_moment, recommendations
from mrdb.store.revising import apply_revision
from mrdb.text import command, doubts, labels, new_response, returned, revision

DONE, UNFINISHED = 0, 1
"""Exit statuses: done or nothing to do; a clash, a mistake or a doubt that somebody has to look at."""
LISTS = {".xlsx", ".csv", ".ods"}
"""The last one cannot be read, but is told what to do."""


def add_import(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="an overview or list (.xlsx, .csv), or a document; a workbook tells by its content which",
    )
    parser.add_argument("--apply", action="store_true", help="carry out the plan; without it nothing is written")
    parser.add_argument("--author", default=command.AUTHOR, metavar="NAME", help="who did it, for the history")
    parser.add_argument(
        "--as-new",
        action="store_true",
        help="a document of its own, even where it looks like a new version of one",
    )
    parser.add_argument("--subject", metavar="TEXT", help="make a list a new management response about this")
    parser.add_argument(
        "--date", type=date.fromisoformat, metavar="DATE", help="the day of that, or of an undated document"
    )
    parser.set_defaults(command=import_file)


def import_file(parsed: Namespace) -> int:
    """Returns the exit status. Raises MrdbError where the file cannot be read."""
    if not parsed.file.is_file():
        raise UnreadableUpload(parsed.file.name, FileFault.MISSING)
    database = prepared_database()
    if document := _document(parsed):
        return _import_document(database, document, parsed)
    found = read_returned(database, [(parsed.file.name, parsed.file.read_bytes())], today())
    if isinstance(found, ReturnPlan):
        return _import_plan(database, found, parsed)
    return _import_list(database, found, parsed)


def _document(parsed: Namespace) -> ReadDocument | None:
    """What any other file than a list holds, and a workbook with recommendations and a day of its own, as no list has;
    or with the day that was given, where no subject makes a list of it. Raises UnreadableUpload."""
    kind = parsed.file.suffix.lower()
    if kind not in LISTS:
        return read_file(parsed.file, stated_date=parsed.date)
    if kind == ".xlsx" and not parsed.subject:
        with suppress(UnreadableUpload):
            return read_file(parsed.file, stated_date=parsed.date)
    return None


def _import_list(database: Engine, plain: PlainList, parsed: Namespace) -> int:
    """As it is proposed: what the proposal leaves open is a mistake here, and asked for on screen."""
    columns = proposed_columns(plain.head)
    known = {word: status for word, status in status_words(plain, columns).items() if status is not None}
    agreed = Agreed(columns, known, is_day_first(plain, columns))
    for column, heading in plain.columns.items():
        of = next((of for of, place in columns.items() if place == column), None)
        print(command.column(heading, labels.HEADING[of] if of else ""))
    if Fact.ACTION_TEXT not in columns:
        raise UnreadableUpload(plain.name, FileFault.NO_LIST)
    if parsed.subject and parsed.date:
        filled = list_rows(plain, agreed, frozenset())
        _tell(map(returned.problem_line, filled.problems))
        _tell(map(returned.note_line, filled.notes))
        document = document_of(plain, filled.typed, parsed.subject, parsed.date, READERS)
        return UNFINISHED if filled.problems else _import_document(database, document, parsed)
    with read_only(database) as session:
        known_ids = [response.id for response in management_responses(session)]
    if len(known_ids) != 1:
        _tell([command.WHICH_RESPONSE])
        return UNFINISHED
    return _import_plan(database, plan_list(database, plain, agreed, known_ids[0], today()), parsed)


def _import_plan(database: Engine, plan: ReturnPlan, parsed: Namespace) -> int:
    print(returned.counts(plan))
    for line in returned.plan_lines(plan):
        print(line)
    _tell(map(returned.problem_line, (*plan.mistakes, *plan.unread)))
    _tell(map(returned.note_line, plan.notes))
    wanted = work(plan, {})
    may_write = has_moments(database, wanted)
    if not may_write:
        _tell([returned.NO_MOMENT])
    if plan.mistakes or plan.of(RowKind.CONFLICT) or not may_write:
        return UNFINISHED
    if parsed.apply and not wanted.is_empty:
        with transaction(database) as session:
            carry_out(session, wanted, author=parsed.author, at=now())
        print(returned.applied(wanted))
    return DONE


def _import_document(database: Engine, document: ReadDocument, parsed: Namespace) -> int:
    draft = document.draft
    lacks = draft_lacks(Mending(draft), today())
    _tell(map(command.doubt_line, document.doubts))
    _tell(f"{doubts.place_name(draft, place)}: {labels.LACK[lack]}" for place, lack in lacks)
    with read_only(database) as session:
        is_known = response_with(session, draft.source_digest) is not None
        changed = None if parsed.as_new else _revision(session, draft)
        wants_moment = bool(changed and changed.wants_moment and not open_moment(session, changed.response.id))
    if is_known:
        print(command.KNOWN)
        return DONE
    _tell_document(draft, changed)
    if wants_moment:
        _tell([revision.WANTS_MOMENT])
    if document.doubts or lacks or wants_moment:
        return UNFINISHED
    if parsed.apply and not (changed and changed.is_empty):
        print(command.APPLIED if _write_document(database, draft, changed, parsed) else command.KNOWN)
    return DONE


def _revision(session: Session, draft: Draft) -> Revision | None:
    known = actions(session)
    response = recognised(draft, management_responses(session), known)
    return revise(draft, response, recommendations(session), known, changes(session)) if response else None


def _tell_document(draft: Draft, changed: Revision | None) -> None:
    if changed is None:
        print(new_response.summary(draft))
        return
    print(revision.recognised(changed.response))
    print(revision.NO_DIFFERENCES if changed.is_empty else revision.summary(changed))
    for line in revision.revision_lines(changed):
        print(line)


def _write_document(database: Engine, draft: Draft, changed: Revision | None, parsed: Namespace) -> bool:
    """False where somebody stored the same document meanwhile."""
    with transaction(database) as session:
        if changed is None:
            return store_document(session, draft, author=parsed.author, at=now(), source=parsed.file.name) > 0
        apply_revision(session, changed, author=parsed.author, at=now(), source=parsed.file.name)
        return True


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, file=sys.stderr)
