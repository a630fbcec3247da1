"""Where words stand in a document's text, cells and headings; and how a sentence names the sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reconcilers.telling.in_words import on_page
from schemas.document import Paragraph
from schemas.finding import Claim
from schemas.place import Place
from schemas.table import Cell, Table

ELSEWHERE = -1  # `start` of a spot that is in no paragraph: in a table's cell, in a heading


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Some characters of one paragraph; `start` is where they begin in its text.

    What stands in a cell or a heading has its own `holder` in place of the paragraph's id, or none.
    """

    document_id: str
    page: int | None
    holder: str
    start: int
    raw: str
    place: Place = field(compare=False)

    @property
    def in_paragraph(self) -> bool:
        return self.start != ELSEWHERE


def spot_in_paragraph(document_id: str, paragraph: Paragraph, start: int, raw: str) -> Spot:
    """The place of the characters is that of their paragraph."""
    return Spot(document_id, paragraph.place.page, paragraph.paragraph_id, start, raw, paragraph.place)


def spot_in_cell(document_id: str, table: Table, cell: Cell, raw: str) -> Spot:
    """Two words of one cell share their spot's holder."""
    holder = f"{table.table_id}:{cell.row}:{cell.column}"
    return Spot(document_id, cell.place.page, holder, ELSEWHERE, raw, cell.place)


def spot_on_sheet(document_id: str, page: int | None, raw: str) -> Spot:
    """For what is known to stand on a sheet, and no more."""
    return Spot(document_id, page, "", ELSEWHERE, raw, Place(page))


def spots_to_claims(spots: Iterable[Spot]) -> tuple[Claim, ...]:
    """Each place once, in reading order."""
    return tuple(
        Claim(spot.document_id, spot.place, spot.raw, paragraph_id=spot.holder if spot.in_paragraph else None)
        for spot in sorted(set(spots))
    )


def on_pages(spots: Iterable[Spot]) -> str:
    """Where they stand, in words.

    >>> def on(page, holder):
    ...     return Spot("d", page, holder, 0, "", Place(page))
    >>> on_pages([on(3, "p"), on(1, "q"), on(7, "q")])
    'på sidorna 1, 3 och 7'
    >>> on_pages([on(None, "p")])
    'på ett ställe'
    """
    held = list(spots)
    numbers = sorted({spot.page for spot in held if spot.page is not None})
    pages = [str(number) for number in numbers]
    if not pages:  # Markdown has no sheets
        places = {(spot.holder, spot.start) for spot in held}
        return "på ett ställe" if len(places) == 1 else f"på {len(places)} ställen"
    if len(pages) == 1:
        return on_page(numbers[0])
    return f"på sidorna {', '.join(pages[:-1])} och {pages[-1]}"


def most_common(spots: Sequence[Spot]) -> str:
    """The printed form that most of the places have; the first of several."""
    raws = [spot.raw for spot in sorted(spots)]
    return max(raws, key=raws.count)
