"""The Dutch label of every member of every enum."""

from mrdb.domain.days import FIRST, LAST
from mrdb.domain.errors import DatabaseFault, FileFault, Lack
from mrdb.domain.facts import Fact
from mrdb.domain.response import MomentState
from mrdb.domain.returned import Why
from mrdb.domain.status import Acceptance, Status, Urgency
from mrdb.text.colours import STATUS_LOOK, URGENCY_LOOK
from mrdb.text.statuses import STATUSES, any_closed, any_status

NO_REPORT = STATUS_LOOK[None].label
EMPTY = "–"
"""What stands where a value might have stood."""

STATUS = {status: words.label for status, words in STATUSES.items()}
URGENCY = {urgency: URGENCY_LOOK[urgency].label for urgency in Urgency}
WHY = {
    Why.UNKNOWN_STATUS: f"Dit kennen we niet als status. Kies {any_status()}.",
    Why.NO_SUCH_DATE: "Dit is geen datum. Schrijf hem als 31/12/2026.",
    Why.AMBIGUOUS_DATE: "Deze datum is niet duidelijk. Schrijf hem voluit, met het jaar: 31/12/2026.",
    Why.FORMULA: "Hier staat een formule. Typ de waarde zelf.",
    Why.MERGED: "Deze cel is samengevoegd met een andere. Splits ze en vul elke cel apart in.",
    Why.TOO_LONG: "Deze tekst is langer dan een cel van Excel kan houden. Kort hem in.",
    Why.MISSING_COLUMN: "Deze kolom ontbreekt. Download het overzicht opnieuw, of zet de kolom terug.",
    Why.DOUBLE_COLUMN: "Deze kolom staat er twee keer. Verwijder er een.",
    Why.UNKNOWN_ROW: "Bij deze rij hoort geen actie: ze is opgeborgen, of de kolom ‘Sleutel’ is gewijzigd.",
    Why.DOUBLE_ROW: "Deze rij staat er twee keer. Verwijder er een.",
    Why.STATUS_TAKEN_AWAY: "De status is weggehaald. Een status kan wijzigen, niet verdwijnen.",
    Why.NOT_READ: (
        "Deze kolom wordt niet ingelezen: wat hier gewijzigd is, blijft in het programma zoals het was. Een nieuwe "
        "tekst komt binnen met een nieuwe versie van het document."
    ),
    Why.NOT_READ_IN_NEW_ROW: (
        "In een nieuwe rij wordt deze kolom niet ingelezen. Maak dit vak leeg en gebruik de gele kolommen: een termijn "
        "hoort in Kalender of in Nieuwe termijn."
    ),
    Why.NOT_A_DEADLINE: "Alleen een deadline die nog niet bereikt is, kan verschuiven.",
    Why.NUMBER_WANTED: "Deze rij heeft geen nummer. Geef haar het nummer van de actie, zoals 5.4.",
    Why.NUMBER_IS_DATE: "Hier staat een datum in plaats van een nummer. Maak er tekst van en typ het opnieuw: 5.4.",
    Why.NUMBER_IS_DECIMAL: (
        "Excel maakt van dit nummer een getal, en dan is 1.20 hetzelfde als 1.2. Zet er een ' voor en typ het "
        "volledig: '1.20. Is dat nummer al van een andere actie, kies er dan een dat nog vrij is."
    ),
    Why.NUMBER_TOO_LONG: "Dit nummer is te lang. Houd het bij hoogstens 32 tekens, zoals 5.4.",
    Why.TEXT_WANTED: "Bij dit nummer staat geen actie. Schrijf ze in de kolom Actie.",
    Why.LABEL_WANTED: "Deze mijlpaal heeft geen naam. Vul hem in, in de kolom Mijlpaal.",
    Why.DOUBLE_NUMBER: "Er is al een andere actie met dit nummer. Kies een nummer dat nog vrij is.",
    Why.SAME_TEXT: "Deze aanbeveling heeft al een actie met deze tekst. Vul die in, of schrijf een andere tekst.",
    Why.NEW_DIFFERS: "Een ander bestand zegt iets anders over deze nieuwe actie. Maak ze gelijk, of laat er een weg.",
    Why.DOUBLE_MILESTONE: (
        "Deze actie heeft al een mijlpaal met deze naam. Verschuif die op haar eigen rij, of kies een andere naam."
    ),
    Why.UNKNOWN_DOCUMENT: (
        "Het is niet duidelijk bij welke managementrespons dit hoort. Schrijf haar naam zoals in de andere rijen."
    ),
    Why.UNKNOWN_RECOMMENDATION: (
        "Deze aanbeveling bestaat niet. Schrijf haar nummer of haar titel, zoals op het blad Aanbevelingen."
    ),
    Why.UNKNOWN_ACTION: (
        "Er is geen actie met dit nummer. De termijnen van een nieuwe actie komen in haar kolom Kalender."
    ),
}
ACCEPTANCE = {
    Acceptance.ACCEPTED: "Aanvaard",
    Acceptance.PARTIALLY_ACCEPTED: "Gedeeltelijk aanvaard",
    Acceptance.REJECTED: "Niet aanvaard",
}
FACT = {
    Fact.STATUS: "Status",
    Fact.COMMENT: "Commentaar",
    Fact.INTERNAL: "Interne opmerking",
    Fact.RESPONSIBLE: "Verantwoordelijke(n)",
    Fact.RESPONSIBLES: "Lijst van verantwoordelijken",
    Fact.AGREEMENT: "Afspraak",
    Fact.AGREEMENT_DONE: "Afspraak nagekomen",
    Fact.PREPARED: "Voorbereiding",
    Fact.NUMBER: "Nr",
    Fact.ACTION_TEXT: "Tekst van de actie",
    Fact.CALENDAR: "Kalender",
    Fact.CONFIRMED: "Bevestigd",
    Fact.NOT_DISCUSSED: "Niet aan bod gekomen",
    Fact.ADDED: "Toegevoegd",
    Fact.PUT_AWAY: "Opgeborgen",
    Fact.PERIOD: "Termijn",
    Fact.MOVE_REASON: "Reden",
    Fact.REACHED: "Mijlpaal bereikt",
    Fact.LABEL: "Mijlpaal",
    Fact.RECOMMENDATION: "Aanbeveling",
    Fact.TITLE: "Titel",
    Fact.ADVICE: "Tekst van de aanbeveling",
    Fact.ANSWER: "Antwoord van het management",
    Fact.ACCEPTANCE: "Aanvaard of niet",
    Fact.REALISED: "Aanbeveling gerealiseerd",
    Fact.DOCUMENT: "Managementrespons",
    Fact.SUBJECT: "Onderwerp",
    Fact.DOCUMENT_NUMBER: "Doc. nr.",
    Fact.SENDER: "Van",
    Fact.RECIPIENT: "Aan",
    Fact.CONTEXT: "Situering",
    Fact.MOMENT: "Opvolgingsmoment",
    Fact.MOMENT_DATE: "Datum",
    Fact.MOMENT_TITLE: "Titel",
    Fact.ATTENDEES: "Aanwezig",
    Fact.ABSENT: "Afwezig",
    Fact.LEAVING_EARLY: "Moet vroeger weg",
    Fact.NEXT_DATE: "Volgende vergadering",
    Fact.YEAR: "Jaarcijfers gepubliceerd",
    Fact.RENAMED: "Naam overal vervangen door een rol",
}
"""What the history calls each fact."""
HEADING = FACT | {
    Fact.STATUS: "Stvz",
    Fact.ACTION_TEXT: "Actie",
    Fact.PERIOD: "Nieuwe termijn",
    Fact.REACHED: "Bereikt op",
}
"""What stands above the column in which people fill a fact in."""
MOMENT_STATE = {
    MomentState.OPEN: "open",
    MomentState.CLOSED: "gesloten",
    MomentState.REMOVED: "verwijderd",
}
LACK = {
    Lack.NOTHING_ENTERED: "Er is nog niets gewijzigd. Kies een status, schrijf een commentaar of vink iets aan.",
    Lack.STATUS: "Kies een status.",
    Lack.COMMENT_WHEN_COMPLETED: "Een afgeronde actie vraagt een commentaar: wat is er bereikt?",
    Lack.REASON_WHEN_DROPPED: "Een vervallen actie vraagt een reden: waarom gaat ze niet door?",
    Lack.REASON_FOR_MOVE: "Een verschoven deadline vraagt een reden.",
    Lack.DATE_FOR_MOVE: "Kies de nieuwe datum van de deadline.",
    Lack.MOVE_AHEAD: "De nieuwe datum van de deadline is al voorbij. Kies een datum vanaf vandaag.",
    Lack.AGREEMENT_AHEAD: "De datum bij ‘Tegen’ is al voorbij. Kies een datum vanaf vandaag, of laat ze leeg.",
    Lack.REACHED_BEHIND: "De datum bij ‘Bereikt op’ ligt in de toekomst. Kies de dag waarop het gebeurde.",
    Lack.STRANGE_YEAR: (
        f"Hier staat een datum met een jaar dat niet kan kloppen. Schrijf een jaar van {FIRST.year} tot {LAST.year}."
    ),
    Lack.TEXT_FOR_AGREEMENT: "Schrijf op wat er afgesproken is.",
    Lack.PROOF: "Schrijf in één zin waaruit dat blijkt.",
    Lack.REASON_FOR_REOPENING: "Heropenen vraagt een reden.",
    Lack.REASON_FOR_PUTTING_AWAY: "Opbergen vraagt een reden.",
    Lack.REASON_FOR_CORRECTING: "Een gesloten opvolgingsmoment verbeteren vraagt een reden.",
    Lack.REASON_FOR_PUBLISHING: "Opnieuw publiceren vraagt een reden.",
    Lack.NAME: "Kies of typ de naam. Een schrijfwijze telt minstens twee letters na elkaar.",
    Lack.ROLE: "Typ de rol die in de plaats van de naam komt, zoals ‘Directeur beleid’.",
    Lack.ROLE_WITHOUT_NAME: "In de rol staat de naam zelf nog. Typ een rol zonder die naam.",
    Lack.SUBJECT: "Vul het onderwerp in.",
    Lack.DATE_AHEAD: "De datum van het document ligt in de toekomst. Kies de juiste datum.",
    Lack.NO_ACTIONS: "Er is nog geen enkele actie. Voeg er minstens één toe.",
    Lack.PART_NUMBER: "Geef de aanbeveling een nummer.",
    Lack.PART_NUMBER_TWICE: "Een andere aanbeveling heeft hetzelfde nummer. Geef een van beide een ander nummer.",
    Lack.PART_TITLE: "Vul de titel in.",
    Lack.REASON_WHEN_NOT_ACCEPTED: "Schrijf op waarom ze niet of niet volledig aanvaard is.",
    Lack.NUMBER: "Geef de actie een nummer.",
    Lack.NUMBER_TOO_LONG: "Het nummer is te lang. Gebruik hoogstens 32 tekens.",
    Lack.NUMBER_TWICE: "Een andere actie heeft hetzelfde nummer. Geef een van beide een ander nummer.",
    Lack.TEXT: "Schrijf op wat de actie inhoudt.",
    Lack.STATUS_FOR_COMMENT: "Er is een commentaar zonder status. Kies een status of wis het commentaar.",
}
_NEW_COMMENT = (
    f"Een actie die {any_closed()} is, vraagt een nieuw commentaar. Schrijf erbij wat er bereikt is, of waarom ze niet "
    "doorgaat. Stond dat er al, vul het dan aan."
)
LACK_IN_FILE = LACK | {
    Lack.STATUS: "Bij een commentaar hoort een status. Kies er een.",
    Lack.COMMENT_WHEN_COMPLETED: _NEW_COMMENT,
    Lack.REASON_WHEN_DROPPED: _NEW_COMMENT,
    Lack.REASON_FOR_MOVE: "Een verschoven termijn vraagt een reden, in de kolom ernaast.",
    Lack.DATE_FOR_MOVE: "Hier staat een reden zonder datum. Vul ook de nieuwe termijn in, in de kolom ervoor.",
}
"""What a row of a file still wants."""
FILE_FAULT = {
    FileFault.PDF_SCANNED: (
        "In deze PDF staat geen tekst die we kunnen lezen: het is een scan, of de letters zijn niet te herkennen. "
        "Vraag het Word-bestand, of open de PDF in Word (dat herkent de tekst) en sla hem daar op als .docx."
    ),
    FileFault.PDF_PROTECTED: (
        "Deze PDF is met een wachtwoord beveiligd. Open hem met het wachtwoord, druk hem af naar een nieuwe PDF en "
        "kies die, of vraag het Word-bestand."
    ),
    FileFault.PDF_DAMAGED: (
        "Deze PDF is beschadigd of onvolledig. Gaat hij nog open, druk hem dan af naar een nieuwe PDF en kies die. "
        "Anders vraag je het Word-bestand."
    ),
    FileFault.PDF_TOO_LARGE: (
        "Deze PDF is te groot of te ingewikkeld om in te lezen. Druk alleen de bladzijden met de managementrespons af "
        "naar een nieuwe PDF en kies die, of vraag het Word-bestand."
    ),
    FileFault.MISSING: "Dit bestand bestaat niet of is niet leesbaar.",
    FileFault.EMPTY: "Dit bestand is leeg.",
    FileFault.TOO_LARGE: "Dit bestand is te groot om in te lezen. Sla het op zonder afbeeldingen, of deel het op.",
    FileFault.NOT_TEXT: "Dit bestand is geen leesbare tekst. Sla het opnieuw op als tekst in UTF-8.",
    FileFault.NOT_A_RESPONSE: "In dit bestand staat geen managementrespons: er is geen enkele aanbeveling.",
    FileFault.OLD_OR_PROTECTED: (
        "Dit bestand is met een wachtwoord beveiligd, of het is een oud bestand (.xls of .doc). Sla het zonder "
        "wachtwoord op, als .xlsx in Excel of als .docx in Word."
    ),
    FileFault.PROTECTED: (
        "Dit bestand is met een wachtwoord beveiligd. Open het, haal het wachtwoord weg, sla het op en probeer opnieuw."
    ),
    FileFault.OLD_SHEET: "Dit is een oud Excel-bestand (.xls). Open het in Excel en sla het op als .xlsx.",
    FileFault.NOT_CONVERTED: (
        "Zo’n bestand kunnen we hier niet lezen. Open het in Word of LibreOffice, sla het op als Word-document (.docx) "
        "en kies dat."
    ),
    FileFault.PICTURE: (
        "Dit lijkt een foto of een scan: er staan geen letters in die we kunnen lezen. Kies het document waarvan ze "
        "gemaakt is, of laat er met tekstherkenning een Word-document (.docx) van maken."
    ),
    FileFault.WEB_PAGE: "Dit lijkt een webpagina. Open ze in Word en sla ze op als Word-document (.docx).",
    FileFault.SLIDES: (
        "Dit lijkt een presentatie. Kopieer de tekst en de tabellen naar een Word-document (.docx) en kies dat."
    ),
    FileFault.MAIL: "Dit lijkt een e-mail. Sla de bijlage apart op en kies die.",
    FileFault.ARCHIVE: "Dit lijkt een ingepakte map, zoals een .zip. Pak ze uit en kies het document zelf.",
    FileFault.OVERVIEW: "Dit is een overzicht uit dit programma. Neem het terug via Uitwisselen.",
    FileFault.DAMAGED: (
        "Dit bestand is beschadigd of onvolledig. Sla het opnieuw op in Excel of Word en probeer nog eens."
    ),
    FileFault.NOT_EXCEL: "Dit is geen Excel-bestand (.xlsx). Sla het in Excel op als .xlsx.",
    FileFault.OPEN_DOCUMENT: (
        "Dit is een OpenDocument-bestand (.ods of .odt), zoals LibreOffice er maakt. Open het daar, kies ‘Opslaan als’ "
        "en neem Excel (.xlsx) of Word (.docx)."
    ),
    FileFault.MACROS: (
        "In dit bestand zitten macro’s. Sla het zonder macro’s op, als .xlsx in Excel of als .docx in Word."
    ),
    FileFault.ENTITIES: (
        "Dit bestand bevat verwijzingen die niet in een Excel- of Word-bestand horen. Het is niet geopend."
    ),
    FileFault.NO_KEYS: (
        "In dit bestand staat geen overzicht van dit programma: de kolom ‘Sleutel’ ontbreekt. Is het een eigen lijst, "
        "kies ze dan apart, zonder andere bestanden."
    ),
    FileFault.OTHER_DATABASE: (
        "Dit overzicht komt uit een andere databank. Er is niets van ingelezen. Download het overzicht hier en laat "
        "dat invullen."
    ),
    FileFault.NO_LIST: (
        "In dit bestand staat geen lijst: er is geen rij met titels van kolommen, met acties daaronder. Zet bovenaan "
        "titels zoals Nr, Actie, Kalender, Verantwoordelijke, Status en Commentaar."
    ),
    FileFault.TOO_MANY_ROWS: "In dit bestand staan te veel rijen. Een overzicht telt er hoogstens tienduizenden.",
    FileFault.NO_DATE: "In deze managementrespons staat geen leesbare datum, zoals ‘DATUM 13/10/2025’.",
}
DATABASE_FAULT = {
    DatabaseFault.BAD_ADDRESS: "Dit is geen adres van een databank, zoals sqlite:///data/mrdb.sqlite3.",
    DatabaseFault.NO_DRIVER: "Het stuurprogramma voor deze databank is niet geïnstalleerd. Installeer het eerst.",
    DatabaseFault.MISSING: (
        "Deze databank bestaat niet. Kijk na of je in de juiste map staat en of MRDB_DATABASE_URL juist is, zet "
        "een reservekopie terug met ‘mrdb restore’, of maak een nieuwe, lege databank met ‘mrdb init’."
    ),
    DatabaseFault.EMPTY: (
        "Dit bestand is leeg. Zet een reservekopie terug met ‘mrdb restore’. Wil je met een nieuwe databank beginnen, "
        "verwijder het dan en kies ‘mrdb init’."
    ),
    DatabaseFault.DIRECTORY: "Dit is een map, geen bestand. Zet in MRDB_DATABASE_URL ook de naam van het bestand.",
    DatabaseFault.NETWORK: (
        "Deze databank staat op een netwerkschijf; daar kunnen gegevens verloren gaan. Zet ze op een schijf van deze "
        "computer."
    ),
    DatabaseFault.READ_ONLY: (
        "Hier mag niet geschreven worden. Geef dit programma schrijfrechten op het bestand en op zijn map."
    ),
    DatabaseFault.FULL: "De schijf is vol. Maak plaats en probeer opnieuw: alles wat opgeslagen was, is er nog.",
    DatabaseFault.UNREACHABLE: "Deze databank kan niet worden geopend, of er mag niet in worden geschreven.",
    DatabaseFault.NOT_A_DATABASE: (
        "Dit bestand is geen databank, of het is beschadigd. Zet een reservekopie terug met ‘mrdb restore’."
    ),
    DatabaseFault.DAMAGED: "Dit bestand is beschadigd. Zet een reservekopie terug met ‘mrdb restore’.",
    DatabaseFault.FOREIGN_LOG: (
        "Naast dit bestand ligt een logboek (-wal) van een andere databank: wellicht is er een kopie over gezet. Er is "
        "niets gewijzigd. Zet die kopie terug met ‘mrdb restore’; dat legt het logboek opzij."
    ),
    DatabaseFault.FOREIGN: "Deze databank is van een ander programma. Kies een ander bestand.",
    DatabaseFault.IN_USE: "Hier staan al gegevens in. Kies een lege databank.",
    DatabaseFault.NEWER: "Deze databank is van een nieuwere versie van het programma. Werk het programma bij.",
    DatabaseFault.NOT_AS_MADE: (
        "Dit bestand is niet meer zoals de reservekopie gemaakt werd: er is iets aan veranderd of verloren gegaan. "
        "Kies een andere kopie."
    ),
    DatabaseFault.NO_FILE: (
        "Dit gaat alleen met een databank in één bestand (SQLite). Maak een kopie met het programma van de databank "
        "zelf, zoals pg_dump."
    ),
}


def status_label(status: Status | None) -> str:
    return STATUS_LOOK[status].label
