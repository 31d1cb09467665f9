"""The program that reads one PDF and ends: its bytes come in; a ``Found``, ``FileFault`` or ``Bug`` goes out."""

import gc
import logging
import pickle
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from mrdb.domain.errors import FileFault
from mrdb.reading.pdf.body import Body
from mrdb.reading.pdf.document import Bug, Found
from mrdb.reading.pdf.ink import TooMuch
from mrdb.reading.pdf.page import Page, page_of
from mrdb.reading.pdf.paper import Paper, paper

MOST_PAGES = 400
MOST_WORDS = 300_000
_MEMORY = 400 * 2**20
"""Bytes; a document of 200 full pages takes a quarter of it."""
_UNREADABLE = 0.3
"""Of the words: a font that does not say what its letters are."""


def read(data: bytes) -> Found | FileFault | Bug:
    """The first thing that it cannot do makes an end of it."""
    try:
        papers = _papers(data)
        return papers if isinstance(papers, FileFault) else _found([page_of(one) for one in papers])
    except (TooMuch, MemoryError):
        return FileFault.PDF_TOO_LARGE
    except Exception as error:
        steps = traceback.extract_tb(error.__traceback__)
        return Bug(type(error).__name__, *(f"{one.filename}:{one.lineno} {one.name}" for one in steps))


def _papers(data: bytes) -> list[Paper] | FileFault:
    """Whatever pdfminer makes of a broken file is the fault of the file."""
    try:
        return list(_read_pages(data))
    except (TooMuch, MemoryError):
        raise
    except (PDFPasswordIncorrect, PDFEncryptionError):
        return FileFault.PDF_PROTECTED
    except Exception:
        return FileFault.PDF_DAMAGED


def _read_pages(data: bytes) -> Iterator[Paper]:
    document, resources = PDFDocument(PDFParser(BytesIO(data))), PDFResourceManager()
    words = 0
    for number, page in enumerate(PDFPage.create_pages(document), start=1):
        if number > MOST_PAGES or words > MOST_WORDS:
            raise TooMuch
        yield (found := paper(page, number, resources))
        words += len(found.words)


def _found(pages: list[Page]) -> Found | FileFault:
    if not pages:
        return FileFault.PDF_DAMAGED
    words = [word.text for page in pages for word in page.paper.words]
    unreadable = sum("\N{REPLACEMENT CHARACTER}" in word for word in words)
    if unreadable >= _UNREADABLE * len(words):
        return FileFault.PDF_SCANNED
    body = Body(pages)
    body.read()
    return Found(body.blocks, body.page_headers, tuple(body.lines), tuple(body.numbers), body.doubts)


def _bound(seconds: int) -> None:
    """Where the system knows limits; elsewhere whoever started this ends it after a while."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


def main() -> None:
    """Its first argument is how many seconds it may work."""
    _bound(int(sys.argv[1]))
    gc.disable()  # all of it is kept till the end
    logging.disable()  # pdfminer writes a line of all that it does not understand: a few bytes ask for millions
    try:
        told = pickle.dumps(read(sys.stdin.buffer.read()))
    except MemoryError:
        told = pickle.dumps(FileFault.PDF_TOO_LARGE)
    sys.stdout.buffer.write(told)
