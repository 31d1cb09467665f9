"""What is said of backups: on the page Beheer, on the overview, and on the command line."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from mrdb.domain.backups import Checkup, Contents
from mrdb.text.counting import count_of
from mrdb.text.dates import short_date, short_time

TITLE = "Beheer"
BACKUP = "Reservekopie"
MAKE = "Maak een reservekopie"
MADE = "De reservekopie is gemaakt en nagekeken."
DOWNLOAD = "Download de laatste"
MAKE_WHY = (
    "Eén bestand met alles erin: documenten, opvolgingsmomenten en de hele geschiedenis. Je mag gewoon verder werken "
    "terwijl het gemaakt wordt. Bewaar het ook op een andere plaats dan deze computer."
)
RESTORE = "Een reservekopie terugzetten"
WHICH = "Welke kopie?"
UPLOAD = "Een bestand dat je zelf bewaard hebt"
TO_RESTORE = "Zet deze kopie terug …"
RESTORE_WHY = (
    "Alles wat nu in gebruik is, maakt plaats voor wat in de kopie staat, op elk scherm en voor iedereen. De databank "
    "van nu wordt eerst opzijgezet: je kunt er altijd naar terug."
)
RESTORE_CONFIRM = "Ja, zet terug"
RESTORED = "De kopie is teruggezet. Wat er stond, is opzijgezet."
IN_FILE, IN_USE = "In de kopie", "Nu in gebruik"
CHECK = "Is alles in orde?"
TO_CHECK = "Kijk het na"
NONE_YET = "Er is nog geen reservekopie."
SAME = "Deze kopie is gelijk aan wat nu in gebruik is."
NOT_LOOKED = "niet nagekeken"
WELL = "in orde"
ALL_WELL = "Alles is in orde."
SOMETHING_WRONG = "Er is iets niet in orde. Zet een reservekopie terug, of vraag raad vóór je verder werkt."


def initialised(place: str) -> str:
    return f"De databank staat klaar: {place}"


def made(file: Path, removed: int) -> str:
    """``Reservekopie: …/mrdb-….sqlite3 (nagekeken). 3 oude kopieën verwijderd.``"""
    gone = f" {count_of(removed, 'oude kopie', 'oude kopieën')} verwijderd." if removed else ""
    return f"Reservekopie: {file} (nagekeken).{gone}"


def restored(aside: Path | None) -> str:
    return f"De kopie is teruggezet. Wat er stond: {aside}" if aside else "De kopie is teruggezet."


def newest(made_at: datetime, days: int) -> str:
    """``Laatste reservekopie: 23 nov 2026, 10:00 (vandaag)``"""
    return f"Laatste reservekopie: {short_time(made_at)} ({ago(days)})"


def until(one: Contents) -> str:
    """What everybody sees after it was put back."""
    if one.changed_at is None:
        return "Daarna staat er wat in de documenten stond, zonder wijzigingen."
    return f"Daarna is alles weer zoals op {short_time(one.changed_at)}. Wat sindsdien wijzigde, staat er niet meer in."


def ago(days: int) -> str:
    return "vandaag" if days <= 0 else "gisteren" if days == 1 else f"{days} dagen geleden"


def overdue(days: int | None) -> str:
    """``days`` since the newest backup, None where there is none."""
    said = NONE_YET if days is None else f"De laatste reservekopie is {days} dagen oud."
    return f"{said} Maak er een onder ‘Uitwisselen’, ‘{TITLE}’."


def choice(made_at: datetime, *, is_set_aside: bool) -> str:
    return f"{short_time(made_at)}{' – opzijgezet vóór het terugzetten' if is_set_aside else ''}"


def side_by_side(file: Contents, made_at: datetime | None, now: Contents | None) -> Sequence[tuple[str, str, str]]:
    """What each holds: its name, in the copy, and now; ``made_at`` where that is known, ``now`` unless it cannot be
    read."""
    present = _contents(now) if now else {}
    when = ("Gemaakt op", short_time(made_at) if made_at else "–", "–")
    return [when, *((name, said, present.get(name, "–")) for name, said in _contents(file).items())]


def _contents(one: Contents) -> dict[str, str]:
    changed = f"{short_time(one.changed_at)}, {one.changed_by}" if one.changed_at else "geen"
    last = f", het laatste van {short_date(one.last_moment)}" if one.last_moment else ""
    return {
        "Laatste wijziging": changed,
        "Managementresponsen": str(one.responses),
        "Acties": str(one.actions),
        "Opvolgingsmomenten": f"{one.moments}{last}",
        "Regels in de geschiedenis": str(one.lines),
    }


def checkup(found: Checkup, newest_revision: str) -> Iterator[tuple[str, str, bool]]:
    """What was looked at, what was found, and whether that is well."""
    if found.damage:
        yield "Bestand", "beschadigd", False
    else:
        yield "Bestand", WELL, True
    for name, n in (("Verwijzingen", found.dangling), ("Geschiedenis en stand van nu", found.contradictions)):
        wrong = "" if n is None else count_of(n, "tegenspraak", "tegenspraken")
        yield name, NOT_LOOKED if n is None else wrong if n else WELL, not n
    if found.revision:
        older = (
            "" if found.revision == newest_revision else f" (ouder: de volgende start brengt ze naar {newest_revision})"
        )
        yield "Versie van de databank", f"{found.revision}{older}", True
