"""The progress over moments, by what it tells the browser to draw."""

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

from builders import DOCUMENT_MOMENT

from mrdb.charts.progress import progress_chart
from mrdb.domain.comparison import Progress
from mrdb.domain.response import Moment
from mrdb.domain.status import Status
from mrdb.text.colours import STATUS_LOOK

Spec = dict[str, Any]
NOVEMBER = Moment(2, date(2026, 11, 23), "Stuurgroepen samen", "", datetime(2026, 11, 23, 16, tzinfo=UTC), "An")


def a_step(moment: Moment, counts: dict[Status | None, int]) -> Progress:
    return moment, Counter(counts)


FIRST = a_step(DOCUMENT_MOMENT, {None: 10, Status.ONGOING: 5})
SECOND = a_step(NOVEMBER, {None: 6, Status.ONGOING: 5, Status.COMPLETED: 3, Status.DROPPED: 1})


def drawn(*steps: Progress) -> Spec:
    spec: Spec = progress_chart(steps).to_dict()
    return spec


def rows(spec: Spec, layer: int) -> list[Spec]:
    found: list[Spec] = spec["datasets"][spec["layer"][layer]["data"]["name"]]
    return found


def test_progress_has_one_bar_a_moment_without_gaps() -> None:
    spec = drawn(FIRST, SECOND)
    for row in (0, 1):
        pieces = sorted((p for p in rows(spec, 0) if p["row"] == row), key=lambda piece: piece["start"])
        assert (pieces[0]["start"], pieces[-1]["end"]) == (0, 15)
        assert [p["end"] for p in pieces[:-1]] == [p["start"] for p in pieces[1:]]


def test_progress_shows_the_newest_counts_as_numbers_in_the_bar() -> None:
    numbers = {piece["number"] for piece in rows(drawn(FIRST, SECOND), 1) if piece["row"] == 1}
    assert numbers == {"✓ 3", "◐ 5", "– 6", "✕ 1"}


def test_progress_number_that_does_not_fit_stands_beside_the_bar() -> None:
    spec = drawn(a_step(NOVEMBER, {Status.ONGOING: 196, Status.COMPLETED: 1, Status.DROPPED: 3}))
    assert [piece["number"] for piece in rows(spec, 1)] == ["◐ 196"]
    assert [(note["end"], note["number"]) for note in rows(spec, 2)] == [(200, "✓ 1 · ✕ 3")]
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"][1] > 200


def test_progress_takes_the_colours_of_the_statuses() -> None:
    scale = drawn(SECOND)["layer"][0]["encoding"]["fill"]["scale"]
    fills = dict(zip(scale["domain"], scale["range"], strict=True))
    assert fills["✓ Afgerond"] == STATUS_LOOK[Status.COMPLETED].colour
    assert fills["– Nog geen status"] == STATUS_LOOK[None].background


def test_progress_draws_every_status_with_a_look_and_a_name_of_its_own() -> None:
    statuses = (None, *Status)
    spec = drawn(a_step(NOVEMBER, dict.fromkeys(statuses, 1)))
    fill = spec["layer"][0]["encoding"]["fill"]
    assert sum(piece["count"] for piece in rows(spec, 0)) == len(statuses)
    assert set(fill["legend"]["values"]) == {piece["status"] for piece in rows(spec, 0)} == set(fill["scale"]["domain"])
    assert len(set(fill["scale"]["range"])) == len(statuses)
    assert len({look.icon for look in STATUS_LOOK.values()}) == len(statuses)


def test_progress_legend_names_only_what_is_there() -> None:
    assert drawn(FIRST)["layer"][0]["encoding"]["fill"]["legend"]["values"] == ["◐ Lopende", "– Nog geen status"]


def test_progress_dates_are_dutch_and_letters_at_least_16_pixels() -> None:
    spec = drawn(FIRST, SECOND)
    axis = spec["layer"][0]["encoding"]["y"]["axis"]
    assert (
        axis["labelExpr"]
        == '[["13 okt 2025", "Managementrespons"], ["23 nov 2026", "Stuurgroepen samen"]][datum.value]'
    )
    sizes = [axis["labelFontSize"], spec["config"]["legend"]["labelFontSize"], spec["layer"][1]["mark"]["fontSize"]]
    assert min(sizes) >= 16


def test_progress_of_one_moment_is_one_bar_as_high_as_in_a_row_of_many() -> None:
    assert drawn(FIRST)["height"] * 2 == drawn(FIRST, SECOND)["height"]
    assert {piece["row"] for piece in rows(drawn(FIRST), 0)} == {0}


def test_progress_without_any_action_is_an_empty_axis() -> None:
    assert rows(drawn(a_step(NOVEMBER, {})), 0) == []
