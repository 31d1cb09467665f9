"""The head of a management response: labels with their values, as paragraphs, as lines or as a table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mrdb.domain.draft import HEAD as NO_PART
from mrdb.domain.draft import DoubtKind
from mrdb.domain.facts import Fact
from mrdb.domain.wording import folded
from mrdb.reading.blocks import Block, Paragraph, paragraphs_of
from mrdb.reading.calendar import first_day
from mrdb.reading.interpreter.prose import Group
from mrdb.reading.transcript import Transcript
from mrdb.text.dates import DAYS
from mrdb.text.lexicon import any_of, columns_named, is_name_of, name_key
from mrdb.text.lexicon.names import DOCUMENT_COLUMNS, GENERIC, HEAD, HEADINGS, Named, Part


def _plain(label: str) -> str:
    return "".join(name_key(label).split())


_LABELS = {_plain(name): part for part in (Part.AS_OF, Part.OTHER, *reversed(HEAD)) for name in HEADINGS[part]}
_NAMES = any_of(name for part in (*HEAD, Part.AS_OF, Part.OTHER) for name in HEADINGS[part])
_CAPITALS = any_of(name.upper() for part in (*HEAD, Part.AS_OF) for name in HEADINGS[part])
_FIRST = re.compile(rf"\s*({_NAMES})\s*\.?(?:\s*/\s*(?:{_NAMES}))?\s*(?::|$)", re.IGNORECASE)
_LATER = re.compile(rf"(?<=\s)(?:({_CAPITALS})\s*\.?\s*:|(DATUM|DATE)\b\s*:?)")
"""Behind another field only in capitals: "aan:" may be part of a sentence."""
_DATE = re.compile(r"\s*(DATUM|DATE)\s+(?=\d)")
_LABELS_WITHIN = 1_000
"""Characters: what stands so far behind the first label is a text, whatever it looks like."""
_DATE_WITHIN = 20
"""Words: "Brussel, maandag 13 oktober 2025" has its date behind others."""
_DATED_WITHIN = 8
"""Words before a date that ends a line without a label: "Goedgekeurd door de raad van bestuur op …"."""
_PLACE = 2
"""Words before a date that are no more than a town."""
_LONGEST_SUBJECT = 200
_BETWEEN = re.compile(r"\s[–—|-]\s|[\n\t]+")

_Token = tuple[Named | None, Paragraph, Paragraph]
"""A field, the label that names it, and its value; the field is None where the text goes on without a label."""


@dataclass(slots=True)
class Head:
    """``day`` is that of the document, None where none can be read; ``rest`` belongs to no field."""

    day: date | None
    rest: Sequence[Paragraph]
    texts: Mapping[Fact, str]


def read_head(groups: Sequence[Group], transcript: Transcript, page_headers: Sequence[Block] = ()) -> Head:
    """A label without words behind it is a doubt, and so is a document without a subject."""
    found = _Found(transcript)
    above: Paragraph | None = None
    for group in groups:
        goes_on = (len(group) > 1 and not group[0]) or (above is not None and group[0][0].goes_on(above))
        if not (goes_on or found.is_waiting):
            found.target = None
        is_row = len(group) > 1
        for cell in group:
            for above in cell:
                if is_row and _is_titles(group):
                    found.rest.append(above)
                else:
                    found.take(above, is_alone=is_row)
    found.take_title()
    found.guess_title(found.take_page_headers(tuple(paragraphs_of(page_headers))))
    day = found.take_date()
    for paragraph in found.rest:
        transcript.doubt(paragraph.at, DoubtKind.NOT_PLACED, paragraph.said)
    texts: dict[Fact, str] = {}
    for name in HEAD:
        if isinstance(name, Fact):
            texts[name] = transcript.one_line(found.fields.get(name, ()), name.value)
            if not texts[name] and (name == Fact.SUBJECT or name in found.fields):
                transcript.doubt(1, DoubtKind.MISSING_FIELD, HEADINGS[name][0].upper(), NO_PART, name)
    rest = sorted([*found.rest, *found.kept], key=lambda paragraph: paragraph.at)
    return Head(day, rest, texts)


@dataclass(slots=True)
class _Found:
    """The fields as they fill; ``target`` is the one that was named last, ``kept`` what is sure to be no field."""

    transcript: Transcript
    rest: list[Paragraph] = field(default_factory=list)
    kept: list[Paragraph] = field(default_factory=list)
    fields: dict[Named, list[Paragraph]] = field(default_factory=dict)
    target: Named | None = None

    @property
    def is_waiting(self) -> bool:
        """A label stands there, and nothing behind it yet."""
        return self.target is not None and not self.fields.get(self.target)

    def take(self, paragraph: Paragraph, *, is_alone: bool) -> None:
        for name, label, value in _tokens(paragraph, is_alone=is_alone):
            if name == Part.OTHER or (name is not None and self.fields.get(name)):
                self.target, self.fields[Part.OTHER] = Part.OTHER, []
                self.kept.append(label)
            elif name is not None or self.target != Part.OTHER:
                self.target = name or self.target
                self.transcript.mark(label, "furniture", "label")
            if name is not None:
                self.fields.setdefault(self.target or name, [])
            if value.said and self.target == Part.OTHER:
                self._keep(value)
            elif value.said:
                (self.rest if self.target is None else self.fields.setdefault(self.target, [])).append(value)

    def _keep(self, value: Paragraph) -> None:
        """Behind its label, where that is no line of paper."""
        if self.is_waiting and not value.is_line:
            label = self.kept.pop().whole
            value = replace(value, text=f"{label}{'' if label.endswith(':') else ':'} {value.whole}", label="")
        self.fields[Part.OTHER].append(value)
        self.kept.append(value)

    def take_title(self) -> None:
        """Without a subject the title of the document is its subject; our own report has it there."""
        titles = [one for one in self.rest if one.role == "title" and not _is_generic(one)]
        titles = titles or [one for one in self.rest if one.role == "heading" and not _is_generic(one)][:1]
        if titles and not self.fields.get(Fact.SUBJECT):
            self.fields[Fact.SUBJECT] = titles
            self.rest = [one for one in self.rest if one not in titles]

    def guess_title(self, above_pages: Sequence[Paragraph]) -> None:
        """Where nothing looks like one, the only words above the pages or else the first that may be one."""
        if self.fields.get(Fact.SUBJECT):
            return
        above = [one for one in above_pages if _may_be_title(one)]
        below = [one for one in self.rest if _may_be_title(one)]
        named = sorted(below, key=_is_generic)
        for one in above if len(above) == 1 else named[:1]:
            self.fields[Fact.SUBJECT] = [one]
            self.rest = [other for other in self.rest if other is not one]
            self.transcript.doubt(one.at, DoubtKind.NOT_PLACED, one.said, NO_PART, Fact.SUBJECT)

    def take_page_headers(self, paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
        """What they name counts where the document itself does not say it; else only what differs is doubted.

        Without a date or a subject, words that name nothing may hold it, and are given back; for the rest they are
        furniture.
        """
        above = _Found(self.transcript)
        for piece in (piece for one in paragraphs for piece in _pieces(one)):
            above.target = above.target if above.is_waiting else None
            if not is_name_of(piece.said, Fact.ANSWER):
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
            self.transcript.doubt(dated[0].at, DoubtKind.COLUMN_GUESSED, dated[0].said, NO_PART)
        self.kept += above.kept
        if not self.fields.get(Fact.SUBJECT):
            self.rest += above.rest
        return above.rest

    def take_date(self) -> date | None:
        """The first day that the field names; what else it says belongs nowhere.

        Without that field a line that ends in the only day of the head; all its words stay in the context.
        """
        day: date | None = None
        if not self.fields.get(Part.DATE):
            return self._day_without_label()
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

    def _day_without_label(self) -> date | None:
        lines = [one for one in (*self.rest, *self.kept) if one.role not in {"title", "heading"}]
        found = [(one, day) for one in lines if (day := _last_day(one))]
        if len({day for _, (day, _) in found}) != 1:
            return None
        for paragraph, (_, words) in found:
            if words > _PLACE or paragraph in self.kept:
                self.transcript.doubt(paragraph.at, DoubtKind.COLUMN_GUESSED, paragraph.said, NO_PART)
        self.kept += [one for one, _ in found if one in self.rest]
        self.rest = [one for one in self.rest if one not in self.kept]
        return found[0][1][0]


def _pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    """As tabs and dashes part the words above a page."""
    start = 0
    for between in _BETWEEN.finditer(paragraph.whole):
        yield paragraph.part(start, between.start())
        start = between.end()
    yield paragraph.part(start)


def _last_day(paragraph: Paragraph) -> tuple[date, int] | None:
    """The day with which a line ends, and how many words stand before it."""
    words = [word.rstrip(".") for word in paragraph.reading]
    found = first_day(words, _DATED_WITHIN + 1)
    return (found[0], found[1]) if found and found[2] == len(words) else None


def _may_be_title(paragraph: Paragraph) -> bool:
    said = paragraph.said
    if paragraph.is_line or not any(map(str.isalpha, said)):
        return False
    return len(said) <= _LONGEST_SUBJECT and not said.endswith((".", ":", ";", ",")) and _last_day(paragraph) is None


def _is_titles(group: Group) -> bool:
    """Whether the cells of a row hold nothing but names, as those over groups of columns do."""
    said = [one.said for cell in group for one in cell]
    return all(columns_named(one, DOCUMENT_COLUMNS) or _FIRST.fullmatch(one) for one in said)


def _is_generic(paragraph: Paragraph) -> bool:
    """ "Antwoord op de evaluatie" names the kind of the document; in our own report it may be its name."""
    return not paragraph.is_exact and GENERIC.issuperset(folded(paragraph.said).split())


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
    is_apart = match and (match[1].isupper() or (is_sure and (not piece.is_line or _is_labelled_line(match))))
    if match and not (is_apart and piece.may_be_cut(match.end())):
        match = None
    name, start, end = (_field(match[1]), 0, match.end()) if match else (None, 0, 0)
    for later in _LATER.finditer(text, end, _LABELS_WITHIN):
        if piece.may_be_cut(later.end()):
            yield name, piece.part(start, end), piece.part(end, later.start())
            name, start, end = _field(later[1] or later[2]), later.start(), later.end()
    yield name, piece.part(start, end), piece.part(end)


def _is_labelled_line(match: re.Match[str]) -> bool:
    """On a line of paper, which may stand in the middle of a sentence."""
    return match[1][:1].isupper() and match[0].rstrip().endswith(":")


def _field(label: str) -> Named:
    return _LABELS[_plain(label)]
