"""Documents that only LibreOffice reads, made into Word by it: looked at first, bounded, and cut off from all else.

Each start costs some two seconds, and whatever is wrong with the file happens in another process: what can be seen
before that is refused before that.
"""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from threading import Lock
from time import time

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.hidden_text import without_hidden
from mrdb.reading.kinds import FileKind, ole_entries
from mrdb.reading.package import LARGEST_FILE, OPEN_TEXT, check_package, told

MOST_SECONDS = 60
_MEMORY, _WRITTEN = 4 * 2**20, 200 * 2**10
"""In kilobytes."""
_DEEPEST, _MOST_GROUPS = 200, 500_000
"""Braces of an ``.rtf``."""
_BRACE = re.compile(rb"\\[\\{}]|[{}]")
_EMBEDDED = re.compile(rb"\\(?:objdata|objlink|objocx|bin\d)")
"""Files of other programs inside an ``.rtf``, and bytes that are no text."""
_WORD_97 = {0xA5EC, 0xA5DC}
_ENCRYPTED = 0x0100
_FILTERS = {FileKind.OPEN_TEXT: "writer8", FileKind.OLD_WORD: "MS Word 97", FileKind.RICH_TEXT: "Rich Text Format"}
_SETTINGS = {
    "Office.Common/Security/Scripting": {
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
        "BlockUntrustedRefererLinks": "true",
    },
    "Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetNoProxy": "",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
    },
    "Office.Writer/Content/Update": {"Link": "0", "Field": "false", "Chart": "false"},
}
"""No macros, and nothing fetched from elsewhere, by way of a proxy that is not there: without these a picture or a
template on the web is asked for, and a link to another program (DDE) waits for ever."""
_BOUNDED = f"""ulimit -t {MOST_SECONDS}; ulimit -f {_WRITTEN}; ulimit -v {_MEMORY}
exec 3<&0; {{ read -r _ <&3; kill -KILL 0; }} & exec "$0" "$@" </dev/null 3<&-"""
"""Nobody ever writes to its input, which ends when this server does, also when it is killed: then all of it ends."""
_FOLDER, _LEFT = "mrdb-conversion-", 3_600
"""How its folders begin, and after how many seconds one was left there by a server that was killed."""
_one_at_a_time = Lock()


def as_word(name: str, data: bytes, kind: FileKind) -> tuple[bytes, Sequence[str]]:
    """The same document as ``.docx``, and the words of it that were hidden in a way that Word does not know.

    Raises UnreadableUpload where it may not be opened, where LibreOffice is not there, or makes nothing of it.
    """
    hidden: Sequence[str] = ()
    match kind:
        case FileKind.OPEN_TEXT:
            check_package(name, data, OPEN_TEXT)
            with told(name):
                data, hidden = without_hidden(data)
        case FileKind.RICH_TEXT:
            _check_rich_text(name, data)
        case FileKind.OLD_WORD:
            _check_old_word(name, data)
    office = shutil.which("soffice")
    if office is None:
        raise UnreadableUpload(name, FileFault.NOT_CONVERTED)
    with _one_at_a_time, TemporaryDirectory(prefix=_FOLDER, ignore_cleanup_errors=True) as folder:
        _sweep()
        made = _converted(office, Path(folder), data, kind)
        if not made.is_file():
            raise UnreadableUpload(name, FileFault.NOT_CONVERTED)
        if made.stat().st_size > LARGEST_FILE:
            raise UnreadableUpload(name, FileFault.TOO_LARGE)
        return made.read_bytes(), hidden


def _sweep() -> None:
    for left in Path(gettempdir()).glob(f"{_FOLDER}*"):
        with suppress(OSError):
            if left.stat().st_mtime < time() - _LEFT:
                shutil.rmtree(left, ignore_errors=True)


def _converted(office: str, folder: Path, data: bytes, kind: FileKind) -> Path:
    """Where the document stands if it was made; its name says nothing of what the file is called."""
    given, profile = folder / f"given.{kind.value}", folder / "profile"
    given.write_bytes(data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_settings(), encoding="utf-8")
    command = [
        *("/bin/sh", "-c", _BOUNDED, office, "--headless", "--norestore", "--nologo", "--nolockcheck"),
        f"-env:UserInstallation={profile.as_uri()}",
        *(f"--infilter={_FILTERS[kind]}", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "made")),
        str(given),
    ]
    alone = {"PATH": os.defpath, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    never, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, env=alone, stdin=never, stdout=nowhere, stderr=nowhere, start_new_session=True
    ) as process:
        try:
            with suppress(subprocess.TimeoutExpired):
                process.wait(MOST_SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return folder / "made" / "given.docx"


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _check_rich_text(name: str, data: bytes) -> None:
    if data.count(b"{") > _MOST_GROUPS:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    depth = 0
    for brace in _BRACE.finditer(data):
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        if depth > _DEEPEST:
            raise UnreadableUpload(name, FileFault.TOO_LARGE)
        if depth <= 0:
            break
    if depth:
        raise UnreadableUpload(name, FileFault.DAMAGED)
    if _EMBEDDED.search(data):
        raise UnreadableUpload(name, FileFault.NOT_CONVERTED)


def _check_old_word(name: str, data: bytes) -> None:
    entries = ole_entries(data)
    if entries.keys() & {"Macros", "_VBA_PROJECT"}:
        raise UnreadableUpload(name, FileFault.MACROS)
    start = (entries["WordDocument"] + 1) << min(data[30], 12)
    begin = data[start : start + 12]
    if len(begin) < 12 or int.from_bytes(begin[:2], "little") not in _WORD_97:
        raise UnreadableUpload(name, FileFault.DAMAGED)
    if int.from_bytes(begin[10:12], "little") & _ENCRYPTED:
        raise UnreadableUpload(name, FileFault.PROTECTED)
