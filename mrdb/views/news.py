"""What others save is on every screen within two seconds, and as long as nobody saves it costs next to nothing."""

from pathlib import Path

import streamlit as st

KEY, ADDRESS = "news", "mark"
"""``ADDRESS`` is where the browser asks for the database's mark (``mrdb.serve``)."""

_news = st.components.v2.component(
    KEY,
    css=f".st-key-{KEY}-frame {{ position: absolute; }}",
    js=Path(__file__).with_name("news.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def rerun_on_news(mark: str) -> None:
    """Reruns the fragment in which it stands, or the page, once the database has another mark than this.

    ``mark`` was read before what the fragment shows. A server that was started without ``mrdb.serve`` tells nothing.
    """
    with st.container(key=f"{KEY}-frame"):
        _news(data={"mark": mark, "address": ADDRESS}, key=KEY, on_news_change=lambda: None)
