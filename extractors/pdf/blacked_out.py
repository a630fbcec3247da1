"""Words that somebody has blacked out: the file still has them, the sheet does not show them, nor do we."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractors.pdf.render import Pixels, page_size
from extractors.pdf.unseen_words import held_against_picture
from schemas.page import Rule, Word
from schemas.place import Box, common_area

UNDER = 0.4  # of a word's place: so much of it lies under the cover
ALIKE = 70  # of 255: a cover no farther from the word's own grey may hide it
DARK = 0x60  # of 255: a picture that hides words is darker
PLAIN = 40  # of 255: letters that can be read differ more from what they stand on
THINNEST = 4.0  # points: what is thinner strikes out, and leaves the word readable
LARGEST_PICTURE = 0.25  # of the sheet: larger ones are scans and backgrounds


def without_blacked_out(
    page: Any, words: tuple[Word, ...], rules: Sequence[Rule], images: Sequence[Box]
) -> tuple[Word, ...]:
    """The words of an open page without those under a filled box of their own darkness, or a small picture,
    that show nothing in the sheet's picture.

    The picture is drawn only where words lie under such a cover.
    """
    size = page_size(page)
    fills = [
        (rule.box, _grey(rule.colour))
        for rule in rules
        if rule.filled and min(rule.box.width, rule.box.height) >= THINNEST
    ]
    pictures = [box for box in images if box.width * box.height < LARGEST_PICTURE * size[0] * size[1]]
    doubtful = {at for at, word in enumerate(words) if _may_be_hidden(word, fills, pictures)}
    return held_against_picture(page, words, doubtful, _is_seen)


def _grey(colour: int) -> float:
    """How light a colour 0xRRGGBB is, 0 to 255.

    >>> round(_grey(0xFF0000)), round(_grey(0x00FF00)), _grey(0)
    (76, 150, 0.0)
    """
    red, green, blue = colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _may_be_hidden(word: Word, fills: Sequence[tuple[Box, float]], pictures: Sequence[Box]) -> bool:
    if word.invisible:
        return False
    own = _grey(word.colour)
    return any(abs(own - light) < ALIKE and _is_under(word.box, box) for box, light in fills) or any(
        _is_under(word.box, box) for box in pictures
    )


def _is_under(word: Box, cover: Box) -> bool:
    return common_area(word, cover) > UNDER * word.width * word.height


def _is_seen(word: Word, grey: Pixels, scale: float) -> bool:
    """False where the word's place in the picture is dark and plain; outside the picture nothing is known."""
    box = word.box
    left, right = max(0, round(box.x0 * scale)), round(box.x1 * scale)
    quarter = box.height / 4  # letters stand in the middle; neighbours may reach into the edges
    top, bottom = max(0, round((box.top + quarter) * scale)), round((box.bottom - quarter) * scale)
    place = grey[top : bottom + 1, left : right + 1]
    if not place.size:
        return True
    middle = place[:, place.shape[1] // 4 : max(1, 3 * place.shape[1] // 4) + 1]
    lightest, darkest = float(middle.max()), float(middle.min())
    return lightest - darkest >= PLAIN or lightest >= max(DARK, _grey(word.colour) + ALIKE)
