"""Blocks that look like headings and head no section: a cover's lines, boxes' captions, the kind of paper."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from extractors.text.block import Block
from swedish.headings import heads_alone, leads_in, tells_a_decision
from swedish.section_signs import read_sign

_PAPER = re.compile(
    r"(?:tjänste(?:skrivelse|utlåtande)|protokolls?utdrag|utdrag ur protokoll|missiv|promemoria|skrivelse|"
    r"rapport|yttrande)\s*:?$",
    re.IGNORECASE,
)


def without_false_headings(blocks: list[Block]) -> list[Block]:
    """The part's blocks, such lines made text or captions."""
    return _with_box_captions(_with_cover(_with_kind_of_paper(blocks)))


def _with_kind_of_paper(blocks: list[Block]) -> list[Block]:
    """What kind of paper it is, printed above its title ("Tjänsteskrivelse"), heads no section."""
    at = next((at for at, block in enumerate(blocks[:5]) if block.kind == "heading"), None)
    if at is None or not _PAPER.match(blocks[at].text):
        return blocks
    below = [block for block in blocks[at + 1 : at + 5] if block.page is blocks[at].page]
    titled = any((b.kind == "heading" and not heads_alone(b.text)) or read_sign(b.text) for b in below)
    named = replace(blocks[at], kind="text", number=None)
    return [*blocks[:at], named, *blocks[at + 1 :]] if titled else blocks


def _with_cover(blocks: list[Block]) -> list[Block]:
    """A first sheet with a title and little else is a cover:
    only the line in the largest type is a heading.
    """
    if not blocks:
        return blocks
    page = blocks[0].page
    front = [block for block in blocks if block.page is page]
    n_lines = sum(len(block.lines) for block in front)
    titles = [block for block in front if block.kind == "heading" and not _is_wordmark(block.text)]
    large = max((line.size for block in titles for line in block.lines), default=0.0)
    if (
        len(front) == len(blocks)
        or n_lines > 14
        or any(b.kind in ("table", "contents") or read_sign(b.text) for b in front)
        or large < 16
    ):
        return blocks
    return [_on_cover(block, large) if block.page is page else block for block in blocks]


def _on_cover(block: Block, large: float) -> Block:
    size = max(line.size for line in block.lines)
    if block.kind == "heading" and (size < large - 0.5 or _is_wordmark(block.text)):
        return replace(block, kind="text", number=None)
    return block


def _is_wordmark(text: str) -> bool:
    """True for the office's name in capitals, as printed in the place of a logotype."""
    return text.isupper() and len(text.split()) <= 2 and not any(map(str.isdigit, text))


def _with_box_captions(blocks: list[Block]) -> list[Block]:
    """A short line just above a ruled box, printed again and again, names the box and heads no section."""
    texts = Counter(
        block.text.casefold() for block in blocks if block.kind == "heading" and block.number is None
    )
    named = {
        block.text[len(block.number or "") :].lstrip(". ").casefold() for block in blocks if block.number
    }
    marked = list(blocks)
    for at, (block, below) in enumerate(pairwise(blocks)):
        if (
            block.kind != "heading"
            or block.number
            or heads_alone(block.text)
            or leads_in(block.text)
            or tells_a_decision(block.text)
            or not below.lines[0].boxed
            or below.page is not block.page
        ):
            continue
        near = below.lines[0].box.top - block.lines[-1].box.bottom < 1.2 * block.lines[-1].size
        if near and (texts[block.text.casefold()] > 1 or block.text.casefold() in named):
            marked[at] = replace(block, kind="text")
    return marked
