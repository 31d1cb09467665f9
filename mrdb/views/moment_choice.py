"""Choosing a follow-up moment: the address holds its id, so that another title does not change the choice."""

from collections.abc import Sequence

import streamlit as st

from mrdb.domain.facts import Fact
from mrdb.domain.response import Moment
from mrdb.text.comparison import moment_names
from mrdb.text.labels import FACT
from mrdb.views.addresses import MOMENT_PARAMETER


def choose_moment(moments: Sequence[Moment]) -> Moment | None:
    """The moment that the address asks for, else the newest; None where there is none. One alone is not asked for."""
    names = {str(moment.id): name for name, moment in moment_names(moments).items()}
    if not names:
        return None
    ids, asked = list(names), st.query_params.get(MOMENT_PARAMETER)
    chosen = asked if asked in ids else ids[0]
    if len(ids) > 1:
        picked = st.selectbox(
            FACT[Fact.MOMENT],
            ids,
            index=ids.index(chosen),
            format_func=names.__getitem__,
            key=f"choose-moment-{chosen}",
        )
        if picked != chosen:
            st.query_params[MOMENT_PARAMETER] = picked
            st.rerun()
    return next(moment for moment in moments if str(moment.id) == chosen)
