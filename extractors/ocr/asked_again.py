"""Pieces of a sheet set one under the other for the second reader,
which loses its way among a table's cells.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.ocr.chosen_engines import second_reader
from extractors.ocr.engine import PrintedBox, SeenWord
from extractors.ocr.rules_in_picture import cut_out
from extractors.ocr.sheet_image import SheetImage
from extractors.pdf.render import Pixels

APART = 0.6  # of a piece's height, above and below it
MOST_AT_ONCE = 40


def read_stacked(sheet: SheetImage, boxes: Sequence[PrintedBox], factor: float) -> list[str]:
    """What the second reader sees in each box, drawn `factor` times as large; "" where it sees nothing."""
    found: list[str] = []
    for start in range(0, len(boxes), MOST_AT_ONCE):
        found += _read(sheet, boxes[start : start + MOST_AT_ONCE], factor)
    return found


def _read(sheet: SheetImage, boxes: Sequence[PrintedBox], factor: float) -> list[str]:
    pieces = [_on_white(_enlarged(cut_out(sheet.grey, box), factor)) for box in boxes]
    width = max(piece.shape[1] for piece in pieces)
    padded = [np.pad(piece, ((0, 0), (0, width - piece.shape[1])), constant_values=255) for piece in pieces]
    dpi = round(sheet.scale * 72 * factor)
    seen = second_reader().read_words(np.vstack(padded), dpi, one_block=True) or []
    ends = np.cumsum([piece.shape[0] for piece in pieces])
    texts: list[list[SeenWord]] = [[] for _ in boxes]
    for word in seen:
        row = int(np.searchsorted(ends, (word.top + word.bottom) / 2))
        if row < len(texts):
            texts[row].append(word)
    return [" ".join(word.text for word in sorted(row, key=lambda word: word.left)) for row in texts]


def _enlarged(piece: Pixels, factor: float) -> Pixels:
    return cv2.resize(piece, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC).astype(np.uint8)


def _on_white(piece: Pixels) -> Pixels:
    """The piece with its ground made white, and white around it; light letters on dark are turned about."""
    ground = float(np.median(piece))
    plain = piece if ground > 127 else 255 - piece
    lifted = np.clip(
        plain.astype(np.float32) * (255.0 / max(ground if ground > 127 else 255 - ground, 1.0)), 0, 255
    )
    apart = round(APART * piece.shape[0])
    return np.pad(lifted.astype(np.uint8), ((apart, apart), (apart, apart)), constant_values=255)
