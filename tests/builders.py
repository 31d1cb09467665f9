"""Actions as they would come from the database, built by hand: of any shape, or of the real document's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import count

from mrdb.domain.facts import Fact
from mrdb.domain.period import Period, PeriodKind, Precision
from mrdb.domain.response import (
    Action,
    Change,
    ManagementResponse,
    Milestone,
    Moment,
    Recommendation,
    StatusReport,
)
from mrdb.domain.status import Acceptance, Status

TODAY = date(2026, 11, 23)
DOCUMENT_DATE = date(2025, 10, 13)
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CLOSED = Moment(9, TODAY, "", (), AT, "An")
_ids = count(1)

RESPONSE = ManagementResponse(
    id=1,
    subject="Management response m.b.t. evaluatierapport rond klimaat en migratie binnen het België-programma",
    document_number="/",
    date=DOCUMENT_DATE,
    sender="Serge Beel – Directeur M&O",
    recipient="Directieteam",
    context="De mid-term evaluatie beoordeelt de effectiviteit van de geïntegreerde aanpak.",
)
TITLES = (
    "Versterk de langetermijn-relatie met administraties",
    "Overweeg meer thematische focus en borg de expertise",
    "Versterk een ‘evidence-based’ benadering voor conservatieve partijen",
    "Blijf vasthouden aan ‘radicale’ klimaatrechtvaardigheid, maar pas de presentatie van argumenten aan.",
    "Versterk de (publieke) rol van de beweging",
    "Blijf investeren in kwantitatief en kwalitatief onderzoek rond migratie en klimaat",
    "Bevorder gezamenlijke analyses en dossiervorming tussen diensten",
    "Vereenvoudig de monitoring en werk narratieve thematische beschrijvingen uit.",
)
DOCUMENT_MOMENT = Moment(
    1, DOCUMENT_DATE, "Managementrespons", "", datetime.combine(DOCUMENT_DATE, time(), UTC), "mrdb"
)


def a_recommendation(number: int, response: ManagementResponse = RESPONSE) -> Recommendation:
    return Recommendation(
        id=response.id * 100 + number,
        response=response,
        number=str(number),
        title=TITLES[number - 1],
        text="",
        answer="Akkoord met deze aanbeveling.",
        acceptance=Acceptance.ACCEPTED,
        acceptance_reason="",
    )


def a_report(status: Status, comment: str = "", moment: Moment = DOCUMENT_MOMENT) -> StatusReport:
    return StatusReport(moment, status, comment, "Serge Beel", datetime.combine(moment.date, time(), UTC))


def an_action(
    number: str = "7.1",
    *milestones: Milestone,
    text: str = "Realisatie van de MEAL hervorming",
    calendar: str = "",
    responsible: str = "Directeur M&O",
    reports: Sequence[StatusReport] = (),
    response: ManagementResponse = RESPONSE,
    discussed: Sequence[Moment] = (),
) -> Action:
    """``discussed`` are the moments at which it was, beside those that it has a report of."""
    held = {moment.id: moment for moment in (*(report.moment for report in reports), *discussed)}
    return Action(
        id=next(_ids),
        version=1,
        recommendation=a_recommendation(int(number.split(".")[0]), response),
        number=str(number),
        text=text,
        calendar=calendar,
        responsible=responsible,
        responsibles=(responsible,),
        milestones=milestones,
        reports=tuple(reports),
        discussed=tuple(sorted(held.values(), key=lambda moment: (moment.date, moment.id))),
    )


def a_line(
    action: Action,
    field: Fact,
    old: str | None,
    new: str | None,
    *,
    milestone: str | None = None,
    milestone_id: int | None = None,
    reason: str = "",
    moment: Moment = CLOSED,
    author: str = "An",
    at: datetime = AT,
) -> Change:
    """``milestone`` is the label of the one that it is about: the first of the action that bears it, without an id."""
    named = (one.id for one in action.milestones if one.label == milestone)
    about = next(named, None) if milestone_id is None else milestone_id
    response_id = action.recommendation.response.id
    line = Change(next(_ids), at, author, action.id, moment, field, milestone, old, new, reason)
    return replace(line, milestone_id=about, response_id=response_id)


def a_milestone(
    period: Period | None,
    label: str = "",
    *,
    first_period: Period | None = None,
    reached_on: date | None = None,
) -> Milestone:
    return Milestone(next(_ids), label, period, first_period, reached_on)


def due(first: date, last: date, precision: Precision = Precision.MONTH, *, inferred: bool = False) -> Period:
    return Period(PeriodKind.DEADLINE, first, last, precision, inferred)


def due_on(day: date) -> Period:
    return due(day, day, Precision.DAY)


def due_in_month(year: int, month: int) -> Period:
    last = {2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    return due(date(year, month, 1), date(year, month, last))


def starting(day: date) -> Period:
    return Period(PeriodKind.START, day, day, Precision.DAY)


CONTINUOUS = Period(PeriodKind.CONTINUOUS, None, None, None)
AUTUMN_2025 = due(date(2025, 9, 1), date(2025, 12, 31), Precision.SEASON)
DECEMBER_2026 = due_in_month(2026, 12)


def document_actions() -> tuple[Action, ...]:
    """The fifteen actions of the real document with its dates, its reports and the opening words of its texts."""
    ongoing = [a_report(Status.ONGOING)]
    inferred_autumn = due(date(2025, 9, 1), date(2025, 12, 31), Precision.SEASON, inferred=True)
    year_2026 = due(date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR)
    return (
        an_action("1.1", a_milestone(CONTINUOUS), a_milestone(AUTUMN_2025, "Agenderen beleidsdienstoverleg")),
        an_action("2.1", a_milestone(CONTINUOUS)),
        an_action("3.1", a_milestone(AUTUMN_2025, "specifieke bespreking beleidsdienstoverleg")),
        an_action("3.2", a_milestone(CONTINUOUS), a_milestone(None, "Overleg met ngo-federatie"), reports=ongoing),
        an_action("4.1", a_milestone(inferred_autumn), a_milestone(year_2026), reports=ongoing),
        an_action("4.2", a_milestone(AUTUMN_2025, "start awarenesscampagne"), reports=ongoing),
        an_action("5.1", a_milestone(due(date(2024, 9, 1), date(2025, 12, 31), Precision.SEASON))),
        an_action("5.2", a_milestone(CONTINUOUS), reports=ongoing),
        an_action("5.3", a_milestone(due(date(2025, 1, 1), date(2026, 12, 31), Precision.YEAR)), reports=ongoing),
        an_action("6.1", a_milestone(CONTINUOUS)),
        an_action("7.1", *_design_and_start()),
        an_action("7.2", *_design_and_start()),
        an_action("7.3", a_milestone(None, "opnemen in vormingsbeleid")),
        an_action("8.1", *_design_and_start()),
        an_action("8.2", a_milestone(DECEMBER_2026, "klaar voor uitvoering")),
    )


def _design_and_start() -> tuple[Milestone, Milestone]:
    return (
        a_milestone(DECEMBER_2026, "Ontwerp en voorbereiding"),
        a_milestone(starting(date(2027, 1, 1)), "In uitvoering"),
    )
