"""How many actions are shown, and the button that downloads exactly these."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from mrdb.clock import now
from mrdb.domain.basis import Basis
from mrdb.domain.response import Action
from mrdb.exchange.excel import overview_workbook
from mrdb.text import nl
from mrdb.views.addresses import all_pages
from mrdb.views.calendar import base_address, offer_calendar
from mrdb.views.internal import is_internal_shown

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer_download(actions: Sequence[Action], total: int, today: date, basis: Basis | None) -> None:
    """``total`` counts all there are; ``basis`` is the newest line of the journal they were read with.

    None is for actions as they stood on an earlier day: their file is not made to be filled in.
    """
    count, calendar, button = st.columns([3, 1, 1], vertical_alignment="center")
    count.markdown(f"**{nl.actions_shown(len(actions), total)}**")
    with calendar:
        offer_calendar(actions, now())
    with button:
        offer_excel(actions, today, basis)


def offer_excel(actions: Sequence[Action], today: date, basis: Basis | None) -> None:
    """``basis`` as in ``offer_download``."""
    with_internal = is_internal_shown()
    address = base_address(st.context.url or "", [page.url_path for page in all_pages()])
    st.download_button(
        nl.DOWNLOAD,
        data=lambda: overview_workbook(actions, today, basis=basis, with_internal=with_internal, address=address),
        file_name=nl.export_name(today, with_internal=with_internal),
        mime=XLSX,
        on_click="ignore",
        width="stretch",
        disabled=not actions,
    )
