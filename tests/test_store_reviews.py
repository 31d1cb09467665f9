"""Documents under review in the database: they wait for whoever goes on, and go when nobody does."""

from datetime import timedelta

from drafts import NOW

from mrdb.domain.draft import Choices
from mrdb.domain.facts import Fact
from mrdb.domain.status import Status
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.reviews import (
    change_review,
    file_of,
    forget_review,
    keep_review,
    known_words,
    learn,
    state_of,
    unfinished,
)


def keep(database: Engine, token: str, *, days_ago: int = 0) -> None:
    with transaction(database) as session:
        at = NOW - timedelta(days=days_ago)
        keep_review(session, token, f"{token}.docx", b"PK bytes", b"begin", author="An", at=at)


def test_review_is_kept_changed_and_forgotten(database: Engine) -> None:
    keep(database, "a")
    with transaction(database) as session:
        assert state_of(session, "a", alone=True) == b"begin"
        assert change_review(session, "a", b"verder", author="Bert", at=NOW + timedelta(hours=1)) == 2
    with read_only(database) as session:
        assert (state_of(session, "a"), file_of(session, "a")) == (b"verder", b"PK bytes")
        [line] = unfinished(session)
        assert (line.name, line.author, line.version) == ("a.docx", "Bert", 2)
    with transaction(database) as session:
        forget_review(session, "a")
    with read_only(database) as session:
        assert (state_of(session, "a"), file_of(session, "a"), unfinished(session)) == (None, None, ())


def test_review_left_lying_for_two_months_is_forgotten_when_another_begins(database: Engine) -> None:
    keep(database, "oud", days_ago=61)
    keep(database, "ouder", days_ago=59)
    keep(database, "nieuw")
    with read_only(database) as session:
        assert [one.token for one in unfinished(session)] == ["nieuw", "ouder"]


def test_words_that_were_explained_are_known_until_somebody_says_otherwise(database: Engine) -> None:
    with transaction(database) as session:
        learn(session, Choices({"trekkers": Fact.RESPONSIBLE, "budget": None}, {"op schema": Status.ONGOING}))
        learn(session, Choices({"trekkers": Fact.COMMENT}, {"klad": None}))
    with read_only(database) as session:
        known = known_words(session)
    assert known.columns == {"trekkers": Fact.COMMENT, "budget": None}
    assert known.statuses == {"op schema": Status.ONGOING, "klad": None}
