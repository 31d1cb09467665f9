"""A broken rule in a Dutch sentence that says what is wrong and what to do."""

from mrdb.domain.errors import (
    BadSetting,
    BrokenCorrections,
    DatabaseUnusable,
    EditConflict,
    IncompleteEdit,
    MomentAlreadyOpen,
    MomentClosed,
    MomentNotForAction,
    MrdbError,
    UnreadableFile,
)
from mrdb.text import labels

CONFLICT = "Iemand anders bewaarde deze actie intussen. Er is niets overschreven: bekijk beide versies en kies."
CLOSED = "Dit opvolgingsmoment is gesloten en ligt vast. Open een nieuw opvolgingsmoment om verder te gaan."
ALREADY_OPEN = "Er is al een opvolgingsmoment open. Sluit dat eerst, of werk erin verder."
NOT_FOR_ACTION = "Dit opvolgingsmoment gaat over een andere managementrespons. Kies een ander."


def sentence(error: MrdbError) -> str:
    match error:
        case UnreadableFile(path=path, fault=fault):
            return f"{path.name}: {labels.FILE_FAULT[fault]}"
        case IncompleteEdit(lacks=lacks):
            return " ".join(labels.LACK[lack] for lack in lacks)
        case EditConflict():
            return CONFLICT
        case MomentClosed():
            return CLOSED
        case MomentAlreadyOpen():
            return ALREADY_OPEN
        case BrokenCorrections(path=path, entry=entry):
            return f"{path.name}: het bestand met de correcties kan niet gelezen worden bij ‘{entry}’."
        case MomentNotForAction():
            return NOT_FOR_ACTION
        case DatabaseUnusable(place=place, fault=database_fault):
            return f"{place}: {labels.DATABASE_FAULT[database_fault]}"
        case BadSetting(name=name, found=found):
            return f"De instelling {name} kan niet „{found}” zijn: een datum ziet eruit als 2026-11-23."
    return str(error)
