"""The entry: page config, frame, navigation."""

import streamlit as st

from mrdb.text import nl
from mrdb.views.addresses import all_pages
from mrdb.views.screen import dress

st.set_page_config(page_title=nl.APP, page_icon="📋", layout="wide")
dress()
st.navigation(all_pages(), position="top").run()
