"""The people, roles and services that one phrase in the column *Verantwoordelijke(n)* names."""

import re

_ROLE = re.compile(
    r"""(SG|RvB|stuurgroep\w*|directeurs?|directie\w*|diensthoofd|dienst|[\w-]*co[oö]rdinator(en)?|\w*manager|\w*medewerkers?
    |\w*verantwoordelijken?|afdeling\w*|\w*hoofd|voorzitter|secretaris|team\w*|werkgroep|cel|bestuur\w*|raad)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A word with which the name of a role, a service or a group begins."""
_BRACKETS = re.compile(r"\(([^()]*)\)")
_SEPARATOR = re.compile(r"\s*[,;\n•]\s*|\s*/(?!of\b)\s*|\s+[—–-]\s+")
_AND = re.compile(r"\s+(?:en/of|en)\s+")
_NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s+[\w’'.-]+)*\s+[A-ZÀ-Þ][\w’'.-]*")

MAX_PHRASE = 2000
"""A longer cell holds no names; to look for them in it would take minutes."""


def read_responsibles(phrase: str) -> tuple[str, ...]:
    """Who the phrase names, each once, in its order.

    "Dienst Beweging (Directeur Beweging)" names two. An "en" divides only where a role or a full name stands on both
    sides, so that "Dienst Communicatie en Beweging" stays one; a remark in brackets such as "(a.i.)" stays too.
    """
    if len(phrase) > MAX_PHRASE:
        return ()
    opened = _BRACKETS.sub(_opened, phrase)
    named = [name for part in _divide(opened) for name in _divide_at_and(part)]
    return tuple(dict.fromkeys(named))


def _opened(found: re.Match[str]) -> str:
    """Whoever stands in brackets on a line apart; what stands in brackets inside brackets is left as it is."""
    before = found.string[: found.start()]
    is_inside = before.rfind("(") > before.rfind(")")
    is_responsible = found[1].strip()[:1].isupper() or _is_role(found[1])
    return f"\n{found[1]}\n" if is_responsible and not is_inside else found[0]


def _divide(text: str) -> list[str]:
    """Cuts at separators, but not inside brackets that were left standing."""
    pieces, start = [], 0
    kept = [found.span() for found in _BRACKETS.finditer(text)]
    for found in _SEPARATOR.finditer(text):
        if not any(first < found.start() < last for first, last in kept):
            pieces.append(text[start : found.start()])
            start = found.end()
    pieces.append(text[start:])
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


def _divide_at_and(part: str) -> list[str]:
    names = [part]
    for found in reversed(list(_AND.finditer(part))):
        left, right = part[: found.start()], names[0][found.end() :]
        if (_is_role(left) and _is_role(right)) or (_is_name(left) and _is_name(right)):
            names[:1] = [left, right]
    return names


def _is_role(text: str) -> bool:
    first = text.split()[:1]
    return bool(first and _ROLE.fullmatch(first[0]))


def _is_name(text: str) -> bool:
    return not _is_role(text) and bool(_NAME.fullmatch(text.strip()))
