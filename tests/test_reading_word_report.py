"""Our own Word report read back: the management response that went into it, whatever was followed up since."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from builders import DOCUMENT_MOMENT, RESPONSE, a_report, an_action
from drafts import NOW, a_draft, found, opened_moment, store
from hypothesis import given, settings
from hypothesis import strategies as st

from mrdb.config import SEED, SEED_CORRECTIONS
from mrdb.domain.comparison import action_as_of, as_of
from mrdb.domain.draft import Draft, DraftAction, DraftRecommendation
from mrdb.domain.edit import Edit, Move
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import Agreement, Moment, Realisation
from mrdb.domain.status import Acceptance, Status
from mrdb.exchange.report import report_document
from mrdb.reading.calendar import read_calendar
from mrdb.reading.document import read_document, read_file
from mrdb.reading.responsibles import read_responsibles
from mrdb.store.database import Engine, read_only, transaction
from mrdb.store.queries import actions, changes, moments, recommendations
from mrdb.store.writing import answer_realised, save_edit

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MARCH = Period(PeriodKind.DEADLINE, date(2027, 3, 31), date(2027, 3, 31), Precision.DAY)
SOFFICE = shutil.which("soffice")


def seed_draft() -> Draft:
    return read_file(SEED, SEED_CORRECTIONS).draft


@pytest.fixture
def seeded(database: Engine) -> Engine:
    store(database, seed_draft())
    return database


def report_of(engine: Engine, moment: Moment | None = None) -> bytes:
    """The report as the screen makes it, of the newest moment unless another one is given."""
    with read_only(engine) as session:
        journal, at = changes(session), moment or moments(session)[0]
        asked = [as_of(one, journal, at) for one in recommendations(session)]
        promised = [
            action_as_of(one, [line for line in journal if line.action_id == one.id], at) for one in actions(session)
        ]
    return report_document(asked[0].response, asked, promised, at, AT, journal=journal)


def read_back(data: bytes, draft: Draft) -> Draft:
    """The draft in the report; the bytes of the file differ, and so does their digest."""
    return replace(read_document(data, name="rapport.docx").draft, source_digest=draft.source_digest)


def edited(engine: Engine, number: str, edit: Edit, moment_id: int) -> None:
    action = found(engine, number)
    with transaction(engine) as session:
        save_edit(
            session, action_id=action.id, version=action.version, moment_id=moment_id, edit=edit, author="An", at=NOW
        )


def with_follow_up(draft: Draft, **said: tuple[Status, str]) -> Draft:
    """The draft after a follow-up: ``a7_1=(Status.ONGOING, "...")`` is about action 7.1."""
    by_number = {name[1:].replace("_", "."): value for name, value in said.items()}

    def changed(action: DraftAction) -> DraftAction:
        status, comment = by_number.get(action.number, (action.status, action.comment))
        return replace(action, status=status, comment=comment)

    return replace(
        draft,
        recommendations=tuple(
            replace(part, actions=tuple(map(changed, part.actions))) for part in draft.recommendations
        ),
    )


def test_report_of_the_real_document_reads_back_the_same(seeded: Engine) -> None:
    result = read_document(report_of(seeded), name="rapport.docx")
    draft = seed_draft()
    assert replace(result.draft, source_digest=draft.source_digest) == draft
    assert result.doubts == ()
    assert [result.source.lines[line - 1][:12] for line in result.source.starts] == [
        f"Aanbeveling {number}"[:12] for number in range(1, 9)
    ]


def test_report_after_a_follow_up_reads_back_the_response_and_what_was_said(seeded: Engine) -> None:
    moment_id = opened_moment(seeded)
    ontwerp = found(seeded, "7.1").milestones[0].id
    agreed = Agreement("bezorgt de nota\nen de bijlage", "Els", date(2026, 12, 5))
    comment = "Het ontwerp is klaar.\n\n- eerst de raad\n• dan de dienst\n◦ en het team  (dubbele spatie)"
    moved = Edit(Status.ONGOING, comment, {}, (Move(ontwerp, MARCH, "omdat Els start"),), "blijft binnen", agreed)
    edited(seeded, "7.1", moved, moment_id)
    edited(seeded, "4.2", Edit(Status.COMPLETED, "Gelanceerd.", {}, ()), moment_id)
    edited(seeded, "4.1", Edit(Status.NOT_STARTED, "", {}, ()), moment_id)
    edited(seeded, "8.2", Edit(Status.DROPPED, "Lopende", {}, ()), moment_id)
    recommendation_id = found(seeded, "7.1").recommendation.id
    with transaction(seeded) as session:
        answer_realised(
            session,
            recommendation_id=recommendation_id,
            moment_id=moment_id,
            before=None,
            answer=Realisation(True, "de nota"),
            author="An",
            at=NOW,
        )
    draft = seed_draft()
    said_of_4_1 = draft.recommendations[3].actions[0].comment
    expected = with_follow_up(
        draft,
        a7_1=(Status.ONGOING, comment),
        a4_2=(Status.COMPLETED, "Gelanceerd."),
        a4_1=(Status.NOT_STARTED, said_of_4_1),
        a8_2=(Status.DROPPED, "Lopende"),
    )
    result = read_document(report_of(seeded), name="rapport.docx")
    assert replace(result.draft, source_digest=draft.source_digest) == expected
    assert result.doubts == ()


def a_part(number: int, acceptance: Acceptance | None, reason: str, *promised: DraftAction) -> DraftRecommendation:
    return replace(
        a_draft().recommendations[0],
        number=str(number),
        acceptance=acceptance,
        acceptance_reason=reason,
        actions=promised,
    )


@pytest.mark.parametrize(
    ("acceptance", "reason"),
    [
        (None, ""),
        (None, "Wij zoeken dit uit."),
        (Acceptance.ACCEPTED, ""),
        (Acceptance.PARTIALLY_ACCEPTED, "Er is geen budget: dat komt later."),
        (Acceptance.REJECTED, "Eén regel.\nNog een."),
    ],
)
@pytest.mark.parametrize("answer", ["", "Akkoord.\n\n• ja\n◦ zeker\n\nAanvaard is het."])
def test_report_keeps_acceptance_reason_and_answer_apart(
    database: Engine, acceptance: Acceptance | None, reason: str, answer: str
) -> None:
    draft = replace(a_draft(), recommendations=(replace(a_part(1, acceptance, reason), answer=answer),))
    store(database, draft)
    assert read_back(report_of(database), draft) == draft


@pytest.mark.parametrize(
    ("text", "calendar", "responsible"),
    [
        ("", "", ""),
        ("• eerst\n• dan\n◦ daarin\nen ook", "• dec 2026\n◦ In uitvoering > vanaf 1 januari 2027", "Els\nJan"),
        ("Opvolging", "Actie", "Verantwoordelijke(n)"),
        ("2.5 procent", "- 2026", "Directeur M&O (a.i.)"),
        ("Aanbeveling 9: Management response", "Nog geen status", "Aan: Els"),
        ("Situering", "12/2026 | 2027", "<b>&amp;</b>"),
    ],
)
def test_report_cells_read_back_to_the_letter(database: Engine, text: str, calendar: str, responsible: str) -> None:
    action = DraftAction(
        number="1.1",
        text=text,
        calendar=calendar,
        responsible=responsible,
        responsibles=read_responsibles(responsible),
        milestones=read_calendar(calendar, a_draft().date),
        status=None,
        comment="",
    )
    draft = replace(a_draft(), recommendations=(a_part(1, None, "", action),))
    store(database, draft)
    assert read_back(report_of(database), draft) == draft


def test_report_without_the_lesser_facts_reads_back_without_them(database: Engine) -> None:
    draft = replace(a_draft(), document_number="", sender="", recipient="", context="", recommendations=())
    draft = replace(draft, recommendations=(a_part(1, Acceptance.REJECTED, "Geen budget."),))
    store(database, draft)
    result = read_document(report_of(database), name="rapport.docx")
    assert replace(result.draft, source_digest=draft.source_digest) == draft
    assert result.doubts == ()
    assert "Situering" not in result.source.lines


PHRASES = (
    "Akkoord", "Aanvaard.", "Aanbeveling 1", "Aanbeveling 2:", "3.1", "7.1", "Management response", "Situering:", "• -",
    "•", "◦", "-", "o", "e", "Lopende", "Datum", "VAN:", "Actie", ">", "(stvz", "13/10/2025", "2026-2027", "|", "<b>",
    "&amp;", "’t",
)  # fmt: skip
WORDS = st.sampled_from(PHRASES)
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join).map(str.strip).filter(lambda line: line not in "•◦")
TYPED = st.lists(st.one_of(LINES, st.just("")), max_size=4).map(lambda lines: "\n".join(lines).strip())


@given(text=TYPED, calendar=TYPED, responsible=TYPED, status=st.sampled_from([None, *Status]), comment=TYPED)
@settings(max_examples=15)
def test_report_reads_back_whatever_stands_in_its_cells(
    text: str, calendar: str, responsible: str, status: Status | None, comment: str
) -> None:
    reports = [a_report(status, comment)] if status else []
    action = replace(an_action("7.1", text=text, calendar=calendar, reports=reports), responsible=responsible)
    data = report_document(RESPONSE, [action.recommendation], [action], DOCUMENT_MOMENT, AT)
    (read,) = read_document(data, name="rapport.docx").draft.recommendations[0].actions
    expected = (text, calendar, responsible, status, comment if status else "")
    assert (read.text, read.calendar, read.responsible, read.status, read.comment) == expected


def joined(lines: Sequence[str]) -> str:
    """Lines as a text of ours: list items follow one another, all else stands apart."""
    text = ""
    for before, line in zip(["", *lines], lines, strict=False):
        is_list = before.startswith(("• ", "◦ ")) and line.startswith(("• ", "◦ "))
        text += f"{'' if not text else chr(10) if is_list else chr(10) * 2}{line}"
    return text


PROSE = st.lists(LINES, max_size=4).map(joined)


@given(title=st.one_of(LINES, st.just("")), text=PROSE, answer=PROSE, reason=LINES, context=PROSE)
@settings(max_examples=15)
def test_report_reads_back_whatever_stands_in_its_texts(
    title: str, text: str, answer: str, reason: str, context: str
) -> None:
    asked = replace(
        an_action("7.1").recommendation, title=title, text=text, answer=answer, acceptance_reason=reason,
    )  # fmt: skip
    data = report_document(replace(RESPONSE, context=context), [asked], [], DOCUMENT_MOMENT, AT)
    draft = read_document(data, name="rapport.docx").draft
    (read,) = draft.recommendations
    expected = (title, text, answer, Acceptance.ACCEPTED, reason, context)
    assert (read.title, read.text, read.answer, read.acceptance, read.acceptance_reason, draft.context) == expected


@pytest.fixture
def saved_again(seeded: Engine, tmp_path: Path) -> bytes:
    """The report of the real document as LibreOffice writes it after opening it."""
    (tmp_path / "rapport.docx").write_bytes(report_of(seeded))
    subprocess.run(
        [
            str(SOFFICE), f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless", "--convert-to",
            "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved"), str(tmp_path / "rapport.docx"),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (tmp_path / "saved" / "rapport.docx").read_bytes()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_report_that_libreoffice_saved_reads_back_the_same(saved_again: bytes) -> None:
    result = read_document(saved_again, name="rapport.docx")
    draft = seed_draft()
    assert replace(result.draft, source_digest=draft.source_digest) == draft
    assert result.doubts == ()
