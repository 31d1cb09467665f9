"""The headings of recommendations in a document that does not call them so, and those of groups of them."""

from collections.abc import Sequence
from dataclasses import replace

from mrdb.domain.facts import Fact
from mrdb.reading.blocks import Block, Grid, Paragraph, Role, paragraphs_of
from mrdb.reading.interpreter.headings import (
    heading_of,
    is_list_heading,
    is_theme,
    number_before_title,
    recommendation_heading,
)
from mrdb.text.lexicon import columns_named, is_annex
from mrdb.text.lexicon.names import DOCUMENT_COLUMNS

_LONGEST_SECTION = 60
"""Characters of "HIGH PRIORITY"."""


def with_themes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the roles ``theme`` and ``section`` where the document shows them.

    A theme is, in a document without a single recommendation by that word: "Thema: …"; what is numbered or looks like a
    heading under "Aanbevelingen"; or the last heading above each answer or each table of actions. The first line of all
    is the title of the document.
    """
    if any(recommendation_heading(one) for one in paragraphs_of(blocks) if not one.is_exact):
        return _with_sections(blocks)
    is_in_table = any(isinstance(one, Grid) and _names(one, Fact.RECOMMENDATION) for one in blocks)
    first = next((n for n, one in enumerate(blocks) if isinstance(one, Paragraph) and one.said), 0)
    for find in (_above_answers,) if is_in_table else (_named_themes, _listed, _above_answers, _above_actions):
        found = set(find(blocks))
        if found - {first}:
            return [_as(one, "theme") if n in found else one for n, one in enumerate(blocks)]
    return list(blocks)


def _as(block: Block, role: Role) -> Block:
    return replace(block, role=role) if isinstance(block, Paragraph) else block


def _with_sections(blocks: Sequence[Block]) -> list[Block]:
    """A heading right above that of a recommendation is about more than one."""
    found = list(blocks)
    above: int | None = None
    for n, block in enumerate(blocks):
        if isinstance(block, Grid):
            above = None
        elif block.said:
            is_first = not block.is_exact and recommendation_heading(block) is not None
            if is_first and above is not None:
                found[above] = _as(blocks[above], "section")
            above = n if not is_first and _may_be_section(block) else None
    return found


def _may_be_section(paragraph: Paragraph) -> bool:
    if paragraph.is_line or paragraph.mark or paragraph.is_exact or len(paragraph.said) > _LONGEST_SECTION:
        return False
    is_loud = paragraph.said.isupper() and not any(sign.isdecimal() or sign == ":" for sign in paragraph.said)
    is_other = heading_of(paragraph, "", "text") or heading_of(paragraph, None, "head") or is_list_heading(paragraph)
    return (is_loud or paragraph.role == "heading") and not is_other


def _named_themes(blocks: Sequence[Block]) -> list[int]:
    """``Thema: Instroom``, more than once."""
    found = [n for n, one in enumerate(blocks) if isinstance(one, Paragraph) and _is_open(one) and is_theme(one)]
    return found if len(found) > 1 else []


def _listed(blocks: Sequence[Block]) -> list[int]:
    """What follows on "Aanbevelingen": the headings, or else the numbered paragraphs."""
    start = next((n for n, one in enumerate(blocks) if isinstance(one, Paragraph) and is_list_heading(one)), None)
    if start is None:
        return []
    below = [(n, one) for n, one in enumerate(blocks) if n > start and isinstance(one, Paragraph) and one.said]
    ends = (place for place, (_, one) in enumerate(below) if _is_heading(one) and is_annex(one.said))
    below = below[: next(ends, None)]
    headings = [(n, one) for n, one in below if _is_heading(one)]
    numbered = [n for n, one in headings if number_before_title(one)]
    if headings:
        return numbered if len(numbered) > 1 else [n for n, _ in headings]
    return [n for n, one in below if _is_open(one) and number_before_title(one)]


def _above_answers(blocks: Sequence[Block]) -> list[int]:
    """The last heading, or the last numbered line, above each answer."""
    found: list[int] = []
    last: int | None = None
    for n, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not block.said:
            continue
        heading = heading_of(block, "", "text")
        if heading is not None and heading.kind == "answer" and last is not None:
            found.append(last)
            last = None
        elif _is_heading(block) or (_is_open(block) and number_before_title(block)):
            last = n
    return found


def _above_actions(blocks: Sequence[Block]) -> list[int]:
    """The last heading above each table of actions."""
    found: list[int] = []
    last: int | None = None
    for n, block in enumerate(blocks):
        if isinstance(block, Grid):
            if last is not None and _names(block, Fact.ACTION_TEXT):
                found.append(last)
                last = None
        elif _is_heading(block):
            last = n
    return found


def _is_open(paragraph: Paragraph) -> bool:
    return not (paragraph.mark or paragraph.is_exact or paragraph.is_line or paragraph.role == "contents")


def _is_heading(paragraph: Paragraph) -> bool:
    """By its look, and not one of those that every recommendation has."""
    looks_so = paragraph.role == "heading" and bool(paragraph.said)
    return looks_so and heading_of(paragraph, "", "text") is None and not is_list_heading(paragraph)


def _names(grid: Grid, fact: Fact) -> bool:
    """Whether one of its first rows has a title of that column, and one of another."""
    for row in grid.rows[:3]:
        named = {of for cell in row.filled for of in columns_named(cell.said, DOCUMENT_COLUMNS)}
        if fact in named and len(named) > 1:
            return True
    return False
