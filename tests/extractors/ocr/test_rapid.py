"""What rapidocr's model gives becomes characters that Swedish offices print, each with its place."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr.engine import EngineFailed
from extractors.ocr.rapid import ALPHABET, _SwedishDecoder, _translated, read_pieces

SIGNS = ["blank", "å", "1", "（", "5"]


def scores(*steps: tuple[int, float], also: int | None = None) -> np.ndarray:
    """For each step the sign that the model likes best, and how well; `also`: one it likes better yet."""
    made = np.zeros((1, len(steps), len(SIGNS)), np.float32)
    for n, (sign, trust) in enumerate(steps):
        made[0, n, sign] = trust
        if also is not None:
            made[0, n, also] = 0.99
    return made


def test_signs_that_follow_without_a_blank_are_one_and_stand_in_their_middle() -> None:
    ((text, trust),), (reading,) = _SwedishDecoder(SIGNS)(
        scores((1, 0.5), (1, 0.9), (0, 1.0), (2, 0.8), (0, 1.0), (2, 0.6), (4, 0.7), (0, 1.0))
    )
    assert text == reading.text == "å115"
    assert reading.trust == pytest.approx((0.9, 0.8, 0.6, 0.7)) and trust == pytest.approx(0.75)
    assert reading.centres == pytest.approx((1 / 8, 3.5 / 8, 5.5 / 8, 6.5 / 8))


def test_a_sign_that_no_office_prints_is_never_chosen() -> None:
    (_, (reading,)) = _SwedishDecoder(SIGNS)(scores((1, 0.5), (0, 0.6), (2, 0.4), also=SIGNS.index("（")))
    assert reading.text == "å1" and "（" not in ALPHABET and set("åäöÅÄÖ§%–") <= set(ALPHABET)


def test_places_are_shares_of_the_piece_and_not_of_the_widest_beside_it() -> None:
    _, (reading,) = _SwedishDecoder(SIGNS)(
        scores((1, 0.9), (0, 1.0), (0, 1.0), (0, 1.0)), wh_ratio_list=[1.0], max_wh_ratio=2.0
    )
    assert reading.centres == (0.25,)


@pytest.mark.parametrize(
    ("fallen", "told"),
    [
        (MemoryError(), MemoryError),
        (RuntimeError("Failed to allocate memory for requested buffer"), MemoryError),
        (RuntimeError("bad_alloc"), MemoryError),
        (ValueError("no such node"), EngineFailed),
    ],
)
def test_what_went_wrong_is_no_memory_or_no_answer(fallen: Exception, told: type[Exception]) -> None:
    with pytest.raises(told), _translated():
        raise fallen


def test_no_pieces_cost_no_engine() -> None:
    assert read_pieces([]) == []
