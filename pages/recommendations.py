"""Aanbevelingen: the document as a document, with the present state of its actions."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import streamlit as st

from mrdb.domain.response import Action, Recommendation
from mrdb.domain.roles import Right
from mrdb.store.database import Engine, read_only
from mrdb.store.queries import actions, recommendations
from mrdb.text import nl
from mrdb.views.addresses import NEW_RESPONSE
from mrdb.views.document import chosen_document, chosen_parts, show_recommendation, show_response
from mrdb.views.download import offer_report
from mrdb.views.put_away import offer_to_put_response_away, show_put_away
from mrdb.views.rights import may_here
from mrdb.views.screen import screen


def show_documents(
    database: Engine, parts: Sequence[Recommendation], everything: Sequence[Action], today: date
) -> None:
    """The document that is chosen, and what was put away of all of them."""
    responses = {part.response.id: part.response for part in parts}
    response_id = chosen_document(responses.values())
    show_response(responses[response_id])
    offer_report(database, responses[response_id])
    under = defaultdict(list)
    for action in everything:
        under[action.recommendation.id].append(action)
    for part in chosen_parts([part for part in parts if part.response.id == response_id], under):
        show_recommendation(part, under[part.id], today)
    offer_to_put_response_away(database, responses[response_id])
    show_put_away(database, response_id)


with screen() as (database, today):
    with read_only(database) as session:
        everything, parts = actions(session), recommendations(session)
    if parts:
        show_documents(database, parts, everything, today)
    else:
        st.info(nl.NO_ACTIONS_YET)
        if may_here(Right.BRING_IN):
            st.page_link(NEW_RESPONSE)
        show_put_away(database, None)
