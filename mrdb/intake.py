"""What comes in from files: read, planned beside what is known, carried out. Screens and command line go this way."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.domain.response import Change
from mrdb.domain.return_plan import plan_returned
from mrdb.domain.returned import ReturnPlan, Work
from mrdb.exchange.collector import collecting_nothing
from mrdb.exchange.plain_list import Agreed, PlainList, is_csv, list_rows, read_list
from mrdb.exchange.returned_workbook import Present, read_returned_workbook
from mrdb.reading.phrases import READERS
from mrdb.store.carrying_out import apply_work
from mrdb.store.database import Engine, Session, read_only
from mrdb.store.queries import actions, changes, covered, database_name, open_moment, recommendations

Named = tuple[str, bytes]
"""What a file is called on somebody's machine, and its bytes."""


def read_returned(
    database: Engine, files: Sequence[Named], today: date, told: Callable[[float], object] = lambda _: None
) -> ReturnPlan | PlainList:
    """The plan of the overviews that came back, or the list of somebody's own that the one file holds.

    Raises UnreadableUpload for the first file that cannot be read at all, and where such a list comes with others.
    """
    if len(files) == 1 and is_csv(*files[0]):
        return read_list(*files[0])
    try:
        return plan_overviews(database, files, today, told)
    except UnreadableUpload as unreadable:
        if unreadable.fault == FileFault.NO_KEYS and len(files) == 1:
            return read_list(*files[0])
        raise


@collecting_nothing()
def plan_overviews(
    database: Engine, files: Sequence[Named], today: date, told: Callable[[float], object] = lambda _: None
) -> ReturnPlan:
    """Reads overviews that came back, and lays them beside the database; ``told`` hears how far it is, from 0 to 1.

    Raises UnreadableUpload for the first file that cannot be read at all.
    """
    found = []
    with read_only(database) as session:
        known, parts = actions(session), recommendations(session)

        def lines_since(line_id: int) -> Sequence[Change]:
            return changes(session, since=line_id)

        present = Present(known, lines_since, covered(session), database_name(session))
        for number, (name, data) in enumerate(files):
            heard = partial(_heard, told, number, len(files))
            found.append(read_returned_workbook(name, data, present, heard))
    plan = plan_returned(found, known, parts, READERS, today)
    told(1.0)
    return plan


def _heard(told: Callable[[float], object], number: int, files: int, done: float) -> None:
    told((number + done) / files)


def plan_list(database: Engine, plain: PlainList, agreed: Agreed, response_id: int, today: date) -> ReturnPlan:
    """The plan of somebody's own list for a management response that is there."""
    with read_only(database) as session:
        known, parts = actions(session), recommendations(session)
    return plan_returned([list_rows(plain, agreed, frozenset({response_id}))], known, parts, READERS, today)


def has_moments(database: Engine, work: Work) -> bool:
    """Whether every document that is written of has an open moment."""
    with read_only(database) as session:
        return all(open_moment(session, response.id) for response in work.responses)


def carry_out(session: Session, work: Work, *, author: str, at: datetime) -> None:
    """Writes all of it; commits nothing. Raises what ``store.carrying_out`` raises."""
    apply_work(session, work, names_in=READERS.responsibles, author=author, at=at)
