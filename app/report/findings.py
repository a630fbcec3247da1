"""The findings of a report: the sentence, the two readings, and the places as pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from app.report.material import SEVERITIES, Material
from app.report.pictures import Picture
from app.words import FINDING, SEVERITY, counted_severity, reading_names, sheets
from schemas.finding import Claim, Finding

_HEADINGS = {"error": "Fel", "warning": "Varningar", "notice": "Upplysningar"}


def findings_to_html(material: Material, pictures: Mapping[str, Sequence[Picture]]) -> Iterator[str]:
    """A chapter a severity."""
    for severity in SEVERITIES:
        findings = [finding for finding in material.findings if finding.severity == severity]
        if findings:
            yield f'<h2 id="{severity}">{_HEADINGS[severity]} ({len(findings)})</h2>'
        for finding in findings:
            yield from _article(material, finding, pictures.get(finding.finding_id, ()))


def _article(material: Material, finding: Finding, pictures: Sequence[Picture]) -> Iterator[str]:
    label = f"{SEVERITY[finding.severity][0].capitalize()} · {FINDING.get(finding.kind, finding.kind)}"
    yield f'<article class="{finding.severity}" id="{escape(finding.finding_id)}">'
    yield f'<header><span class="label">{escape(label)}</span><h3>{escape(finding.says)}</h3>'
    yield from _readings(material, finding)
    yield "</header>"
    for picture in pictures:
        yield from _figure(material, picture)
    yield from _elsewhere(material, finding, pictures)
    yield "</article>"


def _readings(material: Material, finding: Finding) -> Iterator[str]:
    """What was expected and what was found;
    of two revisions what it was and became, of one paper who reads what.
    """
    sources = [
        d.reading.text_source for d in (material.documents.get(c.document_id) for c in finding.evidence) if d
    ]
    names = reading_names(len({claim.document_id for claim in finding.evidence}) > 1, sources)
    told = [(name, text) for name, text in zip(names, (finding.expected, finding.found), strict=True) if text]
    if told:
        yield '<dl class="readings">'
        yield from (f"<div><dt>{name}</dt><dd>{escape(text)}</dd></div>" for name, text in told)
        yield "</dl>"


def _figure(material: Material, picture: Picture) -> Iterator[str]:
    if not picture.uri:
        return
    where = _where(material, picture.document_id, [picture.page])
    raws = ", ".join(f"”{raw}”" for raw in dict.fromkeys(claim.raw for claim in picture.claims))
    alt = f"Utsnitt av {where}, med {_short(raws)} markerat."
    yield f'<figure><img src="{picture.uri}" alt="{escape(alt)}">'
    yield f"<figcaption>{escape(where[:1].upper() + where[1:])}</figcaption></figure>"


def _elsewhere(material: Material, finding: Finding, pictures: Sequence[Picture]) -> Iterator[str]:
    """Places that no picture shows, in words."""
    shown = {claim for picture in pictures if picture.uri for claim in picture.claims}
    left: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in finding.evidence:
        if claim not in shown:
            left[claim.document_id, claim.raw].append(claim)
    if left:
        places = [
            f"{_where(material, document_id, [claim.place.page for claim in claims])}: ”{_short(raw)}”"
            for (document_id, raw), claims in left.items()
        ]
        yield f'<p class="quiet">Också {escape("; ".join(places))}.</p>'


def _where(material: Material, document_id: str, pages: Sequence[int | None]) -> str:
    """The sheets, with the page number printed on a single one, and the file where it is another document."""
    where = sheets(pages) or "texten"
    document = material.documents.get(document_id)
    only = pages[0] if len(set(pages)) == 1 else None
    sheet = document.sheets.get(only) if document and only else None
    if sheet and sheet.printed_page:
        where += f" ({sheet.printed_page})"
    if document_id != material.about.document_id:
        where += f" i {document.file_name if document else document_id}"
    return where


def _short(text: str, longest: int = 160) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def count_line(material: Material) -> str:
    """How many findings there are of each severity."""
    return ", ".join(counted_severity(severity, material.count(severity)) for severity in SEVERITIES)
