"""What a sheet's picture shows beside its lines of text:
ruled lines, and small marks that the reader passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.ocr.engine import PrintedBox
from extractors.ocr.sheet_image import SheetImage
from extractors.pdf.render import Pixels
from schemas.page import Rule
from schemas.place import Box

ACROSS, DOWN = 48.0, 24.0  # points: shorter strokes are letters, longer than the widest dash
THICKEST = 3.0
# points; how much darker than the paper beside it, of 255: a table's grey hairlines had 15 to 70
HAIR, FAINT = 2.2, 12
EDGE = 12.0  # a copier's shadow lies along the sheet's edge
MARK = (1.2, 0.4)  # points: a minus sign of 8 points is as small
MOST_IN_ROW = 4  # more are the dots of printed grey
ALIGNED = 4.0  # points
GAP_IN_PIECE = 5.0
STROKE, SHADE = 4.5, 8  # points that no letter's stroke is thick; how much darker than the paper, of 255
LEAST_BAND, SOLID = 8.0, 0.9  # points; how much of its box a band fills


def find_rules(sheet: SheetImage, boxes: Sequence[PrintedBox]) -> tuple[Rule, ...]:
    """Straight lines drawn across or down, as rules in points; those along the sheet's edges left out.

    A stroke no longer than the line of text it stands in is a letter's. Hairlines that printing in grey has
    left faint count too: they are darker than the paper on both their sides.
    """
    found = []
    for along, thick in (
        ((1, round(ACROSS * sheet.scale)), (round(HAIR * sheet.scale), 1)),
        ((round(DOWN * sheet.scale), 1), (1, round(HAIR * sheet.scale))),
    ):
        hair = cv2.morphologyEx(sheet.grey, cv2.MORPH_BLACKHAT, np.ones(thick, np.uint8)) > FAINT
        ink = (hair | (sheet.grey < 128)).astype(np.uint8)
        drawn = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(along, np.uint8))
        _, _, stats, _ = cv2.connectedComponentsWithStats(drawn, connectivity=8)
        for left, top, width, height, _ in stats[1:].tolist():
            box = Box(*(edge / sheet.scale for edge in (left, top, left + width, top + height)))
            letter = any(
                b[0] <= left and left + width <= b[2] and b[1] <= top and top + height <= b[3] for b in boxes
            )
            if min(box.width, box.height) < THICKEST and not letter and not _at_edge(box, sheet):
                found.append(Rule(box))
    return tuple(found)


def find_bands(sheet: SheetImage) -> tuple[Rule, ...]:
    """Areas printed in one light grey, as behind a table's header, as filled rules in points."""
    size = round(STROKE * sheet.scale)
    # without its letters
    bare = cv2.morphologyEx(sheet.grey, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    shaded = (bare < float(np.median(bare)) - SHADE).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(shaded, connectivity=4)
    found = []
    for left, top, width, height, area in stats[1:].tolist():
        box = Box(*(edge / sheet.scale for edge in (left, top, left + width, top + height)))
        if box.width > ACROSS and box.height > LEAST_BAND and area > SOLID * width * height:
            grey = int(np.median(bare[top : top + height, left : left + width]))
            found.append(Rule(box, filled=True, colour=grey * 0x010101))
    return tuple(found)


def without_rules(sheet: SheetImage, rules: Sequence[Rule]) -> SheetImage:
    """The picture with the ruled lines painted white, so that only the text's own ink is measured."""
    grey = sheet.grey.copy()
    for rule in rules:
        left, top = (int(edge * sheet.scale) - 2 for edge in (rule.box.x0, rule.box.top))
        right, bottom = (int(edge * sheet.scale) + 3 for edge in (rule.box.x1, rule.box.bottom))
        grey[max(0, top) : bottom, max(0, left) : right] = 255
    return replace(sheet, grey=grey)


def _at_edge(box: Box, sheet: SheetImage) -> bool:
    height, width = (side / sheet.scale for side in sheet.grey.shape)
    if box.width > box.height:
        return box.top < EDGE or box.bottom > height - EDGE
    return box.x0 < EDGE or box.x1 > width - EDGE


def find_passed_over(sheet: SheetImage, boxes: Sequence[PrintedBox]) -> list[PrintedBox]:
    """Pieces of the found lines' rows that hold ink no box covers: a dash or a single figure in a column."""
    ink = (sheet.grey < 128).astype(np.uint8)
    margin = round(1.0 * sheet.scale)
    for left, top, right, bottom in boxes:
        ink[max(0, top - margin) : bottom + margin, max(0, left - margin) : right + margin] = 0
    if not ink.any():
        return []
    joined = cv2.dilate(ink, np.ones((1, round(GAP_IN_PIECE * sheet.scale)), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    pieces = (_in_row(mark, boxes, sheet) for mark in stats[1:].tolist())
    found = [piece for piece in dict.fromkeys(pieces) if piece is not None]
    rows = Counter(piece[1:4:2] for piece in found)
    return [
        piece
        for piece in found
        if rows[piece[1:4:2]] <= MOST_IN_ROW and _in_column(piece, boxes, sheet.scale)
    ]


def _in_column(piece: PrintedBox, boxes: Sequence[PrintedBox], scale: float) -> bool:
    """True where the mark ends where another row's text ends, or stands under its middle or its beginning."""
    pad, reach = (piece[3] - piece[1]) // 4, ALIGNED * scale
    left, right = piece[0] + pad, piece[2] - pad
    return any(
        box[1] != piece[1]
        and (
            abs(box[2] - right) < reach
            or abs(box[0] - left) < reach
            or abs(box[0] + box[2] - left - right) < 2 * reach
        )
        for box in boxes
    )


def _in_row(mark: list[int], boxes: Sequence[PrintedBox], sheet: SheetImage) -> PrintedBox | None:
    """The mark's box, as high as the row of text it stands in;
    None where it stands in none or is no mark of text.
    """
    left, top, width, height, _ = mark
    grown = round(GAP_IN_PIECE * sheet.scale) - 1
    left, width = left + grown // 2, width - grown
    if width < MARK[0] * sheet.scale or height < MARK[1] * sheet.scale:
        return None
    middle = top + height / 2
    rows = [
        box for box in boxes if box[1] + 0.2 * (box[3] - box[1]) < middle < box[3] - 0.2 * (box[3] - box[1])
    ]
    row = min(rows, key=lambda box: abs(box[0] - left), default=None)
    if row is None or height > 1.1 * (row[3] - row[1]) or width > 12 * (row[3] - row[1]):
        return None
    pad = (row[3] - row[1]) // 4
    return max(0, left - pad), row[1], min(sheet.grey.shape[1], left + width + pad), row[3]


def is_dash(piece: Pixels) -> bool:
    """True for a picture that holds one flat stroke half-way up its row, and nothing else:
    "no figure" in a table.
    """
    rows, columns = np.nonzero(piece < 128)
    if not len(rows):
        return False
    height, width = np.ptp(rows) + 1, np.ptp(columns) + 1
    middle = (rows.min() + rows.max()) / 2 / piece.shape[0]
    solid = len(rows) >= 0.7 * height * width
    return bool(solid and 2 * height <= width <= 0.9 * piece.shape[0] and 0.4 < middle < 0.75)


def cut_out(grey: Pixels, box: PrintedBox) -> Pixels:
    """The part of the picture within the box."""
    left, top, right, bottom = box
    return grey[top:bottom, left:right]
