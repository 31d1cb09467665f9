"""The headings and the status words that people use in lists of their own, in Dutch and in English."""

from mrdb.domain.facts import Fact
from mrdb.domain.status import Status
from mrdb.text.labels import STATUS

LIST_FIELDS = (
    Fact.NUMBER,
    Fact.RECOMMENDATION,
    Fact.ACTION_TEXT,
    Fact.CALENDAR,
    Fact.RESPONSIBLE,
    Fact.STATUS,
    Fact.COMMENT,
)
"""What a list can hold, in the order in which a column is offered to one of them."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


HEADINGS: dict[Fact, tuple[str, ...]] = {
    Fact.NUMBER: _words("nr, nummer, actienummer, actie nr, nr actie, volgnummer, no, number, action no, id"),
    Fact.RECOMMENDATION: _words("aanbeveling, aanbevelingen, recommendation, recommendations, bevinding, finding"),
    Fact.ACTION_TEXT: _words(
        "actie, acties, actiepunt, maatregel, maatregelen, taak, activiteit, omschrijving, beschrijving, "
        "omschrijving actie, action, actions, key action, action point, activity, task, description, wat, what"
    ),
    Fact.CALENDAR: _words(
        "kalender, termijn, termijnen, deadline, deadlines, timing, planning, streefdatum, einddatum, tegen, "
        "tegen wanneer, wanneer, datum, due date, due, target date, end date, timeframe, timeline, when"
    ),
    Fact.RESPONSIBLE: _words(
        "verantwoordelijke(n), verantwoordelijke, verantwoordelijken, trekker, eigenaar, uitvoerder, wie, "
        "responsible, responsible person, owner, lead, assigned to, who"
    ),
    Fact.STATUS: _words("stvz, status, stand van zaken, toestand, state, progress, voortgang, opvolging"),
    Fact.COMMENT: _words(
        "commentaar, opmerking, opmerkingen, toelichting, bemerking, bemerkingen, notitie, notities, "
        "comment, comments, remark, remarks, note, notes, explanation"
    ),
}

NUMBER_WORDS = _words("actiepunt, actie, action, nummer, number, nr, no, n°, nº, #")
"""What people write before a number; longer ones before those that they begin with."""

STATUS_WORDS: dict[str, Status] = {label.casefold(): status for status, label in STATUS.items()} | {
    word: status
    for status, words in {
        Status.NOT_STARTED: "nog niet gestart, te starten, not started, to do, open",
        Status.ONGOING: "lopend, loopt, in uitvoering, bezig, gestart, ongoing, in progress, under way, underway",
        Status.COMPLETED: (
            "afgewerkt, uitgevoerd, gerealiseerd, klaar, voltooid, completed, done, implemented, finished"
        ),
        Status.DROPPED: "geschrapt, stopgezet, niet meer van toepassing, cancelled, canceled, dropped, "
        "no longer applicable",
    }.items()
    for word in _words(words)
}
NO_STATUS_WORDS = frozenset({"nog geen stvz", "-", "–", "n.v.t.", "nvt", "n/a", "?"})
"""What stands in a status column where there is nothing to say."""
