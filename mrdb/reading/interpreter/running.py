"""Actions in running text: "Actie 1: … (KT)", and "… – termijn: juni 2026 – verantwoordelijke: …"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Cell, Paragraph, Row
from mrdb.reading.interpreter.columns import Column, Placed
from mrdb.reading.interpreter.numbers import number_before, numbered_starts
from mrdb.reading.interpreter.sections import ActionRow, Section
from mrdb.reading.interpreter.titles import facts_below, facts_near, is_term
from mrdb.reading.status_cell import read_status
from mrdb.text.lexicon import any_of, columns_named
from mrdb.text.lexicon.names import HEADINGS

_LABELS = {fact: HEADINGS[fact] for fact in (Fact.CALENDAR, Fact.RESPONSIBLE, Fact.STATUS, Fact.COMMENT)}
_NAMES = any_of(name for names in _LABELS.values() for name in names)
_LABEL = re.compile(rf"(?:^|(?<=\.)|[–—;|,(\n\t]|\s-\s)\s*(?P<name>{_NAMES})\s*:\s*", re.IGNORECASE)
_ANY_LABEL = re.compile(r"(?P<label>[^\W\d][^:\n.;]{1,40}):\s+(?P<said>\S.*)", re.DOTALL)
_ACTION = re.compile(
    rf"(?P<name>{any_of(HEADINGS[Fact.ACTION_TEXT])})\s*(?:nr\.?|n°|no\.?)?\s*"
    r"(?P<number>[A-Z]?\d{1,3}(?:[.-]\d{1,3})*|[a-zA-Z](?=\s*[.:)]))?(?P<mark>\s*[.:)–—-]+)\s+(?=\S)",
    re.IGNORECASE,
)
_TERM = re.compile(r"[(\[](?P<term>[^()\[\],]{2,40})(?:,\s*(?P<who>[^()\[\]]{2,80}))?[)\]]\s*[.:;,–—-]*\s*")
_FEWEST = 2
"""Numbered paragraphs that make a list."""
_FURNITURE = " –—;|,(-\n\t"


class Piece(NamedTuple):
    """``said`` is the value of a field, ``label`` what stands before it; ``is_guessed`` where no label tells which."""

    column: Column
    label: Paragraph
    said: Paragraph
    is_guessed: bool = False

    @property
    def placed(self) -> Placed:
        said = replace(self.said, mark="") if self.said.mark else self.said  # an action is no item of a list any more
        return Placed(Cell.alone(said), (self.column,), is_guessed=self.is_guessed)


def text_piece(paragraph: Paragraph, fact: Fact = Fact.ACTION_TEXT, *, is_guessed: bool = False) -> Piece:
    """All of it as a field, without a label."""
    return Piece(Column(fact), paragraph.part(0, 0), paragraph, is_guessed)


def numbered(paragraph: Paragraph, number: str, end: int) -> list[Piece]:
    """The number in the words "Actie 1:" with which the paragraph begins and that end there."""
    if not number:
        return [text_piece(paragraph.part(0, 0))._replace(label=paragraph.part(0, end))]
    at = paragraph.whole.index(number)
    label, said = paragraph.part(0, at), paragraph.part(at, at + len(number))
    return [Piece(Column(Fact.NUMBER), label, said)]


def labelled(paragraph: Paragraph, known: Mapping[str, Fact | None]) -> Piece | None:
    """A field under a label that nobody knows: what it was before, what it is by closeness or by its value, or only a
    remark under its label."""
    match = _ANY_LABEL.fullmatch(paragraph.whole)
    if match is None or not paragraph.may_be_cut(match.start("said")):
        return None
    found = [known[match["label"]]] if match["label"] in known else []
    found = found or [fact for fact in (*facts_near(match["label"]), *facts_below([match["said"]])) if fact in _LABELS]
    fact = found[0] if found else None
    if fact is None and paragraph.is_line:
        return Piece(Column(None, match["label"], is_sure=False), paragraph.part(0, 0), paragraph)
    column = Column(fact, match["label"], is_sure=False, is_titled=fact is None)
    label = paragraph.part(0, match.start("said") if fact else 0)
    return Piece(column, label, paragraph.part(match.start("said")))


def pieces_of(paragraph: Paragraph) -> list[Piece]:
    """What stands before the first label, as the text of an action, and the fields behind the labels."""
    whole = paragraph.whole
    labels = [
        found
        for found in _LABEL.finditer(whole)
        if paragraph.may_be_cut(found.start("name")) and paragraph.may_be_cut(found.end())
    ]
    first, *others = [*(found.start() for found in labels), len(whole)]
    pieces = list(_text(paragraph, first))
    for found, end in zip(labels, others, strict=True):
        fact = next(iter(columns_named(found["name"], tuple(_LABELS))), Fact.COMMENT)
        said = whole[found.end() : end].rstrip(_FURNITURE)
        end = found.end() + len(said.rstrip(")") if said.count(")") > said.count("(") else said)
        pieces.append(Piece(Column(fact), paragraph.part(*found.span()), paragraph.part(found.end(), end)))
    return pieces


def action_begun(paragraph: Paragraph) -> tuple[str, int]:
    """The number, perhaps "", and the end of the words "Actie 1:" with which it begins; ("", 0) for any other."""
    match = _ACTION.match(paragraph.whole)
    if match is None or not (match["number"] or ":" in match["mark"]) or not paragraph.may_be_cut(match.end()):
        return "", 0
    return match["number"] or "", match.end()


def _text(paragraph: Paragraph, end: int) -> Iterator[Piece]:
    """The text of the action, and a term in brackets at its end with who stands behind it."""
    text = paragraph.part(0, end)
    terms = [found for found in _TERM.finditer(paragraph.whole, 0, end) if is_term(found["term"])]
    if not terms or paragraph.is_line:
        if text.said.strip(_FURNITURE):
            yield text_piece(text)
        return
    term, rest = terms[-1], paragraph.part(terms[-1].end(), end)
    yield text_piece(paragraph.part(0, term.start()))
    yield text_piece(paragraph.part(*term.span("term")), Fact.CALENDAR)
    if term["who"]:
        yield text_piece(paragraph.part(*term.span("who")), Fact.RESPONSIBLE, is_guessed=True)
    if rest.said:
        is_status = bool(term["who"]) or read_status(rest.said, {}).status is not None
        yield text_piece(rest, Fact.STATUS if is_status else Fact.RESPONSIBLE, is_guessed=True)


def take_listed(section: Section) -> None:
    """Makes actions of the numbered paragraphs of an answer: where no table holds any, that is what they may be."""
    first = next((n for n, one in enumerate(section.answer) if number_before(one.whole)), len(section.answer))
    listed = section.answer[first:]
    starts = numbered_starts(listed)
    if len(starts) < _FEWEST:
        return
    del section.answer[first:]
    for start, end in pairwise([*starts, len(listed)]):
        cell = Cell.alone(*(replace(one, mark="") if one.mark else one for one in listed[start:end]))
        placed = Placed(cell, (Column(Fact.ACTION_TEXT),), is_guessed=True)
        section.rows.append(ActionRow(Row(listed[start].at, (cell,)), [placed]))
