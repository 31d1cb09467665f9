"""What the readers of documents share: the doubts that they collect, and the draft that is made of what they found."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mrdb.domain.draft import Doubt, DoubtKind, Draft, DraftRecommendation, ReadDocument, Source
from mrdb.domain.facts import Fact
from mrdb.text.lexicon import HEAD, HEADINGS, Named, Part

MAX_TITLE = 200
"""A title with more characters has swallowed the text behind it."""


@dataclass(slots=True)
class Doubts:
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, line: int, kind: DoubtKind, found: str) -> None:
        self.doubts.append(Doubt(line, kind, found))


def assembled(
    data: bytes,
    head: Mapping[Named, str],
    day: date,
    recommendations: Sequence[DraftRecommendation],
    source: Source,
    ledger: Doubts,
) -> ReadDocument:
    """The document that these bytes hold; ``head`` has its texts, the context among them. What lacks is doubted."""
    for part in (*HEAD, Fact.CONTEXT):
        if part != Part.DATE and not head.get(part):
            ledger.doubt(1, DoubtKind.MISSING_FIELD, HEADINGS[part][0].upper())
    draft = Draft(
        subject=head.get(Fact.SUBJECT, ""),
        document_number=head.get(Fact.DOCUMENT_NUMBER, ""),
        date=day,
        sender=head.get(Fact.SENDER, ""),
        recipient=head.get(Fact.RECIPIENT, ""),
        context=head.get(Fact.CONTEXT, ""),
        recommendations=tuple(recommendations),
        source_digest=hashlib.sha256(data).hexdigest(),
    )
    doubts = sorted(dict.fromkeys(ledger.doubts), key=lambda doubt: doubt.line)
    return ReadDocument(draft, tuple(doubts), source)
