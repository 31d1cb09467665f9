"""The calendar file: read back by two parsers that share no code, and held against the letter of RFC 5545."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import vobject
from builders import (
    AT,
    CONTINUOUS,
    DECEMBER_2026,
    RESPONSE,
    a_milestone,
    a_report,
    an_action,
    document_actions,
    due_in_month,
    due_on,
    starting,
)
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from mrdb.domain.response import Milestone
from mrdb.domain.status import Status
from mrdb.exchange.ics import calendar_entries, deadlines_calendar
from mrdb.text import ics
from mrdb.views.addresses import ACTION_PARAMETER

ADDRESS = "http://localhost:8501"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
TEXTS = st.text(st.characters(), max_size=400) | st.text('ab,;:\\nN\r\n"é€😀 ', max_size=400)


def events(data: bytes) -> list[Event]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def event_of(*milestones: Milestone, **facts: object) -> Event:
    (event,) = events(deadlines_calendar([an_action("7.1", *milestones, **facts)], AT, ADDRESS))  # type: ignore[arg-type]
    return event


def second_reading(data: bytes) -> list[vobject.base.Component]:
    """The events as vobject reads them, after it validated the whole file."""
    calendar = vobject.readOne(data.decode())
    assert calendar.validate(raiseException=True)
    return calendar.contents.get("vevent", [])


def assert_keeps_to_the_standard(data: bytes) -> None:
    """RFC 5545, 3.1: lines end with CRLF, hold at most 75 octets, each valid UTF-8 by itself; no control characters."""
    assert data.endswith(b"\r\n")
    for line in data[:-2].split(b"\r\n"):
        assert 0 < len(line) <= 75
        assert not FORBIDDEN.search(line.decode())
        assert b"\n" not in line


def test_ics_holds_any_day_that_a_database_may_hold() -> None:
    days = [date.min, date(202, 3, 31), date(1899, 12, 31), date(9999, 12, 1), date.max]
    milestones = [a_milestone(due_on(day), f"Stap {day.year}") for day in days]
    reached = a_milestone(due_on(DECEMBER_2026.last or date.max), "Bereikt", reached_on=date.min)
    data = deadlines_calendar([an_action("7.1", *milestones, reached)], AT, ADDRESS)
    assert_keeps_to_the_standard(data)
    assert [event["DTSTART"].dt for event in events(data)] == [*days, DECEMBER_2026.last]


def test_ics_document_has_one_event_for_each_open_deadline() -> None:
    actions = document_actions()
    data = deadlines_calendar(actions, AT, ADDRESS)
    assert_keeps_to_the_standard(data)
    found = [(event["SUMMARY"].split(" ")[0], event["DTSTART"].dt) for event in events(data)]
    autumn, december = date(2025, 12, 31), date(2026, 12, 31)
    assert found == [
        ("1.1", autumn),
        ("3.1", autumn),
        ("4.1", autumn),
        ("4.1", december),
        ("4.2", autumn),
        ("5.1", autumn),
        ("5.3", december),
        ("7.1", december),
        ("7.2", december),
        ("8.1", december),
        ("8.2", december),
    ]
    assert len({event["UID"] for event in events(data)}) == len(found)


def test_ics_second_parser_validates_and_reads_the_same() -> None:
    data = deadlines_calendar(document_actions(), AT, ADDRESS)
    ours = [(e["UID"], e["SUMMARY"], e["DESCRIPTION"], e["DTSTART"].dt, e["DTEND"].dt) for e in events(data)]
    theirs = [
        (e.uid.value, e.summary.value, e.description.value, e.dtstart.value, e.dtend.value)
        for e in second_reading(data)
    ]
    assert theirs == ours


def test_ics_calendar_says_who_made_it_and_its_dutch_name() -> None:
    calendar = Calendar.from_ical(deadlines_calendar(document_actions(), AT))
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["PRODID"] == "-//11.11.11//Opvolging managementrespons//NL"
    assert calendar["X-WR-CALNAME"] == calendar["NAME"] == "Deadlines managementrespons"


def test_ics_event_lasts_the_whole_last_day_and_blocks_nobody() -> None:
    event = event_of(a_milestone(DECEMBER_2026))
    assert event["DTSTART"].to_ical() == b"20261231"
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTEND"].dt == date(2027, 1, 1)
    assert (event["TRANSP"], event["STATUS"]) == ("TRANSPARENT", "CONFIRMED")
    assert "ORGANIZER" not in event


def test_ics_last_day_of_all_time_needs_no_next_one() -> None:
    assert "DTEND" not in event_of(a_milestone(due_on(date.max)))


def test_ics_event_tells_what_one_wants_to_know_that_day() -> None:
    reports = [replace(a_report(Status.ONGOING, "Ontwerp is besproken; zie nota, punt 2"), internal="geheim")]
    event = event_of(
        a_milestone(DECEMBER_2026, "Ontwerp", first_period=due_in_month(2026, 6)),
        calendar="Ontwerp: dec 2026",
        reports=reports,
    )
    action_id = int(event["URL"].rpartition("=")[2])
    assert event["SUMMARY"] == "7.1 Realisatie van de MEAL hervorming"
    assert event["DESCRIPTION"].split("\n") == [
        "Actie 7.1: Realisatie van de MEAL hervorming",
        "Mijlpaal: Ontwerp",
        "Termijn: dec 2026 (verschoven, eerst jun 2026)",
        "Kalender in het document: Ontwerp: dec 2026",
        "Verantwoordelijke(n): Directeur M&O",
        "Status: Lopende",
        "Laatste commentaar: Ontwerp is besproken; zie nota, punt 2",
        f"Meer: http://localhost:8501/actie?actie={action_id}",
    ]
    assert ics.ACTION_ADDRESS.partition("=")[0] == f"actie?{ACTION_PARAMETER}"


def test_ics_internal_remark_is_nowhere_in_the_file() -> None:
    report = replace(a_report(Status.ONGOING, "ok"), internal="strikt onder ons")
    assert b"strikt" not in deadlines_calendar([an_action("7.1", a_milestone(DECEMBER_2026), reports=[report])], AT)


def test_ics_without_address_there_is_no_link() -> None:
    data = deadlines_calendar([an_action("7.1", a_milestone(DECEMBER_2026))], AT)
    assert b"actie?actie" not in data
    assert b"URL" not in data


def test_ics_label_tells_two_deadlines_of_one_action_apart() -> None:
    action = an_action("7.1", a_milestone(DECEMBER_2026, "Ontwerp"), a_milestone(due_in_month(2027, 6), "Invoering"))
    titles = [event["SUMMARY"].rpartition(" · ")[2] for event in events(deadlines_calendar([action], AT))]
    assert titles == ["Ontwerp", "Invoering"]


def test_ics_long_title_is_cut_and_the_description_has_it_whole() -> None:
    text = "woorden " * 100 + "einde"
    event = event_of(a_milestone(DECEMBER_2026), text=text)
    assert len(event["SUMMARY"]) < 80
    assert event["SUMMARY"].endswith(" …")
    assert text in event["DESCRIPTION"]


def test_ics_reminds_30_and_7_days_before_as_far_as_that_lies_ahead() -> None:
    assert [alarm["TRIGGER"].dt.days for alarm in event_of(a_milestone(DECEMBER_2026)).walk("VALARM")] == [-30, -7]
    soon = event_of(a_milestone(due_on(date(2026, 12, 5))))
    assert [alarm["TRIGGER"].dt.days for alarm in soon.walk("VALARM")] == [-7]
    assert list(event_of(a_milestone(due_on(date(2025, 12, 31)))).walk("VALARM")) == []


def test_ics_only_deadlines_are_events() -> None:
    action = an_action("7.1", a_milestone(CONTINUOUS), a_milestone(starting(date(2027, 1, 1))), a_milestone(None))
    assert calendar_entries([action], AT.date()) == ()


def test_ics_second_export_has_the_same_identifiers() -> None:
    actions = document_actions()
    first, second = (deadlines_calendar(actions, at) for at in (AT, AT + timedelta(days=1)))
    assert [e["UID"] for e in events(first)] == [e["UID"] for e in events(second)]
    assert deadlines_calendar(actions, AT) == first


def test_ics_another_database_or_a_filter_gives_the_same_identifiers() -> None:
    actions = document_actions()
    elsewhere = events(deadlines_calendar(document_actions(), AT))  # the builders hand out other ids every time
    assert [e["UID"] for e in events(deadlines_calendar(actions, AT))] == [e["UID"] for e in elsewhere]
    only = events(deadlines_calendar([a for a in actions if a.number == "8.2"], AT))
    assert [e["UID"] for e in only] == [elsewhere[-1]["UID"]]


def test_ics_same_action_of_another_document_has_another_identifier() -> None:
    later, numbered = replace(RESPONSE, id=2, date=date(2026, 10, 12)), replace(RESPONSE, id=3, document_number="7")
    actions = [an_action("7.1", a_milestone(DECEMBER_2026), response=r) for r in (RESPONSE, later, numbered)]
    assert len({event["UID"] for event in events(deadlines_calendar(actions, AT))}) == 3


def test_ics_two_documents_with_one_head_lose_no_deadline() -> None:
    actions = [an_action("7.1", a_milestone(DECEMBER_2026), response=replace(RESPONSE, id=n)) for n in (1, 2)]
    assert len({event["UID"] for event in events(deadlines_calendar(actions, AT))}) == 2


def test_ics_moved_deadline_updates_the_same_event() -> None:
    milestone = a_milestone(DECEMBER_2026)
    before = an_action("7.1", milestone)
    moved = replace(milestone, period=due_in_month(2027, 6), first_period=DECEMBER_2026)
    after = replace(before, version=before.version + 1, milestones=(moved,))
    (old,), (new,) = (events(deadlines_calendar([action], AT)) for action in (before, after))
    assert new["UID"] == old["UID"]
    assert new["SEQUENCE"] > old["SEQUENCE"]
    assert new["DTSTART"].dt == date(2027, 6, 30)


def test_ics_stamps_are_in_utc() -> None:
    at = datetime(2026, 11, 23, 10, 30, 15, 999, timezone(timedelta(hours=1)))
    (event,) = events(deadlines_calendar([an_action("7.1", a_milestone(DECEMBER_2026))], at))
    assert event["DTSTAMP"].to_ical() == event["LAST-MODIFIED"].to_ical() == b"20261123T093015Z"


def test_ics_what_is_over_is_cancelled_and_says_so_in_its_title() -> None:
    milestone = a_milestone(DECEMBER_2026)
    reached = replace(milestone, reached_on=date(2026, 11, 20))
    gone = replace(milestone, period=CONTINUOUS, first_period=DECEMBER_2026)
    found = [
        event_of(reached),
        event_of(milestone, reports=[a_report(Status.COMPLETED, "klaar")]),
        event_of(milestone, reports=[a_report(Status.DROPPED, "geen middelen")]),
        event_of(gone),
    ]
    assert {event["STATUS"] for event in found} == {"CANCELLED"}
    assert [event["SUMMARY"].partition(":")[0] for event in found] == [
        "Bereikt",
        "Afgerond",
        "Vervallen",
        "Geen deadline meer",
    ]
    assert {event["UID"] for event in found} == {event_of(milestone)["UID"]}
    assert [list(event.walk("VALARM")) for event in found] == [[], [], [], []]


def test_ics_what_was_over_long_ago_is_left_out_but_never_what_is_still_open() -> None:
    day = date(2024, 12, 31)
    long_ago, lately = date(2025, 1, 10), date(2026, 11, 20)
    assert calendar_entries([an_action("7.1", a_milestone(due_on(day), reached_on=long_ago))], AT.date()) == ()
    assert len(calendar_entries([an_action("7.1", a_milestone(due_on(day), reached_on=lately))], AT.date())) == 1
    assert len(calendar_entries([an_action("7.1", a_milestone(due_on(day)))], AT.date())) == 1


def test_ics_path_of_a_windows_server_stays_whole() -> None:
    comment = r"\\server\Nota's\nieuw; a, b"
    action = an_action("7.1", a_milestone(DECEMBER_2026), reports=[a_report(Status.ONGOING, comment)])
    (event,) = second_reading(deadlines_calendar([action], AT))
    assert comment in event.description.value


def test_ics_folds_between_characters_never_inside_one() -> None:
    text = "é€😀" * 200
    event = event_of(a_milestone(DECEMBER_2026), text=text)
    assert text in event["DESCRIPTION"]
    action = an_action("7.1", a_milestone(DECEMBER_2026), text=text)
    assert_keeps_to_the_standard(deadlines_calendar([action], AT))


def test_ics_very_long_comment_arrives_whole() -> None:
    comment = "Overleg, besluit; vervolg é " * 4000
    action = an_action("7.1", a_milestone(DECEMBER_2026), reports=[a_report(Status.ONGOING, comment)])
    data = deadlines_calendar([action], AT)
    assert_keeps_to_the_standard(data)
    (event,) = second_reading(data)
    assert event.description.value.endswith(comment)


@given(text=TEXTS, comment=TEXTS, label=TEXTS, responsible=TEXTS, calendar=TEXTS)
def test_ics_any_text_makes_a_sound_file(text: str, comment: str, label: str, responsible: str, calendar: str) -> None:
    action = an_action(
        "7.1",
        a_milestone(DECEMBER_2026, label),
        text=text,
        responsible=responsible,
        calendar=calendar,
        reports=[a_report(Status.ONGOING, comment)],
        response=replace(RESPONSE, subject=text),
    )
    data = deadlines_calendar([action], AT, ADDRESS)
    assert_keeps_to_the_standard(data)
    assert len(events(data)) == 1
    (event,) = second_reading(data)
    assert event.description.value == _plain(ics.description(action, action.milestones[0], event.url.value))


def _plain(text: str) -> str:
    """What should arrive, said in another way than the module does."""
    text = re.sub("\r\n|[\r\v\f\x85\u2028\u2029]", "\n", text)
    kept = (c for c in text if c in "\n\t" or (ord(c) >= 32 and not 127 <= ord(c) <= 159))
    return "".join(c for c in kept if not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
