"""The entry: page config, frame, navigation."""

import streamlit as st

from mrdb.text import nl
from mrdb.views.addresses import all_pages, menu
from mrdb.views.screen import dress

groups = menu()
pages = all_pages(groups)
page = st.navigation(pages, position="hidden")  # the frame has a menu of our own
st.set_page_config(page_title=nl.tab_title(page.title), page_icon="📋", layout="wide")
dress(page, pages, groups)
page.run()
