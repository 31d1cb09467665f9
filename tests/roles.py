"""People of every role, and the app as one of them sees it."""

from collections.abc import Callable
from datetime import date

import pytest
from drafts import NOW, opened_moment
from serving import ROOT, TODAY
from streamlit.testing.v1 import AppTest

from mrdb.domain.edit import Edit
from mrdb.domain.people import Identity, Role
from mrdb.domain.response import Action, Agreement
from mrdb.domain.status import Status
from mrdb.startup import prepared_database
from mrdb.store.database import transaction
from mrdb.store.people import add_person, answer_from, sign_in
from mrdb.store.writing import prepare, save_edit

Enter = Callable[..., AppTest]
Stored = Callable[[str], Action]
MINE, OTHER = "7.1", "1.1"
ISSUER = "https://aanmelden.example.org"
INTERNAL = "Het budget is krap."
WAITING = "De gesprekken zijn hervat."
ROLES = list(Role)


@pytest.fixture
def everybody(stored: Stored) -> int:
    """The id of an open moment in which one agreement was made and one internal remark; of one action a report is
    prepared for it. Every role has somebody."""
    database, mine, other = prepared_database(), stored(MINE), stored(OTHER)
    with transaction(database) as session:
        waiting = {"status": Status.ONGOING, "comment": WAITING, "author": "Zoë", "at": NOW}
        prepare(session, action_id=other.id, version=other.version, **waiting)
    moment_id = opened_moment(database)
    with transaction(database) as session:
        save_edit(
            session,
            action_id=mine.id,
            version=mine.version,
            moment_id=moment_id,
            edit=Edit(Status.ONGOING, "Loopt.", internal=INTERNAL, agreement=Agreement("bezorgt de nota", "", None)),
            author="Zoë",
            at=NOW,
        )
        for role in Role:
            person = add_person(session, f"{role.value}@example.org", role, author="mrdb", at=NOW)
            sign_in(session, Identity(f"{ISSUER}|{role.value}", role.value.title(), person.email), NOW)
            name = mine.responsibles[0]
            answer_from(session, person.id, name, date.fromisoformat(TODAY), name=name, author="mrdb", at=NOW)
    return moment_id


@pytest.fixture
def enter(everybody: int) -> Enter:
    """Opens a page as somebody with this role."""

    def opened(role: Role, page: str = "pages/overview.py", **address: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
        app.user = {"is_logged_in": True, "sub": role.value, "iss": ISSUER, "name": role.value.title()}
        app.query_params.update(address)
        app.run()
        return app if page == "pages/overview.py" else app.switch_page(page).run()

    return opened


def buttons(page: AppTest) -> set[str]:
    assert not page.exception
    return {str(button.key).rstrip("0123456789-") for button in page.button if button.key}


def menu(page: AppTest) -> set[str]:
    return {link.proto.label for link in page.get("page_link")}


def shown(page: AppTest) -> str:
    return " ".join(str(one.proto.body) for one in (*page.get("html"), *page.get("markdown")))
