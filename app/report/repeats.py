"""Texts that stand twice and differ: the two versions side by side, figures and names first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from app.report.material import Material
from app.report.versions import side_by_side
from app.words import counted, sheets
from schemas.finding import Duplicate

_WEIGHTY = frozenset(("number", "name"))


def repeats_to_html(material: Material) -> Iterator[str]:
    """Differences in figures or names in full view, the others on demand; what is identical is counted.

    One paper in two inputs repeats itself throughout: what its readers disagree on is among the findings.
    """
    twins = material.twins
    pairs = [
        pair
        for pair in material.duplicates
        if pair.level == "paragraph" and not twins & {pair.document_id_a, pair.document_id_b}
    ]
    if not pairs:
        return
    differing = [pair for pair in pairs if pair.relation != "identical"]
    weighty = [pair for pair in differing if any(d.kind in _WEIGHTY for d in pair.differences)]
    yield f'<h2 id="upprepningar">Texter som står på flera ställen ({len(pairs)})</h2>'
    same = len(pairs) - len(differing)
    yield (
        f"<p>{counted(same, 'par är ordagrant lika', 'par är ordagrant lika')}, {len(differing)} skiljer "
        "sig åt. "
    )
    yield "Överstruket står bara till vänster, understruket bara till höger.</p>"
    yield from _group(material, "Siffror eller namn skiljer", weighty, is_open=True)
    yield from _group(
        material, "Annat skiljer", [pair for pair in differing if pair not in weighty], is_open=False
    )


def _group(material: Material, heading: str, pairs: Sequence[Duplicate], *, is_open: bool) -> Iterator[str]:
    if not pairs:
        return
    yield f"<details{' open' if is_open else ''}><summary>{heading}: {len(pairs)}</summary>"
    for pair in pairs:
        yield from _pair(material, pair)
    yield "</details>"


def _pair(material: Material, pair: Duplicate) -> Iterator[str]:
    here, there = (material.documents.get(each) for each in (pair.document_id_a, pair.document_id_b))
    a = here.paragraphs.get(pair.id_a) if here else None
    b = there.paragraphs.get(pair.id_b) if there else None
    if not (here and there and a and b):
        return
    marked = side_by_side(a.text, b.text)
    yield '<div class="sides">'
    for document, paragraph, html in ((here, a, marked[0]), (there, b, marked[1])):
        heading = document.headings.get(paragraph.section_id or "", "")
        where = ", ".join(filter(None, (sheets([paragraph.place.page]).capitalize(), heading))) or "Texten"
        where += f" i {document.file_name}" if document is not material.about else ""
        yield f'<div><p class="quiet">{escape(where)}</p><p>{html}</p></div>'
    yield "</div>"
