"""Files that somebody might hand in by mistake or by malice: made here, small where the effect is the same.

Each is a name and its bytes. The mutations are drawn with a fixed seed, so that a failure comes back.
"""

import io
import random
import re
import struct
import warnings
import zipfile
from collections.abc import Callable, Collection, Iterator

from mrdb.domain.facts import Fact
from mrdb.reading.package import LARGEST_FILE, MOST_ROWS
from mrdb.text import excel
from mrdb.text.labels import HEADING

Hostile = tuple[str, bytes]
FAMILIES = {
    "files of other kinds": 20,
    "zip bombs": 5,
    "XML and macros that reach out": 12,
    "more than anybody fills in": 12,
    "little to send and much to read": 6,
    "broken packages": 62,
    "strange sheets": 52,
    "strange keys": 25,
    "mutated overviews": 120,
    "lists": 17,
    "documents": 36,
}
"""How many files there are of each kind."""
SHEET, STRINGS, BOOK = "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
_ENTITIES = "".join(f'<!ENTITY e{n} "{"".join([f"&e{n - 1};"] * 10)}">' for n in range(1, 10))
BILLION_LAUGHS = f'<!DOCTYPE x [<!ENTITY e0 "ha">{_ENTITIES}]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY e9 SYSTEM "file:///etc/hostname">]>'
EXTERNAL_TYPE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, stored: Collection[str] = frozenset()) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content, zipfile.ZIP_STORED if name in stored else None)
    return buffer.getvalue()


def with_part(good: dict[str, bytes], name: str, content: bytes) -> bytes:
    return packed({**good, name: content})


def without(good: dict[str, bytes], *names: str) -> bytes:
    return packed({name: content for name, content in good.items() if name not in names})


def with_doctype(good: dict[str, bytes], name: str, doctype: str, encoding: str = "utf-8") -> bytes:
    """The part with a document type behind its first line, and an entity in the first text."""
    text = good[name].decode()
    head, _, rest = text.partition("?>")
    rest = re.sub(r"(<t[^>]*>)", r"\g<1>&e9;", rest, count=1)
    head = head.replace("UTF-8", encoding.upper())
    return with_part(good, name, f"{head}?>{doctype}{rest}".encode(encoding))


def with_rows(good: dict[str, bytes], rows: str) -> bytes:
    """The overview with these rows instead of its own."""
    head, _, rest = good[SHEET].decode().partition("<sheetData>")
    return with_part(good, SHEET, f"{head}<sheetData>{rows}</sheetData>{rest.partition('</sheetData>')[2]}".encode())


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def with_head(rows: str, *headings: str) -> str:
    """Rows of cells behind a row of headings, the key in column A."""
    names = (excel.KEY, *(headings or (HEADING[Fact.STATUS], HEADING[Fact.COMMENT], HEADING[Fact.RESPONSIBLE])))
    cells = "".join(text_cell(f"{chr(65 + place)}1", name) for place, name in enumerate(names))
    return f'<row r="1">{cells}</row>{rows}'


def hostile_files(workbook: bytes, report: bytes) -> dict[str, Iterator[Hostile]]:
    """The families of ``FAMILIES``. ``workbook`` is an overview of ours as it is exported, ``report`` a Word report."""
    parts = parts_of(workbook)
    return {
        "files of other kinds": _other_files(workbook),
        "zip bombs": _zip_bombs(parts),
        "XML and macros that reach out": _reaching_out(parts),
        "more than anybody fills in": _too_many(parts),
        "little to send and much to read": _bounds(parts),
        "broken packages": _broken_packages(workbook, parts),
        "strange sheets": _strange_sheets(parts),
        "strange keys": _strange_keys(parts),
        "mutated overviews": _mutations(workbook, 120),
        "lists": _lists(),
        "documents": _documents(report),
    }


def _other_files(good: bytes) -> Iterator[Hostile]:
    yield "leeg.xlsx", b""
    yield "een byte.xlsx", b"P"
    yield "spaties.xlsx", b"   \n"
    yield "oud.xls", OLE + bytes(4096)
    yield "beveiligd.xlsx", OLE + b"EncryptedPackage".join([bytes(512)] * 3)
    yield "verslag.pdf.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
    yield "foto.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200)
    yield "foto.jpg.xlsx", b"\xff\xd8\xff\xe0" + bytes(200)
    yield "pagina.xlsx", b"<!DOCTYPE html><html><body>Log in</body></html>"
    yield "programma.xlsx", b"MZ" + bytes(1000)
    yield "tekst.xlsx", b"Nr;Actie\n1;Doen\n"
    yield "opgemaakt.xlsx", rb"{\rtf1\ansi Dag}"
    yield "gzip.xlsx", b"\x1f\x8b\x08" + bytes(64)
    yield "zeven.xlsx", b"7z\xbc\xaf\x27\x1c" + bytes(64)
    yield "te groot.xlsx", good + bytes(LARGEST_FILE)
    for name, part in (
        ("brief.docx", "word/document.xml"),
        ("dia.pptx", "ppt/presentation.xml"),
        ("calc.ods", "content.xml"),
    ):
        yield f"{name}.xlsx", packed({"[Content_Types].xml": b"<Types/>", part: b"<x/>"})
    yield "archief.xlsx", packed({"foto.png": bytes(100), "brief.txt": b"dag"})
    yield "leeg archief.xlsx", packed({})


def _zip_bombs(good: dict[str, bytes]) -> Iterator[Hostile]:
    yield "zipbom.xlsx", with_part(good, "xl/media/bom.bin", bytes(300 * 2**20))
    yield "zipbom blad.xlsx", with_part(good, SHEET, good[SHEET] + b" " * (260 * 2**20))
    yield "beloofd.xlsx", _zip64_bomb()
    yield "veel delen.xlsx", packed({**good, **{f"xl/media/{n}.bin": b"" for n in range(2_500)}})
    yield "zip in zip.xlsx", with_part(good, "xl/embeddings/nog een.zip", packed({"bom": bytes(10 * 2**20)}))


def _reaching_out(good: dict[str, bytes]) -> Iterator[Hostile]:
    for name in (SHEET, STRINGS, BOOK, "xl/styles.xml", "[Content_Types].xml", "docProps/core.xml"):
        yield f"xmlbom {name.replace('/', ' ')}.xlsx", with_doctype(good, name, BILLION_LAUGHS)
    yield "xmlbom utf16.xlsx", with_doctype(good, STRINGS, BILLION_LAUGHS, "utf-16")
    yield "verwijzing.xlsx", with_doctype(good, STRINGS, EXTERNAL)
    yield "verwijzing blad.xlsx", with_doctype(good, SHEET, EXTERNAL)
    yield "verwijzing type.xlsx", with_doctype(good, STRINGS, EXTERNAL_TYPE)
    yield "macro.xlsx", with_part(good, "xl/vbaProject.bin", OLE)
    yield "macro.xlsm", with_part(good, "xl/VBAproject.BIN", OLE)


def _too_many(good: dict[str, bytes]) -> Iterator[Hostile]:
    many = "".join(f'<row r="{n}"/>' for n in range(1, 100_001))
    yield "honderdduizend rijen.xlsx", with_rows(good, many)
    yield "net te veel rijen.xlsx", with_rows(good, "<row/>" * (MOST_ROWS + 1))
    wide = "".join('<c r="A1" t="b"><v>1</v></c>' for _ in range(16_384))
    yield "heel breed.xlsx", with_rows(good, f'<row r="1">{wide}</row>')
    yield "miljoen cellen.xlsx", with_rows(good, '<row r="1">' + "<c r='A1'/><c />" * 600_000 + "</row>")
    yield "diep.xlsx", with_rows(good, "<row>" * 5_000 + "</row>" * 5_000)
    yield "verre rij.xlsx", with_rows(good, with_head(f'<row r="1048576">{text_cell("A1048576", "x")}</row>'))
    yield "verre kolom.xlsx", with_rows(good, with_head(f'<row r="2">{text_cell("XFD2", "x")}</row>' * 3_000))
    yield (
        "veel stijlen.xlsx",
        with_part(
            good, "xl/styles.xml", good["xl/styles.xml"].replace(b"</cellXfs>", b"<xf/>" * 30_000 + b"</cellXfs>")
        ),
    )
    merged = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(2, 40_000))
    yield "veel samengevoegd.xlsx", with_tail(good, b"<mergeCells>" + merged + b"</mergeCells>")
    yield "alles samengevoegd.xlsx", with_tail(good, b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    rules = b'<dataValidation type="list" sqref="A2"><formula1>1</formula1></dataValidation>' * 30_000
    yield "veel keuzelijsten.xlsx", with_tail(good, b"<dataValidations>" + rules + b"</dataValidations>")
    names = b"".join(b'<definedName name="n%d">n%d,n%d</definedName>' % (n, n - 1, n - 1) for n in range(1, 5_000))
    yield "veel namen.xlsx", with_part(good, BOOK, good[BOOK].replace(b"</definedNames>", names + b"</definedNames>"))


def _bounds(good: dict[str, bytes]) -> Iterator[Hostile]:
    """Little to send, much to read."""
    styles = good["xl/styles.xml"].replace(b"</cellXfs>", b"<xf/>" * 3_000_000 + b"</cellXfs>")
    yield "miljoenen stijlen.xlsx", with_part(good, "xl/styles.xml", styles)
    head = good[STRINGS].partition(b"<si>")[0]
    yield "miljoenen teksten.xlsx", with_part(good, STRINGS, head + b"<si/>" * 3_000_000 + b"</sst>")
    rules = b'<dataValidation type="list" sqref="A2"/>' * 1_000_000
    yield "miljoen keuzelijsten.xlsx", with_tail(good, b"<dataValidations>" + rules + b"</dataValidations>")
    yield "half samengevoegd.xlsx", with_tail(good, b"<mergeCell " * 400_000)
    sheets = b'<sheet name="s" sheetId="9" r:id="rId1"/>' * 20_000
    yield "twintigduizend bladen.xlsx", with_part(good, BOOK, good[BOOK].replace(b"</sheets>", sheets + b"</sheets>"))
    cells = b'<x:row><x:c t="b"><x:v>1</x:v></x:c></x:row>' * 1_000_000
    opened = b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
    yield "ander voorvoegsel.xlsx", with_part(good, SHEET, opened + cells + b"</x:sheetData></x:worksheet>")


def with_tail(good: dict[str, bytes], tail: bytes) -> bytes:
    return with_part(good, SHEET, good[SHEET].replace(b"</sheetData>", b"</sheetData>" + tail))


def _broken_packages(good: bytes, parts: dict[str, bytes]) -> Iterator[Hostile]:
    for percent in (1, 5, 20, 40, 60, 80, 95, 99):
        yield f"afgebroken op {percent}.xlsx", good[: len(good) * percent // 100]
    yield "zonder begin.xlsx", good[200:]
    yield "rommel ervoor.xlsx", b"rommel" * 50 + good
    yield "rommel erna.xlsx", good + b"rommel" * 50
    yield "ander wachtwoord.xlsx", with_flag(good)
    yield "andere pakking.xlsx", good.replace(b"\x08\x00", b"\x63\x00")
    for name in parts:
        yield f"zonder {name.replace('/', ' ')}.xlsx", without(parts, name)
    for name in (SHEET, STRINGS, BOOK, "xl/styles.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        yield f"leeg deel {name.replace('/', ' ')}.xlsx", with_part(parts, name, b"")
        yield f"geen xml {name.replace('/', ' ')}.xlsx", with_part(parts, name, b"\x00\x01geen xml")
        yield f"half deel {name.replace('/', ' ')}.xlsx", with_part(parts, name, parts[name][: len(parts[name]) // 2])
    yield "uit de map.xlsx", packed({**parts, "../../../../mrdb-hostile": b"x", "/mrdb-hostile": b"x"})
    yield "dubbel deel.xlsx", _with_double(parts)
    rels = parts["xl/_rels/workbook.xml.rels"]
    yield "nergens.xlsx", with_part(parts, "xl/_rels/workbook.xml.rels", rels.replace(b"sheet2.xml", b"nergens.xml"))
    yield (
        "kring.xlsx",
        with_part(parts, "xl/_rels/workbook.xml.rels", rels.replace(b"worksheets/sheet2.xml", b"workbook.xml")),
    )
    yield (
        "buiten.xlsx",
        with_part(parts, "xl/_rels/workbook.xml.rels", rels.replace(b"worksheets/sheet2.xml", b"http://127.0.0.1:9/x")),
    )
    yield "verkeerde letters.xlsx", with_part(parts, STRINGS, parts[STRINGS].replace(b"UTF-8", b"UTF-16"))
    yield "onbekende letters.xlsx", with_part(parts, STRINGS, parts[STRINGS].replace(b"UTF-8", b"klingon"))


def with_flag(good: bytes) -> bytes:
    """Every part marked as encrypted."""
    data = bytearray(good)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + offset] |= 1
            start = data.find(signature, start + 4)
    return bytes(data)


def _with_double(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO(packed(parts))
    with zipfile.ZipFile(buffer, "a") as package, warnings.catch_warnings(action="ignore"):
        package.writestr(zipfile.ZipInfo(SHEET), b"<worksheet/>")
    return buffer.getvalue()


def _strange_sheets(good: dict[str, bytes]) -> Iterator[Hostile]:
    texts = {
        "stuurtekens": "a_x0000_b_x0008_c",
        "half teken": "_xD83D_",
        "langste": "x" * 32_767,
        "te lang": "x" * 32_768,
        "miljoen tekens": "x" * 1_000_000,
        "formule": "=1+1",
        "opdracht": "=cmd|' /C calc'!A0",
        "html": "&lt;script&gt;alert(1)&lt;/script&gt;",
        "markdown": "[x](javascript:alert(1)) $\\frac{1}{2}$ :material/home:",
        "rechts naar links": "\u202eabc\u202c",
        "nul breed": "\u200b\ufeff",
    }
    for name, text in texts.items():
        row = f'<row r="2">{text_cell("A2", text)}{text_cell("B2", text)}{text_cell("C2", text)}</row>'
        yield f"{name}.xlsx", with_rows(good, with_head(row))
    numbers = ("1e308", "-1", "NaN", "Infinity", "2958466", "1e-320", "99999999999999999999", "", "twaalf")
    for number in numbers:
        for style in (0, 5):
            row = f'<row r="2"><c r="A2" s="{style}"><v>{number}</v></c><c r="B2" s="{style}"><v>{number}</v></c></row>'
            yield f"getal {number} {style}.xlsx", with_rows(good, with_head(row))
    yield "datum kapot.xlsx", with_rows(good, with_head('<row r="2"><c r="A2" t="d"><v>2026-13-45</v></c></row>'))
    yield "tekst nergens.xlsx", with_rows(good, with_head('<row r="2"><c r="A2" t="s"><v>999999</v></c></row>'))
    yield "fout.xlsx", with_rows(good, with_head('<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>'))
    yield "soort onbekend.xlsx", with_rows(good, with_head('<row r="2"><c r="A2" t="zz"><v>1</v></c></row>'))
    yield "stijl nergens.xlsx", with_rows(good, with_head('<row r="2"><c r="A2" s="9999"><v>1</v></c></row>'))
    for number in ("0", "-5", "x", "99999999999", "1.5"):
        yield f"rij {number}.xlsx", with_rows(good, with_head(f'<row r="{number}">{text_cell("A2", "x")}</row>'))
    for place in ("A0", "1A", "ZZZZ1", "A99999999999", ""):
        yield f"plaats {place}.xlsx", with_rows(good, with_head(f'<row r="2">{text_cell(place, "x")}</row>'))
    array = '<row r="2"><c r="A2"><f t="array" ref="A2:Z99">SUM(A1)</f><v>1</v></c></row>'
    yield "matrix.xlsx", with_rows(good, with_head(array))
    yield (
        "gedeelde formule.xlsx",
        with_rows(good, with_head('<row r="2"><c r="A2"><f t="shared" si="7"/><v>1</v></c></row>')),
    )
    dimension = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', good[SHEET])
    yield "groot gezegd.xlsx", with_part(good, SHEET, dimension)
    yield (
        "raar gezegd.xlsx",
        with_part(good, SHEET, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="ja"', good[SHEET])),
    )
    yield "ander samengevoegd.xlsx", with_tail(good, b'<mergeCells><mergeCell ref="B9:A2"/></mergeCells>')
    sheet = b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>'
    sheets = b"".join(sheet % (n, n) for n in range(10, 1_010))
    yield "duizend bladen.xlsx", with_part(good, BOOK, good[BOOK].replace(b"</sheets>", sheets + b"</sheets>"))
    yield "verborgen.xlsx", with_part(good, BOOK, good[BOOK].replace(b'sheetId="1"', b'sheetId="1" state="veryHidden"'))
    yield (
        "geen bladen.xlsx",
        with_part(good, BOOK, re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", good[BOOK], flags=re.S)),
    )


def _strange_keys(good: dict[str, bytes]) -> Iterator[Hostile]:
    keys = (
        "999999999@999999999999#abcdef",
        "1@0#000000",
        "-1@1#abcdef",
        "1/999999999@1#abcdef",
        "1@1",
        "1@1#ABCDEF",
        "٣@1#abcdef",
        "9" * 5_000,
        "1@1#abcdef" * 3_000,
        "=1@1#abcdef",
        "'; DROP TABLE action; --",
    )
    for number, key in enumerate(keys):
        row = f'<row r="2">{text_cell("A2", key)}{text_cell("B2", "Lopende")}{text_cell("C2", "Dag.")}</row>'
        yield f"sleutel {number}.xlsx", with_rows(good, with_head(row))
        yield f"sleutel {number} dubbel.xlsx", with_rows(good, with_head(row + row.replace("2", "3")))
    yield "alleen sleutel.xlsx", with_rows(good, with_head("", "x"))
    yield "titels dubbel.xlsx", with_rows(good, with_head("", HEADING[Fact.STATUS], HEADING[Fact.STATUS], excel.KEY))
    yield "duizend titels.xlsx", with_rows(good, with_head("", *([HEADING[Fact.STATUS]] * 25)))


def _mutations(good: bytes, count: int) -> Iterator[Hostile]:
    """A good workbook in which something was changed: bytes of the file, or nodes and attributes of a part."""
    chance = random.Random(11)
    parts = parts_of(good)
    ways: tuple[Callable[[random.Random, bytes], bytes], ...] = (_flipped, _dropped, _doubled, _scrambled, _swapped)
    for number in range(count):
        if number % 4 == 0:
            yield f"omgevallen {number}.xlsx", _flipped(chance, good)
            continue
        name = chance.choice([SHEET, SHEET, STRINGS, BOOK, "xl/worksheets/sheet4.xml", *parts])
        changed = chance.choice(ways)(chance, parts[name])
        yield f"gewijzigd {number}.xlsx", with_part(parts, name, changed)


def _flipped(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _nodes(data: bytes) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(rb"<[^>]+>", data)]


def _dropped(chance: random.Random, data: bytes) -> bytes:
    start, end = chance.choice(_nodes(data) or [(0, 0)])
    return data[:start] + data[end:]


def _doubled(chance: random.Random, data: bytes) -> bytes:
    start, end = chance.choice(_nodes(data) or [(0, 0)])
    return data[:end] + data[start:end] * chance.choice((1, 50)) + data[end:]


def _scrambled(chance: random.Random, data: bytes) -> bytes:
    values = [found.span(1) for found in re.finditer(rb'="([^"]*)"', data)]
    start, end = chance.choice(values or [(0, 0)])
    value = chance.choice((b"", b"-1", b"x" * 300, b"999999999999", b"A1:XFD1048576", b"\xc3\xa9", b"&#0;"))
    return data[:start] + value + data[end:]


def _swapped(chance: random.Random, data: bytes) -> bytes:
    nodes = _nodes(data)
    if len(nodes) < 2:
        return data
    (a, b), (c, d) = sorted(chance.sample(nodes, 2))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _lists() -> Iterator[Hostile]:
    """What may come as a ``.csv``."""
    head = b"Nr;Actie;Status\n"
    yield "nul.csv", head + b"1;a\0b;\n"
    yield "alleen nul.csv", bytes(1000)
    yield "honderdduizend.csv", head + b"1;a;\n" * 100_000
    yield "lange regel.csv", head + b"1;" + b"a" * 10_000_000
    yield "breed.csv", b";".join([b"a"] * 10_000) + b"\n" + b";".join([b"b"] * 10_000)
    yield "aanhaling.csv", head + b'1;"open\n' * 500
    yield "twee talen.csv", head + "1;één;\n".encode() + "2;één;\n".encode("cp1252")
    yield "ongeldig.csv", head + b"1;\x81\x8d\x8f;\n"
    yield "halve utf16.csv", b"\xff\xfe" + head + b"1"
    yield "leeg.csv", b"\xef\xbb\xbf\r\n\r\n"
    yield "alleen titels.csv", head
    yield "een kolom.csv", b"Actie\nDoen\nLaten\n"
    yield "formules.csv", head + b"=1+1;=cmd|' /C calc'!A0;@SUM(1)\n"
    yield "stuurtekens.csv", head + bytes(range(1, 32)) + b";x;y\n"
    yield "plaatje.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    yield "werkboek.csv", b"PK\x03\x04" + bytes(64)
    yield "zelfde titels.csv", b"Actie;Actie;Actie\na;b;c\n"


def _documents(good: bytes) -> Iterator[Hostile]:
    parts = parts_of(good)
    document = "word/document.xml"
    text = parts[document].decode()
    yield "leeg.docx", b""
    yield "oud.doc", OLE + bytes(2048)
    yield "zipbom.docx", with_part(parts, "word/media/bom.bin", bytes(300 * 2**20))
    yield "macro.docm", with_part(parts, "word/vbaProject.bin", OLE)
    yield "xmlbom.docx", with_part(parts, document, text.replace("?>", f"?>{BILLION_LAUGHS}", 1).encode())
    yield "verwijzing.docx", with_part(parts, document, text.replace("?>", f"?>{EXTERNAL}", 1).encode())
    yield "zonder document.docx", without(parts, document)
    yield "zonder soorten.docx", without(parts, "[Content_Types].xml")
    yield "half.docx", good[: len(good) // 2]
    yield "half document.docx", with_part(parts, document, parts[document][: len(text) // 2])
    yield "leeg document.docx", with_part(parts, document, b"<w:document xmlns:w='x'/>")
    yield "diep.docx", with_part(parts, document, text.replace("<w:p>", "<w:p><w:r>" * 3_000, 1).encode())
    table = "<w:tbl><w:tr><w:tc>"
    yield "tabel in tabel.docx", with_part(parts, document, text.replace("<w:tc>", f"<w:tc>{table * 200}", 1).encode())
    yield (
        "breed.docx",
        with_part(
            parts, document, text.replace("<w:gridCol ", '<w:gridCol w:w="1"/>' * 50_000 + "<w:gridCol ", 1).encode()
        ),
    )
    span = '<w:gridSpan w:val="999999999"/>'
    yield "samengevoegd.docx", with_part(parts, document, text.replace("<w:tcPr>", f"<w:tcPr>{span}").encode())
    yield "overzicht.docx", packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"})
    chance = random.Random(12)
    for number in range(20):
        changed = chance.choice((_flipped, _dropped, _doubled, _scrambled, _swapped))(chance, parts[document])
        yield f"gewijzigd {number}.docx", with_part(parts, document, changed)


def _zip64_bomb() -> bytes:
    """A central directory that promises more than there is."""
    data = packed({BOOK: b"<x/>"})
    end = data.rfind(b"PK\x05\x06")
    return data[:end] + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, 4_000_000_000, 4_000_000_000, 0)
