"""Headings with number, level and parent, and the paragraphs under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.pages.lines import Run
from extractors.text.block import Block, columns_of
from extractors.text.matters import Matter
from schemas.document import Paragraph, Section
from schemas.page import Page, Word
from schemas.place import box_around
from swedish.joined_lines import join_texts

SAME_SIZE = 0.4  # points


@dataclass(frozen=True, slots=True)
class Counted:
    """How many parts, sections and paragraphs of the document come before:
    their ids count through all of it.
    """

    document_id: str
    parts: int = 0
    sections: int = 0
    paragraphs: int = 0

    def with_part(self, outline: Outline) -> Counted:
        sections, paragraphs = len(outline.sections), len(outline.paragraphs)
        return replace(
            self,
            parts=self.parts + 1,
            sections=self.sections + sections,
            paragraphs=self.paragraphs + paragraphs,
        )

    @property
    def part_id(self) -> str:
        return f"{self.document_id}-p{self.parts:02d}"


@dataclass(frozen=True, slots=True)
class Outline:
    """A part's sections and paragraphs, and what came of each block and each §, by their positions."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    words: tuple[tuple[tuple[Page, Word], ...], ...]  # of each paragraph, in order
    section_of: tuple[str | None, ...]  # the section in which each block stands
    paragraphs_of: tuple[tuple[Paragraph, ...], ...]  # those that each block gave
    matter_sections: tuple[str | None, ...]  # the section that each § heads


def find_outline(blocks: Sequence[Block], matters: Sequence[Matter], before: Counted) -> Outline:
    """The part's sections and paragraphs;
    a §'s title is a section of level 1, its sub-headings below it.
    """
    titles = {matter.title_at: number for number, matter in enumerate(matters)}
    heads = {at for matter in matters for at in matter.head}
    first = min(heads, default=len(blocks))
    above = _Levels(blocks[:first], False)
    under = _Levels([b for at, b in enumerate(blocks[first:], first) if at not in heads], bool(matters))
    builder = _Builder(before, blocks, [None] * len(blocks), [None] * len(matters))
    for at, block in enumerate(blocks):
        if at in titles:
            builder.matter(at, titles[at], matters[titles[at]])
        elif at in heads:
            continue  # stands in the section of its title, which may come below
        elif block.kind == "heading":
            levels = above if at < first else under
            builder.heading(at, _without_number(block), block.number, levels.of(block))
        else:
            builder.text(at)
    return builder.outline()


def _without_number(block: Block) -> str:
    text = block.text
    return text[len(block.number) :].lstrip(". \t") if block.number else text


class _Levels:
    """Levels of headings: numbered ones by their number, others by the size of their type among those.

    Where more unnumbered headings stand in larger type than numbered ones have, size alone tells the levels.
    """

    def __init__(self, blocks: Sequence[Block], has_matters: bool) -> None:
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


def _after_cover(blocks: Sequence[Block]) -> Sequence[Block]:
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


@dataclass(slots=True)
class _Builder:
    """Adds sections and paragraphs in order, remembering the headings that are open above."""

    before: Counted
    blocks: Sequence[Block]
    section_of: list[str | None]
    matter_sections: list[str | None]
    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    words: list[tuple[tuple[Page, Word], ...]] = field(default_factory=list)
    paragraphs_of: dict[int, tuple[Paragraph, ...]] = field(default_factory=dict)
    open: list[tuple[int, str]] = field(default_factory=list)

    @property
    def current(self) -> str | None:
        return self.open[-1][1] if self.open else None

    def matter(self, at: int, number: int, matter: Matter) -> None:
        self.heading(at, matter.title, None, 1)
        for held in matter.head:
            self.section_of[held] = self.current
        self.matter_sections[number] = self.current

    def heading(self, at: int, text: str, number: str | None, level: int) -> None:
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        index = self.before.sections + len(self.sections)
        section_id = f"{self.before.document_id}-s{index:04d}"
        page, last = self.blocks[at].page.number, self.blocks[at].last_page
        self.sections.append(
            Section(section_id, self.before.part_id, index, self.current, number, text, level, page, last)
        )
        self.open.append((level, section_id))
        self.section_of[at] = section_id

    def text(self, at: int) -> None:
        block = self.blocks[at]
        self.section_of[at] = self.current
        if block.kind in ("contents", "table", "caption", "repeated") or self._is_caption(block):
            return
        self.paragraphs_of[at] = tuple(self._paragraph(block, pieces) for pieces in _pieces(block))

    def _paragraph(self, block: Block, pieces: list[tuple[Page, Run]]) -> Paragraph:
        index = self.before.paragraphs + len(self.paragraphs)
        paragraph_id = f"{self.before.document_id}-g{index:05d}"
        place = block.page.place(box_around(run.box for page, run in pieces if page is block.page))
        text = join_texts(run.text for _, run in pieces) if block.kind == "columns" else block.said
        paragraph = Paragraph(paragraph_id, self.before.part_id, self.current, index, text, place)
        self.paragraphs.append(paragraph)
        self.words.append(tuple((page, word) for page, run in pieces for word in run.words))
        return paragraph

    def _is_caption(self, block: Block) -> bool:
        """A box's running caption: the words of the heading it stands under, once more."""
        heading = self.sections[-1].heading if self.sections else ""
        return len(block.lines) == 1 and block.text.casefold() == heading.casefold()

    def outline(self) -> Outline:
        """What was added, each section with the last page of what stands in it."""
        ends: dict[str, int] = {}
        for block, section_id in zip(self.blocks, self.section_of, strict=True):
            if section_id is not None:
                ends[section_id] = max(ends.get(section_id, 0), block.last_page)
        return Outline(
            tuple(replace(each, last_page=self._reach(each, ends)) for each in self.sections),
            tuple(self.paragraphs),
            tuple(self.words),
            tuple(self.section_of),
            tuple(self.paragraphs_of.get(at, ()) for at in range(len(self.blocks))),
            tuple(self.matter_sections),
        )

    @staticmethod
    def _reach(section: Section, ends: dict[str, int]) -> int:
        return max(section.last_page or 0, ends.get(section.section_id, 0))


def _pieces(block: Block) -> list[list[tuple[Page, Run]]]:
    """The runs of each paragraph that the block makes: one, or one for each of its columns."""
    if block.kind == "columns":
        return [[(block.page, run) for run in runs] for runs in columns_of(block)]
    return [[(line.page, run) for line in block.lines for run in line.runs]]
