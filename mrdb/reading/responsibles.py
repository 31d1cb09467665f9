"""The people, roles and services that one phrase in the column *Verantwoordelijke(n)* names."""

import re
from collections.abc import Iterator

from mrdb.text.roles import ARTICLES, FIELDS, FIRST, LAST, NOBODY, NOBODY_YET, TASKS, TITLES, WITH

_FIRST = re.compile(rf"(?:{'|'.join(FIRST)})(?![\w-])", re.IGNORECASE)
_LAST = re.compile(rf"(?:^|.*\s)(?:{'|'.join(LAST)})", re.IGNORECASE | re.DOTALL)
_TASK = "|".join(map(re.escape, TASKS))
_IN_BRACKETS = re.compile(rf"\s*\((?:{_TASK})\)", re.IGNORECASE)
_IN_FRONT = re.compile(rf"(?:{_TASK})\s*:\s*", re.IGNORECASE)
_WITH = "|".join(map(re.escape, sorted(WITH, key=len, reverse=True)))
_BRACKETS = re.compile(r"\(([^()]*)\)")
_SEPARATOR = re.compile(
    rf"\s*[,;\n•|]\s*|\s+/\s+|\s+\+\s+|\s+[—–-]\s+|[\s,]*\b(?:{_WITH})\s+|[\s,]+(?:with|avec)\s+(?-i:(?=[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:en/of|and/or|et/ou|en|and|et|&)\s+|(?<=[^\W\d])/(?!(?:of|or|ou)\b)(?=[^\W\d]{2})")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s+[\w’'.-]+)*\s+[A-ZÀ-Þ][\w’'.-]*")
_LETTERS = re.compile(r"[A-Z][A-Z&]{1,5}")

_THE = ("l'", "l’", "le ", "la ", "les ", "the ")

MAX_PHRASE = 2000
"""A longer cell holds no names; to look for them in it would take minutes."""
_MOST_WORDS = 9
"""A name of more words is a sentence, and so is one in which more of them join others."""


def read_responsibles(phrase: str) -> tuple[str, ...]:
    """Who the phrase names, each once, in its order.

    "Dienst Beweging (Directeur Beweging)" names two. An "en", an "&" or a "/" without spaces divides only where a role
    or a full name stands on both sides, so that "Dienst Communicatie en Beweging" stays one; a remark in brackets such
    as "(a.i.)" stays too. "Nog te bepalen" names nobody.
    """
    return tuple(dict.fromkeys(name for name in _pieces(phrase) if not _is_nobody(name)))


def is_somebody(text: str) -> bool:
    """Whether every name in it is that of a role, a service or a person by its look."""
    names = read_responsibles(text)
    return bool(names) and all(_is_role(name) or _is_name(name) or _LETTERS.fullmatch(name) for name in names)


def doubtful_names(phrase: str) -> tuple[str, ...]:
    """What of the phrase is no name but says something, as "nog te bepalen" does, or may be one name or several."""
    if len(phrase) > MAX_PHRASE:
        return (phrase,)
    return tuple(name for name in _pieces(phrase) if _folded(name) in NOBODY_YET or _may_be_several(name))


def _pieces(phrase: str) -> list[str]:
    if len(phrase) > MAX_PHRASE:
        return []
    if _is_nobody(phrase):
        return [phrase.strip()]
    opened = _BRACKETS.sub(_opened, _IN_BRACKETS.sub("", phrase))
    named = [name for part in _divide(opened) for name in _divide_at_and(part)]
    return [name for name in map(_bare, named) if name]


def _opened(found: re.Match[str]) -> str:
    """Whoever stands in brackets on a line apart; what stands in brackets inside brackets is left as it is, and so is
    the short form of the name in front: "Country Office (CO)"."""
    before = found.string[: found.start()]
    is_inside = before.rfind("(") > before.rfind(")")
    initials = "".join(word[0] for word in re.findall(r"\w+", before)).casefold()
    is_short_form = len(found[1]) > 1 and initials.endswith(found[1].casefold())
    is_responsible = (found[1].strip()[:1].isupper() and not any(map(str.isdecimal, found[1]))) or _is_role(found[1])
    return f"\n{found[1]}\n" if is_responsible and not (is_inside or is_short_form) else found[0]


def _divide(text: str) -> list[str]:
    """Cuts at separators, but not inside brackets that were left standing."""
    pieces, start = [], 0
    for found in _outside_brackets(_SEPARATOR, text):
        pieces.append(text[start : found.start()])
        start = found.end()
    pieces.append(text[start:])
    return _with_titles([" ".join(piece.split()) for piece in pieces if piece.strip()], text)


def _with_titles(pieces: list[str], text: str) -> list[str]:
    """ "Chief, Nutrition" is one; "Chief, Finance Officer" are two."""
    found: list[str] = []
    for piece in pieces:
        together = f"{found[-1]}, {piece}" if found and found[-1].casefold() in TITLES else ""
        if together and together in " ".join(text.split()) and not (_is_role(piece) or _is_name(piece)):
            found[-1] = together
        else:
            found.append(piece)
    return found


def _divide_at_and(part: str) -> list[str]:
    """From the right, so that of "A, B en C en D" each is looked at beside its neighbour."""
    names = [part]
    joints = list(_outside_brackets(_AND, part))
    if len(joints) > _MOST_WORDS:
        return names
    starts = [0, *(found.end() for found in joints)]
    for start, found in reversed(list(zip(starts, joints, strict=False))):
        right = names[0][found.end() :]
        if _parts_two(part[start : found.start()], right) or _parts_two(part[: found.start()], right):
            names[:1] = [part[: found.start()], right]
    return names


def _outside_brackets(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    kept = [found.span() for found in _BRACKETS.finditer(text)]
    return (found for found in pattern.finditer(text) if not any(first < found.start() < last for first, last in kept))


def _parts_two(left: str, right: str) -> bool:
    """Whether something whole stands on both sides: a role, a full name or letters such as "HR".

    "Dienst HR" may go on with another "en IT", and "Directeur/directrice" is one role.
    """
    named = _bare(right)
    if _is_nobody(left) or _is_nobody(named):
        return True
    if _LETTERS.fullmatch(left):
        return bool(_LETTERS.fullmatch(named) or _FIRST.match(named))
    if _is_role(left) and _LETTERS.fullmatch(named):
        return bool(_LAST.fullmatch(left)) or right.startswith(_THE)
    if _is_role(left) and _is_role(named):
        return " " in left + named or left[:5].casefold() != named[:5].casefold()
    return _is_name(left) and _is_name(right)


def _may_be_several(name: str) -> bool:
    joints = list(_outside_brackets(_AND, name))
    if not joints:
        return len(name.split()) > _MOST_WORDS
    left, right = name[: joints[0].start()], name[joints[-1].end() :]
    if left.endswith("-"):
        return True
    if _FIRST.match(left):
        return bool(_LETTERS.fullmatch(right)) or _is_name(right)
    return not (_LAST.fullmatch(right) and not _FIRST.match(right) and left.split()[0].casefold() in FIELDS)


def _bare(name: str) -> str:
    """Without what leads to the name and the full stop of a sentence."""
    name = _IN_FRONT.sub("", name.strip(), count=1) if _IN_FRONT.match(name.strip()) else name.strip()
    article = next((one for one in ARTICLES if name.startswith(one) and len(name) > len(one)), "")
    name = name[len(article) :].strip()
    last = name.split()[-1:] or [""]
    return name[:-1] if last[0].endswith(".") and last[0].count(".") == 1 and len(last[0]) > 2 else name


def _folded(text: str) -> str:
    return " ".join(text.casefold().strip("() ").split())


def _is_nobody(name: str) -> bool:
    return _folded(name) in NOBODY | NOBODY_YET


def _is_role(text: str) -> bool:
    return bool(_FIRST.match(text.strip()) or _LAST.fullmatch(text.strip()))


def _is_name(text: str) -> bool:
    return not _is_role(text) and bool(_NAME.fullmatch(text.strip()))
