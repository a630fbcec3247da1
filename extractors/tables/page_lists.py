"""Contents lists without leaders, which look like tables of one column and are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.tables.figure_rows import Row

FEWEST, LARGEST = 3, 999  # lines, and page number
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+\S")
_CONTENTS = re.compile(
    r"^(?:inneh[åa]ll|ärende(?:n|lista|förteckning)|föredragningslista|sisältö)", re.IGNORECASE
)


def lists_pages(values: Sequence[Row], above: Sequence[Row]) -> bool:
    """True for a contents list without leaders: one page number a line that never falls, under such a title
    among the lines `above`, or behind numbered headings.
    """
    few = [row for row in values if len(row.figures) == 1 or re.search(r"\d\s*[-–]\s*\d+\s*$", row.line.text)]
    pages = [int(row.line.words[-1].text) for row in few if row.line.words[-1].text.isdigit()]
    if len(values) < FEWEST or len(pages) < len(values) or sorted(pages) != pages or pages[-1] > LARGEST:
        return False
    titled = any(_CONTENTS.match(row.line.text) for row in above)
    return titled or sum(bool(_NUMBERED.match(row.line.text)) for row in values) > 0.6 * len(values)
