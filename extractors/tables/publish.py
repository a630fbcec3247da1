"""From sheets to published tables: found, joined over sheets, given title, unit and confidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.pages.frames import Frame
from extractors.pages.lines import Line
from extractors.tables.drafts import Draft
from extractors.tables.facts import Reading, cast_table
from extractors.tables.regions import find_regions
from extractors.tables.stitch import LogicalTable, SheetTable, corner_title, read_sheet_table
from extractors.tables.unit_twins import refute_by_twins
from extractors.tables.units import (
    find_table_unit,
    is_money,
    settle_units,
    unit_of_cells,
    units_of_parts,
    units_said,
    with_unit_of_kind,
)
from schemas.document import Fact, Source
from schemas.kinds import UnitSource
from schemas.page import Page
from schemas.table import Table
from schemas.warnings import Code, Warned, warn
from swedish.numbers.units import UNITS, units_by_kind

_SHARES = ("procent", "promille", "procentenheter")
_NOTE = re.compile(r"^not\s*\d+\W+\w", re.IGNORECASE)
_ONLY_UNIT = re.compile(r"^\(?(?:alla )?belopp\w*\b", re.IGNORECASE)


def find_sheet_tables(
    page: Page, lines: list[Line], open_table: SheetTable | None = None, frames: list[Frame] | None = None
) -> list[SheetTable]:
    """The sheet's tables, from the lines between its running head and foot;
    `open_table` ends the sheet before.
    """
    edges = tuple(span.x1 for span in open_table.columns.figures) if open_table else ()
    return [read_sheet_table(region) for region in find_regions(page, lines, edges, frames)]


@dataclass(frozen=True, slots=True)
class Cast:
    """A draft with its cells and facts as printed; a unit that others must tell is not settled yet."""

    draft: Draft
    table: Table
    facts: tuple[Fact, ...]
    warnings: tuple[Warned, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """Tables and facts with ids and units, and warnings about what was not read."""

    source: Source
    tables: tuple[Table, ...]
    facts: tuple[Fact, ...]
    warnings: tuple[Warned, ...]


@dataclass(frozen=True, slots=True)
class Casting:
    """The tables of a document, each cast but once, however often they are published.

    `said` is the unit that a sentence says all the amounts of a part are in, by part.
    """

    source: Source
    said: Mapping[str, str]
    casts: tuple[Cast, ...]

    def recast(self, drafts: Mapping[int, Draft]) -> Casting:
        """The same tables, but for those that are read anew, by index."""
        return replace(
            self,
            casts=tuple(
                cast_draft(self.source.document_id, index, drafts[index]) if index in drafts else cast
                for index, cast in enumerate(self.casts)
            ),
        )

    def published(self) -> Published:
        facts = [cast.facts for cast in self.casts]
        bare = [_has_bare(cast) and not _counts_things(cast) for cast in self.casts]
        money = [is_money(cast.table, cast.facts) for cast in self.casts]
        tables = units_of_parts([cast.table for cast in self.casts], bare, money, self.said)
        tables = refute_by_twins(tables, facts)
        settled = [
            fact for table, own in zip(tables, facts, strict=True) for fact in settle_units(own, table)
        ]
        warnings = [warning for cast in self.casts for warning in cast.warnings]
        warnings += [
            warn(Code.UNIT_MISSING, title=table.title or "(utan rubrik)").on(table.first_page)
            for table, is_of_money, own in zip(tables, money, facts, strict=True)
            if table.unit is None and is_of_money and any(fact.unit is None for fact in own)
        ]
        return Published(self.source, tuple(tables), tuple(settled), tuple(warnings))


def _has_bare(cast: Cast) -> bool:
    return not cast.facts or any(fact.unit is None for fact in cast.facts)


def _counts_things(cast: Cast) -> bool:
    """True for a table without a word of money in which most figures say what they count ("12 st", "789 m²"):
    what is said of all amounts is not said of the figures beside them.
    """
    own = [fact.unit for fact in cast.facts if fact.unit not in (None, *_SHARES)]
    has_money = any(unit in UNITS and UNITS[unit].is_money for unit in own if unit)
    return 2 * len(own) > len(cast.facts) and not has_money and not is_money(cast.table, cast.facts)


def cast_drafts(
    source: Source,
    drafts: Sequence[Draft],
    texts: Iterable[tuple[str, str]],
    running: Iterable[tuple[str, str]] = (),
) -> Casting:
    """The document's tables; its `texts` and the words of its `running` heads, each after its part, may say
    what unit their figures are in.
    """
    casts = [cast_draft(source.document_id, index, draft) for index, draft in enumerate(drafts)]
    captions = [(draft.part_id, draft.caption) for draft in drafts if draft.caption]
    return Casting(source, units_said([*texts, *captions], running), tuple(casts))


def cast_draft(document_id: str, index: int, draft: Draft) -> Cast:
    reading = cast_table(draft.table, f"{document_id}-t{index:03d}")
    table = _table(document_id, index, draft, reading)
    if table.unit_source == UnitSource.TEXT and (kinds := units_by_kind(draft.lead)):
        reading.facts = with_unit_of_kind(reading.facts, *kinds[:2])
    if table.unit is None and (unit := unit_of_cells(reading.facts)):
        table = replace(table, unit=unit, unit_source=UnitSource.LABEL)
    warnings = list(draft.warnings)
    if reading.unread:
        shown = ", ".join(f"“{raw}”" for raw in reading.unread[:5])
        told = warn(Code.CELLS_UNREAD, count=len(reading.unread), shown=shown)
        # A table over several sheets does not say on which of them a cell is: the cells do.
        warnings.append(told.on(table.first_page, table.last_page))
    if len(draft.table.rows) > 1 and not any(row.label for row in draft.table.rows):
        warnings.append(warn(Code.ROWS_NAMELESS).on(table.first_page))
    return Cast(draft, table, tuple(reading.facts), tuple(warnings))


def _table(document_id: str, index: int, draft: Draft, reading: Reading) -> Table:
    section_id, heading = (draft.section.section_id, draft.section.heading) if draft.section else (None, None)
    unit, source = find_table_unit(draft, reading)
    shares = draft.table.shares
    return Table(
        table_id=f"{document_id}-t{index:03d}",
        part_id=draft.part_id,
        section_id=section_id,
        table_index=index,
        title=_name(draft.caption) or _title_in_header(draft.table) or heading,
        unit=unit.name if unit else None,
        unit_source=source,
        column_labels=draft.table.header.labels[1:],
        first_page=shares[0].page,
        last_page=shares[-1].page,
        n_rows=len(draft.table.header.rows) + len(draft.table.rows),
        n_columns=draft.table.columns.count,
        engine=draft.engine,
        confidence=_confidence(draft.table, reading),
        cells=tuple(reading.cells),
    )


def _name(caption: str | None) -> str | None:
    """The caption, None where it says no more than which unit the figures are in."""
    return None if caption and _ONLY_UNIT.match(caption) else caption


def _title_in_header(table: LogicalTable) -> str | None:
    """The label column's header where it is a note's title ("NOT 12, BYGGNAD OCH MARK") or set as a title."""
    labels = table.header.labels
    return labels[0] if labels and _NOTE.match(labels[0]) else corner_title(table.shares[0])


def _confidence(table: LogicalTable, reading: Reading) -> float:
    """1 for a ruled grid with a header in which every figure was read;
    less for each of these that is missing.
    """
    figures = len(reading.facts) + len(reading.unread)
    unread = len(reading.unread) / figures if figures else 1.0
    score = 1.0 - 0.5 * unread
    score -= 0.0 if table.columns.ruled else 0.1
    score -= 0.0 if table.header.n_rows else 0.15
    return round(max(score, 0.05), 2)
