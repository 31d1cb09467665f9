"""One sheet of the Excel overview: a table with its headings, its filters, its colours, its links and its print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic

from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from mrdb.domain.status import Status
from mrdb.exchange.column import Cell, CellKind, Column, Made, Row, wanted
from mrdb.exchange.row_height import row_height
from mrdb.exchange.styles import ACCENT, FILL_IN_HEADING, LATE, Style, Styles
from mrdb.text import excel
from mrdb.text.labels import STATUS

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
class Page:
    """What stands above and below every printed page."""

    title: str
    state: str


def write_table(book: Any, styles: Styles, table: Table[Row], made: Made, page: Page) -> None:
    sheet = book.add_worksheet(table.sheet, worksheet_class=GrowingSheet)
    columns = wanted(table.columns, table.rows, made)
    _set_up_view(sheet, columns, made)
    _write_headings(sheet, styles, columns)
    _write_rows(sheet, styles, columns, table.rows, made)
    last = len(table.rows)
    if table.invitation and made.is_fillable:
        _open_rows_for_new(sheet, styles, columns, max(last, 1) + 1, table.invitation)
    if table.rows:
        sheet.add_table(0, 0, last, len(columns) - 1, _table_options(table.sheet, styles, columns))
    else:
        sheet.write_string(1, 0, table.empty, styles(Style.SUBTITLE))
    _add_rules(sheet, styles, columns, last, made)
    set_up_print(sheet, page, excel.late_mark(LATE.icon) if _due(columns) else "")
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, max(last, 1), _printed(columns) - 1)
    protect(sheet)


def protect(sheet: Any) -> None:
    """Against slips, not against people: there is no password."""
    sheet.protect("", {"sort": True, "autofilter": True, "format_columns": True, "format_rows": True})


def set_up_print(sheet: Any, page: Page, mark: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)  # as many pages high as it takes
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    sheet.set_header(f"&L&9{page.title}&R&9{page.state}", {"margin": 0.35})
    sheet.set_footer(f"&L&9{mark}&C&9&A&R&9{excel.PAGE.format(page='&P', pages='&N')}", {"margin": 0.3})


def _set_up_view(sheet: Any, columns: Sequence[Column[Row]], made: Made) -> None:
    for position, column in enumerate(columns):
        options = {"hidden": True} if column.kind == CellKind.KEY else {}
        sheet.set_column(position, position, column.width, None, options)
    # What tells which action it is stays in sight, however far one looks to the right.
    sheet.freeze_panes(1, 2 if made.documents else 1)
    sheet.hide_gridlines(2)
    sheet.set_tab_color(FILL_IN_HEADING.background if any(column.field for column in columns) else ACCENT)


def _write_headings(sheet: Any, styles: Styles, columns: Sequence[Column[Row]]) -> None:
    sheet.set_row(0, _HEADING_HEIGHT)
    for position, column in enumerate(columns):
        sheet.write_string(0, position, column.heading, styles(_heading_style(column)))


def _heading_style(column: Column[Row]) -> Style:
    return Style.HEADING if column.field is None else Style.HEADING_OPEN


def _write_rows(sheet: Any, styles: Styles, columns: Sequence[Column[Row]], rows: Sequence[Row], made: Made) -> None:
    links = 0
    numbered = tuple(enumerate(columns))
    for number, row in enumerate(rows, start=1):
        texts = []
        for position, column in numbered:
            value = column.cell(row, made)
            if column.link is not None and links < MOST_LINKS and (address := column.link(row, made)):
                _write_link(sheet, styles, (number, position), value, address)
                links += 1
            else:
                write_cell(sheet, styles, (number, position), value, _style(column, row, made))
            if column.kind == CellKind.TEXT and isinstance(value, str):
                texts.append((value, column.width))
        sheet.set_row(number, row_height(texts))


def _write_link(sheet: Any, styles: Styles, place: tuple[int, int], value: Cell, address: str) -> None:
    sheet.write_url(*place, address, styles(Style.LINK), value)
    if not isinstance(value, str) or value.startswith(_READ_AS_FORMULA):
        write_cell(sheet, styles, place, value, Style.LINK)


def _open_rows_for_new(
    sheet: Any, styles: Styles, columns: Sequence[Column[Row]], first: int, invitation: tuple[str, str]
) -> None:
    """Room under the table, outside it and off the paper, for what is not there yet.

    No cell stands there: a program that reads the sheet finds the rows of the table and no others. The columns are
    open instead, and a rule colours the first rows.
    """
    last = first + ROWS_FOR_NEW - 1
    for position, column in enumerate(columns):
        if column.typed is None:
            continue
        sheet.set_column(position, position, column.width, styles(_room_style(column)))
        sheet.conditional_format(
            first, position, last, position, {"type": "formula", "criteria": "=TRUE", "format": styles.room}
        )
        rule = _MAY_BE_TYPED.get(column.kind, {"validate": "any"})
        title, message = invitation
        sheet.data_validation(first, position, last, position, {**rule, "input_title": title, "input_message": message})


def _room_style(column: Column[Row]) -> Style:
    return Style.DATE_ROOM if column.kind == CellKind.DUE else Style.TEXT_ROOM


def _open_style(column: Column[Row]) -> Style:
    return Style.DATE_OPEN if column.kind == CellKind.DUE else Style.TEXT_OPEN


def _style(column: Column[Row], row: Row, made: Made) -> Style:
    if column.kind == CellKind.KEY:
        return Style.KEY
    is_open = column.field is not None and column.is_open(row)
    if column.kind == CellKind.DUE:
        if column.is_late(row, made):
            return Style.DATE_LATE
        return _open_style(column) if is_open else Style.DATE
    return _open_style(column) if is_open else Style.TEXT


def write_cell(sheet: Any, styles: Styles, place: tuple[int, int], value: Cell, style: Style) -> None:
    """Text is always text, whatever it begins with or looks like; a date is a real date."""
    if value is None:
        sheet.write_blank(*place, None, styles(style))
    elif isinstance(value, str):
        sheet.write_string(*place, value, styles(style, is_quoted=value.startswith(_READ_AS_FORMULA)))
    elif value.year < _FIRST_YEAR:
        sheet.write_string(*place, f"{value.day:02}/{value.month:02}/{value.year:04}", styles(style))
    else:
        sheet.write_number(*place, (value - _DAY_ZERO).days, styles(style))


def _table_options(name: str, styles: Styles, columns: Sequence[Column[Row]]) -> dict[str, Any]:
    headings = [{"header": c.heading, "header_format": styles(_heading_style(c))} for c in columns]
    return {"name": excel.TABLES[name], "columns": headings, "style": None, "description": name}


def _add_rules(sheet: Any, styles: Styles, columns: Sequence[Column[Row]], last: int, made: Made) -> None:
    """What may be typed, and which colour a cell takes from what stands in it: also after somebody changed it."""
    if not last:
        return
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(columns) - 1)}{last + 1}"})
    for position, column in enumerate(columns):
        cells = (1, position, last, position)
        if column.kind == CellKind.STATUS:
            for status, look in styles.of_status.items():
                rule = {"type": "cell", "criteria": "==", "value": f'"{STATUS[status]}"', "format": look}
                sheet.conditional_format(*cells, rule)
        if column.field is not None and column.kind in _MAY_BE_TYPED:
            sheet.data_validation(*cells, _MAY_BE_TYPED[column.kind])
        if column.heading == excel.DUE and (late := _late_rule(styles, columns, made)):
            sheet.conditional_format(*cells, late)


def _late_rule(styles: Styles, columns: Sequence[Column[Row]], made: Made) -> dict[str, Any] | None:
    """An action is late until its status closes it; a milestone no longer when it is reached or its deadline moves."""
    place = {column.heading: f"${xl_col_to_name(position)}2" for position, column in enumerate(columns)}
    if excel.NEW_DUE in place:
        done = f'=OR({place[excel.REACHED_ON]}<>"",{place[excel.NEW_DUE]}<>"")'
        return {"type": "formula", "criteria": done, "format": styles.no_longer_late}
    if excel.STATUS not in place:
        return None
    due, status, today = place[excel.DUE], place[excel.STATUS], made.today
    closed = [f'{status}<>"{STATUS[status_]}"' for status_ in Status if status_.is_closed]
    late = ",".join((f"ISNUMBER({due})", f"{due}<DATE({today.year},{today.month},{today.day})", *closed))
    return {"type": "formula", "criteria": f"=AND({late})", "format": styles.late}


def _printed(columns: Sequence[Column[Row]]) -> int:
    """How many columns have something for paper, on which nobody clicks."""
    return sum(column.kind not in {CellKind.LINK, CellKind.KEY} for column in columns)


def _due(columns: Sequence[Column[Row]]) -> bool:
    return any(column.heading == excel.DUE for column in columns)


_MAY_BE_TYPED: dict[CellKind, dict[str, Any]] = {
    CellKind.STATUS: {
        "validate": "list",
        "source": list(STATUS.values()),
        "error_title": excel.ERROR_TITLE,
        "error_message": excel.CHOOSE_STATUS,
    },
    CellKind.DUE: {
        "validate": "date",
        "criteria": "between",
        "minimum": date(2000, 1, 1),
        "maximum": date(2100, 12, 31),
        "error_title": excel.ERROR_TITLE,
        "error_message": excel.TYPE_DATE,
    },
}
