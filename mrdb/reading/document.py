"""A document of any kind that is read here: which reader takes it is decided by what it holds, not by its name."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from mrdb.domain.draft import NO_CHOICE, Choices, DoubtKind, Draft, ReadDocument
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.conversion import as_word
from mrdb.reading.excel import excel_source
from mrdb.reading.interpreter import interpreted
from mrdb.reading.kinds import FileKind, kind_of
from mrdb.reading.ocr import Corrections, Ledger, Use, ocr_source, read_corrections
from mrdb.reading.package import LARGEST_FILE
from mrdb.reading.pdf import pdf_source
from mrdb.reading.seen import seen_in
from mrdb.reading.transcript import Source
from mrdb.reading.word import word_source


@dataclass(frozen=True, slots=True)
class Reading(ReadDocument):
    """``uses`` tells what became of every word of a text, in their order."""

    uses: tuple[Use, ...] = ()


def read_text(
    data: bytes,
    corrections: Corrections | None = None,
    *,
    name: str = "",
    stated_date: date | None = None,
    choices: Choices = NO_CHOICE,
) -> Reading:
    """Reads the bytes of a text file; for the rest as ``read_document``."""
    ledger = Ledger()
    source = ocr_source(data, corrections or Corrections(), ledger, name=name)
    found = _read(data, source, name, stated_date, choices)
    ledger.doubt_damage()
    return Reading(found.draft, ledger.doubts, found.source, found.columns, found.statuses, ledger.uses)


def read_document(
    data: bytes,
    *,
    name: str,
    corrections: Path | None = None,
    stated_date: date | None = None,
    choices: Choices = NO_CHOICE,
) -> ReadDocument:
    """Reads a document of any kind, a text with the corrections that were reviewed for it.

    ``stated_date`` is the date that somebody gave to a document without one, ``choices`` what somebody said about its
    titles and status words. Raises UnreadableUpload when the bytes cannot be read or hold no management response with a
    date, and BrokenCorrections when the corrections cannot.
    """
    kind = kind_of(name, data)
    if kind == FileKind.TEXT:
        reviewed = read_corrections(corrections) if corrections else None
        text = read_text(data, reviewed, name=name, stated_date=stated_date, choices=choices)
        return ReadDocument(text.draft, text.doubts, text.source, text.columns, text.statuses)
    return _read(data, _source(name, data, kind), name, stated_date, choices)


def _read(data: bytes, source: Source, name: str, stated_date: date | None, choices: Choices) -> ReadDocument:
    try:
        return interpreted(data, source, name=name, stated_date=stated_date, choices=choices)
    except UnreadableUpload as error:
        if error.fault != FileFault.NOT_A_RESPONSE:
            raise
        raise UnreadableUpload(name, error.fault, seen_in(source.blocks)) from None


def _source(name: str, data: bytes, kind: FileKind) -> Source:
    match kind:
        case FileKind.WORD:
            return word_source(data, name=name)
        case FileKind.OPEN_TEXT | FileKind.OLD_WORD | FileKind.RICH_TEXT:
            made, hidden = as_word(name, data, kind)
            source = word_source(made, name=name)
            for words in hidden:
                source.transcript.doubt(1, DoubtKind.HIDDEN, words)
            return source
        case FileKind.EXCEL:
            return excel_source(data, name=name)
        case FileKind.PDF:
            return pdf_source(data, name=name)
        case _:
            raise UnreadableUpload(name, FileFault.NOT_TEXT)


def read_file(path: Path, corrections: Path | None = None, *, stated_date: date | None = None) -> ReadDocument:
    """As ``read_document``; without ``corrections`` with those that stand beside the file, if there are any."""
    beside = path.with_suffix(".corrections.toml")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableUpload(path.name, FileFault.TOO_LARGE)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        reviewed = corrections or (beside if beside.is_file() else None)
    except (OSError, ValueError) as error:
        raise UnreadableUpload(path.name, FileFault.MISSING) from error
    return read_document(data, name=path.name, corrections=reviewed, stated_date=stated_date)


def draft_as_json(draft: Draft) -> str:
    """The fields by their own names; dates as ISO text, enum members as their values, nothing as null."""
    return TypeAdapter(Draft).dump_json(draft, indent=2).decode()
