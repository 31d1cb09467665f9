"""What ``mrdb run`` starts: the app on a server that is ready before its first visitor comes.

Beside the app it tells browsers whether anything was written, and gives programs what they follow.
"""

import gc
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from mrdb import log, records
from mrdb.config import HOME
from mrdb.domain.errors import MrdbError
from mrdb.doors import Doors
from mrdb.feeds import from_the_database, told_deadlines, told_records
from mrdb.store.database import Session
from mrdb.store.queries import mark
from mrdb.text import ics, nl
from mrdb.text.faults import sentence
from mrdb.views.news import ADDRESS


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[None]:
    """Opens the database and loads what the screens need, so that the first one stands at once.

    Until some session has run the entry, Streamlit would take the files in ``pages/`` for its pages and answer
    "page not found" to a link such as ``/actie?actie=7``.
    """
    PagesManager.uses_pages_directory = False
    import pandas  # noqa: F401  # two visitors at once would each find it half loaded

    from mrdb.charts import timeline  # noqa: F401
    from mrdb.exchange import excel  # noqa: F401
    from mrdb.views.data import database

    log.write_log()
    _end_in_order()
    try:
        database()
    except MrdbError as error:  # the page says it too, and stands as soon as it is mended
        print(sentence(error), file=sys.stderr)
    except Exception as error:
        print(nl.unexpected(log.unexpected(error)), file=sys.stderr)
    gc.freeze()  # no collection need ever look through the libraries
    yield
    with suppress(MrdbError):
        database().dispose()  # the last one to leave brings SQLite's log home: a copy of the file is then complete


def _end_in_order() -> None:
    """Also when the terminal is closed, unless somebody asked to go on then (``nohup``)."""
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))


def told_unexpected(error: Exception) -> bool:
    """Where a script fails: its number, which the log has too. True: Streamlit says nothing more."""
    st.error(nl.unexpected(log.unexpected(error)))
    return True


@from_the_database
def told_mark(_: Request, session: Session) -> Response:
    """The mark that the last transaction left in the database, for ``mrdb/views/news.js``."""
    return JSONResponse({"mark": mark(session)})


base = "/".join(("", *filter(None, str(st.get_option("server.baseUrlPath")).split("/"))))
app = st.App(
    HOME / "app.py",
    lifespan=ready,
    routes=[
        Route(f"{base}/{ADDRESS}", told_mark),
        Route(f"{base}/{ics.SUBSCRIPTION_ADDRESS}", told_deadlines),
        Route(f"{base}/{records.ADDRESS}", told_records),
    ],
    middleware=[Middleware(Doors, base=base)],
    on_script_error=told_unexpected,
)
