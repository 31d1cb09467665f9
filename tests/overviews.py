"""Overviews that went out and come back: the real document with a moment open, its export, and what is typed in it."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from mrdb.domain.edit import Edit
from mrdb.domain.response import Action
from mrdb.domain.return_plan import work
from mrdb.domain.returned import ReturnPlan, RowKind
from mrdb.domain.status import Status
from mrdb.exchange.excel import overview_workbook
from mrdb.intake import plan_overviews
from mrdb.reading.phrases import READERS
from mrdb.startup import prepared_database
from mrdb.store.carrying_out import apply_work
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.moments import open_moment
from mrdb.store.queries import actions, basis
from mrdb.store.queries import open_moment as current_moment
from mrdb.store.writing import save_edit

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
Fill = Callable[[Worksheet, dict[str, int]], None]
"""Types in a sheet; it gets the row of each action's number."""


@pytest.fixture
def known(installation: None) -> Engine:
    """The real document with a moment open."""
    engine = prepared_database()
    opened(engine)
    return engine


@pytest.fixture
def exported(known: Engine) -> bytes:
    return an_export(known)


def opened(engine: Engine, day: date = TODAY) -> int:
    with transaction(engine) as session:
        response_id = actions(session)[0].recommendation.response.id
        return open_moment(session, day=day, title="", response_ids=[response_id], author="An", at=AT)


def an_export(engine: Engine) -> bytes:
    with read_only(engine) as session:
        return overview_workbook(actions(session), TODAY, basis=basis(session))


def planned(engine: Engine, *files: bytes) -> ReturnPlan:
    return plan_overviews(engine, [(f"{n}.xlsx", data) for n, data in enumerate(files)], TODAY)


def say(engine: Engine, number: str, comment: str) -> None:
    action = found(engine, number)
    with read_only(engine) as session:
        moment = current_moment(session, action.recommendation.response.id)
    assert moment is not None
    with transaction(engine) as session:
        save_edit(
            session,
            action_id=action.id,
            version=action.version,
            moment_id=moment.id,
            edit=Edit(Status.ONGOING, comment),
            author="An",
            at=AT,
        )


def kinds(plan: ReturnPlan) -> dict[RowKind, int]:
    return {kind: len(plan.of(kind)) for kind in RowKind if plan.of(kind)}


def column(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == heading)


def filled_in(data: bytes, fill: Fill, sheet: str = "Overzicht") -> bytes:
    """The workbook after somebody typed in it."""
    book = openpyxl.load_workbook(BytesIO(data))
    rows = {str(cell.value): cell.row for cell in book[sheet]["A"] if cell.value}
    fill(book[sheet], rows)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def a_row(sheet: Worksheet, **typed: object) -> None:
    """Types a row under the table, in the first one that is still free."""
    free = sheet.max_row + 1
    for heading, value in typed.items():
        sheet.cell(free, column(sheet, heading)).value = value


def apply(engine: Engine, plan: ReturnPlan) -> None:
    with transaction(engine) as session:
        apply_work(session, work(plan, {}), names_in=READERS.responsibles, author="Bert", at=AT)


def found(engine: Engine, number: str) -> Action:
    with read_only(engine) as session:
        return next(action for action in actions(session) if action.number == number)


def strict(data: bytes) -> bytes:
    """The same workbook as Excel writes it as "Strict Open XML": other names, and days in words."""
    names = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
        b'<workbook xmlns="': b'<workbook conformance="strict" xmlns="',
    }
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for usual, other in names.items():
                part = part.replace(usual, other)
            day = rb'\1 t="d"><v>2026-12-31T00:00:00</v>'
            new.writestr(name, re.sub(rb'(<c [^>]*?)(?: t="n")?><v>46387</v>', day, part))
    return buffer.getvalue()
