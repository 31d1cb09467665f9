"""What people call a management response where there are several: a short name that no other document has.

With one document there is nothing to tell apart: every mapping here is empty then, and no screen names it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from mrdb.domain.once import once
from mrdb.domain.response import Action, ManagementResponse
from mrdb.text import nl
from mrdb.text.counting import listed
from mrdb.text.dates import short_date

_LINK = r"(?:m\.?b\.?t\.?|met betrekking tot|inzake|omtrent|aangaande|over|rond(?:om)?|op|bij|van|voor|tot)"
_ARTICLE = r"(?:(?:de|het|een)\s+)?"
_RESPONSE = re.compile(rf"management[\s-]?respon[cs]e?\b\s*(?:[:–-]\s*)?(?:{_LINK}\s+)?{_ARTICLE}", re.IGNORECASE)
_REPORT = re.compile(
    rf"(?:(?:externe|tussentijdse|finale)\s+)*(?:eind|mid-?term[\s-]?)?(?:evaluatie)?(?:rapport|verslag|evaluatie)"
    rf"\s+{_LINK}\s+{_ARTICLE}",
    re.IGNORECASE,
)
"""``Management response m.b.t.`` and ``evaluatierapport rond``: what every subject begins with tells none apart."""
_SMALL = (
    "aan", "als", "bij", "binnen", "de", "door", "een", "en", "het", "hun", "in", "m.b.t.", "met", "naar", "of", "om",
    "onze", "op", "over", "rond", "te", "tot", "tussen", "uit", "van", "vanuit", "via", "voor",
)  # fmt: skip
_SHORT, _LONG = 36, 64
"""Characters in a name: to read at a glance, and where the glance does not tell two documents apart."""
_SEPARATOR = " · "


def document_names(responses: Iterable[ManagementResponse]) -> dict[int, str]:
    """The short name of each document by its id, none twice; with fewer than two documents an empty mapping.

    Documents that share a name take more words of their subjects, else the year, else the day, else a number.
    """
    known = sorted(set(responses), key=lambda response: (response.date, response.id))
    if len(known) < 2:
        return {}
    names: dict[int, str] = {}
    left = {response.id: _tries(response) for response in known}
    while left and all(left.values()):
        counts = Counter(name.casefold() for name in (*names.values(), *(tries[0] for tries in left.values())))
        names.update({id_: tries[0] for id_, tries in left.items() if counts[tries[0].casefold()] == 1})
        left = {id_: tries[1:] for id_, tries in left.items() if id_ not in names}
    again: Counter[str] = Counter()
    for response in known:
        if response.id in left:
            name = _tries(response)[-1]
            again[name.casefold()] += 1
            names[response.id] = f"{name} {again[name.casefold()]}"
    return {response.id: names[response.id] for response in known}


@once
def action_documents(actions: Iterable[Action]) -> dict[int, str]:
    """The short name of its document by the id of each action, in their order; empty with one document."""
    found = {action.id: action.recommendation.response for action in actions}
    names = document_names(found.values())
    return {id_: names[response.id] for id_, response in found.items()} if names else {}


def numbered(number: object, document: str) -> str:
    """``1.1 · Klimaat en migratie``, or ``1.1`` where there is no other document."""
    return f"{number}{_SEPARATOR}{document}" if document else str(number)


@once
def action_numbers(actions: Iterable[Action]) -> dict[int, str]:
    """The number of each action by its id, with its document where there are several."""
    actions = tuple(actions)
    documents = action_documents(actions)
    return {action.id: numbered(action.number, documents.get(action.id, "")) for action in actions}


def action_name(number: str, document: str, text: str) -> str:
    """``1.1 · Klimaat en migratie · Agenderen op het overleg``, or ``1.1 Agenderen op het overleg``"""
    return f"{numbered(number, document)}{_SEPARATOR if document else ' '}{text}"


def recommendation_name(number: str, document: str, title: str) -> str:
    """``1 · Klimaat en migratie · Versterk de relatie``, or ``1. Versterk de relatie``"""
    return _SEPARATOR.join((str(number), document, title)) if document else nl.recommendation(number, title)


def numbers_by_document(numbers: Iterable[tuple[int, str]], documents: Mapping[int, str]) -> list[str]:
    """``7.1 en 7.2 van Klimaat en migratie``, an entry a document; ``numbers`` holds the ids and numbers of actions."""
    grouped: dict[str, list[str]] = {}
    for id_, number in numbers:
        grouped.setdefault(documents[id_], []).append(number)
    return [f"{listed(list(dict.fromkeys(found)))} van {document}" for document, found in grouped.items()]


def _name(response: ManagementResponse, longest: int, *openings: re.Pattern[str]) -> str:
    """The subject without what it opens with, as far as something is left."""
    name = " ".join(response.subject.split()) or nl.RESPONSE
    for opening in openings:
        found = opening.match(name)
        name = (name[found.end() :] if found else name) or name
    name = _cut(name, longest)
    return f"{name[:1].upper()}{name[1:]}"


def _cut(text: str, longest: int) -> str:
    """As many words as fit. A cut between two phrases leaves a name; one in the middle of a phrase is marked."""
    if len(text) <= longest:
        return text
    words = text[: longest + 1].split()[:-1] or [text[:longest]]
    kept = list(words)
    while len(kept) > 1 and kept[-1].lower() in _SMALL:
        kept.pop()
    return " ".join(kept).rstrip(" ,;:–-") + ("" if len(kept) < len(words) else " …")


def _tries(response: ManagementResponse) -> tuple[str, ...]:
    """The names that it may get, the most wanted first."""
    short = _name(response, _SHORT, _RESPONSE, _REPORT)
    longer, with_report = _name(response, _LONG, _RESPONSE, _REPORT), _name(response, _LONG, _RESPONSE)
    return short, longer, with_report, f"{short} ({response.date.year})", f"{short} ({short_date(response.date)})"
