"""Two engines that put ink where they are told: reportlab and fpdf2. Points from the top left corner."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from making.fonts import font_path

FIXED = datetime(2025, 9, 1, 8, 0, 0, tzinfo=UTC)


class Pen(Protocol):
    def page(self, width: float, height: float, rotate: int = 0) -> None: ...
    def text(self, x: float, y: float, text: str, font: str, size: float, gray: float = 0.0) -> None: ...
    def width(self, text: str, font: str, size: float) -> float: ...
    def line(
        self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5, gray: float = 0.0
    ) -> None: ...
    def box(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        fill: float | None = None,
        border: float | None = None,
    ) -> None: ...
    def picture(self, x: float, y: float, width: float, height: float, png: Path) -> None: ...
    def save(self) -> bytes: ...


class ReportlabPen:
    """Text objects one a line, fonts as subsets of 8-bit codes with ToUnicode."""

    def __init__(self, title: str, author: str) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.fonts: set[str] = set()
        self.height = 0.0
        self.begun = False

    def page(self, width: float, height: float, rotate: int = 0) -> None:
        """With `rotate` 90 the paper stands and the ink lies: the reader turns it."""
        if self.begun:
            self.canvas.showPage()
        self.begun, self.height = True, height
        self.canvas.setPageRotation(rotate)
        self.canvas.setPageSize((width, height))  # reportlab itself swaps the sides of a turned page
        if rotate == 90:
            self.canvas.transform(0, 1, -1, 0, height, 0)

    def _font(self, font: str) -> str:
        if font not in self.fonts:
            from reportlab.pdfbase import pdfmetrics
            from reportlab.pdfbase.ttfonts import TTFont

            pdfmetrics.registerFont(TTFont(font, str(font_path(font))))
            self.fonts.add(font)
        return font

    def text(self, x: float, y: float, text: str, font: str, size: float, gray: float = 0.0) -> None:
        self.canvas.setFillGray(gray)
        self.canvas.setFont(self._font(font), size)
        self.canvas.drawString(x, self.height - y, text)

    def width(self, text: str, font: str, size: float) -> float:
        from reportlab.pdfbase.pdfmetrics import stringWidth

        return float(stringWidth(text, self._font(font), size))

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5, gray: float = 0.0) -> None:
        self.canvas.setStrokeGray(gray)
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def box(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        fill: float | None = None,
        border: float | None = None,
    ) -> None:
        self.canvas.setFillGray(1.0 if fill is None else fill)
        self.canvas.setStrokeGray(border or 0.0)
        self.canvas.rect(
            x0, self.height - y1, x1 - x0, y1 - y0, stroke=int(border is not None), fill=int(fill is not None)
        )

    def picture(self, x: float, y: float, width: float, height: float, png: Path) -> None:
        self.canvas.drawImage(str(png), x, self.height - y - height, width, height)

    def save(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()


class FpdfPen:
    """Fonts as Identity-H subsets, text as 16-bit glyph codes."""

    def __init__(self, title: str, author: str) -> None:
        from fpdf import FPDF

        self.pdf = FPDF(unit="pt", format="A4")
        self.pdf.set_auto_page_break(False)
        self.pdf.set_creation_date(FIXED)
        self.pdf.set_title(title)
        self.pdf.set_author(author)
        self.pdf.c_margin = 0
        self.fonts: set[str] = set()

    def page(self, width: float, height: float, rotate: int = 0) -> None:
        if rotate:
            raise ValueError("fpdf2 has no /Rotate: use reportlab")
        self.pdf.add_page(format=(width, height))

    def _set(self, font: str, size: float) -> None:
        if font not in self.fonts:
            self.pdf.add_font(font, fname=str(font_path(font)))
            self.fonts.add(font)
        self.pdf.set_font(font, size=size)

    def text(self, x: float, y: float, text: str, font: str, size: float, gray: float = 0.0) -> None:
        self._set(font, size)
        self.pdf.set_text_color(round(255 * gray))
        self.pdf.text(x, y, text)

    def width(self, text: str, font: str, size: float) -> float:
        self._set(font, size)
        return float(self.pdf.get_string_width(text))

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5, gray: float = 0.0) -> None:
        self.pdf.set_draw_color(round(255 * gray))
        self.pdf.set_line_width(width)
        self.pdf.line(x0, y0, x1, y1)

    def box(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        fill: float | None = None,
        border: float | None = None,
    ) -> None:
        self.pdf.set_fill_color(round(255 * (1.0 if fill is None else fill)))
        self.pdf.set_draw_color(round(255 * (border or 0.0)))
        style = ("D" if border is not None else "") + ("F" if fill is not None else "")
        self.pdf.rect(x0, y0, x1 - x0, y1 - y0, style=style)

    def picture(self, x: float, y: float, width: float, height: float, png: Path) -> None:
        self.pdf.image(str(png), x, y, width, height)

    def save(self) -> bytes:
        return bytes(self.pdf.output())
