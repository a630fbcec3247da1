"""Two versions of one text side by side, with what differs marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from swedish.align import blocks_of

_PIECE = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one version, with the white space behind them; `differs`: the other version lacks them."""

    text: str
    differs: bool = False


def side_by_side(a: str, b: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces: words of `a` alone, and words of `b` alone, marked as such.

    >>> own, other = side_by_side("Ramen är 76 tkr.", "Ramen är 67 tkr.")
    >>> [piece.text for piece in own], [piece.text for piece in other if piece.differs]
    (['Ramen är ', '76', ' ', 'tkr.'], ['67'])
    """
    left, right = _PIECE.findall(a), _PIECE.findall(b)
    blocks = blocks_of([w.strip() for w in left], [w.strip() for w in right])
    own = [piece for tag, i, j, _, _ in blocks for piece in _pieces(tag, left[i:j])]
    other = [piece for tag, _, _, k, m in blocks for piece in _pieces(tag, right[k:m])]
    return own, other


def _pieces(tag: str, words: list[str]) -> list[Piece]:
    text = "".join(words)
    if tag == "equal" or not text:
        return [Piece(text)]
    bare = text.rstrip()
    return [Piece(bare, differs=True), Piece(text[len(bare) :])]
