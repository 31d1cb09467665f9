"""The decision list as a text that people correct: its groups, its agreements as rows, and what stands above it.

The text is all there is: what is fixed is these lines. A row of the agreements is a line with two bars in it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mrdb.domain.decisions import Decision
from mrdb.domain.discussed import Outcome
from mrdb.domain.facts import Fact
from mrdb.domain.meeting import Round
from mrdb.domain.once import once
from mrdb.domain.response import Agreement
from mrdb.domain.status import Status
from mrdb.text import nl
from mrdb.text.counting import listed
from mrdb.text.dates import long_date, short_date
from mrdb.text.decisions import NOTHING_DECIDED, closed, inline, sentence, subjects, titled, together
from mrdb.text.labels import EMPTY, FACT, STATUS

AGREEMENT_COLUMNS = (nl.AGREEMENT_WHO, "Wat", nl.AGREEMENT_DUE)
NEW, MOVED, PROGRESS, REALISED = "Nieuwe acties", "Termijn gewijzigd", "Voortgang", "Aanbevelingen"
GROUPS = (
    *(STATUS[status] for status in Status if status.is_closed),
    *(NEW, MOVED, PROGRESS, REALISED, nl.AGREEMENTS),
    *map(together, (Outcome.CONFIRMED, Outcome.NOT_DISCUSSED, Outcome.OPEN)),
)
"""The groups of a list, in their order; any other heading is the subject of a document."""
_BAR = " | "
_LEAD = re.compile(r"(?:[^:.!?]|\d\.\d){1,40}:(?= )")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; ``lead`` is its opening, such as ``Actie 7.1:``. A heading is a lead without a ``rest``.

    A row of the agreements has ``cells`` instead: who, what, by when.
    """

    lead: str
    rest: str
    cells: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        return "" if self.rest or self.cells else self.lead.removesuffix(":")

    @property
    def is_group(self) -> bool:
        return self.heading in GROUPS


@once
def decision_list(decisions: Sequence[Decision]) -> str:
    """The whole list, with an empty line between its lines; with several documents each under its subject."""
    by_document = [(r, list(group)) for r, group in groupby(decisions, key=lambda decision: decision.response)]
    blocks: list[str] = []
    for response, group in by_document:
        if len(by_document) > 1:
            blocks.append(f"{inline(response.subject)}:")
        blocks.extend(_grouped(group))
    return "\n\n".join(blocks) or NOTHING_DECIDED


def _grouped(decisions: Sequence[Decision]) -> Iterator[str]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for decision in decisions:
        if not decision.settled:
            found[together(decision.outcome)] += [closed(titled(action)) for action in decision.actions]
        elif any(one.fact != Fact.AGREEMENT for one in decision.settled):
            found[_group(decision)].append(sentence(decision))
        found[nl.AGREEMENTS] += _agreement_rows(decision)
    for group in GROUPS:
        if found[group]:
            yield f"{group}:"
            yield from found[group]


def _group(decision: Decision) -> str:
    if decision.recommendation:
        return REALISED
    status = next((Status(one.new) for one in decision.settled if one.fact == Fact.STATUS and one.old != one.new), None)
    if status is not None and status.is_closed:
        return STATUS[status]
    if any(one.fact == Fact.ADDED and one.milestone is None for one in decision.settled):
        return NEW
    return MOVED if any(one.fact == Fact.PERIOD for one in decision.settled) else PROGRESS


def _agreement_rows(decision: Decision) -> Iterator[str]:
    for one in decision.settled:
        if one.fact == Fact.AGREEMENT:
            said = Agreement.from_code(one.new or "")
            what = f"{said.text.rstrip(' .')} ({nl.named_actions([action.number for action in decision.actions])})"
            cells = (said.who or EMPTY, what, short_date(said.due) if said.due else EMPTY)
            yield _BAR.join(inline(cell.replace("|", "/")) for cell in cells)


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a list as fixed or corrected; empty lines only stand between them."""
    return tuple(_line(inline(line)) for line in text.splitlines() if line.strip())


def _line(text: str) -> Line:
    if len(cells := tuple(text.split(_BAR))) == len(AGREEMENT_COLUMNS):
        return Line("", "", cells)
    if text.endswith(":"):
        return Line(text, "")
    found = _LEAD.match(text)
    return Line(found.group(), text[found.end() :].strip()) if found else Line("", text)


def facts(round_: Round) -> list[tuple[str, str]]:
    """What somebody wants to know who was not there; a fact that nobody noted is left out."""
    moment = round_.moment
    said = [
        (nl.DATE, long_date(moment.date)),
        (FACT[Fact.ATTENDEES], listed(moment.attendees)),
        (FACT[Fact.ABSENT], listed(moment.absent)),
        (FACT[Fact.DOCUMENT], subjects(action.recommendation.response for action in round_.actions)),
        (FACT[Fact.NEXT_DATE], long_date(moment.next_date) if moment.next_date else ""),
    ]
    return [(label, text) for label, text in said if text]
