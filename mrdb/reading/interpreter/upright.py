"""Tables with their titles on the left side, set upright."""

from collections.abc import Iterator

from mrdb.reading.blocks import Grid


def upright(grid: Grid) -> Iterator[Grid]:
    yield grid
