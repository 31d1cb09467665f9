"""What programs read, over HTTP and in a file: as docs/openapi.json describes it, and as it stands in the database."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from drafts import found, opened_moment
from jsonschema import Draft202012Validator
from serving import ROOT, TODAY
from signing_in import signing_in

from mrdb.__main__ import main
from mrdb.domain.edit import Edit
from mrdb.domain.followup import current_status, next_deadline
from mrdb.domain.keys import KeyKind
from mrdb.domain.people import Role
from mrdb.domain.period import PeriodKind, Precision
from mrdb.domain.response import Agreement
from mrdb.domain.status import Acceptance, Status, Urgency
from mrdb.store.database import Engine, open_database, read_only, transaction
from mrdb.store.keys import keys, make_key, revoke_key
from mrdb.store.people import add_person
from mrdb.store.queries import actions
from mrdb.store.writing import save_edit

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
API = json.loads((ROOT / "docs/openapi.json").read_text("utf-8"))
INTERNAL = "Dit blijft onder ons."


@pytest.fixture
def engine(seeded_address: str) -> Iterator[Engine]:
    """The real document with a round in which one action is told of in every way."""
    engine = open_database(seeded_address)
    moment_id, action = opened_moment(engine), found(engine, "7.1")
    agreement = Agreement("Nog eens bellen.", "An", NOW.date())
    reached = {action.milestones[0].id: NOW.date()}
    edit = Edit(Status.ONGOING, "Goed bezig.", reached, internal=INTERNAL, agreement=agreement)
    with transaction(engine) as session:
        save_edit(
            session, action_id=action.id, version=action.version, moment_id=moment_id, edit=edit, author="An", at=NOW
        )
    yield engine
    engine.dispose()


def described(path: str) -> Draft202012Validator:
    """What the description says of the answer at this path."""
    answer = API["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return Draft202012Validator({**answer, "components": API["components"]})


def test_api_answers_what_the_description_says_and_the_database_holds(
    seeded_address: str, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with transaction(engine) as session:
        an = add_person(session, "an@example.org", Role.SECRETARY, author="An", at=NOW)
        secret = make_key(session, an.id, KeyKind.DATA, "Power BI", author="An", at=NOW)
        agenda = make_key(session, an.id, KeyKind.CALENDAR, "", author="An", at=NOW)
    monkeypatch.setenv("STREAMLIT_SERVER_BASE_URL_PATH", "opvolging")
    told: dict[str, Any] = {}
    with signing_in(seeded_address, tmp_path, {}) as server:
        for path in API["paths"]:
            assert answered(server, path).status_code == 401
            assert answered(server, path, agenda).status_code == 401
            answer = answered(server, path, secret)
            assert answer.headers["Content-Type"] == "application/json"
            assert INTERNAL not in answer.text
            told[path.rpartition("/")[2]] = answer.json()
            described(path).validate(answer.json())
            assert answer.json()
            tag = {"If-None-Match": answer.headers["ETag"]}
            assert answered(server, path, secret, **tag).status_code == 304
            assert requests.post(f"{server}{path}", timeout=30).status_code == 405
        assert answered(server, "/api/people", secret).status_code == 404
        with transaction(engine) as session:
            revoke_key(session, keys(session, KeyKind.DATA)[0].id, author="An", at=NOW)
        assert answered(server, "/api/actions", secret).status_code == 401
    as_stored(engine, told["actions"])
    monkeypatch.setenv("MRDB_DATABASE_URL", seeded_address)
    monkeypatch.setenv("MRDB_TODAY", TODAY)
    assert main(["export", str(tmp_path / "alles.json")]) == 0
    assert json.loads((tmp_path / "alles.json").read_text("utf-8")) == told


def as_stored(engine: Engine, records: list[dict[str, Any]]) -> None:
    with read_only(engine) as session:
        stored = actions(session)
    assert [one["number"] for one in records] == [action.number for action in stored]
    for one, action in zip(records, stored, strict=True):
        status, due = current_status(action), next_deadline(action)
        assert one["status"] == (status.value if status else None)
        assert one["next_deadline"] == (due.isoformat() if due else None)
        assert one["responsibles"] == list(action.responsibles)
        assert [report["comment"] for report in one["reports"]] == [report.comment for report in action.reports]


def answered(server: str, path: str, secret: str = "", **headers: str) -> requests.Response:
    proof = {"Authorization": f"Bearer {secret}"} if secret else {}
    return requests.get(f"{server}{path}", headers={**proof, **headers}, timeout=30)


def test_api_is_off_where_nobody_signs_in(server: str) -> None:
    for path in API["paths"]:
        assert answered(server, path, "0" * 64).status_code == 404


def test_api_description_knows_every_code_of_the_closed_lists() -> None:

    schemas = {name: one["properties"] for name, one in API["components"]["schemas"].items()}
    for name, field, codes in (
        ("Action", "status", Status),
        ("Report", "status", Status),
        ("Action", "urgency", Urgency),
        ("Recommendation", "acceptance", Acceptance),
        ("Period", "kind", PeriodKind),
        ("Period", "precision", Precision),
    ):
        assert [code for code in schemas[name][field]["enum"] if code] == [code.value for code in codes]
