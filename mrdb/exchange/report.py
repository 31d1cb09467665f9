"""The management response as a Word document for a board, in the shape of the source, filled for one moment."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell

from mrdb.domain.codes import code_of
from mrdb.domain.facts import Fact
from mrdb.domain.followup import current_status, last_report, last_said
from mrdb.domain.response import (
    BULLET,
    SUB_BULLET,
    Action,
    Change,
    ManagementResponse,
    Moment,
    Recommendation,
)
from mrdb.domain.rewind import standing
from mrdb.domain.status import Status
from mrdb.domain.summary import Summary, summary
from mrdb.exchange import word
from mrdb.exchange.row_height import LINE, row_height
from mrdb.exchange.word import clean
from mrdb.reading.word.styles import (
    ACCEPTANCE,
    REPORT_BULLET,
    REPORT_HEADING,
    REPORT_NOTE,
    TABLE_AGREEMENT,
    TABLE_BULLET,
    TABLE_NOTE,
    TABLE_SUB_BULLET,
    TABLE_TEXT,
)
from mrdb.text import nl
from mrdb.text import report as words
from mrdb.text import summary as summary_words
from mrdb.text.colours import STATUS_LOOK
from mrdb.text.dates import long_date
from mrdb.text.history import agreement_words
from mrdb.text.labels import FACT, HEADING, NO_REPORT, STATUS

MOST = 5
"""Actions in a list of the summary: all of them stand in the tables."""
SPACE_ABOVE_TABLE = Pt(12)
PROMISED = {Fact.ACTION_TEXT: Cm(6.4), Fact.CALENDAR: Cm(6.2), Fact.RESPONSIBLE: Cm(3.6)}
FOLLOWED_UP = {Fact.STATUS: Cm(2.3), Fact.COMMENT: Cm(7.2)}
COLUMNS = PROMISED | FOLLOWED_UP
"""The columns of the table, as in the source, and how wide they are; they fill the page."""
DIGIT = Pt(4.8)
"""The width of one in the text of the table, Calibri 9.5."""
HIGHEST_WHOLE = 10 * LINE
"""About a quarter of a page: a higher row breaks, because whole it would leave the page before it empty."""


def report_document(
    response: ManagementResponse,
    recommendations: Sequence[Recommendation],
    actions: Sequence[Action],
    moment: Moment,
    at: datetime,
    *,
    journal: Sequence[Change] = (),
) -> bytes:
    """The bytes of a ``.docx``; remarks that stay inside are never in it.

    ``recommendations`` and ``actions`` are those of this response as they stood at ``moment`` (for an action:
    ``comparison.action_as_of``), in the order of the document. ``journal``, the newest line first, adds why deadlines
    moved, and which ones were laid down where the document had none. ``at`` (aware) is when the file is made.
    """
    document = word.new_document("report.docx")
    _add_head(document, response, moment)
    if actions:
        _add_summary(document, summary(actions, moment.date))
    _add_opening(document, response)
    moves = tuple(line for line in standing(journal) if line.fact == Fact.PERIOD)
    for recommendation in recommendations:
        _add_recommendation(document, recommendation)
        own = [action for action in actions if action.recommendation.id == recommendation.id]
        _add_actions(document, recommendation, own, moment, moves)
    footer, title = words.footer(moment, at), words.title(moment)
    return word.finished(document, footer, title=title, subject=response.subject, author=nl.APP, made=at)


def _add_head(document: WordDocument, response: ManagementResponse, moment: Moment) -> None:
    facts = [
        (nl.DATE, long_date(response.date)),
        (FACT[Fact.SENDER], response.sender),
        (FACT[Fact.RECIPIENT], response.recipient),
        (FACT[Fact.DOCUMENT_NUMBER], response.document_number),
        (words.AS_OF, words.moment_words(moment)),
    ]
    document.add_paragraph(clean(response.subject), style="Title")
    word.add_facts(document, facts)


def _add_summary(document: WordDocument, found: Summary) -> None:
    """Half a page for who reads no further: how many stand where, what is late, what is due soon."""
    document.add_paragraph(summary_words.TITLE, style=REPORT_HEADING)
    word.add_led(document, REPORT_NOTE, *summary_words.counted(found.counts))
    lists = (summary_words.late(len(found.late)), found.late), (summary_words.soon(len(found.soon)), found.soon)
    for lead, pressing in lists:
        word.add_led(document, REPORT_NOTE, lead, "")
        document.paragraphs[-1].paragraph_format.keep_with_next = bool(pressing)
        for one in pressing[:MOST]:
            word.add_led(document, REPORT_BULLET, *map(clean, summary_words.pressing(one, found.today)))
        if len(pressing) > MOST:
            document.add_paragraph(summary_words.more(len(pressing) - MOST), style=REPORT_NOTE)


def _add_opening(document: WordDocument, response: ManagementResponse) -> None:
    if response.context:
        document.add_paragraph(FACT[Fact.CONTEXT], style="Heading 1")
        _add_prose(document, response.context)
    document.add_paragraph(words.ANSWER, style="Heading 1")


def _add_recommendation(document: WordDocument, recommendation: Recommendation) -> None:
    document.add_paragraph(clean(words.heading(recommendation)), style="Heading 2")
    _add_prose(document, recommendation.text)
    document.add_paragraph(words.ANSWER, style="Heading 3")
    verdict = words.acceptance_words(recommendation)
    word.add_led(document, ACCEPTANCE, *verdict)
    _add_prose(document, recommendation.answer)
    if not (recommendation.answer or any(verdict)):
        document.add_paragraph(words.NO_ANSWER, style=REPORT_NOTE)
    if recommendation.realisation:
        word.add_led(document, REPORT_NOTE, *words.realisation_words(recommendation.realisation))


def _add_prose(document: WordDocument, text: str) -> None:
    for style, line in _lines(text, "Body Text", "List Bullet", "List Bullet 2"):
        paragraph = document.add_paragraph(line, style=style)
        if line.endswith(":"):
            paragraph.paragraph_format.keep_with_next = True  # it announces what follows


def _lines(
    text: str, plain: str, bullet: str, sub_bullet: str, *, keeps_empty: bool = False
) -> Iterator[tuple[str, str]]:
    """Each line with the style it takes: paragraphs, list items and items of a list inside it."""
    for line in map(str.strip, clean(text).split("\n")) if clean(text) else ():
        if not line and not keeps_empty:
            continue
        if line.startswith(BULLET):
            yield bullet, line.removeprefix(BULLET)
        elif line.startswith(SUB_BULLET):
            yield sub_bullet, line.removeprefix(SUB_BULLET)
        else:
            yield plain, line


def _add_actions(
    document: WordDocument,
    recommendation: Recommendation,
    actions: Sequence[Action],
    moment: Moment,
    moves: tuple[Change, ...],
) -> None:
    if not actions:
        document.add_paragraph(words.no_actions(recommendation.acceptance), style=REPORT_NOTE)
        return
    document.paragraphs[-1].paragraph_format.space_after = SPACE_ABOVE_TABLE
    table = document.add_table(rows=2, cols=len(COLUMNS), style=word.TABLE_STYLE)
    table.autofit = False
    for column, width in zip(table.columns, COLUMNS.values(), strict=True):
        column.width = width
    _add_headings(table)
    for action in actions:
        row = table.add_row()
        cells = dict(zip(COLUMNS, row.cells, strict=True))
        for fact, cell in cells.items():
            cell.width = COLUMNS[fact]
        notes = {Fact.CALENDAR: [(TABLE_NOTE, clean(note)) for note in words.calendar_notes(action, moves)]}
        for fact in PROMISED:
            lead = clean(action.number) if fact == Fact.ACTION_TEXT else ""
            _fill(cells[fact], chain(_in_cell(code_of(action, fact) or ""), notes.get(fact, ())), lead=lead)
        _fill(cells[Fact.STATUS], _status_lines(action, moment))
        _colour_status(cells[Fact.STATUS], current_status(action))
        _fill(cells[Fact.COMMENT], _comment_lines(action, moment))
        if row_height((cell.text, COLUMNS[fact] / DIGIT) for fact, cell in cells.items()) <= HIGHEST_WHOLE:
            word.keep_whole(row)


def _add_headings(table: Table) -> None:
    """Two rows, as in the source: what is followed up stands under one heading."""
    above, below = table.rows[0].cells, table.rows[1].cells
    for place, fact in enumerate(COLUMNS):
        is_promised = fact in PROMISED
        (above if is_promised else below)[place].text = HEADING[fact]
        if is_promised:
            above[place].merge(below[place])
    above[len(PROMISED)].text = words.FOLLOW_UP
    above[len(PROMISED)].merge(above[-1])
    for row in table.rows:
        word.keep_whole(row, is_heading=True)
        word.shade(row, word.HEADING_SHADE)
        for cell in row._tr.tc_lst:  # also the lower halves of merged cells, which have paragraphs of their own
            for paragraph in _Cell(cell, table).paragraphs:
                word.set_style(paragraph, word.CELL_HEADING)


def _fill(cell: _Cell, lines: Iterable[tuple[str, str]], *, lead: str = "") -> None:
    """Lines with their styles into an empty cell, which begins with ``lead`` in bold."""
    told = list(lines) or [(TABLE_TEXT, "")]
    if lead and told[0][0] != TABLE_TEXT:
        told.insert(0, (TABLE_TEXT, ""))
    for place, (style, text) in enumerate(told):
        paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
        word.set_style(paragraph, style)
        if lead and not place:
            paragraph.add_run(f"{lead} ").bold = True
        paragraph.add_run(text)


def _in_cell(text: str) -> Iterator[tuple[str, str]]:
    """Also its empty lines: what people typed is read back as they typed it."""
    return _lines(text, TABLE_TEXT, TABLE_BULLET, TABLE_SUB_BULLET, keeps_empty=True)


def _status_lines(action: Action, moment: Moment) -> Iterator[tuple[str, str]]:
    """Where the action stands; what was said before this moment bears its date."""
    report = last_report(action)
    if report is None:
        yield from ((TABLE_NOTE, words) for words in (NO_REPORT, nl.said_last(action)) if words)
        return
    yield TABLE_TEXT, STATUS[report.status]
    if report.moment.id != moment.id:
        yield TABLE_NOTE, words.said_on(report.moment)


def _colour_status(cell: _Cell, status: Status | None) -> None:
    """What the eye looks for first when it runs down the table."""
    if status is not None:
        font = cell.paragraphs[0].runs[0].font
        font.bold, font.color.rgb = True, RGBColor.from_string(STATUS_LOOK[status].colour.removeprefix("#"))


def _comment_lines(action: Action, moment: Moment) -> Iterator[tuple[str, str]]:
    """The latest comment there is, with its date where the status is newer, and what was agreed at this moment."""
    report, said = last_report(action), last_said(action)
    if said is not None and report is not None:
        yield from _in_cell(said.comment)
        if said.moment.id != report.moment.id:
            yield TABLE_NOTE, words.said_on(said.moment)
    for agreed in action.agreements:
        if agreed.moment.id == moment.id:
            text = clean(words.agreed(agreement_words(agreed.agreement)))
            yield from ((TABLE_AGREEMENT, line) for line in text.split("\n") if line)
