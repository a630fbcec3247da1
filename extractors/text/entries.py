"""Entries of contents lists and lists of matters, and the headings that they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.text.block import Block
from swedish.section_signs import read_sign

LONGEST = 3  # lines of a heading
_END = re.compile(r"^(.*?)[\s.…_·]*(?:\bs(?:id(?:a|an)?)?\b[\s.]*)?(\d{1,4})$", re.DOTALL)
_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=\S)")
_LEADERS = re.compile(r"[\s.…_·]+$")
_APART = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list says of a heading: its number ("§ 142", "3.1"), its words and the page it begins on, as
    printed; `at` is the list's block.
    """

    number: str | None
    text: str
    printed_page: str | None
    at: int

    @property
    def paragraph(self) -> str | None:
        """The number of the § that it names."""
        return self.number.removeprefix("§ ") if self.number and self.number.startswith("§") else None


def find_entries(blocks: Sequence[Block]) -> list[Entry]:
    """One for each contents entry with words."""
    found = []
    for at, block in enumerate(blocks):
        if block.kind == "contents" and (entry := read_entry(block.text, at)) is not None:
            found.append(entry)
    return found


def read_entry(line: str, at: int = 0) -> Entry | None:
    """
    >>> read_entry("3.1 Ekonomi ......... 7")
    Entry(number='3.1', text='Ekonomi', printed_page='7', at=0)
    >>> read_entry("Noter . . . . . . s. . . 15").printed_page
    '15'
    >>> read_entry("§ 142 Badplatsen _____ s. 12")
    Entry(number='§ 142', text='Badplatsen', printed_page='12', at=0)
    """
    line = _LEADERS.sub("", line.strip())
    match = _END.match(line)
    words, page = (match[1], match[2]) if match else (line, None)
    words = _LEADERS.sub("", words).strip()
    sign = read_sign(words)
    if sign is not None:
        return Entry(f"§ {sign.paragraph}", sign.title, page, at)
    numbered = _NUMBER.match(words)
    words = words[numbered.end() :] if numbered else words
    return Entry(numbered[1] if numbered else None, words, page, at) if key_of(words) else None


def key_of(text: str) -> str:
    """The letters and digits alone, by which a heading and its entry are one.

    >>> key_of("Budget 2031 – plan") == key_of("BUDGET 2031-plan")
    True
    """
    return _APART.sub("", text).casefold()


def as_listed(blocks: Sequence[Block], entries: Sequence[Entry]) -> list[Block]:
    """The blocks, where what a list names is a heading though it is set as running text: the words of its
    entry stand alone, once, behind the list.
    """
    if not entries:
        return list(blocks)
    headed = {key for block in blocks if block.kind == "heading" for key in _keys(block)}
    standing = Counter(key for block in blocks if _may_be(block) for key in set(_keys(block)))
    wanted = {key_of(e.text): e for e in entries if key_of(e.text) not in headed and e.paragraph is None}
    last = max(entry.at for entry in entries)
    changed = list(blocks)
    for at, block in enumerate(blocks):
        key = next((key for key in _keys(block) if key in wanted), None) if _may_be(block) else None
        if key is not None and at > last and standing[key] == 1:
            number = _NUMBER.match(block.text)
            changed[at] = replace(block, kind="heading", number=number[1] if number else None)
    return changed


def _may_be(block: Block) -> bool:
    return block.kind in ("text", "item", "columns") and len(block.lines) <= LONGEST


def _keys(block: Block) -> Iterable[str]:
    yield key_of(block.text)
    if number := _NUMBER.match(block.text):
        yield key_of(block.text[number.end() :])
