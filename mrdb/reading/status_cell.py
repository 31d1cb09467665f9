"""What the cell that tells where an action stands says: one of our statuses, and the words that stay beside it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from mrdb.domain.status import Status
from mrdb.reading.boxes import boxes_of
from mrdb.reading.calendar import read_period
from mrdb.text.lexicon import STATUS_WORDS, any_of, folded_heading, states_nothing, status_of
from mrdb.text.lexicon.names import YES_WORDS

_DONE = "☑✓✔✅"
"""A box that is crossed may say alone that it is done, or that it is not."""
_PERCENTAGE = re.compile(r"(?<![\d.,])(\d{1,3})(?:[.,]\d+)?\s*(?:%|procent\b|percent\b|pour\s?cent\b)", re.IGNORECASE)
_ABOUT = re.compile(r"(?:ca\.?|circa|±|~|>|ongeveer|environ|about|approx\.?)\s*", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:$|[:;.(\n–—]|-(?=\s))")
"""What parts a status from the words that explain it."""
_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|(?:\d{1,2}\s+)?[^\W\d]{3,10}\.?\s+\d{4}"
_MOMENT = re.compile(
    rf"(?:^|(?<=\n)|(?<=[/;|]\s)|(?<=[.]\s))\s*(?:(?:stvz|stand van zaken|status|statut|suivi|update|état)\s+)?"
    rf"(?:(?:op|van|per|d\.d\.|on|as of|au|du|en)\s+)?\(?(?P<day>{_DAY})\)?\s*[:–—]\s*",
    re.IGNORECASE,
)
_ANY_DAY = date(2025, 1, 1)
_LEADING = re.compile(rf"(?:{any_of(STATUS_WORDS)})(?:\(e\)|e?s?)(?!\w)", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")


class StatusSaid(NamedTuple):
    """``comment`` holds every word of the cell that is not the status alone.

    ``is_sure`` is False where the status is only a proposal, or where words are none of ours.
    """

    status: Status | None
    comment: str
    is_sure: bool


def read_status(text: str, choices: Mapping[str, Status | None]) -> StatusSaid:
    """``text`` is the whole cell, a paragraph a line; ``choices`` are ``Choices.statuses`` of the document.

    Of several dated reports in one cell the newest counts, and all of them stay as they are written.
    """
    text = text.strip()
    return _chosen(text, choices) or _of_moments(text, choices) or _of_report(text)


def _chosen(text: str, choices: Mapping[str, Status | None]) -> StatusSaid | None:
    """As a person said of all its words, or of those of its first line."""
    words = (folded_heading(text), folded_heading(text.partition("\n")[0]))
    return next((StatusSaid(choices[one], text, True) for one in words if one in choices), None)


def _of_report(text: str) -> StatusSaid:
    first, _, rest = text.partition("\n")
    if not text or states_nothing(first):
        return StatusSaid(None, rest.strip("\n"), not rest)
    if status := status_of(first):
        return StatusSaid(status, rest.strip("\n"), True)
    return _of_boxes(text) or _of_percentage(text) or _of_first_words(text)


def _of_moments(text: str, choices: Mapping[str, Status | None]) -> StatusSaid | None:
    """``Stvz 01/02/2026: … Stvz 15/06/2026: …``"""
    starts = [(found, period) for found in _MOMENT.finditer(text) if (period := read_period(found["day"], _ANY_DAY))]
    if not starts or text[: starts[0][0].start()].strip():
        return None
    ends = [*(found.start() for found, _ in starts[1:]), len(text)]
    reports = [
        (period.last or _ANY_DAY, text[found.end() : end].strip(" /;|\n"))
        for (found, period), end in zip(starts, ends, strict=True)
    ]
    said = max(reports, key=lambda report: report[0])[1]
    newest = _chosen(said, choices) or _of_report(said)
    return StatusSaid(newest.status, text, newest.is_sure and len(reports) == 1)


def _of_boxes(text: str) -> StatusSaid | None:
    """``☒ Afgerond ☐ Lopende`` says the one that is ticked; a lone ✓ says that it is done."""
    boxes = boxes_of(text)
    ticked = [box for box in boxes if box.is_ticked]
    if not boxes:
        return None
    if len(ticked) != 1:
        return StatusSaid(None, text, False)
    if status := status_of(ticked[0].label):
        return StatusSaid(status, text if len(boxes) > 1 else "", True)
    if len(boxes) > 1 or ticked[0].sign not in _DONE:
        return StatusSaid(None, text, False)
    return StatusSaid(Status.COMPLETED, text if ticked[0].label else "", True)


def _of_percentage(text: str) -> StatusSaid | None:
    """``80%``, ``80% uitgevoerd`` and ``In uitvoering (80%)``; other words beside it may be about anything."""
    found = list(_PERCENTAGE.finditer(text))
    if not found:
        return None
    share = int(found[0][1])
    status = Status.NOT_STARTED if share == 0 else Status.COMPLETED if share == 100 else Status.ONGOING
    before, behind = _ABOUT.sub("", text[: found[0].start()]).strip(" ("), text[found[0].end() :].strip(" )")
    is_alone = not before and (_BEHIND.match(behind) or status_of(behind) == Status.COMPLETED)
    if len(found) == 1 and share <= 100 and (is_alone or status_of(before.rstrip(":,–- ")) == status):
        return StatusSaid(status, text, True)
    return StatusSaid(None, text, False)


def _of_first_words(text: str) -> StatusSaid:
    """``Afgerond: zie nota`` is sure; of ``Lopende tot juni`` and ``Ja, zie nota`` the status is a proposal."""
    if leading := _LEADING.match(text):
        return StatusSaid(status_of(leading[0]), text, bool(_BEHIND.match(text, leading.end())))
    first = _FIRST_WORD.match(text)
    is_done = first is not None and first[0].casefold() in YES_WORDS
    return StatusSaid(Status.COMPLETED if is_done else None, text, False)
