"""An engine of another make reads a sheet: nothing behind the two protocols knows which one it is."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr import asked_again, read_sheet, which_sheets
from extractors.ocr.engine import EngineFailed, PrintedBox, Reading, SeenWord, TrustScale
from extractors.ocr.read_sheet import hear_both, look_at
from extractors.ocr.sheet_image import SheetImage
from schemas.warnings import Code, Warned, warn

BOXES = [(40, 40, 160, 60), (40, 80, 160, 100)]


class _First:
    NAME = "first"
    TRUST = TrustScale(line=0.5, mark=0.9, signs=0.5, upright=0.5, letter=0.5, figure=0.5, sure_sign=0.5)

    def is_installed(self) -> bool:
        return True

    def find_text(self, sheet: SheetImage) -> list[PrintedBox]:
        return BOXES

    def read_pieces(self, pieces: list[np.ndarray]) -> list[Reading]:
        return [Reading("1250", (0.1, 0.4, 0.6, 0.9), (1.0,) * 3 + (0.4,)) for _ in pieces]


class _Second:
    NAME = "second"
    SIZES = (2.0,)
    answer: list[SeenWord] | Exception | None = None

    def is_installed(self) -> bool:
        return self.answer is not None

    def read_words(self, grey: np.ndarray, dpi: int, *, one_block: bool = False) -> list[SeenWord] | None:
        if isinstance(self.answer, Exception):
            raise self.answer
        return [] if one_block else self.answer


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> _Second:
    first, second = _First(), _Second()
    monkeypatch.setattr(read_sheet, "FIRST", first)
    monkeypatch.setattr(read_sheet, "TRUST", first.TRUST)
    monkeypatch.setattr(read_sheet, "SECOND", second)
    monkeypatch.setattr(asked_again, "second_reader", lambda: second)
    monkeypatch.setattr(which_sheets, "first_reader", lambda: first)
    monkeypatch.setattr(which_sheets, "second_reader", lambda: second)
    return second


def _read() -> tuple[str, tuple[Warned, ...]]:
    grey = np.full((200, 300), 255, np.uint8)
    for left, top, right, bottom in BOXES:
        grey[top + 4 : bottom - 4, left + 4 : right - 4 : 4] = 0
    found = hear_both(look_at(SheetImage(grey, 2.0), is_scan=False, look_round=False))
    return "".join(word.text for word in found.words), found.warnings


def test_one_engine_alone_is_believed_as_far_as_its_own_scale_says(second: _Second) -> None:
    text, warnings = _read()
    assert text == "125\ufffd125\ufffd" and warn(Code.ONE_OCR_READER) in warnings


def test_what_another_engine_sees_in_the_same_place_is_held_against_it(second: _Second) -> None:
    second.answer = [SeenWord("1250", *BOXES[0]), SeenWord("1850", *BOXES[1])]
    text, warnings = _read()
    assert text == "12501\ufffd50"
    assert any("”1250” eller ”1850”" in warning.says for warning in warnings)


def test_an_engine_that_gives_up_leaves_the_other_one_alone(second: _Second) -> None:
    second.answer = EngineFailed("too slow")
    text, warnings = _read()
    assert text == "125\ufffd125\ufffd" and warn(Code.SECOND_OCR_READER_FAILED) in warnings


def test_what_is_kept_says_who_has_read_it(second: _Second) -> None:
    assert which_sheets.readers_here() == f"{which_sheets.OCR_VERSION} first"
    second.answer = []
    assert which_sheets.readers_here() == f"{which_sheets.OCR_VERSION} first second"
