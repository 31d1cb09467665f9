"""What a round decided, folded out of its journal lines."""

from dataclasses import replace
from datetime import date

from builders import AT, CLOSED, DECEMBER_2026, TODAY, a_line, a_milestone, a_report, an_action, due_on

from mrdb.domain.codes import Difference
from mrdb.domain.decisions import Decision, decisions
from mrdb.domain.discussed import Outcome
from mrdb.domain.facts import Fact
from mrdb.domain.meeting import Round
from mrdb.domain.response import Action, Agreement, Change, Moment, Realisation
from mrdb.domain.status import Status

BEFORE = Moment(8, date(2026, 5, 4), "", "", AT, "An")
MARCH = due_on(date(2027, 3, 31))
APRIL = due_on(date(2027, 4, 30))


def a_round(*actions: Action, moment: Moment = CLOSED, lines: tuple[Change, ...] = ()) -> Round:
    return Round(moment, actions, lines, (BEFORE,))


def settled(action: Action, *lines: Change) -> list[tuple[Fact, str | None, str | None]]:
    """What the round came to for its one action."""
    return [(one.fact, one.old, one.new) for one in differences(action, *lines)]


def differences(action: Action, *lines: Change) -> list[Difference]:
    return [one for found in decisions(a_round(action, lines=lines)) for one in found.settled]


def grouped(found: tuple[Decision, ...]) -> list[tuple[Outcome, list[str]]]:
    return [(decision.outcome, [action.number for action in decision.actions]) for decision in found]


def test_decisions_fold_the_first_old_value_and_the_last_new_one() -> None:
    action = an_action("7.1", a_milestone(APRIL, "Ontwerp"))
    lines = [
        a_line(action, Fact.PERIOD, DECEMBER_2026.code(), MARCH.code(), milestone="Ontwerp", reason="eerst"),
        a_line(action, Fact.PERIOD, MARCH.code(), APRIL.code(), milestone="Ontwerp", reason="daarna"),
    ]
    (moved,) = differences(action, *reversed(lines))
    assert moved == Difference(Fact.PERIOD, DECEMBER_2026.code(), APRIL.code(), action.milestones[0], "daarna")


def test_decisions_forget_a_value_that_ended_where_it_began() -> None:
    action = an_action("7.1")
    lines = (
        a_line(action, Fact.RESPONSIBLE, "An", "Els"),
        a_line(action, Fact.RESPONSIBLE, "Els", "An"),
    )
    found = decisions(a_round(action, lines=lines))
    assert grouped(found) == [(Outcome.CONFIRMED, ["7.1"])]


def test_decisions_keep_the_reason_of_the_date_that_stayed() -> None:
    action = an_action("7.1", a_milestone(MARCH))
    lines = (
        a_line(action, Fact.PERIOD, DECEMBER_2026.code(), MARCH.code(), reason="eerst"),
        a_line(action, Fact.PERIOD, MARCH.code(), APRIL.code(), reason="vergissing"),
        a_line(action, Fact.PERIOD, APRIL.code(), MARCH.code()),
    )
    (moved,) = differences(action, *lines)
    assert (moved.old, moved.new, moved.reason) == (DECEMBER_2026.code(), MARCH.code(), "eerst")


def test_decisions_tell_milestones_with_the_same_label_apart() -> None:
    action = an_action("4.1", a_milestone(MARCH, reached_on=TODAY), a_milestone(APRIL, reached_on=TODAY))
    lines = [
        a_line(action, Fact.REACHED, None, TODAY.isoformat(), milestone="", milestone_id=one.id)
        for one in action.milestones
    ]
    assert [one.milestone for one in differences(action, *lines)] == list(action.milestones)


def test_decisions_put_the_comment_after_the_status_it_explains() -> None:
    action = an_action("4.2", a_milestone(MARCH), reports=[a_report(Status.DROPPED, "Geen budget.", CLOSED)])
    lines = (
        a_line(action, Fact.PERIOD, None, MARCH.code(), reason="x"),
        a_line(action, Fact.STATUS, "ongoing", "dropped"),
        a_line(action, Fact.COMMENT, None, "Geen budget."),
    )
    assert settled(action, *lines)[:2] == [
        (Fact.STATUS, "ongoing", "dropped"),
        (Fact.COMMENT, None, "Geen budget."),
    ]


def test_decisions_say_what_stays_where_only_the_comment_is_new() -> None:
    action = an_action("4.2", reports=[a_report(Status.ONGOING, "Nieuws.", CLOSED)])
    lines = (
        a_line(action, Fact.STATUS, "ongoing", "ongoing"),
        a_line(action, Fact.COMMENT, None, "Nieuws."),
    )
    assert settled(action, *lines) == [(Fact.STATUS, "ongoing", "ongoing"), (Fact.COMMENT, None, "Nieuws.")]


def test_decisions_take_a_report_said_again_word_for_word_as_confirmed() -> None:
    reports = [a_report(Status.ONGOING, "Loopt.", moment) for moment in (BEFORE, CLOSED)]
    action = an_action("4.2", reports=reports)
    lines = (
        a_line(action, Fact.STATUS, "ongoing", "ongoing"),
        a_line(action, Fact.COMMENT, None, "Loopt."),
    )
    assert grouped(decisions(a_round(action, lines=lines))) == [(Outcome.CONFIRMED, ["4.2"])]


def test_decisions_count_who_answers_for_it() -> None:
    action = an_action("5.3")
    lines = (
        a_line(action, Fact.RESPONSIBLE, "An", "Els en Jan"),
        a_line(action, Fact.RESPONSIBLES, "An", "Els\nJan"),
    )
    assert settled(action, *lines) == [(Fact.RESPONSIBLE, "An", "Els en Jan"), (Fact.RESPONSIBLES, "An", "Els\nJan")]


def test_decisions_leave_out_what_was_taken_back() -> None:
    action = an_action("4.2")
    started, earlier = (
        a_line(action, Fact.STATUS, None, "ongoing"),
        a_line(action, Fact.RESPONSIBLE, "An", "Els"),
    )
    undone = replace(a_line(action, Fact.STATUS, "ongoing", None), undoes=started.id)
    assert settled(action, started, earlier, undone) == [(Fact.RESPONSIBLE, "An", "Els")]


def test_decisions_stand_by_number_and_the_others_together_after_them() -> None:
    actions = [an_action(number) for number in ("1.1", "2.1", "3.1", "4.1", "5.1")]
    lines = (
        *(a_line(action, Fact.STATUS, None, "ongoing") for action in (actions[3], actions[1])),
        a_line(actions[0], Fact.CONFIRMED, None, None),
        *(a_line(action, Fact.NOT_DISCUSSED, None, None) for action in (actions[4], actions[2])),
    )
    assert grouped(decisions(a_round(*actions, lines=lines))) == [
        (Outcome.CHANGED, ["2.1"]),
        (Outcome.CHANGED, ["4.1"]),
        (Outcome.CONFIRMED, ["1.1"]),
        (Outcome.NOT_DISCUSSED, ["3.1", "5.1"]),
    ]


def test_decisions_of_an_open_moment_name_what_still_comes() -> None:
    over = an_action("1.1", reports=[a_report(Status.COMPLETED, "Klaar.", BEFORE)])
    still = replace(CLOSED, closed_at=None, closed_by=None)
    assert grouped(decisions(a_round(over, an_action("2.1"), moment=still))) == [(Outcome.OPEN, ["2.1"])]
    assert decisions(a_round(over, an_action("2.1"))) == ()


def test_decisions_name_every_agreement_and_the_last_answer_on_a_recommendation() -> None:
    action = an_action("7.1")
    first, second = Agreement("bezorgt de nota", "Els", TODAY), Agreement("belt de federatie", "", None)
    no, yes = Realisation(False, "De nota ontbreekt."), Realisation(True, "De nota is er.")
    lines = (
        a_line(action, Fact.AGREEMENT, None, first.code()),
        a_line(action, Fact.AGREEMENT, None, second.code()),
        *(
            replace(
                a_line(action, Fact.REALISED, None, answer.code()),
                action_id=None,
                recommendation_id=action.recommendation.id,
            )
            for answer in (no, yes)
        ),
    )
    agreed, realised = decisions(a_round(action, lines=lines))
    assert [one.new for one in agreed.settled] == [first.code(), second.code()]
    assert realised.recommendation == action.recommendation
    assert [one.new for one in realised.settled] == [yes.code()]


def test_decisions_keep_internal_remarks_out() -> None:
    action = an_action("7.1", reports=[a_report(Status.ONGOING, "Loopt.", CLOSED)])
    lines = (
        a_line(action, Fact.STATUS, None, "ongoing"),
        a_line(action, Fact.INTERNAL, None, "Niet voor buiten."),
    )
    assert settled(action, *lines) == [(Fact.STATUS, None, "ongoing")]
