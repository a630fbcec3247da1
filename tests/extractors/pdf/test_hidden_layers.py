"""What lies in a layer that is off is not on the sheet, whatever the file holds."""

from __future__ import annotations

import zlib

import pytest

from extractors.pdf.hidden_layers import has_layers_off
from extractors.pdf.open import OpenPdf

DRAWING = (
    b"BT /F 10 Tf 60 700 Td (Belopp) Tj ET "
    b"/OC /L1 BDC BT /F 10 Tf 60 680 Td (Utkast) Tj ET 60 670 80 1 re f EMC "
    b"/OC /L2 BDC BT /F 10 Tf 60 660 Td (450) Tj ET EMC "
    b"/OC /L1 BDC BT 3 Tr /F 10 Tf 60 640 Td (tkr) Tj ET EMC"
)


def paper(*, off: str, packed: bool = False) -> bytes:
    """A sheet with words in two layers, and one word without ink; `off` names those that are off."""
    layers = b"<< /OCGs [6 0 R 7 0 R] /D << /ON [] /OFF [%s] >> >>" % off.encode()
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /OCProperties %s >>" % (b"8 0 R" if packed else layers),
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
        b"<< /Font << /F 5 0 R >> /Properties << /L1 6 0 R /L2 7 0 R >> >> >>",
        4: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(DRAWING), DRAWING),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        6: b"<< /Type /OCG /Name (Arbetslager) >>",
        7: b"<< /Type /OCG /Name (Tryck) >>",
        8: layers,
    }
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in objects.items())
    return b"%PDF-1.5\n" + body + b"trailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF\n"


@pytest.mark.parametrize(
    ("off", "words", "rules"),
    [
        ("6 0 R", ["Belopp", "450"], 0),
        ("7 0 R", ["Belopp", "Utkast"], 1),
        ("", ["Belopp", "Utkast", "450"], 1),
    ],
)
def test_words_and_lines_of_a_layer_that_is_off_are_not_read(off: str, words: list[str], rules: int) -> None:
    with OpenPdf(paper(off=off)) as opened:
        sheet = next(opened.pages())
    assert [word.text for word in sheet.words] == words
    assert len(sheet.rules) == rules


def test_a_form_with_the_text_that_ocr_laid_over_a_scan_stays() -> None:
    """To take it out changes no picture: it is no layer, and holds the text of the sheet."""
    inner = b"BT 3 Tr /F 10 Tf 60 600 Td (inlagd) Tj ET"
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length %d "
        b"/Resources << /Font << /F 5 0 R >> >> >>"
    )
    added = b"9 0 obj\n" + form % len(inner) + b"\nstream\n" + inner + b"\nendstream\nendobj\n"
    pdf = paper(off="6 0 R").replace(b"trailer", added + b"trailer").replace(b"/Size 9", b"/Size 10")
    pdf = pdf.replace(b"/Properties", b"/XObject << /X 9 0 R >> /Properties")
    pdf = pdf.replace(b"BT /F 10 Tf 60 700 Td (Belopp) Tj ET ", b"/X Do 60 598 30 9 re f               ")
    with OpenPdf(pdf) as opened:
        assert "inlagd" in [word.text for word in next(opened.pages()).words]


def test_layers_are_found_where_they_are_packed_into_an_object_stream() -> None:
    held = zlib.compress(b"1 0 << /OCProperties << /D << /OFF [ 6 0 R ] >> >> >>")
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(held)
    assert has_layers_off(b"%PDF-1.5\n9 0 obj\n" + head + held + b"\nendstream")
    assert not has_layers_off(b"%PDF-1.5\n9 0 obj\n" + head + held[:9] + b"\nendstream")
