"""Tables and actions in the shapes that organisations give them: what is read, and what is doubted of it."""

import itertools
import re
from collections.abc import Sequence

import pytest
from docx.exceptions import InvalidSpanError
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from word_documents import Rows, a_document, read, read_saved, saved, words_on_paper

from mrdb.domain.draft import Choices, DoubtKind, Draft, Place, ReadDocument
from mrdb.domain.errors import UnreadableUpload
from mrdb.domain.facts import Fact
from mrdb.domain.status import Status
from mrdb.reading.document import read_document

HEAD = ("ONDERWERP: Evaluatie Zuid", "DOC. NR: 7", "DATUM 13/10/2025", "VAN: An", "AAN: Raad", "SITUERING", "Kader.")
TITLES = ("Actie", "Termijn", "Wie")


def asked(number: int, title: str = "Doe meer") -> tuple[str, ...]:
    return (f"AANBEVELING {number} : {title}", f"Tekst {number}.", "MANAGEMENT RESPONSE", "Aanvaard. Goed idee.")


def said(draft: Draft) -> list[str]:
    """A line a recommendation and a line an action: what they say, parted by " | "."""
    lines = []
    for part in draft.recommendations:
        acceptance = part.acceptance.value if part.acceptance else ""
        lines.append(" | ".join(["#" + part.number, part.title, part.text, acceptance, part.answer]).rstrip(" |"))
        for one in part.actions:
            status = one.status.value if one.status else ""
            fields = (one.number, one.text, one.calendar, "; ".join(one.responsibles), status, one.comment)
            lines.append(" | ".join(fields).rstrip(" |"))
    return [line.replace("\n\n", "¶").replace("\n", "⏎") for line in lines]


def doubted(result: ReadDocument) -> list[str]:
    """Each doubt with the field it is about, that of a recommendation behind its number, but for numbers given."""
    return [
        f"{one.kind.value}: {one.found}{_at(one.at)}{f' {one.fact.value}' if one.fact else ''}"
        for one in result.doubts
        if one.kind != DoubtKind.NUMBER_GIVEN
    ]


def _at(place: Place | None) -> str:
    if place is None or place.part is None:
        return ""
    return f" @{place.part + 1}" + (f".{place.action + 1}" if place.action is not None else "")


ANSWERED = "#1 | Doe meer | Tekst 1. | accepted | Aanvaard. Goed idee."


@pytest.mark.parametrize(
    ("blocks", "expected", "doubts"),
    [
        pytest.param(
            [
                (
                    ("Aanbeveling", "Prioriteit", "Reactie", "Actie", "Termijn", "Wie"),
                    ("1. Doe meer", "Hoog", "Aanvaard. Ja.", "1.1 Dit", "juni 2026", "Dienst HR"),
                    ("^", "^", "^", "1.2 Dat", "juli 2026", "Directie"),
                    ("2. Doe minder", "Laag", "Niet aanvaard. Neen.", "", "", ""),
                )
            ],
            [
                "#1 | Doe meer | Prioriteit: Hoog | accepted | Aanvaard. Ja.",
                "1.1 | Dit | juni 2026 | Dienst HR",
                "1.2 | Dat | juli 2026 | Directie",
                "#2 | Doe minder | Prioriteit: Laag | rejected | Niet aanvaard. Neen.",
            ],
            ["own_column: Prioriteit"],
            id="one big table, its recommendations merged",
        ),
        pytest.param(
            [
                (
                    ("Aanbeveling", "Reactie", *TITLES),
                    ("1. Doe meer", "Aanvaard.", "Dit", "2026", "An"),
                    ("", "", "Dat", "2027", "Jan"),
                    ("2. Doe minder", "Aanvaard.", "Zus", "2027", "An"),
                    ("2. Doe minder", "Aanvaard.", "Zo", "2028", "An"),
                )
            ],
            [
                "#1 | Doe meer |  | accepted | Aanvaard.",
                "1.1 | Dit | 2026 | An",
                "1.2 | Dat | 2027 | Jan",
                "#2 | Doe minder |  | accepted | Aanvaard.",
                "2.1 | Zus | 2027 | An",
                "2.2 | Zo | 2028 | An",
            ],
            [],
            id="one big table, its recommendations left out or repeated",
        ),
        pytest.param(
            [
                (
                    ("Aanbeveling", "Reactie", "Actie", "<", "<"),
                    ("^", "^", "Wat", "Termijn", "Wie"),
                    ("1. Doe meer", "Aanvaard.", "1.1 Dit", "2026", "An"),
                ),
                "",
                (("Aanbeveling", "Reactie", "Wat", "Termijn", "Wie"), ("", "", "1.2 Dat", "2027", "An")),
                "",
                (("2. Doe minder", "Aanvaard.", "2.1 Zo", "2028", "Jan"),),
            ],
            [
                "#1 | Doe meer |  | accepted | Aanvaard.",
                "1.1 | Dit | 2026 | An",
                "1.2 | Dat | 2027 | An",
                "#2 | Doe minder |  | accepted | Aanvaard.",
                "2.1 | Zo | 2028 | Jan",
            ],
            [],
            id="one big table over three pages",
        ),
        pytest.param(
            [
                (
                    TITLES,
                    ("Aanbeveling 1: Doe meer", "<", "<"),
                    ("Managementrespons: Aanvaard.", "<", "<"),
                    ("Dit", "2026", "An"),
                    ("Dat", "2027", "Jan"),
                    ("Aanbeveling 2: Doe minder", "", ""),
                    ("Zo", "2028", "Jan"),
                )
            ],
            [
                "#1 | Doe meer |  | accepted | Aanvaard.",
                "1.1 | Dit | 2026 | An",
                "1.2 | Dat | 2027 | Jan",
                "#2 | Doe minder",
                "2.1 | Zo | 2028 | Jan",
            ],
            [
                "missing_field: Aanbeveling 2: Doe minder @2 answer",
            ],
            id="recommendations in rows between the actions",
        ),
        pytest.param(
            [
                (
                    ("Aanbeveling", "Antwoord", "Verantwoordelijke", "Datum"),
                    ("1. Doe meer", "Aanvaard. We geven opleiding.", "An", "2026"),
                    ("2. Doe minder", "", "Jan", "2027"),
                )
            ],
            [
                "#1 | Doe meer |  | accepted | Aanvaard. We geven opleiding.",
                "1.1 | We geven opleiding. | 2026 | An",
                "#2 | Doe minder",
                "2.1 | Doe minder | 2027 | Jan",
            ],
            [
                "shared: We geven opleiding. @1.1 action_text",
                "shared: Doe minder @2.1 action_text",
                "missing_field: 2. Doe minder @2 answer",
            ],
            id="the promise in the answer",
        ),
        pytest.param(
            [
                *asked(1),
                *asked(2, "Doe minder"),
                "Actieplan",
                (("Nr", *TITLES), ("1.1", "Dit", "2026", "An"), ("2.1", "Dat", "2027", "Jan"), ("4.1", "Zo", "", "")),
            ],
            [
                ANSWERED,
                "1.1 | Dit | 2026 | An",
                "#2 | Doe minder | Tekst 2. | accepted | Aanvaard. Goed idee.",
                "2.1 | Dat | 2027 | Jan",
                "4.1 | Zo",
            ],
            ["not_linked: 4.1 | Zo @2.2 recommendation"],
            id="a plan apart, joined by the numbers of its actions",
        ),
        pytest.param(
            [
                *asked(1),
                *asked(2, "Doe minder"),
                (
                    ("Aanbeveling", *TITLES),
                    ("Aanb. 1", "Dit", "2026", "An"),
                    ("Doe minder", "Dat", "2027", "Jan"),
                    ("9", "Zo", "2028", "Jan"),
                ),
            ],
            [
                ANSWERED,
                "1.1 | Dit | 2026 | An",
                "#2 | Doe minder | Tekst 2. | accepted | Aanvaard. Goed idee.",
                "2.1 | Dat | 2027 | Jan",
                "2.2 | Zo | 2028 | Jan",
            ],
            ["not_linked: 9 | Zo | 2028 | Jan @2.2 recommendation"],
            id="a plan apart, joined by a column",
        ),
        pytest.param(
            [*asked(1), *asked(2), (TITLES, ("Dit", "2026", "An"))],
            [
                ANSWERED,
                "#2 | Doe meer | Tekst 2. | accepted | Aanvaard. Goed idee.",
                "2.1 | Dit | 2026 | An",
            ],
            [
                "missing_field: AANBEVELING 1 : Doe meer @1",
                "not_linked: Dit | 2026 | An @2.1 recommendation",
            ],
            id="a plan apart that nothing joins",
        ),
        pytest.param(
            [
                *asked(1),
                (
                    ("Actie", "Termijn", "Wie", "Stvz"),
                    ("1.1 Dit\n1.2 Dat", "juni 2026\njuli 2026", "An", ""),
                    ("a) Zus\nb) Zo", "1.3: 2026", "", ""),
                ),
            ],
            [
                ANSWERED,
                "1.1 | Dit | juni 2026 | An",
                "1.2 | Dat⏎a) Zus⏎b) Zo | juli 2026⏎1.3: 2026 | An",
            ],
            [
                "shared: An @1.1 responsible",
                "shared: An @1.2 responsible",
                "not_placed: a) Zus b) Zo | 1.3: 2026",
            ],
            id="two actions in one cell",
        ),
        pytest.param(
            [*asked(1), (TITLES, ("a) Zus\nb) Zo\nc) Zaf", "", "An"))],
            [ANSWERED, "1.a | Zus |  | An", "1.b | Zo |  | An", "1.c | Zaf |  | An"],
            [f"shared: An @1.{n} responsible" for n in (1, 2, 3)],
            id="letters",
        ),
        pytest.param(
            [
                *asked(1),
                (
                    ("Wat er moet gebeuren", "Timming", "Verantwoordelijk", "Budget", "Hoe het loopt"),
                    ("Dit", "2026", "An", "500 euro", "Lopende"),
                    ("Dat", "2027", "Jan", "", "Afgerond"),
                ),
            ],
            [ANSWERED, "1.1 | Dit⏎Budget: 500 euro | 2026 | An | ongoing", "1.2 | Dat | 2027 | Jan | completed"],
            [
                "column_guessed: Wat er moet gebeuren",
                "column_guessed: Timming",
                "column_guessed: Verantwoordelijk",
                "own_column: Budget",
                "column_guessed: Hoe het loopt",
            ],
            id="titles that nobody knows",
        ),
        pytest.param(
            [
                *asked(1),
                (
                    ("Actie", "Termijn", "Wie", "Stvz 01/06/2026", "Stvz 01/12/2025"),
                    ("1.1 Dit", "2026", "An", "Afgerond", "Lopende"),
                ),
            ],
            [ANSWERED, "1.1 | Dit | 2026 | An | completed | Stvz 01/12/2025: Lopende"],
            ["column_guessed: Stvz 01/06/2026", "own_column: Stvz 01/12/2025"],
            id="the newest of two moments",
        ),
        pytest.param(
            [
                *asked(1),
                (("Actie 1.1", "Dit"), ("Termijn", "2026"), ("Wie", "An"), ("Budget", "500 euro")),
                (("Actie 1.2", "Dat"), ("Termijn", "2027"), ("Wie", "Jan")),
            ],
            [ANSWERED, "1.1 | Dit⏎Budget: 500 euro | 2026 | An", "1.2 | Dat | 2027 | Jan"],
            ["own_column: Budget"],
            id="a table for each action",
        ),
        pytest.param(
            [*asked(1), (("Actie", "Dit", "Dat"), ("Termijn", "2026", "2027"), ("Wie", "An", "Jan"))],
            [ANSWERED, "1.1 | Dit | 2026 | An", "1.2 | Dat | 2027 | Jan"],
            [],
            id="a table on its side",
        ),
        pytest.param(
            [
                *asked(1),
                "Actie 1: Dit doen (KT) – dienst HR",
                "Actiepunt 2 — Dat doen. Termijn: juni 2026. Verantwoordelijke: An",
                "Actie 3: Zo",
                "Timing: 2027",
                "Verantwoordelijke: Jan",
            ],
            [
                ANSWERED,
                "1 | Dit doen | KT | dienst HR",
                "2 | Dat doen. | juni 2026. | An",
                "3 | Zo | 2027 | Jan",
            ],
            ["column_guessed: dienst HR @1.1 responsible"],
            id="running text",
        ),
        pytest.param(
            [*asked(1), "Acties:", "List Bullet> Dit", "List Bullet> Dat – timing: 2027 – wie: An"],
            [ANSWERED, "1.1 | Dit", "1.2 | Dat | 2027 | An"],
            [],
            id="items of a list",
        ),
        pytest.param(
            [
                *asked(1),
                "Actions:",
                "Train staff",
                "Led by: Finance unit",
                "To be done by: 30/06/2026",
                "Stage: Completed",
                "Write a book",
                "Led by: Directie",
                "Stage: to come",
                "Price: 500 euro",
            ],
            [
                ANSWERED,
                "1.1 | Train staff | 30/06/2026 | Finance unit | completed",
                "1.2 | Write a book⏎Price: 500 euro |  | Directie |  | to come",
            ],
            [
                "column_guessed: Led by",
                "column_guessed: To be done by",
                "column_guessed: Stage",
                "status_not_known: to come @1.2 status",
                "own_column: Price",
            ],
            id="fields under labels that nobody knows",
        ),
        pytest.param(
            [
                (("Aanbeveling nr.", "3"), ("Aanbeveling", "Doe meer"), ("Reactie", "Aanvaard."), ("Actie 3.1", "Dit")),
                (("Aanbeveling nr.", "4"), ("Aanbeveling", "Doe niets"), ("Reactie", "Niet aanvaard.")),
            ],
            ["#3 | Doe meer |  | accepted | Aanvaard.", "3.1 | Dit", "#4 | Doe niets |  | rejected | Niet aanvaard."],
            [],
            id="a card for each recommendation",
        ),
        pytest.param(
            [
                (
                    (
                        "Wat vraagt de evaluatie?",
                        "Wat vinden wij?",
                        "Wat gaan we doen?",
                        "Tegen wanneer?",
                        "Wie trekt?",
                    ),
                    ("Geef meer opleiding aan vrijwilligers", "Aanvaard. Dat is nodig.", "Dit", "2026", "Dienst HR"),
                    ("Maak de website toegankelijk", "Niet aanvaard. Te duur.", "", "", ""),
                )
            ],
            [
                "#1 | Geef meer opleiding aan vrijwilligers |  | accepted | Aanvaard. Dat is nodig.",
                "1.1 | Dit | 2026 | Dienst HR",
                "#2 | Maak de website toegankelijk |  | rejected | Niet aanvaard. Te duur.",
            ],
            [
                "column_guessed: Wat vraagt de evaluatie?",
                "column_guessed: Wat vinden wij?",
                "column_guessed: Wie trekt?",
            ],
            id="questions as titles",
        ),
        pytest.param(
            [
                (
                    ("Aanbeveling nr.", "1", "<"),
                    ("Aanbeveling", "Geef meer opleiding", "<"),
                    ("Managementresponse", "Aanvaard.", "<"),
                    TITLES,
                    ("1.1 Dit", "2026", "An"),
                )
            ],
            ["#1 | Geef meer opleiding |  | accepted | Aanvaard.", "1.1 | Dit | 2026 | An"],
            [],
            id="a card with a table of actions in it",
        ),
        pytest.param(
            [
                *asked(1),
                (
                    ("Maatregel", "Planning", "Verant woordelij", "Stoplicht", "Bijzonderheden"),
                    ("Dit", "30/06/2026", "Dienst HR", "groen", "wacht op geld"),
                    ("Dat", "31/12/2026", "Directie", "rood", ""),
                ),
            ],
            [
                ANSWERED,
                "1.1 | Dit⏎Stoplicht: groen⏎Bijzonderheden: wacht op geld | 30/06/2026 | Dienst HR",
                "1.2 | Dat⏎Stoplicht: rood | 31/12/2026 | Directie",
            ],
            ["column_guessed: Verant woordelij", "own_column: Stoplicht", "own_column: Bijzonderheden"],
            id="two titles of five, and dates below one of them",
        ),
        pytest.param(
            [*asked(1), "1.1 Dit doen [juni 2026, dienst HR] – lopend", "1.2 Dat doen [2027, directie]"],
            [ANSWERED, "1.1 | Dit doen | juni 2026 | dienst HR | ongoing", "1.2 | Dat doen | 2027 | directie"],
            [
                "column_guessed: dienst HR @1.1 responsible",
                "column_guessed: lopend @1.1 status",
                "column_guessed: directie @1.2 responsible",
            ],
            id="when and who in brackets",
        ),
        pytest.param(
            [*asked(1), "1) Dit", "Timing: 2026", "2) Dat", "Timing: 2027", *asked(2), "1) Zo", "Timing: 2028"],
            [
                ANSWERED,
                "1.1 | Dit | 2026",
                "1.2 | Dat | 2027",
                "#2 | Doe meer | Tekst 2. | accepted | Aanvaard. Goed idee.",
                "2.1 | Zo | 2028",
            ],
            [],
            id="numbered text with fields below it",
        ),
        pytest.param(
            ["Aanbeveling 1a: Doe meer", "Aanvaard.", (TITLES, ("1a.1 Dit", "2026", "An"), ("1a.2 Dat", "2027", "An"))],
            ["#1a | Doe meer |  | accepted | Aanvaard.", "1a.1 | Dit | 2026 | An", "1a.2 | Dat | 2027 | An"],
            [],
            id="numbers with a letter",
        ),
    ],
)
def test_reader_reads_tables_and_actions_in_any_shape(
    blocks: Sequence[str | Rows], expected: list[str], doubts: list[str]
) -> None:
    result = read(*HEAD, *blocks)
    assert said(result.draft) == expected
    assert [one for one in doubted(result) if "date_not_read" not in one] == doubts


def test_reader_obeys_what_people_say_of_columns_and_status_words() -> None:
    table = (("Actie", "Budget", "Getrokken door", "Stvz"), ("1.1 Dit", "zie An", "Directie", "Dood"))
    document = saved(a_document(*HEAD, *asked(1), table))
    alone = read_document(document, name="respons.docx")
    assert [(one.title, one.fact, one.is_sure) for one in alone.columns] == [
        ("Actie", Fact.ACTION_TEXT, True),
        ("Budget", None, False),
        ("Getrokken door", Fact.RESPONSIBLE, False),
        ("Stvz", Fact.STATUS, True),
    ]
    assert [(one.words, one.status, one.is_sure) for one in alone.statuses] == [("Dood", None, False)]
    choices = Choices({"budget": Fact.COMMENT, "getrokken door": Fact.RESPONSIBLE}, {"dood": Status.DROPPED})
    told = read_document(document, name="respons.docx", choices=choices)
    assert said(told.draft)[1:] == ["1.1 | Dit |  | Directie | dropped | Dood⏎zie An"]
    assert doubted(told) == []
    assert all(one.is_sure for one in (*told.columns, *told.statuses))


STRANGE = ("Aanbeveling", "Reactie", *TITLES, "Status", "Nr", "Budget", "Aanvaard?", "Timming", "Iets vreemds", "")
BEFORE = ("", "", "1. ", "1.1 ", "1.2 ", "a) ", "Aanbeveling 1: ", "Aanvaard. ", "Lopende\n", "juni 2026 ", "^", "<")


@settings(max_examples=60)
@given(st.data())
def test_reader_loses_no_word_of_any_table(data: st.DataObject) -> None:
    count = itertools.count()
    width = data.draw(st.integers(2, 6))

    def cell(x: int, y: int) -> str:
        before = data.draw(st.sampled_from(BEFORE))
        if before in {"^", "<"}:
            return before if (y and before == "^") or (x and before == "<") else ""
        return before + f"woord{next(count)}\nwoord{next(count)}"[: data.draw(st.sampled_from([8, 99]))]

    rows = [[data.draw(st.sampled_from(STRANGE)) for _ in range(width)]]
    rows += [[cell(x, y) for x in range(width)] for y in range(data.draw(st.integers(1, 5)))]
    above = asked(1) if data.draw(st.booleans()) else ()
    try:
        document = a_document(*HEAD, *above, rows, "Actie 2: woorda (KT) – woordb", "Termijn: woordc", "woordd")
    except InvalidSpanError:  # Word has no cell that is no rectangle
        reject()
    try:
        result = read_saved(document)
    except UnreadableUpload:
        return
    titles = [one.title for one in result.columns]
    kept = [*map(str, said(result.draft)), *(one.found for one in result.doubts), *titles]
    words = set(re.findall(r"woord\w+", " ".join(words_on_paper(saved(document)))))
    assert words <= set(re.findall(r"woord\w+", " ".join(kept)))
