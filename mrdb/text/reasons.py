"""Why a deadline moved, in the words that somebody typed, as the end of a sentence."""

import re
from itertools import pairwise

_CONJUNCTIONS = ("aangezien", "daar", "doordat", "nadat", "nu", "om", "omdat", "want", "zodat")
_PREPOSITIONS = (
    "bij", "dankzij", "door", "gezien", "in", "na", "omwille", "op", "ten", "vanwege", "voor", "wegens",
)  # fmt: skip
"""With a conjunction, or a preposition and no verb, a reason goes on from the sentence by itself."""
_OPENING = (
    "aan", "alle", "als", "de", "deze", "die", "dit", "dat", "een", "er", "geen", "het", "hij", "ik", "men", "met",
    "nog", "onze", "ons", "pas", "te", "uit", "van", "we", "wij", "ze", "zij", "zonder",
)  # fmt: skip
"""Words that have a capital only because a sentence began with them: no names."""
_VERBS = (
    "gaat", "gaan", "had", "heeft", "hebben", "is", "kan", "komt", "komen", "kunnen", "moet", "moeten", "was", "waren",
    "werd", "werden", "wil", "wordt", "worden", "zal", "zijn", "zullen",
)  # fmt: skip
"""In the middle of a reason these betray the word order of a main clause, which "omdat" does not bear."""
_BEFORE_NOUN = ("de", "een", "geen", "ons", "onze")
_NO_VERBS = ("dat", "dit", "het", "met", "niet", "tot", "uit", "wat")


def because(reason: str) -> str:
    """What follows a sentence: ``, omdat de directeur ziek is``, ``, wegens ziekte`` or ``. Reden: geen budget``.

    A reason goes on with "omdat" where its words bear that; else it becomes a sentence of its own.
    """
    words = " ".join(reason.split()).rstrip(" ,;:")
    if not words:
        return ""
    first, is_lower = words.split()[0].rstrip(",:").lower(), words[0].islower()
    if first == "reden":
        return f". {reason_sentence(words)}"
    goes_on = first in _CONJUNCTIONS or (first in _PREPOSITIONS and not _verbs(words))
    if goes_on:
        return f", {words[0].lower()}{words[1:]}"
    if (is_lower or first in _OPENING) and _is_subordinate(words):
        return f", omdat {words[0].lower()}{words[1:]}"
    return f". {reason_sentence(words)}"


def because_alone(reason: str) -> str:
    """The same where nothing stands before it: ``omdat de directeur ziek is``, ``Reden: geen budget``."""
    return because(reason).lstrip(",. ")


def reason_sentence(words: str) -> str:
    """``Reden: geen budget``, also where people typed "Reden:" themselves."""
    return f"Reden: {_after_colon(_without_word(words))}"


def _is_subordinate(words: str) -> bool:
    """Whether "omdat" may stand before it: there is a verb, not in the place that it has in "de directeur is ziek"."""
    inside = re.findall(r"\w+", words.lower())[:-1]
    is_one = not re.search(r"[.!?]\s", words)
    return is_one and bool(_verbs(words)) and not any(word in _VERBS for word in inside)


def _verbs(words: str) -> list[str]:
    """What looks like a finite verb: a well-known one, or a word in -t that is none of the small ones, and no noun."""
    found = pairwise(re.findall(r"\w+", words.lower()))
    return [word for before, word in found if word in _VERBS or _ends_as_verb(word, before)]


def _ends_as_verb(word: str, before: str) -> bool:
    return word.endswith("t") and word not in _NO_VERBS and before not in _BEFORE_NOUN


def _after_colon(words: str) -> str:
    return (
        f"{words[:1].lower()}{words[1:]}"
        if words.split(" ")[0].lower() in (*_OPENING, *_CONJUNCTIONS, *_PREPOSITIONS)
        else words
    )


def _without_word(words: str) -> str:
    """People type "Reden:" themselves, too."""
    return re.sub(r"^reden\s*:\s*", "", words, flags=re.IGNORECASE)
