"""The findings of a report: the sentence, the two readings, and the places as pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.report.material import Material
from app.report.pictures import Picture
from app.words import FINDING, SEVERITY, counted_severity, reading_names, sheets
from schemas.finding import Claim, Finding
from schemas.kinds import SEVERITIES


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the paper, `uri` holding the image itself."""

    uri: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words; `elsewhere` are its places that no picture shows."""

    finding_id: str
    label: str
    says: str
    readings: list[tuple[str, str]]
    figures: list[Figure]
    elsewhere: list[str]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The findings of one severity."""

    severity: str
    heading: str
    findings: list[Told]


def chapters_of(material: Material, pictures: Mapping[str, Sequence[Picture]]) -> Iterator[Chapter]:
    """A chapter a severity that has findings."""
    for severity in SEVERITIES:
        findings = [finding for finding in material.findings if finding.severity == severity]
        told = [_told(material, finding, pictures.get(finding.finding_id, ())) for finding in findings]
        if told:
            yield Chapter(severity, SEVERITY[severity][1].capitalize(), told)


def _told(material: Material, finding: Finding, pictures: Sequence[Picture]) -> Told:
    label = f"{SEVERITY[finding.severity][0].capitalize()} · {FINDING[finding.kind]}"
    return Told(
        finding.finding_id,
        label,
        finding.says,
        _readings(material, finding),
        [_figure(material, picture) for picture in pictures if picture.uri],
        _elsewhere(material, finding, pictures),
    )


def _readings(material: Material, finding: Finding) -> list[tuple[str, str]]:
    """What was expected and what was found;
    of two revisions what it was and became, of one paper who reads what.
    """
    sources = [
        d.reading.text_source for d in (material.documents.get(c.document_id) for c in finding.evidence) if d
    ]
    names = reading_names(len({claim.document_id for claim in finding.evidence}) > 1, sources)
    return [(name, text) for name, text in zip(names, (finding.expected, finding.found), strict=True) if text]


def _figure(material: Material, picture: Picture) -> Figure:
    where = _where(material, picture.document_id, [picture.page])
    raws = ", ".join(f"”{raw}”" for raw in dict.fromkeys(claim.raw for claim in picture.claims))
    alt = f"Utsnitt av {where}, med {_short(raws)} markerat."
    return Figure(picture.uri, alt, where[:1].upper() + where[1:])


def _elsewhere(material: Material, finding: Finding, pictures: Sequence[Picture]) -> list[str]:
    """Places that no picture shows, in words."""
    shown = {claim for picture in pictures if picture.uri for claim in picture.claims}
    left: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in finding.evidence:
        if claim not in shown:
            left[claim.document_id, claim.raw].append(claim)
    return [
        f"{_where(material, document_id, [claim.place.page for claim in claims])}: ”{_short(raw)}”"
        for (document_id, raw), claims in left.items()
    ]


def _where(material: Material, document_id: str, pages: Sequence[int | None]) -> str:
    """The sheets, and the file where it is another document."""
    document = material.documents.get(document_id)
    where = sheets(pages, document.printed if document else None) or "texten"
    if document_id != material.about.document_id:
        where += f" i {document.file_name if document else document_id}"
    return where


def _short(text: str, longest: int = 160) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def count_line(material: Material) -> str:
    """How many findings there are of each severity."""
    return ", ".join(counted_severity(severity, material.count(severity)) for severity in SEVERITIES)
