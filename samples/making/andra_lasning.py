"""Sample 9: shaded header cells whose edges cut the thousands apart, and a sum the clerk got wrong (fpdf2).

The first table is misread along the shading and right along the figures: a second reading repairs it. In the
second table every reading gives the same figures, so the wrong sum is the document's own.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from making.pens import FpdfPen

NAME = "andra-lasning"
TITLE = "Avgifter 2024"
FACE, BOLD = "DejaVuSans", "DejaVuSans-Bold"
COLUMNS = ("Bokslut 2023", "Budget 2024", "Prognos 2024")
RIGHT = (310, 400, 490)
TAXES = (
    ("Vatten", (11204, 11310, 11298)),
    ("Avlopp", (12871, 12900, 13004)),
    ("Fjärrvärme och kyla", (41204, 40900, 39982)),
    ("Renhållning", (18713, 19050, 18996)),
    ("Summa", (83992, 84160, 83280)),
)
# 1 914 + 2 236 + 873 is 5 023; the document prints 5 032.
LIBRARIES = (
    ("Huvudbiblioteket", (1880, 1902, 1914)),
    ("Bokbussen", (2105, 2150, 2236)),
    ("Filialen i Hälla", (866, 870, 873)),
    ("Summa", (4851, 4922, 5032)),
)
Rows = Sequence[tuple[str, Sequence[int]]]


def grouped(n: int) -> str:
    return f"{n:,}".replace(",", " ")


def make() -> tuple[bytes, dict[str, object]]:
    """The PDF's bytes and its ground truth."""
    pen = FpdfPen(TITLE, "Kvarnsjö kommun")
    pen.page(595, 842)
    pen.text(70, 90, TITLE, BOLD, 15)
    pen.text(
        70,
        120,
        "Beloppen är i tkr. Tabellerna visar avgifter och bibliotekens kostnader för media.",
        FACE,
        9.5,
    )
    pen.text(70, 160, "Taxor", BOLD, 12)
    _table(pen, 190, TAXES, shaded_at_thousands=True)
    pen.text(70, 320, "Bibliotekens media", BOLD, 12)
    _table(pen, 350, LIBRARIES, shaded_at_thousands=False)
    return pen.save(), _gold()


def _table(pen: FpdfPen, top: float, rows: Rows, shaded_at_thousands: bool) -> None:
    thousands = pen.width("345", FACE, 9) + pen.width(" ", FACE, 9) / 2 if shaded_at_thousands else -12
    edges = [68.0, *(right - thousands for right in RIGHT), 520.0]
    for left, right in itertools.pairwise(edges):
        pen.box(left, top - 11, right, top + 4, fill=0.88)
    for right, label in zip(RIGHT, COLUMNS, strict=True):
        pen.text(right - pen.width(label, BOLD, 9), top, label, BOLD, 9)
    pen.line(68, top + 4, 520, top + 4)
    for number, (label, figures) in enumerate(rows, start=1):
        y = top + 15 * number
        face = BOLD if label == "Summa" else FACE
        pen.text(70, y, label, face, 9)
        for right, figure in zip(RIGHT, figures, strict=True):
            pen.text(right - pen.width(grouped(figure), face, 9), y, grouped(figure), face, 9)
        pen.line(68, y + 4, 520, y + 4, gray=0.7)


def _gold() -> dict[str, object]:
    where = {"part": 0, "number": None, "page": 1}
    return {
        "document": {
            "file": f"{NAME}.pdf",
            "municipality": None,
            "body": None,
            "meeting_date": None,
            "diary_number": None,
            "title": TITLE,
            "pages": 1,
        },
        "parts": [{"kind": "annex", "title": TITLE, "first_page": 1, "last_page": 1}],
        "decisions": [],
        "people": [],
        "sections": [
            {
                **where,
                "heading": TITLE,
                "level": 1,
                "paragraphs": [
                    "Beloppen är i tkr. Tabellerna visar avgifter och bibliotekens kostnader för media."
                ],
            },
            {**where, "heading": "Taxor", "level": 2, "paragraphs": []},
            {**where, "heading": "Bibliotekens media", "level": 2, "paragraphs": []},
        ],
        "tables": [_gold_table("t01", "Taxor", TAXES), _gold_table("t02", "Bibliotekens media", LIBRARIES)],
        "amounts_in_text": [],
        "percentages_in_text": [],
        "duplicates": [],
        "discrepancies": [
            {
                "kind": "sum",
                "where": ["Bibliotekens media / Summa / Prognos 2024"],
                "expected": "5023",
                "found": "5032",
            }
        ],
        "checks_that_hold": [
            {"kind": "sum", "where": ["Taxor / Summa"], "value": str(value)} for value in TAXES[-1][1]
        ],
    }


def _gold_table(table_id: str, title: str, rows: Rows) -> dict[str, object]:
    return {
        "id": table_id,
        "part": 0,
        "section_heading": title,
        "title": title,
        "unit": "tkr",
        "pages": [1],
        "continued": False,
        "header_repeated": False,
        "columns": ["", *COLUMNS],
        "rows": [
            {
                "label": label,
                "kind": "total" if label == "Summa" else "data",
                "group": None,
                "cells": [grouped(figure) for figure in figures],
                "values": [str(figure) for figure in figures],
                "page": 1,
            }
            for label, figures in rows
        ],
    }
