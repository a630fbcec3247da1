"""A chart beside a table is read by itself, and the table's rows keep no figure of its scale."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from extractors.pages.charts_apart import find_charts, gutter_beside_chart
from extractors.pages.lines import find_lines
from extractors.pages.reading_order import find_reading_order
from extractors.pdf.open import OpenPdf
from schemas.page import Page

ROWS = [("Kvartal 1", "182"), ("Kvartal 2", "170"), ("Kvartal 3", "201"), ("Kvartal 4", "157")]
TOP, STEP = 100.0, 24.0


def sheet(*, chart_at: float = 320.0, rows_at: float = 60.0, scale: bool = True, bars: bool = True) -> Page:
    """Rows at a pitch of their own beside a chart of bars with a scale of 200, 150, 100, 50 and 0."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.set_font("helvetica", size=9)
    for at, (label, value) in enumerate([("Period", "Summa"), *ROWS, ("Alla", "710")]):
        pdf.text(rows_at, TOP + 22 * at, label)
        pdf.text(rows_at + 140, TOP + 22 * at, value)
    pdf.set_font("helvetica", size=7)
    if scale:
        for at, step in enumerate((200, 150, 100, 50, 0)):
            pdf.text(chart_at, TOP + STEP * at + 2.5, str(step))
            pdf.line(chart_at + 16, TOP + STEP * at, chart_at + 180, TOP + STEP * at)
    for at, (_, printed) in enumerate(ROWS if bars else []):
        height = int(printed) / 200 * 4 * STEP
        pdf.rect(chart_at + 24 + 36 * at, TOP + 4 * STEP - height, 20, height, style="F")
        pdf.text(chart_at + 26 + 36 * at, TOP + 4 * STEP - height - 3, printed)
    with OpenPdf(bytes(pdf.output())) as opened:
        return next(iter(opened.pages()))


@pytest.mark.parametrize(("chart_at", "rows_at"), [(320.0, 60.0), (60.0, 340.0)])
@pytest.mark.parametrize(("scale", "bars"), [(True, True), (True, False), (False, True)])
def test_rows_beside_a_chart_stay_whole(chart_at: float, rows_at: float, scale: bool, bars: bool) -> None:
    page = sheet(chart_at=chart_at, rows_at=rows_at, scale=scale, bars=bars)
    assert len(find_charts(page)) == 1
    texts = [line.text for line in find_reading_order(page)]
    first = texts.index("Period Summa")
    assert texts[first : first + 5] == ["Period Summa", *(" ".join(row) for row in ROWS)]


def test_a_column_that_falls_evenly_between_its_lines_is_no_scale() -> None:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.set_font("helvetica", size=9)
    for at, value in enumerate((200, 150, 100, 50, 0)):
        pdf.text(60, TOP + STEP * at, f"Steg {at}")
        pdf.text(200, TOP + STEP * at, str(value))
        pdf.line(60, TOP + STEP * at + 10, 300, TOP + STEP * at + 10)
    with OpenPdf(bytes(pdf.output())) as opened:
        page = next(iter(opened.pages()))
    assert find_charts(page) == [] and gutter_beside_chart(page, find_lines(page)) is None


def test_a_chart_alone_on_its_lines_parts_nothing() -> None:
    page = sheet(rows_at=60.0, chart_at=320.0)
    alone = [line for line in find_lines(page) if line.box.x0 > 300]
    assert gutter_beside_chart(page, alone) is None
