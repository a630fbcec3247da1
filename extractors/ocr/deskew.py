"""How crooked a scanned sheet lies, told by how sharply its rows of ink part from the white between them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

MOST_SKEW = 4.0
LEAST_SKEW = 0.05  # a third of a point over the width of a column: nothing to straighten
_WORKING_SCALE = 100 / 72


def find_skew(grey: NDArray[np.uint8], scale: float) -> float:
    """The anticlockwise turn in degrees that straightens the sheet's lines; 0.0 where it lies straight."""
    shrink = min(1.0, _WORKING_SCALE / scale)
    small = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    ink = (255 - small).astype(np.float32)
    ink[ink < 64] = 0
    if not ink.any():
        return 0.0
    best = 0.0
    for reach, step in ((MOST_SKEW, 0.5), (0.4, 0.1), (0.075, 0.025)):
        steps = round(reach / step)
        angles = [best + step * n for n in range(-steps, steps + 1)]
        best = max(angles, key=lambda angle: (_sharpness(ink, angle), -abs(angle)))
    return round(best, 3) if LEAST_SKEW <= abs(best) <= MOST_SKEW else 0.0


def turn_by(grey: NDArray[np.uint8], angle: float) -> NDArray[np.uint8]:
    """The picture turned anticlockwise about its middle, its size kept, white where nothing was."""
    return _warp(grey, angle, 255).astype(np.uint8)


def _warp(pixels: NDArray[np.generic], angle: float, ground: int) -> NDArray[np.generic]:
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.asarray(
        cv2.warpAffine(
            pixels,  # type: ignore[arg-type]
            matrix,
            (width, height),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=(ground,),
        )
    )


def _sharpness(ink: NDArray[np.float32], angle: float) -> float:
    rows = _warp(ink, angle, 0).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())
