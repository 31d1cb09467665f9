"""The head of a management response in Word: labels with their values, as paragraphs or as a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mrdb.domain.draft import DoubtKind
from mrdb.domain.facts import Fact
from mrdb.reading.assembly import Doubts
from mrdb.reading.calendar import read_day
from mrdb.reading.word.body import Paragraph
from mrdb.reading.word.outline import Group
from mrdb.reading.word.prose import one_line
from mrdb.text.dates import DAYS
from mrdb.text.lexicon import HEAD, HEADINGS, Named, Part

_LABELS = {name: part for part in (*HEAD, Part.AS_OF) for name in HEADINGS[part]}
_NAMES = sorted(_LABELS, key=len, reverse=True)


def _either(names: Iterable[str]) -> str:
    return "|".join(r"\s*".join(map(re.escape, name.split())) for name in names)


_FIRST = re.compile(rf"\s*({_either(_NAMES)})\s*\.?\s*(?::|$)", re.IGNORECASE)
_LATER = re.compile(rf"(?<=\s)(?:({_either(map(str.upper, _NAMES))})\s*\.?\s*:|(DATUM)\b)")
"""Behind another field only in capitals: "aan:" may be part of a sentence."""
_DATE = re.compile(r"\s*(DATUM)\s+(?=\d)")
_DATE_WITHIN = 20
"""Words: "Brussel, maandag 13 oktober 2025" has its date behind others."""


@dataclass(slots=True)
class WordHead:
    """``day`` is that of the document, None where none can be read; ``rest`` belongs to no field."""

    day: date | None = None
    rest: list[Paragraph] = field(default_factory=list)
    fields: dict[Named, list[Paragraph]] = field(default_factory=dict)

    def text(self, name: Named) -> str:
        return one_line(self.fields.get(name, ()))


def read_word_head(groups: Sequence[Group], ledger: Doubts) -> WordHead:
    head = WordHead()
    target: Named | None = None
    for group in groups:
        is_waiting = target is not None and not head.text(target)
        goes_on = len(group) > 1 and not group[0]
        target = _read_group(head, group, target if is_waiting or goes_on else None)
    _take_title(head)
    _take_date(head)
    for paragraph in head.rest:
        ledger.doubt(paragraph.line, DoubtKind.NOT_PLACED, paragraph.words)
    return head


def _read_group(head: WordHead, group: Group, target: Named | None) -> Named | None:
    """Fills the fields that the group names, and returns the last of them."""
    for paragraph in (paragraph for cell in group for paragraph in cell):
        for name, value in _tokens(paragraph, is_alone=len(group) > 1):
            target = name or target
            found = replace(paragraph, text=value, label="")
            if target is not None:
                head.fields.setdefault(target, []).append(found)
            elif value:
                head.rest.append(found)
    return target


def _tokens(paragraph: Paragraph, *, is_alone: bool) -> Iterator[tuple[Named | None, str]]:
    """Label and value, over and over; the label is None where the text goes on without one."""
    if paragraph.style.casefold() == "title":
        yield None, paragraph.words
        return
    pieces = re.split(r"[\n\t]", f"{paragraph.label} {paragraph.text}".strip())
    for piece in pieces:
        yield from _labelled(piece, may_stand_alone=is_alone or len(pieces) > 1)


def _labelled(piece: str, *, may_stand_alone: bool) -> Iterator[tuple[Named | None, str]]:
    match = _FIRST.match(piece) or _DATE.match(piece)
    if match and not (may_stand_alone or match.group().rstrip().endswith(":") or match.end() < len(piece)):
        match = match if match[1].isupper() else None
    name, start = (_field(match[1]), match.end()) if match else (None, 0)
    for later in _LATER.finditer(piece, start):
        yield name, " ".join(piece[start : later.start()].split())
        name, start = _field(later[1] or later[2]), later.end()
    yield name, " ".join(piece[start:].removeprefix(":").split())


def _field(label: str) -> Named:
    plain = "".join(label.split()).casefold()
    return next(name for known, name in _LABELS.items() if "".join(known.split()) == plain)


def _take_title(head: WordHead) -> None:
    """Without a subject the title of the document is its subject; our own report has it there."""
    titles = [one for one in head.rest if one.style.casefold() == "title"]
    if titles and not head.text(Fact.SUBJECT):
        head.fields[Fact.SUBJECT] = titles
        head.rest = [one for one in head.rest if one not in titles]


def _take_date(head: WordHead) -> None:
    """The first day that the field names; what else it says belongs nowhere."""
    for paragraph in head.fields.get(Part.DATE, ()):
        words = paragraph.words.split()
        if head.day is None and (found := _day(words)):
            head.day, words = found
        if words:
            head.rest.append(replace(paragraph, text=" ".join(words)))
    head.rest.sort(key=lambda paragraph: paragraph.line)


def _day(words: list[str]) -> tuple[date, list[str]] | None:
    """A day and the words around it, without the one that names the day of the week."""
    for start in range(min(len(words), _DATE_WITHIN)):
        if found := read_day(words[start:]):
            before = [word for word in words[:start] if word.casefold().rstrip(",") not in DAYS]
            return found[0], [*before, *words[start + found[1] :]]
    return None
