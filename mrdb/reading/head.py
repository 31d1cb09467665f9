"""The head of a management response: subject, document number, date, sender, recipient."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mrdb.domain.draft import DoubtKind
from mrdb.domain.facts import Fact
from mrdb.domain.period import Precision
from mrdb.reading.calendar import read_period
from mrdb.reading.paragraphs import cell_text
from mrdb.reading.source import Ledger, Line, Word, read_text_of
from mrdb.text.lexicon import HEAD, HEADINGS, Named, Part, in_capitals

MAX_DATE_WORDS = 6
MAX_LABEL_WORDS = 3
_LABELS = [(label, part) for part in HEAD for label in in_capitals(part)]
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Head:
    """``date`` is None where none can be read; ``rest`` are lines that belong to no field."""

    subject: str
    document_number: str
    date: date | None
    sender: str
    recipient: str
    rest: tuple[Line, ...]


def read_head(lines: Sequence[Line], ledger: Ledger) -> Head:
    fields, rest = _fields(lines, ledger)
    texts: dict[Named, str] = {}
    for name in HEAD:
        if name != Part.DATE:
            texts[name] = cell_text(fields.get(name, ()), name.value, ledger)
            if not texts[name]:
                number = lines[0].number if lines else 1
                ledger.doubt(number, DoubtKind.MISSING_FIELD, HEADINGS[name][0].upper())
    day, behind = _date(fields.get(Part.DATE, ()), ledger)
    for line in (*rest, *behind):
        if line.words:
            ledger.doubt(line.number, DoubtKind.NOT_PLACED, line.found)
    return Head(
        texts[Fact.SUBJECT],
        texts[Fact.DOCUMENT_NUMBER],
        day,
        texts[Fact.SENDER],
        texts[Fact.RECIPIENT],
        (*rest, *behind),
    )


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
    for index, line in enumerate(lines):
        if not line.words:
            continue
        for end in range(min(len(line.words), MAX_DATE_WORDS), 0, -1):
            period = read_period(read_text_of(line.words[:end]), _ANY_DAY)
            if period and period.precision == Precision.DAY and period.first == period.last and not period.inferred:
                ledger.field("date", line.words[:end])
                return period.first, [line.of(line.words[end:]), *lines[index + 1 :]]
        break
    return None, list(lines)
