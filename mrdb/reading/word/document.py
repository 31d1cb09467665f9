"""The Word reader: the bytes of a ``.docx`` in, the same draft as the text reader makes out, with its doubts."""

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from mrdb.domain.draft import DoubtKind, DraftRecommendation, ReadDocument, Source
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.domain.status import Acceptance
from mrdb.reading.assembly import MAX_TITLE, Doubts, assembled
from mrdb.reading.package import WORD, check_package
from mrdb.reading.word.actions import read_word_actions
from mrdb.reading.word.body import Body
from mrdb.reading.word.head import read_word_head
from mrdb.reading.word.numbering import Numbering, Styles
from mrdb.reading.word.outline import Outline, Section
from mrdb.reading.word.prose import one_line, prose
from mrdb.reading.word.text import text_of
from mrdb.text.labels import ACCEPTANCE
from mrdb.text.lexicon import HEAD
from mrdb.text.report import NO_ACTIONS, NO_ACTIONS_REJECTED

MOST_PARAGRAPHS, MOST_CHARACTERS = 200_000, 5_000_000
"""Also those in tables: a document of 10,000 actions has some 50,000 and 1,500,000, and takes ten seconds."""

_BROKEN_WORD = re.compile(r"\w-\s*\n\s*[^\W\dA-Z_]")


def read_word(data: bytes, *, name: str, stated_date: date | None = None) -> ReadDocument:
    """Reads the bytes of a file called ``name``; ``stated_date`` counts where the document itself has no date.

    Raises UnreadableUpload when they are no Word file that may be opened, or no management response with a date.
    """
    check_package(name, data, WORD)
    ledger = Doubts()
    try:
        parts, lines = _read_parts(data, name, ledger)
    except UnreadableUpload:
        raise
    except Exception as error:  # whatever a broken file makes of a library that trusts it
        raise UnreadableUpload(name, FileFault.DAMAGED) from error
    if not parts.sections:
        raise UnreadableUpload(name, FileFault.NOT_A_RESPONSE)
    head = read_word_head(parts.head, ledger)
    day = head.day or stated_date
    if day is None:
        raise UnreadableUpload(name, FileFault.NO_DATE)
    texts = {part: head.text(part) for part in HEAD} | {Fact.CONTEXT: prose([*head.rest, *parts.context])}
    recommendations = [_recommendation(section, day, ledger) for section in parts.sections]
    source = Source(lines, tuple(section.heading.line for section in parts.sections))
    return assembled(data, texts, day, recommendations, source, ledger)


def _read_parts(data: bytes, name: str, ledger: Doubts) -> tuple[Outline, tuple[str, ...]]:
    document = docx.Document(BytesIO(data))
    root = document.element.body
    size = sum(len(text.text or "") for text in root.iter(qn("w:t")))
    if size > MOST_CHARACTERS or sum(1 for _ in root.iter(qn("w:p"))) > MOST_PARAGRAPHS:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    styles = Styles.of(document.styles.element)
    numbers = _related(document, RELATIONSHIP_TYPE.NUMBERING)
    body = Body(styles, Numbering(parse_xml(numbers) if numbers else None, styles), _footnotes(document), ledger)
    parts = Outline(ledger)
    parts.take(body.blocks(root))
    return parts, tuple(body.lines)


def _related(document: WordDocument, kind: str) -> bytes:
    """The part of that kind beside the document, or nothing."""
    found = [one.target_part.blob for one in document.part.rels.values() if one.reltype == kind and not one.is_external]
    return found[0] if found else b""


def _footnotes(document: WordDocument) -> Mapping[str, str]:
    notes: dict[str, str] = {}
    for kind, relation in (("footnote", RELATIONSHIP_TYPE.FOOTNOTES), ("endnote", RELATIONSHIP_TYPE.ENDNOTES)):
        if blob := _related(document, relation):
            for note in parse_xml(blob).iter(qn(f"w:{kind}")):
                text = " ".join(text_of(paragraph) for paragraph in note.iter(qn("w:p")))
                notes[f"{kind} {note.get(qn('w:id'), '')}"] = " ".join(text.split())
    return notes


def _recommendation(section: Section, day: date, ledger: Doubts) -> DraftRecommendation:
    actions = read_word_actions(section, day, ledger)
    acceptance, reason = _acceptance(section)
    title, text = one_line(section.title), prose(section.text)
    answer = prose([*section.answer, *sorted(section.behind, key=lambda paragraph: paragraph.line)])
    found, line = section.heading.words, section.heading.line
    has_none = any(note.words in {NO_ACTIONS, NO_ACTIONS_REJECTED} for note in section.notes)
    if not (title and text and (answer or acceptance) and (actions or has_none)):
        ledger.doubt(line, DoubtKind.MISSING_FIELD, found)
    if _BROKEN_WORD.search("\n".join(paragraph.text for paragraph in section.title)):
        ledger.doubt(line, DoubtKind.HYPHEN_AT_LINE_END, found)
    if len(title) > MAX_TITLE:
        ledger.doubt(line, DoubtKind.TITLE_TORN, found)
    return DraftRecommendation(section.number, title, text, answer, acceptance, reason, actions)


def _acceptance(section: Section) -> tuple[Acceptance | None, str]:
    """As our report says it: ``Niet aanvaard: er is geen budget``, ``Aanvaard.``"""
    said = "\n".join(paragraph.text.strip() for paragraph in section.acceptance)
    for acceptance, label in ACCEPTANCE.items():
        if said == f"{label}.":
            return acceptance, ""
        if said.startswith(f"{label}: "):
            return acceptance, said.removeprefix(f"{label}: ")
    return None, said
