"""Progress: for every follow-up moment one bar, with how many actions stood in each status."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import altair as alt

from mrdb.charts.look import FIT, INK, PADDING, WHITE, look
from mrdb.domain.comparison import Progress
from mrdb.domain.facts import Fact
from mrdb.domain.status import Status
from mrdb.text import comparison as words
from mrdb.text.colours import STATUS_LOOK
from mrdb.text.dates import short_date
from mrdb.text.labels import FACT, status_label

ORDER = sorted((*reversed(Status), None), key=lambda status: (status == Status.DROPPED, status != Status.COMPLETED))
"""From left to right: what is done comes first, so that the eye sees it grow; what was dropped comes last."""
TEXT_SIZE = 18

_BAR_HEIGHT = 44
_STEP = 68
_NUMBER_SIZE = 20
_NARROW = 0.06
"""Part of the axis below which a number does not fit in its piece; it then stands beside the bar."""
_ROOM_BESIDE = 0.2
_Record = dict[str, Any]


def progress_chart(steps: Sequence[Progress]) -> alt.LayerChart:
    """The moments from top to bottom, in the order given, for ``st.altair_chart(chart, theme=None)``."""
    most = max((counts.total() for _, counts in steps), default=0) or 1
    pieces = [piece for row, step in enumerate(steps) for piece in _pieces(row, step)]
    fitting = [piece for piece in pieces if piece["count"] / most >= _NARROW]
    beside = _beside([piece for piece in pieces if piece not in fitting], steps)
    layers = [_bars(pieces, steps, most * (1 + _ROOM_BESIDE) if beside else most), _numbers(fitting, "middle:Q")]
    if beside:
        layers.append(_numbers(beside, "end:Q", align="left", dx=10))
    # A square with an edge, without which what nobody reported on yet would be white on white.
    edge = STATUS_LOOK[None].colour
    symbol = alt.LegendConfig(symbolType="square", symbolSize=300, symbolStrokeColor=edge, symbolStrokeWidth=1)
    chart: alt.LayerChart = alt.LayerChart(layer=layers).properties(
        width="container",
        height=_STEP * max(len(steps), 1),
        autosize=FIT,
        padding=PADDING,
        description=words.DESCRIPTION,
        config=look(TEXT_SIZE, symbol),
    )
    return chart


def _pieces(row: int, step: Progress) -> Iterator[_Record]:
    """Each status in one bar: ``start`` and ``end`` count actions, ``row`` counts bars from the top."""
    start, (moment, counts) = 0, step
    for status in ORDER:
        if not (count := counts[status]):
            continue
        look = STATUS_LOOK[status]
        yield {
            "row": row,
            "moment": short_date(moment.date),
            "status": _word(status),
            "count": count,
            "start": start,
            "end": start + count,
            "middle": start + count / 2,
            "number": f"{look.icon} {count}",
            # What nobody reported on yet is nearly empty, so that a bar fills up from moment to moment.
            "ink": look.colour if status is None else WHITE,
        }
        start += count


def _beside(pieces: Sequence[_Record], steps: Sequence[Progress]) -> list[_Record]:
    """The numbers that did not fit in a bar, to the right of it."""
    said: defaultdict[int, list[str]] = defaultdict(list)
    for piece in pieces:
        said[piece["row"]].append(piece["number"])
    return [
        {"row": row, "end": steps[row][1].total(), "number": " · ".join(numbers), "ink": INK}
        for row, numbers in said.items()
    ]


def _bars(pieces: Sequence[_Record], steps: Sequence[Progress], width: float) -> alt.Chart:
    fills = {_word(status): STATUS_LOOK[status].colour for status in ORDER}
    fills[_word(None)] = STATUS_LOOK[None].background
    # Only what stands in a bar: an empty word asks for a look at nothing.
    present = [_word(status) for status in ORDER if any(counts[status] for _, counts in steps)]
    # The edge of a pale piece is drawn over its neighbours' white ones.
    bars = _chart(sorted(pieces, key=lambda piece: piece["ink"] != WHITE)).mark_bar(height=_BAR_HEIGHT, strokeWidth=2)
    scale, legend = alt.Scale(domain=list(fills), range=list(fills.values())), alt.Legend(values=present)
    chart: alt.Chart = bars.encode(
        x=alt.X("start:Q", axis=None, scale=alt.Scale(domain=[0, width], nice=False)),
        x2="end:Q",
        y=alt.Y("row:O", axis=_moment_axis(steps), scale=alt.Scale(domain=list(range(len(steps))))),
        fill=alt.Fill("status:N", scale=scale, legend=legend),
        stroke=alt.Stroke("ink:N", scale=None),
        tooltip=[
            alt.Tooltip("moment:N", title="title"),  # the tooltip's own word for its heading
            alt.Tooltip("status:N", title=FACT[Fact.STATUS]),
            alt.Tooltip("count:Q", title=words.COUNT),
        ],
    )
    return chart


def _numbers(records: Sequence[_Record], place: str, **look: Any) -> alt.Chart:
    ink = alt.Color("ink:N", scale=None, legend=None)
    text = _chart(records).mark_text(fontSize=_NUMBER_SIZE, fontWeight="bold", **look)
    chart: alt.Chart = text.encode(x=alt.X(place), y=alt.Y("row:O"), text="number:N", color=ink)
    return chart


def _moment_axis(steps: Sequence[Progress]) -> alt.Axis:
    notes = [(short_date(moment.date), words.moment_note(moment)) for moment, _ in steps]
    lines = [list(filter(None, lines)) for lines in notes]
    line_height = TEXT_SIZE + 5
    # Vega puts the first line, not the middle of two, beside the bar.
    offset = {
        "condition": {"test": f"{json.dumps(lines)}[datum.value].length > 1", "value": -line_height / 2},
        "value": 0,
    }
    return alt.Axis(
        title=None,
        domain=False,
        ticks=False,
        labelExpr=f"{json.dumps(lines)}[datum.value]",
        labelFontSize=TEXT_SIZE,
        labelColor=INK,
        labelLimit=300,
        labelPadding=12,
        labelLineHeight=line_height,
        labelOffset=offset,
    )


def _word(status: Status | None) -> str:
    return f"{STATUS_LOOK[status].icon} {status_label(status)}"


def _chart(records: Sequence[_Record]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=records))
