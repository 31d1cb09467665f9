"""What an OpenDocument text hides by a condition, taken out of it: Word knows no such thing and would show it."""

import io
from collections.abc import Iterator
from zipfile import ZIP_STORED, ZipFile

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

_CONTENT = "content.xml"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}


def without_hidden(data: bytes) -> tuple[bytes, list[str]]:
    """The same file without it, and the words of each place. Raises what a broken file makes of a library."""
    with ZipFile(io.BytesIO(data)) as package:
        root = parse_xml(package.read(_CONTENT))
        found = [_emptied(element) for element in list(_hidden(root))]
        if not found:
            return data, []
        parts = {name: package.read(name) for name in package.namelist()}
    parts[_CONTENT] = serialize_part_xml(root)
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as package:
        for name in sorted(parts, key=lambda name: name != "mimetype"):  # by its beginning one knows what it is
            package.writestr(name, parts[name])
    return made.getvalue(), [words for words in found if words]


def _emptied(element: BaseOxmlElement) -> str:
    words = " ".join(" ".join(element.itertext()).split())
    element.clear(keep_tail=True)
    return words


def _hidden(root: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for element in root.iter():
        if element.get(f"{_TEXT}is-hidden") == "true" or (
            element.tag == f"{_TEXT}section" and element.get(f"{_TEXT}display") == "none"
        ):
            above = element.iterancestors() if element.tag == f"{_TEXT}hidden-paragraph" else ()
            yield next((one for one in above if one.tag in _PARAGRAPHS), element)
