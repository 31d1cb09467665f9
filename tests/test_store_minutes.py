"""The decision list is fixed once, after the moment is closed."""

import pytest
from drafts import NOW, a_draft, opened_moment, store

from mrdb.domain.decisions import Minutes
from mrdb.domain.errors import MinutesEmpty, MinutesFixed, MomentStillOpen
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import close_moment, fix_minutes
from mrdb.store.rounds import all_minutes
from mrdb.text.faults import sentence


@pytest.fixture
def closed_moment(database: Engine) -> int:
    store(database, a_draft())
    moment_id = opened_moment(database)
    with transaction(database) as session:
        close_moment(session, moment_id, "An", NOW)
    return moment_id


def fix(database: Engine, moment_id: int, text: str, author: str = "An") -> None:
    with transaction(database) as session:
        fix_minutes(session, moment_id, text=text, author=author, at=NOW)


def fixed(database: Engine, moment_id: int) -> Minutes | None:
    with read_only(database) as session:
        return next(iter(all_minutes(session, moment_id)), None)


def test_minutes_keep_the_words_the_author_and_the_time(database: Engine, closed_moment: int) -> None:
    assert fixed(database, closed_moment) is None
    fix(database, closed_moment, "Actie 1.1: gestart.\n")
    assert fixed(database, closed_moment) == Minutes(closed_moment, "Actie 1.1: gestart.", "An", NOW)


def test_minutes_are_fixed_once(database: Engine, closed_moment: int) -> None:
    fix(database, closed_moment, "Eerst.")
    with pytest.raises(MinutesFixed) as refused:
        fix(database, closed_moment, "Daarna.", "Els")
    assert "al vastgesteld" in sentence(refused.value)
    minutes = fixed(database, closed_moment)
    assert minutes is not None
    assert (minutes.text, minutes.author) == ("Eerst.", "An")


def test_minutes_of_an_open_moment_cannot_be_fixed(database: Engine) -> None:
    store(database, a_draft())
    moment_id = opened_moment(database)
    with pytest.raises(MomentStillOpen) as refused:
        fix(database, moment_id, "Te vroeg.")
    assert "Sluit het eerst" in sentence(refused.value)
    assert fixed(database, moment_id) is None


def test_minutes_without_words_are_refused(database: Engine, closed_moment: int) -> None:
    with pytest.raises(MinutesEmpty) as refused:
        fix(database, closed_moment, " \n")
    assert "is leeg" in sentence(refused.value)
    with pytest.raises(LookupError):
        fix(database, 999, "Tekst.")
