"""What lies embedded in a PDF, by PDFium's own handle of a real file."""

from __future__ import annotations

import pypdfium2.raw as pdfium
import pytest
from fpdf import FPDF

from extractors.pdf import attached as module
from extractors.pdf.attached import read_attached
from schemas.document import AttachedFile


def attached(**files: bytes) -> list[AttachedFile]:
    pdf = FPDF()
    pdf.add_page()
    for name, content in files.items():
        pdf.embed_file(basename=f"{name}.pdf", bytes=content)
    data = bytes(pdf.output())
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    found = read_attached(handle)
    pdfium.FPDF_CloseDocument(handle)
    return found


def test_only_what_is_a_pdf_is_given_with_its_bytes_whatever_it_is_called() -> None:
    inner = b"\n%PDF-1.4 " + bytes(range(256)) * 9
    assert attached(ärende=inner, bild=b"GIF89a") == [
        AttachedFile("ärende.pdf", inner),
        AttachedFile("bild.pdf"),
    ]


def test_a_file_without_files_has_none() -> None:
    assert attached() == []


def test_more_bytes_than_a_portfolio_holds_are_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 15)
    assert attached(a=b"%PDF-1.4 a", b=b"%PDF-1.4 b") == [
        AttachedFile("a.pdf", b"%PDF-1.4 a"),
        AttachedFile("b.pdf"),
    ]


def test_files_beyond_the_most_are_told_by_name_and_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 1)
    assert attached(a=b"%PDF-1.4 a", b=b"%PDF-1.4 b") == [
        AttachedFile("a.pdf", b"%PDF-1.4 a"),
        AttachedFile("b.pdf"),
    ]


def test_a_name_with_a_dot_that_ends_nothing_may_be_a_paper() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.embed_file(basename="Bilaga 2.1 Budget", bytes=b"%PDF-1.4 a")
    data = bytes(pdf.output())
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    found = read_attached(handle)
    pdfium.FPDF_CloseDocument(handle)
    assert [each.pdf for each in found] == [b"%PDF-1.4 a"]
