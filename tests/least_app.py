"""The least app that does such work in Streamlit, beside which ``make bench`` lays ours: a list, and a form that saves.

``?leeg`` is an empty page, ``?id=7`` the form of one row, in the SQLite file that LEAST_DATABASE names.
"""

import os
import sqlite3

import streamlit as st

STATUSES = ["Niet gestart", "Lopende", "Afgerond", "Vervallen"]

if "leeg" in st.query_params:
    st.title("Leeg")
    st.stop()
with sqlite3.connect(os.environ["LEAST_DATABASE"], timeout=30) as database:
    if row_id := st.query_params.get("id"):
        text, status, comment = database.execute(
            "SELECT text, status, comment FROM action WHERE id = ?", (row_id,)
        ).fetchone()
        st.title(text)
        with st.form("form"):
            status = st.segmented_control("Stand van zaken", STATUSES, default=status)
            comment = st.text_area("Commentaar", comment)
            if st.form_submit_button("Opslaan"):
                database.execute("UPDATE action SET status = ?, comment = ? WHERE id = ?", (status, comment, row_id))
                database.commit()
                st.success("Opgeslagen.")
    else:
        st.title("Acties")
        st.dataframe(database.execute("SELECT id, number, text, status, comment FROM action").fetchall())
