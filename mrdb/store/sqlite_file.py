"""A database as a file: where it may lie, what is wrong with it, and a whole copy of it."""

import errno
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import disk_usage, rmtree
from tempfile import TemporaryDirectory
from time import sleep, time
from urllib.parse import quote

from mrdb.domain.errors import DatabaseFault, DatabaseUnusable
from mrdb.store import foreign_log

PATIENCE = 30
"""Seconds that one writer waits for another; a save takes milliseconds."""
PAUSE = 0.5
"""Seconds; by then whoever brings the log home right now is through with it."""
MOUNTS = Path("/proc/mounts")
NETWORK = re.compile(r"cifs|smb\w*|nfs\d?|afs|ncpfs|fuse\.(sshfs|rclone|s3fs|davfs\w*)|davfs")
"""File systems on which two programs do not see the same shared memory, which SQLite's log needs."""
LITTLE = 256 * 1024
"""Bytes; with less than this left on it a disk is full, whatever SQLite calls it."""
_FAULTS = {
    sqlite3.SQLITE_FULL: DatabaseFault.FULL,
    sqlite3.SQLITE_CORRUPT: DatabaseFault.DAMAGED,
    sqlite3.SQLITE_NOTADB: DatabaseFault.NOT_A_DATABASE,
    sqlite3.SQLITE_READONLY: DatabaseFault.READ_ONLY,
    sqlite3.SQLITE_PERM: DatabaseFault.READ_ONLY,
}
_OF_SYSTEM = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), DatabaseFault.FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), DatabaseFault.READ_ONLY),
}


def connected(file: Path) -> sqlite3.Connection:
    """A connection that may write, begins nothing by itself, and never makes a file."""
    address = f"file:{quote(str(file.absolute()))}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False, isolation_level=None)


def connected_to_read(file: Path) -> sqlite3.Connection:
    """A connection that leaves nothing beside the file: a copy may lie where nobody may write."""
    has_log = any(beside(file.resolve(), end).exists() for end in ("-wal", "-shm"))
    address = f"file:{quote(str(file.absolute()))}?{'mode=ro' if has_log else 'immutable=1'}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE)


def check_place(file: Path) -> None:
    """Raises DatabaseUnusable where SQLite would go wrong without a word, or in words that tell nothing."""
    if (system := file_system_of(file, MOUNTS.read_text() if MOUNTS.exists() else "")) and NETWORK.fullmatch(system):
        raise DatabaseUnusable(f"{file} ({system})", DatabaseFault.NETWORK)
    if file.is_dir():
        raise DatabaseUnusable(str(file), DatabaseFault.DIRECTORY)
    if file.exists() and file.stat().st_size == 0:
        raise DatabaseUnusable(str(file), DatabaseFault.EMPTY)
    if _has_foreign_log(file):
        sleep(PAUSE)
        if _has_foreign_log(file):
            raise DatabaseUnusable(str(file), DatabaseFault.FOREIGN_LOG)


def check_there(file: Path) -> None:
    """The same, and where there is none."""
    check_place(file)
    if not file.exists():
        raise DatabaseUnusable(str(file), DatabaseFault.MISSING)


def file_system_of(file: Path, mounts: str) -> str:
    """What the file lies on, such as ``ext4`` or ``cifs``; ``mounts`` as Linux tells them, "" elsewhere. A share that
    Windows names by its server is ``smb``."""
    place = file.resolve()
    if place.drive.startswith("\\\\"):
        return "smb"
    found = ""
    longest = Path()
    for line in mounts.splitlines():
        _, point, system, *_ = line.split(" ")
        mounted = Path(re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), point))
        if place.is_relative_to(mounted) and len(mounted.parts) >= len(longest.parts):
            longest, found = mounted, system
    return found


def _has_foreign_log(file: Path) -> bool:
    log = beside(file, "-wal")
    if not log.exists() or log.stat().st_size == 0:
        return False
    if not file.exists():  # SQLite would write what is in it into whatever comes to lie there
        return True
    asked = [sys.executable, "-I", "-S", foreign_log.__file__, str(file), str(log)]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() == "foreign"


def fault_of(error: BaseException, file: Path) -> DatabaseFault:
    """What stands behind what SQLite, or the system, says of this file."""
    if isinstance(error, OSError):
        return _OF_SYSTEM.get(error.errno or 0, DatabaseFault.UNREACHABLE)
    code = getattr(error, "sqlite_errorcode", 0)
    if known := _FAULTS.get(code & 0xFF):
        return known
    folder = file.parent
    if not folder.is_dir() or not file.exists():
        return DatabaseFault.MISSING
    if code == sqlite3.SQLITE_IOERR_WRITE or disk_usage(folder).free < LITTLE:
        return DatabaseFault.FULL
    may_write = os.access(file, os.R_OK | os.W_OK) and os.access(folder, os.W_OK | os.X_OK)
    return DatabaseFault.UNREACHABLE if may_write else DatabaseFault.READ_ONLY


@contextmanager
def told_of(file: Path) -> Iterator[None]:
    """Turns what SQLite and the system say in the block into DatabaseUnusable."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise DatabaseUnusable(str(file), fault_of(error, file)) from error


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Where to make a file that ``finish`` gives its name once it is whole; nothing of it is left after the block, nor
    of one of more than an hour ago in which the machine stopped."""
    begin, end = f".{target.name}.", ".part"
    for left in target.parent.iterdir():
        if left.name.startswith(begin) and left.name.endswith(end) and left.stat().st_mtime < time() - 3600:
            rmtree(left, ignore_errors=True)
    with TemporaryDirectory(prefix=begin, suffix=end, dir=target.parent) as folder:
        yield Path(folder) / target.name


def finish(part: Path, target: Path) -> None:
    """Gives the file its name, in the place of what bore it; after a power cut it is the one or the other."""
    with part.open("rb+") as whole:
        os.fsync(whole.fileno())
    part.replace(target)


def copy_into(source: sqlite3.Connection, target: Path) -> None:
    """A whole copy as one file, what stands in the log included, while others go on writing."""
    source.execute("VACUUM INTO ?", (str(target),))


def beside(file: Path, end: str) -> Path:
    return file.with_name(f"{file.name}{end}")
