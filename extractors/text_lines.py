"""Lines of running text, and what their places say: how far a sheet's text reaches, how far apart its lines stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from extractors.pages.lines import Line, Run
from extractors.tables.find import has_leaders
from schemas.page import Page
from schemas.place import Box

# "Beredning:   ekonomidirektör Esa Ek": a label with what it names beside it; "Bilaga" has no colon where it stands so.
_LABEL = re.compile(r"^(?:[A-ZÅÄÖ][a-zåäö/ -]{2,28}:|(?:Bilag(?:a|or)|Bil\.|Beredning|Liit(?:e|teet))\s?:?)$")
_PAGE_COLUMN = re.compile(r"^(?:sid(?:a|an|nr)?|sivu)\.?$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:innehåll(?:sförteckning)?|sisällys(?:luettelo)?|contents)$", re.IGNORECASE)
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of running text, or one column's share of it; `boxed` where a ruled box stands around it."""

    page: Page
    runs: tuple[Run, ...]
    text: str
    box: Box
    size: float
    bold: bool
    boxed: bool = False
    listed: bool = False  # an entry of a contents list

    @property
    def lead_bold(self) -> bool:
        return self.runs[0].words[0].bold


def is_labelled(line: TextLine) -> bool:
    """True for a label at the left and what it names beside it."""
    if len(line.runs) != 2 or line.boxed or not _LABEL.match(line.runs[0].text):
        return False
    return not line.runs[1].text.endswith(":")


def text_lines(page: Page, lines: list[Line], boxes: list[Box]) -> list[TextLine]:
    """The sheet's lines as running text."""
    found = []
    for line in lines:
        if not any(map(str.isalnum, line.text)):
            continue  # "______" and the like part texts, they say nothing
        boxed = any(b.top - 1 <= line.box.middle <= b.bottom + 1 and b.x0 - 2 <= line.box.x0 <= b.x1 for b in boxes)
        found.append(TextLine(page, line.runs, _text_of(line), line.box, line.size, line.bold, boxed))
    return found


def _text_of(line: Line) -> str:
    """The line's text; a hyphen at its end that justifying set apart, though closer than any word, is joined again."""
    *words, end = line.words
    if end.text != "-" or len(words) < 3 or not words[-1].text[-1].isalpha():
        return line.text
    *others, last = (after.box.x0 - before.box.x1 for before, after in pairwise(line.words))
    return line.text[: -len(" -")] + "-" if last < 0.85 * min(others) else line.text


def body_size(lines: list[TextLine]) -> float:
    """The type size of most characters that are not bold; 10 of none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text) * (1 if not line.bold else 0)
    return sizes.most_common(1)[0][0] if sizes and sizes.most_common(1)[0][1] else 10.0


def mark_entries(sheet: list[TextLine | Other]) -> list[TextLine | Other]:
    """The sheet with the entries under "Innehåll" marked: lines that end in page numbers, one under the other.

    "Sida" over their column of numbers is taken off the list's title.
    """
    for index, (item, after) in enumerate(pairwise(sheet)):
        follows = isinstance(after, TextLine) and has_leaders(after.text)
        if follows and isinstance(item, TextLine) and len(item.runs) == 2 and _PAGE_COLUMN.match(item.runs[1].text):
            title = replace(item, runs=item.runs[:1], text=item.runs[0].text, box=item.runs[0].box)
            sheet = [*sheet[:index], title, *sheet[index + 1 :]]
    start = next((n for n, item in enumerate(sheet) if isinstance(item, TextLine) and _CONTENTS.match(item.text)), None)
    if start is None:
        return sheet
    marked, number, right = list(sheet), 0, 0.0
    for index, item in enumerate(sheet[start + 1 :], start=start + 1):
        if not isinstance(item, TextLine) or len(item.runs) < 2:
            break
        last = item.runs[-1]
        if not last.text.isdigit() or not number <= int(last.text) < 1000 or (right and abs(last.box.x1 - right) > 6):
            break
        marked[index], number, right = replace(item, listed=True), int(last.text), last.box.x1
    return marked


def right_margins(sheets: list[list[TextLine]]) -> dict[int, float]:
    """How far the text of each sheet reaches, by page number, in points: as far as that of most sheets so wide.

    A sheet of a few short lines does not say it, and one wide sheet among many not either.
    """
    reach: dict[int, float] = {}
    alike: dict[int, list[float]] = {}
    for sheet in sheets:
        ends = [line.box.x1 for line in sheet if len(line.runs) == 1 and not has_leaders(line.text)]
        if ends:
            reach[sheet[0].page.number] = max(ends)
            alike.setdefault(round(sheet[0].page.width / 10), []).append(max(ends))
    usual = {width: sorted(ends)[round(0.75 * (len(ends) - 1))] for width, ends in alike.items()}
    widths = {sheet[0].page.number: round(sheet[0].page.width / 10) for sheet in sheets if sheet}
    return {number: max(end, usual[widths[number]] - 10) for number, end in reach.items()}


def pitches_of(sheets: list[list[TextLine]]) -> dict[float, float]:
    """Distance between lines of one paragraph, in points, by type size: the closest of those often seen."""
    gaps: dict[float, Counter[float]] = {}
    for sheet in sheets:
        for upper, lower in pairwise(sheet):
            gap = lower.box.bottom - upper.box.bottom
            if upper.size == lower.size and 0.8 * upper.size < gap < 1.9 * upper.size:
                gaps.setdefault(upper.size, Counter())[round(gap * 2) / 2] += 1
    return {
        size: min(gap for gap, count in seen.items() if count * 4 >= max(seen.values())) for size, seen in gaps.items()
    }
