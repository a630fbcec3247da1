"""The whole reading of one file, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from extractors.ocr.which_sheets import MOST_SHEETS
from extractors.pages.lines import Line
from extractors.pages.reading_order import find_reading_order
from extractors.pages.running_heads import Margins, find_margins
from extractors.protocol.amounts_in_text import find_amounts_in
from extractors.protocol.decisions import find_decisions
from extractors.protocol.imprint import read_imprint
from extractors.protocol.people import find_people
from extractors.protocol.rollcalls import add_roll_calls
from extractors.sheets import Sheets, read_sheets
from extractors.tables.broken_figures import join_broken_figures
from extractors.tables.drafts import Draft
from extractors.tables.frames import find_frames
from extractors.tables.join import join_tables, take_caption
from extractors.tables.publish import find_sheet_tables, publish_tables
from extractors.tables.second_reading import read_again
from extractors.tables.stitch import LogicalTable, SheetTable
from extractors.text.blocks import Block, find_blocks
from extractors.text.front import take_front
from extractors.text.matters import Matter, find_matters
from extractors.text.parts import PartCut, find_parts
from extractors.text.sections import Outline, add_part
from extractors.text.text_lines import TextLine, text_lines
from schemas.document import Extraction, Part, Sheet, SheetWord, Source
from schemas.page import Page
from schemas.warnings import Warned


def extract(
    pdf: bytes,
    source: Source,
    *,
    max_pages: int = 2000,
    engines: Mapping[int, str] | None = None,
    most_by_ocr: int = MOST_SHEETS,
) -> Extraction:
    """Reads the PDF's bytes: pages, parts, sections, decisions, people, tables, facts and amounts.

    `engines` names, by table index, tables to be read along another engine's column borders (a second
    reading); at most `most_by_ocr` sheets are read by OCR.

    Raises a `schemas.errors.ParagrafError` where the file as a whole cannot be read;
    what single sheets or cells could not give stands in `warnings`.
    """
    return read_sheets_as(
        read_sheets(pdf, max_pages=max_pages, most_by_ocr=most_by_ocr), source, pdf, engines
    )


def read_sheets_as(
    sheets: Sheets, source: Source, pdf: bytes, engines: Mapping[int, str] | None = None
) -> Extraction:
    """What the sheets of `pdf` say; to be called again with other `engines`,
    as the sheets are read but once.
    """
    again = partial(read_again, pdf, engines=engines) if engines else None
    return read_pages(list(sheets.pages), source, sheets.producer, again=again, of_file=sheets.warnings)


def read_pages(
    pages: list[Page],
    source: Source,
    producer: str | None,
    *,
    cut: Callable[[list[Page], list[Margins]], list[PartCut]] = find_parts,
    again: Callable[[list[Draft]], list[Draft]] | None = None,
    of_file: tuple[Warned, ...] = (),
) -> Extraction:
    """Everything after the sheets, whatever input they came from.

    `cut` finds the parts, `again` reads tables a second time;
    `of_file` says what may be missing from any sheet.
    """
    lines = [find_reading_order(page) for page in pages]
    margins = find_margins(list(zip(pages, lines, strict=True)))
    cuts = cut(pages, margins)
    held = _read_parts(pages, margins, cuts, source.document_id)
    outline, matters_of, blocks_of = held.outline, held.matters_of, held.blocks_of
    imprint = read_imprint(pages, margins, held.parts, outline, matters_of, blocks_of)
    parts = [replace(part, title=imprint.titles.get(part.part_id)) for part in held.parts]
    decisions = find_decisions(parts, outline, matters_of, blocks_of, imprint)
    people = find_people(parts, outline, matters_of, blocks_of, decisions, margins)
    drafts = again(held.drafts) if again is not None else held.drafts
    tables, facts, table_warnings = publish_tables(source.document_id, drafts, outline)
    decisions, people = add_roll_calls(decisions, people, tables, facts, outline)
    warnings = [*of_file, *imprint.warnings, *table_warnings]
    return Extraction(
        source=source,
        page_count=len(pages),
        producer=producer,
        language=imprint.language,
        text_source=_text_source(pages),
        status="partial" if of_file or any(map(_is_unread, pages)) else "complete",
        warnings=tuple(warnings),
        municipality=imprint.municipality,
        municipality_code=imprint.municipality_code,
        body=imprint.body,
        meeting_date=imprint.meeting_date,
        title=imprint.title,
        diary_number=imprint.diary_number,
        pages=tuple(_sheet(page, margin, parts) for page, margin in zip(pages, margins, strict=True)),
        parts=tuple(parts),
        sections=tuple(outline.sections),
        paragraphs=tuple(outline.paragraphs),
        decisions=decisions,
        people=people,
        tables=tables,
        facts=facts,
        amounts=find_amounts_in(source.document_id, outline),
        words=tuple(_words_by_ocr(pages)),
    )


@dataclass(slots=True)
class _Parts:
    """The parts with what each holds, by part id."""

    outline: Outline
    parts: list[Part] = field(default_factory=list)
    matters_of: dict[str, list[Matter]] = field(default_factory=dict)
    blocks_of: dict[str, list[Block]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)


def _read_parts(pages: list[Page], margins: list[Margins], cuts: list[PartCut], document_id: str) -> _Parts:
    held = _Parts(Outline(document_id))
    for index, part in enumerate(cuts):
        part_id = f"{document_id}-p{index:02d}"
        blocks, found = read_part(pages, margins, part)
        matters = find_matters(blocks) if part.kind in ("protocol", "notice") else []
        add_part(held.outline, part_id, blocks, matters)
        held.drafts += [Draft(part_id, block, table, caption) for block, table, caption in found]
        held.parts.append(
            Part(part_id, index, part.kind, None, part.first_page, part.last_page, part.evidence)
        )
        held.matters_of[part_id], held.blocks_of[part_id] = matters, blocks
    return held


def _text_source(pages: list[Page]) -> str:
    """That of the sheets that have text, "mixed" where they differ."""
    sources = {page.text_source for page in pages if page.words}
    return "mixed" if len(sources) > 1 else next(iter(sources), "native")


def _words_by_ocr(pages: list[Page]) -> Iterator[SheetWord]:
    read = [(page, word) for page in pages if page.text_source in ("ocr", "mixed") for word in page.words]
    for index, (page, word) in enumerate(read):
        yield SheetWord(index, word.text, page.place(word.box))


def _is_unread(page: Page) -> bool:
    """True where something that is printed on the sheet is not read, or never reached us."""
    return page.width == 0 or any(warning.is_unread for warning in page.warnings)


def read_part(
    pages: list[Page], margins: list[Margins], cut: PartCut
) -> tuple[list[Block], list[tuple[Block, LogicalTable, str | None]]]:
    """The part's blocks in reading order, and its tables with the block that stands for each."""
    tables: dict[int, SheetTable] = {}
    sheets: list[list[TextLine | Block]] = []
    open_table: SheetTable | None = None
    for number in range(cut.first_page, cut.last_page + 1):
        sheet, open_table = _read_sheet(pages[number - 1], list(margins[number - 1].body), tables, open_table)
        sheets.append(sheet)
    if cut.kind == "protocol" or (cut.kind == "notice" and cut.first_page == 1):
        take_front(sheets)
    blocks = find_blocks(sheets)
    joined = join_tables(blocks, tables)
    return blocks, [(block, table, take_caption(blocks, block)) for block, table in joined]


def _read_sheet(
    page: Page, lines: list[Line], tables: dict[int, SheetTable], open_table: SheetTable | None
) -> tuple[list[TextLine | Block], SheetTable | None]:
    """The sheet's lines of running text with a block in the place of each table, and the table that ends it.

    `open_table` ends the sheet before.
    """
    lines = join_broken_figures(lines)
    frames = find_frames(page) if page.rules else []
    found = find_sheet_tables(page, lines, open_table, frames)
    boxes = [frame.box for frame in frames if frame.is_box]
    walls = [wall for frame in frames if frame.is_box for wall in frame.walls()]
    starts = {id(table.region.rows[0].line): table for table in found}
    taken = {id(row.line) for table in found for row in table.region.rows}
    items: list[TextLine | Block] = []
    last: SheetTable | None = None
    for line in lines:
        table = starts.get(id(line))
        if table is not None:
            block = Block("table", text_lines(page, [row.line for row in table.region.rows], []))
            tables[id(block)] = table
            items.append(block)
            last = table
        elif id(line) not in taken:
            items += text_lines(page, [line], boxes, walls)
            last = None
    return items, last


def _sheet(page: Page, margins: Margins, parts: list[Part]) -> Sheet:
    part = next(p for p in parts if page.number in p.sheets)
    return Sheet(
        page=page.number,
        part_id=part.part_id,
        width=round((page.height if page.turn % 180 else page.width) / page.scale, 2),
        height=round((page.width if page.turn % 180 else page.height) / page.scale, 2),
        rotation=page.rotation,
        printed_page=margins.printed.raw if margins.printed else None,
        text_source=page.text_source,
        is_blank=not (page.words or page.images or page.rules or _is_unread(page)),
        warnings=page.warnings,
    )
