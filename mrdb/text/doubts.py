"""What the review says of each kind of doubt: what it is called, what was done with the text, and what to choose."""

from dataclasses import replace

from mrdb.domain.draft import Doubt, DoubtKind, Draft, DraftAction, Place, ReadColumn, Source
from mrdb.domain.facts import Fact
from mrdb.domain.mending import Mending
from mrdb.domain.review import Review
from mrdb.text import nl
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import short_date
from mrdb.text.labels import HEADING, STATUS
from mrdb.text.periods import period_phrase

HEAD = "Kop"
TITLE = {
    DoubtKind.NOT_LINKED: "Bij welke aanbeveling?",
    DoubtKind.MISSING_FIELD: "Niet gevonden",
    DoubtKind.COLUMN_GUESSED: "Niet zeker in welk veld",
    DoubtKind.OWN_COLUMN: "Eigen kolommen van dit document",
    DoubtKind.COLUMNS_RUN_TOGETHER: "Kolommen lopen in elkaar",
    DoubtKind.STATUS_NOT_KNOWN: "Woorden voor de stand van zaken",
    DoubtKind.STATUS_NOT_STATED: "Commentaar zonder status",
    DoubtKind.YEAR_INFERRED: "Geen jaar bij de kalender",
    DoubtKind.DATE_NOT_READ: "Geen zekere datum",
    DoubtKind.NAME_NOT_READ: "Geen verantwoordelijke",
    DoubtKind.NUMBER_GIVEN: "Nummers die het document niet geeft",
    DoubtKind.SHARED: "Over meer dan één",
    DoubtKind.NOT_PLACED: "Tekst op een onzekere plaats",
    DoubtKind.PAGE_IS_PICTURE: "Bladzijden die een afbeelding zijn",
    DoubtKind.PAGE_RECOGNISED: "Gescande bladzijden",
    DoubtKind.STRUCK_OUT: "Doorstreepte tekst",
    DoubtKind.HIDDEN: "Verborgen tekst",
    DoubtKind.TITLE_TORN: "Titels die misschien niet volledig zijn",
    DoubtKind.PARAGRAPH_BREAK: "Nieuwe alinea of niet?",
    DoubtKind.HYPHEN_AT_LINE_END: "Koppeltekens op het einde van een regel",
    DoubtKind.STRAY_CHARACTERS: "Vreemde tekens",
    DoubtKind.DAMAGED_LETTERS: "Beschadigde woorden",
    DoubtKind.CORRECTION_DOES_NOT_FIT: "Correcties die niet passen",
}
"""In the order in which they are asked: what the rest hangs on comes first."""
WAY = {
    DoubtKind.NOT_LINKED: "Nergens staat bij welke aanbeveling dit hoort. Kies ze bij de actie.",
    DoubtKind.MISSING_FIELD: "Dit staat niet in het document. Vul het in, of laat het leeg.",
    DoubtKind.COLUMN_GUESSED: "We kozen het veld naar wat er staat. Zet de tekst elders als dat niet klopt.",
    DoubtKind.OWN_COLUMN: "Hun tekst staat bij de actie, onder de titel van de kolom.",
    DoubtKind.COLUMNS_RUN_TOGETHER: "Kijk na of elk stuk tekst in het juiste veld staat.",
    DoubtKind.STATUS_NOT_KNOWN: "Kies welke status ze zijn. Wat er geen is, staat in het commentaar.",
    DoubtKind.STATUS_NOT_STATED: "Kies een status, of wis het commentaar.",
    DoubtKind.YEAR_INFERRED: "We namen telkens het eerstvolgende. Klopt dat niet, schrijf dan het jaar erbij.",
    DoubtKind.DATE_NOT_READ: "Hieruit namen we geen datum. Weet je hem, schrijf hem dan in het veld.",
    DoubtKind.NAME_NOT_READ: "Deze woorden zijn geen naam. Schrijf wie het doet, of laat het zo.",
    DoubtKind.NUMBER_GIVEN: "We nummerden ze zelf. Een ander nummer mag ook.",
    DoubtKind.SHARED: "Eén kop of één vak gaat over verschillende. Kijk na of elk het zijne heeft.",
    DoubtKind.NOT_PLACED: "Niets zegt waar deze tekst hoort. Kijk na of hij goed staat.",
    DoubtKind.PAGE_IS_PICTURE: "Wat erop staat, is niet gelezen. Typ over wat erbij hoort.",
    DoubtKind.PAGE_RECOGNISED: "Hun tekst komt van tekstherkenning. Vergelijk hem met het document.",
    DoubtKind.STRUCK_OUT: "Wat doorstreept is, lieten we weg. Hoort het er toch bij, neem het dan over uit de bron.",
    DoubtKind.HIDDEN: "Wat verborgen is, lieten we weg. Hoort het er toch bij, neem het dan over uit de bron.",
    DoubtKind.TITLE_TORN: "De titel staat verspreid of loopt door in de tekst. Vul hem aan.",
    DoubtKind.PARAGRAPH_BREAK: "Een lege regel begint een nieuwe alinea. Zet hem erbij of haal hem weg.",
    DoubtKind.HYPHEN_AT_LINE_END: "Hoort het koppelteken bij het woord? Haal het anders weg.",
    DoubtKind.STRAY_CHARACTERS: "Deze tekens horen misschien niet in de tekst. Haal ze dan weg.",
    DoubtKind.DAMAGED_LETTERS: "De tekstherkenning las hier misschien een letter verkeerd. Verbeter het woord.",
    DoubtKind.CORRECTION_DOES_NOT_FIT: "Deze correctie past niet bij de bron. Kijk na wat er staat.",
}
CELLS, MOST_EXAMPLES = " | ", 3
"""What stands between the cells of a row in its line of the source, and how many show what a column is."""
TO_MEND = {DoubtKind.STATUS_NOT_STATED}
"""What cannot stay as it is."""
NO_NAMES = "niemand"
NO_DATE = "geen termijn"


def place_name(draft: Draft, place: Place) -> str:
    """``Kop``, ``Aanbeveling 3``, ``Actie 3.2``, or ``Aanbeveling 3, actie zonder nummer``"""
    if place.part is None:
        return HEAD
    part = draft.recommendations[place.part]
    name = f"Aanbeveling {part.number}"
    if place.action is None:
        return name
    number = part.actions[place.action].number.strip()
    return f"Actie {number}" if number else f"{name}, actie zonder nummer"


def titled(draft: Draft, place: Place) -> str:
    """``Aanbeveling 3 · Versterk de aanpak``"""
    name, title = place_name(draft, place), draft.recommendations[place.part or 0].title
    return f"{name} · {title}" if title else name


def about(review: Review, doubt: Doubt) -> str:
    """The field that it is about: ``Actie 2.1, kalender``; where the reader knows none ``Aanbeveling 2, regel 12``.

    Of a document with pages the page too: ``Aanbeveling 2, blz. 3, regel 12``.
    """
    draft, pages = review.mending.draft, review.document.source.pages
    if doubt.at is None:
        sheet = page(pages[doubt.line - 1]) if pages else ""
        return ", ".join(filter(None, (place_name(draft, Place(review.part_of(doubt))), sheet, f"regel {doubt.line}")))
    name = place_name(draft, doubt.at)
    if doubt.fact is not None:
        return f"{name}, {HEADING[doubt.fact][:1].lower()}{HEADING[doubt.fact][1:]}"
    return f"{name}, acties" if doubt.kind == DoubtKind.MISSING_FIELD and doubt.at.action is None else name


def page(number: int) -> str:
    return f"blz. {number}"


def quoted(mending: Mending, doubt: Doubt) -> str:
    """The words in the source, where they are what is doubtful; of an action that got a number its first line."""
    found = mending.at(doubt.at) if doubt.at and doubt.kind == DoubtKind.NUMBER_GIVEN else None
    text = found.text.partition("\n")[0] if isinstance(found, DraftAction) else doubt.found
    return "" if doubt.kind == DoubtKind.MISSING_FIELD or not text else f"‘{nl.shortened(text, 90)}’"


def outcome(mending: Mending, doubt: Doubt) -> str:
    """What the field holds because of it: ``gelezen als 31 mrt 2026``; "" where that says nothing."""
    found = mending.at(doubt.at) if doubt.at else None
    if isinstance(found, Draft) and doubt.kind == DoubtKind.COLUMN_GUESSED:
        return f"datum {short_date(found.date)}"
    if not isinstance(found, DraftAction):
        return ""
    match doubt.fact:
        case Fact.CALENDAR:
            days = [period_phrase(replace(one.period, inferred=False)) for one in found.milestones if one.period]
            return f"gelezen als {listed(days)}" if days else NO_DATE
        case Fact.RESPONSIBLE:
            return f"gelezen als {listed(found.responsibles)}" if found.responsibles else NO_NAMES
        case Fact.STATUS:
            return f"gelezen als {STATUS[found.status]}" if found.status else ""
        case Fact.NUMBER:
            return f"nummer {found.number}" if doubt.kind == DoubtKind.NUMBER_GIVEN else ""
    return ""


def examples(source: Source, column: ReadColumn) -> str:
    """What stands below the title in its table: ``500 euro · 100 euro``; "" where the rows do not tell."""
    titles, *below = [line.split(CELLS) for line in source.lines[column.line - 1 : column.line + MOST_EXAMPLES]]
    if column.title not in titles:
        return ""
    place = titles.index(column.title)
    return " · ".join(nl.shortened(row[place], 30) for row in below if len(row) == len(titles))


def right(kind: DoubtKind) -> str:
    """The label of the button that ticks off one."""
    return "Laat leeg" if kind == DoubtKind.MISSING_FIELD else "Klopt"


def all_right(kind: DoubtKind, n: int) -> str:
    """The label of the button that ticks off all of a kind."""
    match kind:
        case DoubtKind.YEAR_INFERRED:
            return "Neem deze jaren aan"
        case DoubtKind.NUMBER_GIVEN:
            return "Neem deze nummers aan"
        case DoubtKind.MISSING_FIELD if n > 1:
            return f"Laat alle {n} leeg"
    return right(kind) if n == 1 else f"Alle {n} kloppen"


def doubts(n: int) -> str:
    return count_of(n, "twijfel", "twijfels")
