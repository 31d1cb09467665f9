"""The actions of the draft: the rows of the tables as fields, and what the document knows of its responsibles."""

from collections.abc import Sequence
from datetime import date

from mrdb.domain.draft import DoubtKind, DraftAction
from mrdb.domain.status import Status
from mrdb.reading.calendar import read_calendar
from mrdb.reading.ocr.corrected import Corrected
from mrdb.reading.ocr.outline import Section
from mrdb.reading.ocr.paragraphs import cell_text
from mrdb.reading.ocr.source import Ledger, found_text, read_text_of
from mrdb.reading.ocr.tables import Cells, Judge, Row, certain_cells, is_numbered, rows_of, settled_cells
from mrdb.reading.responsibles import read_responsibles
from mrdb.text.lexicon import status_of


class ActionReader:
    """Reads rows into actions. ``learn`` goes first: rows that are certain teach who the responsibles are."""

    def __init__(self, document_date: date, sender: str, corrected: Corrected, ledger: Ledger) -> None:
        self._date = document_date
        self._known = set(read_responsibles(sender))
        self._cells = corrected.cells
        self._statuses = corrected.statuses
        self._ledger = ledger
        self._seen: set[str] = set()
        self._settled: set[str] = set()
        self._stated: set[str] = set()

    def learn(self, sections: Sequence[Section]) -> None:
        for section in sections:
            for row in rows_of(section.table, section.number)[1]:
                cells = self._cells_of(row)
                if cells.is_certain and cells.responsible:
                    self._known.add(read_text_of(word for line in cells.responsible for word in line.words))

    def read(self, row: Row) -> DraftAction:
        cells = self._cells_of(row)
        self._doubt_row(row, cells)
        place = f"action {row.number}"
        self._ledger.field(f"{place} / number", [row.number_word])
        self._ledger.furniture("stvz placeholder", cells.placeholder)
        self._ledger.furniture("column rule", cells.rules)
        calendar = cell_text(cells.calendar, f"{place} / calendar", self._ledger)
        responsible = cell_text(cells.responsible, f"{place} / responsible", self._ledger)
        status = self._status(row, cells)
        return DraftAction(
            number=row.number,
            text=cell_text(cells.text, f"{place} / text", self._ledger),
            calendar=calendar,
            responsible=responsible,
            responsibles=read_responsibles(responsible),
            milestones=read_calendar(calendar, self._date),
            status=status,
            comment=cell_text(cells.comment, f"{place} / comment", self._ledger),
        )

    def doubt_unused(self) -> None:
        """Corrections about actions that the document does not have, or not in this way."""
        for action in self._cells.keys() - self._settled:
            line = min(number for number, _ in self._cells[action])
            self._ledger.doubt(line, DoubtKind.CORRECTION_DOES_NOT_FIT, f"columns {action}")
        for action in self._statuses.keys() - self._stated:
            line = min(number for number, _ in self._statuses[action][1])
            self._ledger.doubt(line, DoubtKind.CORRECTION_DOES_NOT_FIT, f"status {action}")

    def _cells_of(self, row: Row) -> Cells:
        columns = self._cells.get(row.number)
        settled = settled_cells(row, columns) if columns else None
        if settled:
            self._settled.add(row.number)
            return settled
        return certain_cells(row, Judge(self._date, self._known))

    def _status(self, row: Row, cells: Cells) -> Status | None:
        words = [word for line in cells.status for word in line.words]
        self._ledger.field(f"action {row.number} / status", words)
        if words:
            return status_of(found_text(words))
        comment = [line for line in cells.comment if line.words]
        places = {word.place for line in comment for word in line.words}
        status, stated_at = self._statuses.get(row.number, (None, frozenset()))
        if status is not None and stated_at <= places:
            self._stated.add(row.number)
            return status
        if comment:
            self._ledger.doubt(comment[0].number, DoubtKind.STATUS_NOT_STATED, comment[0].found)
        return None

    def _doubt_row(self, row: Row, cells: Cells) -> None:
        first = row.lines[0]
        found = f"{row.number_word.found} {first.found}".strip()
        if not cells.is_certain:
            self._ledger.doubt(first.number, DoubtKind.COLUMNS_RUN_TOGETHER, found)
        elif not any(line.words for line in cells.text):
            self._ledger.doubt(first.number, DoubtKind.MISSING_FIELD, found)
        for line in row.lines[1:]:
            if is_numbered(line):
                self._ledger.doubt(line.number, DoubtKind.NOT_PLACED, line.found)
        if row.number in self._seen:
            self._ledger.doubt(first.number, DoubtKind.NOT_PLACED, found)
        self._seen.add(row.number)
