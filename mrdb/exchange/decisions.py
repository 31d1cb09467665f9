"""The decision list as a Word document that one hands to a board."""

from datetime import datetime

from mrdb.domain.decisions import Minutes
from mrdb.domain.facts import Fact
from mrdb.domain.response import Moment
from mrdb.exchange.word import add_facts, add_led, clean, finished, new_document
from mrdb.text import decisions as words
from mrdb.text import nl
from mrdb.text.counting import listed
from mrdb.text.dates import long_date
from mrdb.text.labels import FACT
from mrdb.text.meeting import NEXT_DATE


def decision_document(moment: Moment, subjects: str, text: str, minutes: Minutes | None, at: datetime) -> bytes:
    """The list in ``text`` as a ``.docx``; as long as there are no ``minutes`` it says that it is a draft.

    ``subjects`` are those of the management responses, one a line. ``at`` (aware) is when the file is made.
    """
    document = new_document("decisions.docx")
    document.add_paragraph(words.TITLE, style="Title")
    document.add_paragraph(clean(moment.title) or FACT[Fact.MOMENT], style="Subtitle")
    add_facts(document, _facts(moment, subjects))
    for line in words.lines(clean(text)):
        if not line.rest:
            document.add_paragraph(line.lead.removesuffix(":"), style="Heading 1")
        else:
            add_led(document, "List Bullet", line.lead, line.rest)
    return finished(
        document,
        words.fixed_by(clean(minutes.author), minutes.at) if minutes else words.DRAFT,
        title=f"{words.TITLE} {long_date(moment.date)}",
        subject=subjects,
        author=minutes.author if minutes else nl.APP,
        comments="" if minutes else words.DRAFT,
        made=minutes.at if minutes else at,
    )


def _facts(moment: Moment, subjects: str) -> list[tuple[str, str]]:
    return [
        (nl.DATE, long_date(moment.date)),
        (nl.MOMENT_ATTENDEES, listed(moment.attendees)),
        (FACT[Fact.DOCUMENT], subjects),
        (NEXT_DATE, long_date(moment.next_date) if moment.next_date else ""),
    ]
