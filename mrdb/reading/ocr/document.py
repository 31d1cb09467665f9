"""The text reader: the bytes of a management response in, a draft with its doubts and the use of every word out."""

from dataclasses import dataclass
from datetime import date

from mrdb.domain.draft import DoubtKind, DraftRecommendation, ReadDocument, Source
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.reading.assembly import assembled
from mrdb.reading.ocr.actions import ActionReader
from mrdb.reading.ocr.corrected import Corrected, apply_corrections
from mrdb.reading.ocr.corrections import Corrections
from mrdb.reading.ocr.damage import is_damaged
from mrdb.reading.ocr.head import Head, read_head
from mrdb.reading.ocr.outline import Outline, outline
from mrdb.reading.ocr.paragraphs import running_text
from mrdb.reading.ocr.recommendations import read_recommendation
from mrdb.reading.ocr.source import Ledger, Use, split_lines, text_lines

MAX_BYTES = 5_000_000
MAX_LINES = 50_000


@dataclass(frozen=True, slots=True)
class Reading(ReadDocument):
    """``uses`` tells what became of every word, in their order."""

    uses: tuple[Use, ...]


def read_text(
    data: bytes, corrections: Corrections | None = None, *, name: str = "", stated_date: date | None = None
) -> Reading:
    """Reads the bytes of a text file; ``name`` is what it is called in errors.

    ``stated_date`` is the date that somebody gives to a document in which none can be read. Raises UnreadableUpload
    when they are no text, too much of it, or no management response with a date.
    """
    text = _decoded(data, name)
    lines = split_lines(text)
    ledger = Ledger()
    corrected = apply_corrections(lines, corrections or Corrections(), ledger)
    parts = outline(corrected.lines, ledger)
    if not parts.sections:
        raise UnreadableUpload(name, FileFault.NOT_A_RESPONSE)
    head = read_head(parts.head, ledger)
    if not head.texts[Fact.SUBJECT]:
        raise UnreadableUpload(name, FileFault.NOT_A_RESPONSE)
    day = head.day or stated_date
    if day is None:
        raise UnreadableUpload(name, FileFault.NO_DATE)
    recommendations = _recommendations(head, day, parts, corrected, ledger)
    # Text of the head that fits no field is doubted there, and kept in the context so that it is not lost.
    context = "\n\n".join(filter(None, (running_text(part, "context", ledger) for part in (head.rest, parts.context))))
    _doubt_damage(ledger)
    source = Source(text_lines(text), tuple(section.heading.number for section in parts.sections))
    read = assembled(data, {**head.texts, Fact.CONTEXT: context}, day, recommendations, source, ledger)
    uses = sorted(ledger.uses, key=lambda use: (use.line, use.position))
    return Reading(read.draft, read.doubts, read.source, tuple(uses))


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableUpload(name, FileFault.NOT_TEXT) from error
    if "\0" in text:
        raise UnreadableUpload(name, FileFault.NOT_TEXT)
    if not text.strip():
        raise UnreadableUpload(name, FileFault.EMPTY)
    if text.count("\n") > MAX_LINES:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    return text


def _recommendations(
    head: Head, day: date, parts: Outline, corrected: Corrected, ledger: Ledger
) -> list[DraftRecommendation]:
    actions = ActionReader(day, head.texts[Fact.SENDER], corrected, ledger)
    actions.learn(parts.sections)
    titles = dict(corrected.titles)
    found = [
        read_recommendation(section, titles.pop(section.number, ()), actions, ledger) for section in parts.sections
    ]
    actions.doubt_unused()
    return found


def _doubt_damage(ledger: Ledger) -> None:
    for use in ledger.uses:
        if use.kind == "field" and any(is_damaged(word) for word in use.read.split()):
            ledger.doubt(use.line, DoubtKind.DAMAGED_LETTERS, use.found)
