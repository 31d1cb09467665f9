"""What a second process does to the database in a test; it says through a pipe how far it is."""

import multiprocessing
import os
import runpy
import sys
import time
from multiprocessing.connection import Connection
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

from drafts import NOW, a_draft, found, store
from sqlalchemy import event

from mrdb.__main__ import main
from mrdb.domain.edit import Edit, Move
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.status import Status
from mrdb.store.database import Engine, open_database, transaction, upgrade
from mrdb.store.writing import save_edit

FORKSERVER = multiprocessing.get_context("forkserver")
"""Starts processes that share nothing with the test, from one that has imported these modules once: what it cannot
import it leaves to each of them without a word, and it does not know the folder of the tests (until Python 3.13)."""
_OURS = ("mrdb.intake", "mrdb.exchange.excel", "mrdb.exchange.report", "mrdb.charts.timeline", "mrdb.startup")
_OF_OTHERS = ("pytest", "streamlit.web.cli", "streamlit.web.server.starlette", "uvicorn", "uvloop")
FORKSERVER.set_forkserver_preload([*_OURS, *_OF_OTHERS])


def stop_at_write(engine: Engine, number: int, pipe: Connection) -> None:
    """At this many-eth write: tells the parent, and waits to be killed. Unfinished work really is in the file's log."""
    writes = 0

    def counted(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        nonlocal writes
        writes += statement.lstrip().startswith(("INSERT", "UPDATE", "DELETE", "CREATE"))
        if writes == number:
            pipe.send("in the middle")
            while True:
                time.sleep(3600)

    event.listen(engine, "after_cursor_execute", counted)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA cache_size = 1"))


def import_and_stop(url: str, number: int, pipe: Connection) -> None:
    engine = open_database(url)
    stop_at_write(engine, number, pipe)
    store(engine, a_draft())
    pipe.send("done")


def save_and_stop(url: str, number: int, pipe: Connection) -> None:
    engine = open_database(url)
    action = found(engine, "2.2")
    stop_at_write(engine, number, pipe)
    with transaction(engine) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=2, edit=whole_edit(action), author="An", at=NOW)
    pipe.send("done")


def upgrade_and_stop(url: str, number: int, pipe: Connection) -> None:
    engine = open_database(url)
    stop_at_write(engine, number, pipe)
    upgrade(engine)
    pipe.send("done")


def start_up(url: str, together: Barrier, added: "Queue[int]") -> None:
    """What every start of the program does, at the same time as others."""
    together.wait()
    engine = open_database(url)
    upgrade(engine)
    added.put(store(engine, a_draft()))


def whole_edit(action: Any) -> Edit:
    """Changes everything that an edit can change."""
    first, second = action.milestones
    day = Period(PeriodKind.DEADLINE, NOW.date(), NOW.date(), Precision.DAY)
    return Edit(Status.ONGOING, "Bezig.", {second.id: NOW.date()}, (Move(first.id, day, "Vroeger klaar"),))


def save_many(url: str, numbers: list[str], each: int) -> None:
    """What one of several app servers stores of its visitors, who keep to these actions; all at their first moment."""
    engine = open_database(url)
    for turn in range(each):
        for number in numbers:
            action = found(engine, number)
            edit = Edit(Status.ONGOING, f"{number}, keer {turn}", {}, ())
            with transaction(engine) as session:
                save_edit(
                    session, action_id=action.id, version=action.version, moment_id=2, edit=edit, author="An", at=NOW
                )


def save_and_leave(url: str) -> None:
    engine = open_database(url)
    action = found(engine, "2.2")
    with transaction(engine) as session:
        save_edit(session, action_id=action.id, version=1, moment_id=2, edit=whole_edit(action), author="An", at=NOW)
    engine.dispose()


def serve(environment: dict[str, str], telling: Connection) -> None:
    """What ``streamlit run mrdb/serve.py`` does, where hardly anything is left to import; it tells through the pipe."""
    _begin(environment, telling)
    os.chdir(Path(__file__).parent.parent)
    sys.argv = ["streamlit", "run", "mrdb/serve.py"]
    runpy.run_module("streamlit", run_name="__main__")


def remind(environment: dict[str, str], telling: Connection) -> None:
    """What ``mrdb remind`` does; what it prints goes through the pipe."""
    _begin(environment, telling)
    sys.exit(main(["remind"]))


def _begin(environment: dict[str, str], telling: Connection) -> None:
    os.dup2(telling.fileno(), 1)
    os.environ.update(environment)
