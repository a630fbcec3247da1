"""A part of a file as it is read: its lines, blocks, §§, sections and tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.pages.frames import find_frames
from extractors.pages.lines import Line, Run
from extractors.pages.running_heads import Margins
from extractors.tables.broken_figures import join_broken_figures
from extractors.tables.captions import find_captions, leads_in
from extractors.tables.drafts import Draft
from extractors.tables.join import join_tables
from extractors.tables.publish import find_sheet_tables
from extractors.tables.stitch import LogicalTable, SheetTable, under_header
from extractors.tables.units import OF_SECTION
from extractors.text.block import Block
from extractors.text.blocks import find_blocks
from extractors.text.entries import Entry, as_listed, find_entries
from extractors.text.front import take_front
from extractors.text.looks import find_underlines
from extractors.text.margin_labels import with_margin_labels
from extractors.text.matters import Matter, Matters, find_matters
from extractors.text.measure import body_size
from extractors.text.parts import PartCut
from extractors.text.sections import Counted, Outline, find_outline
from extractors.text.text_lines import TextLine, text_lines
from schemas.document import Part, Section
from schemas.page import Page
from schemas.place import Box
from swedish.numbers.shapes import looks_like_figure, looks_like_year

STRIPE_HEIGHT = 30.0  # points


@dataclass(frozen=True, slots=True)
class PartReading:
    """A part, which has no title yet, with its sheets, the lines of each,
    and what was found in them; §§ and what came of blocks are told by the blocks' positions.
    """

    part: Part
    pages: tuple[Page, ...]
    margins: tuple[Margins, ...]
    blocks: tuple[Block, ...]
    matters: tuple[Matter, ...]
    outline: Outline
    entries: tuple[Entry, ...]
    tables: tuple[Draft, ...]

    @property
    def running_words(self) -> Iterator[str]:
        """What the running heads and feet of its sheets say, run by run."""
        for margins in self.margins:
            for line in (*margins.head, *margins.foot):
                yield from (run.text for run in line.runs)

    def blocks_of(self, number: int) -> range:
        """Positions of the blocks of a §, from its sign to the head of the next."""
        following = self.matters[number + 1 : number + 2]
        return range(self.matters[number].at, following[0].head[0] if following else len(self.blocks))


def read_parts(
    pages: Sequence[Page], margins: Sequence[Margins], cuts: Sequence[PartCut], document_id: str
) -> tuple[PartReading, ...]:
    """The file's parts in order, their ids counted through all of it."""
    parts: list[PartReading] = []
    before = Counted(document_id)
    for cut in cuts:
        parts.append(read_part(pages, margins, cut, before))
        before = before.with_part(parts[-1].outline)
    return tuple(parts)


def read_part(
    pages: Sequence[Page], margins: Sequence[Margins], cut: PartCut, before: Counted
) -> PartReading:
    """The part of all the file's `pages` that is cut so."""
    own = slice(cut.first_page - 1, cut.last_page)
    part = Part(before.part_id, before.parts, cut.kind, None, cut.first_page, cut.last_page, cut.evidence)
    blocks, tables, captions = _read_sheets(pages[own], margins[own], part)
    entries = find_entries(blocks)
    blocks = as_listed(blocks, entries)
    if part.kind in ("protocol", "notice"):
        found = find_matters(blocks, entries)
    else:
        found = Matters((), tuple(blocks), tuple(entries))
    outline = find_outline(found.blocks, found.found, before)
    return PartReading(
        part=part,
        pages=tuple(pages[own]),
        margins=tuple(margins[own]),
        blocks=found.blocks,
        matters=found.found,
        outline=outline,
        entries=found.entries,
        tables=tuple(_drafts(part.part_id, outline, blocks, tables, captions)),
    )


def _read_sheets(
    pages: Sequence[Page], margins: Sequence[Margins], part: Part
) -> tuple[list[Block], Mapping[int, LogicalTable], Mapping[int, str]]:
    """The part's blocks in reading order, and by the position of the block where each begins
    its tables and their captions.
    """
    shares: list[SheetTable] = []
    sheets: list[list[TextLine | Block]] = []
    open_table: SheetTable | None = None
    for page, margin in zip(pages, margins, strict=True):
        first = len(shares)
        sheet, open_table = _read_sheet(page, list(margin.body), shares, open_table)
        if sheets and first < len(shares) and isinstance(sheet[0], Block):
            _take_header(sheets[-1], shares, first)
        sheets.append(sheet)
    if part.kind == "protocol" or (part.kind == "notice" and part.first_page == 1):
        take_front(sheets)
        sheets = with_margin_labels(sheets)
    blocks = find_blocks(sheets)
    tables = join_tables(blocks, shares)
    lines = [line for block in blocks if block.kind != "table" for line in block.lines]
    captions = find_captions(blocks, tables, part.kind in ("protocol", "notice"), body_size(lines))
    for at in captions:  # what stands above the table is taken out of the running text
        blocks[at - 1] = replace(blocks[at - 1], kind="caption")
    return blocks, tables, captions


def _take_header(before: list[TextLine | Block], shares: list[SheetTable], at: int) -> None:
    """Puts a header that ends the sheet before, alone, over the table that begins the next."""
    last = before[-1] if before else None
    if not isinstance(last, TextLine) or any(map(_is_figure, last.runs)):
        return
    words = tuple(word for run in last.runs for word in run.words)
    if (headed := under_header(shares[at], Line(last.page, words))) is not None:
        shares[at] = headed
        before.pop()


def _read_sheet(
    page: Page, lines: list[Line], shares: list[SheetTable], open_table: SheetTable | None
) -> tuple[list[TextLine | Block], SheetTable | None]:
    """The sheet's lines of running text with a block in the place of each table, and the table that ends it.

    The tables are added to `shares`, those of the part so far; `open_table` ends the sheet before.
    """
    lines = join_broken_figures(lines)
    frames = find_frames(page) if page.rules else []
    found = find_sheet_tables(page, lines, open_table, frames)
    boxes = [box for frame in frames if frame.is_box for box in frame.boxes()]
    boxes = [box for box in boxes if not _is_stripe(page, box)]
    walls = [wall for frame in frames if frame.is_box for wall in frame.walls()]
    underlines = find_underlines(page)
    starts = {table.region.rows[0].at: table for table in found}
    taken = {row.at for table in found for row in (*table.region.over, *table.region.rows)}
    items: list[TextLine | Block] = []
    last: SheetTable | None = None
    for at, line in enumerate(lines):
        table = starts.get(at)
        if table is not None:
            held = tuple(text_lines(page, [row.line for row in table.region.rows], [], (), underlines))
            items.append(Block("table", held, table=len(shares)))
            shares.append(table)
            last = table
        elif at not in taken:
            items += text_lines(page, [line], boxes, walls, underlines)
            last = None
    return items, last


def _is_figure(run: Run) -> bool:
    return looks_like_figure(run.text) and not looks_like_year(run.text)


def _is_stripe(page: Page, box: Box) -> bool:
    """True for a shaded strip, as headings are set in, with one line of bold words or of large ones."""
    if box.height > STRIPE_HEIGHT:
        return False
    inside = [word for word in page.words if box.holds_middle_of(word.box)]
    level = (
        bool(inside) and max(w.box.top for w in inside) - min(w.box.top for w in inside) < inside[0].size / 2
    )
    alone = not any(box.holds_middle_of(r.box) for r in page.rules if r.is_vertical)
    return level and alone and all(word.bold for word in inside if any(map(str.isalnum, word.text)))


def _drafts(
    part_id: str,
    outline: Outline,
    blocks: Sequence[Block],
    tables: Mapping[int, LogicalTable],
    captions: Mapping[int, str],
) -> Iterator[Draft]:
    sections = {section.section_id: section for section in outline.sections}
    said: dict[str | None, list[str]] = defaultdict(list)
    for paragraph in outline.paragraphs:
        said[paragraph.section_id].append(paragraph.text)
    for headed in outline.sections:
        if OF_SECTION.search(headed.heading):  # set as large as a heading
            said[headed.parent_id].append(headed.heading)
    for at, caption in captions.items():
        if OF_SECTION.search(caption):  # of the tables after it too
            said[outline.section_of[at]].append(caption)
    for at, table in tables.items():
        section = sections.get(outline.section_of[at] or "")
        texts = [*said[section.section_id], *_said_above(section, sections, said)] if section else []
        yield Draft(part_id, section, tuple(texts), table, captions.get(at), leads_in(blocks, at))


def _said_above(
    section: Section, sections: Mapping[str, Section], said: Mapping[str | None, Sequence[str]]
) -> Iterator[str]:
    """What the sections that this one lies in say of all that is in them ("i hela avsnittet")."""
    above: Section | None = sections.get(section.parent_id or "")
    while above is not None:
        yield from (text for text in said.get(above.section_id, ()) if OF_SECTION.search(text))
        above = sections.get(above.parent_id or "")
