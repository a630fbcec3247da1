"""A PDF held open: what it says of itself, and what it says where it cannot be read."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest

from extractors.pdf.open import OpenPdf
from schemas.errors import DamagedPdf, EncryptedPdf, NotAPdf, TooManyPages

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "samples" / "utdrag-budget" / "utdrag-budget.pdf"


def empty_pdf(sheets: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(sheets):
        document.new_page(200, 100)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_sheets_come_in_order_with_their_size() -> None:
    with OpenPdf(empty_pdf(3)) as opened:
        sheets = list(opened.pages())
    assert [(sheet.number, sheet.width, sheet.height) for sheet in sheets] == [
        (n, 200.0, 100.0) for n in (1, 2, 3)
    ]


def test_the_program_that_made_it_is_told() -> None:
    with OpenPdf(SAMPLE.read_bytes()) as opened:
        assert opened.meta("Producer") and opened.meta("Nonsense") is None


def test_too_many_sheets_are_not_read() -> None:
    with pytest.raises(TooManyPages, match="3 sidor"):
        OpenPdf(empty_pdf(3), max_pages=2)


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"Hej", NotAPdf), (b"<!DOCTYPE html>", NotAPdf), (b"%PDF-1.7\n" + b"x" * 99, DamagedPdf)],
)
def test_what_is_no_pdf_or_a_broken_one_says_so(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        OpenPdf(data)


def test_a_web_page_in_a_pdf_s_place_is_called_by_its_name() -> None:
    with pytest.raises(NotAPdf, match="webbsida"):
        OpenPdf(b"<html><body>404</body></html>")


def test_a_locked_file_is_locked_and_not_damaged() -> None:
    locked = ROOT / "tests" / "samples" / "bad" / "encrypted_with_password.pdf"
    with pytest.raises(EncryptedPdf):
        OpenPdf(locked.read_bytes())
