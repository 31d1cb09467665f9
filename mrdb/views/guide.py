"""The user's guide: docs/handleiding.md, whose pictures Streamlit's Markdown would look for on another server."""

import re

import streamlit as st

from mrdb.startup import GUIDE

_PICTURE = re.compile(r"^!\[(.+)\]\((.+)\)$", re.MULTILINE)


def show_guide() -> None:
    before, *pictures = re.split(_PICTURE, GUIDE.read_text("utf-8"))
    with st.container(width=1100):
        st.markdown(before)
        for caption, name, after in zip(*[iter(pictures)] * 3, strict=True):
            st.image(GUIDE.with_name(name), caption=caption, alt=caption)
            st.markdown(after)
