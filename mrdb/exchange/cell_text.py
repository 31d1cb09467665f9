"""Text made fit for a cell of a spreadsheet: what Excel forbids is replaced where one can see it."""

import re

from mrdb.text import excel

LONGEST = 32_767
"""What one cell of Excel holds, counted in UTF-16 units."""

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def with_newlines(text: str) -> str:
    """Every kind of line break becomes a newline."""
    return _LINE_BREAKS.sub("\n", text)


def cell_text(text: str) -> str | None:
    """The text as a cell can hold it; None for an empty cell.

    A character that no workbook can hold (a control character, half a
    surrogate pair) becomes U+FFFD, so that the reader sees that something stood there. A text too long for one cell
    ends in a sentence that says so and gives the length.
    """
    if text.isprintable() and 2 * len(text) <= LONGEST:
        return text or None
    clean = _FORBIDDEN.sub(_REPLACEMENT, with_newlines(text))
    if _units(clean) <= LONGEST:
        return clean or None
    notice = excel.cut_short(len(text))
    return _first_units(clean, LONGEST - _units(notice)).rstrip() + notice


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _first_units(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")
