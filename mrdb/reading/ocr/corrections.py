"""The reviewed corrections of one source document, as people write them down in TOML."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from mrdb.domain.errors import BrokenCorrections
from mrdb.domain.status import Status
from mrdb.reading.ocr.source import Begin

Words = tuple[str, ...]
MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand side by side in one line of the source, exactly as found there, once."""

    line: int
    words: Words


@dataclass(frozen=True, slots=True)
class Repair:
    """OCR damage: ``read`` is what the author wrote where the parts stand; two parts are the halves of one word."""

    parts: tuple[Part, ...]
    read: Words


@dataclass(frozen=True, slots=True)
class Opening:
    """At ``at`` something begins that OCR no longer shows."""

    at: Part
    begins: Begin


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a recommendation, gathered from where OCR scattered it, in its own order."""

    recommendation: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The rows of an action's table: per line the words of each cell, five at most, in the table's own order."""

    action: str
    rows: tuple[tuple[int, tuple[Words, ...]], ...]


@dataclass(frozen=True, slots=True)
class StatedStatus:
    """The status that the comment of an action states in words of its own, ``parts``."""

    action: str
    status: Status
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Corrections:
    repairs: tuple[Repair, ...] = ()
    noise: tuple[Part, ...] = ()
    openings: tuple[Opening, ...] = ()
    titles: tuple[Title, ...] = ()
    columns: tuple[Columns, ...] = ()
    statuses: tuple[StatedStatus, ...] = ()


class _Wrong(Exception):
    pass


def read_corrections(path: Path) -> Corrections:
    """The corrections in this TOML file; the head of the seed's file tells each kind of entry.

    Raises BrokenCorrections when the file is missing, is not TOML, or has an entry that is not understood. Whether
    the entries fit the source shows when they are applied.
    """
    data = _toml(path)
    if unknown := set(data) - set(_KINDS):
        raise BrokenCorrections(path, sorted(unknown)[0], "unknown kind")
    read: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for kind, entries in data.items():
        if not isinstance(entries, list):
            raise BrokenCorrections(path, kind, "write [[double brackets]] around the kind")
        for count, entry in enumerate(entries, start=1):
            try:
                read[kind].append(_read_entry(kind, entry))
            except _Wrong as wrong:
                raise BrokenCorrections(path, f"{kind} {count}", str(wrong)) from None
    return Corrections(
        repairs=(*read["repair"], *read["join"]),
        noise=tuple(read["noise"]),
        openings=tuple(read["begin"]),
        titles=tuple(read["title"]),
        columns=tuple(read["columns"]),
        statuses=tuple(read["status"]),
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise BrokenCorrections(path, "file", "too large")
        return tomllib.loads(data.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise BrokenCorrections(path, "file", str(error)) from error


def _read_entry(kind: str, entry: object) -> object:
    needed, read = _KINDS[kind]
    if not isinstance(entry, dict):
        raise _Wrong("not a table")
    if missing := needed - set(entry):
        raise _Wrong(f"{sorted(missing)[0]} is missing")
    if unknown := set(entry) - needed - {"why"}:
        raise _Wrong(f"unknown key {sorted(unknown)[0]}")
    return read(entry)


def _repair(entry: Mapping[str, Any]) -> Repair:
    part, read = _part(entry["line"], entry["found"]), _words(entry["read"])
    if part.words == read:
        raise _Wrong("found and read are the same")
    return Repair((part,), read)


def _join(entry: Mapping[str, Any]) -> Repair:
    """Only the hyphen may go: nothing else of the two halves changes."""
    parts, read = _parts(entry["parts"]), _words(entry["read"])
    halves = [word for part in parts for word in part.words]
    if len(halves) != 2 or len(parts) != 2:
        raise _Wrong("a join has two parts of one word")
    if read not in {("".join(halves),), (halves[0].removesuffix("-") + halves[1],)}:
        raise _Wrong("read is not the two parts joined")
    return Repair(parts, read)


def _opening(entry: Mapping[str, Any]) -> Opening:
    if entry["as"] not in get_args(Begin):
        raise _Wrong(f"as {entry['as']!r} is unknown")
    return Opening(_part(entry["line"], entry["found"]), entry["as"])


def _title(entry: Mapping[str, Any]) -> Title:
    return Title(_number(entry["recommendation"]), _parts(entry["parts"]))


def _columns(entry: Mapping[str, Any]) -> Columns:
    rows = []
    for row in _list(entry["rows"]):
        number, *cells = _list(row)
        if not 1 <= len(cells) <= 5:
            raise _Wrong(f"line {number!r}: a row has one to five cells")
        rows.append((_number(number), tuple(_words(cell, may_be_empty=True) for cell in cells)))
    return Columns(_text(entry["action"]), tuple(rows))


def _status(entry: Mapping[str, Any]) -> StatedStatus:
    try:
        status = Status(entry["status"])
    except ValueError:
        raise _Wrong(f"status {entry['status']!r} is unknown") from None
    return StatedStatus(_text(entry["action"]), status, _parts(entry["parts"]))


def _noise(entry: Mapping[str, Any]) -> Part:
    return _part(entry["line"], entry["found"])


_KINDS = {
    "repair": ({"line", "found", "read"}, _repair),
    "join": ({"parts", "read"}, _join),
    "noise": ({"line", "found"}, _noise),
    "begin": ({"line", "found", "as"}, _opening),
    "title": ({"recommendation", "parts"}, _title),
    "columns": ({"action", "rows"}, _columns),
    "status": ({"action", "status", "parts"}, _status),
}


def _parts(value: object) -> tuple[Part, ...]:
    pairs = [_list(pair) for pair in _list(value)]
    if any(len(pair) != 2 for pair in pairs):
        raise _Wrong('a part is [line, "words"]')
    return tuple(_part(line, words) for line, words in pairs)


def _part(line: object, words: object) -> Part:
    return Part(_number(line), _words(words))


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _Wrong(f"{value!r} is no line or number")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Wrong(f"{value!r} is no text")
    return value


def _words(value: object, *, may_be_empty: bool = False) -> Words:
    words = tuple(_text(value).split())
    if not words and not may_be_empty:
        raise _Wrong("words are missing")
    return words


def _list(value: object) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise _Wrong(f"{value!r} is no list")
    return value
