"""From sheets to published tables: found, joined over sheets, given title, unit and confidence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from extractors.blocks import Block
from extractors.numbers.units import UNITS, find_unit, find_unit_in_sentence, read_unit, to_kronor
from extractors.pages.lines import Line
from extractors.sections import Outline
from extractors.tables.cast import Reading, cast_table
from extractors.tables.find import find_regions
from extractors.tables.ruling import Frame
from extractors.tables.stitch import LogicalTable, SheetTable, continue_table, corner_title, read_sheet_table
from schemas.document import Fact
from schemas.page import Page
from schemas.table import Table
from schemas.value import Unit

_MONEY_WORDS = re.compile(
    r"\b(?:\w*kostnad\w*|\w*intäkt\w*|\w*utgift\w*|\w*inkomst\w*|netto\w*|\w*anslag\w*|\w*kapital\w*|"
    r"\w*investering\w*|\w*bidrag\w*|resultat\w*|\w*skuld\w*|\w*tillgång\w*|\w*avgift\w*)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:tillfällen|besök|besökare|deltagare|elever|barn|invånare|medlemmar|platser|personer|ärenden|anställda)$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^not\s*\d+\W+\w", re.IGNORECASE)
_ONLY_UNIT = re.compile(r"^\(?(?:alla )?belopp\w*\b", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:tabell|tab\.)\s*\d*|^\(?(?:alla )?belopp\w*\b.{0,40}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A table as it will be published, before its unit is settled."""

    part_id: str
    block: Block
    table: LogicalTable
    caption: str | None
    engine: str = "paragraf"
    warnings: tuple[str, ...] = ()


def find_sheet_tables(
    page: Page, lines: list[Line], open_table: SheetTable | None = None, frames: list[Frame] | None = None
) -> list[SheetTable]:
    """The sheet's tables, from the lines between its running head and foot; `open_table` ends the sheet before."""
    edges = tuple(span.x1 for span in open_table.columns.figures) if open_table else ()
    return [read_sheet_table(region) for region in find_regions(page, lines, edges, frames)]


def join_tables(blocks: list[Block], tables: dict[int, SheetTable]) -> list[tuple[Block, LogicalTable]]:
    """Table blocks joined where one goes on from the sheet before with nothing between; joined blocks are emptied.

    `tables` is by id of block.
    """
    joined: list[tuple[Block, LogicalTable]] = []
    before: Block | None = None
    for block in blocks:
        own = tables.get(id(block))
        if own is not None:
            share = None
            if before is not None and joined and id(before) in tables:
                last = joined[-1][1].shares[-1]
                share = continue_table(last, own) if own.page == last.page + 1 else None
            if share is not None:
                joined[-1] = (joined[-1][0], LogicalTable((*joined[-1][1].shares, share)))
            else:
                joined.append((block, LogicalTable((own,))))
        before = block
    return joined


def take_caption(blocks: list[Block], block: Block) -> str | None:
    """The caption just above the table ("Tabell 3 …", "Belopp i tkr"), taken out of the running text."""
    index = next(i for i, b in enumerate(blocks) if b is block)
    above = blocks[index - 1] if index else None
    if above is None or above.kind not in ("text", "heading") or len(above.lines) > 2:
        return None
    near = above.page is block.page and block.lines[0].box.top - above.lines[-1].box.bottom < 30
    text = above.text
    states_unit = len(text) < 40 and above.kind == "text" and find_unit(text.rstrip(": ")) is not None
    of_this = _OF_ANOTHER.search(text) and find_unit_in_sentence(text)  # what is said just above is of this table
    if near and len(text) < 160 and (_CAPTION.match(text) or states_unit or of_this):
        above.kind = "caption"
        return text
    return None


def publish_tables(
    document_id: str, drafts: list[Draft], outline: Outline
) -> tuple[tuple[Table, ...], tuple[Fact, ...], list[str]]:
    """Tables and facts with ids and units, and warnings in Swedish about what was not read."""
    tables: list[Table] = []
    facts: list[list[Fact]] = []
    warnings: list[str] = []
    for index, draft in enumerate(drafts):
        reading = cast_table(draft.table, f"{document_id}-t{index:03d}")
        table = _table(document_id, index, draft, reading, outline)
        if table.unit is None and (unit := _unit_of_cells(reading.facts)):
            table = replace(table, unit=unit, unit_source="label")
        tables.append(table)
        facts.append(reading.facts)
        warnings += draft.warnings
        if reading.unread:
            shown = ", ".join(f"“{raw}”" for raw in reading.unread[:5])
            count = len(reading.unread)
            cells = "1 cell" if count == 1 else f"{count} celler"
            warnings.append(f"{_sheets(table)}: {cells} kunde inte läsas som tal ({shown}).")
    bare = [not own or any(fact.unit is None for fact in own) for own in facts]
    tables = _units_of_parts(tables, bare, _units_said(outline))
    settled = [_settle(fact, table) for table, own in zip(tables, facts, strict=True) for fact in own]
    warnings += [
        f"Sida {table.first_page}: tabellen “{table.title}” anger ingen enhet."
        for table in tables
        if table.unit is None and _is_money(table)
    ]
    return tuple(tables), tuple(settled), warnings


def _table(document_id: str, index: int, draft: Draft, reading: Reading, outline: Outline) -> Table:
    section_id = outline.section_of.get(id(draft.block))
    section = next((s for s in outline.sections if s.section_id == section_id), None)
    heading = section.heading if section else None
    unit, source = _unit(draft, reading, heading, section_id, outline)
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
    """1 for a ruled grid with a header in which every figure was read; less for each of these that is missing."""
    figures = len(reading.facts) + len(reading.unread)
    unread = len(reading.unread) / figures if figures else 1.0
    score = 1.0 - 0.5 * unread
    score -= 0.0 if table.columns.ruled else 0.1
    score -= 0.0 if table.header.n_rows else 0.15
    return round(max(score, 0.05), 2)


def _unit(
    draft: Draft, reading: Reading, heading: str | None, section_id: str | None, outline: Outline
) -> tuple[Unit | None, str | None]:
    corner = draft.table.header.labels[0] if draft.table.header.labels else ""
    own = find_unit(corner) or read_unit(corner)
    if own is not None:
        return own, "header"
    columns = list(reading.column_units.values())
    if unit := _most(columns, len(columns)):
        return unit, "header"
    if draft.caption and (unit := find_unit(draft.caption.rstrip(": ")) or find_unit_in_sentence(draft.caption)):
        return unit, "caption"
    if heading and (unit := find_unit(heading)):
        return unit, "title"
    if unit := _most(reading.row_units, len(reading.row_units)):
        return unit, "label"
    if reading.facts and len(in_cells := {fact.unit for fact in reading.facts}) == 1 and (name := in_cells.pop()):
        return UNITS.get(name, Unit(name)), "label"
    texts = [p.text for p in outline.paragraphs if p.section_id == section_id] if section_id else []
    texts = [text for text in texts if not _OF_ANOTHER.search(text)]
    said = {unit.name for text in texts if (unit := find_unit_in_sentence(text))}
    if len(said) == 1:
        return UNITS[said.pop()], "text"
    return (UNITS["antal"], "header") if _counts(draft.table.header.labels) else (None, None)


def _counts(labels: tuple[str, ...]) -> bool:
    """True where the label column's header ends in what is counted, and no column is of money.

    >>> _counts(("Statistik deltagartillfällen", "2024")), _counts(("Elever", "Kostnad 2024"))
    (True, False)
    """
    return bool(labels) and bool(_COUNTED.search(labels[0])) and not any(map(_MONEY_WORDS.search, labels))


def _unit_of_cells(facts: list[Fact]) -> str | None:
    """The unit that most figures bear, where every figure bears one ("122 500,00 €")."""
    counts = Counter(fact.unit for fact in facts)
    name, count = counts.most_common(1)[0] if counts else (None, 0)
    return name if None not in counts and 2 * count > len(facts) else None


def _most(units: list[Unit | None], among: int) -> Unit | None:
    """The unit that more than half have, None where there is none."""
    counts = Counter(unit.name for unit in units if unit is not None)
    if not counts or not among:
        return None
    name, count = counts.most_common(1)[0]
    return next(unit for unit in units if unit is not None and unit.name == name) if count * 2 > among else None


_OF_ANOTHER = re.compile(r"\bbelopp(?:en)? i (?!tabell)\w{4,}(?:en|et|an|erna|orna)\b", re.I)  # "Beloppen i översikten"
_FOR_ALL = re.compile(
    r"\b(?:alla|samtliga|genomgående|om (?:inte|ej) annat)\b|\bbelopp(?:en)? (?:är|anges|redovisas|visas)\b",
    re.IGNORECASE,
)


def _units_said(outline: Outline) -> dict[str, str]:
    """By part, the one unit that a sentence says all its amounts are in ("om inte annat anges …")."""
    said: dict[str, set[str]] = {}
    for paragraph in outline.paragraphs:
        of_another = _OF_ANOTHER.search(paragraph.text)
        if not of_another and _FOR_ALL.search(paragraph.text) and (unit := find_unit_in_sentence(paragraph.text)):
            said.setdefault(paragraph.part_id, set()).add(unit.name)
    return {part_id: units.pop() for part_id, units in said.items() if len(units) == 1}


def _units_of_parts(tables: list[Table], bare: list[bool], said: dict[str, str]) -> list[Table]:
    """Tables that state no unit take what a sentence says of all; money tables else what their part agrees on.

    `bare` tells which tables have figures without a unit of their own: where only other rows' labels state one
    ("Sparande per kvm, kr"), it is not these figures'.
    """
    tables = [
        replace(table, unit=said[table.part_id], unit_source="text")
        if (table.unit is None or table.unit_source == "label") and is_bare and table.part_id in said
        else table
        for table, is_bare in zip(tables, bare, strict=True)
    ]
    stated: dict[str, set[str]] = {}
    for table in tables:
        if table.unit in UNITS and UNITS[table.unit].is_money:
            stated.setdefault(table.part_id, set()).add(table.unit)
    return [
        replace(table, unit=next(iter(stated[table.part_id])), unit_source="part")
        if table.unit is None and is_bare and len(stated.get(table.part_id, ())) == 1 and _is_money(table)
        else table
        for table, is_bare in zip(tables, bare, strict=True)
    ]


def _is_money(table: Table) -> bool:
    words = [cell.text for cell in table.cells if cell.role in ("label", "header")]
    return any(_MONEY_WORDS.search(word) for word in [*words, table.title or ""])


def _sheets(table: Table) -> str:
    """Where the table stands, in words.

    A table over several sheets does not say on which of them a cell is: the cells do.
    """
    first, last = table.first_page, table.last_page
    return f"Sida {first}" if first == last else f"Sida {first}-{last}"


def _settle(fact: Fact, table: Table) -> Fact:
    """The fact with its table's unit where it has none of its own."""
    if fact.unit is not None or table.unit is None:
        return fact
    return replace(fact, unit=table.unit, value_sek=to_kronor(fact.value, UNITS.get(table.unit)))
