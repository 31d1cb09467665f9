"""A year that is over stands: no later edit changes what was published of it, nor what is computed of it."""

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from drafts import DECEMBER, a_draft_action
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrdb.domain.draft import DraftMilestone
from mrdb.domain.edit import Edit, Move
from mrdb.domain.errors import IncompleteEdit, NotAsItWas
from mrdb.domain.facts import Fact
from mrdb.domain.period import Period
from mrdb.domain.publication import Publication, as_published, discrepancies
from mrdb.domain.response import Action, Agreement, Moment
from mrdb.domain.rewind import gestures
from mrdb.domain.status import Status
from mrdb.domain.year import TELLING, Figure, YearFigures, year_figures
from mrdb.store.adding import add_action
from mrdb.store.database import Engine, Session, open_database, read_only, transaction
from mrdb.store.journal import Journal
from mrdb.store.moments import close_moment, open_moment, reopen_moment
from mrdb.store.putting_away import put_response_away
from mrdb.store.queries import action as stored_action
from mrdb.store.queries import actions, changes, management_responses, moments
from mrdb.store.undoing import take_back
from mrdb.store.values import write
from mrdb.store.writing import confirm_unchanged, save_edit
from mrdb.store.years import publications, publish_year
from mrdb.text.history import new_in_words, what_changed
from mrdb.views.publication import told_years

HELD, PUBLISHED, LATER = date(2026, 12, 15), datetime(2027, 1, 15, 9, 0, tzinfo=UTC), date(2028, 6, 1)
PARAGRAPH = "In 2026 hadden we het druk."
DONE = {"7.1": Status.COMPLETED, "1.1": Status.DROPPED, "8.1": Status.ONGOING}
Gesture = tuple[str, int, int]
"""What somebody does, to which action, and a number that says how."""


class Life:
    """What people do to the real document, one gesture after another; all in one transaction."""

    def __init__(self, session: Session, at: datetime) -> None:
        self.session, self.at = session, at
        known = actions(session)
        self.ids = [action.id for action in known]
        self.response_id = known[0].recommendation.response.id
        self.moment: Moment | None = None
        self.done = Counter[str]()

    def who(self) -> dict[str, object]:
        self.at += timedelta(minutes=1)
        return {"author": "An", "at": self.at}

    def open(self, day: date) -> None:
        open_moment(self.session, day=day, title="", response_ids=[self.response_id], **self.who())
        self.moment = moments(self.session)[0]

    def close(self) -> None:
        assert self.moment is not None
        close_moment(self.session, self.moment.id, **self.who())

    def reopen(self) -> None:
        self.moment = moments(self.session)[0]
        reopen_moment(self.session, self.moment.id, reason="vergeten", **self.who())

    def save(self, action: Action, edit: Edit) -> None:
        assert self.moment is not None
        about = {"action_id": action.id, "version": action.version, "moment_id": self.moment.id}
        save_edit(self.session, **about, edit=edit, **self.who())

    def do(self, gesture: Gesture) -> None:
        kind, place, n = gesture
        action = stored_action(self.session, self.ids[place % len(self.ids)])
        assert action is not None
        assert self.moment is not None
        step = next((one for one in action.milestones if one.is_movable), None)
        due, moment_id = Period.due_on(date(2025, 1, 1) + timedelta(n)), self.moment.id
        self.done[kind] += 1
        match kind:
            case "report" | "drop" | "reopen":
                status = {"drop": Status.DROPPED, "reopen": Status.ONGOING}.get(kind, list(Status)[n % len(Status)])
                self.save(action, Edit(status, f"Stand {n}.", {}, ()))
            case "move" if step:
                self.save(action, Edit(moves=(Move(step.id, due, "het duurt langer"),)))
            case "reach" if step:
                self.save(action, Edit(reached={step.id: date(2026, 1, 1) + timedelta(n % 400)}))
            case "agree":
                self.save(action, Edit(agreement=Agreement(f"Afspraak {n}", "Els", None)))
            case "hand on":
                self.save(action, Edit(texts={Fact.RESPONSIBLE: f"Dienst {n}"}, responsibles=(f"Dienst {n}",)))
            case "restate" if step:
                journal = Journal(self.session, "An", self.at).of_action(action)
                about = replace(journal, milestone_id=step.id)
                write(about, Fact.PERIOD, step.period.code() if step.period else None, due.code())
            case "add step":
                self.save(action, Edit(added=(DraftMilestone(f"Stap {self.at:%d%H%M}", DECEMBER),)))
            case "add action":
                journal = Journal(self.session, moment_id=moment_id, **self.who())
                coming = a_draft_action(f"9.{len(self.ids)}", DraftMilestone("", DECEMBER), status=Status.ONGOING)
                self.ids.append(add_action(journal, action.recommendation, coming))
            case "confirm":
                versions = {action.id: action.version}
                confirm_unchanged(self.session, versions=versions, moment_id=moment_id, **self.who())
            case "take back":
                found = gestures(changes(self.session, moment_id=moment_id), {})
                if last := next((one for one in found if one.is_last), None):
                    lines = [line.id for line in last.lines]
                    take_back(self.session, moment_id=moment_id, line_ids=lines, **self.who())
            case "next moment":
                self.close()
                self.open(max(self.moment.date + timedelta(5), date(2027, 2, 1)))
            case "reopen moment":
                self.close()
                self.reopen()


KINDS = (
    "report", "drop", "reopen", "move", "reach", "agree", "hand on", "restate", "add step", "add action", "confirm",
    "take back", "next moment", "reopen moment",
)  # fmt: skip
GESTURES = st.tuples(st.sampled_from(KINDS), st.integers(0, 40), st.integers(0, 1500))


@pytest.fixture(scope="module")
def published_file(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real document through a follow-up moment of December 2026, and that year closed in January."""
    file = tmp_path_factory.mktemp("published") / "mrdb.sqlite3"
    shutil.copyfile(seeded_file, file)
    engine = open_database(f"sqlite:///{file}")
    with transaction(engine) as session:
        life = Life(session, datetime(2026, 12, 15, 9, 0, tzinfo=UTC))
        life.open(HELD)
        for action in actions(session):
            if action.number in DONE:
                life.save(action, Edit(DONE[action.number], "Zo staat het.", {}, ()))
        life.close()
        publish_year(session, figures(session), PARAGRAPH, edition=1, author="Mira", at=PUBLISHED)
    engine.dispose()
    return file


@pytest.fixture
def engine(published_file: Path, database_file: Path) -> Engine:
    shutil.copyfile(published_file, database_file)
    return open_database(f"sqlite:///{database_file}")


def figures(session: Session, year: int = 2026, today: date = LATER) -> YearFigures:
    return year_figures(actions(session), changes(session, facts=TELLING), year, today)


def numbers(found: YearFigures) -> dict[Figure, list[str]]:
    return {figure: [action.number for action in listed] for figure, listed in found.lists.items()}


def told(session: Session) -> tuple[Sequence[Publication], dict[Figure, list[str]]]:
    """What stands published of 2026."""
    kept = publications(session, 2026)
    return kept, numbers(as_published(kept[0], figures(session), actions(session)))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(GESTURES, min_size=50, max_size=50), st.booleans())
def test_no_later_edit_changes_a_year_that_is_over(
    published_file: Path, database_file: Path, later: list[Gesture], is_reopened: bool
) -> None:
    """A thousand gestures: what is dated later changes nothing, and a published figure not even what is dated in it."""
    shutil.copyfile(published_file, database_file)
    engine = open_database(f"sqlite:///{database_file}")
    with transaction(engine) as session:
        before, computed = told(session), [numbers(figures(session, year)) for year in (2025, 2026)]
        assert computed[1] == before[1]
        life = Life(session, datetime(2027, 3, 1, 9, 0, tzinfo=UTC))
        if is_reopened:
            life.reopen()
        else:
            life.open(date(2027, 3, 1))
        for gesture in later:
            life.do(gesture)
        assert told(session) == before
        if not is_reopened:
            assert [numbers(figures(session, year)) for year in (2025, 2026)] == computed
        assert life.done.total() == len(later)
    engine.dispose()


def test_published_year_has_the_data_of_now_beside_it(engine: Engine) -> None:
    with transaction(engine) as session:
        life = Life(session, datetime(2027, 3, 1, 9, 0, tzinfo=UTC))
        life.reopen()
        action = next(one for one in actions(session) if one.number == "4.1")
        life.save(action, Edit(Status.COMPLETED, "Was al klaar.", {}, ()))
        (kept,), published = told(session)
        now = figures(session)
        found = discrepancies(as_published(kept, now, actions(session)), now)
    assert (kept.author, kept.at, kept.reason, kept.paragraph) == ("Mira", PUBLISHED, "", PARAGRAPH)
    came = {one.figure: [action.number for action in one.came] for one in found}
    assert came[Figure.CLOSED] == came[Figure.RATE] == came[Figure.SAME_YEAR] == ["4.1"]
    gone = {one.figure: [action.number for action in one.gone] for one in found}
    assert gone[Figure.LATE] == ["4.1"]
    assert "4.1" not in published[Figure.RATE]


def test_published_year_counts_what_was_put_away_since(engine: Engine) -> None:
    with transaction(engine) as session:
        _, before = told(session)
        (response,) = management_responses(session)
        put_response_away(session, response, reason="twee keer ingelezen", author="An", at=PUBLISHED)
    (year,) = told_years(engine, (), [2026], LATER)
    assert numbers(year.figures) == before
    assert set(map(len, year.now.lists.values())) == {0}
    assert [one.figure for one in year.differences] == [figure for figure, found in before.items() if found]


def test_year_is_closed_once_and_published_again_with_a_reason(engine: Engine) -> None:
    with transaction(engine) as session:
        found, who = figures(session), {"author": "An", "at": datetime(2027, 4, 1, tzinfo=UTC)}
        with pytest.raises(NotAsItWas):
            publish_year(session, found, "Anders.", edition=1, **who)
        with pytest.raises(IncompleteEdit):
            publish_year(session, found, "Anders.", edition=2, reason="  ", **who)
        publish_year(session, found, "Anders.", edition=2, reason="de stvz van 4.1 ontbrak", **who)
    with read_only(engine) as session:
        newest, first = publications(session, 2026)
        lines = changes(session, facts={Fact.YEAR})
    assert (newest.paragraph, newest.reason, first.paragraph) == ("Anders.", "de stvz van 4.1 ontbrak", PARAGRAPH)
    assert [(line.author, what_changed(line), new_in_words(line), line.reason) for line in lines] == [
        ("An", "Jaarcijfers gepubliceerd", "2026", "de stvz van 4.1 ontbrak"),
        ("Mira", "Jaarcijfers gepubliceerd", "2026", ""),
    ]


def test_year_that_runs_cannot_be_closed(engine: Engine) -> None:
    with transaction(engine) as session, pytest.raises(ValueError, match="runs"):
        publish_year(session, figures(session, today=HELD), "", edition=2, reason="zomaar", author="An", at=PUBLISHED)
