"""How a disagreement is told: one Swedish sentence, two readings, and the places they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from reconcilers.telling.in_words import LONGEST, on_page, shorten
from schemas.document import Extraction
from schemas.finding import Claim, Finding
from schemas.place import Place
from schemas.table import Cell, Table

ELSEWHERE = -1  # `start` of a spot that is in no paragraph: in a table's cell, in a heading

MOST_PLACES = 24


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Some characters of one paragraph; `start` is where they begin in its text."""

    document_id: str
    page: int | None
    paragraph_id: str
    start: int
    raw: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding before it has an id: `right` and `wrong` are the two readings' places."""

    kind: str
    severity: str
    says: str
    expected: str
    found: str
    right: tuple[Spot, ...]
    wrong: tuple[Spot, ...]


def tell(telling: Telling, places: dict[str, Place]) -> Finding:
    """The finding, with as many of its places as one may have, both readings among them."""
    half = MOST_PLACES // 2
    right, wrong = sorted(set(telling.right)), sorted(set(telling.wrong))
    wrong_kept = wrong[: MOST_PLACES - min(len(right), half)]
    spots = [*right[: MOST_PLACES - len(wrong_kept)], *wrong_kept]
    document_id = (wrong or right)[-1].document_id
    mark = "|".join(
        [telling.kind, telling.expected, telling.found, *(f"{s.paragraph_id}:{s.start}" for s in spots)]
    )
    return Finding(
        finding_id=f"{document_id}-t{blake2b(mark.encode(), digest_size=5).hexdigest()}",
        document_id=document_id,
        kind=telling.kind,
        severity=telling.severity,
        says=telling.says,
        expected=shorten(telling.expected),
        found=shorten(telling.found),
        evidence=tuple(_claim(spot, places, 2400 // len(spots)) for spot in spots),
    )


def places_of(readings: Iterable[Extraction]) -> dict[str, Place]:
    """Where each paragraph begins and each table cell stands, by the id that a spot bears."""
    places: dict[str, Place] = {}
    for reading in readings:
        places |= {p.paragraph_id: p.place for p in reading.paragraphs}
        places |= {cell_id(table, cell): cell.place for table in reading.tables for cell in table.cells}
    return places


def cell_id(table: Table, cell: Cell) -> str:
    """What a spot in a table bears for a paragraph's id."""
    return f"{table.table_id}:{cell.row}:{cell.column}"


def _claim(spot: Spot, places: dict[str, Place], longest: int) -> Claim:
    place = places.get(spot.paragraph_id, Place(spot.page))
    raw = shorten(spot.raw, min(longest, LONGEST))
    return Claim(
        spot.document_id, place, raw, paragraph_id=spot.paragraph_id if spot.start != ELSEWHERE else None
    )


def on_pages(spots: Iterable[Spot]) -> str:
    """Where they stand, in words.

    >>> on_pages([Spot("d", 3, "p", 0, ""), Spot("d", 1, "q", 0, ""), Spot("d", 7, "q", 0, "")])
    'på sidorna 1, 3 och 7'
    >>> on_pages([Spot("d", None, "p", 0, "")])
    'på ett ställe'
    """
    held = list(spots)
    numbers = sorted({spot.page for spot in held if spot.page is not None})
    pages = [str(number) for number in numbers]
    if not pages:  # Markdown has no sheets
        places = {(spot.paragraph_id, spot.start) for spot in held}
        return "på ett ställe" if len(places) == 1 else f"på {len(places)} ställen"
    if len(pages) == 1:
        return on_page(numbers[0])
    return f"på sidorna {', '.join(pages[:-1])} och {pages[-1]}"


def most_common(spots: Sequence[Spot]) -> str:
    """The printed form that most of the places have; the first of several."""
    raws = [spot.raw for spot in sorted(spots)]
    return max(raws, key=raws.count)
