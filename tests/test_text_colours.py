"""The looks of status and urgency: legible, told apart without colour, and complete."""

import pytest

from mrdb.domain.discussed import Outcome
from mrdb.domain.status import Status, Urgency
from mrdb.text.colours import OUTCOME_LOOK, STATUS_LOOK, URGENCY_LOOK, Look

LOOKS = [*STATUS_LOOK.values(), *URGENCY_LOOK.values()]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", LOOKS)
def test_colours_read_on_white_and_on_their_own_background(look: Look) -> None:
    assert contrast(look.colour, "#FFFFFF") >= 4.5
    assert contrast(look.colour, look.background) >= 4.5


def test_colours_exist_for_every_status_urgency_and_outcome() -> None:
    assert set(STATUS_LOOK) == {None, *Status}
    assert set(URGENCY_LOOK) == set(Urgency)
    assert set(OUTCOME_LOOK) == set(Outcome)


def test_icons_tell_the_looks_apart_without_colour() -> None:
    assert len({look.icon for look in LOOKS}) == len(LOOKS)
    assert all(len(look.icon) == 1 for look in LOOKS)
