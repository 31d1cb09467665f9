"""Progress: for every follow-up moment one bar, with how many actions stood in each status."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

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


@dataclass(frozen=True, slots=True)
class Piece:
    """One status in one bar: ``start`` and ``end`` count actions, ``row`` counts bars from the top."""

    row: int
    moment: str
    status: str
    count: int
    start: int
    end: int
    middle: float
    number: str
    ink: str
    edge: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The numbers that did not fit in a bar, to the right of it."""

    row: int
    end: int
    number: str


def progress_chart(steps: Sequence[Progress]) -> alt.LayerChart:
    """The moments from top to bottom, in the order given, for ``st.altair_chart(chart, theme=None)``."""
    most = max((counts.total() for _, counts in steps), default=0) or 1
    pieces = [piece for row, step in enumerate(steps) for piece in _pieces(row, step, most)]
    beside = [note for row, step in enumerate(steps) if (note := _beside(row, step, most))]
    chart: alt.LayerChart = alt.LayerChart(layer=list(_layers(steps, pieces, beside, most))).properties(
        width="container",
        height=_STEP * max(len(steps), 1),
        autosize=FIT,
        padding=PADDING,
        description=words.DESCRIPTION,
        config=look(TEXT_SIZE, _symbol()),
    )
    return chart


def _pieces(row: int, step: Progress, most: int) -> Iterator[Piece]:
    start, (moment, counts) = 0, step
    for status in ORDER:
        count, look = counts[status], STATUS_LOOK[status]
        if not count:
            continue
        # What nobody reported on yet is nearly empty, so that a bar fills up from moment to moment.
        is_pale = status is None
        yield Piece(
            row=row,
            moment=short_date(moment.date),
            status=_word(status),
            count=count,
            start=start,
            end=start + count,
            middle=start + count / 2,
            number="" if _is_narrow(count, most) else f"{look.icon} {count}",
            ink=look.colour if is_pale else WHITE,
            edge=look.colour if is_pale else WHITE,
        )
        start += count


def _beside(row: int, step: Progress, most: int) -> Beside | None:
    _, counts = step
    narrow = [status for status in ORDER if counts[status] and _is_narrow(counts[status], most)]
    notes = [f"{STATUS_LOOK[status].icon} {counts[status]}" for status in narrow]
    return Beside(row, counts.total(), " · ".join(notes)) if notes else None


def _is_narrow(count: int, most: int) -> bool:
    return count / most < _NARROW


def _layers(
    steps: Sequence[Progress], pieces: Sequence[Piece], beside: Sequence[Beside], most: int
) -> Iterator[alt.Chart]:
    x = alt.Scale(domain=[0, most * (1 + _ROOM_BESIDE) if beside else most], nice=False)
    y = alt.Y("row:O", axis=_moment_axis(steps), scale=alt.Scale(domain=list(range(len(steps)))))
    # The edge of a pale piece is drawn over its neighbours' white ones.
    bars = _chart(sorted(pieces, key=lambda piece: piece.edge != WHITE)).mark_bar(height=_BAR_HEIGHT, strokeWidth=2)
    yield bars.encode(
        x=alt.X("start:Q", axis=None, scale=x),
        x2="end:Q",
        y=y,
        fill=alt.Fill("status:N", scale=_fills(), legend=_legend(steps)),
        stroke=alt.Stroke("edge:N", scale=None),
        tooltip=[
            alt.Tooltip("moment:N", title="title"),  # the tooltip's own word for its heading
            alt.Tooltip("status:N", title=FACT[Fact.STATUS]),
            alt.Tooltip("count:Q", title=words.COUNT),
        ],
    )
    numbers = _chart([piece for piece in pieces if piece.number]).mark_text(fontSize=_NUMBER_SIZE, fontWeight="bold")
    yield numbers.encode(
        x=alt.X("middle:Q"), y=alt.Y("row:O"), text="number:N", color=alt.Color("ink:N", scale=None, legend=None)
    )
    if beside:
        aside = _chart(beside).mark_text(fontSize=_NUMBER_SIZE, fontWeight="bold", align="left", dx=10, color=INK)
        yield aside.encode(x=alt.X("end:Q"), y=alt.Y("row:O"), text="number:N")


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


def _fills() -> alt.Scale:
    fills = {_word(status): STATUS_LOOK[status].colour for status in ORDER}
    fills[_word(None)] = STATUS_LOOK[None].background
    return alt.Scale(domain=list(fills), range=list(fills.values()))


def _legend(steps: Sequence[Progress]) -> alt.Legend:
    """Only what stands in a bar: an empty word asks for a look at nothing."""
    present = [_word(status) for status in ORDER if any(counts[status] for _, counts in steps)]
    return alt.Legend(values=present)


def _word(status: Status | None) -> str:
    return f"{STATUS_LOOK[status].icon} {status_label(status)}"


def _chart(items: Sequence[Piece] | Sequence[Beside]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=[asdict(item) for item in items]))


def _symbol() -> alt.LegendConfig:
    """A square with an edge, without which what nobody reported on yet would be white on white."""
    edge = STATUS_LOOK[None].colour
    return alt.LegendConfig(symbolType="square", symbolSize=300, symbolStrokeColor=edge, symbolStrokeWidth=1)
