"""Pieces of a sheet are shown one under the other, and each gets back the words seen in it."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr import asked_again
from extractors.ocr.asked_again import MOST_AT_ONCE, read_stacked
from extractors.ocr.engine import PrintedBox, SeenWord
from extractors.ocr.sheet_image import SheetImage
from extractors.pdf.render import Pixels


class Eye:
    """A second reader that calls each dark patch by its width in pixels of the sheet."""

    NAME, SIZES = "eye", (2.0,)

    def __init__(self) -> None:
        self.shown: list[tuple[Pixels, int, bool]] = []

    def is_installed(self) -> bool:
        return True

    def read_words(self, grey: Pixels, dpi: int, *, one_block: bool = False) -> list[SeenWord] | None:
        self.shown.append((grey, dpi, one_block))
        words = []
        inked = (grey < 100).any(axis=1).astype(np.int8)
        starts, ends = (np.flatnonzero(np.diff(inked, prepend=0, append=0) == step) for step in (1, -1))
        for top, bottom in zip(starts, ends, strict=True):
            columns = (grey[top:bottom] < 100).any(axis=0).astype(np.int8)
            lefts, rights = (
                np.flatnonzero(np.diff(columns, prepend=0, append=0) == step) for step in (1, -1)
            )
            for left, right in zip(lefts[::-1], rights[::-1], strict=True):
                words.append(SeenWord(str(round((right - left) / 2)), *map(int, (left, top, right, bottom))))
        return words


@pytest.fixture
def eye(monkeypatch: pytest.MonkeyPatch) -> Eye:
    made = Eye()
    monkeypatch.setattr(asked_again, "second_reader", lambda: made)
    return made


def sheet(*marks: PrintedBox, ink: int = 0, ground: int = 255) -> SheetImage:
    pixels = np.full((200, 300), ground, np.uint8)
    for left, top, right, bottom in marks:
        pixels[top:bottom, left:right] = ink
    return SheetImage(pixels, 2.0)


BOXES: list[PrintedBox] = [(10, 10, 110, 40), (10, 60, 60, 90), (150, 60, 250, 90)]


def test_each_piece_has_its_own_words_from_left_to_right(eye: Eye) -> None:
    looked = sheet((20, 20, 30, 30), (40, 20, 60, 30), (160, 70, 190, 80))
    assert read_stacked(looked, BOXES, factor=2.0) == ["10 20", "", "30"]
    ((grey, dpi, one_block),) = eye.shown
    assert (dpi, one_block) == (288, True) and grey.shape[1] > 200
    assert grey[0].min() == 255, "white around each piece"


def test_light_letters_on_dark_are_turned_about_and_grey_ground_is_made_white(eye: Eye) -> None:
    assert read_stacked(sheet((20, 20, 30, 30), ink=250, ground=40), BOXES[:1], 2.0) == ["10"]
    assert read_stacked(sheet((20, 20, 30, 30), ink=30, ground=170), BOXES[:1], 2.0) == ["10"]
    assert all(np.median(grey) == 255 for grey, _, _ in eye.shown)


def test_many_pieces_are_shown_a_few_at_a_time(eye: Eye) -> None:
    boxes = BOXES[:1] * (MOST_AT_ONCE + 1)
    assert read_stacked(sheet((20, 20, 30, 30)), boxes, 2.0) == ["10"] * (MOST_AT_ONCE + 1)
    assert len(eye.shown) == 2


def test_a_reader_that_is_not_installed_sees_nothing(eye: Eye, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eye, "read_words", lambda *_, **__: None)
    assert read_stacked(sheet((20, 20, 30, 30)), BOXES, 2.0) == ["", "", ""]
