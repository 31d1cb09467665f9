"""What an import will do, worked out before anything is done."""

from collections.abc import Collection
from dataclasses import dataclass

from mrdb.domain.draft import Draft


@dataclass(frozen=True, slots=True)
class Plan:
    """``create`` is the management response to store; None when the document is there already."""

    create: Draft | None


def plan_response(draft: Draft, known_digests: Collection[str]) -> Plan:
    """Plans to store the document, unless one with the same bytes is known: what people did with it since stands."""
    return Plan(create=None if draft.source_digest in known_digests else draft)
