"""Turned letters over narrow columns are their headers; turned notes beside a table head nothing."""

from __future__ import annotations

from fpdf import FPDF

from extractors.document import extract
from schemas.document import Extraction, Source
from schemas.warnings import Code

ROWS = (
    ("Bryggan", "1 250", "1 300", "50"),
    ("Båthuset", "840", "900", "60"),
    ("Summa", "2 090", "2 200", "110"),
)
EDGES = (250.0, 310.0, 370.0)  # where the columns end


def read(heads: tuple[str, ...], x: tuple[float, ...] = EDGES, y: float = 195) -> Extraction:
    """A table of three columns with turned lines that end above the rows, read."""
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    pdf.text(60, 80, "Nämnden följer planen och lämnar sin redovisning av bryggan här nedan.")
    pdf.text(60, 195, "Verksamhet")
    for at, (label, *figures) in enumerate(ROWS):
        pdf.text(60, 215 + 16 * at, label)
        for edge, figure in zip(EDGES, figures, strict=True):
            pdf.text(edge - pdf.get_string_width(figure), 215 + 16 * at, figure)
    for left, head in zip(x, heads, strict=True):
        for line, words in enumerate(head.split("\n")):
            with pdf.rotation(90, left - 8 + 11 * line, y):
                pdf.text(left - 8 + 11 * line, y, words)
    return extract(bytes(pdf.output()), Source("0" * 64, "drawn.pdf"), most_by_ocr=0)


def warned(reading: Extraction) -> bool:
    return any(w.code is Code.TEXT_SIDEWAYS for sheet in reading.pages for w in sheet.warnings)


def test_turned_letters_over_the_columns_are_their_headers() -> None:
    reading = read(("Utfall 2024", "Budget\n2025", "Avvikelse"))
    assert reading.tables[0].column_labels == ("Utfall 2024", "Budget 2025", "Avvikelse")
    assert [(f.row_label, f.column_label, f.raw) for f in reading.facts][:2] == [
        ("Bryggan", "Utfall 2024", "1 250"),
        ("Bryggan", "Budget 2025", "1 300"),
    ]
    heads = [cell for cell in reading.tables[0].cells if cell.role == "header" and cell.text]
    assert [cell.text for cell in heads] == ["Verksamhet", "Utfall 2024", "Budget 2025", "Avvikelse"]
    assert heads[1].place.box is not None and heads[1].place.box.height > heads[1].place.box.width
    assert not warned(reading)


def test_a_turned_note_in_the_margin_is_told_and_heads_nothing() -> None:
    reading = read(("Utskrift från arkivet",), (560.0,), 300)
    assert reading.tables[0].column_labels == ("", "", "")
    assert warned(reading)
