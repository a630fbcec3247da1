"""Bold and italic, also of a PDF whose printer has thrown the fonts' names and weights away."""

from __future__ import annotations

import re
from pathlib import Path

from extractors.pdf.faces import style_of_sfnt
from extractors.pdf.open import OpenPdf

SAMPLES = Path(__file__).parents[3] / "samples"


def test_a_print_to_pdf_of_a_sheet_keeps_what_is_bold() -> None:
    """Windows' printer names fonts CIDFont+F1 and gives stems that make weights of thousands."""
    pdf = (SAMPLES / "finlandssvensk/finlandssvensk.pdf").read_bytes()
    printed, count = re.subn(rb"/StemV \d+", b"/StemV 940", pdf)
    printed, named = re.subn(rb"BitstreamVeraSans-(?:Bold|Roman)", lambda m: b"F" * len(m[0]), printed)
    assert count == 2
    assert named >= 4
    assert _bold_words(printed) == _bold_words(pdf) != []


def _bold_words(pdf: bytes) -> list[tuple[int, str]]:
    with OpenPdf(pdf) as opened:
        sheets = list(opened.pages())
    words = [word for sheet in sheets for word in sheet.words]
    assert not all(word.bold for word in words)
    return [(sheet.number, word.text) for sheet in sheets for word in sheet.words if word.bold]


def test_a_font_cut_short_says_nothing_of_itself() -> None:
    assert style_of_sfnt(b"") is None
    assert style_of_sfnt(b"OTTO\x00\x09") is None
    assert (
        style_of_sfnt(b"\x00\x01\x00\x00\x00\x01" + bytes(6) + b"head" + bytes(4) + b"\xff\xff\xff\xff" * 2)
        is None
    )
    assert style_of_sfnt(b"%!PS-AdobeFont-1.0: Plain" + bytes(40)) is None


def test_a_font_says_itself_whether_it_is_bold_or_italic() -> None:
    for style, expected in ((0, (False, False)), (1, (True, False)), (2, (False, True)), (3, (True, True))):
        head = bytes(44) + style.to_bytes(2, "big")
        entry = b"head" + bytes(4) + (28).to_bytes(4, "big") + len(head).to_bytes(4, "big")
        assert style_of_sfnt(b"true\x00\x01" + bytes(6) + entry + head) == expected
