"""The overview as an Excel workbook: one row an action, made to be filtered on screen and printed on A4."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from textwrap import shorten

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from mrdb.domain.followup import current_status, urgency
from mrdb.domain.response import Action
from mrdb.domain.status import Urgency
from mrdb.exchange.cell_text import cell_text
from mrdb.exchange.columns import CellKind, Column, columns_for
from mrdb.exchange.row_height import row_height
from mrdb.exchange.styles import LATE_ICON, named_styles
from mrdb.text import excel
from mrdb.text.dates import long_date

_READ_AS_FORMULA = ("=", "+", "-", "@", "\t")
_LONGEST_SUBJECT = 150
"""A page header holds 255 characters in all."""
_SMALL = 9
_HEADING_HEIGHT = 24


def overview_workbook(actions: Sequence[Action], today: date, *, with_internal: bool = False) -> bytes:
    """The bytes of an ``.xlsx`` with the sheet *Overzicht*: a row of headings, then one row an action as given.

    Internal remarks are in it only where they are asked for.
    Every row is high enough for its wrapped text, and grows with it when somebody types more.
    """
    book = Workbook(write_only=True)
    for style in named_styles():
        book.add_named_style(style)
    book.properties = _properties(actions, today)
    sheet: Worksheet = book.create_sheet(excel.SHEET)  # streaming: it wants its set-up before its rows
    columns = columns_for(actions, with_internal=with_internal)
    _set_up_view(sheet, columns, len(actions))
    _set_up_print(sheet, actions, today)
    sheet.row_dimensions[1].height = _HEADING_HEIGHT
    sheet.append([_cell(sheet, column.heading, excel.STYLE_HEADING) for column in columns])
    for number, action in enumerate(actions, start=2):
        cells = _row(sheet, columns, action, today)
        sheet.row_dimensions[number] = _FittedRow(sheet, number, ht=_height(cells, columns))
        sheet.append(cells)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


class _FittedRow(RowDimension):
    """A height that Excel and LibreOffice may still change: openpyxl calls every height custom, which fixes it."""

    customHeight = False  # noqa: N815


def _height(cells: Sequence[Cell], columns: Sequence[Column]) -> float:
    texts = [cell.value if isinstance(cell.value, str) else "" for cell in cells]
    return row_height((text, column.width) for text, column in zip(texts, columns, strict=True))


def _row(sheet: Worksheet, columns: Sequence[Column], action: Action, today: date) -> list[Cell]:
    is_late = urgency(action, today) == Urgency.OVERDUE
    return [_cell(sheet, column.cell(action), _style(column, action, is_late=is_late)) for column in columns]


def _style(column: Column, action: Action, *, is_late: bool) -> str:
    if column.kind == CellKind.DUE:
        return excel.STYLE_LATE if is_late else excel.STYLE_DUE
    status = current_status(action)
    if column.kind == CellKind.STATUS and status is not None:
        return excel.status_style(status)
    return excel.STYLE_TEXT


def _cell(sheet: Worksheet, value: str | date | None, style: str) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.value = value
    cell.style = style
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl would make a formula of "=…" and an error of "#N/A"
        if value.startswith(_READ_AS_FORMULA):
            cell.quotePrefix = True  # and so would Excel, as soon as somebody edits the cell
    return cell


def _set_up_view(sheet: Worksheet, columns: Sequence[Column], rows: int) -> None:
    for position, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = column.width
    # What tells which action it is stays in sight, however far one looks to the right.
    first_loose = next(n for n, column in enumerate(columns, start=1) if column.heading == excel.RECOMMENDATION)
    sheet.freeze_panes = f"{get_column_letter(first_loose)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{rows + 1}"
    sheet.sheet_view.showGridLines = False


def _set_up_print(sheet: Worksheet, actions: Sequence[Action], today: date) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0  # as many pages high as it takes
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.75, bottom=0.6, header=0.35, footer=0.3)
    sheet.oddHeader = _header(_title(actions), excel.SITUATION_ON.format(day=long_date(today)))
    sheet.oddFooter = _header(excel.late_mark(LATE_ICON), excel.PAGE.format(page="&P", pages="&N"))


def _header(left: str, right: str) -> HeaderFooterItem:
    item = HeaderFooterItem()
    item.left.text, item.left.size = left, _SMALL
    item.right.text, item.right.size = right, _SMALL
    return item


def _title(actions: Sequence[Action]) -> str:
    """The title of every page; an ampersand is doubled, because alone it begins a code of the page header."""
    title = f"&B{excel.TITLE}&B"
    if subject := _subject(actions):
        return f"{title} – {shorten(subject, _LONGEST_SUBJECT, placeholder=' …').replace('&', '&&')}"
    return title


def _subject(actions: Sequence[Action]) -> str:
    """The subject of the management response, where all rows belong to one."""
    responses = {action.recommendation.response for action in actions}
    return cell_text(responses.pop().subject) or "" if len(responses) == 1 else ""


def _properties(actions: Sequence[Action], today: date) -> DocumentProperties:
    return DocumentProperties(
        title=excel.TITLE,
        subject=_subject(actions) or None,
        creator=excel.TITLE,  # openpyxl would sign with its own name
        created=datetime.combine(today, time()),
        language="nl-BE",
    )
