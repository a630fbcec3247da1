"""Contents lists against the headings that they name, and the sheets where those stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from schemas.document import ContentsEntry, Extraction, Section

_FEWEST = 3  # entries: fewer are no list
_FIRST_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class ContentsList:
    """A list's entries that name headings, counted as the sheets' printed numbers or as the file does.

    `misplaced` are those that begin on another sheet than it says, each with the page that it should say.
    """

    entries: tuple[ContentsEntry, ...]
    found: int
    placed: int
    misplaced: tuple[tuple[ContentsEntry, Section, int], ...]


def find_contents_lists(reading: Extraction) -> list[ContentsList]:
    """The lists of three entries or more, one a part."""
    sections = {section.section_id: section for section in reading.sections}
    printed = {sheet.page: number for sheet in reading.pages if (number := _number(sheet.printed_page))}
    lists: dict[str, list[ContentsEntry]] = {}
    for entry in reading.contents:
        if entry.names_a_heading:
            lists.setdefault(entry.part_id, []).append(entry)
    return [_list(entries, sections, printed) for entries in lists.values() if len(entries) >= _FEWEST]


def _number(text: str | None) -> int | None:
    match = _FIRST_NUMBER.search(text or "")
    return int(match[0]) if match else None


def _list(
    entries: list[ContentsEntry], sections: Mapping[str, Section], printed: Mapping[int, int]
) -> ContentsList:
    found = [(entry, sections[e]) for entry in entries if (e := entry.section_id or "") in sections]
    told = [(entry, section, _told(entry), section.first_page) for entry, section in found]
    apart = Counter(page - number for _, _, number, page in told if page is not None)
    offset = apart.most_common(1)[0][0] if apart else 0
    by_file = [
        (entry, section, page - offset)
        for entry, section, number, page in told
        if page is not None and page - offset != number
    ]
    by_print = [
        (entry, section, printed[page])
        for entry, section, number, page in told
        if page is not None and page in printed and printed[page] != number
    ]
    all_printed = all(page in printed for *_, page in told)
    wrong = by_print if all_printed and len(by_print) <= len(by_file) else by_file
    placed = sum(page is not None for *_, page in told)
    return ContentsList(tuple(entries), len(found), placed, tuple(wrong))


def _told(entry: ContentsEntry) -> int:
    return int(entry.printed_page or 0)
