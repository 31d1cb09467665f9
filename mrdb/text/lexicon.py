"""The words by which a file is understood, whatever kind of file it is: headings, labels, status words.

A list, a Word document, a text and our own overview all ask here; what is written in capitals is derived.
"""

import re
from enum import Enum

from mrdb.domain.facts import Fact
from mrdb.domain.status import Status
from mrdb.text.labels import NO_REPORT
from mrdb.text.report import AS_OF
from mrdb.text.statuses import STATUSES


class Part(Enum):
    """What a document names that is no fact: its date never changes, and ``AS_OF`` is a label of our own report."""

    DATE = "date"
    AS_OF = "as of"
    ACTIONS = "actions"


Named = Fact | Part
HEAD: tuple[Named, ...] = (Fact.SUBJECT, Fact.DOCUMENT_NUMBER, Part.DATE, Fact.SENDER, Fact.RECIPIENT)
"""The labels at the head of every document."""

COLUMNS = (
    Fact.NUMBER,
    Fact.RECOMMENDATION,
    Fact.ACTION_TEXT,
    Fact.CALENDAR,
    Fact.RESPONSIBLE,
    Fact.STATUS,
    Fact.COMMENT,
)
"""What a table of actions can hold, in the order in which a column is offered to one of them."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


HEADINGS: dict[Named, tuple[str, ...]] = {
    Fact.NUMBER: _words("nr, nummer, #, actienummer, actie nr, nr actie, volgnummer, no, number, action no, id"),
    Fact.RECOMMENDATION: _words("aanbeveling, aanbevelingen, recommendation, recommendations, bevinding, finding"),
    Fact.ACTION_TEXT: _words(
        "actie, acties, actie(s), actiepunt, actiepunten, concrete actie, concrete acties, maatregel, maatregelen, "
        "taak, activiteit, omschrijving, beschrijving, omschrijving actie, action, actions, key action, action point, "
        "activity, task, description, wat, what"
    ),
    Fact.CALENDAR: _words(
        "kalender, termijn, termijnen, deadline, deadlines, timing, planning, streefdatum, einddatum, tijdstip, tegen, "
        "tegen wanneer, wanneer, datum, due date, due, target date, end date, timeframe, timeline, when"
    ),
    Fact.RESPONSIBLE: _words(
        "verantwoordelijke(n), verantwoordelijke, verantwoordelijken, trekker, trekkers, trekker(s), eigenaar, "
        "uitvoerder, wie, responsible, responsible person, owner, lead, assigned to, who"
    ),
    Fact.STATUS: _words("stvz, status, stand van zaken, toestand, state, progress, voortgang, opvolging"),
    Fact.COMMENT: _words(
        "commentaar, commentaren, opmerking, opmerkingen, toelichting, bemerking, bemerkingen, notitie, notities, "
        "comment, comments, remark, remarks, note, notes, explanation"
    ),
    Fact.SUBJECT: _words("onderwerp, betreft"),
    Fact.DOCUMENT_NUMBER: _words("doc. nr, doc nr, doc.nr, documentnummer"),
    Part.DATE: _words("datum"),
    Fact.SENDER: _words("van"),
    Fact.RECIPIENT: _words("aan"),
    Part.AS_OF: (AS_OF.casefold(),),
    Fact.CONTEXT: _words("situering, situering en context, context, inleiding"),
    Fact.ANSWER: _words(
        "management response, management respons, managementresponse, managementrespons, management reactie, "
        "managementreactie, reactie management, reactie van het management, reactie van de directie, "
        "reactie directie, antwoord management, antwoord van het management"
    ),
    Part.ACTIONS: _words("acties, actieplan, actietabel, actiepunten, opvolging van de acties"),
}
"""What each of them is called; the first name is that of the source document."""

RECOMMENDATION = HEADINGS[Fact.RECOMMENDATION][0]
PLACEHOLDER = ("(stvz", "op", "opvolgingsmoment,", "wordt", "overschreven", "bij", "volgend", "opvolgingsmoment)")
"""Stands in the follow-up columns as long as there is no report."""

NUMBER_WORDS = _words("actiepunt, actie, action, nummer, number, nr, no, n°, nº, #")
"""What people write before a number; longer ones before those that they begin with."""

STATUS_WORDS = {
    word: status for status, words in STATUSES.items() for word in (words.label.casefold(), *_words(words.also))
}
"""The label of each status, and what people write in its place."""
NO_STATUS_WORDS = frozenset({NO_REPORT.casefold(), "nog geen stvz", "-", "–", "n.v.t", "nvt", "n/a", "?"})
"""What stands in a status column where there is nothing to say, without a full stop."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def visible(text: str) -> str:
    """Without the signs of no width that come along from a web page or a chat."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def states_nothing(text: str) -> bool:
    """Whether the whole text says that there is no status."""
    return _plain(text) in _NO_STATUS


def status_of(text: str) -> Status | None:
    """The status that the whole text states; None for any other text."""
    return _STATUS_OF.get(_plain(text))


def _plain(text: str) -> str:
    """Without spaces of any kind: a space of no width may stand where one of the others belongs."""
    return "".join(visible(text).split()).casefold().rstrip(".")


_STATUS_OF = {_plain(word): status for word, status in STATUS_WORDS.items()}
_NO_STATUS = frozenset(map(_plain, NO_STATUS_WORDS))

_BETWEEN_NAMES = re.compile(r"[^\w()#&]+|_")
_COLUMN_OF = {name: of for of in COLUMNS if of != Fact.RECOMMENDATION for name in HEADINGS[of]}
_MOST_WORDS = max(len(name.split()) for name in _COLUMN_OF)


def folded_heading(text: str) -> str:
    """The words alone, as they stand in ``HEADINGS``."""
    return " ".join(_BETWEEN_NAMES.sub(" ", text.casefold()).split())


def columns_named(title: str) -> list[Fact]:
    """The columns that a title names: "Stvz / Commentaar" names two; none when it says anything else."""
    words = folded_heading(title).split()
    found: list[Fact] = []
    while words:
        sizes = range(min(len(words), _MOST_WORDS), 0, -1)
        size = next((size for size in sizes if " ".join(words[:size]) in _COLUMN_OF), 0)
        if not size:
            return []
        found.append(_COLUMN_OF[" ".join(words[:size])])
        words = words[size:]
    return found


def any_name(of: Named) -> str:
    """A pattern for its names, however many spaces stand in them, the longest first."""
    names = sorted(HEADINGS[of], key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
