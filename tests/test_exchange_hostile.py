"""Hostile files get a clear sentence, and change nothing."""

import hashlib
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from drafts import NOW, TODAY
from hostile import Hostile, hostile_documents, hostile_lists, hostile_workbooks, zip64_bomb

from mrdb.domain.comparison import action_as_of
from mrdb.domain.errors import MrdbError
from mrdb.domain.return_plan import work
from mrdb.exchange.excel import overview_workbook
from mrdb.exchange.plain_list import Agreed, PlainList, is_day_first, list_rows, proposed_columns, status_words
from mrdb.exchange.report import report_document
from mrdb.intake import read_returned
from mrdb.reading.document import read_document
from mrdb.startup import prepared_database
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import actions, basis, changes, management_responses, moments, recommendations
from mrdb.text.faults import sentence
from mrdb.text.returned import counts, plan_lines, problem_line

MOST_MEMORY = 500
"""MB that reading all of them may add."""


def all_hostile(database: Engine) -> Iterator[Hostile]:
    with read_only(database) as session:
        known, journal, (moment, *_) = actions(session), changes(session), moments(session)
        (response,), parts = management_responses(session), recommendations(session)
        overview = overview_workbook(known, TODAY, basis=basis(session))
    report = report_document(response, parts, [action_as_of(a, journal, moment) for a in known], moment, NOW)
    yield from hostile_workbooks(overview)
    yield "beloofd.xlsx", zip64_bomb()
    yield from hostile_lists()
    yield from hostile_documents(report)


def outcome(database: Engine, name: str, data: bytes) -> str:
    """What a person would read: the sentence about the file, or what it would change."""
    try:
        if name.endswith((".docx", ".doc", ".docm")):
            return f"gelezen: {len(read_document(data, name=name).draft.recommendations)}"
        found = read_returned(database, [(name, data)], TODAY)
        if isinstance(found, PlainList):
            return f"lijst: {len(_listed(found))}"
        assert work(found, {}) is not None
        return "\n".join([counts(found), *map(problem_line, found.mistakes), *plan_lines(found)])
    except MrdbError as error:
        return sentence(error)


def _listed(plain: PlainList) -> tuple[object, ...]:
    columns = proposed_columns(plain.head)
    known = {word: status for word, status in status_words(plain, columns).items() if status}
    filled = list_rows(plain, Agreed(columns, known, is_day_first(plain, columns)), frozenset())
    return (*filled.typed, *map(problem_line, filled.problems))


def fingerprint(database: Engine) -> str:
    """Of the file and of its log."""
    path = Path(str(database.url.database))
    logs = [path.with_name(path.name + end) for end in ("", "-wal")]
    return hashlib.sha256(b"".join(log.read_bytes() for log in logs if log.exists())).hexdigest()


def test_three_hundred_and_sixty_five_hostile_files_get_a_sentence_and_change_nothing(installation: None) -> None:
    """In a process of its own, so that the memory it takes is its own."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    run = subprocess.run(
        [sys.executable, "-W", "ignore", __file__], env=environment, stdout=subprocess.PIPE, check=True
    )
    told = json.loads(run.stdout)
    assert len(told["said"]) == 365
    assert all(text.strip() for text in told["said"].values())
    assert told["is_unchanged"]
    assert told["megabytes"] < MOST_MEMORY


def hand_in_all() -> dict[str, object]:
    database = prepared_database()
    files = list(all_hostile(database))
    before, memory = fingerprint(database), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    said = {name: outcome(database, name, data) for name, data in files}
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    return {"said": said, "is_unchanged": fingerprint(database) == before, "megabytes": grown // 1024}


if __name__ == "__main__":
    print(json.dumps(hand_in_all()))
