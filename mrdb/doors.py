"""What the server gives away and to whom, beyond what Streamlit watches over: headers, and doors that stay shut."""

from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mrdb import log
from mrdb.text import people as words
from mrdb.views.news import ADDRESS
from mrdb.views.visitors import is_let_in

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",  # st.html's scripts; Vega; components
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""As narrow as Streamlit's own page allows: whatever is shown or asked comes from here and goes nowhere else."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
METRICS = "/_stcore/metrics"
SIGNED_OUT = "/oauth2callback"
"""Where the provider sends whoever signed out, too, with nothing to tell: Streamlit would log a sign-in gone wrong."""
SIGNING_IN = ("/auth/", SIGNED_OUT)
OF_PEOPLE = ("/media/", "/_stcore/upload_file/", f"/{ADDRESS}")
"""Where files are fetched and handed in and the mark is asked: no script that could tell who it is runs there."""


class Doors:
    """ASGI middleware: the headers on every answer; no metrics; no websocket for what names no page it comes from; no
    file for who may not come in; the first page for who signed out; a Dutch sentence where a sign-in
    goes wrong.

    Browsers always name it (Origin), so that only programs are turned away: Streamlit itself lets them in.

    ``base`` is what stands before all addresses, such as "/opvolging".
    """

    def __init__(self, app: ASGIApp, base: str) -> None:
        self._app, self._base = app, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and "origin" not in Headers(scope=scope):
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer, path = self._app, scope["path"].removeprefix(self._base)
        if path == SIGNED_OUT and not scope["query_string"]:
            answer = RedirectResponse(f"{self._base}/")
        elif path.endswith(METRICS) or (
            path.startswith(OF_PEOPLE) and not await run_in_threadpool(is_let_in, HTTPConnection(scope).cookies)
        ):
            answer = Response(status_code=404)
        elif path.startswith(SIGNING_IN):
            answer = self._signing_in
        await answer(scope, receive, with_headers)

    async def _signing_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As Streamlit does it; where that goes wrong it has but English words for it, and the log tells why."""
        has_failed = False

        async def unless_failed(message: Message) -> None:
            nonlocal has_failed
            has_failed |= message["type"] == "http.response.start" and message["status"] >= HTTPStatus.BAD_REQUEST
            if not has_failed:
                await send(message)

        try:
            await self._app(scope, receive, unless_failed)
        except Exception as error:
            log.unexpected(error)
            has_failed = True
        if has_failed:
            page = HTMLResponse(words.failed_page(f"{self._base}/"), HTTPStatus.BAD_GATEWAY)
            await page(scope, receive, send)
