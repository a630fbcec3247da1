"""The first OCR reader, rapidocr: where text stands on a sheet's picture, and what each piece of it says.

The only file that knows rapidocr. Its models lie in its wheel; nothing is downloaded.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import EngineFailed, PrintedBox, Reading, TrustScale
from extractors.ocr.sheet_image import SheetImage
from extractors.pdf.render import Pixels

NAME = "rapidocr"
TRUST = TrustScale(
    line=0.55,  # below it were specks, signatures and pictures
    mark=0.85,
    signs=0.7,  # below it they were dots beside the text
    upright=0.95,  # text upside down was read with up to 0.85, upright text with 0.97 and more
    letter=0.98,
    figure=0.90,  # a lone reader's figures had 0.95 and more where they were right, 0.3 to 0.9 where wrong
    sure_sign=0.80,
)
THREADS = 2
FINDING_SCALE = 150 / 72  # lines are found as well at 150 dpi as at 300, in a quarter of the time
HEADROOM = 0.08  # of a box's height: the rings and dots of Å, Ä and Ö stand out above what is found
# The model reads Chinese and a hundred scripts more; these are the characters that Swedish offices print.
# without â and ê, for which the model takes many an å
_LETTERS = string.ascii_letters + "åäöÅÄÖéÉèüÜæøÆØáíóç"
ALPHABET = _LETTERS + string.digits + " .,:;!?()[]{}/\\|+-–—−±=<>*'\"´`^~_#&@%‰§€$£°²³½¼¾•·…«»”’“‘×÷©®™µ"


class _SwedishDecoder:
    """Takes the model's best character among those of `ALPHABET`, with where it stands.

    Stands in for rapidocr's own decoder,
    whose choice among 18,000 signs turns brackets and dashes into Chinese ones.
    """

    def __init__(self, characters: list[str]) -> None:
        self.signs = np.array([n for n, sign in enumerate(characters) if n == 0 or sign in ALPHABET])
        self.characters = [characters[n] for n in self.signs]

    def __call__(
        self,
        preds: NDArray[np.float32],
        return_word_box: bool = False,
        wh_ratio_list: list[float] | tuple[float, ...] = (1.0,),
        max_wh_ratio: float = 1.0,
    ) -> tuple[list[tuple[str, float]], list[Any]]:
        del return_word_box
        narrowed = preds[:, :, self.signs]
        found = [
            self._decode(sheet, ratio / max_wh_ratio)
            for sheet, ratio in zip(narrowed, wh_ratio_list, strict=True)
        ]
        return [(reading.text, reading.mean_trust) for reading in found], found

    def _decode(self, scores: NDArray[np.float32], share: float) -> Reading:
        best, trust = scores.argmax(axis=1), scores.max(axis=1)
        starts = np.flatnonzero((best != 0) & (np.diff(best, prepend=0) != 0))
        ends = [int(start) + _run_length(best[start:]) for start in starts]
        width = max(1.0, len(best) * share)
        return Reading(
            "".join(self.characters[best[start]] for start in starts),
            tuple((int(start) + end) / 2 / width for start, end in zip(starts, ends, strict=True)),
            tuple(float(trust[start:end].max()) for start, end in zip(starts, ends, strict=True)),
        )


def _run_length(signs: NDArray[np.intp]) -> int:
    other = np.flatnonzero(signs != signs[0])
    return int(other[0]) if len(other) else len(signs)


@contextmanager
def _translated() -> Iterator[None]:
    """The engine's many words for what went wrong, as two: no memory, or no answer."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        if re.search(r"alloc|memory", str(error), re.IGNORECASE):
            raise MemoryError from error
        raise EngineFailed(f"{type(error).__name__}: {str(error)[:80]}") from error


@cache
def _engine() -> Any:
    """One engine a process: it takes a second to start."""
    from rapidocr import RapidOCR

    engine: Any = RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.max_side_len": 4000,
            "Global.text_score": 0.0,
            "Global.return_word_box": True,
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
    # loads the model, whose decoder is then replaced
    engine.recognize_txt([np.full((48, 96, 3), 255, np.uint8)])
    engine.text_rec.postprocess_op = _SwedishDecoder(engine.text_rec.postprocess_op.character)
    return engine


def is_installed() -> bool:
    """True where rapidocr and the engine below it can be imported."""
    from importlib.util import find_spec

    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def find_text(sheet: SheetImage) -> list[PrintedBox]:
    """Boxes around lines of text, or pieces of lines, from top to bottom."""
    shrink = min(1.0, FINDING_SCALE / sheet.scale)
    small = cv2.resize(sheet.grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    with _translated():
        found = _engine()(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False)
    if getattr(found, "boxes", None) is None:
        return []
    height, width = sheet.grey.shape
    boxes = []
    for corners in np.asarray(found.boxes) / shrink:
        left, top = np.floor(corners.min(axis=0))
        right, bottom = np.ceil(corners.max(axis=0))
        top -= HEADROOM * (bottom - top)
        boxes.append((max(0, int(left)), max(0, int(top)), min(width, int(right)), min(height, int(bottom))))
    return sorted(
        (box for box in boxes if box[2] > box[0] and box[3] > box[1]), key=lambda box: (box[1], box[0])
    )


def read_pieces(pieces: list[Pixels]) -> list[Reading]:
    """What each picture of a line of text says."""
    if not pieces:
        return []
    with _translated():
        result = _engine().recognize_txt([cv2.cvtColor(piece, cv2.COLOR_GRAY2BGR) for piece in pieces])
    return list(result.word_results)
