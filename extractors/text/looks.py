"""What sets a line off from running text, and which of these looks a document uses for its headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.pages.lines import Line
from schemas.page import Page, Word
from schemas.place import Box
from swedish.headings import heads_alone, kind_of_heading

_FEWEST = 2  # lines of one look that are known to head something, for all of that look to do so
_SHARE = 0.2  # of the lines of that look: where fewer do, it is emphasis
_LONGEST = 80  # characters
_SHORT = 40
_APART = 0.3  # of the type size: between what is said and a heading below it
_UNDER = 0.25  # of the type size: how far below the letters' feet a line under them stands
_SPANNED = 0.9  # of the words' length that is underlined


@dataclass(frozen=True, slots=True)
class Look:
    """Weight, slope, underline, colour (0xRRGGBB), type size in points, to the half point, and the number of
    the typeface that most of the line is set in.
    """

    bold: bool
    italic: bool
    underlined: bool
    colour: int
    size: float
    face: int = 0


def look_of(line: Line, underlines: Sequence[Box]) -> Look:
    """The look of a line; what not all of its words have it has not."""
    words = [w for w in line.words if w.text[0].isalnum() or any(map(str.isalnum, w.text))] or line.words
    return Look(
        line.bold,
        all(word.italic for word in words),
        bool(underlines) and _is_underlined(line.box, line.size, underlines),
        words[0].colour if len({word.colour for word in words}) == 1 else 0,
        round(line.size * 2) / 2,
        _most_used_face(words),
    )


def _most_used_face(words: Sequence[Word]) -> int:
    first = words[0].face
    if all(word.face == first for word in words):
        return first
    faces: Counter[int] = Counter()
    for word in words:
        faces[word.face] += len(word.text)
    return faces.most_common(1)[0][0]


def find_underlines(page: Page) -> list[Box]:
    """Thin level lines that may stand under words."""
    return [rule.box for rule in page.rules if rule.is_horizontal and rule.box.height < 2]


def _is_underlined(box: Box, size: float, underlines: Sequence[Box]) -> bool:
    """True where lines just under the words are as long as these, no shorter and no longer."""
    near = [
        rule
        for rule in underlines
        if -_UNDER * size <= rule.middle - box.bottom <= _UNDER * size
        and rule.x0 > box.x0 - size / 2
        and rule.x1 < box.x1 + size / 2
    ]
    return sum(rule.width for rule in near) >= _SPANNED * box.width


def find_heading_looks(lines: Iterable[Sequence[tuple[Look, str, Box]]]) -> frozenset[Look]:
    """The looks in which known sub-headings of a § stand, other than that of the running text.

    `lines` are those of each sheet, in order: look, text and place.
    """
    all_of: Counter[Look] = Counter()
    heads: Counter[Look] = Counter()
    maybe: list[tuple[Look, str]] = []  # short lines whose words may be a heading's
    said: Counter[Look] = Counter()
    for sheet in lines:
        last: Box | None = None
        for look, text, box in sheet:
            said[look] += len(text)
            begins = last is None or not -look.size < box.top - last.bottom < _APART * look.size
            all_of[look] += begins
            known = begins and len(text) < _LONGEST and heads_alone(text)
            heads[look] += known
            if not known and begins and len(text) < _SHORT and text[-1].isalpha():
                maybe.append((look, text))
            last = box
    if not said:
        return frozenset()
    body = said.most_common(1)[0][0]
    likely = heads + Counter(
        look for look, text in maybe if heads[look] and kind_of_heading(text) is not None
    )
    return frozenset(
        look
        for look, count in heads.items()
        if look != body and count >= _FEWEST and likely[look] >= _SHARE * all_of[look]
    )
