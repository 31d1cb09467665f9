"""What a form held when it opened and what has been typed since: no rerun, page switch or colleague takes it away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from mrdb.domain.followup import Edit, Move, current_status, last_comment, report_at
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Action, Agreement, Milestone, Moment
from mrdb.domain.status import Status


@dataclass(frozen=True, slots=True)
class Pin:
    """One action's form for one moment, bound to the version that its editor saw when it opened.

    Every widget's key holds the version, so that a newer one never slips under typed text.
    """

    action_id: int
    version: int
    moment_id: int
    start: Mapping[str, object]

    def key(self, field: str) -> str:
        return f"{field}/{self.action_id}/{self.version}/{self.moment_id}"

    def value(self, field: str) -> object:
        return st.session_state[self.key(field)]

    @property
    def touched(self) -> list[str]:
        return [field for field in self.start if self.value(field) != self.start[field]]

    @property
    def comment(self) -> str:
        return str(self.value("comment") or "")


def pinned(action_id: int) -> Pin | None:
    """The form of this action that this session has open, if any."""
    pin = st.session_state.get(_name(action_id))
    return pin if isinstance(pin, Pin) else None


def pin_form(action: Action, moment: Moment) -> Pin:
    """Opens the form on the action as it is now; what was typed in a form that was open already comes along."""
    old = pinned(action.id)
    pin = Pin(action.id, action.version, moment.id, _start(action, moment))
    _open(pin, old)
    return pin


def rebind_form(pin: Pin, moment: Moment) -> Pin:
    """Brings what was typed to another moment, still bound to the version that its editor saw."""
    rebound = Pin(pin.action_id, pin.version, moment.id, pin.start)
    _open(rebound, pin)
    return rebound


def _open(pin: Pin, old: Pin | None) -> None:
    typed = {field: old.value(field) for field in old.touched} if old else {}
    for field, value in pin.start.items():
        st.session_state[pin.key(field)] = typed.get(field, value)
    st.session_state[_name(pin.action_id)] = pin


def take_over(action_id: int, comment: str) -> None:
    """Puts an earlier comment into the form, under what was typed there already."""
    pin = pinned(action_id)
    if pin is not None:
        st.session_state[pin.key("comment")] = "\n\n".join(filter(None, (pin.comment.strip(), comment)))


def merge_comment(pin: Pin, typed: str) -> None:
    """Puts the saved comment and the typed one under each other in the form, to be edited into one."""
    texts = [str(pin.start["comment"]), typed]
    st.session_state[pin.key("comment")] = "\n\n".join(text for text in texts if text.strip())


def drop_form(action_id: int) -> None:
    st.session_state.pop(_name(action_id), None)


def typed_edit(pin: Pin, action: Action, moment: Moment, today: date) -> Edit:
    """What has been typed, over the action as it is now: a field that was not touched keeps what it has.

    Without a touch of status or comment nothing is reported, so that a ticked milestone never says more than that.
    """
    report, touched = report_at(action, moment), pin.touched
    status = pin.value("status") if "status" in touched else report.status if report else current_status(action)
    comment = pin.comment.strip() if "comment" in touched else report.comment if report else ""
    if not report and "internal" in touched and {"status", "comment"}.isdisjoint(touched):
        comment = last_comment(action)  # the remark alone changes nothing of what was said before
    is_report = not {"status", "comment", "internal"}.isdisjoint(touched)
    reached = {m.id: _reached_on(pin, m, today) for m in action.milestones if _is_ticked_anew(pin, m)}
    return Edit(
        status=status if is_report and isinstance(status, Status) else None,
        comment=comment if is_report else "",
        reached=reached,
        moves=tuple(move for m in action.milestones if (move := _move(pin, m))),
        internal=str(pin.value("internal") or "").strip() if "internal" in touched else None,
        agreement=typed_agreement(pin),
    )


def _is_ticked_anew(pin: Pin, milestone: Milestone) -> bool:
    return not {f"reached-{milestone.id}", f"on-{milestone.id}"}.isdisjoint(pin.touched)


def _reached_on(pin: Pin, milestone: Milestone, today: date) -> date | None:
    if not pin.value(f"reached-{milestone.id}"):
        return None
    day = pin.value(f"on-{milestone.id}")
    return day if isinstance(day, date) else today


def typed_responsible(pin: Pin, action: Action) -> str | None:
    """The phrase typed for who answers for the action; None where it is left as it is."""
    phrase = str(pin.value("responsible") or "").strip()
    return phrase if phrase != action.responsible and "responsible" in pin.touched else None


def can_reach(milestone: Milestone) -> bool:
    """What simply goes on is never reached."""
    return milestone.period is None or milestone.period.kind != PeriodKind.CONTINUOUS


def can_move(milestone: Milestone) -> bool:
    """A deadline can be moved, and where none could be read one can be agreed on."""
    return milestone.reached_on is None and (milestone.period is None or milestone.period.kind == PeriodKind.DEADLINE)


def _move(pin: Pin, milestone: Milestone) -> Move | None:
    if f"date-{milestone.id}" not in pin.start:
        return None
    day, reason = pin.value(f"date-{milestone.id}"), str(pin.value(f"reason-{milestone.id}") or "").strip()
    if day is None and not reason:
        return None
    period = Period(PeriodKind.DEADLINE, day, day, Precision.DAY) if isinstance(day, date) else None
    return Move(milestone.id, period, reason)


def typed_agreement(pin: Pin) -> Agreement | None:
    """The agreement typed so far; None where none of its fields was touched."""
    if {"agreement", "agreement-who", "agreement-due"}.isdisjoint(pin.touched):
        return None
    text, who = (" ".join(str(pin.value(field) or "").split()) for field in ("agreement", "agreement-who"))
    due = pin.value("agreement-due")
    return Agreement(text, who, due if isinstance(due, date) else None)


def _start(action: Action, moment: Moment) -> dict[str, object]:
    report = report_at(action, moment)
    start: dict[str, object] = {
        "status": report.status if report else current_status(action),
        "comment": report.comment if report else "",
        "responsible": action.responsible,
        "internal": report.internal if report else "",
        "agreement": "",
        "agreement-who": "",
        "agreement-due": None,
    }
    for milestone in action.milestones:
        if can_reach(milestone):
            start[f"reached-{milestone.id}"] = milestone.reached_on is not None
            start[f"on-{milestone.id}"] = milestone.reached_on
        if can_move(milestone):
            start[f"date-{milestone.id}"] = None
            start[f"reason-{milestone.id}"] = ""
    return start


def _name(action_id: int) -> str:
    return f"form/{action_id}"
