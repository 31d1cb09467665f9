"""How every chart looks: the Dutch names of days and numbers, the letters, the inks, and the legend under it."""

import altair as alt

from mrdb.text.dates import DAYS, MONTHS, SHORT_MONTHS

INK, QUIET, WHITE = "#111827", "#374151", "#FFFFFF"
"""The colours of text, of quieter text, and of the paper."""
PADDING = {"left": 0, "right": 4, "top": 4, "bottom": 4}  # Streamlit wants an object here
FIT = alt.AutoSizeParams(type="fit-x", contains="padding")
"""As wide as the container, and as high as the rows ask."""

_SUNDAY_FIRST = (DAYS[-1], *DAYS[:-1])
_DUTCH = alt.Locale(
    number=alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["€ ", ""]),
    time=alt.TimeLocale(
        dateTime="%a %e %B %Y %X",
        date="%d/%m/%Y",
        time="%H:%M:%S",
        periods=["", ""],
        days=list(_SUNDAY_FIRST),
        shortDays=[day[:2] for day in _SUNDAY_FIRST],
        months=list(MONTHS),
        shortMonths=list(SHORT_MONTHS),
    ),
)


def look(text_size: int, symbol: alt.LegendConfig, mark: alt.MarkConfig | None = None) -> alt.Config:
    """The whole look in one place, because a theme of Streamlit would put its own colours over it.

    ``symbol`` says how the legend draws its symbols, ``mark`` what all marks have in common.
    """
    legend = symbol.copy()
    legend.orient, legend.direction, legend.title = "bottom", "horizontal", None
    legend.labelFontSize, legend.labelColor, legend.labelLimit = text_size, QUIET, 400
    legend.columnPadding, legend.offset = 28, 14
    marks = mark.copy() if mark else alt.MarkConfig()
    marks.aria = False  # it would be read as the names of its fields; the chart's description tells what it shows
    return alt.Config(
        aria=False,
        locale=_DUTCH,
        font='"Source Sans", "Segoe UI", "DejaVu Sans", sans-serif',
        background=WHITE,
        view=alt.ViewConfig(stroke=None),
        mark=marks,
        text=alt.MarkConfig(fontSize=text_size, baseline="middle"),
        legend=legend,
    )
