"""A server where people sign in, with a real OpenID provider beside it, and a browser that does."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Page, expect
from serving import ROOT, TODAY, free_port, started

from mrdb.store.database import open_database, upgrade

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "een-lange-zin-die-niemand-raadt-en-die-alleen-hier-staat"
client_id = "mrdb"
client_secret = "geheim"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
"""


@contextmanager
def signing_in(
    database_url: str, folder: Path, people: Mapping[str, Mapping[str, object]], *, first_secretary: str = ""
) -> Iterator[str]:
    """The address of a server where these people, by their subjects, can sign in with their claims."""
    engine = open_database(database_url)
    upgrade(engine)
    engine.dispose()
    port = free_port()
    users = [User(sub=subject, claims=dict(claims)) for subject, claims in people.items()]
    with run_server_in_thread(user_claims=users) as provider:
        secrets = folder / "secrets.toml"
        secrets.write_text(SECRETS.format(port=port, provider=provider.server_port), "utf-8")
        environment = {
            **os.environ,
            "MRDB_DATABASE_URL": database_url,
            "MRDB_TODAY": TODAY,
            "MRDB_FIRST_SECRETARY": first_secretary,
            "STREAMLIT_SECRETS_FILES": str(secrets),
        }
        command = [sys.executable, "-m", "mrdb", "run"]
        with started(command, ROOT, environment, port=port) as address:
            yield address


def sign_in(page: Page, subject: str) -> None:
    """On the page that asks for it, as who has this subject."""
    page.get_by_role("button", name="Meld je aan").click()
    page.get_by_role("button", name=subject, exact=True).first.click()
    expect(page.get_by_role("button", name="Meld je aan")).to_have_count(0)
