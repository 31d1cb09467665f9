"""Bad files of the kinds that LibreOffice reads for us; nearly all have to be refused before it starts."""

import random
from collections.abc import Iterator

from hostile import BILLION_LAUGHS, EXTERNAL, EXTERNAL_TYPE, OLE, Hostile, packed, with_flag

from mrdb.reading.package import LARGEST_FILE

FAMILIES = {"open documents": 36, "rich text": 16, "old Word files": 21}
STARTED = {"reikt naar buiten.odt", "rommel.rtf", "rommel.doc"}
"""Those that are left to LibreOffice."""
_TEXT = "application/vnd.oasis.opendocument.text"
_NAMES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "text", "table", "drawing", "manifest", "meta")
)


def hostile_texts() -> dict[str, Iterator[Hostile]]:
    """The families of ``FAMILIES``."""
    return dict(zip(FAMILIES, (hostile_open_text(), hostile_rich_text(), hostile_old_word()), strict=True))


def open_text(body: str = "", mimetype: str = _TEXT, encoding: str = "utf-8", **parts: bytes) -> bytes:
    """An OpenDocument file with this inside its text; ``parts`` by their name, ``__`` for a slash."""
    head = f'<?xml version="1.0" encoding="{encoding.upper()}"?>'
    content = (
        f'{head}<office:document-content{_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    files = {"/": _TEXT, **dict.fromkeys(("content.xml", *(name.replace("__", "/") for name in parts)), "text/xml")}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{k}" manifest:media-type="{v}"/>' for k, v in files.items()
    )
    return packed(
        {
            "mimetype": mimetype.encode(),
            "content.xml": content.encode(encoding),
            "META-INF/manifest.xml": f"{head}<manifest:manifest{_NAMES}>{entries}</manifest:manifest>".encode(),
            **{name.replace("__", "/"): data for name, data in parts.items()},
        },
        stored={"mimetype"},
    )


def open_meta(body: str) -> bytes:
    """What an OpenDocument file says of itself."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-meta{_NAMES} '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:meta>{body}</office:meta>'
        "</office:document-meta>"
    ).encode()


def with_type(doctype: str, encoding: str = "utf-8") -> bytes:
    written = f'<?xml version="1.0" encoding="{encoding.upper()}"?>{doctype}<x>&e9;</x>'
    return open_text(**{"content.xml": written.encode(encoding)})


def hostile_open_text() -> Iterator[Hostile]:
    good = open_text("<text:p>Dag</text:p>")
    yield "leeg.odt", b""
    yield "een byte.odt", b"P"
    yield "zipbom.odt", open_text(Pictures__bom=bytes(300 * 2**20))
    yield "zipbom tekst.odt", open_text(" " * (160 * 2**20))
    yield "veel delen.odt", open_text(**{f"Pictures__{n}": b"" for n in range(2_500)})
    yield "xmlbom.odt", with_type(BILLION_LAUGHS)
    yield "xmlbom utf16.odt", with_type(BILLION_LAUGHS, "utf-16")
    yield "verwijzing.odt", with_type(EXTERNAL)
    yield "verwijzing type.odt", with_type(EXTERNAL_TYPE)
    yield "xmlbom stijlen.odt", open_text(**{"styles.xml": f"<?xml version='1.0'?>{BILLION_LAUGHS}<x/>".encode()})
    yield "macro.odt", open_text(Basic__Standard__Module1=b"Sub Main")
    yield "script.odt", open_text(Scripts__python__x=b"import os")
    yield "op slot.odt", open_text(**{"META-INF__manifest.xml": b"<m><manifest:encryption-data/></m>"})
    table = "<table:table><table:table-column {}/><table:table-row><table:table-cell/></table:table-row></table:table>"
    yield "brede tabel.odt", open_text(table.format('table:number-columns-repeated="999999999"'))
    rows = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>'
    yield "lange tabel.odt", open_text(f"<table:table>{rows}</table:table>")
    yield "samengevoegd.odt", open_text('<table:table-cell table:number-columns-spanned = "00099999"/>')
    yield "spaties.odt", open_text('<text:p><text:s text:c="2147483647"/></text:p>')
    yield "miljoenen.odt", open_text("<text:p/>" * 2_100_000)
    yield "nul.odt", open_text("<text:p>a\0b</text:p>")
    yield "geen xml.odt", open_text(**{"content.xml": b"\x01\x02geen xml"})
    yield "leeg deel.odt", open_text(**{"content.xml": b""})
    yield "klingon.odt", open_text(**{"content.xml": b"<?xml version='1.0' encoding='klingon'?><x/>"})
    yield "zonder tekst.odt", packed({"mimetype": _TEXT.encode()}, stored={"mimetype"})
    yield "half.odt", good[: len(good) // 2]
    yield "zonder begin.odt", good[60:]
    yield "met sleutel.odt", with_flag(good)
    yield "omgevallen.odt", good.replace(b"content.xml", b"content.xmk", 1)
    yield "rekenblad.odt", open_text(mimetype="application/vnd.oasis.opendocument.spreadsheet")
    yield "presentatie.odt", open_text(mimetype="application/vnd.oasis.opendocument.presentation")
    yield "tekening.odt", open_text(mimetype="application/vnd.oasis.opendocument.graphics")
    yield "foto’s.odt", packed({"foto.png": bytes(100)})
    yield "pagina’s.odt", packed({"Index/Document.iwa": bytes(100)})
    yield "zeven.odt", b"7z\xbc\xaf\x27\x1c" + bytes(64)
    yield "te groot.odt", good + bytes(LARGEST_FILE)
    frame = "<text:p><drawing:frame><drawing:image xlink:href='http://127.0.0.1:9/x.png'/></drawing:frame></text:p>"
    source = (
        '<office:dde-source office:dde-application="soffice" office:dde-topic="/etc/hostname" office:dde-item="x"/>'
    )
    section = f'<text:section text:name="S">{source}<text:p>oud</text:p></text:section>'
    yield "reikt naar buiten.odt", open_text(f"{frame}{section}")
    yield "diep.odt", open_text("<text:section>" * 20_000 + "</text:section>" * 20_000)


def hostile_rich_text() -> Iterator[Hostile]:
    yield "alleen begin.rtf", rb"{\rtf1"
    yield "open.rtf", rb"{\rtf1\ansi Dag"
    yield "half.rtf", rb"{\rtf1{\fonttbl{\f0 Arial;}}\pard Dag {\b vet"
    yield "ontsnapt.rtf", rb"{\rtf1 Dag \}\}\}"
    yield "diep.rtf", rb"{\rtf1" + b"{" * 10_000 + b"}" * 10_001
    yield "miljoen groepen.rtf", rb"{\rtf1" + b"{}" * 1_000_000 + b"}"
    yield "te groot.rtf", rb"{\rtf1 " + b"a" * LARGEST_FILE + b"}"
    for word in ("objdata", "objlink", "objocx"):
        yield f"{word}.rtf", rb"{\rtf1{\object{\*" + b"\\" + word.encode() + rb" 0105}}}"
    yield "rauw.rtf", rb"{\rtf1\bin1000000 }"
    yield "beeld open.rtf", rb"{\rtf1{\pict\pngblip " + b"89504e47" * 1000
    yield "omgekeerd.rtf", rb"}\rtf1{"
    yield "pagina.rtf", b"<html><body>Dag</body></html>"
    yield "spaties.rtf", b"\n\n  " + rb"{\rtf1"
    chance = random.Random(13)
    words = [
        b"\\trowd",
        b"\\cell",
        b"\\row",
        b"\\intbl",
        b"\\u-9\\'e9",
        b"{\\*\\x}",
        b"\\cellx99999999",
        b"\\li2147483648",
    ]
    yield "rommel.rtf", rb"{\rtf1 " + b" ".join(chance.choices(words, k=2_000)) + b"}"


def old_file(*names: str, begin: bytes = b"", start: int = 0, shift: int = 9) -> bytes:
    """As an OLE file begins: a header, the first sector of a stream, and a directory with these entries."""
    header = bytearray(OLE.ljust(512, b"\0"))
    header[30] = shift
    entries = b"".join(_entry(name, start) for name in ("Root Entry", *names))
    return bytes(header) + begin.ljust(512, b"\0") + entries.ljust(2048, b"\0")


def _entry(name: str, start: int) -> bytes:
    written = name.encode("utf-16-le")
    kind = bytes((2,))
    return (
        written.ljust(64, b"\0")
        + (len(written) + 2).to_bytes(2, "little")
        + kind
        + bytes(49)
        + (start.to_bytes(4, "little") + bytes(8))
    )


def hostile_old_word() -> Iterator[Hostile]:
    word = bytes.fromhex("eca5c100") + bytes(100)
    locked = bytes.fromhex("eca5c10000000000000000 01".replace(" ", ""))
    yield "alleen begin.doc", OLE
    yield "nullen.doc", OLE + bytes(4096)
    yield "op slot.docx", old_file("EncryptedPackage", "EncryptionInfo")
    yield "op slot.doc", old_file("WordDocument", begin=locked)
    yield "rekenblad.doc", old_file("Workbook")
    yield "oud rekenblad.doc", old_file("Book")
    yield "presentatie.doc", old_file("PowerPoint Document")
    yield "bericht.doc", old_file("__properties_version1.0")
    yield "macro.doc", old_file("WordDocument", "Macros", begin=word)
    yield "macro basic.doc", old_file("WordDocument", "_VBA_PROJECT", begin=word)
    yield "geen word.doc", old_file("WordDocument", begin=b"MZ")
    yield "nergens.doc", old_file("WordDocument", begin=word, start=0xFFFFFFFE)
    yield "sectoren.doc", old_file("WordDocument", begin=word, shift=255)
    yield (
        "half teken.doc",
        old_file("Word\ud800Document".encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")),
    )
    yield "pagina.doc", b"<!DOCTYPE html><html><body>Dag</body></html>"
    yield "bericht mime.doc", b"From: An\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nDag"
    yield "oud xml.doc", b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>"
    yield "foto.doc", b"\xff\xd8\xff\xe0" + bytes(200)
    yield "programma.doc", b"MZ" + bytes(1000)
    yield "te groot.doc", old_file("WordDocument", begin=word) + bytes(LARGEST_FILE)
    yield "rommel.doc", old_file("WordDocument", begin=word) + random.Random(14).randbytes(20_000)
