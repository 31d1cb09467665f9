"""The one database of this server, ready for use."""

import streamlit as st

from mrdb.startup import prepared_database
from mrdb.store.database import Engine


@st.cache_resource(show_spinner=False)
def database() -> Engine:
    return prepared_database(is_served=True)
