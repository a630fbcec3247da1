"""Which pieces of which sheets show a finding, and those pieces as images that stand in the page itself."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.report.material import Document, Material
from extractors.pictures.cutouts import CutOut, cut_outs, find_printed
from schemas.finding import Claim, Finding
from schemas.kinds import Severity
from schemas.place import Box, box_around

SCALE = 1.5  # pixels a point: 108 to the inch, sharp enough for 8 point figures, on paper too
# pictures of one finding
_MOST: Mapping[str, int] = {Severity.ERROR: 4, Severity.WARNING: 3, Severity.NOTICE: 2}
# points shown above and below the marked lines, and beside the sheet's outermost words
_AROUND, _ASIDE = 26.0, 8.0
_TALLEST = 330.0  # points of one picture
_HEADER_WITHIN = 260.0  # points: a table's header is shown where it stands no farther up
_WHOLE_PARAGRAPH = 120.0  # points: a paragraph whose words are not found is marked where it begins


@dataclass(frozen=True, slots=True)
class Picture:
    """A piece of a sheet with the claims that it shows;
    `uri` holds the image itself, "" where none could be made.
    """

    document_id: str
    page: int
    claims: tuple[Claim, ...]
    uri: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """`marked` are the two readings themselves, `beside` what else they were compared with or made up of."""

    claims: tuple[Claim, ...]
    marked: tuple[Box, ...] = ()
    beside: tuple[Box, ...] = ()

    @property
    def document_id(self) -> str:
        return self.claims[0].document_id

    @property
    def page(self) -> int:
        page = self.claims[0].place.page
        assert page is not None, "what has a box has a sheet"
        return page

    @property
    def box(self) -> Box:
        box = box_around((*self.marked, *self.beside))
        assert box is not None, "a piece has a mark"
        return box


def take_pictures(material: Material) -> dict[str, list[Picture]]:
    """The pictures of each finding by its id, the two readings first; every sheet is opened once."""
    marks = _mark_all(material)
    pieces = {finding.finding_id: _choose(finding, marks) for finding in material.findings}
    flat = [piece for each in pieces.values() for piece in each]
    uris = dict(zip(map(id, flat), _images(material.documents, flat), strict=True))
    return {
        finding_id: [Picture(piece.document_id, piece.page, piece.claims, uris[id(piece)]) for piece in each]
        for finding_id, each in pieces.items()
    }


def _mark_all(material: Material) -> dict[Claim, tuple[Box, ...]]:
    """Where each claim's characters are printed: a figure's cell, the words in a paragraph."""
    marks: dict[Claim, tuple[Box, ...]] = {}
    in_text: dict[str, list[Claim]] = defaultdict(list)
    for claim in dict.fromkeys(claim for finding in material.findings for claim in finding.evidence):
        if claim.document_id not in material.documents or claim.place.box is None:
            continue
        if claim.fact_id:
            marks[claim] = (claim.place.box,)
        else:
            in_text[claim.document_id].append(claim)
    for document_id, claims in in_text.items():
        wanted = [(c.place.page, c.place.box, c.raw) for c in claims if c.place.page and c.place.box]
        found = find_printed(material.documents[document_id].original, wanted)
        marks |= {claim: boxes or _whole(claim) for claim, boxes in zip(claims, found, strict=True)}
    return marks


def _whole(claim: Claim) -> tuple[Box, ...]:
    box = claim.place.box
    return (replace(box, bottom=min(box.bottom, box.top + _WHOLE_PARAGRAPH)),) if box else ()


def _choose(finding: Finding, marks: Mapping[Claim, tuple[Box, ...]]) -> list[_Piece]:
    """A piece for each of the two readings, one for each other text, then the rest; neighbours share one."""
    pieces = _join([_piece(finding, claim, marks[claim]) for claim in finding.evidence if marks.get(claim)])
    others = (claim.raw for claim in finding.evidence)
    chosen: list[_Piece] = []
    for raw in dict.fromkeys((finding.found, finding.expected, *others)):
        if not any(_shows(piece, raw) for piece in chosen):
            chosen += [piece for piece in pieces if _shows(piece, raw)][:1]
    rest = [piece for piece in pieces if not any(piece is each for each in chosen)]
    return [*chosen, *rest][: _MOST[finding.severity]]


def _piece(finding: Finding, claim: Claim, boxes: tuple[Box, ...]) -> _Piece:
    read = {finding.expected, finding.found}
    is_reading = claim.raw in read or not any(other.raw in read for other in finding.evidence)
    return _Piece((claim,), marked=boxes) if is_reading else _Piece((claim,), beside=boxes)


def _shows(piece: _Piece, raw: str | None) -> bool:
    return any(claim.raw == raw for claim in piece.claims)


def _join(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Neighbours on a sheet as one piece, while it stays low enough to take in."""
    joined: list[_Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.document_id, p.page, p.box.top)):
        last = joined[-1] if joined else None
        same = last and (last.document_id, last.page) == (piece.document_id, piece.page)
        if last and same and piece.box.bottom - last.box.top <= _TALLEST - 2 * _AROUND:
            claims = (*last.claims, *piece.claims)
            joined[-1] = _Piece(claims, (*last.marked, *piece.marked), (*last.beside, *piece.beside))
        else:
            joined.append(piece)
    return joined


def _images(documents: Mapping[str, Document], pieces: Sequence[_Piece]) -> list[str]:
    uris = [""] * len(pieces)
    for document_id, document in documents.items():
        numbers = [number for number, piece in enumerate(pieces) if piece.document_id == document_id]
        wanted = [_cut_out(document, pieces[number]) for number in numbers]
        for number, png in zip(numbers, cut_outs(document.original, wanted, scale=SCALE), strict=True):
            uris[number] = f"data:image/png;base64,{base64.b64encode(png).decode()}" if png else ""
    return uris


def _cut_out(document: Document, piece: _Piece) -> CutOut:
    return CutOut(piece.page, _frame(document, piece), piece.marked, piece.beside)


def _frame(document: Document, piece: _Piece) -> Box:
    """As wide as what is printed on the sheet, and up to the table's header where that is near."""
    box = piece.box
    top = min([box.top, *_header_tops(document, piece)])
    edges = [p.place.box for p in document.reading.paragraphs if p.place.page == piece.page and p.place.box]
    edges += [
        cell.place.box
        for table in document.reading.tables
        for cell in table.cells
        if cell.place.page == piece.page and cell.place.box
    ]
    x0, x1 = min(box.x0, *(e.x0 for e in edges), box.x0), max(box.x1, *(e.x1 for e in edges), box.x1)
    return Box(x0 - _ASIDE, top - (_AROUND if top == box.top else 6), x1 + _ASIDE, box.bottom + _AROUND)


def _header_tops(document: Document, piece: _Piece) -> Iterable[float]:
    facts = [document.facts[claim.fact_id] for claim in piece.claims if claim.fact_id in document.facts]
    for table_id in {fact.table_id for fact in facts}:
        boxes = [
            c.place.box
            for c in document.tables[table_id].cells
            if c.role == "header" and c.place.page == piece.page
        ]
        yield from (box.top for box in boxes if box and 0 < piece.box.top - box.top <= _HEADER_WITHIN)
