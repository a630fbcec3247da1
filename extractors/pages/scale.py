"""Sheets brought to one size of type: a report printed at 71 per cent has the same tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from schemas.page import Page

USUAL = 10.0  # points: the type size of running text that the limits in points were measured at
LEAST, MOST = 0.94, 1.07  # a factor between these changes nothing worth the time
LEAST_TEXT = 80  # characters: a sheet with fewer, a cover, tells nothing of its running text


def bring_to_size(pages: list[Page]) -> list[Page]:
    """The sheets scaled so that most of the document's characters are 10 points; its places stay as they are.

    A sheet that OCR has read is scaled by its own characters: a copier enlarges one sheet and not the next.
    """
    factor = _factor(pages)
    return [_scaled(page, _own_factor(page) or factor) for page in pages]


def _own_factor(page: Page) -> float | None:
    enough = page.text_source != "native" and sum(len(word.text) for word in page.words) >= LEAST_TEXT
    return _factor([page]) if enough else None


def _factor(pages: Iterable[Page]) -> float:
    """By which most characters become 10 points; 1 where there are none."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            sizes[round(word.size * 4) / 4] += len(word.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    return USUAL / usual if usual > 0 else 1.0


def _scaled(page: Page, factor: float) -> Page:
    return page if LEAST < factor < MOST else page.scaled(factor)
