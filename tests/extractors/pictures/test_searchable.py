"""A searchable copy holds the words where they are printed, and looks as the original does."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pypdfium2
import pytest

from extractors.pdf.open import OpenPdf
from extractors.pdf.words import ASCENT
from extractors.pictures.searchable import CannotCopy, write_searchable
from schemas.document import SheetWord
from schemas.page import Page
from schemas.place import Box, Place

WORDS = (
    ("Nettokostnad", Box(60, 120, 120, 131)),
    ("-12 345", Box(150, 121, 190, 132)),
    ("åäö§%", Box(60, 142, 90, 153)),
)


def _given(box_of: Callable[[Box], Box] = lambda box: box) -> dict[int, list[SheetWord]]:
    return {1: [SheetWord(n, text, Place(1, box_of(box))) for n, (text, box) in enumerate(WORDS)]}


def _page(pdf: bytes) -> Page:
    with OpenPdf(pdf) as opened:
        (page,) = opened.pages()
    return page


def _pixels(pdf: bytes) -> np.ndarray:
    return np.asarray(pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("L")).astype(int)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_words_are_found_where_they_are_printed_and_are_not_seen(
    scan: Callable[..., bytes], quarters: int
) -> None:
    pdf = scan()
    document = pypdfium2.PdfDocument(pdf)
    document[0].set_rotation(90 * quarters)
    held = io.BytesIO()
    document.save(held)
    turned = held.getvalue()
    copy = write_searchable(turned, _given())
    page = _page(copy)
    found = {word.text: word.box for word in page.words}
    for text, box in WORDS:
        pieces = [found[piece] for piece in text.split()]
        assert min(piece.x0 for piece in pieces) == pytest.approx(box.x0, abs=1.5)
        assert max(piece.x1 for piece in pieces) == pytest.approx(box.x1, abs=1.5)
        baseline = pieces[0].top + ASCENT * (pieces[0].bottom - pieces[0].top)
        assert box.top < baseline < box.bottom
    assert np.abs(_pixels(copy) - _pixels(turned)).max() == 0


def test_a_layer_that_lies_is_gone_from_the_copy_and_the_sheet_looks_the_same(native: bytes) -> None:
    copy = write_searchable(native, _given())
    assert {word.text for word in _page(copy).words} == {"Nettokostnad", "-12", "345", "åäö§%"}
    assert np.abs(_pixels(copy) - _pixels(native)).mean() < 2


def test_sheets_that_are_not_named_stay_as_they_are(native: bytes) -> None:
    assert _page(write_searchable(native, {})).words == _page(native).words


def test_words_whose_boxes_touch_stay_two(scan: Callable[..., bytes]) -> None:
    boxes = (
        ("1\ufffd", Box(60, 120, 66, 131)),
        ("059", Box(66.2, 120, 84, 131)),
        ("510", Box(84.1, 120, 102, 131)),
    )
    words = {1: [SheetWord(n, text, Place(1, box)) for n, (text, box) in enumerate(boxes)]}
    assert [word.text for word in _page(write_searchable(scan(), words)).words] == ["1?", "059", "510"]


def test_a_copy_that_pdfium_cannot_write_is_told(native: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise pypdfium2.PdfiumError("Failed to save document.")

    monkeypatch.setattr(pypdfium2.PdfDocument, "save", fails)
    with pytest.raises(CannotCopy):
        write_searchable(native, _given())
