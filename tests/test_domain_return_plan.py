"""What came back filled in, beside what is known now: changes, clashes and mistakes."""

from dataclasses import replace
from datetime import date

import pytest
from builders import AT, DECEMBER_2026, a_milestone, a_report, an_action

from mrdb.domain.additions import Readers
from mrdb.domain.edit import Edit
from mrdb.domain.errors import Lack
from mrdb.domain.facts import Fact
from mrdb.domain.response import Action, Prepared
from mrdb.domain.return_plan import Choices, plan_returned, to_choose, unfinished, work
from mrdb.domain.returned import Place, PlannedEdit, Returned, ReturnedCell, ReturnPlan, RowKind, Value, Why
from mrdb.domain.status import Status
from mrdb.text.returned import gives_way

MARCH = date(2027, 3, 31)


def a_cell(
    action: Action, field: Fact, exported: Value, filled: Value, *, milestone: int | None = None, file: str = "a.xlsx"
) -> ReturnedCell:
    return ReturnedCell(action.id, milestone, field, exported, filled, Place(file, "Overzicht", "H2"))


def planned(action: Action, *cells: ReturnedCell) -> ReturnPlan:
    readers = Readers(lambda phrase: (phrase,), lambda _, __: ())
    return plan_returned([Returned(list(cells), {action.id})], [action], [], readers, MARCH)


def edits(plan: ReturnPlan, choices: Choices) -> tuple[PlannedEdit, ...]:
    return work(plan, choices).edits


def kind(plan: ReturnPlan) -> RowKind:
    (row,) = plan.rows
    return row.kind


def whys(plan: ReturnPlan) -> list[Why]:
    return [problem.why for row in plan.rows for problem in row.problems]


def test_filled_cell_that_nobody_touched_says_nothing_even_where_the_action_changed_since() -> None:
    action = an_action("7.1", reports=[a_report(Status.COMPLETED, "Klaar.")])
    plan = planned(action, a_cell(action, Fact.STATUS, Status.ONGOING, Status.ONGOING))
    assert (kind(plan), edits(plan, {})) == (RowKind.UNCHANGED, ())


def test_filled_comment_keeps_the_status_that_stands() -> None:
    action = an_action("7.1", reports=[a_report(Status.ONGOING, "Oud.")])
    plan = planned(action, a_cell(action, Fact.COMMENT, "Oud.", "Nieuw."))
    assert kind(plan) == RowKind.CHANGED
    (one,) = edits(plan, {})
    assert (one.edit.status, one.edit.comment, one.edit.texts) == (Status.ONGOING, "Nieuw.", {})


def test_filled_value_clashes_with_what_changed_since_and_waits_for_a_choice() -> None:
    action = an_action("7.1", reports=[a_report(Status.ONGOING, "Van Bert.")])
    plan = planned(action, a_cell(action, Fact.COMMENT, "Oud.", "Van An."))
    assert kind(plan) == RowKind.CONFLICT
    assert edits(plan, {}) == ()
    (chosen,) = edits(plan, {(action.id, None, Fact.COMMENT): "Van An."})
    assert chosen.edit is not None
    assert chosen.edit.comment == "Van An."


def test_two_files_that_say_different_things_clash_and_two_that_agree_do_not() -> None:
    action = an_action("7.1", reports=[a_report(Status.ONGOING, "Oud.")])
    first = a_cell(action, Fact.COMMENT, "Oud.", "Van An.")
    other = a_cell(action, Fact.COMMENT, "Oud.", "Van Bert.", file="b.xlsx")
    assert [option.place.file for option in planned(action, first, other).rows[0].cells[0].options] == [
        "a.xlsx",
        "b.xlsx",
    ]
    assert kind(planned(action, first, other)) == RowKind.CONFLICT
    assert kind(planned(action, first, a_cell(action, Fact.COMMENT, "Oud.", "Van An.", file="b.xlsx"))) == (
        RowKind.CHANGED
    )


def test_filled_value_that_stands_already_changes_nothing() -> None:
    action = an_action("7.1", reports=[a_report(Status.ONGOING, "Van An.")])
    assert kind(planned(action, a_cell(action, Fact.COMMENT, "Oud.", "Van An."))) == RowKind.UNCHANGED


def test_filled_rules_are_those_of_the_form() -> None:
    milestone = a_milestone(DECEMBER_2026)
    action = an_action("7.1", milestone)
    assert whys(planned(action, a_cell(action, Fact.STATUS, None, Status.COMPLETED))) == [Lack.COMMENT_WHEN_COMPLETED]
    assert whys(planned(action, a_cell(action, Fact.COMMENT, None, "Zonder status."))) == [Lack.STATUS]
    moved = a_cell(action, Fact.PERIOD, DECEMBER_2026.due, MARCH, milestone=milestone.id)
    assert whys(planned(action, moved)) == [Lack.REASON_FOR_MOVE]
    reason = a_cell(action, Fact.MOVE_REASON, None, "ziekte", milestone=milestone.id)
    (one,) = edits(planned(action, moved, reason), {})
    assert [(move.period.due, move.reason) for move in one.edit.moves if move.period] == [(MARCH, "ziekte")]


def test_filled_status_cannot_be_taken_away() -> None:
    action = an_action("7.1", reports=[a_report(Status.ONGOING, "Oud.")])
    plan = planned(action, a_cell(action, Fact.STATUS, Status.ONGOING, None))
    assert whys(plan) == [Why.STATUS_TAKEN_AWAY]
    assert edits(plan, {}) == ()


def test_filled_responsible_is_an_edit_of_its_own() -> None:
    action = an_action("7.1")
    (one,) = edits(planned(action, a_cell(action, Fact.RESPONSIBLE, "Directeur M&O", "Els en Jan")), {})
    assert one.edit == Edit(texts={Fact.RESPONSIBLE: "Els en Jan"})


def test_choice_that_wants_something_with_it_is_told_and_not_written_half() -> None:
    action = an_action("7.1", reports=[a_report(Status.ONGOING)])
    done = a_cell(action, Fact.STATUS, Status.NOT_STARTED, Status.COMPLETED)
    plan = planned(action, done)
    assert unfinished(plan, {}) == ()
    (problem,) = unfinished(plan, {(action.id, None, Fact.STATUS): Status.COMPLETED})
    assert (problem.why, problem.found) == (Lack.COMMENT_WHEN_COMPLETED, Status.COMPLETED)


def test_reason_follows_the_date_that_is_chosen() -> None:
    milestone = a_milestone(DECEMBER_2026, "Ontwerp")
    action = an_action("7.1", milestone)

    def cell(field: Fact, value: Value, file: str) -> ReturnedCell:
        exported = DECEMBER_2026.due if field == Fact.PERIOD else None
        return a_cell(action, field, exported, value, milestone=milestone.id, file=file)

    plan = planned(
        action,
        cell(Fact.PERIOD, MARCH, "a.xlsx"),
        cell(Fact.MOVE_REASON, "de directeur start later", "a.xlsx"),
        cell(Fact.PERIOD, date(2027, 6, 30), "b.xlsx"),
        cell(Fact.MOVE_REASON, "geen geld", "b.xlsx"),
    )
    assert [asked.fact for _, asked in to_choose(plan)] == [Fact.PERIOD]
    assert work(plan, {}).is_empty
    (edit,) = edits(plan, {(action.id, milestone.id, Fact.PERIOD): date(2027, 6, 30)})
    assert edit.edit is not None
    assert [(move.period and move.period.due, move.reason) for move in edit.edit.moves] == [
        (date(2027, 6, 30), "geen geld")
    ]
    assert edit.files == ("b.xlsx",)


def test_emptied_comment_says_nothing() -> None:
    action = an_action("7.1", reports=[a_report(Status.ONGOING, "Oud.")])
    assert kind(planned(action, a_cell(action, Fact.COMMENT, "Oud.", None))) == RowKind.UNCHANGED


def test_reason_without_a_date_asks_for_the_date_where_it_stands() -> None:
    milestone = a_milestone(DECEMBER_2026)
    action = an_action("7.1", milestone)
    reason = a_cell(action, Fact.MOVE_REASON, None, "geen geld", milestone=milestone.id)
    assert whys(planned(action, reason)) == [Lack.DATE_FOR_MOVE]


@pytest.mark.parametrize(
    ("fact", "filled", "said"),
    [
        (Fact.STATUS, Status.NOT_STARTED, "Voorbereid door Els, 23 nov 2026: Lopende – Hervat. Wat je verwerkt, komt"),
        (Fact.ACTION_TEXT, "Anders", ""),
    ],
)
def test_what_was_prepared_is_told_where_the_file_takes_its_place(fact: Fact, filled: Value, said: str) -> None:
    action = an_action()
    waits = replace(action, prepared=Prepared(Status.ONGOING, "Hervat.", "Els", AT))
    cell = a_cell(action, fact, None, filled)
    told, nothing = (gives_way(planned(one, cell).rows[0]) for one in (waits, action))
    assert told.startswith(said)
    assert bool(told) == bool(said)
    assert not nothing
