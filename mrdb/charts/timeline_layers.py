"""The layers of the timeline, from the back to the front."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, Literal

import altair as alt

from mrdb.charts.timeline_axis import day_scale, grid, ticks
from mrdb.charts.timeline_data import INK, QUIET, Band, Mark, Move, Note, Row, Span, Timeline, Tip, morning
from mrdb.domain.timeline import Window
from mrdb.text import timeline as words

LABEL_WIDTH = 480
"""Pixels to the left of the days, for the actions."""
TEXT_SIZE = 16

_BIG_TEXT_SIZE, _DOCUMENT_SIZE = 26, 20
_YEAR_LINE, _MONTH_LINE, _BAND_LINE, _TODAY_LINE = 10, 31, 62, 92
"""Where, in pixels from the top of the strip above the rows, these have their names."""
_TITLE_PLACE = 0.4
_FLAG_WIDTH = 290
_BAND, _BAND_INK = "#FFD666", "#5C2E00"
_HEADING, _DOCUMENT = "#F1F3F6", "#D3DCE3"
_HALF_BAR = 7
_BESIDE = 14
"""Pixels by which a start stands to the right of the deadline that it would cover."""
_SHAPES = {
    words.DEADLINE: "M0,-1L1,0L0,1L-1,0Z",
    words.PERIOD_END: "M-.45,-1H0V1H-.45Z",
    words.START: "M0,-.85L1.25,0L0,.85Z",
    words.FIRST_DATE: "M0,-1L1,0L0,1L-1,0ZM0,-.6L-.6,0L0,.6L.6,0Z",
    words.REACHED: "M-.95,.05L-.6,-.3L-.25,.05L.6,-.8L.95,-.45L-.25,.75Z",
}
_TIP = [
    alt.Tooltip("heading:N", title="title"),  # the tooltip's own word for its heading
    alt.Tooltip("text:N", title=words.TEXT),
    alt.Tooltip("milestone:N", title=words.MILESTONE),
    alt.Tooltip("due:N", title=words.DUE),
    alt.Tooltip("responsible:N", title=words.RESPONSIBLE),
    alt.Tooltip("status:N", title=words.STATUS),
]
_LEFT_EDGE = alt.value(-LABEL_WIDTH)
_RIGHT_EDGE = alt.value("width")
_COLOUR = alt.Color("colour:N", scale=None)
Align = Literal["left", "center", "right"]


def timeline_layers(drawing: Timeline, window: Window) -> list[alt.Chart]:
    """The layers that have something to draw; a click in a row tells the action by the field ``action_id``."""
    return [layer for layer in _layers(drawing, window) if layer.data["values"]]


def _layers(drawing: Timeline, window: Window) -> Iterator[alt.Chart]:
    documents = [row for row in drawing.rows if row.is_document]
    headings = [row for row in drawing.rows if row.tip is None and not row.is_document]
    actions = [row for row in drawing.rows if row.tip is not None]
    yield _ground(drawing, window)
    yield from _day_names(window)
    yield _stripes(documents).mark_rect(color=_DOCUMENT)
    yield _stripes(headings).mark_rect(color=_HEADING)
    if drawing.band is not None:
        yield from _band(drawing.band, drawing)
    yield _stripes(actions).mark_rect(opacity=0, cursor="pointer").encode(tooltip=_TIP)
    yield from _spans(drawing.spans)
    yield _moves(drawing.moves)
    yield from _today(drawing)
    yield from _marks(drawing.marks)
    yield _notes([note for note in drawing.notes if not note.is_right]).mark_text(align="left")
    yield _notes([note for note in drawing.notes if note.is_right]).mark_text(align="right")
    # A title may run on into the days, unless it would meet the line of today there.
    room = LABEL_WIDTH + 275 if drawing.axis.place(drawing.today) > _TITLE_PLACE else LABEL_WIDTH - 16
    yield _labels(documents).mark_text(align="left", fontWeight="bold", fontSize=_DOCUMENT_SIZE, dx=6, limit=room)
    yield _labels(headings).mark_text(align="left", fontWeight="bold", limit=room)
    for is_strong in (True, False):
        some = [row for row in actions if row.is_strong == is_strong]
        weight: Literal["bold", "normal"] = "bold" if is_strong else "normal"
        yield _labels(some).mark_text(align="left", fontWeight=weight, limit=LABEL_WIDTH - 16, cursor="pointer")
        yield _urgencies(some).mark_text(align="left", fontWeight=weight, dx=12, cursor="pointer")


def _ground(drawing: Timeline, window: Window) -> alt.Chart:
    """Nothing to see: it alone says where the two axes, days to the right and pixels downwards, begin and end."""
    axis = drawing.axis
    corners = [{"day": axis.first.isoformat(), "depth": 0}, {"day": axis.last.isoformat(), "depth": drawing.height}]
    depth = alt.Scale(domain=[drawing.height, 0], nice=False, zero=False)
    chart: alt.Chart = alt.Chart(alt.InlineData(values=corners)).mark_point(opacity=0)
    return chart.encode(
        x=alt.X("day:T", axis=grid(window), scale=day_scale(axis)),
        y=alt.Y("depth:Q", axis=None, scale=depth),
    )


def _day_names(window: Window) -> Iterator[alt.Chart]:
    chart = alt.Chart(
        alt.InlineData(values=[{**asdict(tick), "day": morning(tick.day).isoformat()} for tick in ticks(window)])
    )
    name = chart.mark_text(align="left", dx=3, color=QUIET)
    yield name.encode(x=alt.X("day:T"), y=alt.value(_MONTH_LINE), text="words:N")
    year = chart.mark_text(align="left", dx=3, color=QUIET, fontWeight="bold")
    yield year.encode(x=alt.X("day:T"), y=alt.value(_YEAR_LINE), text="year:N")


def _stripes(rows: Iterable[Row]) -> alt.Chart:
    return _chart(rows).encode(x=_LEFT_EDGE, x2=_RIGHT_EDGE, y=alt.Y("top:Q"), y2="bottom:Q")


def _band(band: Band, drawing: Timeline) -> Iterator[alt.Chart]:
    chart = _chart([band])
    whole = {"y": alt.value(_MONTH_LINE + 12), "y2": alt.value(drawing.height)}
    yield chart.mark_rect(color=_BAND, opacity=0.6).encode(x=alt.X("start:T"), x2="end:T", **whole)
    yield from _flag(band, drawing)


def _flag(band: Band, drawing: Timeline) -> Iterator[alt.Chart]:
    """The name of the month, which is wider than the month itself: it grows away from the nearest edge."""
    place = drawing.axis.place(band.middle)
    field, side = ("end", -1) if place > 0.7 else ("start", 1) if place < 0.3 else ("middle", 0)
    offset = side * _FLAG_WIDTH / 2
    chart = _chart([band])
    x, y = alt.X(f"{field}:T"), alt.value(_BAND_LINE)
    yield chart.mark_rect(color=_BAND, width=_FLAG_WIDTH, height=36, xOffset=offset, cornerRadius=4).encode(x=x, y=y)
    name = chart.mark_text(align="center", fontSize=_BIG_TEXT_SIZE, fontWeight="bold", color=_BAND_INK, dx=offset)
    yield name.encode(x=x, y=y, text="words:N")


def _spans(spans: Sequence[Span]) -> Iterator[alt.Chart]:
    """What goes on, a layer for each colour because a gradient belongs to a layer; in front of it what ends."""
    for colour in sorted({span.colour for span in spans if span.fades}):
        fading = [span for span in spans if span.fades and span.colour == colour]
        yield _bars(fading).mark_rect(color=_fading(colour), cornerRadius=3, cursor="pointer")
    solid = _bars(span for span in spans if not span.fades).mark_rect(cornerRadius=3, cursor="pointer")
    yield solid.encode(color=_COLOUR, opacity=alt.Opacity("opacity:Q", scale=None))


def _bars(spans: Iterable[Span]) -> alt.Chart:
    records = [{**_record(span), "top": span.middle - _HALF_BAR, "bottom": span.middle + _HALF_BAR} for span in spans]
    return alt.Chart(alt.InlineData(values=records)).encode(
        x=alt.X("start:T"), x2="end:T", y=alt.Y("top:Q"), y2="bottom:Q", tooltip=_TIP
    )


def _fading(colour: str) -> alt.LinearGradient:
    stops = [alt.GradientStop(color=f"{colour}38", offset=0), alt.GradientStop(color=f"{colour}00", offset=1)]
    return alt.LinearGradient(gradient="linear", stops=stops, x1=0, x2=1, y1=0, y2=0)


def _moves(moves: Iterable[Move]) -> alt.Chart:
    lines: alt.Chart = _chart(moves).mark_rule(strokeWidth=2)
    return lines.encode(x=alt.X("start:T"), x2="end:T", y=alt.Y("middle:Q"), color=_COLOUR, tooltip=_TIP)


def _today(drawing: Timeline) -> Iterator[alt.Chart]:
    axis, today = drawing.axis, drawing.today
    if today not in axis:
        return
    records = alt.InlineData(values=[{"day": today.isoformat(), "words": words.today_is(today.date())}])
    line = alt.Chart(records).mark_rule(strokeWidth=3, color=INK)
    yield line.encode(x=alt.X("day:T"), y=alt.value(_TODAY_LINE - 12), y2=alt.value(drawing.height))
    align: Align = "right" if axis.place(today) > 0.5 else "left"
    gap = -8 if align == "right" else 8
    name = alt.Chart(records).mark_text(align=align, dx=gap, fontSize=TEXT_SIZE + 1, fontWeight="bold", color=INK)
    yield name.encode(x=alt.X("day:T"), y=alt.value(_TODAY_LINE), text="words:N")


def _marks(marks: Sequence[Mark]) -> Iterator[alt.Chart]:
    present = {mark.kind for mark in marks}
    kinds = [kind for kind in _SHAPES if kind in present]
    shapes = alt.Scale(domain=kinds, range=[_SHAPES[kind] for kind in kinds])
    for offset, some in (
        (0, [mark for mark in marks if not mark.is_beside]),
        (_BESIDE, [mark for mark in marks if mark.is_beside]),
    ):
        if some:
            points = _chart(some).mark_point(
                filled=True, opacity=1, stroke="#FFFFFF", strokeWidth=1.2, xOffset=offset, cursor="pointer"
            )
            yield points.encode(
                x=alt.X("day:T"),
                y=alt.Y("middle:Q"),
                shape=alt.Shape("kind:N", scale=shapes),
                size=alt.Size("size:Q", scale=None),
                fill=alt.Fill("colour:N", scale=None),
                tooltip=_TIP,
            )


def _notes(notes: Iterable[Note]) -> alt.Chart:
    return _chart(notes).encode(x=alt.X("day:T"), y=alt.Y("middle:Q"), text="words:N", color=_COLOUR, tooltip=_TIP)


def _labels(rows: Iterable[Row]) -> alt.Chart:
    return _chart(rows).encode(x=_LEFT_EDGE, y=alt.Y("middle:Q"), text="label:N", color=_COLOUR, tooltip=_TIP)


def _urgencies(rows: Iterable[Row]) -> alt.Chart:
    colour = alt.Color("word_colour:N", scale=None)
    return _chart(rows).encode(x=_RIGHT_EDGE, y=alt.Y("middle:Q"), text="word:N", color=colour, tooltip=_TIP)


def _chart(items: Iterable[Band | Mark | Move | Note | Row]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=[_record(item) for item in items]))


def _record(item: Band | Mark | Move | Note | Row | Span) -> dict[str, Any]:
    """One flat row of data; days without a zone, which a browser reads as its own local time."""
    record = asdict(item)
    tip: Tip | None = getattr(item, "tip", None)
    record.pop("tip", None)
    if tip is not None:
        record.update({name: value or words.EMPTY for name, value in asdict(tip).items()})
    if isinstance(item, Row | Band):
        record["middle"] = item.middle.isoformat() if isinstance(item, Band) else item.middle
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in record.items()}
