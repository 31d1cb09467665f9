"""Where the work of a screen goes on: the one framed link that leads to the next screen."""

from collections.abc import Mapping

import streamlit as st


def show_next(page: str, label: str, address: Mapping[str, str] | None = None) -> None:
    """A link, framed as the primary button that it is; ``address`` is what the page's address ends with."""
    with st.container(width="content", key="-".join(("next", *(address or {}).values()))):
        st.page_link(page, label=f"{label} →", query_params=address)
