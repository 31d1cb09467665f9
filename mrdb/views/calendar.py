"""The button that downloads the deadlines of the shown actions as a calendar file."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from mrdb.domain.response import Action
from mrdb.exchange.ics import calendar_entries, deadlines_calendar
from mrdb.text import ics
from mrdb.text.dates import BRUSSELS
from mrdb.views.addresses import all_pages

ICS = "text/calendar"


def offer_calendar(actions: Sequence[Action], at: datetime) -> None:
    """``at`` is this moment, from ``mrdb.clock.now``. Without deadlines there is no file: RFC 5545 has no empty one."""
    address = base_address(st.context.url or "", [page.url_path for page in all_pages()])
    st.download_button(
        ics.DOWNLOAD,
        data=lambda: deadlines_calendar(actions, at, address),
        file_name=ics.file_name(at.astimezone(BRUSSELS).date()),
        mime=ICS,
        help=ics.HELP,
        on_click="ignore",
        width="stretch",
        disabled=not calendar_entries(actions, at),
    )


def base_address(url: str, paths: Sequence[str]) -> str:
    """Where the program itself lives, given the address of one of its pages and what those end with."""
    url = url.partition("?")[0].partition("#")[0].rstrip("/")
    base, _, page = url.rpartition("/")
    return base if page and page in paths else url
