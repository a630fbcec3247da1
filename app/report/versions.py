"""Two versions of one text side by side, with what differs marked."""

from __future__ import annotations

import re
from html import escape

from swedish.align import blocks_of

_PIECE = re.compile(r"\S+\s*")


def side_by_side(a: str, b: str) -> tuple[str, str]:
    """Both texts as HTML: words of `a` alone in <del>, of `b` alone in <ins>.

    >>> side_by_side("Ramen är 76 tkr.", "Ramen är 67 tkr.")
    ('Ramen är <del>76</del> tkr.', 'Ramen är <ins>67</ins> tkr.')
    """
    left, right = _PIECE.findall(a), _PIECE.findall(b)
    blocks = blocks_of([w.strip() for w in left], [w.strip() for w in right])
    own = "".join(_piece(tag, left[i:j], "del") for tag, i, j, _, _ in blocks)
    other = "".join(_piece(tag, right[k:m], "ins") for tag, _, _, k, m in blocks)
    return own, other


def _piece(tag: str, words: list[str], mark: str) -> str:
    text = "".join(words)
    if tag == "equal" or not text:
        return escape(text)
    bare = text.rstrip()
    return f"<{mark}>{escape(bare)}</{mark}>{text[len(bare) :]}"
