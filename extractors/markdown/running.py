"""Running heads and feet of the sheets: what returns at the edge of sheets that follow one another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.markdown.elements import Contents, Element, Heading, Sheet, Text, element_text
from swedish.diary import is_diary_line
from swedish.headings import kind_of_heading
from swedish.section_signs import read_sign

EDGE = 6  # elements: how far from its sheet's edge a running line may stand
LONGEST = 90  # characters
_DIGITS = re.compile(r"\d+")
_SAYS_PAGE = re.compile(
    r"\b(?:sida|sid|page)\.?:?\s*\d|\d\s*\(\d{1,4}\)$|^\d{1,4}\s*/\s*\d{1,4}$|\d\s+av\s+\d", re.I
)
_BARE = re.compile(r"^[-–]?\s*\d{1,4}\s*[-–]?$")


@dataclass(frozen=True, slots=True)
class PartedSheet:
    """A sheet's running head and foot as lines of text with what each is known by,
    and the elements between.
    """

    head: tuple[tuple[str, str], ...]
    body: tuple[Element, ...]
    foot: tuple[tuple[str, str], ...]


def find_running(sheets: list[Sheet]) -> list[PartedSheet]:
    """Every sheet with its running head and foot apart."""
    heads = [sheet[:EDGE] for sheet in sheets]
    feet = [sheet[::-1][:EDGE] for sheet in sheets]
    parted = []
    for index, sheet in enumerate(sheets):
        n_head = _length(heads, index, len(sheet))
        n_foot = min(_length(feet, index, len(sheet)), len(sheet) - n_head)
        if n_head < len(sheet) and isinstance(sheet[n_head], Contents):
            n_head = 0  # a contents list's title stands again above its second sheet
        end = len(sheet) - n_foot
        parted.append(
            PartedSheet(_lines(sheet[:n_head]), tuple(sheet[n_head:end]), _lines(sheet[end:][::-1]))
        )
    return parted


def _lines(elements: list[Element]) -> tuple[tuple[str, str], ...]:
    return tuple((element_text(element), _key(element) or "") for element in elements)


def _length(edges: list[Sheet], index: int, size: int) -> int:
    """How many elements from the sheet's edge inwards run:
    to the last that returns on the sheet before or after.

    Lines between two such belong to them, where at least half of all return and they are not half the
    sheet of `size` elements: on a short one the foot stands within a head's reach, its text between them.
    """
    near = {_key(element) for i in (index - 1, index + 1) if 0 <= i < len(edges) for element in edges[i]}
    length = returned = 0
    for n, element in enumerate(edges[index], start=1):
        key = _key(element)
        if key is not None and key in near:
            returned += 1
            belongs = returned == n or 2 * n <= size + 1
            length = n if belongs and returned * 2 >= n else length
        elif key is None or _is_own(element, key):
            break
    return length


def _is_own(element: Element, key: str) -> bool:
    """True for what never runs unless it returns: a title, a § and its diary number."""
    title = isinstance(element, Heading) and element.level < 3
    return title or read_sign(key) is not None or is_diary_line(key)


def _key(element: Element) -> str | None:
    """What a running line is known by on other sheets: its words, a page number in it left out;
    None for no such line.

    "Beslut" heads text of its own on every sheet where it stands.
    """
    text = element_text(element)
    if not isinstance(element, Heading | Text) or len(element.lines) > 3 or not 0 < len(text) < LONGEST:
        return None
    if kind_of_heading(text) is not None:
        return None
    return _DIGITS.sub("#", text) if _SAYS_PAGE.search(text) or _BARE.match(text) else text
