"""Documents in the shapes that organisations use, each with the truth beside it, and the score of what was read."""

from shapes import dutch, dutch_running, english, french, harder  # noqa: F401
from shapes.truth import SHAPES

__all__ = ["SHAPES"]
