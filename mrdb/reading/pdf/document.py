"""The PDF reader: the bytes of a ``.pdf`` in, its paragraphs and tables out.

It runs as a program of its own, within limits of time and memory: a few bytes of PDF can ask for years of work, in more
ways than can be seen beforehand.
"""

import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from mrdb.domain.draft import DoubtKind
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.blocks import Block
from mrdb.reading.package import LARGEST_FILE
from mrdb.reading.prose import PlainTranscript
from mrdb.reading.transcript import Source

MOST_SECONDS = 40
"""Of work; 200 full pages take ten."""
_PATIENCE = 3 * MOST_SECONDS
"""Seconds, on a machine that does other things too."""
_PROGRAM = "import sys; sys.path[:] = sys.argv[2:]; from mrdb.reading.pdf.alone import main; main()"
"""It finds its modules where this program found them."""
_one_at_a_time = Lock()
"""Each may take hundreds of megabytes."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the other program hands over; ``pages`` are those of the lines."""

    blocks: Sequence[Block]
    page_headers: Sequence[Block]
    lines: tuple[str, ...]
    pages: tuple[int, ...]
    doubts: Sequence[tuple[int, DoubtKind, str]]


class Bug(Exception):
    """In the other program: what it was, and each step to it, where it stands in our text. Nothing of the file."""

    @property
    def steps(self) -> tuple[str, ...]:
        return self.args


def pdf_source(data: bytes, *, name: str) -> Source:
    """The bytes of a file called ``name``. Raises UnreadableUpload when no text can be read from them, and Bug."""
    if len(data) > LARGEST_FILE:
        raise UnreadableUpload(name, FileFault.PDF_TOO_LARGE)
    found = _read_apart(data)
    if isinstance(found, Bug):
        raise found
    if isinstance(found, FileFault):
        raise UnreadableUpload(name, found)
    transcript = PlainTranscript()
    for doubt in found.doubts:
        transcript.doubt(*doubt)
    return Source(found.blocks, found.lines, transcript, found.page_headers, found.pages)


def _read_apart(data: bytes) -> Found | FileFault | Bug:
    """What the program says; when the system ends it, it wanted more than it may have."""
    asked = [sys.executable, "-P", "-c", _PROGRAM, str(MOST_SECONDS), *sys.path]
    try:
        with _one_at_a_time:
            told = subprocess.run(
                asked, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=_PATIENCE, check=False
            )
    except subprocess.TimeoutExpired:
        return FileFault.PDF_TOO_LARGE
    if told.returncode != 0:
        return FileFault.PDF_TOO_LARGE if told.returncode < 0 else Bug(f"ended with {told.returncode}")
    found: Found | FileFault | Bug = pickle.loads(told.stdout)
    return found
