"""What programs fetch that cannot sign in: the agenda that follows the deadlines, and the data.

A secret in the address, or beside it, tells whose it is. Where nobody signs in there is nobody to have one, and nothing
is given.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from mrdb import __version__, log
from mrdb.clock import now, today
from mrdb.domain.errors import MrdbError
from mrdb.domain.keys import CALENDARS, Key, KeyKind
from mrdb.exchange.ics import deadlines_calendar
from mrdb.exchange.records import as_json
from mrdb.records import RECORDS
from mrdb.startup import public_address
from mrdb.store.database import Session, read_only, transaction
from mrdb.store.keys import followed, key_with, note_reading
from mrdb.store.queries import mark
from mrdb.views.data import database
from mrdb.views.visitors import is_sign_in_configured

Answer = Callable[[Request, Session], Response]


def from_the_database(answer: Answer) -> Callable[[Request], Response]:
    """The route that answers from what stands there now; a database that cannot be read is told by 503."""

    @wraps(answer)
    def answered(request: Request) -> Response:
        try:
            with read_only(database()) as session:
                return answer(request, session)
        except MrdbError:
            return Response(status_code=503)
        except Exception as error:
            log.unexpected(error)
            return Response(status_code=500)

    return answered


def told_once(
    request: Request, session: Session, key: Key, about: str, kind: str, make: Callable[[], bytes]
) -> Response:
    """What ``make`` makes, or 304 to who has it already; of the ``key`` it is noted that it was read with today.

    It is the same as long as nobody writes, and the day and the program are the same; ``about`` tells it from others.
    """
    if key.read_on != today():
        with suppress(MrdbError), transaction(database(), is_news=False) as noting:  # to be read is what matters
            note_reading(noting, key, today())
    told = "\n".join((mark(session), today().isoformat(), __version__, about))
    tag = f'W/"{sha256(told.encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if tag in (one.strip() for one in request.headers.get("If-None-Match", "").split(",")):
        return Response(status_code=304, headers=headers)
    return Response(make(), headers=headers, media_type=kind)


@from_the_database
def told_deadlines(request: Request, session: Session) -> Response:
    """The deadlines as a calendar file, for who has an address of his or her own."""
    key = key_with(session, request.path_params["secret"], *CALENDARS) if is_sign_in_configured() else None
    if key is None:
        return Response(status_code=404)

    def make() -> bytes:
        return deadlines_calendar(followed(session, key, today()), now(), public_address())

    return told_once(request, session, key, f"{key.kind.value} {key.about or key.person_id}", "text/calendar", make)


@from_the_database
def told_records(request: Request, session: Session) -> Response:
    """Documents, moments or actions as JSON, for who has a key of the data (``Authorization: Bearer …``)."""
    if not is_sign_in_configured():
        return Response(status_code=404)
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    key = key_with(session, secret.strip(), KeyKind.DATA) if scheme.lower() == "bearer" else None
    if key is None:
        return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
    if (name := request.path_params["name"]) not in RECORDS:
        return Response(status_code=404)
    return told_once(request, session, key, name, "application/json", lambda: as_json(RECORDS[name](session, today())))
