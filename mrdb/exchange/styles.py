"""How the cells of a workbook look: a few formats, made once and shared by thousands of cells."""

from typing import Any, NamedTuple

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

_Properties = dict[str, Any]
_PLAIN: _Properties = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "align": "left", "valign": "top"}
_CELL: _Properties = {**_PLAIN, "text_wrap": True, "border": 1, "border_color": LINE}
_OPEN: _Properties = {"bg_color": FILL_IN.background, "border_color": FILL_IN_LINE, "locked": False}
_DATE: _Properties = {"num_format": DATE_FORMAT}
_TEXT: _Properties = {"num_format": TEXT_FORMAT}
_LINKED: _Properties = {"font_color": LINK, "underline": 1}


class Style(NamedTuple):
    """``quoted`` tells Excel to leave text that begins like a formula alone when somebody edits it."""

    plain: Any
    quoted: Any


class Styles:
    """The formats of one workbook; those that are ``open``, and the ``room`` below a table, are not locked."""

    def __init__(self, book: Any) -> None:
        self._book = book
        heading = {**_CELL, **_TEXT, "bold": True, "valign": "vcenter"}
        self.heading = self._style(heading, _coloured(HEADING))
        self.heading_open = self._style(heading, _coloured(FILL_IN_HEADING))
        self.text = self._style(_CELL, _TEXT)
        self.text_open = self._style(_CELL, _TEXT, _OPEN)
        self.text_room = self._style(_PLAIN, _TEXT, {"text_wrap": True, "locked": False})
        self.date = self._style(_CELL, _DATE)
        self.date_open = self._style(_CELL, _DATE, _OPEN)
        self.date_room = self._style(_PLAIN, _DATE, {"text_wrap": True, "locked": False})
        self.date_late = self._style(_CELL, _coloured(LATE), {"num_format": LATE_FORMAT, "bold": True})
        self.link = self._style(_CELL, _TEXT, _LINKED)
        self.key = self._style(_PLAIN, _TEXT, {"font_color": QUIET, "font_size": 8})
        self.title = self._style(_PLAIN, {"font_size": 20, "bold": True, "font_color": ACCENT, "valign": "vcenter"})
        self.subtitle = self._style(_PLAIN, {"font_size": 13, "font_color": QUIET})
        self.section = self._style(_PLAIN, {"font_size": 13, "bold": True, "font_color": ACCENT, "valign": "bottom"})
        self.label = self._style(_PLAIN, _TEXT, {"bold": True, "text_wrap": True})
        self.prose = self._style(_PLAIN, _TEXT, {"text_wrap": True, "indent": 1})
        self.count_label = self._style(_PLAIN, {"font_size": 13, "indent": 1})
        self.label_link = self._style(_PLAIN, _TEXT, {"bold": True}, _LINKED)
        self.prose_link = self._style(_PLAIN, _TEXT, {"indent": 1}, _LINKED)
        # What follows is laid over a cell by a rule.
        self.of_status = {status: self._rule(STATUS_LOOK[status]) for status in Status}
        self.room = book.add_format({"bg_color": FILL_IN.background, "border": 1, "border_color": FILL_IN_LINE})
        self.late = self._rule(LATE, num_format=LATE_FORMAT)
        self.no_longer_late = book.add_format({"bg_color": "#FFFFFF", "font_color": INK, "bold": False, **_DATE})

    def sample(self, look: Look) -> Style:
        """A cell that shows a colour."""
        return self._style(_CELL, _TEXT, _coloured(look), {"bold": True})

    def count(self, look: Look) -> Style:
        """A number to be seen from afar."""
        return self._style(_CELL, _coloured(look), {"bold": True, "font_size": 14, "align": "center"})

    def _style(self, *properties: _Properties) -> Style:
        said = {name: value for some in properties for name, value in some.items()}
        return Style(self._book.add_format(said), self._book.add_format({**said, "quote_prefix": True}))

    def _rule(self, look: Look, **more: str) -> Any:
        return self._book.add_format({**_coloured(look), "bold": True, **more})


def _coloured(look: Look) -> _Properties:
    return {"bg_color": look.background, "font_color": look.colour}
