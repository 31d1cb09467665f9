"""The headings of a management response in Word, as its writers vary them."""

import re
from dataclasses import dataclass
from typing import Literal

from mrdb.domain.facts import Fact
from mrdb.reading.word.body import Paragraph
from mrdb.text.lexicon import RECOMMENDATION, Named, Part, any_name

_CHAPTER = r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?"
_RECOMMENDATION = re.compile(
    rf"{_CHAPTER}(?P<word>{RECOMMENDATION})\s*(?:nr\.?|nummer|n°)?\s*(?P<number>\d{{1,4}})(?![\d.]*\d)"
    r"(?P<mark>\s*[:–—.)-]+|\s*\n|\s*\t|\s*$)?(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def _named(part: Named) -> re.Pattern[str]:
    """A name that stands alone, or before a colon or the end of a line."""
    about = r"(?:\s+(?:op|bij|voor)\s+aanbeveling\s+\d+)?"
    return re.compile(
        rf"{_CHAPTER}(?:{any_name(part)}){about}\s*(?P<mark>:|\n|\t|$)(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
    )


_ANSWER, _CONTEXT, _TABLE = _named(Fact.ANSWER), _named(Fact.CONTEXT), _named(Part.ACTIONS)


@dataclass(frozen=True, slots=True)
class Heading:
    """``rest`` is the text behind its words; ``number`` that of a recommendation, else 0."""

    kind: Literal["recommendation", "answer", "context", "furniture"]
    paragraph: Paragraph
    rest: str = ""
    number: int = 0


def heading_of(paragraph: Paragraph, current: int | None, part: str) -> Heading | None:
    """The heading that the paragraph is or begins with.

    ``current`` is the number of the recommendation that it stands under: a sentence that begins with the same one only
    mentions it. ``part`` is where it stands: the context has a heading in front of all recommendations only.
    """
    if paragraph.style.casefold().startswith("toc"):
        return Heading("furniture", paragraph)  # Word makes it of the headings below
    if paragraph.mark or paragraph.is_exact:
        return None
    text = f"{paragraph.label} {paragraph.text}".strip()
    return (
        _recommendation(paragraph, text, current, part)
        or _answer(paragraph, text, part)
        or _context(paragraph, text, current, part)
        or _table(paragraph, text, current)
    )


def _recommendation(paragraph: Paragraph, text: str, current: int | None, part: str) -> Heading | None:
    match = _RECOMMENDATION.match(text)
    if match is None:
        return None
    number = int(match["number"])
    looks_so = match["word"].isupper() or paragraph.is_heading
    if not looks_so and (match["mark"] is None or (number == current and part != "actions")):
        return None
    return Heading("recommendation", paragraph, match["rest"].strip(), number)


def _answer(paragraph: Paragraph, text: str, part: str) -> Heading | None:
    match = _ANSWER.match(text)
    if match is None or (part == "head" and match["rest"].strip()):
        return None  # "Managementrespons: evaluatie Zuid" is the title of the document
    return Heading("answer", paragraph, match["rest"].strip())


def _context(paragraph: Paragraph, text: str, current: int | None, part: str) -> Heading | None:
    match = _CONTEXT.match(text)
    if match is None or current is not None or part != "head":
        return None
    return Heading("context", paragraph, match["rest"].strip())


def _table(paragraph: Paragraph, text: str, current: int | None) -> Heading | None:
    match = _TABLE.match(text)
    if match is None or current is None or match["rest"].strip():
        return None
    return Heading("furniture", paragraph)
