"""Texts that stand twice and differ: the two versions side by side, figures and names first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.report.material import Document, Material
from app.report.versions import Piece, side_by_side
from app.words import counted, sheets
from schemas.document import Paragraph
from schemas.finding import Duplicate

_WEIGHTY = frozenset(("number", "name"))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places with one text, and its two versions."""

    here: str
    there: str
    own: list[Piece]
    other: list[Piece]


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs that differ in the same way; `is_open`: in full view."""

    heading: str
    n_pairs: int
    pairs: list[Pair]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Repeats:
    """`same` says how many pairs are alike."""

    n_pairs: int
    n_differing: int
    same: str
    groups: list[Group]


def repeats_of(material: Material) -> Repeats | None:
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
        return None
    differing = [pair for pair in pairs if pair.relation != "identical"]
    weighty = [pair for pair in differing if any(d.kind in _WEIGHTY for d in pair.differences)]
    lighter = [pair for pair in differing if pair not in weighty]
    same = counted(len(pairs) - len(differing), "par är ordagrant lika", "par är ordagrant lika")
    groups = [
        Group(heading, len(held), list(_pairs(material, held)), is_open)
        for heading, held, is_open in (
            ("Siffror eller namn skiljer", weighty, True),
            ("Annat skiljer", lighter, False),
        )
        if held
    ]
    return Repeats(len(pairs), len(differing), same, groups)


def _pairs(material: Material, pairs: Sequence[Duplicate]) -> Iterator[Pair]:
    for pair in pairs:
        here, there = (material.documents.get(each) for each in (pair.document_id_a, pair.document_id_b))
        a = here.paragraphs.get(pair.id_a) if here else None
        b = there.paragraphs.get(pair.id_b) if there else None
        if here and there and a and b:
            own, other = side_by_side(a.text, b.text)
            yield Pair(_where(material, here, a), _where(material, there, b), own, other)


def _where(material: Material, document: Document, paragraph: Paragraph) -> str:
    heading = document.headings.get(paragraph.section_id or "", "")
    where = (
        ", ".join(filter(None, (sheets([paragraph.place.page], document.printed).capitalize(), heading)))
        or "Texten"
    )
    return where + (f" i {document.file_name}" if document is not material.about else "")
