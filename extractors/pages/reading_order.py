"""Sheets set in two columns of text: their lines taken column by column."""

from __future__ import annotations

from dataclasses import replace

from extractors.pages.lines import Line, find_lines
from schemas.page import Page

LEAST_LINES = 5
LEAST_WORDS = 4


def find_reading_order(page: Page) -> list[Line]:
    """The sheet's lines as they are read:
    where two columns of prose stand side by side, the left one first.
    """
    lines = find_lines(page)
    gutter = _gutter(page, lines)
    if gutter is None:
        return lines
    middle, top, bottom = gutter
    inside = [word for word in page.words if top <= word.box.middle <= bottom]
    if any(word.box.x0 < middle - 1 and word.box.x1 > middle + 1 for word in inside):
        return lines
    left = find_lines(replace(page, words=tuple(w for w in inside if w.box.centre < middle)))
    right = find_lines(replace(page, words=tuple(w for w in inside if w.box.centre >= middle)))
    above = [line for line in lines if line.box.middle < top]
    below = [line for line in lines if line.box.middle > bottom]
    return [*above, *(replace(line, page=page) for line in (*left, *right)), *below]


def _gutter(page: Page, lines: list[Line]) -> tuple[float, float, float] | None:
    """Where the gap between two columns is, and from where to where down the sheet; None of none.

    A table has a gap too: it takes prose on the left (several words in each of several lines that reach
    nearly to the gap) to make a column.
    """
    split = [line for line in lines if len(line.runs) >= 2 and len(line.runs[0].words) >= LEAST_WORDS]
    centre = [
        line
        for line in split
        if 0.3 * page.width < line.runs[0].box.x1 < line.runs[1].box.x0 < 0.7 * page.width
    ]
    figures = sum(line.runs[1].text[:1] in "0123456789-–−(+" for line in centre)
    if len(centre) < LEAST_LINES - 1 or figures * 2 > len(centre):
        return None
    middle = (max(line.runs[0].box.x1 for line in centre) + min(line.runs[1].box.x0 for line in centre)) / 2
    prose = [
        line for line in centre if line.runs[0].words[-1].text[-1:].isalpha() or len(line.runs[0].words) > 5
    ]
    reach = sum(middle - line.runs[0].box.x1 < 0.12 * page.width for line in centre)
    left = min(line.runs[0].box.x0 for line in centre)
    if len(prose) < LEAST_LINES - 1 or reach < 0.6 * len(centre) or middle < left + 0.25 * page.width:
        return None
    return middle, centre[0].box.top - 0.5, _end_of_columns(lines, middle, centre[-1].box.bottom, page)


def _end_of_columns(lines: list[Line], middle: float, bottom: float, page: Page) -> float:
    """Down to the last line, after the last split one, that keeps to one side of the gap."""
    for line in lines:
        if line.box.top < bottom - 1:
            continue
        crosses = line.box.x0 < middle < line.box.x1 and all(
            not (a.box.x1 <= middle <= b.box.x0) for a, b in zip(line.words, line.words[1:], strict=False)
        )
        if crosses or line.box.top - bottom > 40:
            break
        bottom = line.box.bottom
    return min(bottom, page.height)
