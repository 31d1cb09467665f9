"""What every page does in the browser itself: it puts Streamlit's own words in Dutch and keeps the history in order."""

import json
from pathlib import Path

from mrdb.text.streamlit_words import WORDS

HERE = Path(__file__).parent


def page_scripts() -> str:
    """One script element, to be drawn on every page; a second time it only looks again for words."""
    history, dutch = (
        (HERE / name).read_text(encoding="utf-8") for name in ("browser_history.js", "streamlit_dutch.js")
    )
    return f"<script>{history}\n{dutch.rstrip()}({json.dumps(WORDS, ensure_ascii=False)})</script>"
