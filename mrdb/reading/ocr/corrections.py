"""The reviewed corrections of one source document, as people write them down in TOML."""

import tomllib
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from mrdb.domain.errors import BrokenCorrections
from mrdb.domain.status import Status
from mrdb.reading.ocr.source import Begin

MAX_BYTES = 1_000_000


def _split(value: object) -> object:
    return tuple(value.split()) if isinstance(value, str) else value


Cell = Annotated[tuple[str, ...], BeforeValidator(_split)]
Words = Annotated[Cell, Field(min_length=1)]
Number = Annotated[int, Field(strict=True, ge=1)]


class Part(NamedTuple):
    """Words that stand side by side in one line of the source, exactly as found there, once."""

    line: Number
    words: Words


class Row(NamedTuple):
    """One line of the source and the words of each cell in it, in the table's own order."""

    line: Number
    cells: Annotated[tuple[Cell, ...], Field(min_length=1, max_length=5)]


Parts = Annotated[tuple[Part, ...], Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    why: str = ""


class _InLine(_Entry):
    line: Number
    found: Words

    @property
    def parts(self) -> Parts:
        return (Part(self.line, self.found),)


class Noise(_InLine):
    """Signs that belong to the paper."""


class Repair(_InLine):
    """OCR damage: ``read`` is what the author wrote."""

    read: Words

    @model_validator(mode="after")
    def _changes(self) -> "Repair":
        if self.found == self.read:
            raise ValueError("found and read are the same")
        return self


class Join(_Entry):
    """One word in two halves. Only the hyphen may go: nothing else of them changes."""

    parts: tuple[Part, Part]
    read: Words

    @model_validator(mode="after")
    def _joins(self) -> "Join":
        halves = [word for part in self.parts for word in part.words]
        if len(halves) != 2 or self.read not in {("".join(halves),), (halves[0].removesuffix("-") + halves[1],)}:
            raise ValueError("read is not the two parts of one word joined")
        return self


class Opening(_InLine):
    """Where the words stand, something begins that OCR no longer shows."""

    begins: Begin = Field(alias="as")


class Title(_Entry):
    """The title of a recommendation, gathered from where OCR scattered it, in its own order."""

    recommendation: Number
    parts: Parts


class Columns(_Entry):
    """The rows of an action's table."""

    action: str
    rows: Annotated[tuple[Annotated[Row, BeforeValidator(lambda row: (row[0], row[1:]))], ...], Field(min_length=1)]


class StatedStatus(_Entry):
    """The status that the comment of an action states in words of its own, ``parts``."""

    action: str
    status: Status
    parts: Parts


class Corrections(BaseModel):
    """The field is the name of the kind in the file, in double brackets."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    repair: tuple[Repair, ...] = ()
    join: tuple[Join, ...] = ()
    noise: tuple[Noise, ...] = ()
    begin: tuple[Opening, ...] = ()
    title: tuple[Title, ...] = ()
    columns: tuple[Columns, ...] = ()
    status: tuple[StatedStatus, ...] = ()


def read_corrections(path: Path) -> Corrections:
    """The corrections in this TOML file; the head of the seed's file tells each kind of entry.

    Raises BrokenCorrections when the file is missing, is not TOML, or has an entry that is not understood. Whether
    the entries fit the source shows when they are applied.
    """
    try:
        return Corrections.model_validate(_toml(path))
    except ValidationError as error:
        kind, *place = (str(step) for step in error.errors()[0]["loc"])
        entry = f"{kind} {int(place[0]) + 1}" if place else kind
        why = f"{'.'.join(place[1:])}: {error.errors()[0]['msg']}, found {error.errors()[0]['input']!r}"
        raise BrokenCorrections(path, entry, why) from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise BrokenCorrections(path, "file", "too large")
        return tomllib.loads(data.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise BrokenCorrections(path, "file", str(error)) from error
