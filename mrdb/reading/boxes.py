"""Boxes to tick: ``☒ Afgerond ☐ Lopende``."""

import re
from typing import NamedTuple

TICKED, OPEN = "☑☒✓✔✅", "☐□✗✘"
_BOX = re.compile(rf"([{TICKED}{OPEN}])\ufe0f?([^{TICKED}{OPEN}]*)")


class Box(NamedTuple):
    sign: str
    label: str

    @property
    def is_ticked(self) -> bool:
        return self.sign in TICKED


def boxes_of(text: str) -> list[Box]:
    """Those of a text that is nothing else; none for any other."""
    boxes = [Box(sign, label.strip(" \n\t/|;,")) for sign, label in _BOX.findall(text)]
    return boxes if boxes and not _BOX.sub("", text).strip() else []
