"""The text of one paper as two readers read it:
what is not the same, with spacing, hyphens and list marks aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcilers.same_text.differences import find_changes
from schemas.document import Extraction, Paragraph
from schemas.kinds import DifferenceKind
from schemas.place import Place
from swedish.align import blocks_of
from swedish.tokens import Token, find_tokens

_MARK = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-zåäö]\)|[•●▪◦·–-])\s+", re.IGNORECASE)
_ASIDE = re.compile(r"[\W_]+")
_LEAST_LETTERS = 40  # of a passage that stands elsewhere: a shorter one may be there by chance
_STRETCH = 4  # words by which a passage is looked for: a misread letter touches one stretch, not all
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

    kind: DifferenceKind
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
            ours, theirs = _run(a[i:j]), _run(b[k:m])
            for change in find_changes(ours.tokens, theirs.tokens):
                own, other = ours.in_pieces(change.a), theirs.in_pieces(change.b)
                yield TwinChange(change.kind, own.tokens, other.tokens, own.first, other.first)


@dataclass(frozen=True, slots=True)
class _Run:
    """Pieces as one text: a token begins at another place than every other, whatever piece it is in."""

    tokens: tuple[Token, ...]
    held: Mapping[int, tuple[Piece, Token]]  # by where the token begins in the run

    def in_pieces(self, tokens: Sequence[Token]) -> _InPieces:
        """The tokens as they stand in their pieces, and the piece of the first."""
        held = [self.held[token.start] for token in tokens]
        return _InPieces(tuple(token for _, token in held), held[0][0] if held else None)


@dataclass(frozen=True, slots=True)
class _InPieces:
    tokens: tuple[Token, ...]
    first: Piece | None


def _run(pieces: Sequence[Piece]) -> _Run:
    held: dict[int, tuple[Piece, Token]] = {}
    begin = 0
    for piece in pieces:
        held |= {begin + token.start: (piece, token) for token in find_tokens(piece.text)}
        begin += len(piece.text) + 1
    return _Run(tuple(replace(token, start=start) for start, (_, token) in held.items()), held)


def _is_setting(change: TwinChange, whole: Sequence[str]) -> bool:
    """The same letters and digits in other pieces, or in another place of the text."""
    a, b = (bare("".join(token.text for token in side)) for side in (change.a, change.b))
    with_figure = any(token.kind == "figure" for token in (*change.a, *change.b))
    only_set_otherwise = a == b and not with_figure
    return only_set_otherwise or (_stands_in(a, whole[1]) and _stands_in(b, whole[0]))


def _stands_in(letters: str, other: str) -> bool:
    """Nothing does, and what is long enough not to be there by chance."""
    return not letters or (len(letters) >= _LEAST_LETTERS and letters in other)


def _is_alone(piece: Piece, other: str) -> bool:
    """Less than half of its stretches of words stand on the other side."""
    words = piece.text.split()
    if len(words) < _LEAST_WORDS:
        return False
    starts = range(0, len(words) - _STRETCH + 1, _STRETCH)
    stretches = [bare(" ".join(words[start : start + _STRETCH])) for start in starts]
    return sum(stretch in other for stretch in stretches) * 2 < len(stretches)
