"""The source of a document under review with the doubted words marked, and the doubt that is being looked at."""

import re
from collections.abc import Sequence
from html import escape
from typing import Literal

import streamlit as st

from mrdb.domain.draft import Doubt
from mrdb.domain.mending import lines_of
from mrdb.domain.review import Review
from mrdb.reading.review import doubts_left
from mrdb.text import doubts as saying
from mrdb.text import new_response as words
from mrdb.views.review import JUMPS, chosen_part, current_spot, field_key, go_to, is_under_way, tick_and_go_on
from mrdb.views.tables import around

MOST_LINES = 800
"""A browser shows these with ease."""
SCROLL = """<script>
(() => {{ // jump {jump}
  const box = document.querySelector(".source"), line = box?.querySelector("[data-line='{line}']");
  if (line) box.scrollTop = line.offsetTop - box.clientHeight / 3;
  if (!{jump}) return;
  const field = document.querySelector("{field}");
  if (field) field.scrollIntoView({{ block: "center" }});
  else document.querySelector(".st-key-part")?.scrollIntoView();
}})();
</script>"""
"""Brings the line in sight, and after a click on a doubt (a ``jump``) the page to the field that it is about."""


def show_source(review: Review) -> None:
    """The lines of the part on screen, numbered as in the document, at the doubt that was chosen."""
    source, spot = review.document.source, current_spot(review)
    st.subheader(words.SOURCE)
    if spot is not None:
        _show_spot(review, spot)
    lines = lines_of(source, chosen_part(review))
    doubted = {doubt.line: doubt.found for doubt in doubts_left(review)}
    numbers = [*_titles_above(review, lines), *around(lines, spot.line - lines.start if spot else 0, MOST_LINES)]
    begins = {page: line for line, page in reversed(list(enumerate(source.pages, start=1)))}
    pages = {line: f'<p class="page">{saying.page(page)}</p>' for page, line in begins.items()}
    rows = "".join(pages.get(n, "") + _line(n, source.lines[n - 1], doubted, spot) for n in numbers)
    st.html(f'<div class="source" tabindex="0">{rows}</div>')
    script = SCROLL.format(
        line=spot.line if spot else lines.start, jump=st.session_state.get(JUMPS, 0), field=field_class(review, spot)
    )
    st.html(script, unsafe_allow_javascript=True)


def _titles_above(review: Review, lines: range) -> list[int]:
    """The line with the titles of a table that began before these lines."""
    is_in_table = saying.CELLS in "".join(review.document.source.lines[lines.start - 1 : lines.start])
    titles = sorted({one.line for one in review.document.columns if one.line < lines.start})
    return titles[-1:] if is_in_table else []


def field_class(review: Review, doubt: Doubt | None) -> str:
    """How the style sheet names the field that it is about: without one the whole action, or nothing."""
    if doubt is None or doubt.at is None:
        return ".no-field"
    if doubt.fact is not None:
        key = field_key(review.token, doubt.at, doubt.fact.attribute or doubt.fact.value)
    else:
        key = f"draft-action-{doubt.at.part}-{doubt.at.action}"
    return ".st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key)


def mark_fields(review: Review) -> None:
    """The fields about which there is a doubt, and the one that is being looked at."""
    spot = current_spot(review)
    every = ", ".join({field_class(review, doubt) for doubt in doubts_left(review)} - {".no-field"})
    marks = [f"{every} {{ box-shadow: -6px 0 0 #fff, -10px 0 0 #a84300; }}"] if every else []
    marks.append(
        f"{field_class(review, spot)} {{ outline: 3px solid #a84300; outline-offset: 6px; border-radius: 4px; }}"
    )
    st.html(f"<style>{' '.join(marks)}</style>")


def _line(number: int, text: str, doubted: dict[int, str], spot: Doubt | None) -> str:
    """A row of a table as a row, its cells side by side."""
    is_current = spot is not None and spot.line == number
    found = spot.found if spot is not None and is_current else doubted.get(number, "")
    look = "current" if is_current else "doubted" if number in doubted else ""
    cells = [f"<span>{_marked(cell, found)}</span>" for cell in text.split(saying.CELLS)]
    shown = f'<span class="cells">{"".join(cells)}</span>' if len(cells) > 1 else cells[0]
    return f'<p class="{look}" data-line="{number}"><b>{number}</b>{shown}</p>'


def _marked(text: str, found: str) -> str:
    there, sought = escape(text), escape(found)
    return there.replace(sought, f"<mark>{sought}</mark>", 1) if sought else there


def _show_spot(review: Review, spot: Doubt) -> None:
    """One doubt whole: what it is about, what was done, what to choose; and the ways on."""
    left = doubts_left(review)
    if spot not in left:
        return
    position = left.index(spot)
    texts = (saying.about(review, spot), saying.quoted(review.mending, spot), saying.outcome(review.mending, spot))
    about, quote, outcome = map(escape, texts)
    said = ": ".join(filter(None, (f"<b>{about}</b>", quote)))
    said = " → ".join(filter(None, (said, outcome)))
    title, way = escape(saying.TITLE[spot.kind]), escape(saying.WAY[spot.kind])
    with st.container(key="spot", gap="small"):
        st.html(f'<p class="doubt">{said}<br><span class="quiet">{title}. {way}</span></p>')
        with st.container(horizontal=True, gap="small"):
            if spot.kind not in saying.TO_MEND:
                look: Literal["primary", "secondary"] = "primary" if is_under_way() else "secondary"
                label = words.and_next(saying.right(spot.kind), is_last=len(left) == 1)
                st.button(label, type=look, key="spot_right", on_click=tick_and_go_on, args=(spot,))
            _step(words.PREVIOUS_DOUBT, left, position - 1)
            _step(words.NEXT_DOUBT, left, position + 1)


def _step(label: str, left: Sequence[Doubt], to: int) -> None:
    is_there = 0 <= to < len(left)
    spot = left[to] if is_there else left[0]
    st.button(label, key=f"to-doubt-{label}", disabled=not is_there, on_click=go_to, args=(spot,))
