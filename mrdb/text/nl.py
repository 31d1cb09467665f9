"""The Dutch words and sentences of the screens."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from textwrap import shorten

from mrdb.domain.days import day_of
from mrdb.domain.discussed import last_discussed
from mrdb.domain.facts import Fact
from mrdb.domain.followup import last_comment
from mrdb.domain.response import Action, Moment, MomentState
from mrdb.domain.status import Urgency
from mrdb.text import labels
from mrdb.text.counting import count_of, listed
from mrdb.text.dates import long_date, short_date, short_time
from mrdb.text.reasons import because

APP = "Opvolging managementrespons"
DEMO = "Voorbeeldgegevens: probeer gerust. Niets hiervan is echt, en bij elke start is alles weer zoals het was."
NO_SUCH_PAGE = "Dit adres kennen we niet. Hieronder staat het overzicht."
UNEXPECTED = (
    "Er ging iets mis dat we niet verwacht hadden. Probeer het opnieuw, en kijk na of je laatste wijziging er staat: "
    "wat opgeslagen was, is er nog."
)

# Pages
OVERVIEW = "Overzicht"
HELP = "Hulp"
TIMELINE = "Tijdlijn"
RECOMMENDATIONS = "Aanbevelingen"
ACTION = "Actie"
HISTORY = "Historiek"
MOMENTS = "Opvolgingsmomenten"
DOCUMENT = "Document"

# Overview
WHERE_WE_STAND = "Waar staan we?"
TOTAL = "Acties"
SEARCH = "Zoeken"
SEARCH_HINT = "woord in actie of commentaar"
RESPONSE = labels.FACT[Fact.DOCUMENT]
RECOMMENDATION = labels.FACT[Fact.RECOMMENDATION]
RESPONSIBLE = "Verantwoordelijke"
STATUS = labels.FACT[Fact.STATUS]
URGENCY = "Termijn"
ALL = "Alle"
DOWNLOAD = "Download als Excel"
NO_ACTIONS_FIT = "Geen enkele actie past bij deze filters."
NO_ACTIONS_YET = "Er zijn nog geen acties. Lees eerst een managementrespons in."
COLUMNS = {
    "number": labels.FACT[Fact.NUMBER],
    "action": labels.HEADING[Fact.ACTION_TEXT],
    "responsible": labels.FACT[Fact.RESPONSIBLE],
    "deadline": labels.FACT[Fact.PERIOD],
    "status": labels.FACT[Fact.STATUS],
    "comment": "Laatste commentaar",
    "followed_up": "Laatst opgevolgd",
}
SORT = "Sorteer op"
MORE, LESS = "meer", "minder"
"""Of a comment that is longer than its place."""

# Action
BACK_TO_OVERVIEW = "Terug naar overzicht"
PREVIOUS = "Vorige"
NEXT = "Volgende"
AS_WRITTEN = "Zoals in het document"
AS_FILLED_IN = "Zoals ingevuld"
MILESTONES = "Mijlpalen"
REPORTS = "Stand van zaken per opvolgingsmoment"
NO_REPORTS = "Over deze actie is nog niets gerapporteerd."
READ_RECOMMENDATION = "Aanbeveling en antwoord van het management"
NO_SUCH_ACTION = "Deze actie bestaat niet (meer). Kies hieronder een andere."
CHOOSE_ACTION = "Kies een actie"
SEE_HISTORY = "Historiek van deze actie"

# Form
COMMENT = labels.FACT[Fact.COMMENT]
COMMENT_HINT = "Wat is er gebeurd? Wat volgt nog?"
DROPPED_HINT = "Waarom gaat ze niet door?"
REASON_WHEN_DROPPED = "Reden waarom de actie vervalt"
REACHED_ON = labels.HEADING[Fact.REACHED]
REACHED_HELP = "Laat leeg voor vandaag."
NEW_DATE = "Nieuwe datum"
MOVE_REASON = labels.FACT[Fact.MOVE_REASON]
SAVE = "Opslaan"
SAVED = "Opgeslagen."
REFRESHED = "Deze actie is intussen bijgewerkt. Hieronder staat de nieuwste versie."
UNSAVED = "Nog niet opgeslagen"
WHO_TYPES = "Wie vult dit in?"
WHO_HINT = "je voornaam en naam"
WHO_MISSING = "Vul eerst in wie dit invult."
SOMEONE_ELSE = "Iemand anders"
INTERNAL = labels.FACT[Fact.INTERNAL]
INTERNAL_HINT = "Alleen voor wie ze laat tonen: niet in het verslag, niet in de gewone Excel"
SHOW_INTERNAL = "Toon interne opmerkingen"
SHOW_INTERNAL_WHY = "Iedereen die dit scherm ziet, leest ze dan mee. Ze staan dan ook in de Excel die je downloadt."
SHOW_INTERNAL_YES = "Ja, toon ze"
INTERNAL_SHOWN = "De interne opmerkingen zijn zichtbaar: wie dit scherm ziet, leest mee."
HIDE_INTERNAL = "Verberg ze"
INTERNAL_WAITS = (
    "Er staat nog een interne opmerking die niet opgeslagen is. Kies onderaan ‘Toon interne opmerkingen’ "
    "om ze te lezen."
)
AGREEMENT = "Afspraak of beslissing noteren"
AGREEMENT_TEXT = "Wat is er afgesproken?"
AGREEMENT_WHO = "Wie"
AGREEMENT_DUE = "Tegen"
AGREEMENTS = "Afspraken"
NO_OPEN_MOMENT = (
    "Er is nu geen opvolgingsmoment open. Wie voor een actie instaat, kan op haar pagina al een stand van zaken "
    "voorbereiden."
)

# Two people, one action
YOURS = "Jouw versie – nog niet opgeslagen"
MERGE = "Samenvoegen"
KEEP_MINE = "Mijn versie opslaan"
KEEP_THEIRS = "Deze versie behouden"
MERGE_HELP = "Zet beide teksten onder elkaar in het formulier. Pas daarna aan waar nodig en sla op."

# Recommendations
DATE = "Datum"

# Timeline
WINDOW = "Toon"
DUE_NEXT = "Eerstvolgende deadlines"
NOTHING_DUE = "Hier staat niets open."

# History
CHANGED_WHEN = "Wanneer"
CHANGED_BY = "Wie"
CHANGED_WHAT = "Wat"
CHANGED_FROM = "Van"
CHANGED_TO = "Naar"
NO_CHANGES = "Er is nog niets gewijzigd."

# Moments
OPEN_MOMENT = "Open een nieuw opvolgingsmoment"
DATE_MISSING = "Kies eerst een datum."
MOMENT_TITLE_HINT = "bijvoorbeeld: stuurgroepen Klimaat en Migratie"
CLOSE_MOMENT = "Sluit dit opvolgingsmoment"
CLOSE_WARNING = (
    "Na het sluiten ligt deze stand van zaken vast. Wie dan nog iets wil wijzigen, moet dit opvolgingsmoment heropenen."
)
CLOSE_CONFIRM = "Ja, sluiten"
CANCEL = "Annuleren"
SOURCE_DOCUMENT = "Brondocument"


def unexpected(number: str) -> str:
    """By the number whoever looks after the program finds it in the log."""
    return f"{UNEXPECTED} Komt het terug, geef dan dit nummer door: {number}."


def change_fact(name: str) -> str:
    return f"{name} wijzigen"


def actions(n: int) -> str:
    return count_of(n, "actie", "acties")


def recommendations(n: int) -> str:
    return count_of(n, "aanbeveling", "aanbevelingen")


def named_actions(numbers: Sequence[str]) -> str:
    """``actie 7.1``, ``acties 7.1 en 7.2``"""
    return f"{'actie' if len(numbers) == 1 else 'acties'} {listed(numbers)}"


def actions_shown(shown: int, total: int) -> str:
    return actions(total) if shown == total else f"{shown} van {actions(total)}"


def descending(column: str) -> str:
    """``Termijn (aflopend)``"""
    return f"{column} (aflopend)"


def filters(chosen: Sequence[str]) -> str:
    """``Filters``, ``Filters: Te laat, Lopende``"""
    return f"Filters: {shortened(', '.join(chosen), 60)}" if chosen else "Filters"


def share(n: int, total: int) -> str:
    """``33%``"""
    return f"{round(100 * n / total)}%"


def shares(counts: Mapping[str, int], total: int) -> str:
    """``15 acties: 10 Nog geen stvz (67%), 5 Lopende (33%)``"""
    return f"{actions(total)}: {', '.join(f'{n} {label} ({share(n, total)})' for label, n in counts.items())}"


def show_all(total: int) -> str:
    return f"Toon alle {total} acties"


def tab_title(page: str) -> str:
    """What the browser's tab says: a narrow one shows only how it begins."""
    return f"{page} · {APP}"


def version(number: str) -> str:
    return f"Versie {number}"


def today(day: date) -> str:
    return f"Vandaag, {long_date(day)}"


def moment_name(moment: Moment) -> str:
    """``12 nov 2026 – stuurgroep Klimaat``, or the day alone."""
    return f"{short_date(moment.date)} – {moment.title}" if moment.title else short_date(moment.date)


def form_title(moment: str) -> str:
    return f"Stand van zaken op {moment}"


def shortened(text: str, most: int = 70) -> str:
    return shorten(text, most, placeholder=" …")


def open_one_today(day: date) -> str:
    return f"Open een opvolgingsmoment van vandaag ({short_date(day)})"


def deadline(day: date, *, is_inferred: bool) -> str:
    """``31 dec 2025``, with a word where the document named no year."""
    return f"{short_date(day)} (afgeleid)" if is_inferred else short_date(day)


def days_left(day: date, today: date) -> str:
    """``nog 38 dagen``, ``vandaag``, ``365 dagen te laat``"""
    days = (day - today).days
    if days == 0:
        return "vandaag"
    word = count_of(abs(days), "dag", "dagen")
    return f"nog {word}" if days > 0 else f"{word} te laat"


def urgency_with_days(urgency: Urgency, day: date, today: date) -> str:
    """``Binnenkort · nog 38 dagen``; what is late says so by itself."""
    left = days_left(day, today)
    return left if urgency == Urgency.OVERDUE else f"{labels.URGENCY[urgency]} · {left}"


def move_deadline(phrase: str) -> str:
    return f"Deadline {phrase} verschuiven"


def agree_deadline(label: str) -> str:
    return f"Termijn afspreken: {label}" if label else "Termijn afspreken"


def moved_to(phrase: str, day: str, reason: str) -> str:
    return f"{phrase} verschoven naar {day}{because(reason)}"


def moved_from(phrase: str) -> str:
    return f"verschoven, eerst {phrase}"


def saved_by(author: str, at: datetime) -> str:
    return f"Opgeslagen door {author} op {short_time(at)}"


def added_on(day: date) -> str:
    """Of what the document itself does not hold."""
    return f"toegevoegd op {short_date(day)}"


def out_of_file(name: str) -> str:
    return f"uit {name}"


def reported_by(author: str, at: datetime, *, is_document: bool) -> str:
    """Who said it, and when; what the document itself tells was read from it."""
    if is_document:
        return f"uit het document, ingelezen op {short_date(day_of(at))}"
    return f"{author}, {short_time(at)}"


def saving_as(author: str) -> str:
    return f"Je slaat op als **{author}**"


def conflict(author: str) -> str:
    return (
        f"{author} sloeg deze actie op terwijl jij aan het typen was. "
        "Er is niets verloren: hieronder staan beide versies. Kies wat blijft."
    )


def recommendation(number: str, title: str) -> str:
    return f"{number}. {title}"


def recommendation_line(number: str, title: str) -> str:
    return f"Aanbeveling {number} · {title}"


def newest_changes(n: int) -> str:
    return f"Dit zijn de {n} nieuwste wijzigingen. Kies een actie om al haar wijzigingen te zien."


def opened_moment(day: date) -> str:
    return f"Het opvolgingsmoment van {short_date(day)} is geopend."


def said_last(action: Action) -> str:
    """Its last comment; of an action that was discussed while nobody ever said where it stands, when that was."""
    discussed = last_discussed(action)
    if action.reports or discussed is None:
        return last_comment(action)
    return f"Besproken op {short_date(discussed.date)}, nog zonder status."


def moment_counts(discussed: int, total: int) -> str:
    return f"{discussed} van {actions(total)} besproken"


def document_counts(reported: int, total: int) -> str:
    return f"{reported} van {actions(total)} met een stand van zaken"


def closed_by(author: str, at: datetime, *, is_document: bool) -> str:
    joined = ", " if is_document else " door "
    return f"{labels.MOMENT_STATE[MomentState.CLOSED]}{joined}{reported_by(author, at, is_document=is_document)}"


def export_name(day: date, *, with_internal: bool) -> str:
    return f"opvolging-{day.isoformat()}{'-INTERN' if with_internal else ''}.xlsx"
