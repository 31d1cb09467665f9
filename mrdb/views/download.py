"""How many actions are shown, and the button that downloads exactly these."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from mrdb.domain.response import Action
from mrdb.exchange.excel import overview_workbook
from mrdb.text import nl
from mrdb.views.internal import is_internal_shown

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer_download(actions: Sequence[Action], total: int, today: date) -> None:
    count, button = st.columns([4, 1], vertical_alignment="center")
    count.markdown(f"**{nl.actions_shown(len(actions), total)}**")
    with_internal = is_internal_shown()
    button.download_button(
        nl.DOWNLOAD,
        data=lambda: overview_workbook(actions, today, with_internal=with_internal),
        file_name=nl.export_name(today),
        mime=XLSX,
        on_click="ignore",
        width="stretch",
        disabled=not actions,
    )
