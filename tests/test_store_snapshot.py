"""The snapshot that all screens share is what a fresh reading would give, whatever was done and by whom."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from drafts import DECEMBER, NOW, a_draft, a_draft_action, found, opened_moment, store
from processes import FORKSERVER, save_and_leave
from serving import replace_database
from sqlalchemy import event

from mrdb.domain.draft import DraftMilestone, Place
from mrdb.domain.edit import Edit, Move
from mrdb.domain.errors import MrdbError
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Mending
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Agreement, Moment, Realisation
from mrdb.domain.revision import revise
from mrdb.domain.rewind import gestures
from mrdb.domain.status import Status
from mrdb.store import queries, snapshot
from mrdb.store.adding import add_action, add_milestone
from mrdb.store.database import Engine, open_database, read_only, transaction
from mrdb.store.journal import Journal
from mrdb.store.moments import change_moment, close_moment, open_moment, reopen_moment
from mrdb.store.putting_away import put_action_away, put_away, put_back, put_response_away
from mrdb.store.revising import apply_revision
from mrdb.store.snapshot import Snapshot
from mrdb.store.undoing import take_back
from mrdb.store.writing import answer_realised, confirm_unchanged, prepare, save_edit


def present(engine: Engine) -> Snapshot:
    with read_only(engine) as session:
        return snapshot.present(session, engine)


def fresh(engine: Engine) -> Snapshot:
    """The same out of the database, as a program that just started reads it."""
    other = open_database(str(engine.url))
    found = present(other)
    other.dispose()
    return found


class Life:
    """What people do in one document, at random."""

    def __init__(self, engine: Engine, seed: int) -> None:
        self.engine, self.random, self.at, self.step = engine, random.Random(seed), NOW, 0
        store(engine, a_draft())
        opened_moment(engine)

    @property
    def moment(self) -> Moment:
        return present(self.engine).moments[0]

    def go_on(self) -> None:
        """One gesture; what the rules refuse changes nothing."""
        self.step, self.at = self.step + 1, self.at + timedelta(seconds=1)
        if not self.moment.is_open:
            with suppress(MrdbError):
                others = [self.open_next, self.reopen, self.put_response_away, self.put_back]
                self.random.choice([*others, self.prepare_next])()
            return
        usual = [self.save, self.save, self.confirm, self.take_back, self.answer, self.prepare, self.store]
        with suppress(MrdbError):
            others = [self.add_action, self.add_milestone, self.revise, self.close, self.put_action_away, self.put_back]
            self.random.choice([*usual, *others])()

    def save(self) -> None:
        action = self.random.choice(present(self.engine).actions)
        step = self.random.choice(action.milestones)
        day = date(2027, 1, 1) + timedelta(days=self.step)
        edits = [
            Edit(self.random.choice(list(Status)), f"Nieuws {self.step}."),
            Edit(reached={step.id: None if step.reached_on else day}),
            Edit(texts={Fact.RESPONSIBLE: f"Els {self.step}"}, responsibles=(f"Els {self.step}",)),
            Edit(agreement=Agreement(f"bezorgt nota {self.step}", "Els", day)),
        ]
        if step.period is not None and step.period.kind == PeriodKind.DEADLINE:
            edits.append(Edit(moves=(Move(step.id, Period(PeriodKind.DEADLINE, day, day, Precision.DAY), "druk"),)))
        with transaction(self.engine) as session:
            save_edit(
                session,
                action_id=action.id,
                version=action.version,
                moment_id=self.moment.id,
                edit=self.random.choice(edits),
                author="An",
                at=self.at,
            )

    def confirm(self) -> None:
        versions = {action.id: action.version for action in present(self.engine).actions}
        with transaction(self.engine) as session:
            confirm_unchanged(session, versions=versions, moment_id=self.moment.id, author="An", at=self.at)

    def take_back(self) -> None:
        with read_only(self.engine) as session:
            known = gestures(queries.changes(session, moment_id=self.moment.id), {})
        last = [gesture for gesture in known if gesture.is_last and gesture.action_id is not None]
        if last:
            ids = [line.id for line in self.random.choice(last).lines]
            with transaction(self.engine) as session:
                take_back(session, moment_id=self.moment.id, line_ids=ids, author="An", at=self.at)

    def answer(self) -> None:
        part = self.random.choice(present(self.engine).recommendations)
        answer = Realisation(self.random.random() < 0.5, f"Nota {self.step}")
        with transaction(self.engine) as session:
            answer_realised(
                session,
                recommendation_id=part.id,
                moment_id=self.moment.id,
                before=part.realisation,
                answer=answer,
                author="An",
                at=self.at,
            )

    def prepare(self) -> None:
        day = self.moment.date + timedelta(days=self.random.randrange(-3, 3))
        after = replace(self.moment, date=day, title=f"Titel {self.step}", attendees=("An",))
        with transaction(self.engine) as session:
            change_moment(session, self.moment, after, author="An", at=self.at)

    def prepare_next(self) -> None:
        action, said = self.random.choice(present(self.engine).actions), f"Klaar {self.step}."
        status = self.random.choice([None, *Status])
        with transaction(self.engine) as session:
            known = {"action_id": action.id, "version": action.version}
            prepare(session, **known, status=status, comment=said, author="An", at=self.at)

    def add_action(self) -> None:
        part = self.random.choice(present(self.engine).recommendations)
        action = a_draft_action(f"{part.number}.{self.step + 10}", DraftMilestone("Nota", DECEMBER))
        with transaction(self.engine) as session:
            journal = Journal(session, "An", self.at, moment_id=self.moment.id)
            add_action(journal, part, action)

    def add_milestone(self) -> None:
        action = self.random.choice(present(self.engine).actions)
        with transaction(self.engine) as session:
            journal = Journal(session, "An", self.at, moment_id=self.moment.id)
            add_milestone(journal, action.id, DraftMilestone(f"Proef {self.step}", DECEMBER), None)

    def revise(self) -> None:
        changed = (
            Mending(a_draft()).mended(Place(0, 0), text=f"Tekst {self.step}").mended(Place(0), title=f"{self.step}")
        )
        draft = replace(changed.draft, context=f"Context {self.step}")
        known = present(self.engine)
        with transaction(self.engine) as session:
            journal = queries.changes(session)
            revision = revise(draft, known.responses[0], known.recommendations, known.actions, journal)
            apply_revision(session, revision, author="An", at=self.at, source="v2.docx")

    def put_response_away(self) -> None:
        response = self.random.choice(present(self.engine).responses)
        with transaction(self.engine) as session:
            put_response_away(session, response, reason="twee keer", author="An", at=self.at)

    def put_action_away(self) -> None:
        if added := [action for action in present(self.engine).actions if action.added]:
            with transaction(self.engine) as session:
                put_action_away(session, self.random.choice(added), reason="vergissing", author="An", at=self.at)

    def put_back(self) -> None:
        with read_only(self.engine) as session:
            away = put_away(session)
        if away:
            with transaction(self.engine) as session:
                put_back(session, line_id=self.random.choice(away).id, author="An", at=self.at)

    def close(self) -> None:
        with transaction(self.engine) as session:
            close_moment(session, self.moment.id, "An", self.at, not_discussed=[present(self.engine).actions[0].id])

    def store(self) -> None:
        store(self.engine, replace(a_draft(f"{self.step:064}"), subject=f"Document {self.step}"))

    def reopen(self) -> None:
        with transaction(self.engine) as session:
            reopen_moment(session, self.moment.id, reason="vergissing", author="An", at=self.at)

    def open_next(self) -> None:
        day, responses = self.moment.date + timedelta(days=7), present(self.engine).responses
        ids = [response.id for response in responses]
        with transaction(self.engine) as session:
            open_moment(session, day=day, title="", response_ids=ids, author="An", at=self.at)


@pytest.mark.parametrize("seed", range(2))
def test_snapshot_is_what_a_fresh_reading_gives_after_whatever_was_done(database: Engine, seed: int) -> None:
    life = Life(database, seed)
    for _ in range(60):
        life.go_on()
        assert present(database) == fresh(database)
        assert present(database).actions == fresh(database).actions


def test_snapshot_sees_what_another_process_wrote(database: Engine) -> None:
    store(database, a_draft())
    opened_moment(database)
    before = present(database)
    process = FORKSERVER.Process(target=save_and_leave, args=(str(database.url),))
    process.start()
    process.join(timeout=60)
    assert process.exitcode == 0
    after = present(database)
    changed = [new.number for old, new in zip(before.actions, after.actions, strict=True) if old != new]
    assert changed == ["2.2"]
    assert after == fresh(database)


def test_snapshot_sees_a_backup_that_was_put_back_and_gone_on_with(database: Engine, tmp_path: Path) -> None:
    """By then the journal is longer again than it was, and not a line of it tells what was lost."""
    store(database, a_draft())
    file, backup, moment_id = Path(str(database.url.database)), tmp_path / "backup.sqlite3", opened_moment(database)

    def say(number: str, comment: str) -> None:
        action = found(database, number)
        with transaction(database) as session:
            save_edit(
                session,
                action_id=action.id,
                version=action.version,
                moment_id=moment_id,
                edit=Edit(Status.ONGOING, comment),
                author="An",
                at=datetime.now(UTC),
            )

    replace_database(file, backup)
    say("1.1", "Gaat verloren.")
    lost = present(database)
    replace_database(backup, file)
    for turn in range(3):
        with transaction(database) as session:
            journal = Journal(session, "Bert", datetime.now(UTC), moment_id=moment_id)
            add_milestone(journal, lost.actions[1].id, DraftMilestone(f"Proef {turn}", DECEMBER), None)
            add_milestone(journal, lost.actions[2].id, DraftMilestone(f"Proef {turn}", DECEMBER), None)
    assert present(database).actions == fresh(database).actions


def test_snapshot_is_the_same_object_as_long_as_nothing_is_written(database: Engine) -> None:
    store(database, a_draft())
    moment_id, before = opened_moment(database), present(database)
    assert present(database) is before
    with transaction(database) as session:
        action = before.actions[0]
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment_id,
            edit=Edit(Status.ONGOING, "Nieuws."),
            author="An",
            at=NOW,
        )
    after = present(database)
    assert [old is new for old, new in zip(before.actions, after.actions, strict=True)] == [False, True, True]


def test_snapshot_never_goes_back_to_what_a_slower_session_saw(database: Engine) -> None:
    """Who waits for the one that reads sees what was written meanwhile, and not what stood there when it began."""
    store(database, a_draft())
    moment_id, begun = opened_moment(database), Event()
    action = found(database, "1.1")
    event.listen(database, "begin", lambda _: begun.set())
    with ThreadPoolExecutor(1) as pool, snapshot._lock:
        slower = pool.submit(present, database)
        assert begun.wait(timeout=60)
        with transaction(database) as session:
            save_edit(
                session,
                action_id=action.id,
                version=action.version,
                moment_id=moment_id,
                edit=Edit(Status.COMPLETED, "Klaar."),
                author="An",
                at=NOW,
            )
    assert slower.result() == fresh(database)
