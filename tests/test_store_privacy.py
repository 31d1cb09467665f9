"""All that stands here of one person, and a role in the place of the name: everywhere, for good, and nothing breaks."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from drafts import NOW, a_draft, found, opened_moment, store
from overviews import planned
from sqlalchemy import event, select
from sqlmodel import AutoString

from mrdb.demo import play
from mrdb.domain.draft import Choices
from mrdb.domain.edit import Edit
from mrdb.domain.errors import DatabaseUnusable, EditConflict, IncompleteEdit, StillLetIn, UnderReview
from mrdb.domain.facts import Fact
from mrdb.domain.naming import in_place_of
from mrdb.domain.people import Identity, Role, Visit
from mrdb.domain.returned import RowKind
from mrdb.domain.rewind import gestures
from mrdb.domain.status import Status
from mrdb.domain.year import TELLING, year_figures
from mrdb.exchange.excel import overview_workbook
from mrdb.exchange.mentions import mentions_workbook
from mrdb.store import sqlite_file
from mrdb.store.checking import check
from mrdb.store.database import BY, Engine, open_database, read_only, transaction
from mrdb.store.journal import Journal
from mrdb.store.mentions import mentions, survey
from mrdb.store.people import add_person, answer_from, people, sign_in, visits, withdraw
from mrdb.store.privacy import known_as, words_of
from mrdb.store.queries import actions, basis, changes, moments, responsibles
from mrdb.store.renaming import overwrite_free_space, replace_name
from mrdb.store.reviews import forget_review, keep_review, learn
from mrdb.store.tables import Row
from mrdb.store.undoing import take_back
from mrdb.store.writing import prepare, save_edit, write_edit
from mrdb.store.years import publications
from mrdb.text.history import new_in_words, old_in_words, what_changed
from mrdb.text.privacy import COLUMN, TABLE

DAY = date(2026, 11, 24)
CODES = {"change.old", "change.new"}
AN = Identity("https://aanmelden|1", "An Peeters", "an@example.org")


@pytest.fixture(scope="module")
def played(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example of ``make demo``, with a round going on: to be copied."""
    file = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("played")))
    engine = open_database(f"sqlite:///{file}")
    play(engine)
    engine.dispose()
    return file


@pytest.fixture
def example(played: Path, database_file: Path) -> Iterator[Engine]:
    shutil.copyfile(played, database_file)
    engine = open_database(f"sqlite:///{database_file}")
    yield engine
    engine.dispose()


def replaced(engine: Engine, names: Sequence[str], role: str, author: str = "Els") -> None:
    with transaction(engine) as session:
        replace_name(session, names, role, author=author, at=NOW + timedelta(days=30))


def places(engine: Engine, names: Sequence[str]) -> set[str]:
    """The columns in which people wrote one of these names, as ``table.column``."""
    say = in_place_of(names, "")
    with read_only(engine) as session:
        columns = [column for table in Row.metadata.sorted_tables for column in words_of(table)]
        texts = {str(column): session.execute(select(column)).scalars().all() for column in columns}
    return {column for column, found in texts.items() if any(text and say(text) != text for text in found)}


def figures(engine: Engine) -> list[dict[object, list[int]]]:
    with read_only(engine) as session:
        known, lines = actions(session), changes(session, facts=TELLING)
    of_years = [year_figures(known, lines, year, DAY) for year in (2024, 2025, 2026)]
    return [{of: [one.id for one in behind] for of, behind in year.lists.items()} for year in of_years]


def published(engine: Engine) -> list[object]:
    with read_only(engine) as session:
        return [one.lists for one in publications(session, 2025)]


@pytest.mark.parametrize(
    ("names", "role"),
    [
        (["Mira Zeewaert"], "de secretaris"),
        (["Directeur beleid"], "Directeur beweging"),
        (["Dienst ICT", "HR", "dienst"], "Ondersteuning"),
        (["open", "closed", "ongoing", "completed", "yes", "deadline", "day", "lezer"], "X"),
    ],
    ids=["author", "merged with another responsible", "several spellings", "words that are codes too"],
)
def test_replaced_name_stands_nowhere_and_all_hangs_together(example: Engine, names: list[str], role: str) -> None:
    with read_only(example) as session:
        before = {line.id: line for line in changes(session)}
    numbers, lists = figures(example), published(example)
    replaced(example, names, role, author=names[0])
    assert places(example, names) <= (CODES if "open" in names else set())
    with read_only(example) as session:
        trace, *after = changes(session)
        called = responsibles(session)
        assert len(set(called)) == len(called)
        held = actions(session)
        assert all(len(set(one.responsibles)) == len(one.responsibles) for one in held)
    assert [line.id for line in after] == sorted(before, reverse=True)
    was = [before[line.id] for line in after]
    assert [(line.fact, line.undoes, line.at) for line in after] == [(one.fact, one.undoes, one.at) for one in was]
    assert (trace.fact, trace.old, trace.new, trace.author) == (Fact.RENAMED, None, role, role)
    assert all([what_changed(line), old_in_words(line), new_in_words(line)] for line in (trace, *after))
    assert (figures(example), published(example)) == (numbers, lists)
    assert check(example).is_well
    _take_back_the_last(example)
    assert check(example).is_well
    with read_only(example) as session:
        file = overview_workbook(actions(session), DAY, basis=basis(session))
    rows = [row.kind for row in planned(example, file).rows]
    assert set(rows) == {RowKind.UNCHANGED}


def _take_back_the_last(engine: Engine) -> None:
    with read_only(engine) as session:
        moment = moments(session)[0]
        known = gestures(changes(session, moment_id=moment.id), {})
    last = next(gesture for gesture in known if gesture.is_last and gesture.action_id)
    with transaction(engine) as session:
        ids = [line.id for line in last.lines]
        take_back(session, moment_id=moment.id, line_ids=ids, author="Els", at=NOW + timedelta(days=31))


def test_columns_that_hold_no_words_are_these() -> None:
    """A text column that is added holds words unless its length is bounded, and has a label, as its table has."""
    of_text = {
        column: str(column)
        for table in Row.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, AutoString)
    }
    words = {column for column in of_text if column in words_of(column.table)}
    assert {name for column, name in of_text.items() if column not in words} == {
        "action.number",
        "database.mark",
        "database.name",
        "key.digest",
        "known_word.kind",
        "known_word.meaning",
        "management_response.source_digest",
        "person.subject",
        "published_year.lists",
        "recommendation.number",
        "review.token",
    }
    assert {column.name for column in words} - COLUMN.keys() == {"author"}
    about_people = {"action_responsible", "reminder"}
    assert {column.table.name for column in words} | about_people == TABLE.keys()


@pytest.fixture
def at_work(database: Engine) -> Engine:
    """Somebody who came in, answers for something, and wrote and is named in a round that goes on."""
    store(database, a_draft())
    with transaction(database) as session:
        id_, words = found(database, "2.2").id, "An Peeters bezorgt het."
        prepare(session, action_id=id_, version=1, status=Status.ONGOING, comment=words, author="Els", at=NOW)
    moment_id = opened_moment(database)
    with transaction(database) as session:
        person = add_person(session, AN.email, Role.DIRECTOR, author="Els", at=NOW)
        sign_in(session, AN, NOW)
        answer_from(session, person.id, "Directeur M&O", DAY, name="Directeur M&O", author="Els", at=NOW)
    with transaction(database) as session:
        session.info[BY] = person.id
        action = found(database, "2.1")
        edit = Edit(Status.ONGOING, "An Peeters belt.", responsibles=("An Peeters", "Directeur M&O"))
        journal = Journal(session, AN.name, NOW, moment_id=moment_id)
        write_edit(journal, action, action.version, edit)
    with transaction(database) as session:  # who married
        sign_in(session, Identity(AN.subject, "An Claes", AN.email), NOW)
    return database


def say(engine: Engine, number: str, comment: str) -> None:
    """As somebody else, in the open moment, over what stands there."""
    action = found(engine, number)
    with read_only(engine) as session:
        moment_id = moments(session)[0].id
    with transaction(engine) as session:
        journal = Journal(session, "Els", NOW, moment_id=moment_id)
        write_edit(journal, action, action.version, Edit(Status.ONGOING, comment))


def leave(engine: Engine) -> None:
    with transaction(engine) as session:
        withdraw(session, people(session)[0].id, author="Els", at=NOW)


def test_everything_about_a_person_is_told_with_its_place(at_work: Engine) -> None:
    with read_only(at_work) as session:
        names = known_as(session, ["an  claes"])
        assert set(names) == {"an claes", "an@example.org", "An Peeters"}
        told, counts = mentions(session, names), survey(session, names, "").counts
    assert counts == {"person": 1, "visit": 4, "answering": 1, "responsible": 1} | {
        "action_responsible": 1, "status_report": 1, "change": 4
    }  # fmt: skip
    file = openpyxl.load_workbook(BytesIO(mentions_workbook(told, names, DAY))).active
    assert file is not None
    heading, *rows = file.iter_rows(values_only=True)
    assert heading[:2] == ("Waar", "Wat er staat")
    assert len(rows) == sum(counts.values())
    (person,) = (row[1] for row in rows if row[0] == "Wie mag binnen")
    for said in ("Naam: An Claes", "E-mailadres: an@example.org", "Rol: directeur", "aanmeldingsdienst: https:"):
        assert said in str(person)
    (report,) = (row for row in rows if row[0] == "Standen van zaken")
    assert report[1:] == (
        "Status: Lopende\nCommentaar: An Peeters belt.", "An Peeters", "23 nov 2026, 10:00", "Klimaat en migratie",
        "2.1", "23 nov 2026",
    )  # fmt: skip
    assert ("Verantwoordelijk voor een actie", "2.1") in {(row[0], row[5]) for row in rows}


def test_who_may_come_in_keeps_the_name_and_who_left_is_nobody(at_work: Engine) -> None:
    with pytest.raises(StillLetIn):
        replaced(at_work, ["An Claes"], "Directeur M&O")
    leave(at_work)
    replaced(at_work, ["An Claes"], "Directeur M&O")
    assert not places(at_work, ["An Claes", AN.email, "An Peeters"])
    assert found(at_work, "2.1").responsibles == ("Directeur M&O",)
    assert found(at_work, "2.1").reports[-1].comment == "Directeur M&O belt."
    with transaction(at_work) as session:
        (person,), (visit, *_) = people(session), visits(session)
        assert (person.name, person.email, person.subject, person.seen_at) == ("Directeur M&O", "", None, None)
        assert visit[1:] == ("Els", Visit.RENAMED, "Directeur M&O")
        assert sign_in(session, AN, NOW) is None
        assert sign_in(session, replace(AN, roles=(Role.READER,)), NOW)  # nothing is known of her: BEYOND_ACCOUNT


def test_form_that_is_open_meets_the_new_words(at_work: Engine) -> None:
    leave(at_work)
    seen, prepared, other = found(at_work, "2.1"), found(at_work, "2.2"), found(at_work, "1.1")
    replaced(at_work, ["An Claes"], "Directeur M&O")
    assert found(at_work, "1.1").version == other.version
    assert found(at_work, "2.2").version > prepared.version
    assert (now := found(at_work, "2.2").prepared) is not None
    assert now.comment == "Directeur M&O bezorgt het."
    with read_only(at_work) as session:
        moment_id = moments(session)[0].id
    again = Edit(Status.ONGOING, "An Peeters belt weer.")
    with pytest.raises(EditConflict), transaction(at_work) as session:
        save_edit(
            session, action_id=seen.id, version=seen.version, moment_id=moment_id, edit=again, author="Els", at=NOW
        )


def test_nobody_is_replaced_who_was_not_told(at_work: Engine) -> None:
    """Who once came in under a first name alone brings along everybody who has that first name."""
    other = Identity("https://aanmelden|2", "An Smet", "smet@example.org", (Role.READER,))
    with transaction(at_work) as session:
        sign_in(session, Identity(AN.subject, "An", AN.email), NOW)
        person = people(session)[0]
        session.info[BY] = person.id
        Journal(session, "An", NOW).note(Fact.YEAR, None, "2026")
        sign_in(session, AN, NOW)
        sign_in(session, other, NOW)
    with read_only(at_work) as session:
        told = known_as(session, ["An Peeters"])
        assert "An Smet" in told
        assert known_as(session, told) == told


def test_document_under_review_comes_first_and_nothing_is_half_done(at_work: Engine) -> None:
    leave(at_work)
    with transaction(at_work) as session:
        keep_review(session, "a", "nota An Peeters.docx", b"", b"", author="Els", at=NOW)
        learn(session, Choices(columns={"wie is an peeters": Fact.RESPONSIBLE}))
    with pytest.raises(UnderReview):
        replaced(at_work, ["An Claes"], "Directeur M&O")
    with pytest.raises(IncompleteEdit):
        replaced(at_work, ["An Claes"], "Dienst An Claes")
    assert "status_report.comment" in places(at_work, ["An Peeters"])
    with transaction(at_work) as session:
        forget_review(session, "a")
    replaced(at_work, ["An Claes"], "Directeur M&O")
    assert not places(at_work, ["An Peeters"])


def test_every_process_sees_the_new_words(at_work: Engine) -> None:
    leave(at_work)
    say(at_work, "1.1", "Loopt.")  # the newest line of the journal names somebody else
    other = open_database(at_work.url.render_as_string(hide_password=False))
    assert found(other, "2.1").reports[-1].author == "An Peeters"
    replaced(at_work, ["An Claes"], "Directeur M&O")
    assert found(other, "2.1").reports[-1].author == "Directeur M&O"
    other.dispose()


def test_file_itself_holds_the_name_no_more(database_file: Path, at_work: Engine) -> None:
    leave(at_work)
    at_work.dispose()
    event.listen(at_work, "connect", lambda one, _: one.execute("PRAGMA secure_delete = OFF"))  # Debian has it on
    say(at_work, "1.1", "An Peeters belt. " * 1_000)  # over pages that nothing uses afterwards
    replaced(at_work, ["An Claes"], "Iemand")
    overwrite_free_space(at_work)
    assert database_file.with_name(f"{database_file.name}-wal").stat().st_size == 0
    assert b"An Peeters" not in database_file.read_bytes()


def test_log_that_somebody_reads_holds_the_name_and_that_is_told(
    database_file: Path, at_work: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "PATIENCE", 0.01)
    leave(at_work)
    other = open_database(at_work.url.render_as_string(hide_password=False))
    with read_only(other) as session:
        known_as(session, ["An Claes"])
        replaced(at_work, ["An Claes"], "Iemand")
        with pytest.raises(DatabaseUnusable):
            overwrite_free_space(at_work)
    overwrite_free_space(at_work)
    assert database_file.with_name(f"{database_file.name}-wal").stat().st_size == 0
    other.dispose()


def test_examples_show_a_few_texts_of_each_column(example: Engine) -> None:
    with read_only(example) as session:
        shown = survey(session, ["Directeur beleid"], "Hoofd").examples
    of_column: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one in shown:
        of_column.setdefault((one.table, one.what), []).append((one.old, one.new))
    assert len(of_column["moment", "Aanwezig"]) == 3
    assert of_column["action", "Verantwoordelijke(n)"] == [
        ("Directeur beleid", "Hoofd"),
        ("Directeur beleid en Directeur beweging", "Hoofd en Directeur beweging"),
    ]
    assert all(old != new for texts in of_column.values() for old, new in texts)


def test_examples_of_the_journal_are_words_of_people(at_work: Engine) -> None:
    with read_only(at_work) as session:
        shown = survey(session, known_as(session, ["An Claes"]), "Directeur M&O").examples
    told = {(one.table, one.what): (one.old, one.new) for one in shown}
    assert told["change", "Lijst van verantwoordelijken"] == ("An Peeters, Directeur M&O", "Directeur M&O")
    assert told["change", "Voorbereiding"][0].endswith("An Peeters bezorgt het.")
