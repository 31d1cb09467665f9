"""Who sends a request that no script answers: a file that is fetched or handed in, or the mark of the database."""

import json
from collections.abc import Mapping

from streamlit.auth_util import get_cookie_with_chunks, get_secrets_auth_section
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from mrdb.domain.errors import MrdbError
from mrdb.domain.people import identity
from mrdb.store.database import read_only
from mrdb.store.people import person_with
from mrdb.views.data import database


def is_sign_in_configured() -> bool:
    return bool(get_secrets_auth_section())


def is_let_in(cookies: Mapping[str, str]) -> bool:
    """Whether whoever has these cookies may come in; everybody may where nobody has to sign in."""
    if not is_sign_in_configured():
        return True
    found = get_cookie_with_chunks(lambda name: _signed(cookies, name), USER_COOKIE_NAME)
    who = identity(json.loads(found)) if found else None
    try:
        with read_only(database()) as session:
            return who is not None and person_with(session, who.subject) is not None
    except MrdbError:
        return False


def _signed(cookies: Mapping[str, str], name: str) -> bytes | None:
    value = cookies.get(name)
    return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1")) if value else None
