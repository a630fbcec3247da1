"""Ruled lines, filled boxes and pictures of an open PDFium page."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from extractors.pdf.frame import Frame
from schemas.page import Rule
from schemas.place import Box
from schemas.warnings import Code, Warned, warn

LINE_WIDTH = 6.0  # a stroked two-point path has bounds no thicker than this, however it is drawn
MOST_SHAPES = 20_000
_CUT_OFF = warn(Code.SHAPES_CUT_OFF, most=f"{MOST_SHAPES:,}".replace(",", " "))
WHITE = 0xFFFFFF
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def read_shapes(page: Any, frame: Frame) -> tuple[tuple[Rule, ...], tuple[Box, ...], tuple[Warned, ...]]:
    """Rules (each once, however often it is drawn), picture boxes, and warnings."""
    rules: dict[tuple[float, ...], Rule] = {}
    images: list[Box] = []
    objects = _objects(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, IDENTITY, 0)
    for seen, (kind, shape, matrix) in enumerate(objects):
        if seen >= MOST_SHAPES:
            return tuple(rules.values()), tuple(images), (_CUT_OFF,)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            images.append(frame.box(*_bounds(shape, matrix)))
        else:
            for rule in _rules_of_path(shape, matrix, frame):
                box = rule.box
                rules.setdefault((box.x0, box.top, box.x1, box.bottom, rule.filled), rule)
    return tuple(rules.values()), tuple(images), ()


def _objects(
    parent: Any, count: Callable[..., int], get: Callable[..., Any], matrix: Matrix, depth: int
) -> Iterator[tuple[int, Any, Matrix]]:
    """Paths and pictures, those inside form objects too, each with the matrix of the forms around it."""
    for index in range(count(parent)):
        shape = get(parent, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield kind, shape, matrix
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 8:
            inner = _times(_matrix_of(shape), matrix)
            yield from _objects(
                shape, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1
            )


def _matrix_of(shape: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, ctypes.byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _apply(m: Matrix, point: Point) -> Point:
    x, y = point
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


_EDGES = [ctypes.c_float() for _ in range(4)]
_EDGE_REFS = [ctypes.byref(edge) for edge in _EDGES]
_MODE = (ctypes.c_int(), ctypes.c_int())
_MODE_REFS = tuple(ctypes.byref(mode) for mode in _MODE)
_COLOUR = [ctypes.c_uint() for _ in range(4)]
_COLOUR_REFS = [ctypes.byref(part) for part in _COLOUR]


def _bounds(shape: Any, matrix: Matrix) -> tuple[float, float, float, float]:
    """Left, bottom, right, top in PDF space."""
    pdfium.FPDFPageObj_GetBounds(shape, *_EDGE_REFS)
    left, bottom, right, top = (edge.value for edge in _EDGES)
    if matrix is IDENTITY:
        return left, bottom, right, top
    (x0, y0), (x1, y1) = _apply(matrix, (left, bottom)), _apply(matrix, (right, top))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _colour(shape: Any, filled: bool) -> int:
    get = pdfium.FPDFPageObj_GetFillColor if filled else pdfium.FPDFPageObj_GetStrokeColor
    get(shape, *_COLOUR_REFS)
    return _COLOUR[0].value << 16 | _COLOUR[1].value << 8 | _COLOUR[2].value


def _rules_of_path(shape: Any, matrix: Matrix, frame: Frame) -> Iterator[Rule]:
    pdfium.FPDFPath_GetDrawMode(shape, *_MODE_REFS)
    filled, stroked = _MODE[0].value != 0, _MODE[1].value != 0
    segments = pdfium.FPDFPath_CountSegments(shape)
    if not (filled or stroked) or segments > 4000:
        return
    colour = _colour(shape, filled)
    if segments == 2 or (filled and segments in (4, 5) and not stroked):
        left, bottom, right, top = _bounds(shape, matrix)
        whole = frame.box(left, bottom, right, top)
        box = _thinned(whole) if segments == 2 else whole
        if box is not None and not (colour == WHITE and min(box.width, box.height) >= 3):
            yield Rule(box, filled, colour)
        return
    for points in _subpaths(shape, _times(_matrix_of(shape), matrix)):
        yield from _rules_of_points(points, filled, stroked, colour, frame)


def _thinned(box: Box) -> Box | None:
    """A stroke's middle line: PDFium's bounds of a stroke are wider than what is drawn.
    None if it is slanted.
    """
    if box.height <= LINE_WIDTH and box.width > box.height:
        middle = box.middle
        return Box(box.x0, middle - 0.25, box.x1, middle + 0.25)
    if box.width <= LINE_WIDTH and box.height > box.width:
        centre = box.centre
        return Box(centre - 0.25, box.top, centre + 0.25, box.bottom)
    return None


def _subpaths(shape: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """Corner points of each piece of the path;
    a piece with a curve is left out (no table is drawn with curves).
    """
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    curved = False
    for index in range(pdfium.FPDFPath_CountSegments(shape)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if points and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        points.append(_apply(matrix, (x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if points and not curved:
        yield points


def _rules_of_points(
    points: list[Point], filled: bool, stroked: bool, colour: int, frame: Frame
) -> Iterator[Rule]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    if (
        filled
        and len(points) in (4, 5)
        and len({round(x, 1) for x in xs}) == 2
        and len({round(y, 1) for y in ys}) == 2
    ):
        box = frame.box(min(xs), min(ys), max(xs), max(ys))
        if not (colour == WHITE and min(box.width, box.height) >= 3):
            yield Rule(box, True, colour)
    if not stroked:
        return
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        if abs(ax - bx) < 1 or abs(ay - by) < 1:
            line = _thinned(frame.box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
            if line is not None:
                yield Rule(line, False, colour)
