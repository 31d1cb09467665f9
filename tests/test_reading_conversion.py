"""Documents that LibreOffice makes into Word first: read as the Word document is, refused where it cannot be done."""

import os
import select
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from docx.document import Document
from hostile_text import STARTED, hostile_texts, open_meta, open_text
from serving import ROOT
from word_documents import (
    HEAD,
    ONE,
    TITLE_ROWS,
    a_document,
    add_list,
    add_table,
    found,
    put_in_list,
    read_saved,
    xml,
)

from mrdb.domain.draft import DoubtKind
from mrdb.domain.errors import FileFault, UnreadableUpload
from mrdb.reading import conversion
from mrdb.reading.document import read_document as read_any
from mrdb.reading.document import read_file
from mrdb.text.faults import sentence

DOCUMENTS = Path(__file__).parent / "documents"
"""What LibreOffice 7.4 makes of ``a_rich_document``: ``soffice --convert-to doc respons.docx``, and so on."""
SEEMS = {
    "rekenblad.odt": FileFault.OPEN_DOCUMENT,
    "tekening.odt": FileFault.OPEN_DOCUMENT,
    "presentatie.odt": FileFault.SLIDES,
    "presentatie.doc": FileFault.SLIDES,
    "foto’s.odt": FileFault.ARCHIVE,
    "zeven.odt": FileFault.ARCHIVE,
    "pagina.rtf": FileFault.WEB_PAGE,
    "pagina.doc": FileFault.WEB_PAGE,
    "op slot.odt": FileFault.PROTECTED,
    "op slot.docx": FileFault.PROTECTED,
    "op slot.doc": FileFault.PROTECTED,
    "rekenblad.doc": FileFault.OLD_SHEET,
    "oud rekenblad.doc": FileFault.OLD_SHEET,
    "bericht.doc": FileFault.MAIL,
    "bericht mime.doc": FileFault.MAIL,
    "foto.doc": FileFault.PICTURE,
}
"""What some of the hostile files seem to be."""
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="wants LibreOffice")


def a_rich_document() -> Document:
    """With what a conversion could lose: merged titles, lists, what is struck through or hidden, a page header."""
    document = a_document(*HEAD, *ONE)
    document.sections[0].header.paragraphs[0].text = "11.11.11\tBlad 1"
    bullets = add_list(document, ("bullet", "\uf0b7"), ("bullet", "o"))
    put_in_list(document.add_paragraph("Eerst dit."), bullets)
    put_in_list(document.add_paragraph("Dan dat."), bullets, 1)
    document.paragraphs[-1].add_run(" Of niet.").font.strike = True
    document.paragraphs[-3].add_run(" Geheim.").font.hidden = True
    document.paragraphs[-3]._p.append(
        xml(
            '<w:del w:id="9" w:author="An" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>Weg.</w:delText></w:r></w:del>'
        )
    )
    rows = (
        *TITLE_ROWS,
        ("1.1 Doe dit", "najaar 2025\neind 2026: verslag", "Els & Jan", "Lopende", "Bezig.\nNog even."),
        ("1.2 Doe dat", "^", "Jan", "Afgerond", "Geëindigd – “klaar”."),
        ("1.3 Laat dit", "2027", "Jan", "", ""),
    )
    for cell in add_table(document, rows).rows[4].cells:
        for run in cell.paragraphs[0].runs:
            run.font.strike = True
    return document


@needs_office
@pytest.mark.parametrize("ending", ["odt", "doc", "rtf"])
def test_conversion_reads_the_same_draft_with_the_same_doubts(ending: str) -> None:
    expected = read_saved(a_rich_document())
    result = read_file(DOCUMENTS / f"respons.{ending}")
    assert replace(result.draft, source_digest=expected.draft.source_digest) == expected.draft
    assert result.draft.source_digest != expected.draft.source_digest
    assert found(result) == found(expected)
    assert {DoubtKind.STRUCK_OUT, DoubtKind.HIDDEN} <= {kind for _, kind, _ in found(expected)}


@needs_office
def test_conversion_fetches_nothing_and_waits_for_nobody() -> None:
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.client_address[0])

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        picture = f'<drawing:frame><drawing:image xlink:href="{address}/x.png" xlink:type="simple"/></drawing:frame>'
        linked = (
            f'<text:section text:name="A"><text:section-source xlink:href="{Path(__file__).as_uri()}"/></text:section>'
        )
        source = (
            f'<office:dde-source office:dde-application="soffice" office:dde-topic="{__file__}" office:dde-item="x"/>'
        )
        asks = f'<text:section text:name="B">{source}<text:p>oud</text:p></text:section>'
        lines = "".join(f"<text:p>{line}</text:p>" for line in (*HEAD, *ONE))
        secret = '<text:section text:name="C" text:display="none"><text:p>Niet doen.</text:p></text:section>'
        template = f'<meta:template xlink:type="simple" xlink:href="{address}/t.ott" xlink:title="t"/>'
        body = f"{lines}<text:p>{picture}</text:p>{linked}{asks}{secret}"
        result = read_any(open_text(body, **{"meta.xml": open_meta(template)}), name="respons.odt")
        server.shutdown()
    assert asked == []
    assert result.draft.recommendations[0].answer == "Akkoord.\n\noud"
    assert (1, DoubtKind.HIDDEN, "Niet doen.") in found(result)


def put_in_place(monkeypatch: pytest.MonkeyPatch, place: Path, script: str) -> None:
    """A LibreOffice that does something else."""
    office = place / "soffice"
    office.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(place))


def test_conversion_asks_for_word_where_there_is_no_libreoffice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableUpload) as caught:
        read_file(DOCUMENTS / "respons.odt")
    assert sentence(caught.value) == (
        "respons.odt: Zo’n bestand kunnen we hier niet lezen. Open het in Word of LibreOffice, sla het op als "
        "Word-document (.docx) en kies dat."
    )


def test_conversion_that_takes_too_long_is_ended_with_all_that_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    os.mkfifo(held)
    put_in_place(monkeypatch, tmp_path, f"exec 3>{held}; sleep 50 & sleep 50")
    monkeypatch.setattr(conversion, "MOST_SECONDS", 1)
    with os.fdopen(os.open(held, os.O_RDONLY | os.O_NONBLOCK), "rb") as by_whom:
        with pytest.raises(UnreadableUpload) as caught:
            read_file(DOCUMENTS / "respons.rtf")
        os.set_blocking(by_whom.fileno(), True)
        before = time.monotonic()
        assert by_whom.read() == b""  # as soon as nobody holds it any more
    assert caught.value.fault == FileFault.NOT_CONVERTED
    assert time.monotonic() - before < 10


def test_conversion_ends_with_a_server_that_is_killed(tmp_path: Path) -> None:
    begun, office = tmp_path / "begun", tmp_path / "soffice"
    os.mkfifo(begun)
    office.write_text(f"#!/bin/sh\necho $$ > {begun}\nexec sleep 60\n")
    office.chmod(0o755)
    program = "from mrdb.reading.document import read_document as read; read(br'{\\rtf1 Woord}', name='brief.rtf')"
    surroundings = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, env=surroundings) as server:
        converting = os.pidfd_open(int(begun.read_text()))
        server.kill()
    ended, _, _ = select.select([converting], [], [], 20)
    os.close(converting)
    assert ended


def test_conversion_begins_only_for_what_cannot_be_refused_before(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started = tmp_path / "started"
    put_in_place(monkeypatch, tmp_path, f"echo > {started}")
    faults = {}
    for name, data in (file for family in hostile_texts().values() for file in family):
        started.unlink(missing_ok=True)
        with pytest.raises(UnreadableUpload) as caught:
            read_any(data, name=name)
        faults[name] = caught.value.fault
        assert started.exists() == (name in STARTED), name
    assert {name: faults[name] for name in faults if faults[name] in set(SEEMS.values())} == SEEMS
