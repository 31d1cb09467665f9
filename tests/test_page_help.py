"""Hulp: the guide that stands in the repository too, with its pictures."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from mrdb.startup import GUIDE


def test_help_shows_the_whole_guide_with_its_pictures(open_page: Callable[..., AppTest]) -> None:
    page = open_page("pages/help.py")
    words = "\n".join(part.value for part in page.markdown)
    guide = GUIDE.read_text("utf-8")
    assert not page.exception
    assert "![" not in words
    assert [line for line in guide.splitlines() if line.startswith("#") and line not in words] == []
    assert len(page.get("image")) == guide.count("![") > 0
