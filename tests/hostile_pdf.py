"""PDF files that somebody might hand in by mistake or by malice, made here by hand: no library writes such files."""

import random
import zlib
from collections.abc import Iterator, Mapping

from shapes.truth import PDF

Hostile = tuple[str, bytes]
FAMILIES = {"broken PDF": 28, "PDF that goes round": 10, "PDF that swells": 10, "mutated PDF": 20}
"""How many files there are of each kind."""
Objects = dict[int, bytes]
GOOD = b"BT /F1 12 Tf 72 700 Td (Aanbeveling 1: doe meer) Tj ET"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"


def hostile_pdfs() -> dict[str, Iterator[Hostile]]:
    """The families of ``FAMILIES``."""
    good = (PDF / "en-one-landscape-table.pdf").read_bytes()
    return dict(zip(FAMILIES, (broken(), going_round(), swelling(), mutated(good, 20)), strict=True))


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def flate(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 1)
    return stream(content, b"/Filter [" + b"/FlateDecode " * times + b"]")


def objects(changes: Mapping[int, bytes] | None = None) -> Objects:
    """A document of one page with one line; ``changes`` are put in their place."""
    good = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: PAGE,
        4: stream(GOOD),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    return good | dict(changes or {})


def pdf(parts: Objects, trailer: bytes = b"") -> bytes:
    data, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number, part in parts.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(data)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items())
    size = max(parts, default=0) + 1
    data += b"xref\n0 1\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>" % (table, size, trailer)
    return data + b"\nstartxref\n%d\n%%%%EOF" % start


def changed(**parts: bytes) -> bytes:
    """``changed(_4=...)`` puts that in the place of object 4."""
    return pdf(objects({int(number[1:]): part for number, part in parts.items()}))


def painted(content: bytes) -> bytes:
    return changed(_4=flate(content))


def endless() -> bytes:
    """It says that it holds two thousand million objects."""
    numbers = b"<< /Type /XRef /Size 2000000000 /W [1 8 8] /Index [0 2000000000] /Root 1 0 R /Length 0 >>"
    body = changed(_7=numbers + b"\nstream\n\nendstream")
    return body.rpartition(b"startxref")[0] + b"startxref\n%d\n%%%%EOF" % body.index(b"7 0 obj")


def broken() -> Iterator[Hostile]:
    good = pdf(objects())
    yield "alleen kop.pdf", b"%PDF-1.7\n"
    yield "half.pdf", good[: len(good) // 2]
    yield "zonder tabel.pdf", good.partition(b"xref")[0]
    yield "rommel.pdf", b"%PDF-1.4\n" + random.Random(7).randbytes(4000)
    yield "nullen.pdf", b"%PDF-1.4\n" + bytes(4000)
    yield "zonder begin.pdf", good.replace(b"startxref", b"startxxxx")
    yield "verkeerde tabel.pdf", good.replace(b"00000 n", b"00000 f")
    yield "zonder bladen.pdf", changed(_2=b"<< /Type /Pages /Kids [] /Count 0 >>")
    yield "zonder wortel.pdf", good.replace(b"/Root 1 0 R", b"/Root 9 0 R")
    yield "blad zonder maat.pdf", changed(_3=PAGE.replace(b"/MediaBox [0 0 595 842]", b""))
    yield "vreemde maat.pdf", changed(_3=PAGE.replace(b"595 842", b"(a) /b"))
    yield "maat nul.pdf", changed(_3=PAGE.replace(b"595 842", b"0 0"))
    yield "reuzenblad.pdf", changed(_3=PAGE.replace(b"595 842", b"1e300 -1e300"))
    yield "scheef gedraaid.pdf", changed(_3=PAGE.replace(b"/MediaBox", b"/Rotate (rond) /MediaBox"))
    yield "gedraaid.pdf", changed(_3=PAGE.replace(b"/MediaBox", b"/Rotate 45 /MediaBox"))
    yield "zonder inhoud.pdf", changed(_3=PAGE.replace(b"4 0 R", b"99 0 R"))
    yield "inhoud is zichzelf.pdf", changed(_3=PAGE.replace(b"/Contents 4 0 R", b"/Contents [3 0 R 3 0 R]"))
    yield "zonder lettertype.pdf", changed(_5=b"null")
    yield "vreemd lettertype.pdf", changed(_5=b"<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] >>")
    yield "lettertype zonder letters.pdf", changed(_5=b"<< /Subtype /Type3 /FontMatrix [0 0 0 0 0 0] >>")
    yield "tekens zonder zin.pdf", painted(b"BT /F1 (x) Tf [1 (a) /b] TJ (c) Td ]] >> ET Q Q Q BI ID EI")
    yield "foute stroom.pdf", changed(_4=stream(b"geen zlib", b"/Filter /FlateDecode"))
    yield "onbekende stroom.pdf", changed(_4=stream(GOOD, b"/Filter /RaadMaar"))
    yield "lange stroom.pdf", changed(_4=stream(GOOD).replace(b"/Length 54", b"/Length 999999999"))
    yield "wachtwoord.pdf", pdf(objects(), b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 "
                                           b"/O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32))  # fmt: skip
    yield "vreemd slot.pdf", pdf(objects(), b"/Encrypt << /Filter /EigenSlot /V 9 >>")
    yield "leeg blad.pdf", painted(b"")
    scan = stream(b"\0" * 100, b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 "
                               b"/ColorSpace /DeviceGray")  # fmt: skip
    page = PAGE.replace(b"/Font", b"/XObject << /I 6 0 R >> /Font")
    yield "scan.pdf", pdf(objects({3: page, 4: stream(b"595 0 0 842 0 0 cm /I Do"), 6: scan}))


def going_round() -> Iterator[Hostile]:
    yield "bladen in een kring.pdf", changed(_2=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Parent 2 0 R /Count 2 >>")
    kids = b"<< /Type /Pages /Kids [%s] /Count 5000 >>" % (b"3 0 R " * 5000)
    yield "vijfduizend keer een blad.pdf", changed(_2=kids)
    many = dict.fromkeys(range(10, 900), PAGE)
    kids = b"<< /Type /Pages /Kids [%s] /Count 890 >>" % b" ".join(b"%d 0 R" % n for n in many)
    yield "veel bladen.pdf", pdf(objects({2: kids, **many}))
    yield "tabel naar zichzelf.pdf", pdf(objects(), b"/Prev 15")
    yield "lengte van zichzelf.pdf", changed(_4=b"<< /Length 4 0 R >>\nstream\n" + GOOD + b"\nendstream")
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
    page = PAGE.replace(b"/Font", b"/XObject << /X 10 0 R >> /Font")
    yield "vorm in zichzelf.pdf", pdf(objects({3: page, 4: stream(b"/X Do"), 10: stream(b"/X Do", form % 10)}))
    laughs = {n: stream(b"/X Do " * 10, form % (n + 1)) for n in range(10, 30)}
    yield "duizend keer duizend.pdf", pdf(objects({3: page, 4: stream(b"/X Do"), **laughs}))
    yield "diepe lijst.pdf", changed(_3=b"[" * 100_000 + b"]" * 100_000)
    yield "diepe inhoud.pdf", painted(b"[" * 200_000)
    yield "diep woordenboek.pdf", changed(_5=b"<< /A " * 50_000 + b">> " * 50_000)


def swelling() -> Iterator[Hostile]:
    yield "zwelt.pdf", painted(b" " * (400 * 2**20))
    yield "zwelt twee keer.pdf", changed(_4=flate(bytes(400 * 2**20), 2))
    yield "herhaalt.pdf", changed(_4=stream(b"\x81 " * 2_000_000 + b"\x80", b"/Filter /RunLengthDecode"))
    predicted = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"
    yield "brede regels.pdf", changed(_4=stream(zlib.compress(GOOD), predicted))
    yield "veel letters.pdf", painted(b"BT /F1 1 Tf " + b"(aaaaaaaaaa) Tj " * 50_000 + b"ET")
    yield "veel lijnen.pdf", painted(b"".join(b"%d 0 m %d 800 l S " % (n, n) for n in range(0, 100_000, 2)))
    net = b"".join(b"%d 0 m %d 800 l S 0 %d m 800 %d l S " % (n, n, n, n) for n in range(0, 800, 4))
    yield "net van lijnen.pdf", painted(net)
    yield "bewaart alles.pdf", painted(b"q " * 500_000)
    ranges = b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    yield "alle letters.pdf", pdf(objects({5: font, 6: stream(ranges)}))
    yield "ver getal.pdf", painted(b"BT /F1 1e38 Tf 1e38 1e38 Td (a) Tj 9" + b"9" * 5000 + b" 0 Td (b) Tj ET")


def mutated(good: bytes, count: int) -> Iterator[Hostile]:
    """``good`` with bytes changed, cut out or doubled, drawn with a fixed seed so that a failure comes back."""
    chance = random.Random(13)
    for n in range(count):
        data = bytearray(good)
        for _ in range(chance.randrange(1, 40)):
            place = chance.randrange(len(data))
            match chance.randrange(3):
                case 0:
                    data[place] = chance.randrange(256)
                case 1:
                    del data[place : place + chance.randrange(60)]
                case _:
                    data[place:place] = data[place : place + chance.randrange(60)]
        yield f"gewijzigd {n}.pdf", bytes(data)
