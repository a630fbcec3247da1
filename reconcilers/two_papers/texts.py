"""The text of one paper as two readers read it:
what is not the same, with spacing, hyphens and list marks aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcilers.same_text.differences import Change, find_changes
from schemas.document import Extraction, Paragraph
from schemas.place import Place
from swedish.align import blocks_of
from swedish.tokens import Token, find_tokens

_MARK = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-zåäö]\)|[•●▪◦·–-])\s+", re.IGNORECASE)
_ASIDE = re.compile(r"[\W_]+")
_LEAST_WORDS = 8  # of a passage that only one reader has


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a heading; `paragraph_id` None for a heading."""

    text: str
    place: Place
    paragraph_id: str | None

    @property
    def key(self) -> str:
        """Its letters and digits: what is left when only the setting differs."""
        return bare(_MARK.sub("", self.text))


@dataclass(frozen=True, slots=True)
class TwinChange:
    """What differs, with the piece each side begins in; a side without words has None."""

    kind: str
    a: tuple[Token, ...]
    b: tuple[Token, ...]
    in_a: Piece | None
    in_b: Piece | None


@dataclass(frozen=True, slots=True)
class Passages:
    """Longer passages that only one of the readers has."""

    a: tuple[Piece, ...]
    b: tuple[Piece, ...]


def bare(text: str) -> str:
    """
    >>> bare("Plan- eringen: 12 345")
    'planeringen12345'
    """
    return _ASIDE.sub("", text).casefold()


def compare_texts(a: Extraction, b: Extraction) -> tuple[list[TwinChange], Passages]:
    """Changes in the order of the text, and what stands on one side only.

    What one reader has as a paragraph and the other as a table's cell, or in another order, is no difference.
    """
    whole = [_everything(reading) for reading in (a, b)]
    changes: list[TwinChange] = []
    for ours, theirs in ((_headings(a), _headings(b)), (_paragraphs(a), _paragraphs(b))):
        changes += [each for each in _changes(ours, theirs) if not _is_setting(each, whole)]
    alone = [
        [piece for piece in _paragraphs(mine) if _is_alone(piece, other)]
        for mine, other in ((a, whole[1]), (b, whole[0]))
    ]
    told = {
        piece.key
        for change in changes
        for piece in (change.in_a, change.in_b)
        if piece and change.a and change.b
    }
    return changes, Passages(*(tuple(piece for piece in side if piece.key not in told) for side in alone))


def _paragraphs(reading: Extraction) -> list[Piece]:
    return [_piece(paragraph) for paragraph in reading.paragraphs]


def _piece(paragraph: Paragraph) -> Piece:
    return Piece(paragraph.text, paragraph.place, paragraph.paragraph_id)


def _headings(reading: Extraction) -> list[Piece]:
    sections = reading.sections
    return [Piece(f"{s.number or ''} {s.heading}".strip(), Place(s.first_page), None) for s in sections]


def _everything(reading: Extraction) -> str:
    """All letters and digits of the reading, in its order."""
    cells = [cell.text for table in reading.tables for cell in table.cells]
    pieces = [piece.text for piece in (*_headings(reading), *_paragraphs(reading))]
    return "\n".join(bare(text) for text in (*pieces, *cells))


def _changes(a: Sequence[Piece], b: Sequence[Piece]) -> Iterator[TwinChange]:
    """Stretches of pieces that differ, word by word: a paragraph may be cut elsewhere on the other side."""
    for tag, i, j, k, m in blocks_of([p.key for p in a], [p.key for p in b]):
        if tag == "replace":
            ours, theirs = _tokens(a[i:j]), _tokens(b[k:m])
            held = {id(token): piece for piece, token in (*ours, *theirs)}
            for change in find_changes([token for _, token in ours], [token for _, token in theirs]):
                yield _placed(change, held)


def _tokens(pieces: Sequence[Piece]) -> list[tuple[Piece, Token]]:
    """Each token as an object of its own, for two paragraphs with the same words share theirs."""
    return [(piece, replace(token)) for piece in pieces for token in find_tokens(piece.text)]


def _placed(change: Change, held: dict[int, Piece]) -> TwinChange:
    first = [held[id(side[0])] if side else None for side in (change.a, change.b)]
    return TwinChange(change.kind, change.a, change.b, first[0], first[1])


def _is_setting(change: TwinChange, whole: Sequence[str]) -> bool:
    """The same letters and digits in other pieces, or in another place of the text."""
    a, b = (bare("".join(token.text for token in side)) for side in (change.a, change.b))
    if a == b and not any(token.kind == "figure" for token in (*change.a, *change.b)):
        return True
    moved = [
        not mine or (len(mine) >= 40 and mine in other) for mine, other in ((a, whole[1]), (b, whole[0]))
    ]
    return all(moved)


def _is_alone(piece: Piece, other: str) -> bool:
    """No part of it stands on the other side:
    not even its middle, which a misread letter would seldom touch.
    """
    words = piece.text.split()
    if len(words) < _LEAST_WORDS:
        return False
    thirds = [bare(" ".join(words[n : n + 4])) for n in range(0, len(words) - 3, 4)]
    return sum(third in other for third in thirds) * 2 < len(thirds)
