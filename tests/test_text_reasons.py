"""Why a deadline moved, where the reason stands on a line of its own. See also the sentences of the decision list."""

import pytest

from mrdb.text.reasons import because, because_alone


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("", ""),
        (" \n", ""),
        ("de coördinator later begint", "omdat de coördinator later begint"),
        ("De directeur is ziek", "Reden: de directeur is ziek"),
        ("Wegens ziekte", "wegens ziekte"),
        ("omdat het budget er\nnog niet is", "omdat het budget er nog niet is"),
        ("geen budget", "Reden: geen budget"),
        ("Reden: geen budget", "Reden: geen budget"),
    ],
)
def test_reason_alone_reads_as_dutch(reason: str, words: str) -> None:
    assert because_alone(reason) == words


def test_reason_after_a_sentence_brings_its_own_stop() -> None:
    assert because("Wegens ziekte") == ", wegens ziekte"
    assert because("geen budget") == ". Reden: geen budget"
