"""The head of a management response: subject, document number, date, sender, recipient."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mrdb.domain.draft import DoubtKind
from mrdb.reading.calendar import read_day
from mrdb.reading.ocr.paragraphs import cell_text
from mrdb.reading.ocr.source import Ledger, Line, Word
from mrdb.text.lexicon import HEAD, Named, Part, in_capitals

MAX_LABEL_WORDS = 3
_LABELS = [(label, part) for part in HEAD for label in in_capitals(part)]


@dataclass(frozen=True, slots=True)
class Head:
    """``day`` is None where none can be read; ``rest`` are lines that belong to no field."""

    texts: Mapping[Named, str]
    day: date | None
    rest: tuple[Line, ...]


def read_head(lines: Sequence[Line], ledger: Ledger) -> Head:
    fields, rest = _fields(lines, ledger)
    texts: dict[Named, str] = {
        part: cell_text(fields.get(part, ()), part.value, ledger) for part in HEAD if part != Part.DATE
    }
    day, behind = _date(fields.get(Part.DATE, ()), ledger)
    for line in (*rest, *behind):
        if line.words:
            ledger.doubt(line.number, DoubtKind.NOT_PLACED, line.found)
    return Head(texts, day, (*rest, *behind))


def _fields(lines: Sequence[Line], ledger: Ledger) -> tuple[dict[Named, list[Line]], list[Line]]:
    """The lines of each field, its label and those behind it up to a blank line; and what belongs to none."""
    fields: dict[Named, list[Line]] = {}
    rest: list[Line] = []
    target = rest
    for line in lines:
        if not line.words:
            target = rest
        start = 0
        for index in range(len(line.words)):
            name, length = _label(line.words[index : index + MAX_LABEL_WORDS], is_first=index == 0)
            if name is not None and index >= start:
                target.append(line.of(line.words[start:index]))
                ledger.furniture("label", line.words[index : index + length])
                start = index + length
                target = fields.setdefault(name, [])
        target.append(line.of(line.words[start:]))
    return fields, rest


def _label(words: Sequence[Word], *, is_first: bool) -> tuple[Named | None, int]:
    """The field whose label begins here, and the words it takes. Only the date may follow another field in its line."""
    for label, name in _LABELS:
        end = len(label)
        if tuple(word.found.removesuffix(":") for word in words[:end]) != label:
            continue
        has_colon = words[end - 1].found.endswith(":")
        lone_colon = not has_colon and len(words) > end and words[end].found == ":"
        if name == Part.DATE or (is_first and (has_colon or lone_colon)):
            return name, end + lone_colon
    return None, 0


def _date(lines: Sequence[Line], ledger: Ledger) -> tuple[date | None, list[Line]]:
    """The day that the field begins with, and what stands behind it."""
    index = next((index for index, line in enumerate(lines) if line.words), 0)
    line = lines[index] if lines else None
    found = read_day([word.read for word in line.words]) if line else None
    if line is None or found is None:
        return None, list(lines)
    day, length = found
    ledger.field("date", line.words[:length])
    return day, [line.of(line.words[length:]), *lines[index + 1 :]]
