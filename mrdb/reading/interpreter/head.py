"""The head of a management response: labels with their values, as paragraphs, as lines or as a table."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mrdb.domain.draft import DoubtKind
from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Block, Paragraph, paragraphs_of
from mrdb.reading.calendar import first_day
from mrdb.reading.interpreter.prose import Group
from mrdb.reading.transcript import Transcript
from mrdb.text.dates import DAYS
from mrdb.text.lexicon import HEAD, HEADINGS, Named, Part

_LABELS = {name: part for part in (*HEAD, Part.AS_OF) for name in HEADINGS[part]}
_NAMES = sorted(_LABELS, key=len, reverse=True)


def _either(names: Iterable[str]) -> str:
    return "|".join(r"\s*".join(map(re.escape, name.split())) for name in names)


_FIRST = re.compile(rf"\s*({_either(_NAMES)})\s*\.?\s*(?::|$)", re.IGNORECASE)
_LATER = re.compile(rf"(?<=\s)(?:({_either(map(str.upper, _NAMES))})\s*\.?\s*:|(DATUM)\b\s*:?)")
"""Behind another field only in capitals: "aan:" may be part of a sentence."""
_DATE = re.compile(r"\s*(DATUM)\s+(?=\d)")
_LABELS_WITHIN = 1_000
"""Characters: what stands so far behind the first label is a text, whatever it looks like."""
_DATE_WITHIN = 20
"""Words: "Brussel, maandag 13 oktober 2025" has its date behind others."""

_Token = tuple[Named | None, Paragraph, Paragraph]
"""A field, the label that names it, and its value; the field is None where the text goes on without a label."""


@dataclass(slots=True)
class Head:
    """``day`` is that of the document, None where none can be read; ``rest`` belongs to no field."""

    day: date | None
    rest: Sequence[Paragraph]
    texts: Mapping[Fact, str]


def read_head(groups: Sequence[Group], transcript: Transcript, page_headers: Sequence[Block] = ()) -> Head:
    found = _Found(transcript)
    above: Paragraph | None = None
    for group in groups:
        goes_on = (len(group) > 1 and not group[0]) or (above is not None and group[0][0].goes_on(above))
        if not (goes_on or found.is_waiting):
            found.target = None
        for cell in group:
            for above in cell:
                found.take(above, is_alone=len(group) > 1)
    found.take_title()
    found.take_page_headers(tuple(paragraphs_of(page_headers)))
    day = found.take_date()
    for paragraph in found.rest:
        transcript.doubt(paragraph.at, DoubtKind.NOT_PLACED, paragraph.said)
    texts: dict[Fact, str] = {}
    for name in HEAD:
        if isinstance(name, Fact):
            texts[name] = transcript.one_line(found.fields.get(name, ()), name.value)
    return Head(day, found.rest, texts)


@dataclass(slots=True)
class _Found:
    """The fields as they fill; ``target`` is the one that was named last."""

    transcript: Transcript
    rest: list[Paragraph] = field(default_factory=list)
    fields: dict[Named, list[Paragraph]] = field(default_factory=dict)
    target: Named | None = None

    @property
    def is_waiting(self) -> bool:
        """A label stands there, and nothing behind it yet."""
        return self.target is not None and not self.fields.get(self.target)

    def take(self, paragraph: Paragraph, *, is_alone: bool) -> None:
        for name, label, value in _tokens(paragraph, is_alone=is_alone):
            self.target = name or self.target
            self.transcript.mark(label, "furniture", "label")
            if value.said:
                (self.rest if self.target is None else self.fields.setdefault(self.target, [])).append(value)

    def take_title(self) -> None:
        """Without a subject the title of the document is its subject; our own report has it there."""
        titles = [one for one in self.rest if one.role == "title"]
        if titles and not self.fields.get(Fact.SUBJECT):
            self.fields[Fact.SUBJECT] = titles
            self.rest = [one for one in self.rest if one not in titles]

    def take_page_headers(self, paragraphs: Sequence[Paragraph]) -> None:
        """What they name counts where the document itself does not say it; else only what differs is doubted.

        Without a date or a subject, words that name nothing may hold it; for the rest they are furniture.
        """
        above = _Found(self.transcript)
        for piece in (one.part(*at.span()) for one in paragraphs for at in re.finditer(r"[^\n\t]+", one.whole)):
            above.target = above.target if above.is_waiting else None
            above.take(piece, is_alone=True)
        for name, values in above.fields.items():
            if not self.fields.get(name):
                self.fields[name] = values
                continue
            known = " ".join(one.said for one in self.fields[name]).casefold()
            for one in values:
                if one.said.casefold() not in known:
                    self.transcript.doubt(one.at, DoubtKind.NOT_PLACED, one.said)
        dated = [one for one in above.rest if first_day(one.reading, _DATE_WITHIN)]
        if dated and not self.fields.get(Part.DATE):
            self.fields[Part.DATE] = dated[:1]
            above.rest.remove(dated[0])
            self.transcript.doubt(dated[0].at, DoubtKind.NOT_PLACED, dated[0].said)
        if not self.fields.get(Fact.SUBJECT):
            self.rest += above.rest

    def take_date(self) -> date | None:
        """The first day that the field names; what else it says belongs nowhere."""
        day: date | None = None
        for paragraph in self.fields.get(Part.DATE, ()):
            found = None if day else first_day(paragraph.reading, _DATE_WITHIN)
            if found is None:
                self.rest.append(paragraph)
                continue
            day, start, end = found
            above = paragraph.reading[:start][-1:]
            before = start - any(word.casefold().rstrip(",") in DAYS for word in above)
            self.transcript.mark(paragraph.sliced(before, start), "furniture", "day of the week")
            self.transcript.mark(paragraph.sliced(start, end), "field", "date")
            self.rest += [one for one in (paragraph.sliced(0, before), paragraph.sliced(end)) if one.said]
        self.rest.sort(key=lambda paragraph: paragraph.at)
        return day


def _tokens(paragraph: Paragraph, *, is_alone: bool) -> Iterator[_Token]:
    if paragraph.role == "title":
        yield None, paragraph.part(0, 0), paragraph
        return
    paragraph = paragraph.part(0)
    pieces = list(re.finditer(r"[^\n\t]+", paragraph.text))
    for piece in pieces:
        found = paragraph.part(piece.start(), piece.end())
        yield from _labelled(found, may_stand_alone=is_alone or len(pieces) > 1)


def _labelled(piece: Paragraph, *, may_stand_alone: bool) -> Iterator[_Token]:
    text = piece.whole
    match = _FIRST.match(text) or _DATE.match(text)
    is_sure = match and (may_stand_alone or match.group().rstrip().endswith(":") or match.end() < len(text))
    if match and (((piece.is_line or not is_sure) and not match[1].isupper()) or not piece.may_be_cut(match.end())):
        match = None
    name, start, end = (_field(match[1]), 0, match.end()) if match else (None, 0, 0)
    for later in _LATER.finditer(text, end, _LABELS_WITHIN):
        if piece.may_be_cut(later.end()):
            yield name, piece.part(start, end), piece.part(end, later.start())
            name, start, end = _field(later[1] or later[2]), later.start(), later.end()
    yield name, piece.part(start, end), piece.part(end)


def _field(label: str) -> Named:
    plain = "".join(label.split()).casefold()
    return next(name for known, name in _LABELS.items() if "".join(known.split()) == plain)
