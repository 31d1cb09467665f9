"""The Word reader: the bytes of a ``.docx`` in, its paragraphs and tables out."""

from collections.abc import Iterator, Mapping
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.package import WORD, check_package, told
from mrdb.reading.prose import PlainTranscript
from mrdb.reading.transcript import Source
from mrdb.reading.word.body import Body
from mrdb.reading.word.numbering import Numbering
from mrdb.reading.word.style_sheet import Styles
from mrdb.reading.word.text import text_of

MOST_PARAGRAPHS, MOST_CHARACTERS = 200_000, 5_000_000
"""Also those in tables: a document of 10,000 actions has some 50,000 and 1,500,000, and takes ten seconds."""
_NOTES = {
    "footnote": RELATIONSHIP_TYPE.FOOTNOTES,
    "endnote": RELATIONSHIP_TYPE.ENDNOTES,
    "comment": RELATIONSHIP_TYPE.COMMENTS,
}


def word_source(data: bytes, *, name: str) -> Source:
    """The bytes of a file called ``name``. Raises UnreadableUpload when they are no Word file that may be opened."""
    check_package(name, data, WORD)
    with told(name):
        return _source(data, name)


def _source(data: bytes, name: str) -> Source:
    document = docx.Document(BytesIO(data))
    root = document.element.body
    size = sum(len(text.text or "") for text in root.iter(qn("w:t")))
    if size > MOST_CHARACTERS or sum(1 for _ in root.iter(qn("w:p"))) > MOST_PARAGRAPHS:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    styles = Styles.of(document.styles.element)
    numbers = _related(document, RELATIONSHIP_TYPE.NUMBERING)
    numbering = Numbering(parse_xml(numbers) if numbers else None, styles)
    body = Body(styles, numbering, _notes(document), PlainTranscript())
    above = [block for one in _page_headers(document) for block in body.page_header(one)]
    return Source(body.blocks(root), tuple(body.lines), body.transcript, above)


def _page_headers(document: WordDocument) -> Iterator[BaseOxmlElement]:
    """Those that stand above the pages, each once: of the first page, of all the others."""
    seen = set()
    for section in document.sections:
        own = [section.header]
        if section.different_first_page_header_footer:
            own.insert(0, section.first_page_header)
        for header in own:
            if not header.is_linked_to_previous and header.part.partname not in seen:
                seen.add(header.part.partname)
                yield header._element


def _related(document: WordDocument, kind: str) -> bytes:
    """The part of that kind beside the document, or nothing."""
    found = [one.target_part.blob for one in document.part.rels.values() if one.reltype == kind and not one.is_external]
    return found[0] if found else b""


def _notes(document: WordDocument) -> Mapping[str, str]:
    notes: dict[str, str] = {}
    for kind, relation in _NOTES.items():
        if blob := _related(document, relation):
            for note in parse_xml(blob).iter(qn(f"w:{kind}")):
                text = " ".join(text_of(paragraph) for paragraph in note.iter(qn("w:p")))
                notes[f"{kind} {note.get(qn('w:id'), '')}"] = " ".join(text.split())
    return notes
