"""The Dutch label of every member of every enum."""

from mrdb.domain.draft import DoubtKind
from mrdb.domain.errors import DatabaseFault, FileFault, Lack
from mrdb.domain.period import PeriodKind, Precision
from mrdb.domain.response import ChangedField, MomentState
from mrdb.domain.status import Acceptance, Status, Urgency

NO_REPORT = "Nog geen stvz"

STATUS = {
    Status.NOT_STARTED: "Niet gestart",
    Status.ONGOING: "Lopende",
    Status.COMPLETED: "Afgerond",
    Status.DROPPED: "Vervallen",
}
URGENCY = {
    Urgency.OVERDUE: "Te laat",
    Urgency.SOON: "Binnenkort",
    Urgency.LATER: "Later",
    Urgency.CONTINUOUS: "Doorlopend",
    Urgency.NO_DATE: "Geen termijn",
}
ACCEPTANCE = {
    Acceptance.ACCEPTED: "Aanvaard",
    Acceptance.PARTIALLY_ACCEPTED: "Gedeeltelijk aanvaard",
    Acceptance.REJECTED: "Niet aanvaard",
}
PERIOD_KIND = {
    PeriodKind.DEADLINE: "deadline",
    PeriodKind.START: "start",
    PeriodKind.CONTINUOUS: "doorlopend",
}
PRECISION = {
    Precision.DAY: "dag",
    Precision.MONTH: "maand",
    Precision.QUARTER: "kwartaal",
    Precision.SEMESTER: "semester",
    Precision.SEASON: "seizoen",
    Precision.YEAR: "jaar",
}
CHANGED_FIELD = {
    ChangedField.STATUS: "Status",
    ChangedField.COMMENT: "Commentaar",
    ChangedField.REACHED: "Mijlpaal bereikt",
    ChangedField.PERIOD: "Termijn",
    ChangedField.RESPONSIBLE: "Verantwoordelijke(n)",
    ChangedField.RESPONSIBLES: "Lijst van verantwoordelijken",
    ChangedField.MOMENT: "Opvolgingsmoment",
    ChangedField.CONFIRMED: "Bevestigd",
    ChangedField.NOT_DISCUSSED: "Niet aan bod gekomen",
    ChangedField.INTERNAL: "Interne opmerking",
    ChangedField.AGREEMENT: "Afspraak",
    ChangedField.REALISED: "Aanbeveling gerealiseerd",
}
MOMENT_STATE = {
    MomentState.OPEN: "open",
    MomentState.CLOSED: "gesloten",
}
LACK = {
    Lack.NOTHING_ENTERED: "Er is nog niets gewijzigd. Kies een status, schrijf een commentaar of vink iets aan.",
    Lack.STATUS: "Kies een status.",
    Lack.COMMENT_WHEN_COMPLETED: "Een afgeronde actie vraagt een commentaar: wat is er bereikt?",
    Lack.REASON_WHEN_DROPPED: "Een vervallen actie vraagt een reden: waarom gaat ze niet door?",
    Lack.REASON_FOR_MOVE: "Een verschoven deadline vraagt een reden.",
    Lack.DATE_FOR_MOVE: "Kies de nieuwe datum van de deadline.",
    Lack.TEXT_FOR_AGREEMENT: "Schrijf op wat er afgesproken is.",
    Lack.PROOF: "Schrijf in één zin waaruit dat blijkt.",
    Lack.REASON_FOR_REOPENING: "Heropenen vraagt een reden.",
}
FILE_FAULT = {
    FileFault.MISSING: "Dit bestand bestaat niet of is niet leesbaar.",
    FileFault.EMPTY: "Dit bestand is leeg.",
    FileFault.TOO_LARGE: "Dit bestand is te groot voor een managementrespons.",
    FileFault.NOT_TEXT: "Dit bestand is geen tekst in UTF-8. Bewaar het opnieuw als UTF-8.",
    FileFault.NOT_A_RESPONSE: "In dit bestand staat geen managementrespons: er is geen onderwerp of geen aanbeveling.",
    FileFault.NO_DATE: "In deze managementrespons staat geen leesbare datum, zoals ‘DATUM 13/10/2025’.",
}
DATABASE_FAULT = {
    DatabaseFault.BAD_ADDRESS: "Dit is geen adres van een databank, zoals sqlite:///data/mrdb.sqlite3.",
    DatabaseFault.UNREACHABLE: "Deze databank kan niet worden geopend, of er mag niet in worden geschreven.",
    DatabaseFault.NOT_A_DATABASE: "Dit bestand is geen databank, of het is beschadigd. Zet een kopie terug.",
    DatabaseFault.FOREIGN: "Deze databank is van een ander programma. Kies een ander bestand.",
    DatabaseFault.NEWER: "Deze databank is van een nieuwere versie van het programma. Werk het programma bij.",
}
DOUBT = {
    DoubtKind.COLUMNS_RUN_TOGETHER: "de kolommen van de tabel lopen in elkaar",
    DoubtKind.TITLE_TORN: "de titel van de aanbeveling is niet volledig of staat verspreid",
    DoubtKind.HYPHEN_AT_LINE_END: "hoort dit koppelteken bij het woord of bij de regel?",
    DoubtKind.PARAGRAPH_BREAK: "begint hier een nieuwe alinea?",
    DoubtKind.STATUS_NOT_STATED: "er is een commentaar zonder status",
    DoubtKind.STRAY_CHARACTERS: "deze tekens horen niet in de tekst",
    DoubtKind.DAMAGED_LETTERS: "dit woord lijkt beschadigd door de tekstherkenning",
    DoubtKind.NOT_PLACED: "deze tekst hoort nergens bij",
    DoubtKind.MISSING_FIELD: "dit veld ontbreekt",
    DoubtKind.CORRECTION_DOES_NOT_FIT: "deze correctie past niet bij de bron",
}


def status_label(status: Status | None) -> str:
    return NO_REPORT if status is None else STATUS[status]
