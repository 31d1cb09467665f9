"""The command line: the same functions as the screens."""

import argparse
import json
import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

from mrdb import __version__, log
from mrdb.backup_command import add_commands
from mrdb.clock import today
from mrdb.config import choose_demo, let_hosts_in
from mrdb.domain.errors import MrdbError
from mrdb.domain.facts import Fact
from mrdb.domain.followup import count_actions
from mrdb.domain.status import Urgency
from mrdb.exchange.excel import overview_workbook
from mrdb.exchange.records import as_json
from mrdb.import_command import add_import
from mrdb.people_command import add_person_commands
from mrdb.reading.document import draft_as_json, read_file
from mrdb.records import RECORDS
from mrdb.remind_command import add_remind
from mrdb.startup import open_and_upgrade, prepared_database, public_address, seed
from mrdb.store.database import open_database, read_only
from mrdb.store.moving import move
from mrdb.store.queries import actions, basis, changes
from mrdb.text import command, labels, nl
from mrdb.text.faults import sentence

DONE, DOUBTS, UNREADABLE, FAILED = 0, 1, 2, 3
"""Exit statuses."""
SERVER = Path(__file__).with_name("serve.py")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    parsed = _parser().parse_args(arguments)
    log.write_log()
    try:
        return int(parsed.command(parsed))
    except (MrdbError, OSError) as error:
        print(sentence(error) if isinstance(error, MrdbError) else command.cannot_write(error), file=sys.stderr)
        return UNREADABLE
    except Exception as error:
        print(nl.unexpected(log.unexpected(error)), file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mrdb", description="Follow-up of a management response.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="start the app; STREAMLIT_SERVER_PORT chooses its port")
    run.set_defaults(command=_run)
    demo = commands.add_parser("demo", help="start the app on an example that begins anew, in a database of its own")
    demo.set_defaults(command=_demo)
    read = commands.add_parser(
        "read",
        help="print the draft of a document as JSON, and its doubts on standard error",
        epilog="Exit status: 0 read whole, 1 doubts remain, 2 the file cannot be read.",
    )
    read.add_argument(
        "file", type=Path, metavar="FILE", help="a management response: Word, Excel, PDF, .odt, .rtf or text (UTF-8)"
    )
    read.add_argument(
        "--corrections",
        type=Path,
        metavar="FILE",
        help="reviewed corrections (TOML); without this flag FILE's own neighbour *.corrections.toml, if there is one",
    )
    read.set_defaults(command=_read)
    importing = commands.add_parser(
        "import",
        help="print what a file would change, and change it with --apply",
        epilog="Exit status: 0 done or nothing to do, 1 clashes, mistakes, doubts or no open moment: nothing is "
        "written, 2 unreadable.",
    )
    add_import(importing)
    seeding = commands.add_parser("seed", help="store the real document where it is not there yet")
    seeding.set_defaults(command=_seed)
    export = commands.add_parser("export", help="write the whole overview to an Excel file, or all data as JSON")
    export.add_argument("file", type=Path, metavar="FILE.xlsx|FILE.json")
    export.set_defaults(command=_export)
    moving = commands.add_parser("move", help="copy the whole of one database into an empty one")
    moving.add_argument("source", metavar="FROM", help="an SQLAlchemy address, such as sqlite:///data/mrdb.sqlite3")
    moving.add_argument("target", metavar="TO", help="such as postgresql://user:password@host/mrdb")
    moving.set_defaults(command=_move)
    status = commands.add_parser("status", help="print the counts")
    status.add_argument("--json", action="store_true", help="as JSON")
    status.set_defaults(command=_status)
    add_commands(commands)
    add_person_commands(commands)
    add_remind(commands)
    return parser


def _run(_: argparse.Namespace) -> int:
    """As ``streamlit run`` does, in this process."""
    let_hosts_in()
    sys.argv = ["streamlit", "run", str(SERVER)]
    runpy.run_module("streamlit", run_name="__main__")
    return DONE


def _demo(parsed: argparse.Namespace) -> int:
    choose_demo()
    return _run(parsed)


def _read(parsed: argparse.Namespace) -> int:
    result = read_file(parsed.file, parsed.corrections)
    print(draft_as_json(result.draft))
    for doubt in result.doubts:
        print(command.doubt_line(doubt), file=sys.stderr)
    return DOUBTS if result.doubts else DONE


def _seed(_: argparse.Namespace) -> int:
    print(command.seeded(seed(open_and_upgrade())))
    return DONE


def _export(parsed: argparse.Namespace) -> int:
    if parsed.file.suffix.casefold() == ".json":
        return _export_records(parsed.file)
    with read_only(prepared_database()) as session:
        everything, made_from, moves = actions(session), basis(session), changes(session, facts={Fact.PERIOD})
    made = overview_workbook(everything, today(), basis=made_from, journal=moves, address=public_address())
    parsed.file.write_bytes(made)
    print(command.exported(len(everything), parsed.file.name))
    return DONE


def _export_records(file: Path) -> int:
    with read_only(prepared_database()) as session:
        told = {name: records(session, today()) for name, records in RECORDS.items()}
    file.write_bytes(as_json(told))
    print(command.exported(len(told["actions"]), file.name))
    return DONE


def _move(parsed: argparse.Namespace) -> int:
    print(command.moved(move(open_database(parsed.source), open_database(parsed.target))))
    return DONE


def _status(parsed: argparse.Namespace) -> int:
    with read_only(prepared_database()) as session:
        counts = count_actions(actions(session), today())
    if parsed.json:
        by_status = {status.value if status else "no_report": n for status, n in counts.by_status.items()}
        figures = {"total": counts.total, "overdue": counts.overdue, "soon": counts.soon, "by_status": by_status}
        print(json.dumps(figures, indent=2))
        return DONE
    lines = [
        (nl.TOTAL, counts.total),
        (labels.URGENCY[Urgency.OVERDUE], counts.overdue),
        (labels.URGENCY[Urgency.SOON], counts.soon),
        *((labels.status_label(status), n) for status, n in counts.by_status.items()),
    ]
    for label, n in lines:
        print(f"{label:<14}{n:>5}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
