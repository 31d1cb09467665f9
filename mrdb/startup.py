"""Makes the database ready for use: open, upgrade, seed. The screens and the command line start here alike."""

import logging
from hashlib import sha256

from mrdb.clock import now
from mrdb.config import HOME, SEED, SEED_CORRECTIONS, MailServer, Settings
from mrdb.demo import play
from mrdb.reading.document import read_file
from mrdb.store.database import Engine, open_database, read_only, transaction, upgrade
from mrdb.store.importing import response_with, store_document
from mrdb.text import nl

GUIDE = HOME / "docs" / "handleiding.md"
"""The user's guide, with its pictures beside it."""


def prepared_database(*, is_served: bool = False) -> Engine:
    """The database of this installation, at the newest schema and with the real document, or the example, in it.

    The app, to which it ``is_served``, begins with a new one where nobody chose an address; a command in a wrong folder
    makes none. Raises a child of MrdbError when the database or the seed cannot be used.
    """
    engine = open_and_upgrade(may_make=is_served and Settings.from_environment().may_make)
    if is_demo():
        play(engine)
    else:
        seed(engine)
    return engine


def public_address() -> str:
    """Where the links in our files lead; "" where they would lead nowhere for who gets the file."""
    return Settings.from_environment().public_url


def first_secretary() -> str:
    """The address of who becomes secretary where there is none yet; "" where nobody does."""
    return Settings.from_environment().first_secretary


def mail_server() -> MailServer:
    return MailServer.from_environment()


def has_mail_server() -> bool:
    """Whether reminders go out by mail here."""
    return MailServer.is_named()


def is_demo() -> bool:
    return Settings.from_environment().is_demo


def open_and_upgrade(*, may_make: bool = False) -> Engine:
    engine = chosen_database()
    if copy := upgrade(engine, may_make=may_make):
        logging.getLogger("mrdb").info("upgraded; the database as it was is in %s", copy)
    return engine


def chosen_database() -> Engine:
    """As it is, whole or not. Raises DatabaseUnusable where the address is none."""
    return open_database(Settings.from_environment().database_url)


def seed(engine: Engine) -> int:
    """Stores the real document where it is not there yet, and returns how many actions that added."""
    if _is_stored(engine):
        return 0
    draft = read_file(SEED, SEED_CORRECTIONS).draft
    with transaction(engine) as session:
        return store_document(session, draft, author=nl.SOURCE_DOCUMENT, at=now())


def _is_stored(engine: Engine) -> bool:
    """Told by the bytes of the document alone: to read it takes longer than all the rest of a start. Where people put
    it away, no start brings it back.
    """
    try:
        digest = sha256(SEED.read_bytes()).hexdigest()
    except OSError:
        return False
    with read_only(engine) as session:
        return response_with(session, digest, or_put_away=True) is not None
