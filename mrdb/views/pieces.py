"""Small pieces of HTML that several pages show: pills, prose, facts. Every text that comes from people is escaped."""

import re
from collections.abc import Iterable
from datetime import date
from html import escape
from itertools import groupby
from typing import TypedDict

from mrdb.domain.days import FIRST, LAST
from mrdb.domain.response import BULLET, SUB_BULLET
from mrdb.domain.status import Status, Urgency
from mrdb.text.colours import STATUS_LOOK, URGENCY_LOOK, Look
from mrdb.text.labels import URGENCY, status_label


class DayField(TypedDict):
    format: str
    min_value: date
    max_value: date


DAY_FIELD = DayField(format="DD-MM-YYYY", min_value=FIRST, max_value=LAST)
"""What every field of a day is told. What a day may be is said in Dutch on saving; Streamlit drops it in silence."""


_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
"""Which would make it code."""
_CUT = re.compile(
    r"(?:https?:|www)(?=//|\.)|@|:(?=[a-z+:])|(?<!\S)[-<>~](?=(?:->|[->=])(?!\S))|^\d+(?=[.)](?!\S))",
    re.IGNORECASE | re.MULTILINE,
)
"""After what an address begins with, a word between colons, an arrow and its like, and the number of a list."""
_SIGN = re.compile(r"[\\`*\[\]~$<|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|^[-+=#>]", re.MULTILINE)
"""Anywhere, around a word, and where a line begins."""


def status_pill(status: Status | None) -> str:
    return _pill(STATUS_LOOK[status], status_label(status))


def urgency_pill(urgency: Urgency | None, text: str = "") -> str:
    """Nothing for a closed action; ``text`` replaces the label, for instance with the days that are left."""
    return "" if urgency is None else _pill(URGENCY_LOOK[urgency], text or URGENCY[urgency])


def prose(text: str) -> str:
    """Plain text with empty lines between paragraphs and ``• `` and ``◦ `` before list items, as HTML."""
    return "".join(_block(block.splitlines()) for block in text.split("\n\n") if block.strip())


def label_text(text: str) -> str:
    """A person's text for what reads Markdown, a label or a sentence: its signs are put out of action where they would
    be read, so that a plain sentence stays what it is.

    Addresses, ``:words:``, arrows and numbers of a list are read in spite of that, and are cut where nobody sees it.
    """
    return _SIGN.sub(r"\\\g<0>", _CUT.sub("\\g<0>\N{WORD JOINER}", _INDENT.sub("", text)))


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Label and text side by side, one pair a line; pairs without a text are left out."""
    rows = [f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in pairs if text]
    return f'<dl class="facts">{"".join(rows)}</dl>'


def version(title: str, shown: str) -> str:
    """One of several versions between which one chooses; ``shown`` is HTML."""
    return f'<div class="version"><p class="quiet">{escape(title)}</p>{shown}</div>'


def _pill(look: Look, text: str) -> str:
    style = f"color:{look.colour};background:{look.background}"
    return f'<span class="pill" style="{style}"><b aria-hidden="true">{look.icon}</b> {escape(text)}</span>'


def _block(lines: list[str]) -> str:
    return "".join(_run(tag, list(run)) for tag, run in groupby(lines, key=_tag))


def _tag(line: str) -> str:
    return "ul" if line.startswith((BULLET, SUB_BULLET)) else "p"


def _run(tag: str, lines: list[str]) -> str:
    if tag == "p":
        return f"<p>{'<br>'.join(map(escape, lines))}</p>"
    items = "".join(
        f'<li class="{"sub" if line.startswith(SUB_BULLET) else ""}">{escape(line[2:])}</li>' for line in lines
    )
    return f"<ul>{items}</ul>"
