"""A broken rule in a Dutch sentence that says what is wrong and what to do."""

from mrdb.domain.errors import (
    BadSetting,
    BrokenCorrections,
    DatabaseUnusable,
    EditConflict,
    IncompleteEdit,
    MinutesEmpty,
    MinutesFixed,
    MomentAlreadyOpen,
    MomentClosed,
    MomentNotForAction,
    MomentNotLast,
    MomentStillOpen,
    MomentTooEarly,
    MrdbError,
    NoOpenMoment,
    NotAsItWas,
    StorageFailed,
    UnreadableFile,
    UnreadableUpload,
)
from mrdb.text import labels
from mrdb.text.dates import short_date

CONFLICT = "Iemand anders bewaarde deze actie intussen. Er is niets overschreven: bekijk beide versies en kies."
CLOSED = "Dit opvolgingsmoment is gesloten en ligt vast. Open een nieuw opvolgingsmoment om verder te gaan."
ALREADY_OPEN = "Er is al een opvolgingsmoment open. Sluit dat eerst, of werk erin verder."
STORAGE_FAILED = (
    "De databank antwoordt niet of kan niet schrijven. Er is niets bewaard, en wat je typte staat er nog. "
    "Probeer zo meteen opnieuw; is de schijf vol, maak dan eerst plaats."
)
NOT_FOR_ACTION = "Dit opvolgingsmoment gaat over een andere managementrespons. Kies een ander."

NOT_LAST = "Er is al een later opvolgingsmoment. Alleen het laatste kan heropend worden."
NOT_AS_IT_WAS = "Dit is intussen opnieuw gewijzigd. Er is niets overschreven: hieronder staat de nieuwste versie."
STILL_OPEN = "Dit opvolgingsmoment is nog open. Sluit het eerst: dan kan de beslissingenlijst vastgesteld worden."
MINUTES_FIXED = "Deze beslissingenlijst is al vastgesteld en ligt vast. Herlaad de pagina om ze te lezen."
MINUTES_EMPTY = "De beslissingenlijst is leeg. Vul de tekst in of ga terug naar de voorgestelde zinnen."


def sentence(error: MrdbError) -> str:
    match error:
        case UnreadableFile(path=path, fault=fault):
            return f"{path.name}: {labels.FILE_FAULT[fault]}"
        case UnreadableUpload(name=name, fault=fault):
            return f"{name}: {labels.FILE_FAULT[fault]}"
        case IncompleteEdit(lacks=lacks):
            return " ".join(labels.LACK[lack] for lack in lacks)
        case EditConflict():
            return CONFLICT
        case MomentClosed():
            return CLOSED
        case MomentAlreadyOpen():
            return ALREADY_OPEN
        case MomentNotLast():
            return NOT_LAST
        case NoOpenMoment(subject=subject):
            return f"Er is geen opvolgingsmoment open voor ‘{subject}’. Open er eerst een."
        case NotAsItWas():
            return NOT_AS_IT_WAS
        case MomentStillOpen():
            return STILL_OPEN
        case MinutesFixed():
            return MINUTES_FIXED
        case MinutesEmpty():
            return MINUTES_EMPTY
        case BrokenCorrections(path=path, entry=entry):
            return f"{path.name}: het bestand met de correcties kan niet gelezen worden bij ‘{entry}’."
        case MomentTooEarly(newest=newest):
            return f"Er is al een opvolgingsmoment van {short_date(newest)}. Kies een datum die niet vroeger valt."
        case StorageFailed():
            return STORAGE_FAILED
        case MomentNotForAction():
            return NOT_FOR_ACTION
        case DatabaseUnusable(place=place, fault=database_fault):
            return f"{place}: {labels.DATABASE_FAULT[database_fault]}"
        case BadSetting(name=name, found=found):
            return f"De instelling {name} kan niet „{found}” zijn: een datum ziet eruit als 2026-11-23."
    return str(error)
