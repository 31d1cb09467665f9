"""Tijdlijn: every action on one time axis, and under it what falls due next."""

import streamlit as st

from mrdb.charts.timeline import AT_ONCE, timeline
from mrdb.domain.status import Urgency
from mrdb.domain.timeline import Zoom, busiest_month, overdue, upcoming, window
from mrdb.store.database import read_only
from mrdb.store.queries import actions
from mrdb.text import nl
from mrdb.text.documents import action_documents
from mrdb.text.labels import URGENCY
from mrdb.text.timeline import SOON_MEANS, ZOOM, cluster_title
from mrdb.views.action_line import show_due
from mrdb.views.addresses import go_to_action
from mrdb.views.one_choice import choose_view
from mrdb.views.pieces import label_text
from mrdb.views.screen import screen
from mrdb.views.tables import chosen_first

CHART = "timeline"


def open_clicked() -> None:
    """Opens the action whose mark was clicked."""
    points = st.session_state[CHART].selection.get("actie", [])
    if points:
        go_to_action(int(points[0]["action_id"]))


with screen() as (database, today):
    with read_only(database) as session:
        everything = actions(session)
    title, zooms = st.columns([7, 3], vertical_alignment="center")
    cluster, documents = busiest_month(everything, today), action_documents(everything)
    title.title(label_text(cluster_title(cluster, documents)) if cluster else nl.TIMELINE)
    words = {label: zoom for zoom, label in ZOOM.items()}
    with zooms:
        zoom = words[choose_view(nl.WINDOW, list(words), ZOOM[Zoom.EVERYTHING], "toon")]
    shown = window(zoom, everything, today)
    first = chosen_first(len(everything), AT_ONCE, "part/timeline")
    st.vega_lite_chart(timeline(everything, today, shown, first), key=CHART, on_select=open_clicked, theme=None)
    coming, late = st.columns(2, gap="large")
    with coming:
        st.header(nl.DUE_NEXT)
        st.html(f'<p class="quiet">{SOON_MEANS}</p>')
        show_due(upcoming(everything, today), today, documents, "coming")
    with late:
        st.header(URGENCY[Urgency.OVERDUE])
        show_due(overdue(everything, today), today, documents, "late")
