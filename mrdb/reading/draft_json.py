"""The draft as JSON, for people and programs that look at what was read."""

from pydantic import TypeAdapter

from mrdb.domain.draft import Draft


def draft_as_json(draft: Draft) -> str:
    """The fields by their own names; dates as ISO text, enum members as their values, nothing as null."""
    return TypeAdapter(Draft).dump_json(draft, indent=2).decode()
