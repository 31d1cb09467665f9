"""The proof that every word of the real document is used exactly once: counted here anew, apart from the reader."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrdb.domain.draft import Draft, DraftRecommendation
from mrdb.domain.errors import MrdbError
from mrdb.reading.document import Reading, read_text
from mrdb.reading.ocr.corrections import read_corrections
from mrdb.text.lexicon import states_nothing

SEED = Path(__file__).resolve().parent.parent / "seed"
SOURCE = SEED / "managementrespons-klimaat-migratie-2025.txt"
CORRECTIONS = SEED / "managementrespons-klimaat-migratie-2025.corrections.toml"
TEXT = SOURCE.read_text(encoding="utf-8")

HEADINGS = "ONDERWERP: DOC. NR: DATUM VAN: AAN: SITUERING" + 9 * " MANAGEMENT RESPONSE" + 8 * " AANBEVELING :"
COLUMN_TITLES = 7 * "Actie " + 8 * "Kalender Verantwoordelijke(n) Opvolging Stvz Commentaar "
PLACEHOLDERS = 10 * "(stvz op opvolgingsmoment, wordt overschreven bij volgend opvolgingsmoment) "
LIST_MARKS = 19 * "e " + 3 * "- " + 2 * "o "
FURNITURE = f"{HEADINGS} {COLUMN_TITLES} {PLACEHOLDERS} {LIST_MARKS}".split()
STATUS_WORDS = {"ongoing": "Lopende"}


@cache
def seed_reading() -> Reading:
    return read_text(SOURCE.read_bytes(), read_corrections(CORRECTIONS))


def words_of_fields(draft: Draft, settled_statuses: Iterable[str] = ()) -> Iterator[str]:
    """Every word that a person can read in the draft; list marks are furniture, as in the source."""
    yield from [draft.date.strftime("%d/%m/%Y")]
    texts = [draft.subject, draft.document_number, draft.sender, draft.recipient, draft.context]
    for recommendation in draft.recommendations:
        texts += [str(recommendation.number), recommendation.title, recommendation.text, recommendation.answer]
        for action in recommendation.actions:
            texts += [action.number, action.text, action.calendar, action.responsible, action.comment]
            if action.status and action.number not in settled_statuses:
                texts.append(STATUS_WORDS[action.status.value])
    for text in texts:
        yield from re.sub(r"^[•◦] ", "", text, flags=re.MULTILINE).split()


def words_to_expect(source: str) -> Counter[str]:
    """The words of the source, without furniture and noise, with the repairs of the reviewed file."""
    corrections = tomllib.loads(CORRECTIONS.read_text(encoding="utf-8"))
    words = Counter(re.sub(r"^(\s*\d\.\d)\. ", r"\1 ", source, flags=re.MULTILINE).split())
    words.subtract(FURNITURE)
    for entry in corrections["noise"]:
        words.subtract(entry["found"].split())
    for entry in corrections["repair"]:
        words.subtract(entry["found"].split())
        words.update(entry["read"].split())
    for entry in corrections["join"]:
        words.subtract(word for _, found in entry["parts"] for word in found.split())
        words.update(entry["read"].split())
    return words


def differences(draft: Draft, source: str = TEXT) -> dict[str, int]:
    """Words that are lost (above zero) or that stand in the draft too often (below zero)."""
    expected = words_to_expect(source)
    expected.subtract(words_of_fields(draft, settled_statuses=("4.1", "4.2")))
    return {word: count for word, count in expected.items() if count}


def test_seed_is_the_document_unchanged() -> None:
    digest = "769b4afedf5581910df0b8c22ccb45095c2287ecd9a51d0ac4ee2ad635c1de78"
    assert sha256(SOURCE.read_bytes()).hexdigest() == digest
    assert seed_reading().draft.source_digest == digest


def test_seed_leaves_no_doubt() -> None:
    assert seed_reading().doubts == ()


def test_seed_loses_no_word_and_invents_none() -> None:
    assert differences(seed_reading().draft) == {}


def test_seed_uses_every_word_at_its_place_exactly_once() -> None:
    places = Counter((use.line, use.position, use.found) for use in seed_reading().uses)
    assert places == Counter(places_of(TEXT))
    assert {use.kind for use in seed_reading().uses} == {"field", "furniture", "correction"}


def test_seed_fields_read_as_their_uses_say_in_the_order_of_the_source() -> None:
    draft = seed_reading().draft
    for recommendation in draft.recommendations:
        for name in ("text", "answer"):
            assert read_at(f"recommendation {recommendation.number} / {name}") == plain(getattr(recommendation, name))
        for action in recommendation.actions:
            for name in ("text", "calendar", "responsible", "comment"):
                assert read_at(f"action {action.number} / {name}") == plain(getattr(action, name))
    for name, text in (("subject", draft.subject), ("context", draft.context), ("sender", draft.sender)):
        assert read_at(name) == plain(text)


def test_seed_corrections_change_only_what_they_list() -> None:
    corrections = tomllib.loads(CORRECTIONS.read_text(encoding="utf-8"))
    listed = {(entry["line"], word) for entry in corrections["repair"] for word in entry["found"].split()}
    listed |= {(line, found) for entry in corrections["join"] for line, found in entry["parts"]}
    changed = {(use.line, use.found) for use in seed_reading().uses if use.kind == "field" and use.read != use.found}
    assert changed == listed


def test_seed_every_correction_is_needed() -> None:
    reviewed = read_corrections(CORRECTIONS)
    for kind in type(reviewed).model_fields:
        for entry in getattr(reviewed, kind):
            others = tuple(one for one in getattr(reviewed, kind) if one != entry)
            reading = read_text(SOURCE.read_bytes(), reviewed.model_copy(update={kind: others}))
            assert reading.doubts or reading.draft != seed_reading().draft, entry


@pytest.mark.parametrize("index", range(0, len(TEXT.split()), 101))
@pytest.mark.parametrize("change", ["", r"\1 \1"], ids=["dropped", "doubled"])
def test_seed_proof_sees_a_word_dropped_or_doubled(index: int, change: str) -> None:
    """All but furniture, such as a list mark or the colon of a heading: no text is lost with that."""
    start, end = [word.span() for word in re.finditer(r"\S+", TEXT)][index]
    copy = TEXT[:start] + re.sub("(.+)", change, TEXT[start:end]) + TEXT[end:]
    try:
        reading = read_text(copy.encode(), read_corrections(CORRECTIONS))
    except MrdbError:
        return
    assert reading.doubts or differences(reading.draft) or seed_reading().uses[index].kind == "furniture"


def test_seed_proof_sees_a_word_moved_to_another_field() -> None:
    draft = seed_reading().draft
    first, *others = draft.recommendations
    assert differences(replace(draft, recommendations=(replace(first, title=first.title + " te"), *others))) == {
        "te": -1
    }
    assert differences(replace(draft, context=draft.context.removesuffix(" managementrespons."))) == {
        "managementrespons.": 1
    }


def test_seed_source_that_differs_makes_the_correction_doubtful_at_its_line() -> None:
    copy = TEXT.replace("hetvolgende", "het volgende")
    doubts = read_text(copy.encode(), read_corrections(CORRECTIONS)).doubts
    assert [(doubt.line, doubt.kind.value, doubt.found) for doubt in doubts] == [
        (12, "correction_does_not_fit", "hetvolgende")
    ]


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_seed_reader_survives_any_bytes(data: bytes) -> None:
    with pytest.raises(MrdbError):
        read_text(data)


@settings(max_examples=40)
@given(st.data(), st.booleans())
def test_seed_reader_keeps_every_word_of_any_mutation(data: st.DataObject, is_corrected: bool) -> None:
    text = mutation(data)
    try:
        reading = read_text(text.encode(), read_corrections(CORRECTIONS) if is_corrected else None)
    except MrdbError:
        return
    assert Counter((use.line, use.position, use.found) for use in reading.uses) == Counter(places_of(text))
    fields = Counter(word.rstrip(".:") for use in reading.uses if use.kind == "field" for word in use.read.split())
    stated = [use.read for use in reading.uses if use.where.endswith("/ status")]
    settled = sum(action.status is not None for one in reading.draft.recommendations for action in one.actions)
    written = replace(reading.draft, recommendations=tuple(map(without_status, reading.draft.recommendations)))
    found = Counter(word.rstrip(".:") for word in (*words_of_fields(written), *stated))
    assert len([word for word in stated if not states_nothing(word)]) <= settled
    del fields["•"], fields["◦"], found["•"], found["◦"]  # one that stands alone is stray, but looks like a list mark
    assert fields == found


def mutation(data: st.DataObject) -> str:
    """The seed with some lines cut, doubled, moved, or replaced by something else."""
    lines = TEXT.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(5, len(lines)))
        end = start + data.draw(st.integers(0, 30))
        junk = data.draw(
            st.lists(
                st.sampled_from(["", "Actie Kalender", "| a | b |", "AANBEVELING 3 : x", "MANAGEMENT RESPONSE", "-"])
            )
            | st.lists(st.text(alphabet="ae -|.1•(‘\t\u2028", max_size=20), max_size=3)
        )
        lines[start:end] = data.draw(st.sampled_from([junk, lines[start:end] * 2, junk + lines[start:end][::-1], []]))
    return "\n".join(lines)


def without_status(recommendation: DraftRecommendation) -> DraftRecommendation:
    return replace(recommendation, actions=tuple(replace(action, status=None) for action in recommendation.actions))


def places_of(text: str) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        for position, word in enumerate(line.split()):
            yield number, position, word


def read_at(where: str) -> list[str]:
    return [word for use in seed_reading().uses if use.where == where for word in use.read.split()]


def plain(text: str) -> list[str]:
    return re.sub(r"^[•◦] ", "", text, flags=re.MULTILINE).split()
