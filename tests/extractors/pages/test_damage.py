"""A sheet whose drawing is broken in the file is told, and its document is not called complete."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zlib
from collections.abc import Callable, Sequence

import pytest
from fpdf import FPDF
from PIL import Image

from extractors.document import extract
from extractors.ocr.which_sheets import needs_ocr, read_where_needed, readers_here
from extractors.pages.damage import find_damage
from extractors.pdf.open import OpenPdf
from extractors.pdf.streams import find_broken_streams
from extractors.sheets import read_sheets
from schemas.document import Extraction, Source
from schemas.kinds import TextSource
from schemas.page import Page, SheetsByOcr
from schemas.warnings import Code, Warned, warn
from tests.extractors.ocr.conftest import needs_rapidocr

Damaged = Callable[[bytes], bytes]
Object = tuple[int, bytes]

CONTENT_CUT, CONTENT_ALTERED = warn(Code.CONTENT_CUT), warn(Code.CONTENT_ALTERED)
SCAN_BROKEN, PICTURE_BROKEN = warn(Code.SCAN_BROKEN), warn(Code.PICTURE_BROKEN)
FONT_BROKEN = warn(Code.FONT_BROKEN)

CODE = "\n".join(
    f"BT /F 11 Tf 60 {780 - 14 * n} Td (Post {n} kostar {1371 * n} kr) Tj ET" for n in range(40)
).encode()
FORM = b"/Subtype /Form /BBox [0 0 595 842] /Resources 4 0 R"


def stream(data: bytes, rest: bytes = b"/Filter /FlateDecode", length: int | None = None) -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (
        len(data) if length is None else length,
        rest,
        data,
    )


def packed(code: bytes = CODE) -> bytes:
    return zlib.compress(code)


def pdf_of(
    contents: bytes, *others: Object, sheet_2: bytes | None = None, contents_ref: bytes = b"5 0 R"
) -> bytes:
    """A file of two sheets with one font, `F`: 5 is the first sheet's content, 6 the second's."""
    drawn = stream(packed()) if sheet_2 is None else sheet_2
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 4 0 R /Contents %s >>"
    shapes = b" ".join(b"/X%d %d 0 R" % (number, number) for number, _ in others)
    objects: list[Object] = [
        (1, b"<< /Type /Catalog /Pages 2 0 R >>"),
        (2, b"<< /Type /Pages /Kids [3 0 R 7 0 R] /Count 2 >>"),
        (3, page % contents_ref),
        (4, b"<< /Font << /F 8 0 R >> /XObject << %s >> >>" % shapes),
        (5, contents),
        (6, drawn),
        (7, page % b"6 0 R"),
        (8, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 9 0 R >>"),
        (9, stream(packed(b"/CIDInit /ProcSet findresource begin end"))),
        *others,
    ]
    return written(b"%PDF-1.7\n", objects)


def written(before: bytes, objects: Sequence[Object], prev: int = 0) -> bytes:
    """The objects after `before`, with a table of their places that goes on from the one at `prev`."""
    out, places = bytearray(before), []
    for number, body in objects:
        places.append(b"%d 1\n%010d 00000 n \n" % (number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    trailer = b"trailer\n<< /Size 40 /Root 1 0 R%s >>\n" % (b" /Prev %d" % prev if prev else b"")
    return bytes(out) + b"xref\n%s%sstartxref\n%d\n%%%%EOF\n" % (b"".join(places), trailer, len(out))


def told(pdf: bytes) -> list[tuple[Warned, ...]]:
    """What is said of each sheet."""
    with OpenPdf(pdf) as opened:
        pages = list(opened.pages())
    damage = find_damage(pdf, pages)
    assert damage.of_file == ()
    return [damage.of_sheets.get(page.number, ()) for page in pages]


def read(pdf: bytes, most_by_ocr: int = 0) -> Extraction:
    return extract(pdf, Source(hashlib.sha256(pdf).hexdigest(), "skadad.pdf"), most_by_ocr=most_by_ocr)


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def middle_zeroed(data: bytes) -> bytes:
    at = len(data) // 2
    return data[:at] + bytes(40) + data[at + 40 :]


def one_figure_changed(data: bytes) -> bytes:
    """Whole deflated data of another text, under the checksum of the first."""
    return zlib.compress(zlib.decompress(data).replace(b"kostar 1371 kr", b"kostar 7371 kr"))[:-4] + data[-4:]


BREAKS = {
    "cut": (half, CONTENT_CUT),
    "nothing but zeros": (lambda data: bytes(len(data)), CONTENT_CUT),
    "zeros in the middle, and codes that go on after them": (middle_zeroed, CONTENT_ALTERED),
    "no heading": (lambda data: b"xx" + data[2:], CONTENT_CUT),
    "garbage before": (lambda data: b"\r\n" + data, CONTENT_CUT),
    "altered": (one_figure_changed, CONTENT_ALTERED),
}


@pytest.mark.parametrize(("damaged", "warning"), BREAKS.values(), ids=BREAKS)
def test_a_sheet_with_a_broken_content_is_told_and_the_document_is_partial(
    damaged: Damaged, warning: Warned
) -> None:
    reading = read(pdf_of(stream(damaged(packed()))))
    assert [warning in sheet.warnings for sheet in reading.pages] == [True, False]
    assert reading.status == "partial"
    assert not reading.pages[0].is_blank


WHOLE = {
    "plain": stream(packed()),
    "the length is short": stream(packed(), length=100),
    "the length is long": stream(packed(), length=5000),
    "no checksum": stream(packed()[:-4]),
    "zeros for a checksum": stream(packed()[:-4] + bytes(4)),
    "garbage after": stream(packed() + b"\0\0\r\n trailing"),
    "checksum that ends in a line feed": stream(packed(b"BT ET\xf9")),
    "in two layers": stream(base64.a85encode(packed()) + b"~>", b"/Filter [/ASCII85Decode /FlateDecode]"),
    "in hex": stream(packed().hex().encode() + b">", b"/Filter [ /AHx /Fl ]"),
    "not deflated": stream(CODE, b""),
    "empty": stream(b""),
    "a filter nobody judges": stream(b"\x80\x0b\x60\x50\x22", b"/Filter /LZWDecode"),
    "with the word endstream among the data": stream(zlib.compress(b"% endstream\n" + CODE, 0)),
}


@pytest.mark.parametrize("contents", WHOLE.values(), ids=WHOLE)
def test_what_is_read_whole_is_not_accused(contents: bytes) -> None:
    assert told(pdf_of(contents)) == [(), ()]
    assert read(pdf_of(contents)).status == "complete"


@pytest.mark.parametrize(
    "contents",
    [
        stream(half(base64.a85encode(packed())) + b"~>", b"/Filter [/ASCII85Decode /FlateDecode]"),
        stream(base64.a85encode(packed()).replace(b"a", b"\xff", 1) + b"~>", b"/Filter [/A85 /Fl]"),
        stream(half(packed()).hex().encode() + b">", b"/Filter [/ASCIIHexDecode /FlateDecode]"),
        stream(half(packed())).replace(b"endstream", b"endXtream"),
        stream(packed()).replace(b">>\nstream", b">>\nstrXam"),
    ],
    ids=[
        "ascii85",
        "no sign of the 85",
        "hex",
        "the word at the end is lost",
        "the word at the beginning is lost",
    ],
)
def test_a_content_broken_in_another_dress_is_told(contents: bytes) -> None:
    assert told(pdf_of(contents)) == [(CONTENT_CUT,), ()]


def test_one_stream_of_several_is_enough() -> None:
    pdf = pdf_of(stream(packed()), (10, stream(half(packed()))), contents_ref=b"[5 0 R 10 0 R]")
    assert told(pdf) == [(CONTENT_CUT,), ()]


def test_a_content_that_the_file_has_lost_is_told() -> None:
    pdf = pdf_of(stream(packed()), (10, stream(half(packed()))), contents_ref=b"[5 0 R 10 0 R 33 0 R]")
    assert told(pdf)[0] == (CONTENT_CUT,)


def test_a_form_is_told_on_the_sheets_that_draw_it() -> None:
    form = (10, stream(half(packed()), b"/Filter /FlateDecode " + FORM))
    inner = (11, stream(packed(b"/X10 Do"), b"/Filter /FlateDecode " + FORM))
    drawing = stream(packed(b"q /X11 Do Q"))
    assert told(pdf_of(drawing, form, inner)) == [(CONTENT_CUT,), ()]


def test_an_older_object_that_was_replaced_is_no_sheets_harm() -> None:
    old = pdf_of(stream(half(packed())))
    pdf = written(old, [(5, stream(packed()))], prev=int(re.findall(rb"startxref\n(\d+)", old)[0]))
    assert find_broken_streams(pdf)
    assert told(pdf) == [(), ()]
    assert read(pdf).status == "complete"


def test_a_file_whose_last_bytes_are_missing_has_lost_nothing() -> None:
    pdf = pdf_of(stream(packed()))[:-20]
    assert b"startxref" not in pdf
    assert told(pdf) == [(), ()]
    assert told(pdf_of(stream(half(packed())))[:-20]) == [(CONTENT_CUT,), ()]


def test_a_broken_font_is_told_and_costs_no_status() -> None:
    pdf = pdf_of(stream(packed())).replace(packed(b"/CIDInit /ProcSet findresource begin end"), bytes(20), 1)
    assert [warnings == (FONT_BROKEN,) for warnings in told(pdf)] == [True, True]
    assert read(pdf).status == "complete"


def jpeg(size: tuple[int, int]) -> bytes:
    held = io.BytesIO()
    Image.effect_noise(size, 60).save(held, "JPEG")
    return held.getvalue()


def picture(data: bytes, filters: bytes = b"/DCTDecode") -> Object:
    rest = (
        b"/Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter "
        + filters
    )
    return 10, stream(data, rest)


def test_a_broken_picture_beside_text_is_told_and_costs_no_status() -> None:
    drawing = stream(packed(CODE + b"\nq 50 0 0 50 400 100 cm /X10 Do Q"))
    pdf = pdf_of(drawing, picture(half(jpeg((100, 100)))))
    assert told(pdf) == [(PICTURE_BROKEN,), ()]
    assert read(pdf).status == "complete"


@pytest.mark.parametrize(
    "broken",
    [picture(half(jpeg((100, 100)))), picture(half(zlib.compress(bytes(range(250)) * 40)), b"/FlateDecode")],
    ids=["jpeg", "deflated"],
)
def test_a_scan_whose_picture_is_not_whole_is_partial(broken: Object) -> None:
    pdf = pdf_of(stream(packed(b"q 595 0 0 842 0 0 cm /X10 Do Q")), broken)
    assert told(pdf) == [(SCAN_BROKEN,), ()]
    assert told(pdf_of(stream(packed(b"q 595 0 0 842 0 0 cm /X10 Do Q")), picture(jpeg((100, 100))))) == [
        (),
        (),
    ]


def test_a_harm_that_cannot_be_placed_is_the_documents() -> None:
    pdf = pdf_of(stream(half(packed()))).replace(
        b"/Kids [3 0 R 7 0 R] /Count 2", b"/Kids [3 0 R 7 0 R] /Count 5"
    )
    reading = read(pdf)
    assert reading.status == "partial"
    assert reading.warnings[0].code is Code.FILE_BROKEN


@pytest.mark.parametrize("method", ["RC4", "AES_128", "AES_256"])
def test_a_file_under_its_owners_password_is_not_accused(method: str) -> None:
    from fpdf.enums import AccessPermission, EncryptionMethod

    pdf = FPDF()
    pdf.set_encryption("ägaren", "", EncryptionMethod[method], AccessPermission.none())
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, text="Årets kostnader blev 12 345 kr. " * 40)
    assert told(bytes(pdf.output())) == [()]


@needs_rapidocr
def test_a_broken_sheet_is_looked_at_in_its_picture_and_stays_told() -> None:
    pdf = pdf_of(stream(half(packed())))
    sheets = read_sheets(pdf)
    assert list(sheets.by_ocr.sheets) == [1]
    assert CONTENT_CUT in sheets.pages[0].warnings


@needs_rapidocr
def test_what_ocr_made_of_a_broken_sheet_before_does_not_hide_its_damage() -> None:
    page = Page(1, 595, 842, 0, (), warnings=(CONTENT_CUT,))
    assert needs_ocr(page)
    known = SheetsByOcr(readers_here(), {1: Page(1, 595, 842, 0, (), text_source=TextSource.OCR)})
    (kept,), _ = read_where_needed(None, [page], known=known)
    assert CONTENT_CUT in kept.warnings
