"""A table between its reading and its publication."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.tables.stitch import LogicalTable
from schemas.document import Section
from schemas.kinds import Engine
from schemas.warnings import Warned


@dataclass(frozen=True, slots=True)
class Draft:
    """A table as it will be published, before its unit is settled;
    `said` are the paragraphs of its section, `lead` the text just above.
    """

    part_id: str
    section: Section | None
    said: tuple[str, ...]
    table: LogicalTable
    caption: str | None
    lead: str = ""
    engine: Engine = Engine.PARAGRAF
    warnings: tuple[Warned, ...] = ()

    @property
    def words_above(self) -> tuple[str, ...]:
        """What names the table: its caption, the text just above, the heading it stands under."""
        heading = self.section.heading if self.section else None
        return tuple(text for text in (self.caption, self.lead, heading) if text)
