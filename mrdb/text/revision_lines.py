"""Every difference that a new version of a document makes, in words: for the screen, and line by line without one."""

from collections.abc import Iterator
from typing import NamedTuple

from mrdb.domain.codes import Difference as Changed
from mrdb.domain.codes import code_of
from mrdb.domain.facts import Fact, Kind
from mrdb.domain.followup import current_status, last_comment
from mrdb.domain.revision import ActionRevision, Revision
from mrdb.domain.wording import pieces
from mrdb.text import nl
from mrdb.text import revision as words
from mrdb.text.history import code_words, fact_words
from mrdb.text.labels import FACT, STATUS, status_label
from mrdb.text.periods import period_phrase
from mrdb.text.returned import EMPTY, milestone_words


class Difference(NamedTuple):
    """``("Actie 6.1", "Kalender", "eind 2026", "eind 2027")``; what ``is_whole`` is no text to compare by its words."""

    where: str
    what: str
    old: str
    new: str
    is_whole: bool = False


_LEFT_OUT = "…"


def revision_lines(revision: Revision) -> Iterator[str]:
    """``Actie 6.1 – Kalender: eind 2026 → eind 2027``; then the date that stays, and what is no longer mentioned."""
    for one in differences(revision):
        yield f"{one.where} – {one.what}: {' → '.join(_short(one.old, one.new))}"
    if revision.other_date is not None:
        yield words.date_stays(revision.response, revision.other_date)
    if absent := words.absent(revision):
        yield f"{words.ABSENT}: {absent}"


def differences(revision: Revision) -> Iterator[Difference]:
    """Whole texts, in the document's order; "" before what is new."""
    for part in revision.parts:
        yield from (_field(words.name_of(part.part), change) for change in part.changes)
    for one in revision.actions:
        yield from _of_action(one)
    coming = [action for _, action in revision.new_actions]
    for new in revision.new_parts:
        yield Difference(words.name_of(new), words.NEW_PART, "", new.title)
        coming += new.actions
    for action in coming:
        yield Difference(words.name_of(action), words.NEW_ACTION, "", words.new_action_words(action))


def _of_action(one: ActionRevision) -> Iterator[Difference]:
    action, name = one.action, words.name_of(one.action)
    for fact, text in (*one.correction.texts.items(), *one.news.texts.items()):
        yield Difference(name, FACT[fact], code_of(action, fact) or "", text)
    known = {milestone.id: milestone for milestone in action.milestones}
    for move in one.correction.moves:
        milestone = known[move.milestone_id]
        old, new = period_phrase(milestone.period), period_phrase(move.period)
        yield Difference(name, fact_words(Fact.PERIOD, nl.shortened(milestone.label)), old, new, is_whole=True)
    for added in one.news.added:
        yield Difference(name, words.NEW_MILESTONE, "", milestone_words(added))
    if one.news.status is not None:
        before, after = status_label(current_status(action)), STATUS[one.news.status]
        if before != after:
            yield Difference(name, words.STATUS_WORD, before, after, is_whole=True)
        if one.news.comment != last_comment(action):
            yield Difference(name, nl.COMMENT, last_comment(action), one.news.comment)


def _field(where: str, change: Changed) -> Difference:
    old, new = (code_words(change.fact, code) if code else "" for code in (change.old, change.new))
    return Difference(where, FACT[change.fact], old, new, is_whole=change.fact.kind != Kind.TEXT)


def _short(old: str, new: str) -> tuple[str, str]:
    """Both as they fit on a line; of two long texts only the words that differ."""
    shown = tuple(nl.shortened(text) or EMPTY for text in (old, new))
    if old and new and any(word.endswith(_LEFT_OUT) for word in shown):
        found = pieces(old, new)
        apart = [f" {_LEFT_OUT} ".join(one.text for one in found if one.kind == kind) for kind in ("old", "new")]
        if any(apart):
            shown = tuple(nl.shortened(text) or _LEFT_OUT for text in apart)
    return shown[0], shown[1]
