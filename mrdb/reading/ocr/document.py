"""The text reader: the bytes of a text in, its lines and tables out, as the reviewed corrections make them."""

from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading.ocr.corrected import apply_corrections
from mrdb.reading.ocr.corrections import Corrections
from mrdb.reading.ocr.grids import blocks_of
from mrdb.reading.ocr.paragraphs import Ledger
from mrdb.reading.ocr.source import split_lines, text_lines
from mrdb.reading.transcript import Source

MAX_BYTES = 5_000_000
MAX_LINES = 50_000


def ocr_source(data: bytes, corrections: Corrections, ledger: Ledger, *, name: str) -> Source:
    """``name`` is that of the file. Raises UnreadableUpload when it is no text, or too much of it."""
    text = _decoded(data, name)
    corrected = apply_corrections(split_lines(text), corrections, ledger)
    return Source(blocks_of(corrected, ledger), text_lines(text), ledger)


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableUpload(name, FileFault.NOT_TEXT) from error
    if "\0" in text:
        raise UnreadableUpload(name, FileFault.NOT_TEXT)
    if not text.strip():
        raise UnreadableUpload(name, FileFault.EMPTY)
    if text.count("\n") > MAX_LINES:
        raise UnreadableUpload(name, FileFault.TOO_LARGE)
    return text
