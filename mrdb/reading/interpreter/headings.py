"""The headings of a management response, as its writers vary them in Dutch, French and English."""

import re
from dataclasses import dataclass
from typing import Literal

from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Paragraph
from mrdb.reading.interpreter.sections import MAX_TITLE
from mrdb.text.lexicon import any_name, any_of, counted, is_annex
from mrdb.text.lexicon.names import COUNTED, OF_ORGANISATION, RECOMMENDATION, RECOMMENDATIONS, THEMES, Named, Part

_CHAPTER = r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?"
_ONE = rf"(?:{any_of(RECOMMENDATION)})\b\.?"
_SEVERAL = rf"(?:{any_of(RECOMMENDATIONS)})\b"
_NAME = rf"(?:{_SEVERAL}|{_ONE})(?:\s*/\s*{_ONE})?"
_NR = r"(?:nr\.?|no\.?|nummer|number|numéro|n\s?[°º])\s*"
NUMBER = r"(?-i:[A-Z]{1,3}[-.]?)?\d{1,4}(?:\.\d{1,3}){0,2}(?:(?-i:[a-z])|\s?bis|ter)?|(?-i:[IVX]{1,6}|[A-Z])"
"""``2``, ``1.1``, ``1a``, ``A2``, ``IV``, ``A``."""
_OTHERS = rf"(?:\s*(?:,|&|\+|/|[–-]|\b(?:en|et|and|t/m|tot|to|à)\b)\s*(?:{NUMBER})(?!\w|\.\d))+"
_MARK = r"\s*[:–—.)-]+|\s*\n|\s*\t|\s*$|\s*(?=\([^()]*\)\s*:)"
_RECOMMENDATION = re.compile(
    rf"{_CHAPTER}(?:(?P<name>{_NAME})\s*(?:{_NR})?(?P<hash>#\s*)?|(?P<short>#\s*|(?-i:R)\s?(?=\d)))"
    rf"(?P<number>{NUMBER})(?!\w|\.\d)(?P<others>{_OTHERS})?(?P<mark>{_MARK})?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_FIRST = re.compile(
    rf"\s*(?:(?P<number>{NUMBER})\s*[.):–-]*\s*)?(?P<name>{_ONE})\s*(?P<mark>:|[–—-]\s)\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""``1. Recommendation: …``, and ``Recommendation: …`` without a number."""
_COUNT = any_of(COUNTED)
_IN_WORDS = re.compile(
    rf"{_CHAPTER}(?:(?P<first>{_COUNT})\s+)?(?P<name>{_ONE})(?:\s+(?P<behind>{_COUNT}))?(?P<mark>{_MARK})\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""``Eerste aanbeveling: …``, ``Recommendation One: …``"""
_THEME = re.compile(
    rf"\s*(?:(?P<name>{any_of(THEMES)})\b\s*)?(?:(?P<number>{NUMBER})(?!\w)(?P<mark>[.):]|\s[–—-])\s*)?[:–—-]?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OF = rf"\s+(?:{any_of(OF_ORGANISATION)})\s(?![^:\n]*\b\d{{4}}\b)(?:[^:\n\t,.–]|\.(?=\S)){{2,40}}"


def _named(part: Named, behind: str = "") -> re.Pattern[str]:
    """A name, and what parts it from the text behind it."""
    about = rf"(?:\s+(?:op|bij|voor|to|on|à)\s+(?:la\s+)?{_NAME}\s+(?:{NUMBER}))?"
    return re.compile(
        rf"{_CHAPTER}(?P<name>{any_name(part)})(?:\s*/\s*(?:{any_name(part)}))?{behind}{about}"
        r"(?:\s*(?P<mark>:|\n|\t|$)|(?=\s))\s*(?P<rest>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


_NAMED = re.compile(rf"{_ONE}(?!\s*/)\s+\S", re.IGNORECASE)
_LIST = re.compile(rf"{_CHAPTER}(?:{_SEVERAL})\s*:?\s*", re.IGNORECASE)
_ANSWER, _CONTEXT, _TABLE = _named(Fact.ANSWER), _named(Fact.CONTEXT), _named(Part.ACTIONS)
_ANSWER_OF = _named(Fact.ANSWER, _OF)
"""``Reactie van de directie``"""


@dataclass(frozen=True, slots=True)
class Heading:
    """``number`` is that of a recommendation, "" where it has none; ``number_at`` and ``rest_at`` are places in the
    paragraph. ``is_shared`` tells that it stands above several recommendations. A ``section`` is the heading of a group
    of them, an ``annex`` that of what stands behind all."""

    kind: Literal["recommendation", "answer", "context", "section", "annex", "furniture"]
    paragraph: Paragraph
    rest_at: int
    number: str = ""
    number_at: tuple[int, int] = (0, 0)
    is_shared: bool = False

    @property
    def rest(self) -> Paragraph:
        """The text behind the words of the heading."""
        return self.paragraph.part(self.rest_at)


def heading_of(paragraph: Paragraph, current: str | None, part: str) -> Heading | None:
    """The heading that the paragraph is or begins with.

    ``current`` is the number of the recommendation that it stands under: a sentence that begins with the same one only
    mentions it. ``part`` is where it stands: the context has a heading in front of all recommendations only.
    """
    match paragraph.role:
        case "contents":
            return Heading("furniture", paragraph, len(paragraph.whole))  # Word makes it of the headings below
        case "section":
            return Heading("section", paragraph, 0)
        case "theme":
            return _theme(paragraph)
    if paragraph.mark or paragraph.is_exact:
        return None
    if found := recommendation_heading(paragraph, current, part):
        return found
    for pattern in (_ANSWER, _ANSWER_OF):
        # "Managementrespons: evaluatie Zuid" is the title of the document.
        if (match := _named_in(pattern, paragraph)) and not (part == "head" and match["rest"].strip()):
            return Heading("answer", paragraph, match.start("rest"))
    if paragraph.role in {"heading", "title"} and is_list_heading(paragraph):
        return Heading("furniture", paragraph, len(paragraph.whole))
    if current is None:
        match = _named_in(_CONTEXT, paragraph) if part == "head" else None
        return Heading("context", paragraph, match.start("rest")) if match else None
    if paragraph.role == "heading" and is_annex(paragraph.said):
        return Heading("annex", paragraph, 0)
    match = _named_in(_TABLE, paragraph)
    return Heading("furniture", paragraph, match.start("rest")) if match and not match["rest"].strip() else None


def recommendation_heading(paragraph: Paragraph, current: str | None = None, part: str = "") -> Heading | None:
    """``Aanbeveling 1: …`` and its variants; of "AANBEVELING 2 en 3 : X" the whole text is the title."""
    match = _matched(_RECOMMENDATION, paragraph)
    if match and _is_heading(match, paragraph, current, part):
        if match["others"]:
            return Heading("recommendation", paragraph, 0, match["number"], is_shared=True)
        return Heading("recommendation", paragraph, match.start("rest"), match["number"], match.span("number"))
    match = _IN_WORDS.match(paragraph.whole)
    if match and not paragraph.is_line and bool(match["first"]) != bool(match["behind"]):
        number = counted(match["first"] or match["behind"])
        if number != current or part == "actions" or paragraph.role == "heading":
            return Heading("recommendation", paragraph, match.start("rest"), number)
    match = _matched(_NUMBER_FIRST, paragraph)
    if match is None and part != "text" and _is_loud(paragraph):
        return Heading("recommendation", paragraph, 0)
    if match is None or (not match["number"] and (part == "text" or match["name"].islower())):
        return None
    number_at = match.span("number") if match["number"] else (0, 0)
    return Heading("recommendation", paragraph, match.start("rest"), match["number"] or "", number_at)


def _is_loud(paragraph: Paragraph) -> bool:
    """Whether it looks like the heading of a recommendation that nobody can number: "AANBEVELING OVER DE WERKING"."""
    match = _NAMED.match(paragraph.whole)
    looks_so = paragraph.role == "heading" or paragraph.whole.isupper()
    return bool(match and looks_so and len(paragraph.whole) <= MAX_TITLE and not paragraph.is_line)


def _is_heading(match: re.Match[str], paragraph: Paragraph, current: str | None, part: str) -> bool:
    """Not where a sentence only begins with its name."""
    name, rest = match["name"], match["rest"]
    if (name and name.isupper()) or paragraph.role in {"heading", "title"}:
        return True
    if match["mark"] is None:
        is_title = rest[:1].isupper() and len(rest) <= MAX_TITLE and not paragraph.is_line
        return is_title and not match["others"] and match["number"] != current
    return match["number"] != current or part == "actions"


def is_list_heading(paragraph: Paragraph) -> bool:
    """Whether it stands above several recommendations and says nothing else."""
    return bool(_LIST.fullmatch(paragraph.whole))


def is_theme(paragraph: Paragraph) -> bool:
    """Whether it begins with "Thema" or another word for a recommendation, a number or a colon behind it."""
    match = _THEME.match(paragraph.whole)
    looks_so = paragraph.role in {"heading", "title"}
    return bool(match and match["name"] and match["rest"] and (match["number"] or looks_so or ":" in match[0]))


def number_before_title(paragraph: Paragraph) -> bool:
    """Whether it begins as "2. Versterk …" does; "2.1 …" is the number of an action."""
    match = _THEME.match(paragraph.whole)
    return bool(match and match["number"] and "." not in match["number"] and match["rest"][:1].isupper())


def _theme(paragraph: Paragraph) -> Heading:
    """A heading of a recommendation without that word: ``2. Partnerschappen``, ``Thema: Instroom``."""
    match = _THEME.match(paragraph.whole)
    if match is None:
        return Heading("recommendation", paragraph, 0)
    number_at = match.span("number") if match["number"] else (0, 0)
    return Heading("recommendation", paragraph, match.start("rest"), match["number"] or "", number_at)


def _matched(pattern: re.Pattern[str], paragraph: Paragraph) -> re.Match[str] | None:
    """On a line of paper only in capitals, or with a capital and a colon: other words may stand there by chance."""
    match = pattern.match(paragraph.whole)
    if match is None or not paragraph.is_line:
        return match
    name = match["name"] or ""
    is_apart = name.isupper() or (name[:1].isupper() and (match["mark"] or "").strip()[:1] in {":", "–", "—"})
    return match if is_apart and paragraph.may_be_cut(match.start("rest")) else None


def _named_in(pattern: re.Pattern[str], paragraph: Paragraph) -> re.Match[str] | None:
    """A name that stands alone or before a colon or the end of a line; in capitals on paper, before anything."""
    match = _matched(pattern, paragraph)
    return match if match and (match["mark"] is not None or paragraph.is_line) else None
