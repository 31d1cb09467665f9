"""A management response out of the blocks of any source: the draft, with the doubts about it."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date

from mrdb.domain.draft import (
    NO_CHOICE,
    Choices,
    DoubtKind,
    Draft,
    DraftAction,
    DraftRecommendation,
    Place,
    ReadDocument,
)
from mrdb.domain.draft import Source as Lines
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import TEXTS, Fact, Subject
from mrdb.domain.status import Acceptance
from mrdb.reading.acceptance import NOTHING_SAID, AcceptanceSaid, read_acceptance
from mrdb.reading.blocks import Paragraph
from mrdb.reading.interpreter.actions import Actions
from mrdb.reading.interpreter.head import read_head
from mrdb.reading.interpreter.outline import Outline
from mrdb.reading.interpreter.sections import MAX_TITLE, Section
from mrdb.reading.interpreter.themes import with_themes
from mrdb.reading.transcript import Source, Transcript
from mrdb.text.labels import ACCEPTANCE
from mrdb.text.report import NO_ACTIONS, NO_ACTIONS_REJECTED

_IN_BRACKETS = re.compile(r"\(([^()]{2,60})\)\s*$")


def interpreted(
    data: bytes, source: Source, *, name: str, stated_date: date | None, choices: Choices = NO_CHOICE
) -> ReadDocument:
    """The management response that these bytes hold; ``stated_date`` counts where the document itself has no date.

    ``name`` is that of the file, ``choices`` what a person said about this document. Raises
    UnreadableUpload when it is no management response with a date.
    """
    transcript = source.transcript
    parts = _parts(source, choices)
    if not parts.sections:
        raise UnreadableUpload(name, FileFault.NOT_A_RESPONSE)
    head = read_head(parts.head, transcript, source.page_headers)
    day = head.day or stated_date
    if day is None:
        raise UnreadableUpload(name, FileFault.NO_DATE)
    # Text of the head that fits no field is doubted there, and kept in the context so that it is not lost.
    context = [transcript.prose(found, "context") for found in (head.rest, parts.context)]
    texts = {**head.texts, Fact.CONTEXT: "\n\n".join(filter(None, context))}
    reader = Actions(day, choices, transcript)
    actions = reader.of(parts.sections)
    has_texts = any(section.text for section in parts.sections)
    recommendations = tuple(
        _recommendation(section, Place(place), actions[place], transcript, wants_text=has_texts)
        for place, section in enumerate(parts.sections)
    )
    if any(part.acceptance for part in recommendations):
        _doubt_unsaid(parts.sections, recommendations, transcript)
    draft = Draft(
        **{fact.attribute: texts[fact] for fact in TEXTS[Subject.RESPONSE]},
        date=day,
        recommendations=recommendations,
        source_digest=hashlib.sha256(data).hexdigest(),
    )
    starts = tuple(section.heading.at for section in parts.sections)
    return ReadDocument(
        draft,
        transcript.doubts,
        Lines(source.lines, starts, source.pages),
        tuple(parts.read_columns),
        tuple(reader.statuses.values()),
    )


def _parts(source: Source, choices: Choices) -> Outline:
    """Where nothing is called a recommendation, a table may hold them all the same."""
    blocks, found = with_themes(source.blocks), source.transcript.found
    before = len(found)
    parts = Outline(source.transcript, choices)
    parts.take(blocks)
    if not parts.sections:
        del found[before:]
        parts = Outline(source.transcript, choices, is_any_table=True)
        parts.take(blocks)
    return parts


def _doubt_unsaid(
    sections: Sequence[Section], recommendations: Sequence[DraftRecommendation], transcript: Transcript
) -> None:
    """Where others say whether they are accepted, an answer that does not may say it in words that are not known."""
    for place, (section, part) in enumerate(zip(sections, recommendations, strict=True)):
        if (
            section.answer
            and part.acceptance is None
            and not any(one.is_exact or one.is_line for one in section.answer)
        ):
            found = section.answer[0]
            transcript.doubt(found.at, DoubtKind.MISSING_FIELD, found.said, Place(place), Fact.ACCEPTANCE)


def _recommendation(
    section: Section, place: Place, actions: tuple[DraftAction, ...], transcript: Transcript, *, wants_text: bool
) -> DraftRecommendation:
    """``wants_text`` is False where no recommendation of the document has more than its title."""
    where = f"recommendation {section.number}"
    title = transcript.one_line(section.title, f"{where} / title")
    text = transcript.prose(section.text, f"{where} / text")
    behind = sorted(section.behind, key=lambda paragraph: paragraph.at)
    in_cell = [one for one in section.acceptance if one.role != "acceptance"]
    answer = transcript.prose([*in_cell, *section.answer, *behind], f"{where} / answer")
    acceptance, reason, is_sure = _acceptance(section, title, text)
    found, line = section.heading.said, section.heading.at
    has_none = any(note.said in {NO_ACTIONS, NO_ACTIONS_REJECTED} for note in section.notes)
    if not title:
        transcript.doubt(line, DoubtKind.MISSING_FIELD, found, place, Fact.TITLE)
    if wants_text and not (text or section.is_in_table):
        transcript.doubt(line, DoubtKind.MISSING_FIELD, found, place, Fact.ADVICE)
    if not is_sure:
        transcript.doubt(line, DoubtKind.NOT_PLACED, (answer or text).partition("\n")[0], place, Fact.ACCEPTANCE)
    if not (answer or acceptance):
        transcript.doubt(line, DoubtKind.MISSING_FIELD, found, place, Fact.ANSWER)
    if not (actions or has_none or acceptance == Acceptance.REJECTED):
        transcript.doubt(line, DoubtKind.MISSING_FIELD, found, place)
    if len(title) > MAX_TITLE or _is_torn(section):
        transcript.doubt(line, DoubtKind.TITLE_TORN, found, place, Fact.TITLE)
    return DraftRecommendation(section.number, title, text, answer, acceptance, reason, actions)


def _is_torn(section: Section) -> bool:
    """A text whose first line begins in the middle of a sentence has left its beginning in the title."""
    first = section.text[0].reading[:1] if section.text and section.text[0].is_line else []
    return any(word[:1].islower() and len(word) > 1 for word in first)


def _acceptance(section: Section, title: str, text: str) -> AcceptanceSaid:
    """As our report says it (``Niet aanvaard: er is geen budget``), as a cell of its own does, or as the answer begins.

    A reason that stands nowhere beside the words is the answer in the other cell. Without an answer brackets behind the
    title may say it: ``Doe meer (akkoord)``.
    """
    said = "\n".join(paragraph.text.strip() for paragraph in section.acceptance)
    answer = _running(section.answer)
    if any(paragraph.role == "acceptance" for paragraph in section.acceptance):
        for acceptance, label in ACCEPTANCE.items():
            if said == f"{label}.":
                return AcceptanceSaid(acceptance, "", True)
            if said.startswith(f"{label}: "):
                return AcceptanceSaid(acceptance, said.removeprefix(f"{label}: "), True)
        return AcceptanceSaid(None, said, True)
    if not said:
        if any(paragraph.is_exact for paragraph in section.answer):
            return NOTHING_SAID  # our report says it apart, and where it does not nobody has said it
        if answer:
            return read_acceptance(answer)
        behind = _IN_BRACKETS.search(title)
        in_title = read_acceptance(behind[1], is_cell=True) if behind else read_acceptance(text)
        return in_title if in_title.acceptance or not behind else NOTHING_SAID
    found = read_acceptance(said, is_cell=True)
    wants_reason = found.acceptance is not None and found.acceptance.wants_reason and not found.reason
    return found._replace(reason=answer) if wants_reason else found


def _running(paragraphs: Sequence[Paragraph]) -> str:
    """A paragraph a line; the lines of paper as the sentences that they are."""
    if paragraphs and paragraphs[0].is_line:
        return " ".join(word for one in paragraphs for word in one.reading)
    return "\n".join(one.text.strip() for one in paragraphs)
