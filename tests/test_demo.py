"""The example of ``make demo``: made from nothing by the program itself, and filling every screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from serving import ROOT
from streamlit.testing.v1 import AppTest

from mrdb.clock import today
from mrdb.config import DEMO, SEED, choose_demo
from mrdb.domain.followup import count_actions
from mrdb.domain.naming import in_place_of
from mrdb.startup import prepared_database
from mrdb.store.checking import check
from mrdb.store.database import read_only
from mrdb.store.queries import actions, moments
from mrdb.text import nl

PAGES = [page.relative_to(ROOT).as_posix() for page in sorted((ROOT / "pages").glob("*.py"))]
PAGES.remove("pages/my_actions.py")  # where nobody signs in, nobody has a page of his or her own


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example in a folder of its own, as ``mrdb demo`` makes it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MRDB_DEMO", "")
    choose_demo()
    st.cache_resource.clear()


def bars(app: AppTest) -> list[str]:
    return [block.proto.body for block in app.get("html") if nl.DEMO in block.proto.body]


def test_demo_fills_every_page_under_its_bar(example: None) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30).run()
    for page in PAGES:
        app.switch_page(page).run()
        assert not app.exception, page
        assert len(bars(app)) == 1, page
        assert not app.error, page
    with read_only(prepared_database()) as session:
        counts, held = count_actions(actions(session), today()), moments(session)
    assert check(prepared_database()).is_well  # the history tells how all of it came to be
    assert counts.overdue > 0
    assert counts.soon > 0
    assert all(n > 0 for n in counts.by_status.values())
    assert [moment.is_open for moment in held if not moment.is_document] == [True, False, False, False]
    assert not (ROOT / "data" / "voorbeeld.sqlite3").exists()


def test_demo_keeps_its_bar_from_the_real_document(open_page: Callable[..., AppTest]) -> None:
    assert bars(open_page()) == []


def test_nobody_whom_the_real_document_names_is_in_the_example_or_the_product() -> None:
    names = in_place_of(["Serge Beel", "Leen Janssen"], "")
    product = [*ROOT.glob("mrdb/**/*.*"), *ROOT.glob("pages/*.py"), *ROOT.glob("docs/*.md"), ROOT / "README.md", DEMO]
    texts = {file: file.read_text("utf-8") for file in product if file.suffix in {".py", ".js", ".css", ".md", ".toml"}}
    assert [file for file, text in texts.items() if names(text) != text] == []
    assert names(sender := SEED.read_text("utf-8")) != sender
