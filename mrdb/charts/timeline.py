"""The timeline: every action on one axis of days, with today and the busiest month in sight."""

from collections.abc import Sequence
from datetime import date

import altair as alt

from mrdb.charts.dutch import DUTCH
from mrdb.charts.timeline_data import QUIET
from mrdb.charts.timeline_layers import TEXT_SIZE, timeline_layers
from mrdb.charts.timeline_layout import lay_out
from mrdb.domain.response import Action
from mrdb.domain.timeline import Window
from mrdb.text import timeline as words

SELECTION = "actie"
FIELD = "action_id"
"""A click in a row gives the selection ``actie`` the value ``[{"action_id": 7}]``; one elsewhere changes nothing."""
_CLICK = f"click[event.item && event.item.datum && event.item.datum.{FIELD}]"
FONT = '"Source Sans", "Segoe UI", "DejaVu Sans", sans-serif'


def timeline(actions: Sequence[Action], today: date, window: Window) -> alt.LayerChart:
    """One row an action, grouped by recommendation, for ``st.altair_chart(chart, on_select=…, theme=None)``.

    The chart is as wide as its container and as high as its rows ask.
    """
    drawing = lay_out(actions, today, window)
    clicked = alt.selection_point(name=SELECTION, fields=[FIELD], on=_CLICK, toggle=False)
    chart: alt.LayerChart = alt.LayerChart(layer=timeline_layers(drawing, window)).properties(
        width="container",
        height=drawing.height,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),  # the rows keep their height
        padding={"left": 0, "right": 4, "top": 4, "bottom": 4},  # Streamlit wants an object here
        description=words.DESCRIPTION,
        config=_look(),
    )
    return chart.add_params(clicked)


def _look() -> alt.Config:
    """The whole look in one place, because a theme of Streamlit would put its own colours over it."""
    return alt.Config(
        locale=DUTCH,
        font=FONT,
        background="#FFFFFF",
        view=alt.ViewConfig(stroke=None),
        text=alt.MarkConfig(fontSize=TEXT_SIZE, baseline="middle"),
        legend=alt.LegendConfig(
            orient="bottom",
            direction="horizontal",
            title=None,
            labelFontSize=TEXT_SIZE,
            labelColor=QUIET,
            labelLimit=400,
            symbolSize=230,
            symbolFillColor=QUIET,
            symbolStrokeWidth=0,
            columnPadding=28,
            offset=14,
        ),
    )
