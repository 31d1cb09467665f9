"""One recommendation of the draft: its title, text, answer, and the actions under it."""

from collections.abc import Sequence

from mrdb.domain.draft import DoubtKind, DraftRecommendation
from mrdb.reading.assembly import MAX_TITLE
from mrdb.reading.ocr.actions import ActionReader
from mrdb.reading.ocr.outline import Section
from mrdb.reading.ocr.paragraphs import cell_text, running_text
from mrdb.reading.ocr.source import Ledger, Line, Word, read_text_of
from mrdb.reading.ocr.tables import rows_of


def read_recommendation(
    section: Section, title_words: Sequence[Word], actions: ActionReader, ledger: Ledger
) -> DraftRecommendation:
    """``title_words`` is the title as a correction gathered it; empty where the lines of the heading hold it."""
    place = f"recommendation {section.number}"
    if title_words:
        ledger.field(f"{place} / title", title_words)
        title, text_lines = read_text_of(title_words), (*section.title, *section.text)
    else:
        title, text_lines = cell_text(section.title, f"{place} / title", ledger), section.text
        _doubt_title(section, title, ledger)
    before, rows = rows_of(section.table, section.number)
    _doubt_lines(before, ledger)
    text = running_text(text_lines, f"{place} / text", ledger)
    answer = running_text((*section.answer, *before), f"{place} / answer", ledger)
    if not (title and text and answer and rows):
        ledger.doubt(section.heading.number, DoubtKind.MISSING_FIELD, section.heading.found)
    return DraftRecommendation(
        number=section.number,
        title=title,
        text=text,
        answer=answer,
        acceptance=None,
        acceptance_reason="",
        actions=tuple(actions.read(row) for row in rows),
    )


def _doubt_title(section: Section, title: str, ledger: Ledger) -> None:
    """A text that begins in the middle of a sentence has left its beginning in the title."""
    first = next((line for line in section.text if line.words), None)
    if (first and first.words[0].read[:1].islower() and len(first.words[0].read) > 1) or len(title) > MAX_TITLE:
        ledger.doubt(section.heading.number, DoubtKind.TITLE_TORN, section.heading.found)


def _doubt_lines(lines: Sequence[Line], ledger: Ledger) -> None:
    for line in lines:
        if line.words:
            ledger.doubt(line.number, DoubtKind.NOT_PLACED, line.found)
