"""What a form held when it opened and what has been typed since: no rerun, page switch or colleague takes it away."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypedDict

import streamlit as st

from mrdb.domain.codes import code_of
from mrdb.domain.edit import Edit, Move
from mrdb.domain.facts import Fact, Subject, Way, facts_of
from mrdb.domain.followup import current_status, last_comment, said_at
from mrdb.domain.period import Period, PeriodKind
from mrdb.domain.response import Action, Agreement, Milestone, Moment, Prepared, StatusReport
from mrdb.domain.status import Status
from mrdb.reading.responsibles import read_responsibles
from mrdb.views.typed_text import FORM, kept

REPORT = facts_of(Subject.REPORT, Way.FORM)
TEXTS = facts_of(Subject.ACTION, Way.FORM)
OPEN = f"{FORM}open"
"""Where a session keeps its forms: it goes where what was typed in them goes."""
ON = "-on"
"""The second field of a milestone that is ticked: the day on which it was reached."""


def slot(fact: Fact, milestone: Milestone | None = None, part: str = "") -> str:
    """What the field of this fact is called in the form."""
    return f"{fact.value}{part}-{milestone.id}" if milestone else f"{fact.value}{part}"


PREPARED = {slot(Fact.STATUS), slot(Fact.COMMENT)}
"""What is asked where no moment is open."""
AGREEMENT = (slot(Fact.AGREEMENT), slot(Fact.AGREEMENT, part="-who"), slot(Fact.AGREEMENT, part="-due"))
"""What is agreed, who does it, and by when."""


class Widget(TypedDict):
    key: str
    persist_state: Literal["session"]


@dataclass(frozen=True, slots=True)
class Pin:
    """One action's form for one moment (0 prepares the next one), bound to the version that its editor saw when it
    opened.

    Every widget's key holds the version, so that a newer one never slips under typed text.
    """

    action_id: int
    version: int
    moment_id: int
    start: Mapping[str, object]

    def key(self, field: str) -> str:
        return kept(f"form-{field}-{self.action_id}-{self.version}-{self.moment_id}")

    def widget(self, field: str) -> Widget:
        """What every widget of the form is told, so that a visit to another page leaves what it holds."""
        return {"key": self.key(field), "persist_state": "session"}

    def value(self, field: str) -> object:
        return st.session_state[self.key(field)]

    @property
    def touched(self) -> list[str]:
        return [field for field in self.start if self.value(field) != self.start[field]]

    @property
    def asked(self) -> list[str]:
        """What was touched of what this form asks; the rest waits for a moment."""
        return [field for field in self.touched if self.moment_id or field in PREPARED]

    def text(self, field: str) -> str:
        return str(self.value(field) or "").strip()

    def day(self, field: str) -> date | None:
        day = self.value(field)
        return day if isinstance(day, date) else None

    @property
    def comment(self) -> str:
        return str(self.value(slot(Fact.COMMENT)) or "")


def open_forms() -> dict[int, Pin]:
    """Those that this session has open, by their actions."""
    forms: dict[int, Pin] = st.session_state.setdefault(OPEN, {})
    return forms


def pinned(action_id: int) -> Pin | None:
    """The form of this action that this session has open, if any."""
    return open_forms().get(action_id)


def typed_in() -> set[int]:
    """The actions in whose forms something is typed that is not saved."""
    return {action_id for action_id, pin in open_forms().items() if pin.touched}


def pin_form(action: Action, moment: Moment | None) -> Pin:
    """Opens the form on the action as it is now; what was typed in a form that was open already comes along."""
    old = pinned(action.id)
    pin = Pin(action.id, action.version, id_of(moment), _start(action, moment))
    _open(pin, old)
    return pin


def rebind_form(pin: Pin, moment: Moment | None) -> Pin:
    """Brings what was typed to another moment, still bound to the version that its editor saw."""
    rebound = Pin(pin.action_id, pin.version, id_of(moment), pin.start)
    _open(rebound, pin)
    return rebound


def id_of(moment: Moment | None) -> int:
    """By which a form knows its moment."""
    return moment.id if moment else 0


def _open(pin: Pin, old: Pin | None) -> None:
    typed = {field: old.value(field) for field in _brought_along(pin, old)} if old else {}
    for field, value in pin.start.items():
        st.session_state[pin.key(field)] = typed.get(field, value)
    open_forms()[pin.action_id] = pin
    if old and (old.version, old.moment_id) != (pin.version, pin.moment_id):
        _forget(old)


def _brought_along(pin: Pin, old: Pin) -> set[str]:
    """What was typed; to another moment the status and the comment beside it go together, as they stood there."""
    typed = set(old.touched)
    is_whole = old.moment_id != pin.moment_id and not typed.isdisjoint(PREPARED)
    return typed | PREPARED if is_whole else typed


def take_over(action_id: int, comment: str, status: Status | None = None) -> None:
    """Puts an earlier comment into the form, under what was typed there already, and the ``status`` beside it.

    A second click finds it there.
    """
    pin = pinned(action_id)
    if pin is not None:
        typed = pin.comment.strip()
        is_there = f"\n\n{typed}".endswith(f"\n\n{comment.strip()}")
        _put_comment(pin, typed, "" if is_there else comment)
        if status:
            st.session_state[pin.key(slot(Fact.STATUS))] = status


def merge_comment(pin: Pin, typed: str) -> None:
    """Puts the saved comment and the typed one under each other in the form, to be edited into one."""
    _put_comment(pin, str(pin.start[slot(Fact.COMMENT)]), typed)


def _put_comment(pin: Pin, *texts: str) -> None:
    st.session_state[pin.key(slot(Fact.COMMENT))] = "\n\n".join(text for text in texts if text.strip())


def drop_form(action_id: int) -> None:
    if pin := open_forms().pop(action_id, None):
        _forget(pin)


def _forget(pin: Pin) -> None:
    """Streamlit looks through all that a session holds for every field that it draws: each save would add a form."""
    for field in pin.start:
        st.session_state.pop(pin.key(field), None)


def typed_edit(pin: Pin, action: Action, moment: Moment | None, today: date) -> Edit:
    """What has been typed, over the action as it is now: a field that was not touched keeps what it has.

    Without a touch of what belongs to the report nothing is reported, so that a ticked milestone never says more than
    that. Without a moment it is no more than what is asked then.
    """
    touched = {fact for fact in REPORT if slot(fact) in pin.asked}
    edit = _beside_report(pin, action, today) if moment else Edit()
    return _with_report(edit, pin, action, said_at(action, moment), touched) if touched else edit


def _beside_report(pin: Pin, action: Action, today: date) -> Edit:
    texts = {fact: pin.text(slot(fact)) for fact in TEXTS if slot(fact) in pin.touched}
    return Edit(
        reached={m.id: _reached_on(pin, m, today) for m in action.milestones if _is_ticked_anew(pin, m)},
        moves=tuple(move for m in action.milestones if (move := _move(pin, m))),
        agreement=_agreement(pin),
        texts=texts,
        responsibles=read_responsibles(texts[Fact.RESPONSIBLE]) if Fact.RESPONSIBLE in texts else None,
    )


def _with_report(
    edit: Edit, pin: Pin, action: Action, report: StatusReport | Prepared | None, touched: set[Fact]
) -> Edit:
    status = report.status if report else current_status(action)
    if Fact.STATUS in touched:
        typed = pin.value(slot(Fact.STATUS))
        status = typed if isinstance(typed, Status) else None
    comment = pin.comment.strip() if Fact.COMMENT in touched else report.comment if report else ""
    if not report and touched == {Fact.INTERNAL}:
        comment = last_comment(action)  # the remark alone changes nothing of what was said before
    internal = pin.text(slot(Fact.INTERNAL)) if Fact.INTERNAL in touched else None
    return replace(edit, status=status, comment=comment, internal=internal)


def _is_ticked_anew(pin: Pin, milestone: Milestone) -> bool:
    return not {slot(Fact.REACHED, milestone), slot(Fact.REACHED, milestone, ON)}.isdisjoint(pin.touched)


def _reached_on(pin: Pin, milestone: Milestone, today: date) -> date | None:
    if not pin.value(slot(Fact.REACHED, milestone)):
        return None
    return pin.day(slot(Fact.REACHED, milestone, ON)) or today


def can_reach(milestone: Milestone) -> bool:
    """What simply goes on is never reached."""
    return milestone.period is None or milestone.period.kind != PeriodKind.CONTINUOUS


def _move(pin: Pin, milestone: Milestone) -> Move | None:
    if slot(Fact.PERIOD, milestone) not in pin.start:
        return None
    day, reason = pin.day(slot(Fact.PERIOD, milestone)), pin.text(slot(Fact.MOVE_REASON, milestone))
    if day is None and not reason:
        return None
    return Move(milestone.id, Period.due_on(day) if day else None, reason)


def _agreement(pin: Pin) -> Agreement | None:
    """The agreement typed so far; None where none of its fields was touched."""
    if set(AGREEMENT).isdisjoint(pin.touched):
        return None
    text, who, due = AGREEMENT
    return Agreement(" ".join(pin.text(text).split()), " ".join(pin.text(who).split()), pin.day(due))


def _start(action: Action, moment: Moment | None) -> dict[str, object]:
    said = said_at(action, moment)
    start: dict[str, object] = {slot(fact): getattr(said, fact.attribute, "") for fact in REPORT}
    start[slot(Fact.STATUS)] = said.status if said else current_status(action)
    start |= {slot(fact): code_of(action, fact) or "" for fact in TEXTS}
    start |= dict(zip(AGREEMENT, ("", "", None), strict=True))
    for milestone in action.milestones:
        if can_reach(milestone):
            start[slot(Fact.REACHED, milestone)] = milestone.reached_on is not None
            start[slot(Fact.REACHED, milestone, ON)] = milestone.reached_on
        if milestone.is_movable:
            start[slot(Fact.PERIOD, milestone)] = None
            start[slot(Fact.MOVE_REASON, milestone)] = ""
    return start
