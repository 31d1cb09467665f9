"""The signs that Word itself puts before a paragraph: bullets, and numbers that stand nowhere in the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from mrdb.domain.response import BULLET, SUB_BULLET
from mrdb.reading.word.style_sheet import DEEPEST_CHAIN, Styles, list_place, number_of, value_of

_OPEN_SIGNS = frozenset("o◦○")
"""Word's own sign for an item of a list inside a list."""
_DEEPER_STYLE = re.compile(r"list bullet [2-9]", re.IGNORECASE)
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_UNITS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LAST_LETTER = 26 * 30
"""As in Word: zz follows on z, and so on; past that a letter would grow without end."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    text: str
    style: str
    is_legal: bool


@dataclass(slots=True)
class Numbering:
    """Counts along with the document: every paragraph has to be asked about once, in the order of the text."""

    root: BaseOxmlElement | None
    styles: Styles
    _levels: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarts: set[tuple[str, int]] = field(default_factory=set)

    def signs(self, properties: BaseOxmlElement | None, style_id: str) -> tuple[str, str]:
        """The mark of a list item, or the number in words as Word shows it; two empty texts for another paragraph."""
        number, level, styled = self._place(properties, style_id or self.styles.default)
        if number is None or number == "0":
            return "", ""
        list_id, levels = self._list(number)
        if level is None:
            level = next((n for n, one in levels.items() if one.style and one.style == styled), 0)
        known = levels.get(level)
        if known is None:
            return "", ""
        if known.kind == "bullet":
            names = [style.name for _, style in self.styles.chain(style_id)]
            is_deeper = level or known.text in _OPEN_SIGNS or any(map(_DEEPER_STYLE.fullmatch, names))
            return (SUB_BULLET if is_deeper else BULLET), ""
        return "", self._counted(number, list_id, levels, level)

    def _place(self, properties: BaseOxmlElement | None, style_id: str) -> tuple[str | None, int | None, str]:
        """The list and the level, and the style that put it there where the paragraph itself does not say it."""
        number, level = list_place(properties)
        if number is not None:
            return number, level or 0, ""
        for id_, style in self.styles.chain(style_id):
            level = style.level if level is None else level
            if style.number is not None:
                return style.number, level, id_
        return None, None, ""

    def _list(self, number: str) -> tuple[str, dict[int, _Level]]:
        if number not in self._levels:
            self._levels[number] = self._read_list(number, 0)
        return self._levels[number]

    def _read_list(self, number: str, depth: int) -> tuple[str, dict[int, _Level]]:
        nums = () if self.root is None else self.root.findall(qn("w:num"))
        num = next((one for one in nums if one.get(qn("w:numId")) == number), None)
        if num is None or self.root is None or depth > DEEPEST_CHAIN:
            return "", {}
        list_id = value_of(num, "w:abstractNumId")
        kinds = self.root.findall(qn("w:abstractNum"))
        kind = next((one for one in kinds if one.get(qn("w:abstractNumId")) == list_id), None)
        if kind is None:
            return "", {}
        style = self.styles.known.get(value_of(kind, "w:numStyleLink"))
        if style is not None and style.number is not None:
            list_id, levels = self._read_list(style.number, depth + 1)
            levels = dict(levels)
        else:
            levels = {number_of(one.get(qn("w:ilvl"))): _level(one) for one in kind.findall(qn("w:lvl"))}
        for override in num.findall(qn("w:lvlOverride")):
            if (level := _override(levels, override)) is not None:
                self._restarts.add((number, level))
        return list_id, levels

    def _counted(self, number: str, list_id: str, levels: Mapping[int, _Level], level: int) -> str:
        counts = self._counts.setdefault(list_id, {})
        if (number, level) in self._restarts:
            self._restarts.remove((number, level))
            counts.pop(level, None)
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]

        def place(found: re.Match[str]) -> str:
            n = int(found[1]) - 1
            one = levels.get(n)
            if one is None:
                return ""
            is_plain = levels[level].is_legal and n != level
            return _in_signs(counts.get(n, one.start), "decimal" if is_plain else one.kind)

        return _PLACE.sub(place, levels[level].text).strip()


def _level(element: BaseOxmlElement) -> _Level:
    return _Level(
        start=number_of(value_of(element, "w:start") or "1"),
        kind=value_of(element, "w:numFmt") or "decimal",
        text=value_of(element, "w:lvlText"),
        style=value_of(element, "w:pStyle"),
        is_legal=element.find(qn("w:isLgl")) is not None,
    )


def _override(levels: dict[int, _Level], override: BaseOxmlElement) -> int | None:
    """Changes the level that the override is about; returns which one, where it begins counting anew."""
    level = number_of(override.get(qn("w:ilvl")))
    own, start = override.find(qn("w:lvl")), value_of(override, "w:startOverride")
    if own is not None:
        levels[level] = _level(own)
    if start and level in levels:
        levels[level] = replace(levels[level], start=number_of(start))
        return level
    return None


def _in_signs(count: int, kind: str) -> str:
    match kind:
        case "none":
            return ""
        case "decimalZero":
            return f"{count:02}"
        case "lowerLetter" | "upperLetter" if 0 < count <= _LAST_LETTER:
            letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter.upper() if kind == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            return _roman(count).upper() if kind == "upperRoman" else _roman(count)
    return str(count)


def _roman(count: int) -> str:
    signs = ""
    for value, sign in (*_ROMAN, *_ROMAN_UNITS):
        signs += sign * (count // value)
        count %= value
    return signs
