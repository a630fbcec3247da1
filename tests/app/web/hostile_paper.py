"""Minutes that carry markup wherever a reader looks: in their title, §§, names, figures and file name."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Preformatted, SimpleDocTemplate, Table

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
LINK = "javascript:alert(3)"
FILE_NAME = 'proto<img src=x onerror=alert(4)>"\n<b>.pdf'
_STYLES = getSampleStyleSheet()


def write_hostile_pdf(path: Path) -> None:
    """Two sheets, set as minutes are, so that all of it is taken for what it says it is."""
    paper = SimpleDocTemplate(str(path), pagesize=A4, title=SCRIPT, author=IMAGE, subject=LINK)
    paper.build([*_front(), PageBreak(), *_decisions()])


def _line(text: str, style: str = "Normal") -> Flowable:
    return Preformatted(text, _STYLES[style])  # as it is: no markup of reportlab's own


def _front() -> list[Flowable]:
    return [
        _line("Borås Stad", "Normal"),
        _line(f"Protokoll {SCRIPT}", "Title"),
        _line(f"Kommunstyrelsen {IMAGE}", "Heading2"),
        _line("Sammanträdesdatum 2024-06-17"),
        _line("Ledamöter", "Heading3"),
        _line(f"Anna {SCRIPT} Öst (S), ordförande"),
        _line(f"Bo {IMAGE} Ek (M)"),
        _line("Karin Lund (C)"),
        _line("Sekreterare Eva Sundin"),
    ]


def _decisions() -> list[Flowable]:
    figures = [
        ["Tkr", f"Budget 2024 {SCRIPT}", "Utfall 2024"],
        [f"Skola {IMAGE}", "1 250", "1 300"],
        [LINK, "2 000", "2 100"],
        ["Summa", "3 250", "3 450"],
    ]
    return [
        _line(f"§ 12 Budget {SCRIPT}", "Heading2"),
        _line(f"Dnr KS 2024-00375 {IMAGE}"),
        _line("Beslut", "Heading3"),
        _line("Kommunstyrelsen beslutar"),
        _line(f"att godkänna budgeten {SCRIPT} {LINK}."),
        _line("Reservation", "Heading3"),
        _line(f"Bo Ek (M) reserverar sig mot beslutet {IMAGE}."),
        _line(f"Tabell 1 {SCRIPT}", "Heading3"),
        Table(figures, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]),
        _line(f"§ 13 {LINK} {IMAGE}", "Heading2"),
        _line("Kommunstyrelsen beslutar att lägga ärendet till handlingarna."),
    ]


MARKDOWN = f"""# Protokoll {SCRIPT}

Borås Stad

Kommunstyrelsen

Sammanträde 2024-06-18

## § 14 Taxa [klicka]({LINK}) {IMAGE}

Dnr KS 2024-00376

Kommunstyrelsen beslutar

att taxan {SCRIPT} höjs. ![bild](javascript:alert(5))

| Tkr {SCRIPT} | Budget 2024 | Utfall 2024 |
|---|---:|---:|
| Skola {IMAGE} | 1 250 | 1 300 |
| Summa | 1 250 | 1 300 |
"""
