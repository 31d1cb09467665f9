"""How long files take, out and back, beside the bare library calls on the same cells: ``make bench`` prints it.

Processor time, so that other work on the machine does not count; memory is what the process grew by at its highest.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import cycle
from pathlib import Path
from statistics import median

import openpyxl
import pandas as pd
from bench_pages import filled
from drafts import NOW, TODAY, opened_moment

from mrdb.domain.response import Action
from mrdb.domain.return_plan import work
from mrdb.domain.returned import ReturnPlan, Work
from mrdb.exchange.excel import overview_workbook
from mrdb.intake import carry_out, plan_overviews
from mrdb.startup import seed
from mrdb.store.database import Engine, open_database, read_only, transaction, upgrade
from mrdb.store.queries import actions, basis

SIZES = (1_000, 10_000)
ROUNDS = 3
COLUMNS = ("export", "x to_excel", "preview", "x read_excel", "apply", "memory")


def main() -> None:
    print("\nExcel out and back, a tenth of the rows changed (processor time)")
    print(f"{'actions':>8}" + "".join(f"{column:>14}" for column in COLUMNS), flush=True)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            print(f"{size:>8}", end="", flush=True)
            for step in ("out", "back"):  # each in a process of its own, so that its memory is its own
                subprocess.run([sys.executable, __file__, step, str(size), folder], check=True)


def out(size: int, folder: Path) -> None:
    """What goes out are the real document's recommendations and actions, as often as it takes."""
    engine = filled(address(folder), size)
    opened_moment(engine)
    with read_only(engine) as session:
        stored, made_from = actions(session), basis(session)
    engine.dispose()
    (folder / "terug.xlsx").write_bytes(with_tenth_changed(overview_workbook(stored, TODAY, basis=made_from), size))
    everything = like_the_document(size)

    def export() -> bytes:
        return overview_workbook(everything, TODAY, basis=made_from)

    frames = pd.read_excel(BytesIO(export()), sheet_name=None, header=None)
    ours = median(cpu(export) for _ in range(ROUNDS))
    bare = median(cpu(lambda: write_bare(frames)) for _ in range(ROUNDS))
    print(f"{ours * 1000:>11.0f} ms{ours / bare:>13.2f}x", end="", flush=True)


def back(size: int, folder: Path) -> None:
    engine, data = open_database(address(folder)), (folder / "terug.xlsx").read_bytes()
    before = peak()
    plan = planned(engine, data)
    previewed = median(cpu(lambda: planned(engine, data)) for _ in range(ROUNDS))
    wanted = work(plan, {})
    assert len(wanted.edits) == size // 10
    applied = cpu(lambda: apply(engine, wanted))
    grown = peak() - before
    bare = median(
        cpu(lambda: pd.read_excel(BytesIO(data), sheet_name=["Overzicht", "Mijlpalen"])) for _ in range(ROUNDS)
    )
    engine.dispose()
    print(
        f"{previewed * 1000:>11.0f} ms{previewed / bare:>13.2f}x{applied * 1000:>11.0f} ms{grown:>11.0f} MB", flush=True
    )


def apply(engine: Engine, wanted: Work) -> None:
    with transaction(engine) as session:
        carry_out(session, wanted, author="An", at=NOW)


def like_the_document(size: int) -> list[Action]:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'mrdb.sqlite3'}")
        upgrade(engine)
        seed(engine)
        with read_only(engine) as session:
            real = actions(session)
        engine.dispose()
    return [
        replace(action, id=copy * 100 + action.id, recommendation=replace(action.recommendation, id=copy))
        for copy, action in zip(range(1, size + 1), cycle(real), strict=False)
    ]


def planned(engine: Engine, data: bytes) -> ReturnPlan:
    return plan_overviews(engine, [("terug.xlsx", data)], TODAY)


def write_bare(frames: dict[str, pd.DataFrame]) -> None:
    with pd.ExcelWriter(BytesIO(), engine="xlsxwriter") as writer:
        for name, frame in frames.items():
            frame.to_excel(writer, sheet_name=name, header=False, index=False)


def with_tenth_changed(data: bytes, size: int) -> bytes:
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book["Overzicht"]
    headings = [cell.value for cell in sheet[1]]
    status, comment = headings.index("Stvz") + 1, headings.index("Commentaar") + 1
    for row in range(2, size + 2, 10):
        sheet.cell(row, status).value = "Lopende"
        sheet.cell(row, comment).value = f"Nieuws van rij {row}"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def address(folder: Path) -> str:
    return f"sqlite:///{folder / 'mrdb.sqlite3'}"


def cpu(step: Callable[[], object]) -> float:
    """Seconds."""
    start = time.process_time()
    step()
    return time.process_time() - start


def peak() -> float:
    """The most memory that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        {"out": out, "back": back}[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
