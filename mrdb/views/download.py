"""How many actions are shown, and the buttons that download these: as Excel, and their deadlines as a calendar."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from mrdb.clock import now
from mrdb.domain.basis import Basis
from mrdb.domain.response import Action
from mrdb.exchange.excel import overview_workbook
from mrdb.exchange.ics import calendar_entries, deadlines_calendar
from mrdb.text import ics, nl
from mrdb.text.dates import BRUSSELS
from mrdb.views.addresses import all_pages
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
    address = _own_address()
    st.download_button(
        nl.DOWNLOAD,
        data=lambda: overview_workbook(actions, today, basis=basis, with_internal=with_internal, address=address),
        file_name=nl.export_name(today, with_internal=with_internal),
        mime=XLSX,
        on_click="ignore",
        width="stretch",
        disabled=not actions,
    )


def offer_calendar(actions: Sequence[Action], at: datetime) -> None:
    """``at`` is this moment, from ``mrdb.clock.now``. Without deadlines there is no file: RFC 5545 has no empty one."""
    address = _own_address()
    st.download_button(
        ics.DOWNLOAD,
        data=lambda: deadlines_calendar(actions, at, address),
        file_name=ics.file_name(at.astimezone(BRUSSELS).date()),
        mime="text/calendar",
        help=ics.HELP,
        on_click="ignore",
        width="stretch",
        disabled=not calendar_entries(actions, at),
    )


def _own_address() -> str:
    return base_address(st.context.url or "", [page.url_path for page in all_pages()])


def base_address(url: str, paths: Sequence[str]) -> str:
    """Where the program itself lives, given the address of one of its pages and what those end with."""
    url = url.partition("?")[0].partition("#")[0].rstrip("/")
    base, _, page = url.rpartition("/")
    return base if page and page in paths else url
