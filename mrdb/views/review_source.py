"""The doubts of a document under review, and its source with the doubted lines marked."""

from html import escape

import streamlit as st

from mrdb.domain.draft import Doubt, Place
from mrdb.domain.mending import doubts_by_part, lines_of
from mrdb.text import new_response as words
from mrdb.views.pieces import label_text
from mrdb.views.review import Review, chosen_part, current_doubt, show_doubt
from mrdb.views.tables import around

MOST = 200
"""More doubts than this are a document that could not be read; the others show beside their lines."""
MOST_LINES = 800
"""A browser shows these with ease."""
HEIGHT = 260
"""Pixels of the list of doubts: what can be done about them has to stay in sight."""
SCROLL = """<script>
(() => {{ // jump {jump}
  const box = document.querySelector(".source"), line = box?.querySelector("[data-line='{line}']");
  if (!line) return;
  box.scrollTop = line.offsetTop - box.clientHeight / 3;
  const {{ top, bottom }} = line.getBoundingClientRect();
  if ({jump} && (top < 80 || bottom > innerHeight - 80)) document.querySelector(".st-key-part").scrollIntoView();
}})();
</script>"""
"""Brings the line in sight, and after a click on a doubt (a ``jump``) the page to its source and fields."""


def show_doubts(review: Review) -> None:
    """All doubts with their line, what stands there and why; a click brings the part that each is about."""
    doubts = review.document.doubts
    if not doubts:
        st.success(words.NO_DOUBTS)
        return
    count, why = st.columns([1, 5], vertical_alignment="bottom")
    count.header(words.doubts(len(doubts)))
    why.write(words.DOUBTS_WHY)
    position = 0
    with st.container(key="doubts", height=min(HEIGHT, 60 + 52 * len(doubts)), border=True, gap="xxsmall"):
        for part, found in doubts_by_part(doubts[:MOST], review.document.source).items():
            name = words.place_name(review.mending.draft, Place(part))
            st.html(f'<p class="part">{escape(name)} <span class="quiet">{escape(words.doubts(len(found)))}</span></p>')
            for doubt in found:
                _show_line(doubt, position)
                position += 1
        if len(doubts) > MOST:
            st.caption(words.more_doubts(len(doubts) - MOST))


def _show_line(doubt: Doubt, position: int) -> None:
    place, found, why = (label_text(text) for text in (words.doubt_place(doubt), doubt.found, words.doubt_why(doubt)))
    label = f"**{place}** {found or words.NOTHING} *{why}*"
    st.button(label, key=f"doubt-{position}", type="tertiary", on_click=show_doubt, args=(position,))


def show_source(review: Review) -> None:
    """The lines of the part on screen, numbered as in the document, at the doubt that was chosen."""
    source, part = review.document.source, chosen_part(review)
    st.subheader(words.SOURCE)
    doubt = current_doubt(review)
    if doubt is not None:
        _show_doubt(review, doubt)
    doubted = {found.line for found in review.document.doubts}
    lines = lines_of(source, part)
    numbers = around(lines, doubt.line - lines.start if doubt else 0, MOST_LINES)
    rows = "".join(_line(number, source.lines[number - 1], number in doubted, doubt) for number in numbers)
    st.html(f'<div class="source" tabindex="0">{rows}</div>')
    script = SCROLL.format(line=doubt.line if doubt else lines.start, jump=review.jumps)
    st.html(script, unsafe_allow_javascript=True)


def _line(number: int, text: str, is_doubted: bool, doubt: Doubt | None) -> str:
    is_current = doubt is not None and doubt.line == number
    look = "current" if is_current else "doubted" if is_doubted else ""
    words_there = escape(text)
    if doubt is not None and is_current and doubt.found:
        found = escape(doubt.found)
        words_there = words_there.replace(found, f"<mark>{found}</mark>", 1)
    return f'<p class="{look}" data-line="{number}"><b>{number}</b><span>{words_there}</span></p>'


def _show_doubt(review: Review, doubt: Doubt) -> None:
    """One doubt whole, with the ways to those before and after it."""
    doubts = review.document.doubts
    position = doubts.index(doubt)
    said, back, on = st.columns([5, 2, 2], vertical_alignment="center", gap="small")
    said.html(
        f'<p class="doubt"><b>{escape(words.doubt_of(position, len(doubts)))}, {escape(words.doubt_place(doubt))}</b>'
        f"<br>{escape(words.doubt_why(doubt))}</p>"
    )
    for place, label, to in ((back, words.PREVIOUS_DOUBT, position - 1), (on, words.NEXT_DOUBT, position + 1)):
        place.button(
            label,
            key=f"to-doubt-{label}",
            width="stretch",
            disabled=not 0 <= to < len(doubts),
            on_click=show_doubt,
            args=(to,),
        )
