"""The settings of this installation: the only module that reads the environment."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from mrdb.domain.errors import BadSetting

PACKAGE = Path(__file__).resolve().parent
HOME = PACKAGE if (PACKAGE / "app.py").is_file() else PACKAGE.parent
"""Where app.py, pages/ and seed/ lie: in the package once it is installed, beside it in the repository."""

SEED = HOME / "seed" / "managementrespons-klimaat-migratie-2025.txt"
SEED_CORRECTIONS = SEED.with_suffix(".corrections.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """``database_url`` is an SQLAlchemy address; ``today`` is fixed for tests and demonstrations, else None."""

    database_url: str
    today: date | None

    @classmethod
    def from_environment(cls) -> Self:
        """Reads MRDB_DATABASE_URL and MRDB_TODAY (ISO). Raises BadSetting when the date is none.

        Without an address the data live in ``data/`` of the folder where the program was started.
        """
        today = os.environ.get("MRDB_TODAY", "")
        try:
            fixed = date.fromisoformat(today) if today else None
        except ValueError:
            raise BadSetting("MRDB_TODAY", today) from None
        url = os.environ.get("MRDB_DATABASE_URL") or f"sqlite:///{Path.cwd() / 'data' / 'mrdb.sqlite3'}"
        return cls(url, fixed)
