"""Files that no reader should trip over: tests/samples/bad/*.pdf."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

from making.fonts import font_path

HTML = """<!doctype html>
<html lang="sv"><head><title>404</title></head>
<body><h1>Sidan finns inte</h1><p>Protokollet har flyttats till den nya anslagstavlan.</p></body></html>
"""
PASSWORD = "Strandgatan 7"
METRES_10 = 28_346.46


def one_page(
    password: str | None = None, size: tuple[float, float] = (595.28, 841.89), empty: bool = False
) -> bytes:
    """A page of text; with a password, or encrypted without one (`empty`)."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    lock = (
        StandardEncryption("" if empty else password, ownerPassword="owner", strength=128)
        if password or empty
        else None
    )
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1, encrypt=lock)
    pdfmetrics.registerFont(TTFont("Vera", str(font_path("Vera"))))
    canvas.setFont("Vera", 11)
    canvas.drawString(72, size[1] - 72, "Tallviks kommun")
    canvas.drawString(72, size[1] - 100, "§ 5 Val av justerare")
    canvas.drawString(72, size[1] - 118, "Kommunstyrelsen utser Åke Öman (C) att justera protokollet.")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def assembled(objects: list[bytes]) -> bytes:
    """A PDF of the given objects, numbered from 1, the first of them the catalogue."""
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % o for o in offsets
    )
    return bytes(
        out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def zero_pages() -> bytes:
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


def three_thousand_pages(count: int = 3_000) -> bytes:
    """Every page its own object, all of them in one compressed object stream; each prints the same line."""
    kids = b" ".join(b"%d 0 R" % n for n in range(6, 6 + count))
    packed = [
        (1, b"<</Type/Catalog/Pages 2 0 R>>"),
        (
            2,
            b"<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 300 200]/Resources<</Font<</F 3 0 R>>>>>>"
            % (count, kids),
        ),
        (3, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"),
        *((n, b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>") for n in range(6, 6 + count)),
    ]
    words = b"BT /F 12 Tf 30 150 Td (Protokoll 2025-01-14) Tj ET"
    out = bytearray(b"%PDF-1.5\n")
    places = {4: (1, len(out), 0)}
    out += b"4 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\n" % (len(words), words)
    places[5] = (1, len(out), 0)
    out += _stream(
        5,
        b"/Type/ObjStm/N %d/First %d" % _index(packed)[1:],
        _index(packed)[0] + b" ".join(body for _, body in packed),
    )
    for place, (number, _) in enumerate(packed):
        places[number] = (2, 5, place)
    last, start = 6 + count, len(out)
    places[0], places[last] = (0, 0, 0xFFFF), (1, start, 0)
    table = b"".join(
        bytes([k]) + a.to_bytes(4, "big") + b.to_bytes(2, "big")
        for k, a, b in (places[n] for n in range(last + 1))
    )
    out += _stream(last, b"/Type/XRef/W[1 4 2]/Size %d/Root 1 0 R" % (last + 1), table)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _index(packed: list[tuple[int, bytes]]) -> tuple[bytes, int, int]:
    """The head of an object stream, how many objects it holds, and its own length."""
    pairs, offset = [], 0
    for number, body in packed:
        pairs.append(b"%d %d" % (number, offset))
        offset += len(body) + 1
    head = b" ".join(pairs) + b"\n"
    return head, len(packed), len(head)


def _stream(number: int, entries: bytes, data: bytes) -> bytes:
    data = zlib.compress(data, 9)
    return b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream\nendobj\n" % (
        number,
        entries,
        len(data),
        data,
    )


def bad_files(whole: bytes) -> dict[str, bytes]:
    """Name and bytes of each bad file; `whole` is the sound sample that the truncated ones are cut from."""
    return {
        "not_a_pdf.pdf": HTML.encode(),
        "empty.pdf": b"",
        "truncated.pdf": whole[:6_000],
        "truncated_tail.pdf": whole[:-16],
        "encrypted_with_password.pdf": one_page(PASSWORD),
        "encrypted_empty_password.pdf": one_page(empty=True),
        "zero_pages.pdf": zero_pages(),
        "huge_page.pdf": one_page(size=(METRES_10, METRES_10)),
        "three_thousand_pages.pdf": three_thousand_pages(),
    }


def write_bad_files(folder: Path, whole: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in bad_files(whole).items():
        (folder / name).write_bytes(data)
        print(f"bad/{name}: {len(data):,} bytes")
