"""Two wordings side by side: only what differs stands out, in its surroundings."""

from mrdb.domain.wording import Piece, pieces


def test_wording_marks_the_words_that_changed() -> None:
    assert pieces("een lange relatie met velen", "een korte relatie met velen") == (
        Piece("same", "een"),
        Piece("old", "lange"),
        Piece("new", "korte"),
        Piece("same", "relatie met velen"),
    )


def test_wording_leaves_out_what_stays_the_same_for_long() -> None:
    words = " ".join(f"woord{number}" for number in range(60))
    first, old, new, last = pieces(f"{words} oud {words}", f"{words} nieuw {words}")
    assert first.text == "… woord52 woord53 woord54 woord55 woord56 woord57 woord58 woord59"
    assert (old.text, new.text) == ("oud", "nieuw")
    assert last.text == "woord0 woord1 woord2 woord3 woord4 woord5 woord6 woord7 …"


def test_wording_of_something_new_is_all_new() -> None:
    assert pieces("", "helemaal nieuw") == (Piece("new", "helemaal nieuw"),)


def test_wording_of_very_long_texts_is_shown_whole() -> None:
    old, new = "a " * 3000, "b " * 3000
    assert [(piece.kind, piece.text) for piece in pieces(old, new)] == [("old", old), ("new", new)]


def test_wording_keeps_the_lines_apart() -> None:
    assert pieces("een\n\ntwee", "een\ndrie") == (
        Piece("same", "een \n"),
        Piece("old", "twee"),
        Piece("new", "drie"),
    )
