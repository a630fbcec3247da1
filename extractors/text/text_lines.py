"""Lines of running text: what stands in boxes,
beside labels and in contents lists is told by their places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from extractors.pages.lines import Line, Run
from extractors.text.leaders import has_leaders
from extractors.text.looks import Look, find_underlines, look_of
from schemas.page import Page
from schemas.place import Box

# "Beredning:   ekonomidirektör Esa Ek": a label with what it names beside it; "Bilaga" has no colon where it
# stands so.
_LABEL = re.compile(r"^(?:[A-ZÅÄÖ][a-zåäö/ -]{2,28}:|(?:Bilag(?:a|or)|Bil\.|Beredning|Liit(?:e|teet))\s?:?)$")
_PAGE_COLUMN = re.compile(r"^(?:sid(?:a|an|nr)?|sivu)\.?$", re.IGNORECASE)
_CONTENTS = re.compile(
    r"^(?:innehåll(?:sförteckning)?|ärendelista|ärenden|föredragningslista|sisällys(?:luettelo)?|contents)$",
    re.IGNORECASE,
)
BULLET = re.compile(r"^(?:[•●▪◦‣·\uf0b7–-]|\d{1,2}[.)]|[A-ZÅÄÖa-zåäö]\)|[a-h]\.(?=\s+[A-ZÅÄÖ]))(?:\s|$)")
ENDS = re.compile(r"[.!?:;]['”\")\]]?$")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of running text, or one column's share of it; `boxed` where a ruled box stands around it.

    `room` is the place across where the line's own cell of the box ends; `listed`:
    an entry of a contents list.
    """

    page: Page
    runs: tuple[Run, ...]
    text: str
    box: Box
    size: float
    bold: bool
    look: Look
    boxed: bool = False
    room: float = float("inf")
    listed: bool = False

    @property
    def lead_bold(self) -> bool:
        return self.runs[0].words[0].bold


def is_labelled(line: TextLine) -> bool:
    """True for a label at the left and what it names beside it."""
    if len(line.runs) != 2 or line.boxed or not _LABEL.match(line.runs[0].text):
        return False
    return not line.runs[1].text.endswith(":")


def text_lines(
    page: Page,
    lines: list[Line],
    boxes: list[Box],
    walls: Sequence[Box] = (),
    underlines: Sequence[Box] | None = None,
) -> list[TextLine]:
    """The sheet's lines as running text; `walls` are the drawn vertical edges inside the boxes, `underlines`
    the level lines of the sheet, where they are at hand.
    """
    found = []
    underlines = find_underlines(page) if underlines is None else underlines
    for line in lines:
        if not any(map(str.isalnum, line.text)):
            continue  # "______" and the like part texts, they say nothing
        boxed = any(
            b.top - 1 <= line.box.middle <= b.bottom + 1 and b.x0 - 2 <= line.box.x0 <= b.x1 for b in boxes
        )
        room = _room(line.box, walls) if boxed else float("inf")
        look = look_of(line, underlines)
        found.append(
            TextLine(page, line.runs, _text_of(line), line.box, line.size, line.bold, look, boxed, room)
        )
    return found


def _room(box: Box, walls: Sequence[Box]) -> float:
    """Where the cell around the line ends."""
    right = (
        wall.x0 for wall in walls if wall.x0 > box.x1 - 1 and wall.top - 1 <= box.middle <= wall.bottom + 1
    )
    return min(right, default=float("inf"))


def _text_of(line: Line) -> str:
    """The line's text; a hyphen at its end that justifying set apart,
    though closer than any word, is joined again.
    """
    *words, end = line.words
    if end.text != "-" or len(words) < 3 or not words[-1].text[-1].isalpha():
        return line.text
    *others, last = (after.box.x0 - before.box.x1 for before, after in pairwise(line.words))
    return line.text[: -len(" -")] + "-" if last < 0.85 * min(others) else line.text


def mark_entries(sheet: list[TextLine | Other]) -> list[TextLine | Other]:
    """The sheet with the entries under "Innehåll" marked:
    lines that end in page numbers, one under the other.

    "Sida" over their column of numbers is taken off the list's title.
    """
    for index, (item, after) in enumerate(pairwise(sheet)):
        follows = isinstance(after, TextLine) and has_leaders(after.text)
        if (
            follows
            and isinstance(item, TextLine)
            and len(item.runs) == 2
            and _PAGE_COLUMN.match(item.runs[1].text)
        ):
            title = replace(item, runs=item.runs[:1], text=item.runs[0].text, box=item.runs[0].box)
            sheet = [*sheet[:index], title, *sheet[index + 1 :]]
    start = next(
        (n for n, item in enumerate(sheet) if isinstance(item, TextLine) and _CONTENTS.match(item.text)), None
    )
    if start is None:
        return sheet
    marked, number, right = list(sheet), 0, 0.0
    for index, item in enumerate(sheet[start + 1 :], start=start + 1):
        if not isinstance(item, TextLine) or len(item.runs) < 2:
            break
        last = item.runs[-1]
        if (
            not last.text.isdigit()
            or not number <= int(last.text) < 1000
            or (right and abs(last.box.x1 - right) > 6)
        ):
            break
        marked[index], number, right = replace(item, listed=True), int(last.text), last.box.x1
    return marked
