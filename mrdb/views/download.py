"""Files to take along: actions as Excel, their deadlines as a calendar, the Word report of a management response."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from mrdb.clock import now
from mrdb.domain.basis import Basis
from mrdb.domain.comparison import action_as_of, as_of, is_known_at, is_part_known_at
from mrdb.domain.days import day_of
from mrdb.domain.facts import Fact
from mrdb.domain.followup import responsibles_of
from mrdb.domain.response import Action, ManagementResponse, Moment
from mrdb.domain.rewind import by_action
from mrdb.exchange.excel import overview_workbook
from mrdb.exchange.ics import calendar_entries, deadlines_calendar
from mrdb.exchange.report import report_document
from mrdb.startup import public_address
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import actions, basis, changes, management_responses, moments, recommendations
from mrdb.text import decisions, ics, nl, report, returned
from mrdb.text.comparison import moment_names
from mrdb.text.documents import document_names
from mrdb.views.internal import is_internal_shown
from mrdb.views.sign_in import noted

OFFICE = "application/vnd.openxmlformats-officedocument"
KIND = {
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "docx": f"{OFFICE}.wordprocessingml.document",
    "ics": "text/calendar",
}
"""What a file is, by the ending of its name."""
EVERYTHING = ""
Chosen = int | str
"""A management response by its id, a responsible by the name, or everything."""


def offer_file(label: str, name: str, make: Callable[[], bytes], *, is_empty: bool = False, why: str = "") -> None:
    """A button that downloads what ``make`` makes at the click."""
    st.download_button(
        label,
        data=noted(make, name),
        file_name=name,
        mime=KIND[name.rpartition(".")[2]],
        help=why or None,
        on_click="ignore",
        width="stretch",
        disabled=is_empty,
    )


def offer_download(database: Engine, actions: Sequence[Action], total: int, today: date, basis: Basis | None) -> None:
    """How many are shown of how many there are, and their files; ``basis`` is that of ``_offer_excel``."""
    count, files = st.columns([3, 2], vertical_alignment="center")
    count.markdown(f"**{nl.actions_shown(len(actions), total)}**")
    with files:
        offer_files(database, actions, today, basis)


def offer_files(database: Engine, actions: Sequence[Action], today: date, basis: Basis | None) -> None:
    """Both files of these actions; ``basis`` is that of ``_offer_excel``."""
    calendar, excel = st.columns(2)
    with calendar:
        _offer_calendar(actions)
    with excel:
        _offer_excel(database, actions, today, basis)


def offer_overviews(database: Engine, today: date) -> None:
    """The overview that is sent round: everything, of one management response, or somebody's own actions."""
    with read_only(database) as session:
        everything, made_from = actions(session), basis(session)
    names = document_names(action.recommendation.response for action in everything)
    people = responsibles_of(everything)
    options: tuple[Chosen, ...] = (EVERYTHING, *names, *people)

    def counted(chosen: Chosen) -> str:
        name = returned.EVERYBODY if chosen == EVERYTHING else names[chosen] if isinstance(chosen, int) else chosen
        return returned.with_count(name, sum(_is_asked(action, chosen) for action in everything))

    st.write(returned.SEND_WHY)
    chosen = st.selectbox(returned.FOR_WHOM, options, format_func=counted, key="overview_of")
    asked = [action for action in everything if _is_asked(action, chosen)]
    excel, calendar = st.columns(2)
    with excel:
        _offer_excel(database, asked, today, made_from)
    with calendar:
        _offer_calendar(asked)


def _is_asked(action: Action, chosen: Chosen) -> bool:
    return chosen in {EVERYTHING, action.recommendation.response.id, *action.responsibles}


def _offer_excel(database: Engine, actions: Sequence[Action], today: date, basis: Basis | None) -> None:
    """``basis`` is the newest line of the journal they were read with.

    None is for actions as they stood on an earlier day: their file is not made to be filled in.
    """
    with_internal, address = is_internal_shown(), public_address()

    def make() -> bytes:
        """Why deadlines moved is read at the click: no screen needs it."""
        with read_only(database) as session:
            moves = changes(session, facts={Fact.PERIOD})
        return overview_workbook(
            actions, today, basis=basis, journal=moves, with_internal=with_internal, address=address
        )

    offer_file(
        nl.DOWNLOAD,
        nl.export_name(today, with_internal=with_internal),
        make,
        is_empty=not actions,
    )


def _offer_calendar(actions: Sequence[Action]) -> None:
    """Without deadlines there is no file: RFC 5545 has no empty one."""
    at, address = now(), public_address()
    day = day_of(at)
    offer_file(
        ics.DOWNLOAD,
        ics.file_name(day),
        lambda: deadlines_calendar(actions, at, address),
        is_empty=not calendar_entries(actions, day),
        why=ics.HELP,
    )


def offer_report(database: Engine, response: ManagementResponse) -> None:
    """The report as it stood at the moment that one chooses, the newest first; nothing where there is no moment."""
    with read_only(database) as session:
        names = moment_names([moment for moment in moments(session) if response.date <= moment.date])
    if not names:
        return
    choice, button = st.columns([3, 1], vertical_alignment="bottom")
    moment = names[choice.selectbox(report.AS_OF, list(names), key=f"report-{response.id}")]
    with button:
        offer_file(decisions.DOWNLOAD, report.file_name(moment.date), lambda: report_at(database, response, moment))


def report_at(database: Engine, response: ManagementResponse, moment: Moment) -> bytes:
    """Reads at the click, so that a page that was open for long gives what is known now."""
    with read_only(database) as session:
        journal = changes(session)
        present = next(one for one in management_responses(session) if one.id == response.id)
        asked = [one for one in recommendations(session) if one.response.id == response.id]
        of_document = [one for one in actions(session) if one.recommendation.response.id == response.id]
    promised = [one for one in of_document if is_known_at(one, moment)]
    lines, stated = by_action(journal), [line for line in journal if line.action_id is None]
    return report_document(
        as_of(present, stated, moment),
        [as_of(one, stated, moment) for one in asked if is_part_known_at(one, stated, moment)],
        [action_as_of(action, lines[action.id], moment) for action in promised],
        moment,
        now(),
        journal=journal,
    )
