"""What people put on a sheet beside its cells: notes, those to which one can reply, boxes with a text."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from openpyxl.packaging.relationship import get_dependents

from mrdb.domain.returned import Note, Place

_STANDS_IN = "tc="
"""How the author of a note begins that tells an older Excel what it cannot show."""


def notes_on(archive: ZipFile, workbook: str, part: str, file: str, sheet: str) -> Iterator[Note]:
    """The notes on one sheet: ``part`` is where it stands in the package, ``workbook`` where the whole of it does.

    A note of old often begins with its author, which is left out of the text.
    """
    authors = {
        one.get("id", ""): one.get("displayName", "")
        for person in _parts(archive, workbook, "/person")
        for one in person.iterfind("{*}person")
    }
    for comments in _parts(archive, part, "/comments"):
        names = [author.text or "" for author in comments.iterfind("{*}authors/{*}author")]
        for one in comments.iterfind("{*}commentList/{*}comment"):
            author = names[int(one.get("authorId", "0"))] if names else ""
            if not author.startswith(_STANDS_IN) and (text := _text(one).removeprefix(f"{author}:").strip()):
                yield Note(Place(file, sheet, one.get("ref", "")), text, author.strip())
    for thread in _parts(archive, part, "/threadedComment"):
        for one in thread.iterfind("{*}threadedComment"):
            if text := (one.findtext("{*}text") or "").strip():
                yield Note(Place(file, sheet, one.get("ref", "")), text, authors.get(one.get("personId", ""), ""))


def boxes_on(archive: ZipFile, part: str) -> Iterator[str]:
    """What stands in the boxes that float above a sheet, a text each."""
    for drawing in _parts(archive, part, "/drawing"):
        for box in drawing.iterfind(".//{*}sp"):
            if said := " ".join(" ".join(piece.text or "" for piece in box.iterfind(".//{*}t")).split()):
                yield said


def _parts(archive: ZipFile, part: str, kind: str) -> Iterator[Element]:
    """What belongs to a part, of one kind."""
    folder, _, name = part.rpartition("/")
    if (links := f"{folder}/_rels/{name}.rels") in archive.NameToInfo:
        for link in get_dependents(archive, links):
            if link.Type.endswith(kind) and link.target in archive.NameToInfo:
                yield fromstring(archive.read(link.target))


def _text(comment: Element) -> str:
    return "".join(piece.text or "" for piece in comment.iterfind("{*}text//{*}t")).strip()
