"""What one run of each page's script costs the server, however large the record: processor time, in one process."""

import os
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import streamlit as st
from drafts import NOW, TODAY, a_draft, a_draft_action, a_recommendation, opened_moment, store
from serving import ROOT
from sqlalchemy import insert
from streamlit.testing.v1 import AppTest

from mrdb.domain.draft import DraftMilestone
from mrdb.domain.facts import Fact
from mrdb.domain.period import Period
from mrdb.domain.status import Status
from mrdb.store.database import Engine, open_database, read_only, transaction, upgrade
from mrdb.store.queries import actions
from mrdb.store.tables import ChangeRow, MomentResponseRow, MomentRow, StatusReportRow

RUNS = 5
SIZES = ((15, 1), (1_000, 1), (1_000, 20), (10_000, 1))
"""Actions, and follow-up moments that were held of them."""
LINES = 5
"""Lines of the journal that each action leaves at each moment."""
PAGES = ("overview", "action", "meeting", "recommendations", "timeline", "history", "year", "decisions", "moments")


def main() -> None:
    print("processor time of one run of the script, in ms (median)")
    print(f"{'actions':>8}{'moments':>8}{'lines':>9}" + "".join(f"{page:>16}" for page in PAGES))
    for size, held in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{Path(folder) / 'mrdb.sqlite3'}"
            engine = filled(url, size)
            with_past(engine, held)
            opened_moment(engine, TODAY)
            engine.dispose()
            figures = "".join(f"{run_of(url, page) * 1000:>16.0f}" for page in PAGES)
        print(f"{size:>8}{held:>8}{size * held * LINES:>9}{figures}", flush=True)


def filled(url: str, size: int) -> Engine:
    """A database with one document of this many actions, ten to a recommendation."""
    engine = open_database(url)
    upgrade(engine)
    parts = [
        a_recommendation(part, *(a_draft_action(f"{part}.{n}", _due(part, n)) for n in range(1, 11)))
        for part in range(1, size // 10 + 1)
    ]
    store(engine, replace(a_draft(), recommendations=tuple(parts)))
    return engine


def _due(part: int, number: int) -> DraftMilestone:
    """Somewhere in two years, half of which are over."""
    return DraftMilestone("", Period.due_on(date(2026, 1, 1) + timedelta(days=(part * 37 + number * 11) % 700)))


def with_past(engine: Engine, held: int) -> None:
    """So many closed moments, each with a report of every action and the lines that it left."""
    with read_only(engine) as session:
        known = actions(session)
    response_id = known[0].recommendation.response.id
    for number in range(held):
        day = date(2025, 11, 3) + timedelta(days=14 * number)
        with transaction(engine) as session:
            row = MomentRow(date=day, title="", attendees="", closed_at=NOW, closed_by="An")
            session.add(row)
            session.flush()
            session.add(MomentResponseRow(moment_id=row.id, response_id=response_id))
            said = {"moment_id": row.id, "author": "An", "at": NOW - timedelta(days=14 * (held - number))}
            reports = [
                said | {"action_id": one.id, "status": Status.ONGOING, "comment": f"Stand {number}", "internal": ""}
                for one in known
            ]
            session.execute(insert(StatusReportRow), reports)
            about = [
                said
                | {"action_id": one.id, "response_id": response_id, "field": fact, "old": None, "new": new}
                | {"reason": "", "source": ""}
                for one in known
                for fact, new in [(Fact.STATUS, "ongoing"), *[(Fact.COMMENT, f"Stand {number}")] * (LINES - 1)]
            ]
            session.execute(insert(ChangeRow), about)


def run_of(url: str, page: str) -> float:
    os.environ.update(MRDB_DATABASE_URL=url, MRDB_TODAY=TODAY.isoformat())
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    if page == "action":
        app.query_params["actie"] = "7"
    app.run()
    if page != "overview":
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    return median(_processor_time(app) for _ in range(RUNS))


def _processor_time(app: AppTest) -> float:
    start = time.process_time()
    app.run()
    return time.process_time() - start


if __name__ == "__main__":
    main()
