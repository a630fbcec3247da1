"""What lies embedded in a PDF, by PDFium's own handle of a real file."""

from __future__ import annotations

import pypdfium2.raw as pdfium
from fpdf import FPDF

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
