"""Sheets brought to one size of type: a report printed at 71 per cent has the same tables."""

from __future__ import annotations

from collections import Counter

from schemas.page import Page

USUAL = 10.0  # points: the type size of running text that the limits in points were measured at
LEAST, MOST = 0.94, 1.07  # a factor between these changes nothing worth the time


def bring_to_size(pages: list[Page]) -> list[Page]:
    """The sheets scaled so that most of the document's characters are 10 points; its places stay as they are."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            sizes[round(word.size * 4) / 4] += len(word.text)
    if not sizes or sizes.most_common(1)[0][0] <= 0:
        return pages
    factor = USUAL / sizes.most_common(1)[0][0]
    return pages if LEAST < factor < MOST else [page.scaled(factor) for page in pages]
