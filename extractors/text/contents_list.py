"""A protocol's contents list: which documents it names besides the §§, and the sheet each begins on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.lines import Line
from extractors.pages.running_heads import Margins
from extractors.text.leaders import has_leaders
from swedish.section_signs import read_sign

_ENTRY = re.compile(r"^(.*?)[\s.…_]*(?:\. ?\.|…|__)[\s.…_]*(?:s(?:id(?:a|an)?)?\.?\s*)?(\d{1,4})$")
_MARK = re.compile(r"^[-–•]\s*|^(?:bil(?:aga|agor)?)\b[.:]?\s*(?=[A-ZÅÄÖ\"”])", re.IGNORECASE)
FIRST_SHEETS = 6  # where a protocol's list of matters stands


@dataclass(frozen=True, slots=True)
class Listed:
    """A document that the list names, and the sheet it begins on, counted from 1."""

    title: str
    sheet: int


def find_listed(margins: Sequence[Margins]) -> list[Listed]:
    """The annexes and instructions that a list of §§ names;
    nothing where the printed numbers do not say the sheet.

    A report's own list of chapters names none: it has no §§.
    """
    entries = [entry for own in margins[:FIRST_SHEETS] for entry in _entries(own.body)]
    if sum(read_sign(text) is not None for text, _ in entries) < 2:
        return []
    offset = _offset(margins)
    if offset is None:
        return []
    return [
        Listed(_plain(text), number + offset)
        for text, number in entries
        if read_sign(text) is None and 0 < number + offset <= len(margins)
    ]


def _entries(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """Text and printed number of each entry; one over two lines has its leaders on the second."""
    found: list[tuple[str, int]] = []
    before: Line | None = None
    for line in lines:
        match = _ENTRY.match(line.text) if has_leaders(line.text) else None
        if match is None:
            before = line
            continue
        begun = before is not None and found and line.box.top - before.box.bottom < 0.5 * line.box.height
        text = f"{before.text} {match[1]}" if begun and before is not None else match[1]
        found.append((text.strip(), int(match[2])))
        before = None
    return found


def _offset(margins: Sequence[Margins]) -> int | None:
    """How far the sheets' count is from the printed one, where most numbered sheets agree."""
    offsets = Counter(n - own.printed.number for n, own in enumerate(margins, 1) if own.printed is not None)
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    return offset if count > 1 and 2 * count > sum(offsets.values()) else None


def _plain(text: str) -> str:
    bare = text
    for _ in range(2):
        bare = _MARK.sub("", bare)
    return bare.strip()
