"""The timeline: every action on one axis of days, with today and the busiest month in sight."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal

import altair as alt

from mrdb.charts.days import Days, day_axis, evening, morning, noon
from mrdb.charts.look import FIT, INK, PADDING, QUIET, WHITE, look
from mrdb.charts.timeline_records import DOCUMENT, DONE, RECOMMENDATION, Canvas, Row, Shape, records
from mrdb.domain.facts import Fact
from mrdb.domain.once import once
from mrdb.domain.response import Action
from mrdb.domain.status import Urgency
from mrdb.domain.timeline import DeadlineCluster, Window, busiest_month
from mrdb.text import timeline as words
from mrdb.text.colours import URGENCY_LOOK
from mrdb.text.documents import action_documents
from mrdb.text.labels import EMPTY, FACT, HEADING

AT_ONCE = 100
"""Actions: of more nobody sees the end, and a browser draws no picture that is higher than 65,535 pixels."""
SELECTION = "actie"
FIELD = "action_id"
"""A click in a row gives the selection ``actie`` the value ``[{"action_id": 7}]``; one elsewhere changes nothing."""

_CLICK = f"click[event.item && event.item.datum && event.item.datum.{FIELD}]"
_LABEL_WIDTH = 480
"""Pixels to the left of the days, for the actions."""
_ROW_HEIGHT = 23
_TEXT_SIZE, _TODAY_SIZE, _DOCUMENT_SIZE, _FLAG_SIZE = 16, 17, 18, 26
_FLAG_TOP, _FLAG_LINE, _TODAY_LINE = -57, -39, -10
"""Where, in pixels above the rows, the names of the busiest month and of today stand."""
_FLAG_WIDTH, _FLAG_HEIGHT = 290, 36
_TITLE_PLACE, _RUNS_ON = 0.4, 275
_BAND, _BAND_INK = "#FFD666", "#5C2E00"
_BAR, _LINE = 14, 2
_BESIDE = 14
"""Pixels by which a start stands to the right of the deadline that it would cover."""
_SHAPES = {
    words.DEADLINE: "M0,-1L1,0L0,1L-1,0Z",
    words.PERIOD_END: "M-.45,-1H0V1H-.45Z",
    words.START: "M0,-.85L1.25,0L0,.85Z",
    words.FIRST_DATE: "M0,-1L1,0L0,1L-1,0ZM0,-.6L-.6,0L0,.6L.6,0Z",
    words.REACHED: "M-.95,.05L-.6,-.3L-.25,.05L.6,-.8L.95,-.45L-.25,.75Z",
    words.CONTINUOUS: "M-.95,-.4H.95V.4H-.95Z",
}
_TIP_FIELDS = {
    "title": "heading",  # the tooltip's own word for its heading
    HEADING[Fact.ACTION_TEXT]: "text",
    FACT[Fact.LABEL]: "milestone",
    FACT[Fact.PERIOD]: "due",
    FACT[Fact.RESPONSIBLE]: "responsible",
    FACT[Fact.STATUS]: "status",
}
_TIP_LINES = (f"'{word}': datum.{field} || '{EMPTY}'" for word, field in _TIP_FIELDS.items())
_TIP = alt.ExprRef(f"datum.{FIELD} ? {{{', '.join(_TIP_LINES)}}} : null")
"""What the pointer tells of an action; only a mark that has it can be pointed at and clicked."""


_SAID = f"""datum.{FIELD} ? datum.heading + ': ' + datum.text + '. ' + datum.due + '. ' + datum.status : datum.label"""
"""What a screen reader says of a row, the one mark that it meets."""


@once
def timeline(actions: Sequence[Action], today: date, window: Window, first: int = 0) -> dict[str, Any]:
    """One row an action, grouped by recommendation, for ``st.vega_lite_chart(spec, on_select=…, theme=None)``.

    It shows ``AT_ONCE`` of the actions, from the ``first`` on (counted from 0), and the busiest month of them all. The
    chart is as wide as its container and as high as its rows ask. It is a finished specification of Vega-Lite: Altair,
    which writes it, would look at every value of the two sets of records, for half a second at 1,000 actions.
    """
    days, cluster = Days.around(window), busiest_month(actions, today)
    busy = frozenset(due.milestone.id for due in cluster.deadlines) if cluster else frozenset()
    canvas = Canvas(days, today, busy, action_documents(actions))
    rows, shapes = records(actions[first : first + AT_ONCE], canvas)
    clicked = alt.selection_point(name=SELECTION, fields=[FIELD], on=_CLICK, toggle=False)
    chart = alt.LayerChart(
        layer=[
            *_band(cluster, days),
            _stripes(),
            _bars(),
            *_today(today, window, days),
            _marks(shapes),
            *_names(runs_on=days.place(noon(today)) > _TITLE_PLACE),
        ],
        width="container",
        height=_ROW_HEIGHT * max(len(rows), 1),
        autosize=FIT,
        padding=PADDING,
        description=words.DESCRIPTION,
        config=look(
            _TEXT_SIZE,
            alt.LegendConfig(symbolSize=230, symbolFillColor=QUIET, symbolStrokeWidth=0),
            alt.MarkConfig(cursor=alt.expr(f"datum.{FIELD} ? 'pointer' : 'default'")),
        ),
    )
    spec: dict[str, Any] = chart.add_params(clicked).to_dict()
    spec["datasets"].update(rows=[_flat(row) for row in rows], shapes=[_flat(shape) for shape in shapes])
    return spec


def _flat(record: Row | Shape) -> dict[str, object]:
    flat = {**vars(record), **vars(record.tip)}
    del flat["tip"]
    return flat


def _rows(data: str) -> alt.Chart:
    """A chart of one of the two sets of records, each in its row."""
    scale = alt.Scale(type="band", padding=0)
    chart: alt.Chart = alt.Chart(alt.NamedData(data)).encode(y=alt.Y("row:O", axis=None, scale=scale))
    return chart


def _stripes() -> alt.Chart:
    """A row from side to side, to point at; dark behind a heading, through which the busiest month still shows."""
    fill = f"datum.kind == '{DOCUMENT}' ? '#113F6230' : datum.kind == '{RECOMMENDATION}' ? '#1432640E' : 'transparent'"
    chart: alt.Chart = _rows("rows").mark_rect(
        x=-_LABEL_WIDTH,
        x2="width",
        fill=alt.expr(fill),
        tooltip=_TIP,
        aria=True,
        ariaRoleDescription=words.ROW,
        description=alt.expr(_SAID),
    )
    return chart


def _bars() -> alt.Chart:
    """The days that a period takes, fading where it goes on, and the line along which a deadline moved."""
    fading = [
        {"test": f"datum.fades && (datum.colour == '{DONE}') == {is_done}", "value": _fading(colour)}
        for is_done, colour in (("true", DONE), ("false", URGENCY_LOOK[Urgency.CONTINUOUS].colour))
    ]
    is_line = f"datum.kind == '{words.FIRST_DATE}'"
    is_late = f"datum.colour == '{URGENCY_LOOK[Urgency.OVERDUE].colour}'"
    bars = _rows("shapes").mark_bar(
        cornerRadius=3,
        size=alt.expr(f"{is_line} ? {_LINE} : {_BAR}"),
        # Darker where it is late: colour-blind eyes see that crimson as the grey of what simply goes on.
        opacity=alt.expr(f"{is_line} || datum.fades ? 1 : {is_late} ? 0.6 : 0.35"),
        tooltip=_TIP,
    )
    colour = alt.Color("colour:N", scale=None, condition=fading)
    chart: alt.Chart = bars.transform_filter("datum.start").encode(x=alt.X("start:T"), x2=alt.X2("end:T"), color=colour)
    return chart


def _fading(colour: str) -> alt.LinearGradient:
    stops = [alt.GradientStop(color=f"{colour}38", offset=0), alt.GradientStop(color=f"{colour}00", offset=1)]
    return alt.LinearGradient(gradient="linear", stops=stops, x1=0, x2=1, y1=0, y2=0)


def _marks(shapes: Sequence[Shape]) -> alt.Chart:
    """The shapes on the dates; the legend names those that are there, and the bar that fades."""
    present = {shape.kind for shape in shapes if shape.day}
    present |= {words.CONTINUOUS for shape in shapes if shape.start and (shape.fades or shape.kind == words.CONTINUOUS)}
    kinds = [kind for kind in _SHAPES if kind in present]
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=kinds, range=[_SHAPES[kind] for kind in kinds]))
    points = _rows("shapes").mark_point(
        filled=True,
        opacity=1,
        stroke=WHITE,
        strokeWidth=1.2,
        # The end of a period is narrow.
        size=alt.expr(f"datum.is_busy ? 640 : datum.kind == '{words.PERIOD_END}' ? 380 : 230"),
        xOffset=alt.expr(f"datum.is_beside ? {_BESIDE} : 0"),
        tooltip=_TIP,
    )
    fill = alt.Fill("colour:N", scale=None)
    chart: alt.Chart = points.transform_filter("datum.day").encode(x=alt.X("day:T"), shape=shape, fill=fill)
    return chart


def _names(*, runs_on: bool) -> Iterator[alt.Chart]:
    """The label to the left of a row, and the word to the right of it.

    A title may run on into the days, unless it would meet the line of today there.
    """
    weight = alt.expr("datum.is_strong ? 'bold' : 'normal'")
    short = _LABEL_WIDTH - 16
    label = _rows("rows").mark_text(
        x=-_LABEL_WIDTH,
        align="left",
        dx=alt.expr(f"datum.kind == '{DOCUMENT}' ? 6 : 0"),
        fontSize=alt.expr(f"datum.kind == '{DOCUMENT}' ? {_DOCUMENT_SIZE} : {_TEXT_SIZE}"),
        fontWeight=weight,
        limit=alt.expr(f"datum.{FIELD} ? {short} : {_LABEL_WIDTH + _RUNS_ON if runs_on else short}"),
        tooltip=_TIP,
    )
    yield label.encode(text=alt.Text("label:N"), color=alt.Color("colour:N", scale=None))
    word = _rows("rows").mark_text(x="width", align="left", dx=12, fontWeight=weight, tooltip=_TIP)
    yield word.encode(text=alt.Text("word:N"), color=alt.Color("word_colour:N", scale=None))


def _band(cluster: DeadlineCluster | None, days: Days) -> Iterator[alt.Chart]:
    """The busiest month, and above it its name, which is wider than the month: it grows away from the nearest edge."""
    start, end = days.part(morning(cluster.first), evening(cluster.last)) if cluster else (None, None)
    if cluster is None or start is None:
        return
    middle = noon(cluster.first.replace(day=15))
    side = 1 if days.place(middle) < 0.3 else -1 if days.place(middle) > 0.7 else 0
    name = words.cluster(cluster.first, len(cluster.deadlines))
    record = {"start": start, "middle": middle.isoformat(), "end": end, "words": name}
    chart = alt.Chart(alt.InlineData(values=[record]))
    band = chart.mark_rect(color=_BAND, opacity=0.6, y=_FLAG_TOP, y2="height")
    yield band.encode(x=alt.X("start:T"), x2=alt.X2("end:T"))
    x, offset = alt.X({1: "start:T", -1: "end:T", 0: "middle:T"}[side]), side * _FLAG_WIDTH / 2
    flag = chart.mark_rect(color=_BAND, width=_FLAG_WIDTH, height=_FLAG_HEIGHT, cornerRadius=4, xOffset=offset)
    yield flag.encode(x=x, y=alt.value(_FLAG_LINE))
    text = chart.mark_text(fontSize=_FLAG_SIZE, fontWeight="bold", color=_BAND_INK, y=_FLAG_LINE, dx=offset)
    yield text.encode(x=x, text=alt.Text("words:N"))


def _today(today: date, window: Window, days: Days) -> Iterator[alt.Chart]:
    """A line through all rows, which alone says where the axis of days begins and ends: every window holds today."""
    records = [{"day": noon(today).isoformat(), "words": words.today_is(today)}]
    chart = alt.Chart(alt.InlineData(values=records))
    x = alt.X("day:T", axis=day_axis(window, -_FLAG_TOP, _TEXT_SIZE), scale=days.scale())
    yield chart.mark_rule(strokeWidth=3, color=INK, y=_FLAG_LINE + _FLAG_HEIGHT / 2, y2="height").encode(x=x)
    is_late = days.place(noon(today)) > 0.5
    align: Literal["right", "left"] = "right" if is_late else "left"
    name = chart.mark_text(
        align=align, dx=-8 if is_late else 8, fontSize=_TODAY_SIZE, fontWeight="bold", color=INK, y=_TODAY_LINE
    )
    yield name.encode(x=alt.X("day:T"), text=alt.Text("words:N"))
