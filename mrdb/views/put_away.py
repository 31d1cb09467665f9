"""Putting away a management response or an action that came in by mistake, and the list of what can come back."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from mrdb.domain.response import Action, ManagementResponse
from mrdb.domain.roles import Right
from mrdb.store.database import Engine, read_only
from mrdb.store.putting_away import put_action_away, put_away, put_back, put_response_away
from mrdb.text import put_away as words
from mrdb.views.pieces import label_text
from mrdb.views.rights import may_here
from mrdb.views.sign_in import dialog
from mrdb.views.user import ask_user, at_click, done_in_dialog


def offer_to_put_action_away(database: Engine, action: Action) -> None:
    """Only for one that was added: what the document promised stays there to be seen."""
    if action.added and may_here(Right.BRING_IN) and st.button(words.ACTION, key="put_action_away", type="tertiary"):
        _confirm(database, f"{action.number} {action.text}", partial(put_action_away, action=action))


def offer_to_put_response_away(database: Engine, response: ManagementResponse) -> None:
    if may_here(Right.BRING_IN) and st.button(words.RESPONSE, key="put_response_away", type="tertiary"):
        _confirm(database, response.subject, partial(put_response_away, response=response))


@dialog(words.TITLE)
def _confirm(database: Engine, name: str, write: Callable[..., None]) -> None:
    st.write(f"**{label_text(name)}**")
    st.write(words.WHY)
    reason = st.text_input(words.REASON, key="put-away-reason")
    if done_in_dialog(database, words.CONFIRM, "put-away-confirmed", partial(write, reason=reason or ""), words.DONE):
        st.rerun()


def show_put_away(database: Engine, response_id: int | None) -> None:
    """The management responses that are put away and the actions of this one, each with the way back."""
    with read_only(database) as session:
        lines = [line for line in put_away(session) if line.action_id is None or line.response_id == response_id]
    if not lines or not may_here(Right.BRING_IN):
        return
    with st.expander(words.counted(lines), key="put_away"):
        ask_user()
        for line in lines:
            what, back = st.columns([8, 2], vertical_alignment="center")
            said = f'<span class="quiet small">{escape(words.put_away_by(line))}</span>'
            what.html(f"<p><b>{escape(line.new or '')}</b><br>{said}</p>")
            write = partial(put_back, line_id=line.id)
            back.button(
                words.PUT_BACK,
                key=f"back-{line.id}",
                width="stretch",
                on_click=at_click,
                args=(database, write, words.BACK),
            )
