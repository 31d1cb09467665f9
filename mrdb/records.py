"""All that programs may read, by its name: what the server tells at ``/api/`` and ``mrdb export`` writes."""

from collections.abc import Callable
from datetime import date

from mrdb.exchange.records import Record, action_records, moment_records, response_records
from mrdb.store.database import Session
from mrdb.store.queries import actions, covered, management_responses, moments, recommendations

ADDRESS = "api/{name}"
RECORDS: dict[str, Callable[[Session, date], list[Record]]] = {
    "responses": lambda session, _: response_records(management_responses(session), recommendations(session)),
    "moments": lambda session, _: moment_records(moments(session), covered(session)),
    "actions": lambda session, today: action_records(actions(session), today),
}
