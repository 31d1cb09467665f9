"""How the cells of a workbook look: a few formats, made once and shared by thousands of cells."""

from enum import StrEnum
from typing import Any

from mrdb.domain.status import Status, Urgency
from mrdb.text.colours import STATUS_LOOK, URGENCY_LOOK, Look

DATE_FORMAT = "dd/mm/yyyy"
TEXT_FORMAT = "@"
"""Excel keeps what is typed into such a cell as text: a comment that begins with a dash is no formula."""
LATE = URGENCY_LOOK[Urgency.OVERDUE]
LATE_FORMAT = f'{DATE_FORMAT}" {LATE.icon}"'
"""The icon stands in the number format: it survives a black-and-white print, and the cell stays a real date."""

INK, QUIET, ACCENT, LINK = "#1B2430", "#5A6270", "#1F3A5F", "#0B559A"
LINE = "#B8C0CC"
FILL_IN = Look("", INK, "#FFFAE3")
FILL_IN_LINE = "#D9C27C"
HEADING, FILL_IN_HEADING = Look("", "#FFFFFF", ACCENT), Look("", "#FFFFFF", "#7A5200")
FONT, SIZE = "Calibri", 11

Properties = dict[str, Any]
_PLAIN: Properties = {"font_name": FONT, "font_size": SIZE, "font_color": INK, "align": "left", "valign": "top"}
_CELL: Properties = {**_PLAIN, "text_wrap": True, "border": 1, "border_color": LINE}
_HEADING: Properties = {**_CELL, "bold": True, "valign": "vcenter", "num_format": TEXT_FORMAT}
_OPEN: Properties = {"bg_color": FILL_IN.background, "border_color": FILL_IN_LINE, "locked": False}
_DATE: Properties = {"num_format": DATE_FORMAT}
_TEXT: Properties = {"num_format": TEXT_FORMAT}


def _coloured(look: Look) -> Properties:
    return {"bg_color": look.background, "font_color": look.colour}


class Style(StrEnum):
    """What a cell is, by how it looks; those that are ``open`` are the only unlocked ones.

    Looked up for every cell, and a text is found faster than a plain member of an enum.
    """

    HEADING = "heading"
    HEADING_OPEN = "heading of what may be filled in"
    TEXT = "text"
    TEXT_OPEN = "text to fill in"
    DATE = "date"
    DATE_OPEN = "date to fill in"
    TEXT_ROOM = "text to add below"
    DATE_ROOM = "date to add below"
    DATE_LATE = "date that has passed"
    LINK = "link"
    KEY = "key"
    TITLE = "title"
    SUBTITLE = "subtitle"
    SECTION = "section"
    LABEL = "label"
    PROSE = "prose"
    LABEL_LINK = "link in a label"
    PROSE_LINK = "link in prose"
    SAMPLE = "sample"


_PROPERTIES: dict[Style, Properties] = {
    Style.HEADING: {**_HEADING, **_coloured(HEADING)},
    Style.HEADING_OPEN: {**_HEADING, **_coloured(FILL_IN_HEADING)},
    Style.TEXT: {**_CELL, **_TEXT},
    Style.TEXT_OPEN: {**_CELL, **_TEXT, **_OPEN},
    Style.DATE: {**_CELL, **_DATE},
    Style.DATE_OPEN: {**_CELL, **_DATE, **_OPEN},
    Style.TEXT_ROOM: {**_PLAIN, **_TEXT, "text_wrap": True, "locked": False},
    Style.DATE_ROOM: {**_PLAIN, **_DATE, "text_wrap": True, "locked": False},
    Style.DATE_LATE: {**_CELL, **_coloured(LATE), "num_format": LATE_FORMAT, "bold": True},
    Style.LINK: {**_CELL, **_TEXT, "font_color": LINK, "underline": 1},
    Style.KEY: {**_PLAIN, **_TEXT, "font_color": QUIET, "font_size": 8},
    Style.TITLE: {**_PLAIN, "font_size": 20, "bold": True, "font_color": ACCENT, "valign": "vcenter"},
    Style.SUBTITLE: {**_PLAIN, "font_size": 13, "font_color": QUIET},
    Style.SECTION: {**_PLAIN, "font_size": 13, "bold": True, "font_color": ACCENT, "valign": "bottom"},
    Style.LABEL: {**_PLAIN, **_TEXT, "bold": True, "text_wrap": True},
    Style.PROSE: {**_PLAIN, **_TEXT, "text_wrap": True, "indent": 1},
    Style.LABEL_LINK: {**_PLAIN, **_TEXT, "bold": True, "font_color": LINK, "underline": 1},
    Style.PROSE_LINK: {**_PLAIN, **_TEXT, "indent": 1, "font_color": LINK, "underline": 1},
    Style.SAMPLE: {**_CELL, **_TEXT},
}


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self._made: dict[Style, Any] = {}
        self._quoted: dict[Style, Any] = {}
        self._book = book
        self.of_status = {status: book.add_format(_conditional(STATUS_LOOK[status])) for status in Status}
        self.room = book.add_format({"bg_color": FILL_IN.background, "border": 1, "border_color": FILL_IN_LINE})
        self.late = book.add_format({**_conditional(LATE), "num_format": LATE_FORMAT})
        self.no_longer_late = book.add_format(
            {"bg_color": "#FFFFFF", "font_color": INK, "bold": False, "num_format": DATE_FORMAT}
        )

    def __call__(self, style: Style, *, is_quoted: bool = False) -> Any:
        """``is_quoted`` tells Excel to leave text that begins like a formula alone when somebody edits it."""
        made = self._quoted if is_quoted else self._made
        if style not in made:
            made[style] = self._book.add_format({**_PROPERTIES[style], "quote_prefix": is_quoted})
        return made[style]

    def sample(self, look: Look) -> Any:
        """A cell that shows a colour."""
        return self._book.add_format({**_PROPERTIES[Style.SAMPLE], **_coloured(look), "bold": True})


def _conditional(look: Look) -> Properties:
    return {**_coloured(look), "bold": True}
