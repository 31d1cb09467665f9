"""The management response as a document to read, each action with its present state."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from html import escape

import streamlit as st

from mrdb.domain.codes import code_of
from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, ManagementResponse, Recommendation
from mrdb.text import nl
from mrdb.text.dates import short_date
from mrdb.text.decisions import capital
from mrdb.text.documents import document_names
from mrdb.text.history import acceptance_words, realisation_words
from mrdb.text.labels import FACT
from mrdb.views.action_line import show_action_line
from mrdb.views.pieces import facts, label_text, prose
from mrdb.views.tables import page_of

DOCUMENT = "document"
"""What the choice is called in the address."""
PART = "aanbeveling-nr"
FEW = 20
"""Recommendations whose numbers stand beside each other, to click on."""
AT_ONCE, MOST = 10, 30
"""Recommendations that are read one under the other, and actions under them: a browser draws each from five pieces."""


def chosen_document(responses: Collection[ManagementResponse]) -> int:
    """The document to show, of at least one: the oldest, or with several the one that is chosen or in the address."""
    names = {name: response_id for response_id, name in document_names(responses).items()}
    if not names:
        return next(iter(responses)).id
    place, _ = st.columns([1, 2])
    chosen = place.selectbox(nl.RESPONSE, list(names), key=DOCUMENT, bind="query-params")
    return names[chosen]


def chosen_parts(parts: Sequence[Recommendation], under: Mapping[int, Sequence[Action]]) -> Sequence[Recommendation]:
    """The one recommendation that is chosen or in the address, else as many as one reads at once; ``under`` tells the
    actions of each, by its id."""
    names = {part.number: part for part in parts}
    if len(names) <= FEW:
        only = st.segmented_control(nl.RECOMMENDATION, list(names), key=PART, bind="query-params")
    else:
        place, _ = st.columns([1, 4])
        only = place.selectbox(
            nl.RECOMMENDATION, list(names), index=None, placeholder=nl.ALL, key=PART, bind="query-params"
        )
    if only is not None:
        return [names[only]]
    longest = max((len(under[part.id]) for part in parts), default=0)
    return page_of(parts, max(1, min(AT_ONCE, MOST // max(1, longest))), "parts")


def show_response(response: ManagementResponse) -> None:
    st.title(label_text(response.subject))
    about, context = st.columns([1, 2], gap="large")
    about.html(
        facts(
            [
                (nl.DATE, short_date(response.date)),
                (FACT[Fact.SENDER], response.sender),
                (FACT[Fact.RECIPIENT], response.recipient),
                (FACT[Fact.DOCUMENT_NUMBER], response.document_number.strip("/")),
            ]
        )
    )
    if response.context:
        with context, st.expander(FACT[Fact.CONTEXT]):
            st.html(f'<div class="prose">{prose(response.context)}</div>')


def show_recommendation(recommendation: Recommendation, actions: Sequence[Action], today: date) -> None:
    st.header(label_text(nl.recommendation_line(recommendation.number, recommendation.title)), divider="gray")
    answered = st.container()
    if recommendation.text:
        asked, answered = st.columns(2, gap="large")
        asked.html(f'<div class="prose">{prose(recommendation.text)}</div>')
    answered.html(
        f'<div class="prose answer"><h3>{escape(FACT[Fact.ANSWER])}</h3>{_acceptance(recommendation)}'
        f"{prose(recommendation.answer)}{_realisation(recommendation)}</div>"
    )
    for action in actions:
        show_action_line(action, today)


def _acceptance(recommendation: Recommendation) -> str:
    code = code_of(recommendation, Fact.ACCEPTANCE)
    return f"<p><b>{escape(acceptance_words(code))}</b></p>" if code else ""


def _realisation(recommendation: Recommendation) -> str:
    if recommendation.realisation is None:
        return ""
    return f"<p><b>{escape(capital(realisation_words(recommendation.realisation)))}</b></p>"
