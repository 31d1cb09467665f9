"""Whether the log beside a database is another one's: SQLite would write it over a copy that was put back.

Run as a program of its own, with the file and its log: closing a file that SQLite has open in the same process lets go
of SQLite's locks on it, and then the next program that looks in takes the log away from under the first.
Copies that this program makes use no log. Of any other, the last thing that was written is not in the log while the
file changed after it.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import quote


def is_foreign(file: Path, log: Path) -> bool:
    with file.open("rb") as head:
        if head.read(20)[18:] == b"\1\1":  # "file format write version": without a log
            return True
    if file.stat().st_ctime <= log.stat().st_mtime:
        return False
    mark = _mark(file)
    return mark is not None and mark not in log.read_bytes()


def _mark(file: Path) -> bytes | None:
    """What the last transaction left in the file itself; None where that cannot be told."""
    alone = f"file:{quote(str(file.absolute()))}?immutable=1"
    try:
        with closing(sqlite3.connect(alone, uri=True)) as connection:
            return str(connection.execute("SELECT mark FROM database").fetchone()[0]).encode()
    except (sqlite3.Error, TypeError):
        return None


if __name__ == "__main__":
    print("foreign" if is_foreign(*map(Path, sys.argv[1:])) else "its own")
