"""The menu: what people come to do in one row of links, and under it the pages for it.

Streamlit's own folds into an English "3 more" where it is too narrow, and shows groups only as menus to unfold.
"""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from mrdb.clock import today
from mrdb.domain.my_actions import has_own_page
from mrdb.text import my_actions, nl
from mrdb.text.people import NOT_FOR_HERE
from mrdb.views.addresses import MY_ACTIONS_PATH, WANTS, guide
from mrdb.views.rights import may_here
from mrdb.views.sign_in import person_here
from mrdb.views.who import show_who

SKIP = """<div id="content" tabindex="-1"></div><script>
document.querySelector('[data-testid="stMain"]').tabIndex = -1;
window.skipsMenu ||= !document.addEventListener("click", ({target}) => {
  if (target.closest('[data-testid="stSkipToContent"]')) setTimeout(() => document.getElementById("content").focus());
})
</script>"""
"""Streamlit's link to the content, the first stop of the Tab key, leads past the menu too; the page itself, which does
nothing, is none."""


def show_menu(groups: Mapping[str, Sequence[st.Page]], current: st.Page) -> None:
    """Draws both rows; ``current`` is the page that runs."""
    here = next((pages for pages in groups.values() if current.url_path in {page.url_path for page in pages}), [])
    with st.container(gap=None, key="menu"):
        with st.container(horizontal=True, gap="xxsmall", key="menu-groups"):
            for title, pages in groups.items():
                with st.container(width="content", key="menu-here" if pages is here else None):
                    _show_way(pages[0], current, title)
            with st.container(horizontal=True, gap="xxsmall", width="content", key="menu-aside"):
                _show_way(guide(), current, nl.HELP)
                show_who()
        if len(shown := [page for page in here if not why_not_here(page)]) > 1:
            with st.container(horizontal=True, gap="xxsmall", key="menu-pages"):
                for page in shown:
                    _show_way(page, current, page.title)
        st.html(SKIP, unsafe_allow_javascript=True)


def why_not_here(page: st.Page) -> str:
    """Why the page is not for whoever sits at this screen; "" where it is."""
    if page.url_path == MY_ACTIONS_PATH and not has_own_page(person_here(), today()):
        return my_actions.ANSWERS_FOR_NOTHING if person_here() else my_actions.NOBODY_SIGNS_IN
    is_for_all = page.url_path not in WANTS or may_here(WANTS[page.url_path])
    return "" if is_for_all else NOT_FOR_HERE


def _show_way(page: st.Page, current: st.Page, label: str) -> None:
    """A link, or the bare name of the page that one is on: a link to that one would leave the address as it is."""
    if page.url_path == current.url_path:
        st.html(f'<span class="here" aria-current="page">{escape(label)}</span>', width="content")
    else:
        st.page_link(page, label=label, width="content")
