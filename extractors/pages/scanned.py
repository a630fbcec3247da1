"""Sheets whose text no text layer gives: which they are, and their words as OCR reads them.

The engines are imported when the first such sheet is read, never before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from extractors.pages.health import DAMAGED, NO_SWEDISH_LETTERS, UNREAD, is_picture
from extractors.pages.words import UNMAPPED
from schemas.page import Page, Word
from schemas.place import Box

MOST_SHEETS = 200
_DAMAGED = (DAMAGED, NO_SWEDISH_LETTERS)
NO_ENGINE = "Sidan behöver läsas med OCR, men rapidocr är inte installerat (pip install rapidocr onnxruntime)."
TOO_MANY = "Sidan är inte läst med OCR: gränsen på {most} sidor per dokument är nådd."
NOT_DRAWN = "Sidan behöver läsas med OCR, men kunde inte ritas."
READ_ANEW = "Textlagret är skadat eller saknar bokstäver; sidan är läst med OCR i stället."


def needs_ocr(page: Page) -> bool:
    """True for a sheet that is a picture with hardly a word, and for one whose text layer was judged damaged."""
    return is_picture(page) or any(warning in _DAMAGED for warning in page.warnings)


def read_where_needed(document: Any, pages: Iterable[Page], most: int = MOST_SHEETS) -> list[Page]:
    """All sheets, those that need it read by OCR; `document` is the open PDFium document they came from.

    At most `most` sheets are read so: the rest say in their warnings that they are not.
    """
    sheets = []
    done = 0
    for page in pages:
        if not needs_ocr(page):
            sheets.append(page)
        elif done >= most:
            sheets.append(_warned(page, TOO_MANY.format(most=most)))
        else:
            done += 1
            sheets.append(read_scanned(document, page.number - 1, page))
    return sheets


def read_scanned(document: Any, index: int, page: Page) -> Page:
    """Sheet `index` (from 0) of the open PDFium document with OCR's words in place of `page`'s own.

    Words of a sound text layer (a stamp, a page number) are kept, and `text_source` is then "mixed". Boxes are
    those of the sheet once it is straightened about its middle, in points.
    """
    from extractors.pages.rapid import is_installed

    if not is_installed():
        return _warned(page, NO_ENGINE)
    from extractors.pages.sheet_image import render
    from extractors.pages.sheet_reading import read_sheet

    drawn = render(document, index)
    if drawn is None:
        return _warned(page, NOT_DRAWN)
    damaged = any(warning in _DAMAGED for warning in page.warnings)
    kept = () if damaged else page.words
    found = read_sheet(drawn.turned(page.turn) if page.turn else drawn, look_round=not page.words)
    upright = page.turned(found.turn) if found.turn else page
    words = [word for word in found.words if not any(_overlap(word.box, own.box) for own in kept)]
    if damaged:
        words = [_styled(word, page.words) for word in words]
    return replace(
        upright,
        words=(*kept, *words),
        rules=upright.rules or found.rules,
        text_source="mixed" if kept else "ocr",
        warnings=(*_still_true(page.warnings), *[READ_ANEW] * damaged, *found.warnings),
    )


def _still_true(warnings: tuple[str, ...]) -> list[str]:
    """What was said of the text layer no longer holds once OCR's words stand in its place."""
    return [warning for warning in warnings if warning not in (*_DAMAGED, UNREAD, UNMAPPED)]


def _styled(word: Word, printed: Iterable[Word]) -> Word:
    """The word in the type of the damaged text layer's word at its place: its letters lie, its type does not."""
    middle, centre = word.box.middle, word.box.centre
    for own in printed:
        if own.box.x0 <= centre <= own.box.x1 and own.box.top <= middle <= own.box.bottom:
            return replace(word, size=own.size, bold=own.bold, italic=own.italic, colour=own.colour)
    return word


def _overlap(a: Box, b: Box) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1 and a.top < b.bottom and b.top < a.bottom


def _warned(page: Page, warning: str) -> Page:
    return replace(page, warnings=(*page.warnings, warning))
