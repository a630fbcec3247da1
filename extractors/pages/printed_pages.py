"""The page numbers that sheets bear: "Sida 3 (12)", "3/12", or a number alone in the margin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.pages.lines import Line

CENTRED = 6.0  # points
_OF_TOTAL = re.compile(
    r"(?:\bsid(?:a|an|nr)?\.?:?\s*)?(\d{1,4})\s*(?:\(\s*(\d{1,4})\s*\)|/\s*(\d{1,4})|av\s+(\d{1,4}))",
    re.IGNORECASE,
)
_PAGE_WORD = re.compile(r"\b(?:sida|sid|sidnr|page|s)\.?:?\s*(\d{1,4})\b(?![.\-/]\d)", re.I)
_BARE = re.compile(r"^[-–]?\s*(\d{1,4})\s*[-–]?$")


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The page number printed on a sheet; `total` where it is printed too."""

    raw: str
    number: int
    total: int | None


def says_page(line: Line) -> bool:
    """True for a short line with a page number and the number of pages."""
    return len(line.text) < 120 and bool(_page_of_total(line.text))


def _page_of_total(text: str) -> PrintedPage | None:
    for match in _OF_TOTAL.finditer(text):
        total = next((int(g) for g in match.groups()[1:] if g), None)
        if total and 0 < int(match[1]) <= total and (match[2] or match[0].lower().startswith("s")):
            return PrintedPage(match[0].strip(), int(match[1]), total)
    return None


def find_printed_page(lines: list[Line]) -> PrintedPage | None:
    """The number in a head or foot: with the number of pages, behind "Sida", or by itself at an end."""
    for line in lines:
        if found := _page_of_total(line.text):
            return found
    for line in lines:
        if match := _PAGE_WORD.search(line.text):
            return PrintedPage(match[0].strip(), int(match[1]), None)
    for line in lines:  # "Sida" stands above the number, in the head's last column
        for run in (line.runs[-1], line.runs[0]):
            if match := _BARE.match(run.text):
                return PrintedPage(match[1], int(match[1]), None)
    return None


def find_lone_number(
    sheet: int, lines: list[Line], top: list[int], low: list[int], head: list[int], foot: list[int]
) -> tuple[PrintedPage | None, list[int]]:
    """A number alone on the sheet's first or last line, not repeated elsewhere as it counts up; on a last
    line farther up only the sheet's own number, set apart.
    """
    last = len(lines) - 1
    if last > 0 and last not in low and lines[last].text == str(sheet) and _stands_apart(lines, last):
        low = [*low, last]
    for i in [*low[-1:], *top[:1]]:
        match = _BARE.match(lines[i].text)
        if match and i not in head and i not in foot:
            return PrintedPage(match[1], int(match[1]), None), [i]
    return None, []


def _stands_apart(lines: Sequence[Line], last: int) -> bool:
    """True for a last line in the middle of the sheet, at a distance from the text."""
    own, above = lines[last].box, lines[last - 1].box
    centred = abs(own.centre - lines[last].page.width / 2) < CENTRED
    return centred and own.top - above.bottom > own.height
