"""Whether management accepts a recommendation, as the first words of its answer or a cell of its own say."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mrdb.domain.facts import Fact
from mrdb.domain.status import Acceptance
from mrdb.domain.wording import plain
from mrdb.reading.boxes import boxes_of
from mrdb.text.acceptances import (
    ACCEPTED,
    AROUND,
    BECAUSE,
    BUT,
    FULLY,
    GOES,
    LARGELY,
    NO,
    NOT,
    OVER,
    PARTIALLY,
    PARTIALLY_IN_WORDS,
    REJECTED,
    SAYS,
    TAKES,
    THE,
    WITH,
    YES,
)
from mrdb.text.lexicon import is_name_of

_ADDED = re.compile(r"(?:\[[^\]]*\]\s*)+")
"""``[Added: 2012/10/07]``, as the register of the UN puts it in front."""
_END = re.compile(
    rf"\s*(?:\.(?!\w)|[:;,(!?\n–—|]|\s-\s|\b(?:{BECAUSE})\b|$)[\s.:;,–—-]*(?:\b(?:{BECAUSE})\b\s*)?", re.IGNORECASE
)
_BUT = re.compile(rf"(?:{BUT})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_WITHIN = 120
"""Characters: words that accept it stand at the very beginning."""
_KNOWN = ACCEPTED | REJECTED | PARTIALLY | NOT | AROUND


class AcceptanceSaid(NamedTuple):
    """``reason`` is what follows on words that do not accept all of it.

    ``is_sure`` is False where words speak of accepting, and nobody can tell what they mean.
    """

    acceptance: Acceptance | None
    reason: str
    is_sure: bool


NOTHING_SAID = AcceptanceSaid(None, "", True)
_UNCLEAR = AcceptanceSaid(None, "", False)


def read_acceptance(text: str, *, is_cell: bool = False) -> AcceptanceSaid:
    """``text`` is the answer, or with ``is_cell`` what stands in a column of its own, where "Ja" says it too.

    "Akkoord met het belang van …" does not say that the recommendation is accepted, and "Akkoord, maar …" not how far.
    """
    added = _ADDED.match(text)
    said = text[added.end() if added else 0 :].strip()
    if boxes := boxes_of(said):
        ticked = [box.label for box in boxes if box.is_ticked]
        return read_acceptance(ticked[0], is_cell=True) if len(ticked) == 1 and ticked[0] else _UNCLEAR
    label, colon, behind = said.partition(":")
    if colon and not is_cell and is_name_of(label, Fact.ACCEPTANCE):
        inner = read_acceptance(behind, is_cell=True)
        if inner.acceptance:
            return inner
    end = next((found for found in _END.finditer(said[:_WITHIN]) if found.start()), None)
    if end is None:
        return NOTHING_SAID
    words = _WORD.findall(plain(said[: end.start()]))
    acceptance = _of_cell(words) if is_cell else None
    acceptance = acceptance or _meant(words)
    rest = said[end.end() :].strip()
    if acceptance is None:
        return _UNCLEAR if _is_unclear(words) or (is_cell and said) else NOTHING_SAID
    if acceptance == Acceptance.ACCEPTED and _BUT.match(rest):
        return _UNCLEAR
    return AcceptanceSaid(acceptance, _first_line(rest, end[0]) if acceptance.wants_reason else "", True)


def _first_line(rest: str, sign: str) -> str:
    line = rest.partition("\n")[0].strip()
    return line.removesuffix(")") if "(" in sign else line


def _of_cell(words: Sequence[str]) -> Acceptance | None:
    """What stands there without a verb: "Ja", "Deels", "En partie"."""
    said = " ".join(words)
    if said in YES:
        return Acceptance.ACCEPTED
    if said in NO:
        return Acceptance.REJECTED
    return Acceptance.PARTIALLY_ACCEPTED if said in {*PARTIALLY, *PARTIALLY_IN_WORDS} else None


def _meant(words: Sequence[str]) -> Acceptance | None:
    """What a clause says that holds no other words than those; the name of an organisation may stand in front."""
    said = " ".join(words)
    is_part = any(f" {one} " in f" {said} " for one in PARTIALLY_IN_WORDS) or not PARTIALLY.isdisjoint(words)
    for one in PARTIALLY_IN_WORDS:
        said = said.replace(one, "")
    left = said.split()
    if OVER in left and not TAKES.isdisjoint(left):
        left[left.index(OVER)] = "overgenomen"
    verb = next((n for n, word in enumerate(left[:4]) if word in SAYS), 0)
    if left and left[0] not in _KNOWN:
        left = left[verb:]
    if left[:1] and left[0] in THE and set(left[2:3]) & (SAYS | TAKES | GOES):
        left = left[2:]
    if not _KNOWN.issuperset(left):
        return None
    is_not, is_rejected = not NOT.isdisjoint(left), not REJECTED.isdisjoint(left)
    if ACCEPTED.isdisjoint(left) == (not is_rejected) or (is_not and (is_part or is_rejected)):
        return None
    if is_not and not FULLY.isdisjoint(left[left.index(next(word for word in left if word in NOT)) :]):
        return None  # "niet volledig akkoord"; "helemaal niet akkoord" is clear
    if is_rejected or is_not:
        return None if is_part else Acceptance.REJECTED
    return Acceptance.PARTIALLY_ACCEPTED if is_part else Acceptance.ACCEPTED


def _is_unclear(words: Sequence[str]) -> bool:
    """Whether they begin to accept or reject and go on with words that may limit it."""
    first = next((n for n, word in enumerate(words) if word not in NOT | PARTIALLY | AROUND | LARGELY), None)
    if first is None:
        return False
    if not LARGELY.isdisjoint(words):
        return words[first] in ACCEPTED | REJECTED
    is_limited = not (NOT | PARTIALLY).isdisjoint(words[:first])
    if words[first] in REJECTED or is_limited:
        return words[first] in ACCEPTED | REJECTED
    is_of_something = WITH.issuperset(words[first + 1 : first + 2]) and THE.issuperset(words[first + 2 : first + 3])
    return words[first] in ACCEPTED and not is_of_something
