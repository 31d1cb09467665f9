"""One sheet of the Excel overview: a table with its headings, its filters, its colours, its links and its print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from mrdb.domain.days import FIRST, LAST
from mrdb.domain.facts import Fact
from mrdb.domain.status import Status
from mrdb.exchange.column import Cell, CellKind, Column, Made, Row, wanted
from mrdb.exchange.row_height import row_height
from mrdb.exchange.styles import ACCENT, FILL_IN_HEADING, LATE, Style, Styles
from mrdb.text import excel, nl
from mrdb.text.labels import HEADING, STATUS

MOST_LINKS = 65_000
"""Excel holds 65,530 on one sheet."""
_READ_AS_FORMULA = ("=", "+", "-", "@", "\t")
_HEADING_HEIGHT = 33
ROWS_FOR_NEW = 20
_DAY_ZERO = date(1899, 12, 30)
_FIRST_YEAR = 1901
"""Excel knows no earlier days, and counts one too many in 1900."""


class GrowingSheet(Worksheet):  # type: ignore[misc]
    """Rows whose height Excel may still change: XlsxWriter calls every height custom, which fixes it."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: Sequence[tuple[str, Any]] = ()) -> None:
        if tag == "row":
            attributes = [pair for pair in attributes if pair[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """What a sheet holds. ``empty`` is said where there are no rows.

    ``invitation`` is a title and a sentence for whoever stands on a cell for something new.
    """

    sheet: str
    columns: Sequence[Column[Row]]
    rows: Sequence[Row]
    empty: str
    invitation: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """What every sheet of one workbook shares; ``title`` and ``state`` stand above every printed page."""

    file: Any
    styles: Styles
    made: Made
    title: str
    state: str

    def add_sheet(self, name: str, colour: str, mark: str = "") -> Any:
        """Set up for screen and print, and protected against slips, not against people: there is no password."""
        sheet = self.file.add_worksheet(name, worksheet_class=GrowingSheet)
        sheet.hide_gridlines(2)
        sheet.set_tab_color(colour)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)  # as many pages high as it takes
        sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        sheet.set_header(f"&L&9{self.title}&R&9{self.state}", {"margin": 0.35})
        sheet.set_footer(f"&L&9{mark}&C&9&A&R&9{excel.PAGE.format(page='&P', pages='&N')}", {"margin": 0.3})
        sheet.protect("", {"sort": True, "autofilter": True, "format_columns": True, "format_rows": True})
        return sheet


def write_table(book: Book, table: Table[Row]) -> None:
    columns = wanted(table.columns, table.rows, book.made)
    colour = FILL_IN_HEADING.background if any(column.field for column in columns) else ACCENT
    has_due = any(column.heading in {excel.DUE, nl.AGREEMENT_DUE} for column in columns)
    sheet = book.add_sheet(table.sheet, colour, excel.late_mark(LATE.icon) if has_due else "")
    for position, column in enumerate(columns):
        sheet.set_column(position, position, column.width, None, {"hidden": column.kind == CellKind.KEY})
    # What tells which action it is stays in sight, however far one looks to the right.
    sheet.freeze_panes(1, 2 if book.made.documents else 1)
    sheet.repeat_rows(0)
    last = len(table.rows)
    # Nobody clicks on paper.
    printed = sum(column.kind not in {CellKind.LINK, CellKind.KEY} for column in columns)
    sheet.print_area(0, 0, max(last, 1), printed - 1)
    _write_headings(sheet, book.styles, columns)
    _write_rows(sheet, book, columns, table.rows)
    if table.invitation and book.made.is_fillable:
        _open_rows_for_new(sheet, book, columns, max(last, 1) + 1, table.invitation)
    if table.rows:
        headings = [{"header": c.heading, "header_format": _heading_style(book.styles, c)} for c in columns]
        options = {"name": excel.TABLES[table.sheet], "columns": headings, "style": None, "description": table.sheet}
        sheet.add_table(0, 0, last, len(columns) - 1, options)
        _add_rules(sheet, book, columns, last)
    else:
        write_cell(sheet, (1, 0), table.empty, book.styles.subtitle)


def _write_headings(sheet: Any, styles: Styles, columns: Sequence[Column[Row]]) -> None:
    sheet.set_row(0, _HEADING_HEIGHT)
    for position, column in enumerate(columns):
        sheet.write_string(0, position, column.heading, _heading_style(styles, column))


def _heading_style(styles: Styles, column: Column[Row]) -> Any:
    return styles.heading.plain if column.field is None else styles.heading_open.plain


def _write_rows(sheet: Any, book: Book, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
    links = 0
    numbered = [(position, column, _looks(book.styles, column)) for position, column in enumerate(columns)]
    for number, row in enumerate(rows, start=1):
        texts = []
        for position, column, (closed, filled_in) in numbered:
            value = column.value(row, book.made)
            if column.kind == CellKind.TEXT and isinstance(value, str):
                texts.append((value, column.width))
            if column.link is not None and links < MOST_LINKS and (address := column.link(row, book.made)):
                write_cell(sheet, (number, position), value, book.styles.link, link=address)
                links += 1
                continue
            style = closed if closed is filled_in or not column.is_open(row) else filled_in
            is_late = column.kind == CellKind.DUE and column.is_late(row, book.made)
            write_cell(sheet, (number, position), value, book.styles.date_late if is_late else style)
        sheet.set_row(number, row_height(texts))


def _looks(styles: Styles, column: Column[Row]) -> tuple[Style, Style]:
    """Of a cell that is locked, and of one to fill in."""
    match column.kind:
        case CellKind.KEY:
            return styles.key, styles.key
        case CellKind.DUE:
            return styles.date, styles.date_open if column.field else styles.date
    return styles.text, styles.text_open if column.field else styles.text


def _open_rows_for_new(
    sheet: Any, book: Book, columns: Sequence[Column[Row]], first: int, invitation: tuple[str, str]
) -> None:
    """Room under the table, outside it and off the paper, for what is not there yet.

    No cell stands there: a program that reads the sheet finds the rows of the table and no others. The columns are
    open instead, and a rule colours the first rows.
    """
    (title, message), styles = invitation, book.styles
    for position, column in enumerate(columns):
        if column.typed is not None:
            style = styles.date_room if column.kind == CellKind.DUE else styles.text_room
            sheet.set_column(position, position, column.width, style.plain)
            cells = (first, position, first + ROWS_FOR_NEW - 1, position)
            sheet.conditional_format(*cells, {"type": "formula", "criteria": "=TRUE", "format": styles.room})
            rule = _may_be_typed(column, book.made.today) or {"validate": "any"}
            sheet.data_validation(*cells, {**rule, "input_title": title, "input_message": message})


def write_cell(sheet: Any, place: tuple[int, int], value: Cell, style: Style, *, link: str = "") -> None:
    """Text is always text, whatever it begins with or looks like; a date is a real date."""
    is_quoted = isinstance(value, str) and value.startswith(_READ_AS_FORMULA)
    if link:
        sheet.write_url(*place, link, style.plain, value)
        if isinstance(value, str) and not is_quoted:
            return
    if value is None:
        sheet.write_blank(*place, None, style.plain)
    elif isinstance(value, str):
        sheet.write_string(*place, value, style.quoted if is_quoted else style.plain)
    elif value.year < _FIRST_YEAR:
        sheet.write_string(*place, f"{value.day:02}/{value.month:02}/{value.year:04}", style.plain)
    else:
        sheet.write_number(*place, (value - _DAY_ZERO).days, style.plain)


def _add_rules(sheet: Any, book: Book, columns: Sequence[Column[Row]], last: int) -> None:
    """What may be typed, and which colour a cell takes from what stands in it: also after somebody changed it."""
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(columns) - 1)}{last + 1}"})
    for position, column in enumerate(columns):
        cells = (1, position, last, position)
        if column.kind == CellKind.STATUS:
            for status, look in book.styles.of_status.items():
                colour = {"type": "cell", "criteria": "==", "value": f'"{STATUS[status]}"', "format": look}
                sheet.conditional_format(*cells, colour)
        if column.field is not None and (rule := _may_be_typed(column, book.made.today)):
            sheet.data_validation(*cells, rule)
        if column.heading == excel.DUE and (late := _late_rule(book, columns)):
            sheet.conditional_format(*cells, late)


def _late_rule(book: Book, columns: Sequence[Column[Row]]) -> dict[str, Any] | None:
    """An action is late until its status closes it; a milestone no longer when it is reached or its deadline moves."""
    place = {column.heading: f"${xl_col_to_name(position)}2" for position, column in enumerate(columns)}
    if HEADING[Fact.PERIOD] in place:
        done = f'=OR({place[HEADING[Fact.REACHED]]}<>"",{place[HEADING[Fact.PERIOD]]}<>"")'
        return {"type": "formula", "criteria": done, "format": book.styles.no_longer_late}
    if HEADING[Fact.STATUS] not in place:
        return None
    due, status, today = place[excel.DUE], place[HEADING[Fact.STATUS]], book.made.today
    closed = [f'{status}<>"{STATUS[status_]}"' for status_ in Status if status_.is_closed]
    late = ",".join((f"ISNUMBER({due})", f"{due}<DATE({today.year},{today.month},{today.day})", *closed))
    return {"type": "formula", "criteria": f"=AND({late})", "format": book.styles.late}


def _may_be_typed(column: Column[Row], today: date) -> dict[str, Any] | None:
    """What Excel refuses by itself in a column of statuses or dates; ``domain.days`` refuses it when it comes back."""
    match column.kind:
        case CellKind.STATUS:
            rule: dict[str, Any] = {"validate": "list", "source": list(STATUS.values())}
            message = excel.CHOOSE_STATUS
        case CellKind.DUE:
            first = today if column.fact == Fact.PERIOD else FIRST
            rule = {"validate": "date", "criteria": "between", "minimum": first, "maximum": LAST}
            message = excel.TYPE_NEW_DATE if column.fact == Fact.PERIOD else excel.TYPE_DATE
        case _:
            return None
    return {**rule, "error_title": excel.ERROR_TITLE, "error_message": message}
