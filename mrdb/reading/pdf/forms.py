"""What somebody filled in on a form, or wrote over a page: no part of the page itself, and all the same to be read."""

from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from mrdb.reading.pdf.ink import Box

_MOST, _DEEPEST = 5_000, 10
_TICKED, _OPEN = "☒", "☐"


def filled_in(page: PDFPage, height: float) -> Iterator[tuple[str, Box]]:
    """The lines of text in the fields of a page that lies as it was made, each with its place; boxes to tick too."""
    left, bottom = page.mediabox[0], page.mediabox[1]
    for one in list_value(page.annots or [])[:_MOST]:
        note = dict_value(one)
        text = _text(note)
        corners = [resolve1(corner) for corner in list_value(note.get("Rect") or [])]
        if not text or len(corners) != 4 or not all(isinstance(corner, int | float) for corner in corners):
            continue
        (x0, x1), (y0, y1) = sorted(corners[::2]), sorted(corners[1::2])
        lines = text.splitlines()
        step = (y1 - y0) / len(lines)
        for n, line in enumerate(lines):
            top = height - (y1 - bottom) + n * step
            yield " ".join(line.split()), Box(x0 - left, top, x1 - left, top + step)


def _text(note: Mapping[str, Any]) -> str:
    kind = _name(note.get("Subtype"))
    if kind == "FreeText":
        return _decoded(note.get("Contents"))
    if kind != "Widget":
        return ""
    match _name(_inherited(note, "FT")):
        case "Tx" | "Ch":
            return _decoded(_inherited(note, "V"))
        case "Btn" if "AS" in note:
            return _OPEN if _name(note["AS"]) == "Off" else _TICKED
    return ""


def _inherited(note: Mapping[str, Any], key: str) -> object:
    """What the field says, or the one that it is a part of."""
    for _ in range(_DEEPEST):
        if key in note or "Parent" not in note:
            break
        note = dict_value(note["Parent"])
    return resolve1(note.get(key))


def _name(found: object) -> str:
    name = resolve1(found)
    return str(name.name) if isinstance(name, PSLiteral) else ""


def _decoded(found: object) -> str:
    text = resolve1(found)
    return decode_text(text).replace("\0", "") if isinstance(text, bytes) else ""
