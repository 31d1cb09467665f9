"""The decision list as a Word document that one hands to a board."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from docx.document import Document as WordDocument
from docx.shared import Cm

from mrdb.domain.decisions import Minutes
from mrdb.domain.facts import Fact
from mrdb.domain.meeting import Round
from mrdb.exchange.word import (
    CELL_HEADING,
    HEADING_SHADE,
    TABLE_STYLE,
    add_facts,
    add_led,
    clean,
    finished,
    keep_whole,
    new_document,
    set_style,
    shade,
)
from mrdb.reading.word.styles import TABLE_TEXT
from mrdb.text import decisions as words
from mrdb.text import nl
from mrdb.text.dates import long_date
from mrdb.text.decision_list import AGREEMENT_COLUMNS, facts, lines
from mrdb.text.decisions import subjects
from mrdb.text.labels import FACT

WIDTHS = Cm(4), Cm(9.3), Cm(2.7)
"""Of the table of agreements: who, what, by when; they fill the page."""


def decision_document(round_: Round, text: str, minutes: Minutes | None, at: datetime) -> bytes:
    """The list in ``text`` as a ``.docx``; as long as there are no ``minutes`` it says that it is a draft.

    ``at`` (aware) is when the file is made.
    """
    document, moment = new_document("decisions.docx"), round_.moment
    document.add_paragraph(words.TITLE, style="Title")
    document.add_paragraph(clean(moment.title) or FACT[Fact.MOMENT], style="Subtitle")
    add_facts(document, facts(round_))
    for is_row, group in groupby(lines(clean(text)), key=lambda line: bool(line.cells)):
        if is_row:
            _add_agreements(document, [line.cells for line in group])
            continue
        for line in group:
            if line.heading:
                document.add_paragraph(line.heading, style="Heading 2" if line.is_group else "Heading 1")
            else:
                add_led(document, "List Bullet", line.lead, line.rest)
    return finished(
        document,
        words.fixed_by(clean(minutes.author), minutes.at) if minutes else words.DRAFT,
        title=f"{words.TITLE} {long_date(moment.date)}",
        subject=subjects(action.recommendation.response for action in round_.actions),
        author=minutes.author if minutes else nl.APP,
        comments="" if minutes else words.DRAFT,
        made=minutes.at if minutes else at,
    )


def _add_agreements(document: WordDocument, rows: Sequence[tuple[str, ...]]) -> None:
    table = document.add_table(rows=0, cols=len(WIDTHS), style=TABLE_STYLE)
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width
    for said in (AGREEMENT_COLUMNS, *rows):
        is_heading = said is AGREEMENT_COLUMNS
        row = table.add_row()
        keep_whole(row, is_heading=is_heading)
        for cell, text, width in zip(row.cells, said, WIDTHS, strict=True):
            cell.width, cell.text = width, text
            set_style(cell.paragraphs[0], CELL_HEADING if is_heading else TABLE_TEXT)
    shade(table.rows[0], HEADING_SHADE)
