"""The timeline, by what it tells the browser to draw."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import (
    AUTUMN_2025,
    CONTINUOUS,
    DECEMBER_2026,
    RESPONSE,
    TODAY,
    a_milestone,
    a_report,
    an_action,
    document_actions,
    due,
    due_in_month,
    due_on,
    starting,
)

from mrdb.charts.free_space import Taken, free_place, last_free_end
from mrdb.charts.timeline import timeline
from mrdb.charts.timeline_axis import ticks
from mrdb.domain.period import Precision
from mrdb.domain.response import Action
from mrdb.domain.status import Status, Urgency
from mrdb.domain.timeline import Window, Zoom, window
from mrdb.text.colours import URGENCY_LOOK

Spec = dict[str, Any]


def drawn(actions: Sequence[Action], zoom: Zoom = Zoom.EVERYTHING, today: date = TODAY) -> Spec:
    spec: Spec = timeline(actions, today, window(zoom, actions, today)).to_dict()
    return spec


def values(spec: Spec, mark: str) -> Iterator[Spec]:
    """Every row of data that a kind of mark draws."""
    for layer in spec["layer"]:
        if layer["mark"]["type"] == mark:
            yield from spec["datasets"][layer["data"]["name"]]


def marks(spec: Spec) -> list[Spec]:
    return [value for value in values(spec, "point") if "kind" in value]


def written(spec: Spec) -> set[str]:
    fields = {layer["encoding"]["text"]["field"] for layer in spec["layer"] if "text" in layer["encoding"]}
    return {value[field] for value in values(spec, "text") for field in fields if value.get(field)}


def test_timeline_has_one_row_an_action_under_its_recommendation() -> None:
    spec = drawn(tuple(reversed(document_actions())))
    tops = {value["top"]: value["label"].split()[0] for value in values(spec, "rect") if "label" in value}
    assert [tops[top] for top in sorted(tops)] == [
        "1.", "1.1", "2.", "2.1", "3.", "3.1", "3.2", "4.", "4.1", "4.2", "5.", "5.1", "5.2", "5.3",
        "6.", "6.1", "7.", "7.1", "7.2", "7.3", "8.", "8.1", "8.2",
    ]  # fmt: skip


def test_timeline_makes_december_2026_jump_out() -> None:
    spec = drawn(document_actions())
    assert "dec 2026: 4 deadlines" in written(spec)
    largest = max(mark["size"] for mark in marks(spec))
    busy = [mark for mark in marks(spec) if mark["size"] == largest]
    assert [mark["heading"] for mark in busy] == ["Actie 7.1", "Actie 7.2", "Actie 8.1", "Actie 8.2"]
    assert {(mark["kind"], mark["day"][:10]) for mark in busy} == {("deadline", "2026-12-31")}
    assert all(mark["size"] <= largest / 1.7 for mark in marks(spec) if mark not in busy)
    assert [mark["heading"] for mark in marks(spec) if mark["kind"] == "deadline"] == [mark["heading"] for mark in busy]


def test_timeline_without_a_busy_month_names_none() -> None:
    assert not any("deadlines" in words for words in written(drawn([an_action("1.1", a_milestone(DECEMBER_2026))])))


def test_timeline_draws_today_in_words() -> None:
    assert "vandaag, 23 nov" in written(drawn(document_actions(), Zoom.QUARTER))


def test_timeline_shows_going_on_as_a_fading_band_and_not_as_a_deadline() -> None:
    spec = drawn([an_action("2.1", a_milestone(CONTINUOUS))])
    fading = [layer for layer in spec["layer"] if isinstance(layer["mark"].get("color"), dict)]
    assert [layer["mark"]["color"]["gradient"] for layer in fading] == ["linear"]
    assert marks(spec) == []
    assert {"doorlopend", "→ Doorlopend"} <= written(spec)


def test_timeline_guesses_nothing_for_an_unread_date() -> None:
    spec = drawn([an_action("7.3", a_milestone(None, "opnemen in vormingsbeleid"))])
    assert marks(spec) == []
    assert {"geen termijn", "□ Geen termijn"} <= written(spec)


def test_timeline_puts_a_hollow_mark_and_a_line_at_the_first_date_of_a_moved_deadline() -> None:
    spec = drawn([an_action("7.1", a_milestone(due_in_month(2027, 3), first_period=DECEMBER_2026))])
    assert [(mark["kind"], mark["day"][:10]) for mark in marks(spec)] == [
        ("eerste datum", "2026-12-31"),
        ("deadline", "2027-03-31"),
    ]
    lines = [(line["start"][:10], line["end"][:10]) for line in values(spec, "rule") if "start" in line]
    assert lines == [("2026-12-31", "2027-03-31")]
    assert marks(spec)[1]["due"] == "mrt 2027 (eerst dec 2026)"


def test_timeline_draws_a_start_beside_the_deadline_that_it_would_cover() -> None:
    spec = drawn([an_action("7.1", a_milestone(DECEMBER_2026), a_milestone(starting(date(2027, 1, 1))))])
    assert [(mark["kind"], mark["is_beside"]) for mark in marks(spec)] == [("deadline", False), ("start", True)]


def test_timeline_ends_a_wide_period_in_a_bar_because_nobody_named_its_last_day() -> None:
    spec = drawn([an_action("3.1", a_milestone(AUTUMN_2025))])
    assert [mark["kind"] for mark in marks(spec)] == ["einde van de periode"]


def test_timeline_tells_in_the_tooltip_that_a_year_is_inferred() -> None:
    autumn = due(date(2025, 9, 1), date(2025, 12, 31), Precision.SEASON, inferred=True)
    assert "jaar afgeleid" in marks(drawn([an_action("4.1", a_milestone(autumn))]))[0]["due"]


def test_timeline_checks_off_what_is_reached_in_a_muted_colour() -> None:
    mark = marks(drawn([an_action("4.2", a_milestone(AUTUMN_2025, reached_on=date(2025, 12, 3)))]))[0]
    assert mark["kind"] == "bereikt"
    assert mark["due"].endswith("(bereikt op 3 dec 2025)")
    assert mark["colour"] not in {look.colour for look in URGENCY_LOOK.values()}


def test_timeline_colours_each_milestone_by_its_own_urgency_and_says_it_in_words() -> None:
    spec = drawn([an_action("1.1", a_milestone(due_on(date(2026, 9, 1))), a_milestone(due_on(date(2028, 1, 1))))])
    colours = [URGENCY_LOOK[urgency].colour for urgency in (Urgency.OVERDUE, Urgency.LATER)]
    assert [mark["colour"] for mark in marks(spec)] == colours
    assert "▲ Te laat" in written(spec)


def test_timeline_shows_a_closed_action_with_its_status() -> None:
    closed = an_action("5.1", a_milestone(AUTUMN_2025), reports=[a_report(Status.COMPLETED, "klaar")])
    assert "✓ Afgerond" in written(drawn([closed]))


def test_timeline_names_at_the_edge_a_late_date_that_is_out_of_sight() -> None:
    assert "◀ 31 dec 2025" in written(drawn([an_action("3.1", a_milestone(AUTUMN_2025))], Zoom.QUARTER))
    assert "5 mei 2028 ▶" in written(drawn([an_action("3.1", a_milestone(due_on(date(2028, 5, 5))))], Zoom.QUARTER))


def test_timeline_draws_nothing_outside_its_window() -> None:
    shown = window(Zoom.QUARTER, document_actions(), TODAY)
    spec = drawn(document_actions(), Zoom.QUARTER)
    days = {value[field][:10] for value in values(spec, "rect") for field in ("start", "end") if field in value}
    assert min(days) >= "2026-09-20"
    assert max(days) <= "2027-01-10"
    assert shown == Window(date(2026, 10, 1), date(2026, 12, 31))


def test_timeline_separates_documents_when_there_are_several() -> None:
    other = replace(RESPONSE, id=2, subject="Eindevaluatie Zuid", date=date(2026, 3, 1))
    actions = [an_action("1.1"), an_action("1.1", response=other)]
    spec = drawn(actions)
    assert {"Klimaat en migratie", "Eindevaluatie Zuid"} <= written(spec)
    tips = {value["heading"] for value in values(spec, "rect") if "heading" in value}
    assert tips == {"Actie 1.1 · Klimaat en migratie", "Actie 1.1 · Eindevaluatie Zuid"}
    assert "Eindevaluatie Zuid" not in written(drawn(actions[1:]))


def test_timeline_gives_the_action_of_every_row_to_a_click() -> None:
    actions = document_actions()
    spec = drawn(actions)
    assert [(one["name"], one["select"]["fields"]) for one in spec["params"]] == [("actie", ["action_id"])]
    clickable = {value["action_id"] for value in values(spec, "rect") if "action_id" in value}
    assert clickable == {action.id for action in actions}
    assert all("action_id" in mark for mark in marks(spec))


def test_timeline_is_dutch_legible_and_needs_no_network() -> None:
    chart = timeline(document_actions(), TODAY, window(Zoom.EVERYTHING, document_actions(), TODAY))
    config = chart.to_dict()["config"]
    assert config["locale"]["time"]["shortMonths"][2:5] == ["mrt", "apr", "mei"]
    assert config["locale"]["time"]["days"][0] == "zondag"
    assert min(config["text"]["fontSize"], config["legend"]["labelFontSize"]) >= 16
    assert "http" not in chart.to_json().replace("https://vega.github.io/schema/", "")


@pytest.mark.parametrize("zoom", Zoom)
def test_timeline_stands_without_actions_and_at_the_ends_of_the_calendar(zoom: Zoom) -> None:
    assert marks(drawn([], zoom)) == []
    ends = [an_action("1.1", a_milestone(due_on(day))) for day in (date.min, date.max)]
    assert len(written(drawn(ends, zoom))) > 3


def test_ticks_name_the_months_in_dutch_and_the_year_where_it_begins() -> None:
    year = ticks(Window(date(2026, 1, 1), date(2026, 12, 31)))
    assert [tick.words for tick in year] == [
        "jan",
        "feb",
        "mrt",
        "apr",
        "mei",
        "jun",
        "jul",
        "aug",
        "sep",
        "okt",
        "nov",
        "dec",
    ]
    assert [tick.year for tick in year if tick.year] == ["2026"]
    longer = ticks(Window(date(2024, 7, 1), date(2027, 3, 31)))
    assert [tick.words for tick in longer][:4] == ["jul", "okt", "jan", "apr"]
    assert [tick.year for tick in longer if tick.year] == ["2024", "2025", "2026", "2027"]


def test_ticks_in_a_quarter_name_the_day() -> None:
    assert [tick.words for tick in ticks(Window(date(2026, 10, 1), date(2026, 12, 31)))] == [
        "1 okt", "15 okt", "1 nov", "15 nov", "1 dec", "15 dec",
    ]  # fmt: skip


def test_words_stand_where_nothing_else_stands() -> None:
    assert free_place([], 0.2) == pytest.approx(0, abs=0.01)
    assert free_place([Taken(0.1, 0.3)], 0.2) == pytest.approx(0.3, abs=0.01)
    assert free_place([Taken(0.1, 0.3), Taken(0.4, 0.9)], 0.2) is None
    assert last_free_end([Taken(0.8, 0.82)], 0.2) == pytest.approx(0.8, abs=0.01)
