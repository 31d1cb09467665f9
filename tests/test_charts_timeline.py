"""The timeline, by what it tells the browser to draw."""

import json
from collections.abc import Sequence
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

from mrdb.charts.timeline import timeline
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action
from mrdb.domain.status import Status, Urgency
from mrdb.domain.timeline import Window, Zoom, window
from mrdb.text.colours import URGENCY_LOOK
from mrdb.text.labels import status_label
from mrdb.text.timeline import ZOOM

Spec = dict[str, Any]


def drawn(actions: Sequence[Action], zoom: Zoom = Zoom.EVERYTHING, today: date = TODAY) -> Spec:
    return timeline(actions, today, window(zoom, actions, today))


def rows(spec: Spec) -> list[Spec]:
    found: list[Spec] = spec["datasets"]["rows"]
    return found


def shapes(spec: Spec) -> list[Spec]:
    found: list[Spec] = spec["datasets"]["shapes"]
    return found


def marks(spec: Spec) -> list[Spec]:
    return [shape for shape in shapes(spec) if shape["day"]]


def written(spec: Spec) -> set[str]:
    fields = {layer["encoding"]["text"]["field"] for layer in spec["layer"] if "text" in layer["encoding"]}
    return {value[field] for values in spec["datasets"].values() for value in values for field in fields & set(value)}


def legend(spec: Spec) -> list[str]:
    found: list[str] = next(
        x["encoding"]["shape"]["scale"]["domain"] for x in spec["layer"] if "shape" in x["encoding"]
    )
    return found


def test_timeline_has_one_row_an_action_under_its_recommendation() -> None:
    spec = drawn(document_actions())
    assert [row["row"] for row in rows(spec)] == list(range(23))
    assert [row["label"].split()[0] for row in rows(spec)] == [
        "1.", "1.1", "2.", "2.1", "3.", "3.1", "3.2", "4.", "4.1", "4.2", "5.", "5.1", "5.2", "5.3",
        "6.", "6.1", "7.", "7.1", "7.2", "7.3", "8.", "8.1", "8.2",
    ]  # fmt: skip


def test_timeline_makes_december_2026_jump_out() -> None:
    spec = drawn(document_actions())
    assert "dec 2026: 6 deadlines" in written(spec)
    numbers, busy = ["4.1", "5.3", "7.1", "7.2", "8.1", "8.2"], [mark for mark in marks(spec) if mark["is_busy"]]
    assert [mark["heading"] for mark in busy] == [f"Actie {number}" for number in numbers]
    assert {(mark["kind"], mark["day"][:10]) for mark in busy} >= {("deadline", "2026-12-31")}
    assert [row["label"][:3] for row in rows(spec) if row["is_strong"] and row["action_id"]] == numbers
    named = [mark["heading"] for mark in marks(spec) if mark["kind"] == "deadline"]
    assert named == ["Actie 7.1", "Actie 7.2", "Actie 8.1", "Actie 8.2"]


def test_timeline_without_a_busy_month_names_none() -> None:
    assert not any("deadlines" in words for words in written(drawn([an_action("1.1", a_milestone(DECEMBER_2026))])))


def test_timeline_draws_today_in_words() -> None:
    assert "vandaag, 23 nov" in written(drawn(document_actions(), Zoom.QUARTER))


def test_timeline_shows_going_on_as_a_fading_band_and_not_as_a_deadline() -> None:
    spec = drawn([an_action("2.1", a_milestone(CONTINUOUS))])
    assert [(shape["start"][:10], shape["fades"]) for shape in shapes(spec)] == [("2026-09-27", True)]
    assert marks(spec) == []
    assert "→ Doorlopend" in written(spec)
    assert legend(spec) == ["doorlopend"]


def test_timeline_guesses_nothing_for_an_unread_date() -> None:
    spec = drawn([an_action("7.3", a_milestone(None, "opnemen in vormingsbeleid"))])
    assert marks(spec) == []
    assert "□ Geen termijn" in written(spec)


def test_timeline_puts_a_hollow_mark_and_a_line_at_the_first_date_of_a_moved_deadline() -> None:
    spec = drawn([an_action("7.1", a_milestone(due_in_month(2027, 3), first_period=DECEMBER_2026))])
    assert [(mark["kind"], mark["day"][:10]) for mark in marks(spec)] == [
        ("eerste datum", "2026-12-31"),
        ("deadline", "2027-03-31"),
    ]
    assert (marks(spec)[0]["start"][:10], marks(spec)[0]["end"][:10]) == ("2026-12-31", "2027-03-31")
    assert marks(spec)[1]["due"] == "mrt 2027 (eerst dec 2026)"


def test_timeline_draws_a_start_beside_the_deadline_that_it_would_cover() -> None:
    spec = drawn([an_action("7.1", a_milestone(DECEMBER_2026), a_milestone(starting(date(2027, 1, 1))))])
    assert {mark["kind"]: mark["is_beside"] for mark in marks(spec)} == {"deadline": False, "start": True}


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


def test_timeline_names_beside_the_urgency_a_date_that_is_out_of_sight() -> None:
    late, later = a_milestone(AUTUMN_2025), a_milestone(due_on(date(2028, 5, 5)))
    assert "▲ Te laat · 31 dec 2025" in written(drawn([an_action("3.1", late)], Zoom.QUARTER))
    assert "◇ Later · 5 mei 2028" in written(drawn([an_action("3.1", later)], Zoom.QUARTER))
    assert {"▲ Te laat", "◇ Later"} <= written(drawn([an_action("3.1", late), an_action("3.2", later)]))


def test_timeline_draws_nothing_outside_its_window() -> None:
    shown = window(Zoom.QUARTER, document_actions(), TODAY)
    spec = drawn(document_actions(), Zoom.QUARTER)
    days = {shape[field][:10] for shape in shapes(spec) for field in ("start", "end", "day") if shape[field]}
    assert min(days) >= "2026-09-20"
    assert max(days) <= "2027-01-10"
    assert shown == Window(date(2026, 10, 1), date(2026, 12, 31))


def test_timeline_separates_documents_when_there_are_several() -> None:
    other = replace(RESPONSE, id=2, subject="Eindevaluatie Zuid", date=date(2026, 3, 1))
    actions = [an_action("1.1"), an_action("1.1", response=other)]
    spec = drawn(actions)
    assert {"Klimaat en migratie", "Eindevaluatie Zuid"} <= written(spec)
    tips = {row["heading"] for row in rows(spec) if row["action_id"]}
    assert tips == {"Actie 1.1 · Klimaat en migratie", "Actie 1.1 · Eindevaluatie Zuid"}
    assert "Eindevaluatie Zuid" not in written(drawn(actions[1:]))


def test_timeline_gives_the_action_of_every_row_to_a_click() -> None:
    actions = document_actions()
    spec = drawn(actions)
    assert [(one["name"], one["select"]["fields"]) for one in spec["params"]] == [("actie", ["action_id"])]
    assert [row["action_id"] for row in rows(spec) if row["action_id"]] == [action.id for action in actions]
    assert {mark["action_id"] for mark in marks(spec)} < {action.id for action in actions}


def test_timeline_is_dutch_legible_and_needs_no_network() -> None:
    spec = drawn(document_actions())
    config = spec["config"]
    assert config["locale"]["time"]["shortMonths"][2:5] == ["mrt", "apr", "mei"]
    assert config["locale"]["time"]["days"][0] == "zondag"
    assert min(config["text"]["fontSize"], config["legend"]["labelFontSize"]) >= 16
    assert "http" not in json.dumps(spec).replace("https://vega.github.io/schema/", "")


@pytest.mark.parametrize("zoom", Zoom)
def test_timeline_stands_without_actions_and_at_the_ends_of_the_calendar(zoom: Zoom) -> None:
    assert marks(drawn([], zoom)) == []
    assert ZOOM[zoom]
    ends = [an_action("1.1", a_milestone(due_on(day))) for day in (date.min, date.max)]
    assert len(written(drawn(ends, zoom))) > 3


def test_timeline_draws_every_kind_of_period_and_names_its_mark_in_the_legend() -> None:
    ways = [(kind, precision) for kind in PeriodKind for precision in Precision]
    periods = [Period(kind, date(2026, 10, 1), date(2026, 12, 31), precision) for kind, precision in ways]
    spec = drawn([an_action(f"1.{number}", a_milestone(period)) for number, period in enumerate(periods)])
    assert len(shapes(spec)) == len(periods)
    assert {mark["kind"] for mark in marks(spec)} <= set(legend(spec))
    assert legend(spec) == ["deadline", "einde van de periode", "start", "doorlopend"]


@pytest.mark.parametrize("status", [None, *Status])
def test_timeline_says_in_words_where_every_action_stands(status: Status | None) -> None:
    action = an_action("1.1", a_milestone(DECEMBER_2026), reports=[a_report(status)] if status else [])
    word = status_label(status) if status and status.is_closed else "Binnenkort"
    row = rows(drawn([action]))[-1]
    assert (row["word"].split(maxsplit=1)[1], row["status"]) == (word, status_label(status))


@pytest.mark.parametrize(
    ("days", "step"),
    [
        ((date(2026, 10, 1), date(2026, 12, 31)), {"interval": "day", "step": 14}),
        ((date(2026, 1, 1), date(2026, 12, 31)), {"interval": "month", "step": 1}),
        ((date(2024, 7, 1), date(2027, 3, 31)), {"interval": "month", "step": 3}),
        ((date(2020, 1, 1), date(2031, 12, 31)), {"interval": "year", "step": 2}),
    ],
)
def test_timeline_has_a_dozen_lines_in_a_quarter_and_in_ten_years(days: tuple[date, date], step: Spec) -> None:
    spec = timeline([], TODAY, Window(*days))
    axis = next(x["axis"] for layer in spec["layer"] if "axis" in (x := layer["encoding"].get("x", {})))
    assert axis["tickCount"] == step
