"""The draft as JSON, for people and programs that look at what was read."""

import json
from dataclasses import asdict
from datetime import date
from enum import Enum

from mrdb.domain.draft import Draft


def draft_as_json(draft: Draft) -> str:
    """The fields by their own names; dates as ISO text, enum members as their values, nothing as null."""
    return json.dumps(asdict(draft), default=_plain, ensure_ascii=False, indent=2)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(type(value).__name__)
