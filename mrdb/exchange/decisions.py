"""The decision list as a Word document that one hands to a board."""

from datetime import datetime

from docx.document import Document as WordDocument
from docx.shared import Cm

from mrdb.domain.decisions import Minutes
from mrdb.domain.response import Moment
from mrdb.exchange.word import (
    ACCENT,
    INK,
    QUIET,
    Look,
    add_facts,
    add_footer,
    clean,
    new_document,
    paragraph_style,
    saved,
    set_properties,
    set_reading,
    set_styles,
)
from mrdb.text import decisions as words
from mrdb.text.nl import APP, listed

TEXT_WIDTH = Cm(16)
LABEL_WIDTH = Cm(4.8)
LOOKS = {
    "Normal": Look(11, INK, False, 0, 6),
    "Title": Look(26, ACCENT, True, 0, 2),
    "Subtitle": Look(14, QUIET, False, 0, 14),
    "Heading 1": Look(13, ACCENT, True, 14, 6),
    "List Bullet": Look(11, INK, False, 0, 7),
    "Footer": Look(9, QUIET, False, 0, 0),
}


def decision_document(moment: Moment, subjects: str, text: str, minutes: Minutes | None, at: datetime) -> bytes:
    """The list in ``text`` as a ``.docx``; as long as there are no ``minutes`` it says that it is a draft.

    ``subjects`` are those of the management responses, one a line. ``at`` (aware) is when the file is made.
    """
    document = new_document()
    _set_page(document)
    set_styles(document, LOOKS)
    for name in ("Normal", "List Bullet"):
        set_reading(paragraph_style(document, name))
    document.add_paragraph(words.TITLE, style="Title")
    document.add_paragraph(clean(moment.title) or words.MOMENT, style="Subtitle")
    add_facts(document, _facts(moment, subjects), LABEL_WIDTH)
    for line in words.lines(clean(text)):
        if not line.rest:
            document.add_paragraph(line.lead.removesuffix(":"), style="Heading 1")
            continue
        item = document.add_paragraph(style="List Bullet")
        if line.lead:
            item.add_run(line.lead).bold = True
        item.add_run(f" {line.rest}" if line.lead else line.rest)
    state = words.fixed_by(clean(minutes.author), minutes.at) if minutes else words.DRAFT
    add_footer(document, state, words.PAGE, TEXT_WIDTH)
    _set_properties(document, moment, subjects, minutes, at)
    return saved(document)


def _facts(moment: Moment, subjects: str) -> list[tuple[str, str]]:
    return [
        (words.DATE, words.held_on(moment.date)),
        (words.ATTENDEES, listed(moment.attendees)),
        (words.SUBJECT, subjects),
        (words.NEXT_MEETING, words.held_on(moment.next_date) if moment.next_date else ""),
    ]


def _set_page(document: WordDocument) -> None:
    """A4; the template that python-docx brings has American paper."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)


def _set_properties(
    document: WordDocument, moment: Moment, subjects: str, minutes: Minutes | None, at: datetime
) -> None:
    set_properties(
        document,
        title=f"{words.TITLE} {words.held_on(moment.date).lower()}",
        subject=subjects,
        author=minutes.author if minutes else APP,
        comments="" if minutes else words.DRAFT,
        made=minutes.at if minutes else at,
    )
