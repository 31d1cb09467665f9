"""Databases as earlier versions of the program left them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config

from mrdb.store.database import MIGRATIONS, open_database

REVISION_0001 = """
INSERT INTO management_response VALUES (1, 'Klimaat', '/', '2025-10-13', 'M&O', 'Directieteam', '', 'a1');
INSERT INTO recommendation VALUES (1, 1, 7, 'Vereenvoudig', 'Tekst', 'Akkoord', 'accepted', '');
INSERT INTO action VALUES (1, 1, '7.1', 'Hervorming', 'dec 2026', 'Directeur M&O', 2);
INSERT INTO responsible VALUES (1, 'Directeur M&O');
INSERT INTO action_responsible VALUES (1, 0, 1);
INSERT INTO milestone VALUES (1, 1, 0, 'Ontwerp', 'deadline', '2026-12-01', '2026-12-31', 'month', 0, NULL);
INSERT INTO moment VALUES (1, '2025-10-13', '', '', '2025-11-03 08:30:00.000000', 'mrdb');
INSERT INTO moment VALUES (2, '2026-05-04', 'Voorjaar', 'Stuurgroep', NULL, NULL);
INSERT INTO moment_response VALUES (1, 1);
INSERT INTO moment_response VALUES (2, 1);
INSERT INTO status_report VALUES (1, 1, 1, 'not_started', '', 'mrdb', '2025-11-03 08:30:00.000000');
INSERT INTO status_report VALUES (2, 1, 2, 'ongoing', 'Ontwerp klaar.', 'An', '2026-05-04 09:00:00.000000');
"""


REVISION_0004 = """
INSERT INTO action VALUES (2, 1, '7.2', 'Team', 'dec 2026', 'Directeur M&O', 1);
INSERT INTO discussion VALUES (2, 1, 'confirmed', 'An', '2026-05-04 09:00:00.000000');
INSERT INTO discussion VALUES (2, 2, 'not_discussed', 'An', '2026-05-04 10:00:00.000000');
UPDATE change SET old = 'ongoing' WHERE field = 'status' AND new = 'ongoing';
"""


REVISION_0008 = """
INSERT INTO management_response VALUES (2, 'Lucht', '/', '2025-10-13', 'An', 'Raad', '', 'a2');
INSERT INTO moment VALUES (3, '2025-10-13', '', '', '2026-01-07 10:00:00.000000', 'Bert', NULL, '');
INSERT INTO moment_response VALUES (3, 2);
INSERT INTO change (at, author, moment_id, field, new, reason, source)
    VALUES ('2026-05-04 08:00:00.000000', 'An', 2, 'moment', 'open', '', '');
INSERT INTO change (at, author, recommendation_id, field, old, new, reason, source) VALUES
    ('2026-05-05 09:00:00.000000', 'An', 1, 'answer', 'Niet akkoord', 'Akkoord', 'nieuwe versie van het document', '');
INSERT INTO change (at, author, field, old, new, source, reason) VALUES
    ('2026-05-05 09:00:00.000000', 'An', 'subject', 'Water', 'Klimaat', '',
        'nieuwe versie van het document van 13 okt 2025'),
    ('2026-05-06 09:00:00.000000', 'An', 'subject', 'Wind', 'Lucht', '',
        'nieuwe versie van het document van 13 okt 2025');
"""


def fill_revision_0008(file: Path) -> None:
    """On top of 0001: a second document of the same day, stored by Bert, and new versions of both."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(REVISION_0008)


def at_revision(file: Path, revision: str) -> None:
    """Creates the database as it was at this revision."""
    scripts = Config()
    scripts.set_main_option("script_location", str(MIGRATIONS))
    file.touch()
    engine = open_database(f"sqlite:///{file}")
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys = OFF")  # as long as a table is made anew
        scripts.attributes["connection"] = connection
        command.upgrade(scripts, revision)
        connection.commit()
    engine.dispose()


def fill_revision_0004(file: Path) -> None:
    """On top of that: at the second moment 7.1 was confirmed as it stood, and 7.2 did not come up."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(REVISION_0004)


def fill_revision_0001(file: Path) -> None:
    """One action, 7.1, with reports at two moments."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(REVISION_0001)
