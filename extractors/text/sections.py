"""Headings with number, level and parent, and the paragraphs under each."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.pages.lines import Run
from extractors.text.blocks import Block, columns_of
from extractors.text.matters import Matter
from schemas.document import Paragraph, Section
from schemas.page import Page, Word
from schemas.place import box_around
from swedish.joined_lines import join_texts

SAME_SIZE = 0.4  # points


@dataclass(slots=True)
class Outline:
    """Sections and paragraphs of the document so far, and which section each block stands in."""

    document_id: str
    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    section_of: dict[int, str | None] = field(default_factory=dict)  # id(block) -> section_id
    matter_sections: dict[str, str] = field(default_factory=dict)  # § in a part -> section_id
    paragraph_ids: dict[int, list[str]] = field(default_factory=dict)  # id(block) -> paragraph_ids
    # paragraph_id -> its words in order
    words_of: dict[str, list[tuple[Page, Word]]] = field(default_factory=dict)


def add_part(outline: Outline, part_id: str, blocks: list[Block], matters: list[Matter]) -> None:
    """Adds the part's sections and paragraphs;
    a §'s title is a section of level 1, its sub-headings below it.
    """
    titles = {id(matter.title_block): matter for matter in matters}
    heads = {id(block) for matter in matters for block in matter.head}
    first = next((i for i, block in enumerate(blocks) if id(block) in heads), len(blocks))
    before = _Levels(blocks[:first], False)
    under = _Levels([block for block in blocks[first:] if id(block) not in heads], bool(matters))
    builder = _Builder(outline, part_id)
    for index, block in enumerate(blocks):
        matter = titles.get(id(block))
        if matter is not None:
            builder.heading(block, matter.title, None, 1)
            outline.section_of.update((id(held), builder.current) for held in matter.head)
            outline.matter_sections[f"{part_id}/{matter.index}"] = outline.sections[-1].section_id
        elif id(block) in heads:
            continue  # stands in the section of its title, which may come below
        elif block.kind == "heading":
            levels = before if index < first else under
            builder.heading(block, _without_number(block), block.number, levels.of(block))
        else:
            builder.text(block)
    builder.close(blocks)


def _without_number(block: Block) -> str:
    text = block.text
    return text[len(block.number) :].lstrip(". \t") if block.number else text


class _Levels:
    """Levels of headings: numbered ones by their number, others by the size of their type among those.

    Where more unnumbered headings stand in larger type than numbered ones have, size alone tells the levels.
    """

    def __init__(self, blocks: list[Block], has_matters: bool) -> None:
        self.lowest = 2 if has_matters else 1
        headings = [b for b in blocks if b.kind == "heading"]
        self.numbered: dict[int, float] = {}
        for block in headings:
            if block.number:
                level = block.number.count(".") + 1
                self.numbered[level] = max(self.numbered.get(level, 0.0), _size(block))
        sizes = [_size(b) for b in headings if not b.number]
        largest = max(self.numbered.values(), default=0.0)
        if self.numbered and sum(size > largest + SAME_SIZE for size in sizes) > len(headings) - len(sizes):
            self.numbered = {}
            sizes = [_size(b) for b in _after_cover(blocks) if b.kind == "heading"] or sizes
        self.sizes = _merged(sorted(set(sizes), reverse=True))

    def of(self, block: Block) -> int:
        size = _size(block)
        if self.numbered and block.number:
            return block.number.count(".") + self.lowest
        if self.numbered:
            same = [level for level, known in self.numbered.items() if abs(known - size) < SAME_SIZE]
            if same:
                return min(same) + self.lowest - 1
            larger = [level for level, known in self.numbered.items() if known > size]
            return (max(larger) + 1 if larger else 1) + self.lowest - 1
        rank = next(
            (i for i, known in enumerate(self.sizes) if known < size + SAME_SIZE), len(self.sizes) - 1
        )
        return rank + self.lowest


def _after_cover(blocks: list[Block]) -> list[Block]:
    """The blocks behind the contents list; all of them where there is none."""
    listed = [index for index, block in enumerate(blocks) if block.kind == "contents"]
    return blocks[listed[-1] + 1 :] if listed else blocks


def _size(block: Block) -> float:
    return max(line.size for line in block.lines)


def _merged(sizes: list[float]) -> list[float]:
    kept: list[float] = []
    for size in sizes:
        if not kept or kept[-1] - size > SAME_SIZE:
            kept.append(size)
    return kept


class _Builder:
    """Adds sections and paragraphs in order, remembering the headings that are open above."""

    def __init__(self, outline: Outline, part_id: str) -> None:
        self.outline, self.part_id = outline, part_id
        self.open: list[tuple[int, str]] = []
        self.first = len(outline.sections)

    @property
    def current(self) -> str | None:
        return self.open[-1][1] if self.open else None

    def heading(self, block: Block, text: str, number: str | None, level: int) -> None:
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        index = len(self.outline.sections)
        section_id = f"{self.outline.document_id}-s{index:04d}"
        page, last = block.page.number, block.last_page
        self.outline.sections.append(
            Section(section_id, self.part_id, index, self.current, number, text, level, page, last)
        )
        self.open.append((level, section_id))
        self.outline.section_of[id(block)] = section_id

    def text(self, block: Block) -> None:
        self.outline.section_of[id(block)] = self.current
        if block.kind in ("contents", "table", "caption") or self._is_caption(block):
            return
        ids = self.outline.paragraph_ids.setdefault(id(block), [])
        for pieces in _pieces(block):
            index = len(self.outline.paragraphs)
            paragraph_id = f"{self.outline.document_id}-g{index:05d}"
            place = block.page.place(box_around(run.box for page, run in pieces if page is block.page))
            text = join_texts(run.text for _, run in pieces) if block.kind == "columns" else block.text
            self.outline.paragraphs.append(
                Paragraph(paragraph_id, self.part_id, self.current, index, text, place)
            )
            self.outline.words_of[paragraph_id] = [(page, word) for page, run in pieces for word in run.words]
            ids.append(paragraph_id)

    def _is_caption(self, block: Block) -> bool:
        """A box's running caption: the words of the heading it stands under, once more."""
        heading = self.outline.sections[-1].heading if self.outline.sections[self.first :] else ""
        return len(block.lines) == 1 and block.text.casefold() == heading.casefold()

    def close(self, blocks: list[Block]) -> None:
        """Gives every section of the part its last page."""
        ends: dict[str, int] = {}
        for block in blocks:
            section_id = self.outline.section_of.get(id(block))
            if section_id is not None:
                ends[section_id] = max(ends.get(section_id, 0), block.last_page)
        sections = self.outline.sections
        for index in range(self.first, len(sections)):
            section = sections[index]
            reach = max(section.last_page or 0, ends.get(section.section_id, 0))
            sections[index] = Section(
                section.section_id, section.part_id, section.section_index, section.parent_id, section.number,
                section.heading, section.level, section.first_page, reach,
            )  # fmt: skip


def _pieces(block: Block) -> list[list[tuple[Page, Run]]]:
    """The runs of each paragraph that the block makes: one, or one for each of its columns."""
    if block.kind == "columns":
        return [[(block.page, run) for run in runs] for runs in columns_of(block)]
    return [[(line.page, run) for line in block.lines for run in line.runs]]
