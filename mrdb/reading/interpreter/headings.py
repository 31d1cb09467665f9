"""The headings of a management response, as its writers vary them."""

import re
from dataclasses import dataclass
from typing import Literal

from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Paragraph
from mrdb.text.lexicon import RECOMMENDATION, Named, Part, any_name

_CHAPTER = r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?"
_RECOMMENDATION = re.compile(
    rf"{_CHAPTER}(?P<name>{RECOMMENDATION})\s*(?:nr\.?|nummer|n°)?\s*(?P<number>\d{{1,4}})(?![\d.]*\d)"
    r"(?P<mark>\s*[:–—.)-]+|\s*\n|\s*\t|\s*$)?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def _named(part: Named) -> re.Pattern[str]:
    """A name, and what parts it from the text behind it."""
    about = r"(?:\s+(?:op|bij|voor)\s+aanbeveling\s+\d+)?"
    return re.compile(
        rf"{_CHAPTER}(?P<name>{any_name(part)}){about}(?:\s*(?P<mark>:|\n|\t|$)|(?=\s))\s*(?P<rest>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


_ANSWER, _CONTEXT, _TABLE = _named(Fact.ANSWER), _named(Fact.CONTEXT), _named(Part.ACTIONS)


@dataclass(frozen=True, slots=True)
class Heading:
    """``number`` is that of a recommendation, else 0; ``number_at`` and ``rest_at`` are places in the paragraph."""

    kind: Literal["recommendation", "answer", "context", "furniture"]
    paragraph: Paragraph
    rest_at: int
    number: int = 0
    number_at: tuple[int, int] = (0, 0)

    @property
    def rest(self) -> Paragraph:
        """The text behind the words of the heading."""
        return self.paragraph.part(self.rest_at)


def heading_of(paragraph: Paragraph, current: int | None, part: str) -> Heading | None:
    """The heading that the paragraph is or begins with.

    ``current`` is the number of the recommendation that it stands under: a sentence that begins with the same one only
    mentions it. ``part`` is where it stands: the context has a heading in front of all recommendations only.
    """
    if paragraph.role == "contents":
        return Heading("furniture", paragraph, len(paragraph.whole))  # Word makes it of the headings below
    if paragraph.mark or paragraph.is_exact:
        return None
    if found := recommendation_heading(paragraph, current, part):
        return found
    # "Managementrespons: evaluatie Zuid" is the title of the document.
    if (match := _named_in(_ANSWER, paragraph)) and not (part == "head" and match["rest"].strip()):
        return Heading("answer", paragraph, match.start("rest"))
    if current is None:
        match = _named_in(_CONTEXT, paragraph) if part == "head" else None
        return Heading("context", paragraph, match.start("rest")) if match else None
    match = _named_in(_TABLE, paragraph)
    return Heading("furniture", paragraph, match.start("rest")) if match and not match["rest"].strip() else None


def recommendation_heading(paragraph: Paragraph, current: int | None = None, part: str = "") -> Heading | None:
    match = _matched(_RECOMMENDATION, paragraph)
    if match is None:
        return None
    number = int(match["number"])
    looks_so = match["name"].isupper() or paragraph.role in {"heading", "title"}
    if not looks_so and (match["mark"] is None or (number == current and part != "actions")):
        return None
    return Heading("recommendation", paragraph, match.start("rest"), number, match.span("number"))


def _matched(pattern: re.Pattern[str], paragraph: Paragraph) -> re.Match[str] | None:
    """On a line of paper only in capitals: any other word may stand there by chance."""
    match = pattern.match(paragraph.whole)
    if match is None or not paragraph.is_line:
        return match
    return match if match["name"].isupper() and paragraph.may_be_cut(match.start("rest")) else None


def _named_in(pattern: re.Pattern[str], paragraph: Paragraph) -> re.Match[str] | None:
    """A name that stands alone or before a colon or the end of a line; in capitals on paper, before anything."""
    match = _matched(pattern, paragraph)
    return match if match and (match["mark"] is not None or paragraph.is_line) else None
