"""A table between its reading and its publication."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.tables.stitch import LogicalTable
from extractors.text.blocks import Block
from schemas.warnings import Warned


@dataclass(frozen=True, slots=True)
class Draft:
    """A table as it will be published, before its unit is settled."""

    part_id: str
    block: Block
    table: LogicalTable
    caption: str | None
    engine: str = "paragraf"
    warnings: tuple[Warned, ...] = ()
