"""The example of ``mrdb demo``: what people did is done again, on their days, by the functions behind the screens."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from itertools import count
from typing import Any

from mrdb.config import DEMO
from mrdb.domain.days import BRUSSELS
from mrdb.domain.decisions import decisions
from mrdb.domain.discussed import Outcome
from mrdb.domain.draft import Draft, DraftAction, DraftRecommendation
from mrdb.domain.edit import Edit, Move
from mrdb.domain.meeting import Arrangement, agenda
from mrdb.domain.period import Period
from mrdb.domain.response import Action, Agreement, Realisation, Recommendation
from mrdb.domain.status import Acceptance, Status
from mrdb.domain.year import TELLING, year_figures
from mrdb.reading.phrases import READERS
from mrdb.store.database import Engine, Session, transaction
from mrdb.store.importing import store_document
from mrdb.store.moments import arrange_agenda, close_moment, fix_minutes, open_moment
from mrdb.store.queries import actions, changes, management_responses, recommendations
from mrdb.store.rounds import round_at
from mrdb.store.writing import answer_realised, confirm_unchanged, prepare, save_edit
from mrdb.store.years import publish_year
from mrdb.text.decision_list import decision_list
from mrdb.text.year import paragraph

Told = Mapping[str, Any]
"""A table of the script; what it may hold stands at the top of that file."""


def play(engine: Engine) -> None:
    """Fills a database in which no management response stands; in one that has some, people are trying things."""
    script = tomllib.loads(DEMO.read_text("utf-8"))
    with transaction(engine) as session:
        if management_responses(session):
            return
        for told in script["document"]:
            store_document(session, _draft(told), author=told["by"], at=next(_times(told["date"])))
        letters = {
            told["letter"]: response.id
            for told, response in zip(script["document"], management_responses(session), strict=True)
        }
        *held, going_on = script["moment"]
        for told in held:
            _Meeting(session, letters, told).close()
        _Meeting(session, letters, going_on)


def _draft(told: Told) -> Draft:
    parts = tuple(_part(number, part, told["date"]) for number, part in enumerate(told["recommendation"], 1))
    texts = {name: told[name].strip() for name in ("subject", "document_number", "sender", "recipient", "context")}
    digest = sha256(told["subject"].encode()).hexdigest()
    return Draft(date=told["date"], recommendations=parts, source_digest=digest, **texts)


def _part(number: int, told: Told, day: date) -> DraftRecommendation:
    return DraftRecommendation(
        number=str(number),
        title=told["title"],
        text=told["text"].strip(),
        answer=told["answer"].strip(),
        acceptance=Acceptance(told["acceptance"]),
        acceptance_reason=told.get("acceptance_reason", ""),
        actions=tuple(
            _action(f"{number}.{place}", action, day) for place, action in enumerate(told.get("action", ()), 1)
        ),
    )


def _action(number: str, told: Told, day: date) -> DraftAction:
    return DraftAction(
        number=str(number),
        text=told["text"],
        calendar=told["calendar"],
        responsible=told["responsible"],
        responsibles=READERS.responsibles(told["responsible"]),
        milestones=READERS.calendar(told["calendar"], day),
        status=Status(told["status"]) if "status" in told else None,
        comment=told.get("comment", ""),
    )


class _Meeting:
    """One follow-up moment, from its opening to all that was said in it."""

    def __init__(self, session: Session, letters: Mapping[str, int], told: Told) -> None:
        self.session, self.told = session, told
        self.times = _times(told["day"])
        self.letters = {letter: letters[letter] for letter in told["documents"]}
        for said in told.get("prepared", ()):
            self.prepare(said)
        self.id = open_moment(
            session,
            day=told["day"],
            title=told["title"],
            attendees=told["attendees"],
            absent=told.get("absent", ()),
            leaving_early=told.get("leaving", ()),
            next_date=told["next"],
            response_ids=self.letters.values(),
            author=told["by"],
            at=next(_times(told["opened"])),
        )
        skipped = told.get("skipped", {}).items()
        arrange_agenda(session, self.id, {self.action(name).id: Arrangement(None, True, why) for name, why in skipped})
        for said in told.get("said", ()):
            self.say(said)
        unchanged = [self.action(name) for name in told.get("confirmed", ())]
        versions = {action.id: action.version for action in unchanged}
        confirm_unchanged(session, versions=versions, **self.by(told))
        for answer in told.get("realised", ()):
            realisation = Realisation(answer["is_realised"], answer["proof"])
            part = self.recommendation(answer["recommendation"])
            answer_realised(
                session, recommendation_id=part.id, before=part.realisation, answer=realisation, **self.by(answer)
            )

    def by(self, told: Told) -> dict[str, Any]:
        at = next(_times(told["on"])) if "on" in told else next(self.times)
        return {"moment_id": self.id, "author": told.get("by", self.told["by"]), "at": at}

    def prepare(self, said: Told) -> None:
        action, at = self.action(said["action"]), next(_times(said["on"]))
        report = {"status": Status(said["status"]), "comment": said["comment"]}
        prepare(self.session, action_id=action.id, version=action.version, **report, author=said["by"], at=at)

    def say(self, said: Told) -> None:
        action = self.action(said["action"])
        ids = {milestone.label: milestone.id for milestone in action.milestones}
        edit = Edit(
            status=Status(said["status"]),
            comment=said["comment"],
            internal=said.get("internal"),
            reached={ids[label]: day for label, day in said.get("reached", {}).items()},
            moves=tuple(
                Move(ids[move["label"]], Period.due_on(move["to"]), move["reason"]) for move in said.get("moves", ())
            ),
            agreement=Agreement(**said["agreement"]) if "agreement" in said else None,
        )
        save_edit(self.session, action_id=action.id, version=action.version, edit=edit, **self.by(said))

    def action(self, name: str) -> Action:
        return next(
            one
            for one in actions(self.session)
            if (one.recommendation.response.id, one.number) == (self.letters[name[0]], name[1:])
        )

    def recommendation(self, name: str) -> Recommendation:
        return next(
            one
            for one in recommendations(self.session)
            if (one.response.id, one.number) == (self.letters[name[0]], name[1:])
        )

    def close(self) -> None:
        """As the screens do: what was left was not discussed, and the list is fixed in the words proposed."""
        left = agenda(round_at(self.session, self.id), self.told["day"])
        not_discussed = [item.action.id for item in left if item.outcome == Outcome.OPEN]
        close_moment(self.session, self.id, self.told["by"], next(self.times), not_discussed=not_discussed)
        minutes = self.told["minutes"]
        text = decision_list(decisions(round_at(self.session, self.id)))
        fix_minutes(self.session, text=text, **self.by(minutes))
        if "published" in self.told:
            self.publish(self.told["published"])

    def publish(self, told: Told) -> None:
        """The year before that day, with its paragraph."""
        known, lines = actions(self.session), changes(self.session, facts=TELLING)
        last, before = (year_figures(known, lines, told["on"].year - n, told["on"]) for n in (1, 2))
        text = paragraph(last, before)
        publish_year(self.session, last, text, edition=1, author=told["by"], at=next(_times(told["on"])))


def _times(day: date) -> Iterator[datetime]:
    """A gesture every three minutes, from half past nine."""
    return (datetime.combine(day, time(9, 30), BRUSSELS) + n * timedelta(minutes=3) for n in count())
