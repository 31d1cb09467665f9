"""The text reader: the bytes of a management response in, a draft with its doubts and the use of every word out."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mrdb.domain.draft import DoubtKind, Draft, ReadDocument, Source
from mrdb.domain.errors import FileFault, UnreadableFile
from mrdb.reading.actions import ActionReader
from mrdb.reading.corrected import Corrected, apply_corrections
from mrdb.reading.corrections import Corrections, read_corrections
from mrdb.reading.damage import is_damaged
from mrdb.reading.head import Head, read_head
from mrdb.reading.outline import Outline, outline
from mrdb.reading.paragraphs import running_text
from mrdb.reading.recommendations import read_recommendation
from mrdb.reading.source import Ledger, Line, Use, split_lines, text_lines

MAX_BYTES = 5_000_000
MAX_LINES = 50_000
UNNAMED = Path("-")


@dataclass(frozen=True, slots=True)
class Reading(ReadDocument):
    """``uses`` tells what became of every word, in their order."""

    uses: tuple[Use, ...]


def read_file(path: Path, corrections: Path | None = None, *, stated_date: date | None = None) -> Reading:
    """Reads the file with the corrections that were reviewed for it; ``stated_date`` as in ``read_text``.

    Raises UnreadableFile, and BrokenCorrections when the corrections themselves cannot be read.
    """
    reviewed = read_corrections(corrections) if corrections else None
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(path, FileFault.TOO_LARGE)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(path, FileFault.MISSING) from error
    return read_text(data, reviewed, path=path, stated_date=stated_date)


def read_text(
    data: bytes, corrections: Corrections | None = None, *, path: Path = UNNAMED, stated_date: date | None = None
) -> Reading:
    """Reads the bytes of a text file; ``path`` only names it in errors.

    ``stated_date`` is the date that somebody gives to a document in which none can be read. Raises UnreadableFile when
    they are no text, too much of it, or no management response with a date.
    """
    text = _decoded(data, path)
    lines = split_lines(text)
    ledger = Ledger()
    corrected = apply_corrections(lines, corrections or Corrections(), ledger)
    parts = outline(corrected.lines, ledger)
    if not parts.sections:
        raise UnreadableFile(path, FileFault.NOT_A_RESPONSE)
    head = read_head(parts.head, ledger)
    if not head.subject:
        raise UnreadableFile(path, FileFault.NOT_A_RESPONSE)
    day = head.date or stated_date
    if day is None:
        raise UnreadableFile(path, FileFault.NO_DATE)
    draft = _draft(head, day, parts, corrected, ledger, hashlib.sha256(data).hexdigest())
    _doubt_damage(ledger)
    doubts = sorted(dict.fromkeys(ledger.doubts), key=lambda doubt: doubt.line)
    source = Source(text_lines(text), tuple(section.heading.number for section in parts.sections))
    uses = sorted(ledger.uses, key=lambda use: (use.line, use.position))
    return Reading(draft, tuple(doubts), source, tuple(uses))


def _decoded(data: bytes, path: Path) -> str:
    if len(data) > MAX_BYTES:
        raise UnreadableFile(path, FileFault.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(path, FileFault.NOT_TEXT) from error
    if "\0" in text:
        raise UnreadableFile(path, FileFault.NOT_TEXT)
    if not text.strip():
        raise UnreadableFile(path, FileFault.EMPTY)
    if text.count("\n") > MAX_LINES:
        raise UnreadableFile(path, FileFault.TOO_LARGE)
    return text


def _draft(head: Head, day: date, parts: Outline, corrected: Corrected, ledger: Ledger, digest: str) -> Draft:
    actions = ActionReader(day, head.sender, corrected, ledger)
    actions.learn(parts.sections)
    titles = dict(corrected.titles)
    recommendations = tuple(
        read_recommendation(section, titles.pop(section.number, ()), actions, ledger) for section in parts.sections
    )
    actions.doubt_unused()
    return Draft(
        subject=head.subject,
        document_number=head.document_number,
        date=day,
        sender=head.sender,
        recipient=head.recipient,
        context=_context(head, parts.context, ledger),
        recommendations=recommendations,
        source_digest=digest,
    )


def _context(head: Head, lines: tuple[Line, ...], ledger: Ledger) -> str:
    """Text of the head that fits no field is doubted there, and kept here so that it is not lost."""
    text = "\n\n".join(filter(None, (running_text(part, "context", ledger) for part in (head.rest, lines))))
    if not text:
        ledger.doubt(1, DoubtKind.MISSING_FIELD, "SITUERING")
    return text


def _doubt_damage(ledger: Ledger) -> None:
    for use in ledger.uses:
        if use.kind == "field" and any(is_damaged(word) for word in use.read.split()):
            ledger.doubt(use.line, DoubtKind.DAMAGED_LETTERS, use.found)
