"""Hostile files get a clear sentence, and change nothing."""

import hashlib
import resource
import shutil
import warnings
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from drafts import NOW, TODAY
from hostile import FAMILIES, Hostile, hostile_files
from hostile_pdf import FAMILIES as PDFS
from hostile_pdf import hostile_pdfs
from hostile_text import FAMILIES as TEXTS
from hostile_text import hostile_texts
from processes import FORKSERVER

from mrdb.domain.comparison import action_as_of
from mrdb.domain.errors import MrdbError
from mrdb.domain.return_plan import work
from mrdb.exchange.excel import overview_workbook
from mrdb.exchange.plain_list import Agreed, PlainList, is_day_first, list_rows, proposed_columns, status_words
from mrdb.exchange.report import report_document
from mrdb.intake import read_returned
from mrdb.reading.document import read_document
from mrdb.store.database import Engine, open_database, read_only
from mrdb.store.queries import actions, basis, changes, management_responses, moments, recommendations
from mrdb.text.faults import sentence
from mrdb.text.returned import counts, plan_lines, problem_line

ALL = FAMILIES | TEXTS | PDFS
MOST_MEMORY = 500
"""MB that reading a whole family may add."""


@dataclass(frozen=True)
class Told:
    """What became of a family: the sentence about each file, the database, and the memory (MB) that it took."""

    said: dict[str, str]
    is_unchanged: bool
    megabytes: int


@pytest.fixture(scope="module")
def goods(seeded_file: Path) -> tuple[bytes, bytes]:
    """An overview and a report of the real document, as they are exported."""
    with read_only(open_database(f"sqlite:///{seeded_file}")) as session:
        known, journal, (moment, *_) = actions(session), changes(session), moments(session)
        (response,), parts = management_responses(session), recommendations(session)
        overview = overview_workbook(known, TODAY, basis=basis(session))
    report = report_document(response, parts, [action_as_of(a, journal, moment) for a in known], moment, NOW)
    return overview, report


def outcome(database: Engine, name: str, data: bytes) -> str:
    """What a person would read: the sentence about the file, or what it would change."""
    try:
        if name.endswith((".docx", ".doc", ".docm", ".odt", ".rtf", ".pdf")):
            return f"gelezen: {len(read_document(data, name=name).draft.recommendations)}"
        if name.endswith(".xlsx"):
            with suppress(MrdbError):
                read_document(data, name=name)
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


def hand_in(files: list[Hostile], file: Path) -> Told:
    """Runs in a process of its own, so that the memory it takes is its own."""
    warnings.simplefilter("ignore")
    database = open_database(f"sqlite:///{file}")
    before, memory = fingerprint(database), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    said = {name: outcome(database, name, data) for name, data in files}
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    return Told(said, fingerprint(database) == before, grown // 1024)


@pytest.mark.parametrize(("family", "count"), ALL.items(), ids=[f"{n} {name}" for name, n in ALL.items()])
def test_hostile_files_get_a_sentence_and_change_nothing(
    family: str, count: int, goods: tuple[bytes, bytes], seeded_file: Path, database_file: Path
) -> None:
    shutil.copyfile(seeded_file, database_file)
    files = (hostile_files(*goods) | hostile_texts() | hostile_pdfs())[family]
    with ProcessPoolExecutor(1, mp_context=FORKSERVER) as child:
        told = child.submit(hand_in, list(files), database_file).result()
    assert len(told.said) == count
    assert all(text.strip() for text in told.said.values())
    assert told.is_unchanged
    assert told.megabytes < MOST_MEMORY


def test_hostile_files_are_five_hundred_and_eight() -> None:
    assert sum(ALL.values()) == 508
