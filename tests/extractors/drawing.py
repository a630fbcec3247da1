"""Sheets drawn with plain text, so that a test shows what it is about.

Each character stands in a cell of 6 by 14 points, in type of 12 points. `<` and `>` are white and turn bold
on and off, `{` and `}` italic, `_` is a space of 3 points, `¬` a soft hyphen. Box-drawing characters are
ruled lines, `=====` begins the next sheet, and a line `⋮` moves what follows to the foot of the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.pages.reading_order import find_reading_order
from extractors.pages.running_heads import find_margins
from extractors.protocol.part_reading import read_part
from extractors.tables.stitch import LogicalTable
from extractors.text.parts import ANNEX, PartCut
from extractors.text.sections import Counted
from schemas.page import Page, Rule, Word
from schemas.place import Box

CELL, PITCH, SIZE = 6.0, 14.0, 12.0
WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, FOOT = 50.0, 36.0, 30.0
_ACROSS, _DOWN = "─┌┐└┘├┤┬┴┼", "│┌┐└┘├┤┬┴┼"
_WORD = re.compile(rf"[^\s_<>{{}}{_ACROSS}{_DOWN}]+")
_LINE = re.compile(f"[{_ACROSS}]{{2,}}")


def draw(text: str) -> list[Page]:
    """The sheets of the drawing, from 1."""
    sheets = re.split(r"^=====\n", text, flags=re.MULTILINE)
    return [
        draw_sheet(sheet.rstrip("\n").split("\n"), number) for number, sheet in enumerate(sheets, start=1)
    ]


def draw_sheet(lines: list[str], number: int = 1, height: float = HEIGHT) -> Page:
    """One sheet of text lines."""
    placed = list(_placed(lines, height))
    words = [word for top, line in placed for word in _words(line, top)]
    rules = [rule for top, line in placed for rule in _across(line, top)]
    return Page(number, WIDTH, height, 0, tuple(words), (*rules, *_down(placed)))


def _placed(lines: list[str], height: float) -> Iterator[tuple[float, str]]:
    """Each line with its top."""
    upper = lines[: lines.index("⋮")] if "⋮" in lines else lines
    lower = lines[len(upper) + 1 :]
    yield from ((TOP + PITCH * row, line) for row, line in enumerate(upper))
    yield from ((height - FOOT - PITCH * (len(lower) - row), line) for row, line in enumerate(lower))


def _words(line: str, top: float) -> Iterator[Word]:
    for match in _WORD.finditer(line):
        before = line[: match.start()]
        end = match.end() + 0.5 * line.startswith("_", match.end())
        box = Box(LEFT + CELL * match.start(), top, LEFT + CELL * end, top + SIZE)
        bold, italic = (before.count(on) > before.count(off) for on, off in ("<>", "{}"))
        yield Word(match[0].replace("¬", "\u00ad"), box, SIZE, bold=bold, italic=italic)


def _across(line: str, top: float) -> Iterator[Rule]:
    middle = top + PITCH / 2
    for match in _LINE.finditer(line):
        x0, x1 = LEFT + CELL * (match.start() + 0.5), LEFT + CELL * (match.end() - 0.5)
        yield Rule(Box(x0, middle - 0.25, x1, middle + 0.25))


def _down(placed: list[tuple[float, str]]) -> Iterator[Rule]:
    """Vertical lines from row to row; one that crosses a horizontal line begins or ends there."""
    for (top, upper), (_, lower) in pairwise(placed):
        for column in range(min(len(upper), len(lower))):
            if upper[column] in _DOWN and lower[column] in _DOWN:
                x = LEFT + CELL * (column + 0.5)
                yield Rule(Box(x - 0.25, top + PITCH / 2, x + 0.25, top + 1.5 * PITCH))


def tables_on(pages: list[Page]) -> list[LogicalTable]:
    """The tables of the sheets as the reader of documents finds and joins them,
    all the sheets being one annex.
    """
    margins = find_margins([(page, find_reading_order(page)) for page in pages])
    part = read_part(pages, margins, PartCut(ANNEX, 1, len(pages), "drawn"), Counted("drawn"))
    return [draft.table for draft in part.tables]
