"""Glyphs that the file gives no letters for:
each stands as a sign that tells it by its width until it is repaired.
"""

from __future__ import annotations

import re

LOST = "\ufffe"  # a lost glyph of which nothing is known
_FIRST, _WIDEST = 0xF0000, 0x7FFF  # a private area of Unicode, where no file's text is
LOST_GLYPH = re.compile(f"[{LOST}{chr(_FIRST)}-{chr(_FIRST + 0xFFFD)}]")


def lost_glyph(width: float, bold: bool) -> str:
    """The sign of a glyph that is `width` of the type size wide:
    one font's "tt" is as wide wherever it stands.

    >>> (lost_glyph(0.634, False) == lost_glyph(0.6341, False),
    ...  lost_glyph(0.634, False) == lost_glyph(0.616, False))
    (True, False)
    """
    return chr(_FIRST + 2 * min(max(0, round(1000 * width)), _WIDEST - 1) + bold)


def holds_lost(text: str) -> bool:
    """True where a letter of the text is lost."""
    return not text.isascii() and LOST_GLYPH.search(text) is not None
