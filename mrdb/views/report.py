"""The Word report of a management response, as it stood at the follow-up moment that one chooses."""

import streamlit as st

from mrdb.clock import now
from mrdb.domain.comparison import action_as_of, as_of, is_known_at, is_part_known_at
from mrdb.domain.response import ManagementResponse, Moment
from mrdb.domain.rewind import by_action
from mrdb.exchange.report import report_document
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import actions, changes, management_responses, moments, recommendations
from mrdb.text import report as words
from mrdb.text.comparison import moment_names
from mrdb.text.decisions import DOWNLOAD
from mrdb.views.decisions import DOCX


def offer_report(database: Engine, response: ManagementResponse) -> None:
    """A choice of the moment, the newest first, and the download; nothing as long as there is no moment."""
    with read_only(database) as session:
        names = moment_names([moment for moment in moments(session) if response.date <= moment.date])
    if not names:
        return
    choice, button = st.columns([3, 1], vertical_alignment="bottom")
    moment = names[choice.selectbox(words.AS_OF, list(names), key=f"report-{response.id}")]
    button.download_button(
        DOWNLOAD,
        data=lambda: report_at(database, response, moment),
        file_name=words.file_name(moment.date),
        mime=DOCX,
        on_click="ignore",
        width="stretch",
    )


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
