"""The words of Jaarcijfers: singular, plural and none, past and present."""

from datetime import date, timedelta

import pytest
from builders import TODAY, a_report, an_action

from mrdb.domain.response import Action
from mrdb.domain.status import Status
from mrdb.domain.year import Figure, YearFigures
from mrdb.text.year import earlier, empty_list, label, list_title, number, paragraph

END = date(2025, 12, 31)


def some(n: int, status: Status | None = None) -> tuple[Action, ...]:
    return tuple(an_action(reports=[a_report(status)] if status else ()) for _ in range(n))


def figures(
    due: int = 0,
    closed_of_due: int = 0,
    late: int = 0,
    moved: int = 0,
    *,
    on_time: int = 0,
    completed: int = 0,
    dropped: int = 0,
    day: date = END,
) -> YearFigures:
    closed = some(completed, Status.COMPLETED) + some(dropped, Status.DROPPED)
    lists = dict.fromkeys(Figure, ()) | {
        Figure.DUE: some(due),
        Figure.CLOSED: closed,
        Figure.RATE: some(closed_of_due),
        Figure.ON_TIME: some(on_time),
        Figure.LATE: some(late),
        Figure.MOVED: some(moved),
    }
    seen_on = day if day == TODAY else day + timedelta(1)
    return YearFigures(day.year, day, seen_on, (), lists)


def sentence(found: YearFigures, word: str) -> str:
    """The only sentence of the paragraph that has this word."""
    (match,) = [s for s in paragraph(found, None).removesuffix(".").split(". ") if word in s]
    return match


def test_paragraph_of_a_running_year_with_the_year_before() -> None:
    found = figures(9, 4, 3, 1, on_time=1, completed=5, dropped=1, day=TODAY)
    assert paragraph(found, figures(5, 2, 1, 0, completed=2)) == (
        "In 2026 hebben 9 acties uit onze managementrespons een deadline. "
        "Op 23 nov 2026 zijn daarvan 4 acties afgesloten (44 %). "
        "Daarvan was er 1 op tijd, gemeten aan de eerst beloofde datum (25 %). "
        "Op die dag zijn 3 acties te laat, deadlines van vroegere jaren meegerekend. "
        "In de loop van het jaar sloten we al 6 acties af: 5 zijn afgerond en 1 is vervallen. "
        "Van 1 actie is een deadline verschoven. "
        "Ter vergelijking: in 2025 hadden 5 acties een deadline, waarvan er toen 2 afgesloten waren (40 %). "
        "We sloten dat jaar 2 acties af, eind 2025 was 1 actie te laat en er werd geen enkele deadline verschoven."
    )


def test_paragraph_of_a_year_that_is_over_and_was_quiet() -> None:
    assert paragraph(figures(), None) == (
        "In 2025 had geen enkele actie uit onze managementrespons een deadline. "
        "Eind 2025 was geen enkele actie te laat. "
        "In de loop van het jaar sloten we geen enkele actie af. "
        "Er werd geen enkele deadline verschoven."
    )


@pytest.mark.parametrize(
    ("due", "closed", "expected"),
    [
        (1, 0, "Op 31 dec 2025 was die nog niet afgesloten"),
        (1, 1, "Op 31 dec 2025 was die afgesloten"),
        (3, 0, "Op 31 dec 2025 was daarvan nog geen enkele actie afgesloten"),
        (3, 1, "Op 31 dec 2025 was daarvan 1 actie afgesloten (33 %)"),
        (3, 2, "Op 31 dec 2025 waren daarvan 2 acties afgesloten (67 %)"),
        (3, 3, "Op 31 dec 2025 waren ze alle 3 afgesloten"),
    ],
)
def test_paragraph_says_how_many_of_the_due_were_closed(due: int, closed: int, expected: str) -> None:
    assert sentence(figures(due, closed), "afgesloten") == expected


@pytest.mark.parametrize(
    ("closed", "on_time", "expected"),
    [
        (1, 0, "Die was niet op tijd"),
        (1, 1, "Die was op tijd"),
        (3, 0, "Geen enkele daarvan was op tijd"),
        (3, 2, "Daarvan waren er 2 op tijd"),
        (3, 3, "Ze waren alle 3 op tijd"),
    ],
)
def test_paragraph_says_how_many_were_closed_as_first_promised(closed: int, on_time: int, expected: str) -> None:
    assert sentence(figures(3, closed, on_time=on_time), "eerst beloofde").startswith(expected)


@pytest.mark.parametrize(
    ("completed", "dropped", "expected"),
    [
        (1, 0, "1 actie af: ze is afgerond"),
        (0, 1, "1 actie af: ze is vervallen"),
        (2, 0, "2 acties af: ze zijn alle 2 afgerond"),
        (1, 2, "3 acties af: 1 is afgerond en 2 zijn vervallen"),
    ],
)
def test_paragraph_tells_completed_from_dropped(completed: int, dropped: int, expected: str) -> None:
    found = figures(completed=completed, dropped=dropped)
    assert sentence(found, "sloten") == f"In de loop van het jaar sloten we {expected}"


def test_paragraph_one_action_is_singular() -> None:
    words = paragraph(figures(1, 0, 1, 1), figures(1, 1, 0, 2, day=date(2024, 12, 31)))
    assert "In 2025 had 1 actie uit" in words
    assert "Eind 2025 was 1 actie te laat" in words
    assert "Van 1 actie werd een deadline verschoven." in words
    assert "in 2024 had 1 actie een deadline; die was toen afgesloten. We sloten dat jaar geen enkele actie af" in words
    assert words.endswith("was geen enkele actie te laat en van 2 acties werd een deadline verschoven.")


def test_paragraph_compares_with_nothing_where_the_year_before_was_empty() -> None:
    assert "Ter vergelijking" not in paragraph(figures(3), figures(day=date(2024, 12, 31)))


def test_tile_of_the_closure_rate_shows_its_fraction() -> None:
    found = figures(9, 4)
    assert (number(found, Figure.RATE), label(found, Figure.RATE)) == ("44 %", "Aandeel afgesloten: 4 van 9")
    assert earlier(found, Figure.RATE) == "2025: 4 van 9 · 44 %"


def test_tile_of_the_closure_rate_is_a_dash_where_nothing_is_due() -> None:
    found = figures()
    assert (number(found, Figure.RATE), label(found, Figure.RATE)) == ("–", "Aandeel afgesloten")
    assert earlier(found, Figure.RATE) == "2025: –"


@pytest.mark.parametrize(("due", "closed", "percentage"), [(8, 1, "13 %"), (3, 2, "67 %"), (2, 2, "100 %")])
def test_percentage_is_rounded_half_up(due: int, closed: int, percentage: str) -> None:
    assert number(figures(due, closed), Figure.RATE) == percentage


def test_lists_of_a_year_that_is_over_stand_in_the_past() -> None:
    assert list_title(figures(), Figure.LATE) == "Acties die eind 2025 te laat waren"
    assert list_title(figures(day=TODAY), Figure.LATE) == "Acties die op 23 nov 2026 te laat zijn"
    assert empty_list(figures(), Figure.RATE) == "Geen enkele actie had een deadline in 2025."
    assert empty_list(figures(2, day=TODAY), Figure.RATE).endswith("is er op 23 nov 2026 nog geen enkele afgesloten.")
