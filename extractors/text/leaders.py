"""Contents entries: what a line of dots leads to."""

from __future__ import annotations

import re

_LEADERS = re.compile(
    r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{5,})[\s.]*(?:s\.?|sid\.?|sida)?\s*\d{1,4}\s*$|(?: \.){10}"
)


def has_leaders(text: str) -> bool:
    """True for a contents entry: words, leaders, a page number.

    >>> (has_leaders("3.1 Uppdrag ........ 7"), has_leaders("3.1 Uppdrag . . . . . s. 7"),
    ...  has_leaders("________"))
    (True, True, False)
    """
    if not (".." in text or ". ." in text or "…" in text or "__" in text):
        return False
    return any(map(str.isalpha, text[:20])) and bool(_LEADERS.search(text))
