"""The phrases of an action: as a row of an overview has them, and read anew when people mend a draft."""

from dataclasses import replace
from datetime import date

from drafts import DOCUMENT_DATE, a_draft, a_draft_action

from mrdb.domain.draft import Draft, DraftMilestone
from mrdb.domain.period import Period
from mrdb.reading.phrases import LONGEST_CALENDAR, READERS, redated, with_calendar, with_responsible

DAY = date(2026, 11, 23)


def test_phrases_calendar_gives_its_milestones() -> None:
    (milestone,) = READERS.calendar("dec 2027", DAY)
    assert milestone.period is not None
    assert milestone.period.due == date(2027, 12, 31)


def test_phrases_text_that_is_no_calendar_stays_whole_and_without_a_date() -> None:
    text = "dec 2026, " * LONGEST_CALENDAR
    (milestone,) = READERS.calendar(text, DAY)
    assert (milestone.label, milestone.period) == (text, None)


def with_action_calendar(calendar: str) -> Draft:
    draft = a_draft()
    part = draft.recommendations[0]
    action = with_calendar(part.actions[0], calendar, draft.date)
    return replace(draft, recommendations=(replace(part, actions=(action,)),))


def first_period(draft: Draft) -> Period | None:
    return draft.recommendations[0].actions[0].milestones[0].period


def test_mending_calendar_reads_its_milestones_anew() -> None:
    action = with_calendar(a_draft_action("1.1"), "Ontwerp: maart 2027\nrest volgt", DOCUMENT_DATE)
    assert [(one.label, one.period.due if one.period else None) for one in action.milestones] == [
        ("Ontwerp", date(2027, 3, 31)),
        ("rest volgt", None),
    ]


def test_mending_responsible_reads_its_names_anew() -> None:
    action = with_responsible(a_draft_action("1.1"), "Directeur beleid en Directeur M&O")
    assert action.responsibles == ("Directeur beleid", "Directeur M&O")


def test_another_document_date_gives_another_year_to_what_names_none() -> None:
    draft = with_action_calendar("Najaar")
    later = redated(draft, date(2027, 1, 5))
    assert later.date == date(2027, 1, 5)
    assert [period.last.year for period in (first_period(draft), first_period(later)) if period and period.last] == [
        2025,
        2027,
    ]


def test_another_document_date_leaves_milestones_that_were_not_read_from_the_phrase() -> None:
    draft = with_action_calendar("Najaar")
    part = draft.recommendations[0]
    own = replace(part.actions[0], milestones=(DraftMilestone("uit de lijst", None),))
    draft = replace(draft, recommendations=(replace(part, actions=(own,)),))
    assert redated(draft, date(2027, 1, 5)).recommendations == draft.recommendations
