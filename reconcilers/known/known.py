"""What a maker of findings may ask, found once of a reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reconcilers.known.grid import Grid
from schemas.document import Amount, Extraction, Fact, Paragraph
from schemas.finding import Check, Duplicate


@dataclass(frozen=True, slots=True)
class Known:
    """The reading by its ids, and what has been found of it before findings are made.

    `others` are further documents that `duplicates` may name (a later body's protocol, a memo in a file of
    its own).
    """

    document_id: str
    facts: Mapping[str, Fact]
    amounts: Mapping[str, Amount]
    paragraphs: Mapping[str, Paragraph]
    titles: Mapping[str, str | None]
    grids: tuple[Grid, ...]
    checks: tuple[Check, ...]
    duplicates: tuple[Duplicate, ...]
    others: tuple[Extraction, ...] = ()

    @property
    def failed(self) -> list[Check]:
        return [check for check in self.checks if not check.holds]

    @property
    def held(self) -> list[Check]:
        return [check for check in self.checks if check.holds]


def know(
    reading: Extraction,
    grids: tuple[Grid, ...] = (),
    checks: tuple[Check, ...] = (),
    duplicates: tuple[Duplicate, ...] = (),
    others: tuple[Extraction, ...] = (),
) -> Known:
    """The reading by its ids, with what has been found of it so far."""
    return Known(
        reading.source.document_id,
        {fact.fact_id: fact for fact in reading.facts},
        {amount.amount_id: amount for amount in reading.amounts},
        {paragraph.paragraph_id: paragraph for paragraph in reading.paragraphs},
        {table.table_id: table.title for table in reading.tables},
        grids, checks, duplicates, others,
    )  # fmt: skip
