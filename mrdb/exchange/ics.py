"""The deadlines as a calendar file (iCalendar, RFC 5545) for Outlook, Thunderbird and others.

Decisions that the standards leave open:

- **The same deadline always has the same UID.** It follows from the document (date, number, subject), the
  recommendation, the action and the place of the milestone in it, and from no id of the database: another installation
  that read the same document, or a database that was built again, gives the same one. A moved deadline keeps it.
- **SEQUENCE is the version of the action**, which every save raises. With the same UID the higher SEQUENCE wins
  (RFC 5546, 2.1.5); with the same one the later DTSTAMP.
- **What is over stays in the file for a while, as STATUS:CANCELLED.** An import adds and updates but never deletes, so
  a deadline that just vanished would stay in the agenda as if it were open. RFC 5546 (3.2.1) allows that status within
  METHOD:PUBLISH; METHOD:CANCEL would need a second file. Outlook reads no more from it than "free" ([MS-OXCICAL],
  STATUS), hence the title says it too.
- **No ORGANIZER**, though RFC 5546 asks one of a PUBLISH: nobody is invited, and with an organizer Outlook would make a
  meeting of it that somebody else called. Outlook's own export leaves it out as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from json import dumps
from uuid import NAMESPACE_URL, uuid5

from icalendar import STATUS, TRANSP, Alarm, Calendar, Event
from icalendar.prop import vText

from mrdb.domain.days import day_of
from mrdb.domain.followup import current_status, is_closed, last_report
from mrdb.domain.once import once
from mrdb.domain.response import Action, Milestone
from mrdb.exchange.cell_text import with_newlines
from mrdb.text import ics
from mrdb.text.documents import action_documents
from mrdb.text.labels import status_label

REMINDERS = (30, 7)
"""Days before the deadline. Outlook keeps one reminder an event, so the one that still leaves time comes first."""
REMEMBERED = timedelta(days=400)
"""How long what is over stays in the file: long enough for who imports once a year, around the annual report."""

_ONE_DAY = timedelta(days=1)
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline as an agenda shows it: its day, and in ``ending`` why it is over, "" while it is open."""

    day: date
    action: Action
    milestone: Milestone
    position: int
    ending: str


def deadlines_calendar(actions: Sequence[Action], at: datetime, address: str = "") -> bytes:
    """The bytes of an ``.ics`` with an all-day event for every deadline of these actions, see ``calendar_entries``.

    ``at`` is when the file is made. ``address`` is where other machines find the program; with it
    every event links to its action. An event lies on the last day of its period and blocks nobody's day. While it is
    open it reminds 30 and 7 days before, as far as that lies ahead: programs show reminders of all-day events too, and
    one that has passed would pop up on import.
    """
    calendar = Calendar()
    calendar["PRODID"], calendar["VERSION"], calendar["METHOD"] = _Text(ics.PRODUCT), _Text("2.0"), _Text("PUBLISH")
    calendar["NAME"], calendar["X-WR-CALNAME"] = _Text(ics.NAME), _Text(ics.NAME)
    documents, known = action_documents(actions), set[str]()
    for entry in calendar_entries(actions, day_of(at)):
        uid = _uid(entry)
        if uid in known:  # another document with the same date, number and subject
            uid = _uid(entry, entry.milestone.id)
        known.add(uid)
        title = ics.summary(entry.action, documents.get(entry.action.id, ""), _telling_label(entry), entry.ending)
        calendar.add_component(_event(entry, uid, _clean(title), at, address))
    data: bytes = calendar.to_ical()
    return data


@once
def calendar_entries(actions: Sequence[Action], today: date) -> tuple[Entry, ...]:
    """What comes in the file, in the order of the actions: the open deadlines, and those that were over only recently.

    That is: the deadline, or the day on which it was reached or its action was closed, lies less than 400 days back.
    """
    first = today - REMEMBERED
    return tuple(
        entry
        for action in actions
        for entry in _entries(action)
        if not entry.ending or max(entry.day, _ended_on(entry)) > first
    )


class _Text(vText):
    r"""Text as RFC 5545 (3.3.11) escapes it; icalendar's own makes a line break of the ``\N`` in ``C:\Nota's``."""

    def to_ical(self) -> bytes:
        text = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return text.encode()


def _clean(text: str) -> str:
    """Without the characters that RFC 5545 or UTF-8 has no place for."""
    return _FORBIDDEN.sub("", with_newlines(text))


def _entries(action: Action) -> Iterator[Entry]:
    for position, milestone in enumerate(action.milestones):
        # A promise that is no deadline any more may stand in an agenda: it is taken back on the day it first had.
        periods = (milestone.period, milestone.first_period)
        day = next((period.due for period in periods if period and period.due), None)
        if day is not None:
            yield Entry(day, action, milestone, position, _ending(action, milestone))


def _ending(action: Action, milestone: Milestone) -> str:
    if milestone.reached_on is not None:
        return ics.REACHED
    if is_closed(action):
        return status_label(current_status(action))
    return "" if milestone.period and milestone.period.due else ics.GONE


def _ended_on(entry: Entry) -> date:
    """The day itself where nobody noted when it was over."""
    if entry.milestone.reached_on is not None:
        return entry.milestone.reached_on
    report = last_report(entry.action)
    return report.at.date() if report else entry.day


def _telling_label(entry: Entry) -> str:
    """The label of the milestone, where the action has another deadline beside it."""
    return entry.milestone.label if sum(1 for _ in _entries(entry.action)) > 1 else ""


def _uid(entry: Entry, *more: int) -> str:
    """A UUID, as RFC 7986 (5.3) advises: it tells nothing of the machine."""
    recommendation = entry.action.recommendation
    response = recommendation.response
    names = (response.document_number, response.subject, entry.action.number)
    number, subject, action = (" ".join(name.split()) for name in names)
    part = recommendation.number
    # as a number where it is one: so it was before "1a" could be one, and no calendar may get an appointment twice
    place = (int(part) if part.isdecimal() else part, action, entry.position, *more)
    return str(uuid5(NAMESPACE_URL, dumps(["mrdb", response.date.isoformat(), number, subject, *place])))


def _event(entry: Entry, uid: str, title: str, at: datetime, address: str) -> Event:
    stamp = at.astimezone(UTC).replace(microsecond=0)
    link = f"{_clean(address).rstrip('/')}/{ics.ACTION_ADDRESS.format(id=entry.action.id)}" if address else ""
    event = Event.new(
        start=entry.day,
        end=entry.day + _ONE_DAY if entry.day < date.max else None,  # without an end a day lasts a day, too
        stamp=stamp,
        last_modified=stamp,
        sequence=entry.action.version,
        status=STATUS.CANCELLED if entry.ending else STATUS.CONFIRMED,
        transparency=TRANSP.TRANSPARENT,
        categories=[ics.CATEGORY],
        url=link or None,
    )
    event["UID"], event["SUMMARY"] = _Text(uid), _Text(title)
    event["DESCRIPTION"] = _Text(_clean(ics.description(entry.action, entry.milestone, link)))
    for days in () if entry.ending else REMINDERS:
        if (entry.day - day_of(at)).days > days:
            event.add_component(_reminder(days, title))
    return event


def _reminder(days: int, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", timedelta(days=-days))
    alarm["DESCRIPTION"] = _Text(ics.reminder(days, title))
    return alarm
