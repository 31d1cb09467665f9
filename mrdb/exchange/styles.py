"""How the cells of a workbook look: named styles, so that thousands of cells share a few."""

from collections.abc import Iterator

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from mrdb.domain.status import Status, Urgency
from mrdb.text import excel
from mrdb.text.colours import STATUS_LOOK, URGENCY_LOOK, Look

DATE_FORMAT = "dd/mm/yyyy"
TEXT_FORMAT = "@"
"""Excel keeps what is typed into such a cell as text: a comment that begins with a dash is no formula."""
LATE_ICON = URGENCY_LOOK[Urgency.OVERDUE].icon
LATE_FORMAT = f'{DATE_FORMAT}" {LATE_ICON}"'
"""The icon stands in the number format: it survives a black-and-white print, and the cell stays a real date."""

_INK = "1B2430"
_HEADING = Look("", "#FFFFFF", "#1F3A5F")
_LINE = Side(style="thin", color="B8C0CC")


def named_styles() -> Iterator[NamedStyle]:
    """Every style of the overview; their names stand in ``mrdb.text.excel``, because Excel shows them in its list."""
    yield _style(excel.STYLE_HEADING, TEXT_FORMAT, _HEADING, vertical="center")
    yield _style(excel.STYLE_TEXT, TEXT_FORMAT)
    yield _style(excel.STYLE_DUE, DATE_FORMAT)
    yield _style(excel.STYLE_LATE, LATE_FORMAT, URGENCY_LOOK[Urgency.OVERDUE])
    for status in Status:
        yield _style(excel.status_style(status), TEXT_FORMAT, STATUS_LOOK[status])


def _style(name: str, number_format: str, look: Look | None = None, vertical: str = "top") -> NamedStyle:
    style = NamedStyle(name=name, number_format=number_format)
    style.font = Font(name="Calibri", size=11, bold=look is not None, color=_rgb(look.colour) if look else _INK)
    style.alignment = Alignment(horizontal="left", vertical=vertical, wrap_text=True)
    style.border = Border(top=_LINE, bottom=_LINE, left=_LINE, right=_LINE)
    if look is not None:
        style.fill = PatternFill("solid", fgColor=_rgb(look.background))
    return style


def _rgb(colour: str) -> str:
    return colour.removeprefix("#")
