"""Hulp: the user's guide, from this installation itself."""

from mrdb.views.guide import show_guide
from mrdb.views.screen import screen

with screen():
    show_guide()
