"""What a sheet's text layer says at a place, where it is to be trusted:
does the paper bear the correction out?
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import accumulate

from extractors.corrections.target import Target
from extractors.pages.lost_ligatures import repair_pages
from extractors.pages.text_layer import is_picture, judge_text
from extractors.pdf.open import OpenPdf
from extractors.pdf.words import Fonts
from schemas.correction import FIELDS, UNIT, Correction
from schemas.page import Page
from schemas.place import Box
from swedish.dates import find_days
from swedish.numbers.notation import fold
from swedish.numbers.units import read_unit

_MOST = 0.5
_ABOVE = 40.0  # points above a table where its unit may stand
_SLACK = 2.5  # points that a box may be narrower than its words


class TextLayer:
    """The text layers of a PDF's sheets, each read when it is asked for; of those named in `sound` alone."""

    def __init__(self, pdf: bytes, sound: Container[int]) -> None:
        self._pdf, self._sound = pdf, sound
        self._pages: dict[int, Page | None] = {}

    def bears_out(self, correction: Correction, target: Target) -> bool | None:
        """Whether the layer prints what the correction says; None where it is not to be trusted to tell."""
        if correction.page not in self._pages:
            sound = correction.page in self._sound
            self._pages[correction.page] = _trusted_page(self._pdf, correction.page) if sound else None
        page = self._pages[correction.page]
        if page is None:
            return None
        if correction.kind == UNIT:
            return _prints_unit(page, correction.printed, target.place.box)
        if correction.kind in FIELDS:
            return _prints_field(page, correction)
        if target.kind == "cell":
            return _prints_in_cell(page, correction, target)
        return _prints_phrase(page, correction, target)


def _trusted_page(pdf: bytes, number: int) -> Page | None:
    """The sheet, None where its layer is damaged, says nothing, or was put there by a scanner."""
    with OpenPdf(pdf) as opened:
        if not 1 <= number <= opened.page_count:
            return None
        [page] = repair_pages([opened.page(number - 1, Fonts())])
    trusted = page.words and not page.warnings and not _is_scan(page) and not is_picture(page)
    return page if trusted and judge_text(page) is None else None


def _is_scan(page: Page) -> bool:
    """A picture that covers most of the sheet, with words behind it that somebody else's OCR put there."""
    return any(box.width * box.height > _MOST * page.width * page.height for box in page.images)


def _prints_field(page: Page, correction: Correction) -> bool:
    text = " ".join(word.text for word in page.words)
    if correction.kind == "meeting_date":
        return any(day.value.isoformat() == correction.printed for _, _, day in find_days(text))
    return _bare(correction.printed).casefold() in _bare(text).casefold()


def _prints_unit(page: Page, name: str, table: Box | None) -> bool:
    """In the table or just above it: the next table on the sheet may well have another."""
    box = replace(table, top=table.top - _ABOVE) if table else None
    words = [word for word in page.words if box is None or _is_in(page.place(word.box).box, box)]
    return any(_is_unit(word.text, name) for word in words)


def _is_unit(word: str, name: str) -> bool:
    """Whether the word spells the unit, however it is spelled."""
    bare = word.strip("().,:;")
    unit = read_unit(bare)
    return bare.casefold() == name.casefold() or (unit is not None and unit.name == name)


def _prints_in_cell(page: Page, correction: Correction, target: Target) -> bool | None:
    """Whole words that print it in the cell's box,
    or that touch the box where the cell holds only some of them.
    """
    box = target.place.box
    if box is None:
        return None
    texts = [_bare(word.text) for word in page.words]
    touching = [_is_in(page.place(word.box).box, box) for word in page.words]
    if not correction.printed:
        return not any(touching)
    sought = _bare(correction.printed)
    return _joined([t for t, is_in in zip(texts, touching, strict=True) if is_in]) == _joined(
        [sought]
    ) or any(True in touching[first:last] for first, last in _runs(texts, sought))


def _runs(texts: Sequence[str], sought: str) -> list[tuple[int, int]]:
    """Where words in a row print just that."""
    ends = {end: number + 1 for number, end in enumerate(accumulate(map(len, texts)))}
    starts = {0: 0} | ends
    run = "".join(texts)
    places = [match.start() for match in re.finditer(f"(?={re.escape(sought)})", run)]
    hits = [(starts.get(place), ends.get(place + len(sought))) for place in places]
    return [(first, last) for first, last in hits if first is not None and last is not None]


def _prints_phrase(page: Page, correction: Correction, target: Target) -> bool:
    """More often on paper than in what was read: the words may well stand elsewhere in the same text."""
    box = target.place.box if target.place.page == page.number else None
    words = [word for word in page.words if box is None or _is_in(page.place(word.box).box, box)]
    printed = _joined([correction.printed])
    whole = target.text or target.raw
    there = _joined([word.text for word in words]).count(printed)
    # a text that goes on is longer than its box
    if box is not None and there <= _joined([whole]).count(printed):
        return False
    return there > 0


def _is_in(word: Box | None, box: Box) -> bool:
    return word is not None and box.holds_middle_of(word, _SLACK)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", fold(text))


def _joined(texts: Sequence[str]) -> str:
    """The letters of words in a row, a hyphen at a line's end left out wherever it stands."""
    return "".join(_bare(word).rstrip("-") or _bare(word) for text in texts for word in text.split())
